import { type Day, daysBetween, plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import type { SmartReading } from '../../../kernel/smart.ts'
import { clip } from '../../../kernel/text.ts'
import type { Basis } from './reading.ts'

export type ObjectiveState = 'draft' | 'proposed' | 'questioned' | 'agreed' | 'closed'
export type ObjectiveUnit = 'share' | 'score' | 'seconds' | 'count'
export type ClosedAs = 'met' | 'not met' | 'no longer needed'
export type Kind = 'professional' | 'personal'

export type Action = {
  actionId: Id
  what: string
  owner: string
  /** Where the owner is a person of the organisation. */
  ownerId: Id | null
  by: Day | null
  state: 'planned' | 'done' | 'dropped'
  doneOn: Day | null
}

/** Why an agreed plan changes. Source: mission.md A7; domain.md 5. */
export const CAUSES = [
  'job role',
  'profile changed',
  'organisation priority',
  'aspiration',
  'feedback',
  'target met',
  'target missed',
  'other',
] as const
export type Cause = (typeof CAUSES)[number]

/** An objective as the plan holds it. Figures of a share are 0 to 1, of a time in seconds. */
export type Objective = {
  objectiveId: Id
  /** Such as O-2. */
  ref: string
  personId: Id
  needId: Id | null
  title: string
  text: string
  kind: Kind
  /** Why it is professional, or personal. */
  why: string
  /** Only the person may know that it exists. */
  private: boolean
  /** The measure's key; null where there is none, or it is counted by hand. */
  measure: string | null
  measureName: string | null
  unit: ObjectiveUnit | null
  baseline: number | null
  target: number | null
  due: Day | null
  resources: string
  success: string
  priorityId: Id | null
  priority: string | null
  servesAspiration: boolean
  state: ObjectiveState
  unmetReason: string | null
  actions: Action[]
  reading: SmartReading
  basis: Basis | null
  version: number
  madeOn: Day
  proposedOn: Day | null
  agreedOn: Day | null
  /** Agreed by the person alone: nobody leads them. */
  agreedAlone: boolean
  closedOn: Day | null
  closedAs: ClosedAs | null
  /** Why it changes after it was agreed, until that change is agreed. */
  cause: Cause | null
  causeReason: string | null
  changedAt: Date
  changedBy: Id
}

/** What a person writes of an objective. */
export type ObjectiveFields = Pick<
  Objective,
  | 'title'
  | 'text'
  | 'kind'
  | 'why'
  | 'private'
  | 'measure'
  | 'unit'
  | 'baseline'
  | 'target'
  | 'due'
  | 'resources'
  | 'success'
  | 'priorityId'
  | 'servesAspiration'
> & { needId: Id | null; actions: ActionFields[] }

export type ActionFields = { actionId: Id | null; what: string; owner: string; by: Day | null; drop: boolean }

export function isCause(text: string): text is Cause {
  return CAUSES.some((cause) => cause === text)
}

/** The name an objective goes by: its own, else the beginning of its words. */
export function titleOf(fields: { title: string; text: string }): string {
  return clip(fields.title || fields.text, 80)
}

/**
 * Why a draft cannot be saved: only where there are no words at all, or what was typed cannot be kept as typed.
 * Everything else may come later. Source: mission.md A10.
 */
export function checkDraft(fields: ObjectiveFields): Refusal[] {
  const refusals: Refusal[] = []
  if (!fields.text && !fields.title)
    refusals.push({ field: 'text', message: 'Write a few words on what you want to do.' })
  if (fields.text.length > 5000)
    refusals.push({ field: 'text', message: 'Keep the objective under 5,000 characters.' })
  for (const field of ['title', 'why', 'resources', 'success'] as const)
    if (fields[field].length > 5000) refusals.push({ field, message: 'Keep it under 5,000 characters.' })
  fields.actions.forEach(({ what, owner }, at) => {
    if (what.length > 1000)
      refusals.push({ field: `a${at}-what`, message: 'Keep an action under 1,000 characters.' })
    if (owner.length > 100)
      refusals.push({ field: `a${at}-owner`, message: 'Keep a name under 100 characters.' })
  })
  if (fields.due !== null && fields.due > '2199')
    refusals.push({ field: 'due', message: 'That is too far away to plan for. Check the year.' })
  if (fields.private && fields.kind === 'professional')
    refusals.push({ field: 'kind', message: 'A professional objective can be read by your leader.' })
  return refusals
}

/**
 * What is still missing before an objective can be proposed, or agreed alone: its words, why it is professional or
 * personal, and for a professional one the need it closes. Letters of SMART are never asked for here.
 * Source: mission.md A6 and A9.
 */
export function checkProposal(
  objective: Pick<Objective, 'text' | 'kind' | 'why' | 'needId' | 'priorityId' | 'servesAspiration'>,
): Refusal[] {
  const refusals: Refusal[] = []
  if (!objective.text)
    refusals.push({
      field: 'text',
      message: 'Say what you will do, how you will know, and by when: others can read only what is written.',
    })
  if (!objective.why)
    refusals.push({ field: 'why', message: `Say in a sentence why it is ${objective.kind}.` })
  const loose = !objective.needId && !objective.priorityId && !objective.servesAspiration
  if (objective.kind === 'professional' && loose)
    refusals.push({
      field: 'need',
      message: 'Choose the need it closes, the priority it serves, or where you want to go.',
    })
  return refusals
}

const LETTERS = ['S', 'M', 'A', 'R', 'T'] as const
const LETTER_NAMES = {
  S: 'Specific',
  M: 'Measurable',
  A: 'Achievable',
  R: 'Relevant',
  T: 'Time-bound',
} as const

/** The letters of SMART that are not found: agreeing all the same takes a stated reason. Source: mission.md A6. */
export function unmetLetters(reading: SmartReading): string[] {
  return LETTERS.filter((name) => reading.letters[name]?.found === false).map((name) => LETTER_NAMES[name])
}

/** Days by which a planned action has passed its date; 0 where it has not, or has none. */
export function lateBy(action: Pick<Action, 'state' | 'by'>, today: Day): number {
  return action.state === 'planned' && action.by !== null ? Math.max(0, daysBetween(action.by, today)) : 0
}

/** Actions that still count: all but the dropped. */
export function standing(actions: readonly Action[]): Action[] {
  return actions.filter((action) => action.state !== 'dropped')
}

/**
 * Which knot of the thread an objective has reached, by the plan's own records: its actions once it is agreed, a
 * review once they are all done or its date has passed, its impact once it is closed as met or not met.
 */
export function stageOf(
  objective: Pick<Objective, 'state' | 'actions' | 'due'>,
  today: Day,
): 'Objective' | 'Actions' | 'Review and reflection' | 'Impact on practice' {
  if (objective.state === 'closed') return 'Impact on practice'
  if (objective.state !== 'agreed') return 'Objective'
  const actions = standing(objective.actions)
  const acted = actions.length > 0 && actions.every((action) => action.state === 'done')
  return acted || (objective.due !== null && objective.due < today) ? 'Review and reflection' : 'Actions'
}

/** Where an objective stands, in words: "agreed on 29 September 2026", "not agreed by anybody else". */
export function stateWords(objective: Objective, leader: string | null): string {
  switch (objective.state) {
    case 'draft':
      return objective.agreedOn ? `agreed on ${plainDay(objective.agreedOn)}, and being changed` : 'draft'
    case 'proposed':
      return `proposed${leader ? `, waits for ${leader}` : ''}`
    case 'questioned':
      return `questioned${leader ? ` by ${leader}` : ''}`
    case 'agreed': {
      const on = objective.agreedOn ? ` on ${plainDay(objective.agreedOn)}` : ''
      if (objective.private) return `in your plan since ${plainDay(objective.agreedOn ?? objective.madeOn)}`
      return objective.agreedAlone ? `set${on}, not agreed by anybody else` : `agreed${on}`
    }
    case 'closed':
      return `closed, ${objective.closedAs ?? 'no longer needed'}`
  }
}
