import { addMonths, type Day, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import type { Currency } from './currency.ts'

/** For so many months at most can somebody say that a legal duty does not touch a person's work. */
const MOST_MONTHS = 24

/** Where a competency that the law asks for stands. */
export type LegalState = 'evidenced' | 'does not apply' | 'missing' | 'lapsed'

/**
 * Evidence in date counts first; then what was said not to apply, until and on its last day; then older or undated
 * evidence; then that what was said has run out. Source: mission.md B10.
 */
export function legalStateOf(
  currency: Pick<Currency, 'state' | 'items'>,
  exemption: { untilDay: Day } | null,
  today: Day,
): LegalState {
  if (currency.state === 'current' || currency.state === 'ageing') return 'evidenced'
  if (exemption && exemption.untilDay >= today) return 'does not apply'
  if (currency.items > 0) return 'evidenced'
  return exemption ? 'lapsed' : 'missing'
}

/** Why it cannot be said that a legal duty does not apply. */
export function checkExemption(reason: string, until: Day | null, today: Day): Refusal[] {
  const refusals: Refusal[] = []
  const last = addMonths(today, MOST_MONTHS)
  if (reason === '')
    refusals.push({ field: 'reason', message: 'Say why it does not touch this work. An assessor reads it.' })
  if (reason.length > 500)
    refusals.push({ field: 'reason', message: 'Keep the reason under 500 characters.' })
  if (until === null)
    refusals.push({ field: 'until', message: 'Give the last day on which it does not apply.' })
  else if (until <= today)
    refusals.push({ field: 'until', message: 'That day is over, or is today. Give a day still to come.' })
  else if (until > last)
    refusals.push({
      field: 'until',
      message: `Work changes, so this holds for ${MOST_MONTHS} months at most. Give a day up to ${plainDay(last)}.`,
    })
  return refusals
}
