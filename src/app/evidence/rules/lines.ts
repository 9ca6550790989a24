/** Between the cells of a line: "Greeting | 2 | 2 | Said her name". */
const BAR = ' | '

const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '/').trim()

/** Rows of cells as lines of text, which people can read as they stand; rows of empty cells are left out. */
export function toLines(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => row.map(cell))
    .filter((row) => row.some((text) => text !== ''))
    .map((row) => row.join(BAR).replace(/[ |]+$/, ''))
    .join('\n')
}

/** The rows that `toLines` wrote, each with as many cells as asked for. */
export function fromLines(text: string | undefined, cells: number): string[][] {
  return (text ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const row = line.split('|').map((part) => part.trim())
      return Array.from({ length: cells }, (_, at) => row[at] ?? '')
    })
}
