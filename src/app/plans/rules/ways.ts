import type { Action } from './objective.ts'

/** Whether all that is planned is learnt on courses: a hint to think of other ways, never a ratio. Source: domain.md 4. */
export function onlyCourses(actions: readonly Pick<Action, 'state' | 'way'>[]): boolean {
  const counted = actions.filter(({ state }) => state !== 'dropped')
  return counted.length > 0 && counted.every(({ way }) => way === 'course')
}
