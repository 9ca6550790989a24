import type { Id } from '../../../kernel/id.ts'
import { capital } from '../../../kernel/text.ts'

/** A level of a competency, 1 aware to 5 leads others. */
export type LevelNumber = 1 | 2 | 3 | 4 | 5

/** How much a role answers for, 1 its own learning to 6 the direction of the service. */
export type Responsibility = 1 | 2 | 3 | 4 | 5 | 6

/**
 * From this figure of a measure on, the level is at least this. `measure` is a measure's key; `from` is in its own
 * unit: shares 0 to 1, scores 1 to 5, seconds (where fewer is better, so "from" means "at most").
 * Only an organisation declares bands: a measure by itself is not a level.
 */
export type Band = { measure: string; level: LevelNumber; from: number }

/** What a role asks of one competency. `weight` is 1 to 5 and only orders what is looked at first. */
export type Requirement = {
  competencyId: Id
  level: LevelNumber
  essential: boolean
  weight: number
  bands: Band[] | null
  /** What a level looks like in this role, in place of the framework's own words. */
  levelWords: Partial<Record<LevelNumber, string>>
}

/**
 * What is asked before promotion, beside levels: levels held for so many months, evidence from so many kinds of source,
 * so many months of doing part of the work already. 0 is "not asked". Source: domain.md 2.6.
 */
export type Mastery = { months: number; sources: number; actingMonths: number }

/** One version of what a role asks, with where that was taken from. Source: mission.md B1, B2. */
export type RoleProfile = {
  roleId: Id
  title: string
  track: string
  responsibility: Responsibility
  version: string
  /** Other names the job goes by, in lower case. */
  jobs: string[]
  requirements: Requirement[]
  entry: string
  sources: { title: string; address: string }[]
  /** The trade it belongs to, in the organisation's words; null where it is of no one trade. */
  sector: string | null
  mastery: Mastery | null
  /** Nobody new comes to it. */
  retired: boolean
}

/** What a version of a profile says, without whose it is. */
export type ProfileFields = Omit<RoleProfile, 'roleId' | 'version' | 'retired'>

/** A move that people make from one role to another. */
export type Move = { from: Id; to: Id }

/** What a person at each level of responsibility answers for. Source: mission.md B1; the levels of `career.html`. */
export const RESPONSIBILITIES: Record<Responsibility, { name: string; answersFor: string }> = {
  1: { name: 'Learns with support', answersFor: 'learns the work, with support' },
  2: { name: 'Owns own contacts', answersFor: 'answers for their own contacts' },
  3: {
    name: 'Handles the hard cases',
    answersFor: 'takes the hard cases, and helps others with theirs',
  },
  4: {
    name: 'Leads a team or a practice',
    answersFor: 'answers for a team, or for how a kind of work is done',
  },
  5: { name: 'Runs a department', answersFor: 'answers for a department of several teams' },
  6: { name: 'Sets direction', answersFor: 'answers for the whole service and where it goes' },
}

/** The levels of a competency, lowest first. */
export const LEVEL_NUMBERS: readonly LevelNumber[] = [1, 2, 3, 4, 5]

/** The levels of responsibility, lowest first. */
const RESPONSIBILITY_LEVELS: readonly Responsibility[] = [1, 2, 3, 4, 5, 6]

/** The levels of responsibility to choose from, wherever somebody says how much a role answers for. */
export const RESPONSIBILITY_CHOICES: readonly { value: string; text: string; hint: string }[] =
  RESPONSIBILITY_LEVELS.map((level) => ({
    value: String(level),
    text: `${level}. ${RESPONSIBILITIES[level].name}`,
    hint: `${capital(RESPONSIBILITIES[level].answersFor)}.`,
  }))

type Worded = { levels: readonly { level: LevelNumber; anchor: string }[] }

/** What a level of a competency looks like in a role: the role's own words, else the framework's; '' where neither says. */
export function anchorFor(
  requirement: Pick<Requirement, 'levelWords'>,
  competency: Worded,
  level: LevelNumber,
): string {
  return requirement.levelWords[level] ?? competency.levels.find((each) => each.level === level)?.anchor ?? ''
}

/** What a level is called that the role alone describes, as the framework says nothing of it. */
const OWN_LABEL = 'in this role'

/** A competency with its levels described as they look in a role, those too that the role alone describes. */
export function inRole<T extends { levels: { level: LevelNumber; label: string; anchor: string }[] }>(
  requirement: Pick<Requirement, 'levelWords'>,
  competency: T,
): T {
  if (Object.keys(requirement.levelWords).length === 0) return competency
  const levels = LEVEL_NUMBERS.flatMap((level) => {
    const known = competency.levels.find((each) => each.level === level)
    const anchor = anchorFor(requirement, competency, level)
    return known || anchor ? [{ level, label: known?.label ?? OWN_LABEL, anchor }] : []
  })
  return { ...competency, levels }
}
