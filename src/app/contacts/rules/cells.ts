import { hash } from 'node:crypto'
import { REJECT_HEADINGS } from './rejects.ts'
import { remembering } from './words.ts'

/** Why a row is not loaded: the value at fault, and what to do. */
export type Fault = { says: string; why: string }

/** The cells of one row at a time, asked for by what their column becomes. Built once for a file. */
export type Cells<R extends string> = {
  /** Takes the next row, and forgets the faults of the one before. */
  take(fields: readonly string[]): void
  has(role: R): boolean
  /** The trimmed cell; empty where it says nothing or no column has the role. */
  cell(role: R): string
  /** The cell on one line without control characters, 200 characters at most. */
  name(role: R): string
  fail(role: R, why: string): void
  /** What is wrong with the row, the first first. */
  faults: readonly Fault[]
  /** SHA-256 (hex) of the row's cells, whatever the encoding, quotes or blanks around them in the file. */
  rowHash(): string
}

const LONGEST = 200

const oneLine = (text: string): string =>
  text.length <= LONGEST && /^[\x21-\x7e]*$/.test(text)
    ? text
    : text
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, LONGEST)

/** SHA-256 in hex. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex')

/** @param mapping what each heading's column becomes, `ignore` where it is left out; and what cells say when they say nothing */
export function cellsOf<R extends string>(
  mapping: { columns: Readonly<Record<string, R>>; nullTokens: readonly string[] },
  headings: readonly string[],
): Cells<R> {
  const place = new Map<string, number>()
  const kept: number[] = []
  headings.forEach((heading, index) => {
    const role = mapping.columns[heading] ?? 'ignore'
    if (role !== 'ignore' && !place.has(role)) place.set(role, index)
    if (!REJECT_HEADINGS.includes(heading)) kept.push(index)
  })
  const tokens = new Set(mapping.nullTokens.map((token) => token.toLowerCase()))
  const longest = mapping.nullTokens.reduce((most, token) => Math.max(most, token.length), 0)
  const tidy = remembering(oneLine)
  const faults: Fault[] = []
  let row: readonly string[] = []

  const cell = (role: R): string => {
    const index = place.get(role)
    if (index === undefined) return ''
    const text = (row[index] ?? '').trim()
    return text.length <= longest && tokens.has(text.toLowerCase()) ? '' : text
  }
  return {
    take(fields) {
      row = fields
      faults.length = 0
    },
    has: (role) => place.has(role),
    cell,
    name: (role) => (role === 'id' ? oneLine(cell(role)) : tidy(cell(role))),
    fail(role, why) {
      const index = place.get(role)
      const value = index === undefined ? '' : oneLine(row[index] ?? '').slice(0, 60)
      faults.push({ says: `${index === undefined ? role : headings[index]} ${value || 'empty'}`, why })
    },
    faults,
    rowHash() {
      let text = ''
      for (const index of kept) text += `${(row[index] ?? '').trim()}\u001f`
      return sha256(text.normalize('NFC'))
    },
  }
}
