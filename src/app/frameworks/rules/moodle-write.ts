import type { Id } from '../../../kernel/id.ts'
import { quoted } from '../../../kernel/rows/cell.ts'
import { clip } from '../../../kernel/text.ts'
import { inUse } from './csv-tree.ts'
import { wordsOfHtml } from './html-words.ts'
import type { FrameworkPackage, Item } from './item.ts'
import { MOODLE_COLUMNS, type MoodleColumn } from './moodle-columns.ts'
import { MOODLE, type MoodleRest, SHORT } from './moodle-csv.ts'
import { taxonomyOf } from './moodle-kinds.ts'

/** A row of Moodle's file. */
export type MoodleCells = Partial<Record<MoodleColumn, string>>

const COLUMNS = Object.keys(MOODLE_COLUMNS) as MoodleColumn[]

/** Plain text, as Moodle numbers formats of text. */
const PLAIN = '2'

const moodleIn = (rest: Record<string, unknown>): MoodleRest => (rest[MOODLE] ?? {}) as MoodleRest

/** The rows of a framework as Moodle's CSV has them: the framework's own, and one for each item in use, in order. */
export function moodleRows(pkg: FrameworkPackage): { head: MoodleCells; items: Map<Id, MoodleCells> } {
  const items = inUse(pkg.items)
  const numbers = idNumbersOf(items)
  const related = Map.groupBy(
    pkg.associations.filter(
      ({ type, destinationId }) => type === 'isRelatedTo' && numbers.has(destinationId),
    ),
    ({ originId }) => originId,
  )
  const rowOf = (item: Item): MoodleCells => ({
    ...itemRow(item, numbers),
    related: (related.get(item.itemId) ?? [])
      .map(({ destinationId }) => (numbers.get(destinationId) ?? '').replaceAll(',', '%2C'))
      .join(','),
  })
  return { head: headRow(pkg, items), items: new Map(items.map((item) => [item.itemId, rowOf(item)])) }
}

/**
 * A framework as Moodle's CSV: 14 columns, every cell quoted. Text is written as it is, also where a spreadsheet would take
 * it for a formula: the file is for Moodle. A short name is cut where Moodle cannot hold it, and what is retired is left out.
 * Source: interop.md 1 (tool_lpimportcsv).
 */
export function writeMoodle(pkg: FrameworkPackage): string {
  const { head, items } = moodleRows(pkg)
  const lines = [
    COLUMNS.map((column) => quoted(MOODLE_COLUMNS[column])),
    ...[head, ...items.values()].map((row) => COLUMNS.map((column) => quoted(row[column] ?? ''))),
  ]
  return `${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`
}

/** Each item's ID number: its code, or its identifier where it has none or shares it with one before. */
function idNumbersOf(items: readonly Item[]): Map<Id, string> {
  const taken = new Set<string>()
  return new Map(
    items.map(({ itemId, code }) => {
      const number = code.trim() === '' || taken.has(code) ? itemId : code
      taken.add(number)
      return [itemId, number]
    }),
  )
}

/** A name as Moodle can hold it: one that is short enough stays byte for byte. */
const shortNameOf = (name: string): string => (name.length > SHORT ? clip(name, SHORT) : name)

function headRow(pkg: FrameworkPackage, items: readonly Item[]): MoodleCells {
  const kept = moodleIn(pkg.rest)
  return {
    idNumber: kept.idNumber ?? pkg.frameworkId,
    shortName: shortNameOf(pkg.title),
    ...describedAs(pkg.description, kept),
    ...(kept.scaleValues
      ? { scaleValues: kept.scaleValues, scaleConfiguration: kept.scaleConfiguration }
      : scaleOf(items)),
    exportedId: kept.exportedId ?? pkg.frameworkId,
    isFramework: '1',
    taxonomy: kept.taxonomy ?? taxonomyOf(items, depthsOf(items)),
  }
}

function itemRow(item: Item, numbers: ReadonlyMap<Id, string>): MoodleCells {
  const kept = moodleIn(item.rest)
  const shortName = item.title ? shortNameOf(item.title) : clip(item.statement, SHORT)
  const says = item.title === '' && shortName === item.statement ? '' : item.statement
  return {
    parent: numbers.get(item.parentId ?? '') ?? '',
    idNumber: numbers.get(item.itemId),
    shortName,
    ...describedAs(says, kept),
    scaleValues: kept.scaleValues,
    scaleConfiguration: kept.scaleConfiguration,
    ruleType: kept.ruleType,
    ruleOutcome: kept.ruleOutcome ?? '0',
    ruleConfig: kept.ruleConfig,
    exportedId: kept.exportedId ?? item.itemId,
  }
}

/** A description in the format it came in where it still says the same, else as plain text. */
function describedAs(words: string, { html, format = PLAIN }: MoodleRest): MoodleCells {
  if (html !== undefined && wordsOfHtml(html) === words) return { description: html, format }
  const isHtml = format === '1' && wordsOfHtml(words) !== words
  return { description: words, format: isHtml ? PLAIN : format }
}

function depthsOf(items: readonly Item[]): (item: Item) => number {
  const depths = new Map<Id, number>()
  for (const { itemId, parentId } of items) depths.set(itemId, (depths.get(parentId ?? '') ?? 0) + 1)
  return ({ itemId }) => depths.get(itemId) ?? 1
}

/** Moodle's scale, which it must have: the names of the levels, from the third on proficient; else two steps. */
function scaleOf(items: readonly Item[]): MoodleCells {
  const levels = items.find(({ levels: some }) => some.length > 1)?.levels.map(({ label }) => label)
  const names = (levels ?? ['Not yet', 'Achieved']).map((name) => name.replaceAll(',', ' '))
  const from = levels ? Math.min(3, names.length) : 2
  const steps = names.map((_, at) => ({
    id: at + 1,
    scaledefault: at + 1 === from ? 1 : 0,
    proficient: at + 1 >= from ? 1 : 0,
  }))
  return {
    scaleValues: names.join(','),
    scaleConfiguration: JSON.stringify([
      { scaleid: '1' },
      ...steps.filter(({ proficient, scaledefault }) => proficient + scaledefault > 0),
    ]),
  }
}
