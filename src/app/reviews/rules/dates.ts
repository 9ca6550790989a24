import { addDays, type Day } from '../../../kernel/day.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'

/** A date for a review: not passed, and not further away than a year. */
export function checkNext(day: Day | null | 'wrong', today: Day, field = 'next'): Outcome<Day> {
  if (day === 'wrong') return refused({ field, message: 'There is no such day. Type it as 19 1 2027.' })
  if (day === null) return refused({ field, message: 'Give the date of the next review.' })
  if (day <= today) return refused({ field, message: 'That day is not to come. Give a later one.' })
  if (day > addDays(today, 366))
    return refused({ field, message: 'That is more than a year away. Give an earlier day.' })
  return done(day)
}
