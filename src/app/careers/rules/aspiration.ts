import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import type { RouteKind } from './routes.ts'

/** Where a person wants to go, as they keep it: at most one of the organisation's roles or a role of an advert. */
export type KeptAspiration = {
  /** In the person's words. */
  words: string
  since: Day
  roleId: Id | null
  /** A role outside the organisation that the person keeps. */
  targetId: Id | null
  why: string
  by: Day | null
  routeKind: RouteKind | null
}

const WORDS_MOST = 300
const WHY_MOST = 1000

/** Why where somebody wants to go cannot be kept; refusals name `aspiration`, `why` or `by`. */
export function checkAspiration(
  asked: { words: string; why: string; by: Day | null | 'wrong' },
  today: Day,
): Refusal[] {
  const { words, why, by } = asked
  const refusals: Refusal[] = []
  if (words.length > WORDS_MOST)
    refusals.push({
      field: 'aspiration',
      message: 'Keep it under 300 characters: one sentence is best.',
    })
  if (why.length > WHY_MOST)
    refusals.push({ field: 'why', message: 'Keep the reason under 1,000 characters.' })
  if (by === 'wrong') refusals.push({ field: 'by', message: 'There is no such day. Type it as 31 12 2028.' })
  else if (by !== null && by <= today)
    refusals.push({ field: 'by', message: 'That day is not to come. Give a later one, or leave it empty.' })
  return refusals
}

/** What is wanted in one line: the words, and the role where the words do not name it. */
export function saidOf(words: string, title: string | null): string {
  if (title === null || words.toLowerCase().includes(title.toLowerCase())) return words
  return `${words.replace(/[.\s]+$/, '')} (${title})`
}
