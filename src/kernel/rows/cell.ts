/** What a spreadsheet takes for the beginning of a formula. Source: OWASP, CSV Injection. */
const FORMULA = /^'*\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/**
 * A cell that a spreadsheet cannot take for a formula: one that begins as a formula does gets an apostrophe in
 * front, unless it is a plain number or a mark for nothing such as "-". Source: OWASP, CSV Injection.
 */
export function guarded(cell: string): string {
  if (!FORMULA.test(cell)) return cell
  return /^[+-]?\d+([.,]\d+)*$|^[-+]{1,3}$/.test(cell) ? cell : `'${cell}`
}

/** The cell without the apostrophe that `guarded` put in front. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}

/** The cell as CSV writes it, between quotation marks. */
export function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}
