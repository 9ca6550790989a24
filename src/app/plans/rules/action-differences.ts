import { plainDay } from '../../../kernel/day.ts'
import { within } from '../../../kernel/text.ts'
import type { Action, Way } from './objective.ts'

/** One thing that differs between two states of an objective. `words` reads after the objective's name. */
export type Difference = {
  /** The part of the objective; of an action, which one: "action-ID". */
  key: string
  item: string
  before: string | null
  after: string | null
  words: string
  /** An action was done, or not after all: the plan was followed, not changed. */
  progress?: true
}

const WAY_WORDS: Record<Way, string> = {
  experience: 'learnt by doing it',
  others: 'learnt from others',
  course: 'learnt on a course',
}

/** An action in a sentence: "“Listen in”, Amara Okafor, with Priya Nair, learnt from others, by 11 December 2026". */
function actionWords({ what, owner, withWhom, way, by }: Action): string {
  return [
    `“${within(what)}”`,
    owner,
    withWhom && `with ${withWhom}`,
    way && WAY_WORDS[way],
    by && `by ${plainDay(by)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** What differs between the actions of an objective before and after, one by one. */
export function actionDifferences(before: readonly Action[], after: readonly Action[]): Difference[] {
  const earlier = new Map(before.map((action) => [action.actionId, action]))
  const later = new Set(after.map((action) => action.actionId))
  const dropped = (action: Action, was: string): Difference => ({
    key: `action-${action.actionId}`,
    item: 'action',
    before: was,
    after: null,
    words: `action dropped: ${was}`,
  })
  const changed = after.flatMap((action): Difference[] => {
    const old = earlier.get(action.actionId)
    const now = actionWords(action)
    const common = { key: `action-${action.actionId}`, item: 'action', after: now }
    if (!old)
      return action.state === 'dropped' ? [] : [{ ...common, before: null, words: `action added: ${now}` }]
    const was = actionWords(old)
    if (action.state === 'dropped') return old.state === 'dropped' ? [] : [dropped(action, was)]
    if (old.state === 'dropped') return [{ ...common, before: null, words: `action taken up again: ${now}` }]
    const rewritten = was === now ? [] : [{ ...common, before: was, words: `action changed to ${now}` }]
    if (old.state === action.state) return rewritten
    const words = action.state === 'planned' ? `action not done after all: ${now}` : `action done: ${now}`
    return [...rewritten, { ...common, before: old.state, after: action.state, words, progress: true }]
  })
  const gone = before.filter((action) => !later.has(action.actionId) && action.state !== 'dropped')
  return [...changed, ...gone.map((action) => dropped(action, actionWords(action)))]
}
