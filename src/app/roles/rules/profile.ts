import type { Id } from '../../../kernel/id.ts'

/** A level of a competency, 1 aware to 5 leads others. */
export type LevelNumber = 1 | 2 | 3 | 4 | 5

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
}

/** One version of what a role asks, with where that was taken from. Source: mission.md B1, B2. */
export type RoleProfile = {
  roleId: Id
  title: string
  track: string
  responsibility: LevelNumber
  version: string
  /** Other names the job goes by, in lower case. */
  jobs: string[]
  requirements: Requirement[]
  entry: string
  sources: { title: string; address: string }[]
}

/** What a person at each level of responsibility answers for. Source: mission.md B1. */
export const RESPONSIBILITIES: Record<LevelNumber, string> = {
  1: 'learns the work, with support',
  2: 'answers for their own contacts',
  3: 'takes the hard cases, and helps others with theirs',
  4: 'answers for a team, or for how a kind of work is done',
  5: 'answers for a department',
}
