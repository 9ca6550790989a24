import type { Day } from '../../../kernel/day.ts'
import { wilson } from '../../../kernel/stats.ts'
import type { RecordKind } from './kinds.ts'

/** The only words in which a rate is judged. */
export type Verdict = 'improvement signal' | 'concern signal' | 'no signal' | 'too few points'

/** How many records of one kind a person has among how many contacts, over some days. */
export type RecordRate = {
  kind: RecordKind
  from: Day
  to: Day
  count: number
  /** Answered contacts on these days; null where records of the kind are not counted among contacts. */
  contacts: number | null
  /** Per 1,000 contacts; null under 5 contacts and where it makes no sense. */
  per1000: number | null
  /** The 95% Wilson interval, per 1,000 contacts. */
  low: number | null
  high: number | null
  verdict: Verdict | null
  /** Why there is no rate; null where there is one. */
  reason: string | null
}

/** Under this many: the raw count alone. Source: domain.md 3.2. */
const LEAST = 5
/** Under this many: no verdict. Source: domain.md 3.2. */
const ENOUGH = 30

/** The kinds of which customers give at most one a contact, so that they are a share of contacts. */
export function isRate(kind: RecordKind): boolean {
  return kind === 'complaint' || kind === 'compliment'
}

/**
 * A count among contacts as a rate per 1,000, with its 95% interval. A contact brings one complaint or none, so the
 * count is a share of the contacts and Wilson's interval holds for it, at 0 of n too. Source: domain.md 3.1
 * (complaint rate), 3.2 (Wilson, display under 5 and 30).
 * @param chartSays the verdict of the chart of weeks; under 30 contacts it is "too few points" all the same
 */
export function rateOf(
  kind: RecordKind,
  days: { from: Day; to: Day },
  counted: { count: number; contacts: number },
  chartSays: Verdict,
): RecordRate {
  const { count, contacts } = counted
  const base = { kind, ...days, count, contacts, per1000: null, low: null, high: null }
  if (contacts === 0)
    return {
      ...base,
      verdict: 'too few points',
      reason: 'There are no contacts on these days to count it among.',
    }
  if (count > contacts)
    return {
      ...base,
      verdict: 'too few points',
      reason: 'There are more records than contacts: the two files are not of the same work.',
    }
  if (contacts < LEAST)
    return {
      ...base,
      verdict: 'too few points',
      reason: 'Fewer than 5 contacts, so only the count is shown.',
    }
  const { low, high } = wilson(count, contacts)
  return {
    ...base,
    per1000: (1000 * count) / contacts,
    low: 1000 * low,
    high: 1000 * high,
    verdict: contacts < ENOUGH ? 'too few points' : chartSays,
    reason: null,
  }
}

/**
 * Whether weeks hold enough to be judged by a chart of single values: on average one record a week or more. Below
 * that most weeks hold none, the limits are those of a few steps, and a row of empty weeks is no news.
 * Source: D. J. Wheeler, Working With Rare Events (Quality Digest, 2011).
 */
export function areEnough(count: number, weeks: number): boolean {
  return weeks > 0 && count >= weeks
}

const one = (rate: number): string => rate.toFixed(1)
const whole = (n: number): string => n.toLocaleString('en-GB')

/** "3.0 per 1,000 contacts", or the count where there is no rate: "7 complaints". */
export function figureWords({ kind, count, per1000 }: RecordRate): string {
  return per1000 === null
    ? `${whole(count)} ${kind}${count === 1 ? '' : 's'}`
    : `${one(per1000)} per 1,000 contacts`
}

/** "7 in 2,310 contacts, interval 1.5 to 6.2"; why there is no rate. */
export function basisWords({ count, contacts, low, high, reason }: RecordRate): string {
  if (low === null || high === null || contacts === null)
    return reason ? reason.charAt(0).toLowerCase() + reason.slice(1).replace(/\.$/, '') : ''
  return `${whole(count)} in ${whole(contacts)} contacts, interval ${one(low)} to ${one(high)}`
}

/** A whole rate in a line. */
export function rateWords(rate: RecordRate): string {
  const basis = basisWords(rate)
  return `${rate.kind}s, ${rate.from} to ${rate.to}: ${figureWords(rate)}${basis ? `, ${basis}` : ''}`
}
