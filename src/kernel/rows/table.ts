import { CsvError, parse } from 'csv-parse/sync'
import { done, type Outcome, refused } from '../outcome.ts'
import { count } from '../text.ts'
import { EMPTY } from './encoding.ts'

export const DELIMITERS = [',', ';', '\t', '|'] as const

export type Delimiter = (typeof DELIMITERS)[number]

/** How the rows of a text are cut. */
export type Shape = {
  delimiter: Delimiter
  quote: '"' | "'"
  /** The line that holds the headings, from 1; 0: the file has none and columns are named "Column 1" on. */
  headerLine: number
}

/** Takes one record and the line on which it begins, counted from 1; answering false ends the reading. */
type OnRecord = (fields: string[], line: number) => boolean | undefined

class Enough extends Error {}

/**
 * Reads the records of a text (UTF-8, line feeds) one after the other, blank lines passed over, and keeps none of
 * them. Refused where a quotation mark is opened and never closed.
 */
function eachRecord(
  text: Buffer,
  cut: Pick<Shape, 'delimiter' | 'quote'>,
  onRecord: OnRecord,
): Outcome<void> {
  let before = 0
  try {
    parse(text, {
      delimiter: cut.delimiter,
      quote: cut.quote,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (fields: string[], { lines }) => {
        const line = lines - before > 1 ? lines - breaksIn(fields) : lines
        before = lines
        if (fields.some((field) => field !== '') && onRecord(fields, line) === false) throw new Enough()
        return null
      },
    })
  } catch (error) {
    if (error instanceof Enough) return done(undefined)
    if (!(error instanceof CsvError)) throw error
    const line = /at line (\d+)/.exec(error.message)?.[1] ?? String(before + 1)
    return refused({
      field: 'file',
      message:
        error.code === 'CSV_QUOTE_NOT_CLOSED'
          ? `Line ${before + 1} opens a quotation mark that is never closed. Close it there, or export the file again.`
          : `The rows cannot be told apart near line ${line}. Export the file again as CSV.`,
    })
  }
  return done(undefined)
}

function breaksIn(fields: readonly string[]): number {
  let breaks = 0
  for (const field of fields) for (const char of field) if (char === '\n') breaks += 1
  return breaks
}

/** The heading names of a mapping's columns: an empty heading by its place, a repeated one numbered. */
function named(fields: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return fields.map((field, index) => {
    const name = field.replace(/\s+/g, ' ').trim() || `Column ${index + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

type OnRow = (fields: string[], line: number) => boolean | undefined

/** The headings of a text cut in this way, and then each row below them. Lines above the headings are left out. */
export function eachRow(
  text: Buffer,
  shape: Shape,
  onHeadings: (headings: string[]) => void,
  onRow: OnRow,
): Outcome<void> {
  let begun = false
  return eachRecord(text, shape, (fields, line) => {
    if (!begun) {
      if (line < shape.headerLine) return undefined
      begun = true
      onHeadings(shape.headerLine === 0 ? named(fields.map(() => '')) : named(fields))
      if (shape.headerLine > 0) return undefined
    }
    return onRow(fields, line)
  })
}

/** As much of a text as is looked at to find its shape. */
const LOOK = 256 * 1024
const RECORDS = 400

const head = (text: Buffer): Buffer => {
  if (text.length <= LOOK) return text
  return text.subarray(0, text.lastIndexOf(10, LOOK) + 1 || LOOK)
}

type Cut = {
  delimiter: Delimiter
  quote: '"' | "'"
  records: { fields: string[]; line: number }[]
  width: number
  even: number
}

function cutBy(text: Buffer, delimiter: Delimiter, quote: '"' | "'"): Cut {
  const records: { fields: string[]; line: number }[] = []
  eachRecord(text, { delimiter, quote }, (fields, line) => {
    records.push({ fields, line })
    return records.length < RECORDS
  })
  const widths = new Map<number, number>()
  for (const { fields } of records) widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1)
  const [width = 0, even = 0] = [...widths].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  return { delimiter, quote, records, width, even }
}

const SEPARATORS: Record<Delimiter, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
}

type ShapeFound = Shape & { because: { delimiter: string; headerLine: string } }

/**
 * The separator that cuts the rows into the same number of fields most evenly, the quotation mark, and the line of
 * the headings. Refused: an empty file, headings with no rows, and a file of one column.
 * @param saved what a person or a mapping says already: it is kept
 * @param isValue whether a cell, beside a number, holds a value that no heading would be
 */
export function detectShape(
  text: Buffer,
  saved: Partial<Shape> = {},
  isValue: (cell: string) => boolean = () => false,
): Outcome<ShapeFound> {
  const piece = head(text)
  const sample = piece.toString('utf8')
  if (sample.trim() === '') return refused({ field: 'file', message: EMPTY })
  const single = (sample.match(/(^|[,;\t|])'[^'\n]*'(?=[,;\t|\n])/gm) ?? []).length
  const double = (sample.match(/(^|[,;\t|])"/gm) ?? []).length
  const quote = saved.quote ?? (single > 10 && single > 4 * double ? "'" : '"')
  const delimiters = saved.delimiter ? [saved.delimiter] : DELIMITERS
  const cuts = delimiters.map((delimiter) => cutBy(piece, delimiter, quote)).filter((cut) => cut.width > 1)
  const share = (cut: Cut) => cut.even / cut.records.length
  const best = cuts.toSorted((a, b) => share(b) * Math.sqrt(b.width) - share(a) * Math.sqrt(a.width))[0]
  if (!best) {
    const broken = eachRecord(text, { delimiter: saved.delimiter ?? ',', quote }, () => undefined)
    if (!broken.ok) return broken
    return refused({
      field: 'delimiter',
      message:
        'The file has only one column. Export it as CSV, with a comma, semicolon or tab between the columns.',
    })
  }
  const header = headingsIn(best, saved.headerLine, isValue)
  const rows = best.records.filter(({ line }) => line > header.line).length
  if (rows === 0) {
    const broken = eachRecord(text, best, () => undefined)
    if (!broken.ok) return broken
    return refused({
      field: 'file',
      message: `The file has headings on line ${header.line} and no rows below them. Export it again with its rows.`,
    })
  }
  const body = best.records.filter(({ line }) => line > header.line)
  const even = body.filter(({ fields }) => fields.length === best.width).length
  const odd = body.length - even
  return done({
    delimiter: best.delimiter,
    quote,
    headerLine: header.line,
    because: {
      delimiter:
        odd === 0
          ? `${count(best.width - 1, SEPARATORS[best.delimiter])} on every row looked at.`
          : `${count(best.width - 1, SEPARATORS[best.delimiter])} on each of ${count(even, 'row')} looked at; ${count(odd, 'row')} ${odd === 1 ? 'differs' : 'differ'}.`,
      headerLine: header.because,
    },
  })
}

function headingsIn(
  cut: Cut,
  saved: number | undefined,
  isValue: (cell: string) => boolean,
): { line: number; because: string } {
  if (saved !== undefined) return { line: saved, because: 'As the mapping says.' }
  const first = cut.records.find(({ fields }) => fields.length === cut.width)
  const holdsValue = (field: string) => {
    const text = field.trim()
    return /^[+-]?\d+([.,:]\d+)*$/.test(text) || isValue(text)
  }
  if (!first || first.fields.some(holdsValue)) {
    return { line: 0, because: `Line ${first?.line ?? 1} holds values already, so there are no headings.` }
  }
  return {
    line: first.line,
    because:
      first.line === 1
        ? 'Line 1 holds words only.'
        : `The lines above line ${first.line} are not part of the table.`,
  }
}
