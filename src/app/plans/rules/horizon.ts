import { addDays, addMonths, type Day, daysBetween, plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { count, listing } from '../../../kernel/text.ts'
import type { Objective } from './objective.ts'
import { dueTooEarly, inOrder } from './order.ts'

/** How far short-term reaches, in months. Source: mission.md B5. */
const SHORT_MONTHS = 6

type Timed = Pick<
  Objective,
  'objectiveId' | 'ref' | 'title' | 'state' | 'private' | 'needId' | 'due' | 'afterId' | 'place' | 'actions'
> &
  Pick<Objective, 'agreedOn' | 'madeOn'>

/** Whether an objective is short-term, from the day it was agreed, or made where it is not agreed; null without a date. */
export function horizonOf({
  due,
  agreedOn,
  madeOn,
}: Pick<Objective, 'due' | 'agreedOn' | 'madeOn'>): 'short-term' | 'longer-term' | null {
  if (due === null) return null
  return due <= addMonths(agreedOn ?? madeOn, SHORT_MONTHS) ? 'short-term' : 'longer-term'
}

/** An essential requirement of the next step that is not yet met, with the needs that stand for it. */
export type EssentialGap = { competencyId: Id; title: string; short: number; needIds: readonly Id[] }

/** What to say of a plan in time, with what mends it. It never stops anybody. */
export type HorizonHint = {
  /** What it is about, in a few words. */
  title: string
  /** One sentence. */
  words: string
  mend:
    | { kind: 'change'; objectiveId: Id; ref: string }
    | { kind: 'objective'; needId: Id | null; competencyId: Id; roleId: Id; title: string }
    | { kind: 'review' }
  /** It follows from the role that the gaps are of. */
  ofRole?: true
}

export type HorizonAsked = {
  objectives: readonly Timed[]
  /** Of the role that the person wants next, else of the one they have. */
  gaps: readonly EssentialGap[]
  /** The role that the gaps are of; null where there is none. */
  role: { roleId: Id; title: string } | null
  reviews: readonly { day: Day; held: boolean }[]
  today: Day
}

/**
 * Where a plan and its dates do not go together: an essential gap that no short-term objective closes, everything due
 * in one week, an action that falls after its objective, an objective before the one it waits for, or no review before
 * it is due. Source: mission.md A7 and B5.
 */
export function hintsIn(asked: HorizonAsked): HorizonHint[] {
  const open = inOrder(asked.objectives)
  return [
    ...uncovered(asked, open),
    ...crowded(open),
    ...open.flatMap((one) => [...lateActions(one), ...early(one, open)]),
    ...unreviewed(asked, open),
  ]
}

function uncovered({ gaps, role, today }: HorizonAsked, open: readonly Timed[]): HorizonHint[] {
  if (!role) return []
  const until = addMonths(today, SHORT_MONTHS)
  return gaps.flatMap(({ competencyId, title, short, needIds }): HorizonHint[] => {
    const closing = open
      .filter(({ needId }) => needId !== null && needIds.includes(needId))
      .map((one) => ({ one, lacks: lacksIn(one, today, until) }))
    if (closing.some(({ lacks }) => lacks === null)) return []
    const lack = `${title} is essential for ${role.title} and ${count(short, 'level')} short, and`
    // A step that is only too far away says more than one that is late, and that more than a draft.
    const nearest = LACKS.flatMap((lacks) => closing.find((each) => each.lacks === lacks) ?? [])[0]
    if (nearest?.lacks) {
      const { objectiveId, ref, due } = nearest.one
      const on = due ? plainDay(due) : ''
      const words = {
        far: `${ref} closes it only by ${on}. A first step within six months helps.`,
        undated: `${ref}, which is to close it, has no date. A first step within six months helps.`,
        late: `${ref}, which is to close it, was due on ${on}. Give it a new date, or close it.`,
        draft: `${ref}, which is to close it, is a draft. Propose it, so that it counts.`,
      }[nearest.lacks]
      return [
        {
          title: `${title}: a first step`,
          words: `${lack} ${words}`,
          mend: { kind: 'change', objectiveId, ref },
          ofRole: true,
        },
      ]
    }
    const needId = needIds[0] ?? null
    return [
      {
        title: `${title}: no short-term objective`,
        words: `${lack} no objective closes it by ${plainDay(until)}.`,
        mend: { kind: 'objective', needId, competencyId, roleId: role.roleId, title },
        ofRole: true,
      },
    ]
  })
}

const LACKS = ['far', 'undated', 'late', 'draft'] as const

/** Why an objective does not close a gap between today and a day; null where it does. */
function lacksIn({ due, state, agreedOn }: Timed, today: Day, until: Day): (typeof LACKS)[number] | null {
  // What was agreed stays in the plan while a change to it is a draft.
  if (state === 'draft' && agreedOn === null) return 'draft'
  if (due === null) return 'undated'
  if (due < today) return 'late'
  return due > until ? 'far' : null
}

function crowded(open: readonly Timed[]): HorizonHint[] {
  const dated = open.flatMap((one) => (one.due === null ? [] : [{ ...one, due: one.due }]))
  const days = dated.map(({ due }) => due).sort()
  const [first, last] = [days[0], days.at(-1)]
  const least = dated.at(-1)
  if (!first || !last || !least || dated.length < 2 || daysBetween(first, last) >= 7) return []
  const when = first === last ? `on ${plainDay(first)}` : `from ${plainDay(first)} to ${plainDay(last)}`
  return [
    {
      title: 'Everything at once',
      words: `Everything is due in one week, ${when}: ${listing(dated.map(({ ref }) => ref))}. ${least.ref} comes last, so it can most easily move.`,
      mend: { kind: 'change', objectiveId: least.objectiveId, ref: least.ref },
    },
  ]
}

function lateActions({ objectiveId, ref, due, actions }: Timed): HorizonHint[] {
  if (due === null) return []
  return actions
    .filter(({ state, by }) => state === 'planned' && by !== null && by > due)
    .map(({ what, by }) => ({
      title: `An action after ${ref}`,
      words: `The action “${what}” falls on ${plainDay(by ?? due)}, after ${ref} is due on ${plainDay(due)}.`,
      mend: { kind: 'change', objectiveId, ref },
    }))
}

function early(one: Timed, open: readonly Timed[]): HorizonHint[] {
  const words = dueTooEarly(one, open)
  const { objectiveId, ref } = one
  return words
    ? [
        {
          title: `${ref} out of order`,
          words: words.replace(/^It/, ref),
          mend: { kind: 'change', objectiveId, ref },
        },
      ]
    : []
}

function unreviewed({ reviews, today }: HorizonAsked, open: readonly Timed[]): HorizonHint[] {
  const coming = reviews.filter(({ held, day }) => !held && day >= today).map(({ day }) => day)
  const first = coming.sort()[0] ?? null
  const without = open.filter(
    (one) =>
      one.state === 'agreed' &&
      !one.private &&
      one.due !== null &&
      one.due >= addDays(today, 1) &&
      (first === null || first > one.due),
  )
  if (without.length === 0) return []
  const due = without.map(({ ref, due }) => `${ref} is due on ${plainDay(due ?? today)}`)
  return [
    {
      title: 'No review in time',
      words: `No review falls before ${listing(due)}${first ? `: the next is on ${plainDay(first)}` : ''}.`,
      mend: { kind: 'review' },
    },
  ]
}

/**
 * A role that somebody's words name as where they want to go: the longest name that stands in them; null where none does, or
 * where the words say that it is not that one, such as "anything but team leader".
 */
export function roleWanted<T extends { title: string; jobs: readonly string[] }>(
  words: string,
  roles: readonly T[],
): T | null {
  const names = roles
    .flatMap((role) => [role.title, ...role.jobs].map((name) => ({ role, name: plain(name) })))
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.name.length - a.name.length)
  let said = ` ${plain(words)} `
  for (const { role, name } of names)
    for (let at = said.indexOf(` ${name} `); at >= 0; at = said.indexOf(` ${name} `)) {
      if (!NOT_THAT.test(said.slice(0, at + 1))) return role
      // What is turned away is not wanted by a shorter name that stands within it either.
      said = `${said.slice(0, at)} ; ${said.slice(at + name.length + 1)}`
    }
  return null
}

/** Words that turn away what follows them, with what may stand between the two. */
const NOT_THAT =
  /\b(?:(?:any|every)thing (?:but|except)|other than|rather than|instead of|(?:do|does|would) not|don t|never|no longer)(?: (?:want|wish|like|to|be|become|as|a|an|the))* $/

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
