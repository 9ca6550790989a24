import type { Day } from '../../../kernel/day.ts'
import type { Better } from '../../../kernel/stats.ts'
import { coveredBy, type Days } from './book.ts'
import { type Chart, chartOf } from './chart.ts'
import type { Definition } from './definitions.ts'
import type { Figure } from './figure.ts'
import type { Observation } from './observation.ts'

/** Something counted by hand where no helpdesk counts it: a standard met ("2 of 3 observed calls"), or kept ("2 compliments"). */
export type Tally = {
  name: string
  words: string
  betterIs: Better
  entries: readonly TallyEntry[]
}

/** `met` of `of` on a day; `of` is null where there is nothing to count them among. */
export type TallyEntry = { day: Day; met: number; of: number | null }

/**
 * A tally by the same rules as a measure from contacts: the raw count under 5, an interval and "too few points" under
 * 30, limits from 12 weeks of 5 or more. Entries without an `of` are a count alone and make no share.
 * @param asOf today
 * @param baselineTo the last day before a known change: limits come from the weeks that end by then
 * @throws RangeError where an entry's `met` is not a whole number from 0 to `of`
 */
export function tallyChart(tally: Tally, range: Days, asOf: Day, baselineTo?: Day): Chart {
  const entries = entriesIn(tally, range)
  const observations = tallyObservations(tally, range)
  const covered = coveredBy(new Set(tally.entries.map((entry) => entry.day)), asOf)
  const chart = chartOf(tallyDefinition(tally), observations, range, covered, baselineTo)
  const kept = entries.filter((entry) => entry.of === null)
  return kept.length > 0 && observations.length === 0
    ? { ...chart, figure: alone(chart.figure, kept) }
    : chart
}

const entriesIn = (tally: Tally, { from, to }: Days) =>
  tally.entries.filter((entry) => entry.day >= from && entry.day <= to)

/**
 * What a tally of shares counts over a range, one by one; nothing for a count alone.
 * @throws RangeError as `tallyChart`
 */
export function tallyObservations(tally: Tally, range: Days): Observation[] {
  return entriesIn(tally, range).flatMap((entry) => {
    if (!Number.isInteger(entry.met) || entry.met < 0 || entry.met > (entry.of ?? entry.met)) {
      throw new RangeError(`No ${entry.met} of ${entry.of}`)
    }
    return Array.from({ length: entry.of ?? 0 }, (_, i) => ({
      day: entry.day,
      value: Number(i < entry.met),
      provisional: false,
    }))
  })
}

function alone(figure: Figure, kept: readonly TallyEntry[]): Figure {
  const sum = kept.reduce((total, entry) => total + entry.met, 0)
  return {
    ...figure,
    numerator: sum,
    n: sum,
    reason: 'A count alone: it says nothing of how many there could have been.',
  }
}

/** What a tally's share means, in the words it was begun with. */
export function tallyDefinition(tally: Tally): Definition {
  return {
    key: 'tally',
    version: 'tally.v1',
    name: tally.name,
    words: tally.words,
    unit: 'share',
    betterIs: tally.betterIs,
    numeratorWords: 'times it was met',
    denominatorWords: 'times it was looked at',
    missingWords: 'Nothing has been counted in this period.',
  }
}
