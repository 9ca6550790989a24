import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'

/** Who is asked: the person, their leader, and three groups of others. Source: domain.md 6. */
export type Group = 'self' | 'leader' | 'peers' | 'reports' | 'customers'

/** The groups that people are nominated to. */
export type OtherGroup = Exclude<Group, 'self' | 'leader'>

export const OTHER_GROUPS: readonly OtherGroup[] = ['peers', 'reports', 'customers']

export const isOtherGroup = (group: Group): group is OtherGroup => group !== 'self' && group !== 'leader'

/** Whether the answers of a group are shown together without names, or each with the name of who gave it. */
export type Mode = 'anonymous' | 'named'

/** One of the two open questions: what the person should keep doing, and what they could do differently. */
export type OpenQuestion = 'keep' | 'change'

export const OPEN_QUESTIONS: readonly OpenQuestion[] = ['keep', 'change']

/** Somebody who is asked; a colleague, or somebody outside with an e-mail address. Whether they answered is said nowhere. */
export type Rater = { requestId: Id; personId: Id | null; name: string; email: string | null }

export type RaterGroup = {
  group: Group
  mode: Mode
  /** An anonymous group shows nothing that fewer answered than this. */
  threshold: number
  raters: Rater[]
}

/** What the leader changed of the nominations, and why. */
export type Adjustment = { by: string; what: string; reason: string; on: Day }

/** A competency as it is asked about: its title, and the behaviour of each level as the framework words it. */
export type Question = { competencyId: Id; title: string; levels: { level: Level; anchor: string }[] }

export type Level = 1 | 2 | 3 | 4 | 5

/** `closed` means released: what may be shown is shown, and the rest is gone. */
export type RoundState = 'draft' | 'nominated' | 'open' | 'closed'

export type Round = {
  roundId: Id
  /** F-1, F-2: the person's rounds in the order in which they were planned. */
  ref: string
  personId: Id
  state: RoundState
  /** Grows with every change until launch. */
  version: number
  purpose: string
  competencyIds: Id[]
  /** Frozen at launch; empty before. */
  questions: Question[]
  launchedBy: Id | null
  launchedOn: Day | null
  /** Answers are taken to the end of this day. */
  closesOn: Day | null
  /** In the order of `Group`. */
  groups: RaterGroup[]
  adjustments: Adjustment[]
  sharedWithAssessor: boolean
}
