import type { Id } from '../../../kernel/id.ts'
import type { Difference } from './action-differences.ts'
import { type Compared, PARTS, requested } from './differences.ts'
import type { Action } from './objective.ts'

/** What a change asks for, item by item: each can be agreed or declined by itself. */
export function requestOf(agreed: Compared, asked: Compared): Difference[] {
  return requested(agreed, asked).filter(({ progress }) => !progress)
}

/** The change without the items that are declined: those stand as they were agreed. Actions done meanwhile stay done. */
export function without<T extends Compared>(asked: T, agreed: Compared, declined: readonly string[]): T {
  const keys = new Set(declined)
  const back = PARTS.filter(({ key }) => keys.has(key)).flatMap(({ fields }) =>
    fields.map((field) => [field, agreed[field]] as const),
  )
  const earlier = new Map(agreed.actions.map((action) => [action.actionId, action]))
  const actions = asked.actions.flatMap((action): Action[] => {
    if (!keys.has(`action-${action.actionId}`)) return [action]
    const old = earlier.get(action.actionId)
    return old ? [stood(old, action)] : []
  })
  return { ...asked, ...Object.fromEntries(back), actions }
}

/** The objective as it was agreed, where a whole change falls: what was done of its actions meanwhile stays done. */
export function asAgreed<T extends Compared>(agreed: T, now: Compared): T {
  const current = new Map<Id, Action>(now.actions.map((action) => [action.actionId, action]))
  const actions = agreed.actions.map((action) => {
    const later = current.get(action.actionId)
    return later ? stood(action, later) : action
  })
  const decided = agreed.budget && now.budget && now.budget.amount === agreed.budget.amount
  const same = decided && now.budget?.purpose === agreed.budget?.purpose
  return { ...agreed, actions, ...(same && { budget: now.budget }) }
}

const stood = (agreed: Action, now: Action): Action =>
  now.state === 'done' ? { ...agreed, state: 'done', doneOn: now.doneOn } : agreed
