import { guarded, quoted } from '../../../kernel/rows/cell.ts'

/** A row that was not loaded: where it begins, the value that is at fault, why and what to do, and its cells. */
export type Rejected = { line: number; says: string; why: string; row: readonly string[] }

/** The columns that a file of rejected rows adds in front. They are passed over when the mended file is read. */
export const REJECT_HEADINGS: readonly string[] = [
  'Line in the first file',
  'What it says',
  'Why it was not loaded',
]

/** The rejected rows as CSV (UTF-8 with its mark, comma, every cell quoted), each with its line and reason. */
export function rejectsCsv(headings: readonly string[], rejected: readonly Rejected[]): string {
  const rows = rejected.map(({ line, says, why, row }) => [String(line), says, why, ...row])
  const ours = headings.filter((heading) => !REJECT_HEADINGS.includes(heading))
  const lines = [[...REJECT_HEADINGS, ...ours], ...rows].map((cells) =>
    cells.map((cell) => quoted(guarded(cell))).join(','),
  )
  return `\ufeff${lines.join('\r\n')}\r\n`
}
