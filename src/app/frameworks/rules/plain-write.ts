import { guarded, quoted } from '../../../kernel/rows/cell.ts'
import { LEVEL_LABELS, LEVELS, type LevelNumber } from './competency.ts'
import { inUse } from './csv-tree.ts'
import type { FrameworkPackage, Item } from './item.ts'

const anchor = (item: Item, level: LevelNumber): string =>
  item.levels.find((one) => one.level === level)?.anchor ?? ''

/**
 * A framework as a plain list (UTF-8 with its mark): a row an item, a column a level, guarded against spreadsheets that would
 * take a text for a formula. A level is named by the first item that has it. What is retired is left out.
 */
export function writePlain(pkg: Pick<FrameworkPackage, 'items'>): string {
  const items = inUse(pkg.items)
  const codes = new Map<string, number>()
  for (const { code } of items) codes.set(code, (codes.get(code) ?? 0) + 1)
  const names = new Map(
    items.map(({ itemId, code }) => [itemId, code && codes.get(code) === 1 ? code : itemId]),
  )
  const used = LEVELS.filter((level) => items.some((item) => anchor(item, level)))
  const columns: [string, (item: Item) => string][] = [
    ['Code', ({ code }) => (codes.get(code) === 1 ? code : '')],
    ['Parent', ({ parentId }) => names.get(parentId ?? '') ?? ''],
    ['Title', ({ title }) => title],
    ['Statement', ({ statement }) => statement],
    ['Kind', ({ kind }) => (kind === 'group' ? 'heading' : kind)],
    ...used.map((level): [string, (item: Item) => string] => [
      levelHeading(items, level),
      (item) => anchor(item, level),
    ]),
    ['Soft', ({ soft }) => (soft ? 'yes' : 'no')],
    ['Legal', ({ legal }) => (legal ? 'yes' : 'no')],
    ['Words', ({ words }) => words.join(', ')],
    ['Identifier', ({ itemId }) => itemId],
  ]
  const lines = [
    columns.map(([heading]) => quoted(heading)),
    ...items.map((item) => columns.map(([, of]) => quoted(guarded(of(item))))),
  ]
  return `\ufeff${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`
}

/** What the column of a level is called: by the first item that has it. */
export function levelHeading(items: readonly Item[], level: LevelNumber): string {
  const named = items.flatMap(({ levels }) => levels.find((one) => one.level === level)?.label || [])
  return `Level ${level}: ${named.at(0) ?? LEVEL_LABELS[level]}`
}
