import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import type { Action, Cause, ClosedAs, Objective } from './objective.ts'

/** A change that a review asks of one agreed objective. What is left out stays. Figures as stored. */
export type AskedChange = {
  objectiveId: Id
  cause: Cause
  /** In a person's words; needed where the cause is "other". */
  reason: string
  text?: string
  due?: Day | null
  baseline?: number | null
  target?: number | null
  resources?: string
  success?: string
  addActions?: readonly Pick<Action, 'actionId' | 'what' | 'owner' | 'ownerId' | 'by'>[]
  dropActions?: readonly Id[]
  close?: ClosedAs
}

/** Why a change cannot be made; a field is named `cause-ID`, `reason-ID` or `due-ID` after the objective. */
export function checkChange(
  objective: Pick<Objective, 'objectiveId' | 'ref' | 'state' | 'private'> | undefined,
  change: AskedChange,
  today: Day,
): Refusal[] {
  const { objectiveId: id } = change
  if (!objective || objective.private || objective.state !== 'agreed')
    return [{ message: `${objective?.ref ?? 'An objective'} is not agreed, so a review cannot change it.` }]
  const refusals: Refusal[] = []
  if (change.cause === 'other' && !change.reason)
    refusals.push({ field: `reason-${id}`, message: `Say why ${objective.ref} changes.` })
  if (change.due && change.due < today)
    refusals.push({ field: `due-${id}`, message: `Give ${objective.ref} a date that is still to come.` })
  return refusals
}

/** The objective with a change made. Pure: the same change always gives the same objective. */
export function applyChange(objective: Objective, change: AskedChange, today: Day): Objective {
  const { text, due, baseline, target, resources, success, addActions = [], dropActions = [], close } = change
  const added = addActions.map(
    (action): Action => ({ ...action, withWhom: '', way: null, state: 'planned', doneOn: null }),
  )
  const kept = objective.actions.map(
    (action): Action =>
      dropActions.includes(action.actionId) && action.state === 'planned'
        ? { ...action, state: 'dropped' }
        : action,
  )
  return {
    ...objective,
    ...(text !== undefined && { text }),
    ...(due !== undefined && { due }),
    ...(baseline !== undefined && { baseline }),
    ...(target !== undefined && { target }),
    ...(resources !== undefined && { resources }),
    ...(success !== undefined && { success }),
    actions: [...kept, ...added],
    ...(close && { state: 'closed', closedAs: close, closedOn: today }),
  }
}
