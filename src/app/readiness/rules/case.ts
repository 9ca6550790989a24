import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'

/** Everything the thirteen checks look at, gathered from the person's records as one reader may see them. */
export type Case = {
  today: Day
  /** The profile in force of the role that the person has; null where there is none. */
  role: { title: string; version: string; asks: Asked[] } | null
  /** The newest self-assessment that was handed in, else the one that is open. */
  self: SelfAssessment | null
  /** What the self-assessment lacks against the profile in force; null where no profile is in force. */
  complete: { lacking: { title: string }[] } | null
  /** The newest SWOT that may be read. An entry is linked where it leans on evidence, a competency or a need. */
  swot: {
    number: number
    beganOn: Day
    entries: { quarter: string; words: string; linked: boolean }[]
  } | null
  /** How many competencies can be compared in the Johari window, and in how many of them 360 feedback stands. */
  johari: { compared: number; feedback: number }
  /** The newest agreed levels, by competency. */
  agreed: { competencyId: Id; level: number }[]
  competencies: { competencyId: Id; title: string; soft: boolean }[]
  /** Which competencies are matched to which recognised framework, read at its publisher's: "ESCO 1.2.0". */
  recognised: { competencyId: Id; framework: string }[]
  evidence: Item[]
  needs: Need[]
  objectives: Objective[]
  /** Closed reviews, oldest first. */
  reviews: { number: number; heldOn: Day; signed: number; alone: boolean }[]
  /** When the plan was first agreed. */
  agreedOn: Day | null
  nextReviewOn: Day | null
  /** How often this plan is to be reviewed, in weeks, and who set it. */
  cadence: { weeks: number; setFor: 'person' | 'organisation' | 'usual' }
  /** Every change that a later version of the plan made. */
  changes: { ref: string; cause: string; reason: string }[]
  accounts: Account[]
  /** Where the person wants to go. */
  aspiration: string | null
  career: Career
  /** How many priorities the organisation has in force. */
  priorities: number
}

/** Where the person wants to go next, and what they found out on the way. */
export type Career = {
  /** The role that they aim for; null where they chose none. */
  target: string | null
  /** The route to it from the role that they have; null where none leads there. */
  route: {
    /** The roles on it, in order, the last the target. */
    steps: string[]
    character: 'progression' | 'sideways' | 'a new job, not progression'
  } | null
  /** Sources they looked at, with what they learnt and why they rely on them. */
  sources: { title: string; learnt: string; why: string }[]
  /** What they say of two sources beside each other. */
  compared: string[]
  /** Ways to go that they compared. */
  ways: {
    /** The roles besides the one they have. */
    titles: string[]
    /** On how many tracks of the organisation those are. */
    tracks: number
    /** The one that suits is not the role they have. */
    onward: boolean
    why: string
    progression: string
    /** The words on progression tell what they would answer for. */
    grows: boolean
  }[]
}

export type Asked = { competencyId: Id; title: string; soft: boolean; level: number }

export type SelfAssessment = {
  assessmentId: Id
  inOn: Day | null
  roleTitle: string
  roleVersion: string
  /** Against the profile that is in force. */
  current: boolean
  /** Blind to the reader until both passes are in. */
  withheld: boolean
  ratings: {
    competencyId: Id
    level: number | null
    /** Null where none was begun. */
    example: Example | null
    /** It cites an item of evidence that is a single occasion: a compliment, an observation. */
    occasion: boolean
  }[]
}

/** What an example says; `general` where it reads as a habit or a trait and not as one occasion. */
export type Example = { when: string; who: string; did: string; followed: string; general: boolean }

export type Item = {
  evidenceId: Id
  /** "Helpdesk measure", "Compliment". */
  source: string
  /** Somebody else stands behind it, or it holds another's words or counted work. */
  outside: boolean
  links: { competencyId: Id }[]
}

export type Need = {
  needId: Id
  ref: string
  title: string
  competencyId: Id | null
  kind: 'professional' | 'personal' | 'both'
  why: string
  evidenceIds: Id[]
}

export type Objective = {
  objectiveId: Id
  ref: string
  kind: 'professional' | 'personal'
  why: string
  needId: Id | null
  /** The letters of SMART that are not found, by name. */
  unmet: string[]
  resources: string
  success: string
  due: Day | null
  actions: number
  agreed: boolean
  closedAs: 'met' | 'not met' | 'no longer needed' | null
  /** In force: today, or as long as the objective was open. */
  priority: { title: string; inForce: boolean } | null
  servesAspiration: boolean
}

export type Account = {
  reflectionId: Id
  ref: string
  about: string
  /** The stages of its cycle, in order, and whether each is neither empty nor thin. */
  stages: { name: string; words: number; done: boolean }[]
  /** What its hints say: it is all description, it names no cause, its action is missing or vague. */
  hints: readonly ('description' | 'cause' | 'action')[]
  /** What changed since, as the account says it and as reviews said it of the same thing. */
  impacts: string[]
}

export type CheckState = 'there' | 'missing'

/** A page of the person's records that satisfies a check, or would. */
export type Where = { text: string; page: PageName; id?: Id }
export type PageName =
  | 'assessments'
  | 'swot'
  | 'testimony'
  | 'gaps'
  | 'evidence'
  | 'new evidence'
  | 'plan'
  | 'objective'
  | 'new objective'
  | 'reviews'
  | 'reflections'
  | 'reflection'
  | 'career'
  | 'target'
  | 'research'
  | 'comparisons'

/** What one check finds. Never a mark: what is there, what is missing, and where. */
export type Finding = { state: CheckState; what: string; missing: string | null; where: Where[] }

/** A finding: there where nothing is lacking. */
export function finding(what: string, lacks: readonly (string | false | null)[], ...where: Where[]): Finding {
  const missing = lacks.filter((lack): lack is string => Boolean(lack))
  return {
    state: missing.length > 0 ? 'missing' : 'there',
    what,
    missing: missing.length > 0 ? missing.map((lack) => capital(lack)).join('. ') : null,
    where,
  }
}

/** Nothing of what the check asks for. */
export function nothing(what: string, missing: string, ...where: Where[]): Finding {
  return { state: 'missing', what, missing, where }
}

export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
