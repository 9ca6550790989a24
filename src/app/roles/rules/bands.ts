import type { Day } from '../../../kernel/day.ts'
import { done, type Outcome, type Refusal, refused } from '../../../kernel/outcome.ts'
import type { Band, LevelNumber } from './profile.ts'

/** A measure for which bands can be declared; `most` is the largest figure that it can have. */
export type Banded = {
  measure: string
  name: string
  unit: 'share' | 'score' | 'seconds'
  betterIs: 'higher' | 'lower'
  most: number
}

export const BANDED: readonly Banded[] = [
  { measure: 'fcr', name: 'Resolved first time', unit: 'share', betterIs: 'higher', most: 1 },
  { measure: 'resolved', name: 'Resolved as logged', unit: 'share', betterIs: 'higher', most: 1 },
  { measure: 'csat', name: 'Satisfied customers', unit: 'share', betterIs: 'higher', most: 1 },
  { measure: 'csat_mean', name: 'Mean satisfaction', unit: 'score', betterIs: 'higher', most: 5 },
  {
    measure: 'first_reply',
    name: 'Time to first reply',
    unit: 'seconds',
    betterIs: 'lower',
    most: 2_592_000,
  },
  { measure: 'handle_time', name: 'Handle time', unit: 'seconds', betterIs: 'lower', most: 86_400 },
]

/** The levels for which a figure can be named: level 1 needs none. */
export const BAND_LEVELS: readonly LevelNumber[] = [2, 3, 4, 5]

/**
 * The level that a figure makes by the bands declared for its measure: the highest whose figure is reached, 1 where
 * none is, null where none was declared for the measure. The interval of the figure must still be shown beside it.
 */
export function levelByBands(
  bands: readonly Band[] | null,
  measure: string,
  value: number,
): LevelNumber | null {
  const declared = (bands ?? []).filter((band) => band.measure === measure)
  const banded = BANDED.find((each) => each.measure === measure)
  if (declared.length === 0 || !banded) return null
  const reached = declared.filter(({ from }) =>
    banded.betterIs === 'higher' ? value >= from : value <= from,
  )
  return reached.sort((a, b) => b.level - a.level)[0]?.level ?? 1
}

/**
 * Reads the figures typed for levels 2 to 5 of one measure: per cent for shares, else the measure's own unit; null
 * where left empty. All empty: no bands for that measure.
 * @returns the bands, or every refusal, named by field `level-2` to `level-5` or `measure`
 */
export function readBands(
  measure: string,
  typed: readonly { level: LevelNumber; figure: number | null; text: string }[],
): Outcome<Band[]> {
  const banded = BANDED.find((each) => each.measure === measure)
  if (!banded) return refused({ field: 'measure', message: 'Choose a measure.' })
  const scale = banded.unit === 'share' ? 100 : 1
  const bands: Band[] = []
  const refusals: Refusal[] = []
  for (const { level, figure, text } of typed) {
    if (text === '') continue
    const field = `level-${level}`
    const last = bands.at(-1)
    if (figure === null)
      refusals.push({ field, message: `Give level ${level} as a number, or leave it empty.` })
    else if (figure < 0 || figure > banded.most * scale)
      refusals.push({
        field,
        message: `Level ${level}: ${banded.name} lies between 0 and ${banded.most * scale}.`,
      })
    else if (
      last &&
      (banded.betterIs === 'higher' ? figure / scale <= last.from : figure / scale >= last.from)
    )
      refusals.push({
        field,
        message: `Level ${level} asks no more than level ${last.level}. Give a ${banded.betterIs} figure.`,
      })
    else bands.push({ measure, level, from: figure / scale })
  }
  return refusals.length > 0 ? refused(...refusals) : done(bands)
}

/** The version after this one: numbered within the year, "2026-1" to "2026-2", and "2027-1" in the next. */
export function versionAfter(version: string, today: Day): string {
  const [year, number] = version.split('-')
  const thisYear = today.slice(0, 4)
  return year !== undefined && year >= thisYear && number ? `${year}-${Number(number) + 1}` : `${thisYear}-1`
}
