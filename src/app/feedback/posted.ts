import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { Form } from '../visit.ts'
import {
  type Answer,
  type AskedGroup,
  type AskedRater,
  isUseful,
  OPEN_QUESTIONS,
  type OpenQuestion,
  OTHER_GROUPS,
  type OtherGroup,
  type Question,
  type Round,
  telltale,
} from './feedback.ts'

/** What stands for "I can't answer this" among the levels. */
export const CANNOT = 'none'
/** The tick by which somebody answers by name though their group does not. */
export const SIGN = 'sign'
/** How a group answers where it answers by name; otherwise the threshold stands there. */
export const BY_NAME = 'named'
/** Free rows for people outside: at first, and added at a time. */
export const ROWS = 4
const MOST_ROWS = 20

/** What the words of an answer would be better for; nothing of it stops anybody. */
export type Hints = { useless: OpenQuestion[]; telltale: string[] }

/** What somebody planned, as it was typed. */
export type TypedRound = {
  purpose: string
  competencyIds: string[]
  groups: Record<OtherGroup, TypedGroup>
}
export type TypedGroup = { how: string; people: string[]; outside: { name: string; email: string }[] }

const THRESHOLD = 3

const byGroup = (of: (group: OtherGroup) => TypedGroup): TypedRound['groups'] => ({
  peers: of('peers'),
  reports: of('reports'),
  customers: of('customers'),
})

const rowsOf = (form: Form, group: OtherGroup) =>
  Math.min(Math.max(form.whole(`${group}-rows`) ?? 0, 0), MOST_ROWS)

/** Reads the plan of a round from its form. */
export function typedRound(form: Form): TypedRound {
  const group = (name: OtherGroup): TypedGroup => ({
    how: form.text(`${name}-how`) || String(THRESHOLD),
    people: form.all(name),
    outside: Array.from({ length: rowsOf(form, name) }, (_, row) => ({
      name: form.text(`${name}-${row}-name`),
      email: form.text(`${name}-${row}-email`),
    })),
  })
  return {
    purpose: form.text('purpose'),
    competencyIds: form.all('competencies'),
    groups: byGroup(group),
  }
}

/** A round as the fields of its form. */
export function plannedRound(round: Round): TypedRound {
  const group = (name: OtherGroup): TypedGroup => {
    const saved = round.groups.find((one) => one.group === name)
    const raters = saved?.raters ?? []
    return {
      how: saved?.mode === 'named' ? BY_NAME : String(saved?.threshold ?? THRESHOLD),
      people: raters.flatMap(({ personId }) => personId ?? []),
      outside: raters.flatMap(({ personId, name, email }) =>
        personId ? [] : [{ name, email: email ?? '' }],
      ),
    }
  }
  return {
    purpose: round.purpose,
    competencyIds: round.competencyIds,
    groups: byGroup(group),
  }
}

/** The form of a round that nobody has planned anything of. */
export function emptyRound(competencyIds: readonly Id[]): TypedRound {
  return {
    purpose: '',
    competencyIds: [...competencyIds],
    groups: byGroup(() => ({ how: String(THRESHOLD), people: [], outside: [] })),
  }
}

/** Whom a typed plan asks; groups that ask nobody are left out. */
export function groupsOf({ groups }: TypedRound): AskedGroup[] {
  return OTHER_GROUPS.flatMap((group): AskedGroup[] => {
    const { how, people, outside } = groups[group]
    const raters: AskedRater[] = [
      ...people.filter(isId).map((personId) => ({ personId })),
      ...outside.filter(({ name, email }) => name || email),
    ]
    if (raters.length === 0) return []
    return how === BY_NAME
      ? [{ group, mode: 'named', threshold: 1, raters }]
      : [{ group, mode: 'anonymous', threshold: Number(how), raters }]
  })
}

/** Reads an answer; each question that was passed over is named. Texts may be empty. */
export function readAnswer(form: Form, questions: readonly Question[]): Outcome<Answer> {
  const refusals: Refusal[] = []
  const levels: Record<Id, number | null> = {}
  for (const [index, { competencyId, title }] of questions.entries()) {
    const chosen = form.text(competencyId)
    if (/^[1-5]$/.test(chosen)) levels[competencyId] = Number(chosen)
    else if (chosen === CANNOT) levels[competencyId] = null
    else
      refusals.push({
        field: competencyId,
        message: `Choose a line for question ${index + 1}, ${title}, or “I can’t answer this”.`,
      })
  }
  if (refusals.length > 0) return refused(...refusals)
  return done({
    levels,
    keep: form.text('keep'),
    change: form.text('change'),
    signed: form.text(SIGN) === 'yes',
  })
}

/** What to say once before an answer is sent; null where there is nothing, or where it was said already. */
export function hintsFor(
  form: Form,
  answer: Answer,
  anonymous: boolean,
  names: readonly string[],
): Hints | null {
  const seen = form.text('seen')
  if (seen === 'all') return null
  const shown = new Set(seen.split('\n'))
  const hints: Hints = {
    useless: OPEN_QUESTIONS.filter((question) => answer[question] !== '' && !isUseful(answer[question])),
    telltale:
      anonymous && !answer.signed
        ? [...new Set(OPEN_QUESTIONS.flatMap((question) => telltale(answer[question], names)))]
        : [],
  }
  const all = [...hints.useless, ...hints.telltale]
  return all.every((one) => shown.has(one)) ? null : hints
}
