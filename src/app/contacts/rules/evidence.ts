import type { Outcome } from '../../../kernel/outcome.ts'
import { eachRow, type Shape } from '../../../kernel/rows/table.ts'
import { noProfile, type Profile, weighCell } from './columns.ts'
import { noOrderEvidence, type OrderEvidence, weighDate } from './dates.ts'
import { type DecimalEvidence, noDecimalEvidence, readNumber, weighNumber } from './numbers.ts'
import { REJECT_HEADINGS } from './rejects.ts'

/** Rows from which it is told what a column holds. */
const PROFILED = 2000

/** The scores of a file that are numbers. */
export type RatingEvidence = { n: number; above: number; max: number }

type Evidence = { order: OrderEvidence; decimal: DecimalEvidence; rating: RatingEvidence }

const isNothing = (tokens: readonly string[]): ((text: string) => boolean) => {
  const nothing = new Set(['', ...tokens.map((token) => token.toLowerCase())])
  return (text) => nothing.has(text.toLowerCase())
}

/** The headings, and what the cells of each column look like over the first rows. */
export function profilesOf(
  text: Buffer,
  shape: Shape,
  nullTokens: readonly string[],
): Outcome<{ headings: string[]; profiles: Profile[]; rows: number }> {
  const nothing = isNothing(nullTokens)
  let headings: string[] = []
  let profiles: Profile[] = []
  let rows = 0
  const walked = eachRow(
    text,
    shape,
    (names) => {
      headings = names
      profiles = names.map(noProfile)
    },
    (fields) => {
      rows += 1
      if (fields.length !== headings.length) return rows < PROFILED
      for (const [index, profile] of profiles.entries()) {
        const cell = (fields[index] ?? '').trim()
        if (!nothing(cell)) weighCell(profile, cell)
      }
      return rows < PROFILED
    },
  )
  const kept = profiles.filter(({ heading }) => !REJECT_HEADINGS.includes(heading))
  return walked.ok ? { ok: true, value: { headings, profiles: kept, rows } } : walked
}

/** The headings whose columns hold dates, numbers, and (one of the numbers) scores on a scale. */
export type Telling = { dates: readonly string[]; numbers: readonly string[]; rating?: string }

/** What all rows say about the order of dates, the decimal mark and the scale of the scores. */
export function evidenceIn(text: Buffer, shape: Shape, telling: Telling, nullTokens: readonly string[]) {
  const nothing = isNothing(nullTokens)
  const evidence: Evidence = {
    order: noOrderEvidence(),
    decimal: noDecimalEvidence(),
    rating: { n: 0, above: 0, max: 0 },
  }
  let width = 0
  let dates: number[] = []
  let numbers: number[] = []
  let rating = -1
  const walked = eachRow(
    text,
    shape,
    (names) => {
      width = names.length
      const places = (told: readonly string[]) =>
        names.flatMap((name, index) => (told.includes(name) ? [index] : []))
      dates = places(telling.dates)
      numbers = places(telling.numbers)
      rating = telling.rating === undefined ? -1 : names.indexOf(telling.rating)
    },
    (fields, line) => {
      if (fields.length < width) return undefined
      for (const index of dates) {
        const cell = (fields[index] ?? '').trim()
        if (!nothing(cell)) weighDate(evidence.order, cell, line)
      }
      for (const index of numbers) {
        const cell = (fields[index] ?? '').trim()
        if (nothing(cell)) continue
        weighNumber(evidence.decimal, cell, line)
        if (index === rating) weighRating(evidence.rating, cell)
      }
      return undefined
    },
  )
  return walked.ok ? { ok: true as const, value: evidence } : walked
}

function weighRating(evidence: RatingEvidence, text: string): void {
  const score = readNumber(text, '.') ?? readNumber(text, ',')
  if (score === null) return
  evidence.n += 1
  if (score > 5) evidence.above += 1
  evidence.max = Math.max(evidence.max, score)
}
