import type { Refusal } from '../../../kernel/outcome.ts'
import { count, listing } from '../../../kernel/text.ts'

/** Rows of one table as they were read; `places` says where each stands, the headings being row 1. */
export type Sheet = { file: string; columns: string[]; rows: string[][]; places: number[] }

/** Faults that are named one by one; of more, only how many. */
const NAMED = 10

/** What is wrong with the tables of a download, each by file, row and column. */
export type Faults = {
  add(sheet: Sheet, row: number | null, column: string | null, message: string): void
  refusals(): Refusal[]
}

export function openFaults(): Faults {
  const named: Refusal[] = []
  let more = 0
  return {
    add({ file, places }, row, column, message) {
      const line = row === null ? null : places[row]
      const place = [file, line && `row ${line}`, column && `column “${column}”`].filter(Boolean).join(', ')
      if (named.length < NAMED) named.push({ field: 'file', message: `${place}: ${message}` })
      else more += 1
    },
    refusals: () =>
      more === 0
        ? named
        : [
            ...named,
            { field: 'file', message: `${more.toLocaleString('en-GB')} more rows have such faults.` },
          ],
  }
}

/** Notes every cell that no database keeps as text: a zero sign, or half of a sign. */
export function checkText(sheet: Sheet, faults: Faults): void {
  for (const [at, row] of sheet.rows.entries())
    for (const [column, text] of row.entries())
      if (text.includes('\u0000') || !text.isWellFormed())
        faults.add(
          sheet,
          at,
          sheet.columns[column] ?? null,
          'it holds a sign that is no text. Download the file again.',
        )
}

/** How a report says that rows were not used, and why; none where all were. */
export const leftOut = (rows: number, what: string, why: string): string[] =>
  rows === 0 ? [] : [`${count(rows, what)} left out: ${why}.`]

type Reader<Column extends string> = (row: string[], column: Column) => string

/**
 * How the cells of a sheet are found by their headings; null, with the fault noted, where a needed heading is not there.
 * A column that may be missing reads as ''.
 */
export function readerOf<Needed extends string, Extra extends string = never>(
  sheet: Sheet,
  faults: Faults,
  needed: readonly Needed[],
  extra: readonly Extra[] = [],
): Reader<Needed | Extra> | null {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const places = new Map(sheet.columns.map((name, at) => [plain(name), at]))
  const missing = needed.filter((name) => !places.has(plain(name)))
  if (missing.length > 0) {
    const words = missing.map((name) => `“${name}”`)
    faults.add(
      sheet,
      null,
      null,
      `there is no column ${listing(words)}. Its headings are ${listing(sheet.columns.map((name) => `“${name}”`))}.`,
    )
    return null
  }
  const at = new Map([...needed, ...extra].map((name) => [name, places.get(plain(name))]))
  return (row, column) => (row[at.get(column) ?? -1] ?? '').trim()
}

/** The name of a table as its publisher calls it: without ending, language, or what says that it is a part. */
export function tableName(file: string): string {
  return file
    .replace(/\.[a-z]+$/i, '')
    .replace(/\.(subset|contact-centre|[a-z-]+)$/i, '')
    .replace(/_[a-z]{2}$/i, '')
    .replace(/[-_ ]+/g, ' ')
    .toLowerCase()
    .trim()
}

/**
 * What keeps a download from being loaded as a whole, after its faults by row: its main table is missing or empty, or no
 * version is known.
 * @param download.whole what to load, and as what; `example` a version as its publisher writes them
 */
export function faultsOfWhole(
  faults: Faults,
  read: { hasMain: boolean; occupations: number; version: string | null },
  download: { name: string; main: string; whole: string; example: string },
): Refusal[] {
  const refusals = faults.refusals()
  const { name, main, whole, example } = download
  if (!read.hasMain)
    refusals.unshift({ field: 'file', message: `There is no table “${main}” in it. ${whole}` })
  else if (read.occupations === 0 && refusals.length === 0)
    refusals.push({ field: 'file', message: `Its table “${main}” holds no occupation.` })
  if (read.version === null)
    refusals.push({
      field: 'version',
      message: `Its names do not say which version of ${name} it is. Say it, for example ${example}.`,
    })
  return refusals
}
