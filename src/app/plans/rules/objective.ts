import { type Day, daysBetween, plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Sharing } from '../../../kernel/sharing.ts'
import { type SmartReading, unmetNames } from '../../../kernel/smart.ts'
import { clip } from '../../../kernel/text.ts'
import type { Budget } from './budget.ts'
import type { Basis } from './reading.ts'

export type ObjectiveState = 'draft' | 'proposed' | 'questioned' | 'agreed' | 'closed'
export type ObjectiveUnit = 'share' | 'score' | 'seconds' | 'count'
export type ClosedAs = 'met' | 'not met' | 'no longer needed'
export type Kind = 'professional' | 'personal'

/** How something is learnt: by doing it, from others, by a course. A prompt and never a ratio. Source: domain.md 4. */
const WAYS = ['experience', 'others', 'course'] as const
export type Way = (typeof WAYS)[number]

export type Action = {
  actionId: Id
  what: string
  owner: string
  /** Where the owner is a person of the organisation. */
  ownerId: Id | null
  /** With whom it is done; '' where nobody is named. */
  withWhom: string
  way: Way | null
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

/** What was agreed beforehand of how an objective is judged at its end, in words or figures; '' where nothing was. */
export type Bands = { partly: string; met: string; exceeded: string }

/** A request that was declined: a change to what was agreed, or the objective itself where `asked` is ''. */
export type Declined = { on: Day; by: string; reason: string; asked: string }

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
  /** Who may read it: the person alone, their leader too, or whoever assesses them as well. */
  sharing: Sharing
  /** Only the person may know that it exists: `sharing` is "me". */
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
  bands: Bands
  budget: Budget | null
  /** The objective of the same person that has to come first, and its name, such as O-2. */
  afterId: Id | null
  after: string | null
  /** Where it stands in the person's own order: the smaller comes first. Others see the order alone, never this figure. */
  place: number
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
  /** When a change to it was agreed last, after the first agreement. */
  amendedOn: Day | null
  declined: Declined | null
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
> & {
  needId: Id | null
  actions: ActionFields[]
  /** What `private` says where left out. */
  sharing?: Sharing
  /** As they were where left out. */
  bands?: Bands
  /** Money asked for; as it was where left out, none where null. */
  budget?: Pick<Budget, 'amount' | 'purpose'> | null
  /** As it was where left out. */
  afterId?: Id | null
}

/** What a person writes of an action; with whom and how stay as they were where left out. */
export type ActionFields = {
  actionId: Id | null
  what: string
  owner: string
  by: Day | null
  drop: boolean
  withWhom?: string
  way?: Way | null
}

export function isWay(text: string): text is Way {
  return WAYS.some((way) => way === text)
}

export function isCause(text: string): text is Cause {
  return CAUSES.some((cause) => cause === text)
}

/** The name an objective goes by: its own, else the beginning of its words. */
export function titleOf(fields: { title: string; text: string }): string {
  return clip(fields.title || fields.text, 80)
}

/** The letters of the organisation's set that are not found: agreeing all the same takes a stated reason. Source: mission.md A6. */
export function unmetLetters(reading: SmartReading): string[] {
  return unmetNames(reading)
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
  const { state, agreedOn, amendedOn, declined } = objective
  const amended = amendedOn
    ? `, amended on ${amendedOn === agreedOn ? 'the same day' : plainDay(amendedOn)}`
    : ''
  const before = agreedOn ? `agreed on ${plainDay(agreedOn)}${amended}, ` : ''
  const waits = leader ? `, waits for ${leader}` : ''
  switch (state) {
    case 'draft':
      if (before) return `${before}and being changed`
      return declined ? `draft, declined on ${plainDay(declined.on)}` : 'draft'
    case 'proposed':
      return before ? `${before}and a change is proposed${waits}` : `proposed${waits}`
    case 'questioned':
      return `${before && `${before}and its change `}questioned${leader ? ` by ${leader}` : ''}`
    case 'agreed': {
      if (objective.private) return `in your plan since ${plainDay(agreedOn ?? objective.madeOn)}${amended}`
      const on = agreedOn ? ` on ${plainDay(agreedOn)}` : ''
      return `${objective.agreedAlone ? `set${on}, not agreed by anybody else` : `agreed${on}`}${amended}`
    }
    case 'closed':
      return `closed, ${objective.closedAs ?? 'no longer needed'}`
  }
}
