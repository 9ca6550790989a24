import { addDays, type Day, plainDay } from '../../../kernel/day.ts'
import { isEmail } from '../../../kernel/email.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count, listing } from '../../../kernel/text.ts'
import type { Mode, OtherGroup } from './round.ts'
import { LEAST } from './shown.ts'

/** Somebody to ask: a colleague by id, or somebody outside by name and e-mail address. */
export type AskedRater = { personId: Id } | { name: string; email: string }

/** A group as it is nominated or adjusted. */
export type AskedGroup = { group: OtherGroup; mode: Mode; threshold: number; raters: readonly AskedRater[] }

/** A rater with all that is known of them. */
export type KnownRater = { personId: Id | null; name: string; email: string | null }

export type KnownGroup = { group: OtherGroup; mode: Mode; threshold: number; raters: KnownRater[] }

/** What the checks need to know of the organisation. */
export type Around = {
  person: { personId: Id; name: string }
  leader: { personId: Id; name: string } | null
  /** Who may come to read the round as assessors. */
  assessors: readonly Id[]
  /** Everybody who has not left. */
  colleagues: readonly { personId: Id; name: string; email: string | null }[]
}

/** Competencies in a round, days it is open, raters of a group, open requests of one rater. Source: mission.md A11, domain.md 6. */
export const LIMITS = { competencies: [5, 12], days: [7, 60], threshold: 10, raters: 30, waiting: 5 } as const

export const GROUP_WORDS: Record<OtherGroup, { one: string; many: string }> = {
  peers: { one: 'peer', many: 'peers' },
  reports: { one: 'person they lead', many: 'people they lead' },
  customers: { one: 'customer', many: 'customers' },
}

/** An address as mail servers read it: without characters that nobody sees, wide forms or capitals. */
const plainEmail = (email: string) =>
  email
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase()

/** The groups with names, and every reason why they cannot be asked so. Groups without raters fall away. */
export function knowGroups(
  asked: readonly AskedGroup[],
  around: Around,
): { groups: KnownGroup[]; refusals: Refusal[] } {
  const refusals: Refusal[] = []
  const groups = asked
    .filter(({ raters }) => raters.length > 0)
    .map(({ group, mode, threshold, raters }): KnownGroup => {
      if (
        mode === 'anonymous' &&
        !(Number.isInteger(threshold) && threshold >= LEAST && threshold <= LIMITS.threshold)
      )
        refusals.push({ field: group, message: `Choose a threshold from ${LEAST} to ${LIMITS.threshold}.` })
      if (raters.length > LIMITS.raters)
        refusals.push({ field: group, message: `Ask at most ${LIMITS.raters} people in one group.` })
      return {
        group,
        mode,
        threshold: mode === 'named' ? 1 : threshold,
        raters: raters.flatMap((rater) => knowRater(rater, group, mode, around, refusals) ?? []),
      }
    })
  refusals.push(...twice(groups))
  return { groups, refusals }
}

function knowRater(
  rater: AskedRater,
  field: OtherGroup,
  mode: Mode,
  around: Around,
  refusals: Refusal[],
): KnownRater | null {
  const refuse = (message: string) => {
    refusals.push({ field, message })
    return null
  }
  if ('email' in rater) {
    const [name, email] = [rater.name.replace(/\s+/g, ' ').trim(), plainEmail(rater.email)]
    if (field !== 'customers')
      return refuse(`${name || email} is no colleague. Ask people outside the organisation as customers.`)
    if (!name || name.length > 120) return refuse(`Say in a few words who ${email || 'each customer'} is.`)
    if (!isEmail(email)) return refuse(`Give an e-mail address for ${name}, such as name@example.org.`)
    const colleague = around.colleagues.find((one) => one.email && plainEmail(one.email) === email)
    if (colleague) return refuse(`${email} belongs to ${colleague.name}: choose them among the colleagues.`)
    return { personId: null, name, email }
  }
  const { personId } = rater
  if (personId === around.person.personId)
    return refuse(`${around.person.name} answers about themself already. Leave them out here.`)
  if (personId === around.leader?.personId)
    return refuse(`${around.leader.name} is asked as team leader, by name. Leave them out here.`)
  const colleague = around.colleagues.find((one) => one.personId === personId)
  if (!colleague) return refuse('Choose people who work here now.')
  if (mode === 'anonymous' && around.assessors.includes(personId))
    return refuse(
      `${colleague.name} is ${around.person.name}’s assessor and may come to read the answers. Leave them out, or ask the group by name.`,
    )
  return { personId, name: colleague.name, email: null }
}

/** By what somebody is known among those who are asked. */
const keyOf = ({ personId, email }: KnownRater): string => personId ?? email ?? ''

function twice(groups: readonly KnownGroup[]): Refusal[] {
  const seen = new Set<string>()
  return groups.flatMap(({ group, raters }) =>
    raters.flatMap((rater) => {
      const again = seen.has(keyOf(rater))
      seen.add(keyOf(rater))
      return again
        ? [{ field: group, message: `${rater.name} is asked twice. Ask each person in one group only.` }]
        : []
    }),
  )
}

