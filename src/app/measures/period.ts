import { type Day, daysBetween, isDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { readForm } from '../visit.ts'
import type { Days } from './rules/book.ts'
import { recentWeeks } from './rules/run.ts'

/** The days a page was asked for, by a link (`from=2026-06-01`) or by the boxes of the period form. */
export type Asked = {
  range: Days | undefined
  refusals: Refusal[]
  /** What was typed into the boxes. */
  values: Readonly<Record<string, string>>
}

/** The longest period that is counted at once, in days: ten years. */
const LONGEST = 3660

/** Reads the period of an address. A missing end is today, a missing start 26 weeks before the end. */
export function readPeriod(query: URLSearchParams, today: Day): Asked {
  const form = readForm([...query])
  const refusals: Refusal[] = []
  const dayOf = (name: 'from' | 'to'): Day | null => {
    const linked = form.text(name)
    if (linked && isDay(linked)) return linked
    const typed = linked ? 'wrong' : form.day(name)
    if (typed !== 'wrong') return typed
    refusals.push({
      field: name,
      message: `The ${name === 'from' ? 'first' : 'last'} day does not exist. Check the day and the month.`,
    })
    return null
  }
  const [from, to] = [dayOf('from'), dayOf('to')]
  if (refusals.length > 0 || (from === null && to === null))
    return { range: undefined, refusals, values: form.values }
  const end = to ?? (from !== null && from > today ? from : today)
  const range = { from: from ?? recentWeeks(end, end).from, to: end }
  if (daysBetween(range.from, range.to) > LONGEST || daysBetween(today, range.to) > LONGEST) {
    refusals.push({ field: 'from', message: 'That is more than ten years. Choose days closer together.' })
    return { range: undefined, refusals, values: form.values }
  }
  if (range.from > range.to) {
    refusals.push({ field: 'to', message: 'The last day is before the first. Change one of them.' })
    return { range: undefined, refusals, values: form.values }
  }
  return { range, refusals, values: form.values }
}
