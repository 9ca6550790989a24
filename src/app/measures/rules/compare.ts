import { addDays, type Day } from '../../../kernel/day.ts'
import { quantile } from '../../../kernel/stats.ts'
import { type Days, earlier, later } from './book.ts'
import { chartOf, POINTS } from './chart.ts'
import type { Definition } from './definitions.ts'
import { type Difference, differenceOf, levelOf } from './difference.ts'
import { ENOUGH, figureOf, LEAST } from './figure.ts'
import type { Observation } from './observation.ts'

/** One side of a comparison: how many, and what they come to. Shares run from 0 to 1, times are means in seconds. */
export type Side = Days & {
  n: number
  /** How many met it; null for what is no share. */
  met: number | null
  /** The share or the mean with its 95% interval; null under 5. */
  level: { value: number; low: number; high: number } | null
}

/** Which way the later side lies, where the interval of the difference can tell. Higher is not always better. */
export type Says = 'higher' | 'lower' | 'cannot tell' | 'too few to judge'

export type Contrast = {
  before: Side
  after: Side
  /** The later side less the earlier; null where a side has under 5. */
  difference: Difference | null
  says: Says
}

/** Why a baseline is likely to be followed by better weeks even where nothing changed. */
export type Picked =
  | { why: 'concern signal' /** The Monday of the last such week. */; week: Day }
  | { why: 'worse third' /** Of so many weeks before it. */; weeks: number }

/** A before and after, with the fairer one beside it where the baseline was picked for being bad. */
export type Judged = Contrast & { picked: Picked | null; fairer: Contrast | null }

/** Days before a change that make the baseline. */
const BEFORE_DAYS = 91
/** The most days after a change that count. */
const AFTER_DAYS = 182
/** Days of history before the baseline that are looked at. */
const HISTORY_DAYS = 364
/** A change within so many days after a concern signal counts as made because of it. */
const SOON_DAYS = 56

/**
 * The days to compare around a change: 13 weeks before it, and up to 26 from it on.
 * @param since the first day of the change
 * @param last the last day that is known for good
 */
export function daysAround(since: Day, last: Day): { history: Days; before: Days; after: Days } {
  const first = addDays(since, -BEFORE_DAYS)
  return {
    history: { from: addDays(first, -HISTORY_DAYS), to: addDays(first, -1) },
    before: { from: first, to: addDays(since, -1) },
    after: { from: since, to: later(since, earlier(last, addDays(since, AFTER_DAYS - 1))) },
  }
}

const within = (all: readonly Observation[], { from, to }: Days) =>
  all.filter(({ day }) => day >= from && day <= to)
const valuesOf = (all: readonly Observation[]) => all.map(({ value }) => value)

function sideOf(definition: Definition, all: readonly Observation[], days: Days): Side {
  const values = valuesOf(all)
  return {
    ...days,
    n: values.length,
    met: definition.unit === 'share' ? values.reduce((sum, value) => sum + value, 0) : null,
    level: values.length >= LEAST ? levelOf(definition.unit, values) : null,
  }
}

/**
 * What was counted on some days against what was counted on others. Under 5 on a side nothing is compared; under 30
 * the difference stands with its interval and is "too few to judge"; else it is higher or lower where the interval
 * leaves out 0, and "cannot tell" where it does not. Source: domain.md 3.2.
 */
export function contrast(
  definition: Definition,
  all: readonly Observation[],
  before: Days,
  after: Days,
): Contrast {
  const [earlierOnes, laterOnes] = [within(all, before), within(all, after)]
  const least = Math.min(earlierOnes.length, laterOnes.length)
  const difference =
    least >= LEAST ? differenceOf(definition.unit, valuesOf(laterOnes), valuesOf(earlierOnes)) : null
  return {
    before: sideOf(definition, earlierOnes, before),
    after: sideOf(definition, laterOnes, after),
    difference,
    says: least < ENOUGH || difference === null ? 'too few to judge' : wayOf(difference),
  }
}

function wayOf({ low, high }: Difference): Says {
  if (low > 0) return 'higher'
  return high < 0 ? 'lower' : 'cannot tell'
}

/**
 * Whether a baseline was picked for being bad: the change came within 8 weeks after a week that was a concern signal on
 * the chart of the 26 weeks before it; or the baseline's figure lies in the worse third of the weekly figures of the
 * year before it, where there are 12 or more. What is picked for being bad is, by chance alone, followed by better: it
 * regresses to the mean. Source: domain.md 3.3; Barnett, van der Pols and Dobson 2005, Int. J. Epidemiology 34.
 * @param all what was counted, from the history on
 * @param covered the days that the data speak for
 */
function pickedOf(
  definition: Definition,
  all: readonly Observation[],
  days: { history: Days; before: Days },
  covered: Days | null,
): Picked | null {
  const since = addDays(days.before.to, 1)
  const recent = { from: later(days.history.from, addDays(since, -BEFORE_DAYS * 2)), to: days.before.to }
  const known = covered && { from: covered.from, to: earlier(covered.to, recent.to) }
  const concern = chartOf(definition, within(all, recent), recent, known).weeks.findLast(
    ({ week, figure, state }) =>
      state === 'complete' && figure.verdict === 'concern signal' && week >= addDays(since, -SOON_DAYS),
  )
  if (concern) return { why: 'concern signal', week: concern.week }
  const baseline = figureOf(definition, within(all, days.before), days.before, 'too few points').value
  const past = chartOf(definition, within(all, days.history), days.history, covered).weeks.flatMap(
    ({ figure, state }) => (state === 'complete' && figure.value !== null ? [figure.value] : []),
  )
  if (baseline === null || past.length < POINTS) return null
  const sorted = past.sort((a, b) => a - b)
  const isBad =
    definition.betterIs === 'higher'
      ? baseline <= quantile(sorted, 1 / 3)
      : baseline >= quantile(sorted, 2 / 3)
  return isBad ? { why: 'worse third', weeks: past.length } : null
}

/** The before and after of a change; where the baseline was picked for being bad, also against the year before it. */
export function judgeChange(
  definition: Definition,
  all: readonly Observation[],
  days: ReturnType<typeof daysAround>,
  covered: Days | null,
): Judged {
  const picked = pickedOf(definition, all, days, covered)
  const fairer = picked ? contrast(definition, all, days.history, days.after) : null
  return {
    ...contrast(definition, all, days.before, days.after),
    picked,
    fairer: fairer?.difference ? fairer : null,
  }
}

/** Why a figure of several people is shown to nobody; null where it may be. */
export type Withheld = 'fewer than 3 people' | 'mostly one person'

/**
 * A figure of fewer than 3 people, or of which one person makes more than 80%, would tell on somebody.
 * @param counts how many each person has, of each side
 */
export function withheldOf(counts: readonly { before: number; after: number }[]): Withheld | null {
  if (counts.length < 3) return 'fewer than 3 people'
  const most = (side: 'before' | 'after') => {
    const all = counts.map((one) => one[side])
    return (
      Math.max(...all) /
      Math.max(
        1,
        all.reduce((sum, one) => sum + one, 0),
      )
    )
  }
  return Math.max(most('before'), most('after')) > 0.8 ? 'mostly one person' : null
}
