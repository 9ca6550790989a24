import type { Refusal } from '../../../kernel/outcome.ts'
import { fromLines, toLines } from './lines.ts'

/** A line of an audit or QA score sheet, as it was typed. */
export type SheetLine = { item: string; got: string; of: string; comment: string }

/** What a sheet comes to. `counted` lines have a score; `apart` have none, because they did not apply. */
export type SheetTotal = { got: number; of: number; counted: number; apart: number }

export const sheetText = (lines: readonly SheetLine[]): string =>
  toLines(lines.map(({ item, got, of, comment }) => [item, got, of, comment]))

export const sheetLines = (text: string | undefined): SheetLine[] =>
  fromLines(text, 4).map(([item = '', got = '', of = '', comment = '']) => ({ item, got, of, comment }))

/** A score: a number of at least nought, with a point or a comma. */
function score(text: string): number | null {
  return /^\d{1,6}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : null
}

/** Points got and points possible of one sheet; lines without a score do not count. Never a mean over sheets: few sheets rank nobody. Source: domain.md 3.1, QA score. */
export function totalOf(lines: readonly SheetLine[]): SheetTotal {
  const scored = lines.flatMap((line) => {
    const [got, of] = [score(line.got), score(line.of)]
    return got === null || of === null ? [] : [{ got, of }]
  })
  const sum = (values: number[]) => Math.round(values.reduce((a, b) => a + b, 0) * 100) / 100
  return {
    got: sum(scored.map(({ got }) => got)),
    of: sum(scored.map(({ of }) => of)),
    counted: scored.length,
    apart: lines.length - scored.length,
  }
}

/** Why lines cannot be kept as they are, each naming the line by its number on the form. */
export function checkSheet(lines: readonly SheetLine[]): Refusal[] {
  const refuse = (message: string): Refusal => ({ field: 'd-lines', message })
  return lines.flatMap(({ item, got, of }, index) => {
    const line = `Line ${index + 1}`
    if (item === '') return [refuse(`${line} has no words. Say what was asked.`)]
    if (got === '') return []
    const [points, most] = [score(got), score(of)]
    if (points === null) return [refuse(`${line}: “${got}” is no score. Give a number, or leave it empty.`)]
    if (most === null || most === 0)
      return [refuse(`${line} has a score and no “Out of”. Give the most it could get.`)]
    if (points > most) return [refuse(`${line} got ${got} out of ${of}. Change one of them.`)]
    return []
  })
}
