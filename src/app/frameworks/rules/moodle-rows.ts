import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { detectEncoding, readable, toUtf8 } from '../../../kernel/rows/encoding.ts'
import { detectShape, eachRow, type Shape } from '../../../kernel/rows/table.ts'
import { CASE_LIMITS } from './case-limits.ts'
import { type MoodleColumn, moodleColumns, namesMoodle } from './moodle-columns.ts'

/** A row of Moodle's file, its cells by their column; '' where the file has no such column. */
export type MoodleRow = { line: number; cell(column: MoodleColumn): string }

/** The text of a file and how its rows are cut, without a question asked. */
function opened(bytes: Uint8Array): Outcome<{ text: Buffer; shape: Shape }> {
  const sound = readable(bytes)
  if (!sound.ok) return sound
  const found = detectEncoding(bytes)
  if (!found.ok) return found
  const text = toUtf8(bytes, found.value.encoding)
  if (!text.ok) return text
  const shape = detectShape(text.value, { headerLine: 1 })
  return shape.ok ? done({ text: text.value, shape: shape.value }) : shape
}

/** Whether a file's headings say that it is a framework as Moodle exports it. */
export function isMoodleCsv(bytes: Uint8Array): boolean {
  const file = opened(bytes)
  if (!file.ok) return false
  let is = false
  const { text, shape } = file.value
  eachRow(
    text,
    shape,
    (headings) => {
      is = namesMoodle(headings)
    },
    () => false,
  )
  return is
}

/** The rows of Moodle's file below its headings. Refused: what is none, and one of more rows than a framework may have. */
export function rowsIn(bytes: Uint8Array): Outcome<MoodleRow[]> {
  const file = opened(bytes)
  if (!file.ok) return file
  let columns: Map<MoodleColumn, number> | null = null
  const rows: MoodleRow[] = []
  const read = eachRow(
    file.value.text,
    file.value.shape,
    (headings) => {
      columns = moodleColumns(headings)
    },
    (fields, line) => {
      rows.push({ line, cell: (column) => fields[columns?.get(column) ?? -1] ?? '' })
      return columns !== null && rows.length <= CASE_LIMITS.items
    },
  )
  if (!read.ok) return read
  if (columns === null)
    return refused({
      field: 'file',
      message:
        'This is not a framework as Moodle exports it: its columns are others. Import it as a plain CSV, and say what each column is.',
    })
  if (rows.length > CASE_LIMITS.items)
    return refused({
      field: 'file',
      message: `The file has more than ${CASE_LIMITS.items.toLocaleString('en-GB')} rows. Split it, and import the parts.`,
    })
  return done(rows)
}
