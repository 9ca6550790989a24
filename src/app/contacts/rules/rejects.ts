/** A row that was not loaded: where it begins, the value that is at fault, why and what to do, and its cells. */
export type Rejected = { line: number; says: string; why: string; row: readonly string[] }

/** The columns that a file of rejected rows adds in front. They are passed over when the mended file is read. */
export const REJECT_HEADINGS: readonly string[] = [
  'Line in the first file',
  'What it says',
  'Why it was not loaded',
]

/**
 * A cell that a spreadsheet cannot take for a formula: one that begins as a formula does gets an apostrophe in
 * front, unless it is a plain number or a mark for nothing such as "-".
 * Source: OWASP, CSV Injection.
 */
function guarded(cell: string): string {
  if (!/^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell)) return cell
  return /^[+-]?\d+([.,]\d+)*$|^[-+]{1,3}$/.test(cell) ? cell : `'${cell}`
}

const quoted = (cell: string): string => `"${guarded(cell).replaceAll('"', '""')}"`

/** The rejected rows as CSV (UTF-8 with its mark, comma, every cell quoted), each with its line and reason. */
export function rejectsCsv(headings: readonly string[], rejected: readonly Rejected[]): string {
  const rows = rejected.map(({ line, says, why, row }) => [String(line), says, why, ...row])
  const ours = headings.filter((heading) => !REJECT_HEADINGS.includes(heading))
  const lines = [[...REJECT_HEADINGS, ...ours], ...rows].map((cells) => cells.map(quoted).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}