/**
 * Why a round with these groups could not be launched as it stands. Where no mail is sent, whoever launches holds the
 * links of people outside and could answer in their place: with all answers but one their own, they would know that one.
 * Source: adr 0006.
 */
export function checkEnough(groups: readonly KnownGroup[], { mail }: { mail: boolean }): Refusal[] {
  if (groups.length === 0)
    return [{ field: 'peers', message: 'Ask somebody: peers, people they lead, or customers.' }]
  const handed = groups
    .filter((one) => !mail && one.mode === 'anonymous' && one.raters.some(isOutside))
    .map(({ group }) => ({ field: group, message: HANDED_OVER }))
  const small = groups
    .filter(({ mode, threshold, raters }) => mode === 'anonymous' && raters.length < threshold)
    .map(({ group, threshold, raters }) => {
      const { one, many } = GROUP_WORDS[group]
      return {
        field: group,
        message: `With ${count(raters.length, one, many)} nobody could stay anonymous: ask at least ${threshold}, or ask them by name.`,
      }
    })
  return [...handed, ...small]
}

const isOutside = ({ personId }: KnownRater) => personId === null

/** Why people outside answer by name where no mail is sent, and what to do. */
export const HANDED_OVER =
  'No mail server is set here, so whoever launches hands over the links of people outside and could answer in their place. Ask them by name, or ask whoever runs the server to set one.'

/** Why a round may not ask about these competencies, or for this purpose. `known` are those of the framework in force. */
export function checkQuestions(
  { competencyIds, purpose }: { competencyIds: readonly Id[]; purpose: string },
  known: readonly Id[],
): Refusal[] {
  const refusals: Refusal[] = []
  const [fewest, most] = [Math.min(LIMITS.competencies[0], known.length), LIMITS.competencies[1]]
  if (competencyIds.length < fewest || competencyIds.length > most)
    refusals.push({ field: 'competencies', message: `Choose ${fewest} to ${most} competencies.` })
  if (new Set(competencyIds).size < competencyIds.length || competencyIds.some((id) => !known.includes(id)))
    refusals.push({ field: 'competencies', message: 'Choose competencies of the framework, each once.' })
  if (purpose.length > 300)
    refusals.push({ field: 'purpose', message: 'Say in at most 300 characters what the feedback is for.' })
  return refusals
}

/** Why a round launched today may not close at the end of a day. */
export function checkClosing(closesOn: Day | null, today: Day): Refusal[] {
  const [first, last] = [addDays(today, LIMITS.days[0]), addDays(today, LIMITS.days[1])]
  if (closesOn !== null && closesOn >= first && closesOn <= last) return []
  return [
    {
      field: 'closes',
      message: `Choose a last day from ${plainDay(first)} to ${plainDay(last)}: answers need a week, and nobody can move the day later.`,
    },
  ]
}

/** Who has as many open requests as one person may have. */
export function checkWaiting(groups: readonly KnownGroup[], waiting: ReadonlyMap<string, number>): Refusal[] {
  return groups.flatMap(({ group, raters }) => {
    const full = raters.filter((rater) => (waiting.get(keyOf(rater)) ?? 0) >= LIMITS.waiting)
    if (full.length === 0) return []
    const names = listing(full.map(({ name }) => name))
    return [
      {
        field: group,
        message: `${names} ${full.length === 1 ? 'has' : 'have'} five open requests already. Ask others, or wait until some are answered.`,
      },
    ]
  })
}

/** What a leader changed, one line for each change: who came, went or moved, and how a group is asked. */
export function whatChanged(before: readonly KnownGroup[], after: readonly KnownGroup[]): string[] {
  const placesOf = (groups: readonly KnownGroup[]) =>
    new Map(groups.flatMap(({ group, raters }) => raters.map((rater) => [keyOf(rater), { group, rater }])))
  const [were, are] = [placesOf(before), placesOf(after)]
  const words: string[] = []
  for (const [key, { group, rater }] of are) {
    const was = were.get(key)
    if (!was) words.push(`Added ${rater.name} to the ${GROUP_WORDS[group].many}`)
    else if (was.group !== group)
      words.push(
        `Moved ${rater.name} from the ${GROUP_WORDS[was.group].many} to the ${GROUP_WORDS[group].many}`,
      )
  }
  for (const [key, { group, rater }] of were)
    if (!are.has(key)) words.push(`Took ${rater.name} out of the ${GROUP_WORDS[group].many}`)
  for (const { group, mode, threshold } of after) {
    const was = before.find((one) => one.group === group)
    if (!was) continue
    if (was.mode !== mode)
      words.push(`The ${GROUP_WORDS[group].many} answer ${mode === 'named' ? 'by name' : 'without names'}`)
    else if (was.threshold !== threshold)
      words.push(
        `The ${GROUP_WORDS[group].many} are shown from ${threshold} answers on, not ${was.threshold}`,
      )
  }
  return words
}

/** A line of `whatChanged` without the name of anybody outside, for what is kept after the round has closed. */
export const withoutOutsiders = (what: string): string =>
  what.replace(/^(Added|Took) .+ (to|out of) the customers$/s, '$1 somebody $2 the customers')
