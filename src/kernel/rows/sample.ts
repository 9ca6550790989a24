import { count } from '../text.ts'
import { eachRow, type Shape } from './table.ts'

/** Rows to check a mapping by, and what they are. */
export type Sample = { rows: { line: number; cells: readonly string[] }[]; says: string }

const ROWS = 5
const LONGEST = 80

/** The first five rows; in place of the fifth, the first call nobody answered where it stands further down. */
export function sampleOf(text: Buffer, shape: Shape, firstUnanswered: number | null): Sample {
  const rows: Sample['rows'] = []
  let width = 0
  eachRow(
    text,
    shape,
    (headings) => {
      width = headings.length
    },
    (fields, line) => {
      if (fields.length < width) return undefined
      const cells = fields.slice(0, width).map((cell) => cell.replace(/\s+/g, ' ').trim().slice(0, LONGEST))
      const wanted = line === firstUnanswered
      if (rows.length < ROWS) rows.push({ line, cells })
      else if (wanted) rows[ROWS - 1] = { line, cells }
      return rows.length < ROWS || (firstUnanswered !== null && line < firstUnanswered)
    },
  )
  const lines = rows.map(({ line }) => line)
  const [first = 0, last = 0] = [lines[0], lines.at(-1)]
  if (firstUnanswered !== null && last === firstUnanswered && rows.length > 1) {
    return {
      rows,
      says: `Lines ${first} to ${lines.at(-2)}, and line ${last}: the first call nobody answered`,
    }
  }
  return {
    rows,
    says: rows.length === 1 ? `Line ${first}` : `Lines ${first} to ${last}, ${count(rows.length, 'row')}`,
  }
}
