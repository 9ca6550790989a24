import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { type Action, lateBy, standing } from './objective.ts'

/** Characters in one note. */
const LIMIT = 2000

/** Why a note on how an objective goes cannot be kept; each names `note`. */
export function checkNote(words: string): Refusal[] {
  if (!words) return [{ field: 'note', message: 'Write a few words on how it goes.' }]
  return words.length > LIMIT ? [{ field: 'note', message: 'Keep it under 2,000 characters.' }] : []
}

/** How far the actions of an objective are: those dropped do not count. `late` is how many have passed their date. */
export type ActionsDone = { done: number; of: number; late: number; next: Day | null }

/** Progress by the actions themselves: how many are done, how many are late, and the next date. Source: mission.md A7. */
export function actionsDone(actions: readonly Action[], today: Day): ActionsDone {
  const all = standing(actions)
  const planned = all.filter(({ state }) => state === 'planned')
  return {
    done: all.length - planned.length,
    of: all.length,
    late: planned.filter((action) => lateBy(action, today) > 0).length,
    next: planned.flatMap(({ by }) => (by !== null && by >= today ? [by] : [])).sort()[0] ?? null,
  }
}
