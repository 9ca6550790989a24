import { type Refusal, refused } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import type { Item } from './item.ts'
import { inCycle, inTreeOrder } from './tree.ts'

/** A row of a file that cannot be read: where it begins, what it says, why and what to do. */
export type RowFault = { line: number; says: string; why: string }

/** What a row of a file says of where its item stands. */
export type StandingRow = {
  line: number
  /** What a person would call the row. */
  says: string
  /** What other rows call it, such as its code. */
  key: string
  /** The key of the row that it stands under; '' at the top. */
  parent: string
}

/**
 * Where each row's item stands, by the place of its parent among the rows (null at the top), and what is wrong: a key that two
 * rows have, a parent that no row is, and rows that stand under themselves.
 */
export function standing(rows: readonly StandingRow[]): { parents: (number | null)[]; faults: RowFault[] } {
  const places = new Map<string, number>()
  const faults: RowFault[] = []
  const fault = (row: StandingRow, why: string) => faults.push({ line: row.line, says: row.says, why })
  rows.forEach((row, at) => {
    const first = rows[places.get(row.key) ?? -1]
    if (first) fault(row, `Line ${first.line} has “${row.key}” too. Give each row a code of its own.`)
    else if (row.key) places.set(row.key, at)
  })
  const parents = rows.map((row) => {
    if (!row.parent) return null
    const parent = places.get(row.parent)
    if (parent === undefined) fault(row, `It stands under “${row.parent}”, which no row of the file is.`)
    return parent ?? null
  })
  const nodes = rows.map((_, at) => ({ itemId: String(at), parentId: textOf(parents[at]) }))
  const [round] = inCycle(nodes)
  const row = round && rows[Number(round.itemId)]
  const above = round && rows[Number(round.parentId)]
  if (row && above) {
    const way = above === row ? '' : `, by way of ${above.says}`
    fault(row, `It stands under itself${way}. Put it under another row.`)
  }
  return { parents, faults: faults.toSorted((a, b) => a.line - b.line) }
}

const textOf = (place: number | null | undefined): string | null =>
  place === null || place === undefined ? null : String(place)

/** The items that a file without retired ones holds, in the order of their tree: a retired one stays above what is in use. */
export function inUse(items: readonly Item[]): Item[] {
  const kept = new Set<string | null>()
  const ordered = inTreeOrder(items)
  for (const { itemId, parentId, retired } of ordered.toReversed())
    if (!retired || kept.has(itemId)) kept.add(itemId).add(parentId)
  return ordered.filter(({ itemId }) => kept.has(itemId))
}

/** How many faults of one file are said. */
const FAULTS = 20

const sentence = ({ line, says, why }: RowFault): Refusal => ({
  field: 'file',
  message: `Line ${line}, ${says}: ${why}`,
})

/** The first faults of a file, a refusal each, and how many more there are. */
export function refusedRows(faults: readonly RowFault[]): { ok: false; refusals: Refusal[] } {
  const more = faults.length - FAULTS
  const first = faults.slice(0, FAULTS).map(sentence)
  return refused(
    ...first,
    ...(more > 0 ? [{ field: 'file', message: `${count(more, 'more row')} cannot be read.` }] : []),
  )
}
