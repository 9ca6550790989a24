import { type Day, plainDay } from '../../../kernel/day.ts'
import { count, listing } from '../../../kernel/text.ts'
import type { ReviewCause } from './changes.ts'

/** A cause for which a plan is looked at again between two reviews. Source: mission.md A7; domain.md 5. */
export type CauseRaised = ReviewCause

/** What happened, as far as deciding which objectives it touches needs it. */
export type Happening =
  | { cause: 'job role'; roleChanged: boolean }
  /** `competencyIds`: what the role asks otherwise, or no longer; those that an upheld complaint is linked to. */
  | { cause: 'profile changed' | 'feedback'; competencyIds: readonly string[] }
  | { cause: 'organisation priority'; priorityId: string; measure: string | null; added: boolean }
  | { cause: 'aspiration' }
  /** The target of an objective moved, for whatever cause. `changed`: those that were changed together with it. */
  | { cause: CauseRaised; targetOf: string; changed: readonly string[] }

/** What of an objective decides whether it is touched. `competencyId` is that of the need it closes. */
export type Touchable = {
  objectiveId: string
  kind: 'professional' | 'personal'
  competencyId: string | null
  measure: string | null
  priorityId: string | null
  servesAspiration: boolean
  /** The objective that has to come first. */
  afterId: string | null
}

/**
 * Whether something that happened puts an objective in question. Another role: every professional one. A new version of
 * the role's profile, or an upheld complaint: those whose need is of a competency that it names. A new priority:
 * professional ones that serve none, and those on the same measure; one that changed: those that serve it, and those on
 * its measure. Another aspiration: those that serve it. The moved target of an objective: those that come after it and
 * were not changed together with it. Source: mission.md A7; domain.md 5.
 */
export function touches(happening: Happening, objective: Touchable): boolean {
  const named = (ids: readonly string[]) =>
    objective.competencyId !== null && ids.includes(objective.competencyId)
  if ('targetOf' in happening)
    return objective.afterId === happening.targetOf && !happening.changed.includes(objective.objectiveId)
  switch (happening.cause) {
    case 'job role':
      return happening.roleChanged && objective.kind === 'professional'
    case 'profile changed':
    case 'feedback':
      return named(happening.competencyIds)
    case 'aspiration':
      return objective.servesAspiration
    case 'organisation priority': {
      const same = happening.measure !== null && objective.measure === happening.measure
      const serves = objective.priorityId === happening.priorityId
      const loose = objective.kind === 'professional' && objective.priorityId === null
      return same || serves || (happening.added && loose)
    }
  }
}

/** What a role asks of one competency otherwise than before: a level of 1 to 5, null where it does not ask for it. */
export type LevelChange = {
  competencyId: string
  title: string
  before: number | null
  after: number | null
}

/**
 * Levels that differ between what was asked and what is: of two versions of a profile, or of two roles.
 * @param titles of competencies; one without a title is left out
 */
export function levelChanges(
  before: readonly { competencyId: string; level: number }[],
  after: readonly { competencyId: string; level: number }[],
  titles: ReadonlyMap<string, string>,
): LevelChange[] {
  const old = new Map(before.map(({ competencyId, level }) => [competencyId, level]))
  const now = new Map(after.map(({ competencyId, level }) => [competencyId, level]))
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((competencyId) => {
    const title = titles.get(competencyId)
    const [was, is] = [old.get(competencyId) ?? null, now.get(competencyId) ?? null]
    return title && was !== is ? [{ competencyId, title, before: was, after: is }] : []
  })
}

/** One level in words: "Coaching others: level 3 before, now level 4". */
export function levelWords({ title, before, after }: LevelChange): string {
  if (before === null) return `${title}: not asked before, now level ${after}`
  return after === null
    ? `${title}: level ${before} before, now not asked`
    : `${title}: level ${before} before, now level ${after}`
}

/** Upheld complaints in words: "A complaint of 3 November 2026 was upheld". */
export function complaintWords(days: readonly (Day | null)[]): string {
  const [first] = days
  if (days.length === 1)
    return first ? `A complaint of ${plainDay(first)} was upheld` : 'A complaint was upheld'
  const known = days.flatMap((day) => day ?? []).sort()
  const when = known.length > 0 ? ` of ${listing([...new Set(known)].map(plainDay))}` : ''
  return `${count(days.length, 'complaint')}${when} were upheld`
}

/**
 * A moved target in words: "O-1, which comes first: target moved from 76% to 80%". An objective that not everybody who
 * reads the cause may read is not named.
 */
export function targetWords({ ref, words, open }: { ref: string; words: string; open: boolean }): string {
  return open ? `${ref}, which comes first: ${words}` : 'An objective that comes first has another target'
}

const PRIORITY_PARTS = {
  title: 'its name',
  owner: 'who answers for it',
  dates: 'its dates',
  measure: 'its measure',
} as const
export type PriorityPart = keyof typeof PRIORITY_PARTS

/**
 * What happened to a priority, in words; null where nothing of it bears on a plan: another name or owner asks nobody
 * anything.
 */
export function priorityWords(
  what: 'added' | 'changed' | 'ended',
  title: string,
  changed: readonly PriorityPart[],
): string | null {
  if (what === 'added') return `New priority: ${title}`
  if (what === 'ended') return `The priority “${title}” has ended`
  const bears = changed.filter((part) => part === 'dates' || part === 'measure')
  return bears.length > 0
    ? `The priority “${title}” has changed: ${listing(bears.map((part) => PRIORITY_PARTS[part]))}`
    : null
}

const RELEVANCE = {
  keep: 'kept as it is',
  amend: 'answered “amend it”',
  close: 'answered “close it”',
} as const

/**
 * What was said to “still relevant?”, by whom and when: "O-1 Ring back: kept as it is, Amara Okafor, 24 November 2026."
 * @param said.of the objective; null where it can no longer be named
 */
export function relevanceWords(said: {
  of: { ref: string; title: string } | null
  answer: keyof typeof RELEVANCE | null
  who: string | null
  answeredOn: Day | null
}): string {
  const { of, answer, who, answeredOn } = said
  const words = [answer && RELEVANCE[answer], who, answeredOn && plainDay(answeredOn)].filter(Boolean)
  return `${of ? `${of.ref} ${of.title}` : 'An objective that is closed now'}: ${words.join(', ')}.`
}
