import type { Day } from '../day.ts'
import { partOf } from './calendar.ts'
import { BARE_YEAR, DATES } from './dates.ts'
import { leadTo, type Period, type Rule } from './lead.ts'
import { matchesOf, overlaps, type Span } from './reading.ts'
import { SPANS } from './spans.ts'

const RULES: readonly Rule[] = [...DATES, ...SPANS, BARE_YEAR]

/** The passages that give a goal an end, in the order of the text, none overlapping. Source: domain.md 5. */
export function periodsIn(plain: string, today: Day): Period[] {
  const found: Period[] = []
  for (const rule of RULES) {
    for (const match of matchesOf(rule.pattern, plain)) {
      const lead = leadTo(plain, match.index)
      if (rule.holds && !rule.holds(lead, match, plain)) continue
      const span: Span = [lead.start, match.index + match[0].trimEnd().length]
      if (found.some((other) => overlaps(other.span, span))) continue
      const part = partOf(`${lead.words}${match[0]}`)
      const day = rule.day(match, today, part)
      found.push({ span, kind: rule.ofCalendar && day === null ? 'no such day' : (rule.kind ?? 'end'), day })
    }
  }
  return found.sort((a, b) => a.span[0] - b.span[0])
}
