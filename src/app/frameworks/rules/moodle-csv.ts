import { type Id, isId, namedId } from '../../../kernel/id.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { clip, listing } from '../../../kernel/text.ts'
import { type RowFault, refusedRows, type StandingRow, standing } from './csv-tree.ts'
import { wordsOfHtml } from './html-words.ts'
import type { Association, FrameworkPackage, Item } from './item.ts'
import { isQualification, kindAt, taxonomiesIn } from './moodle-kinds.ts'
import { type MoodleRow as Row, rowsIn } from './moodle-rows.ts'
import { associationIdOf, childrenOf, inTreeOrder } from './tree.ts'

/** The member of `rest` that keeps what only Moodle reads. */
export const MOODLE = 'goldthread:moodle'

/** What Moodle says of an item or framework that nothing here reads, as it came; what is empty is left out. */
export type MoodleRest = Partial<
  Record<
    | 'idNumber'
    | 'exportedId'
    | 'format'
    | 'html'
    | 'scaleValues'
    | 'scaleConfiguration'
    | 'ruleType'
    | 'ruleOutcome'
    | 'ruleConfig'
    | 'taxonomy',
    string
  >
>

/** The longest short name that Moodle keeps. */
export const SHORT = 100

/**
 * Reads a framework from Moodle's CSV: 14 columns, or the 12 of older files. Every fault names its row. Identifiers are
 * those under "Exported ID" where they are UUIDs, and else follow from the ID numbers, so that the same framework read
 * again is the same. Source: interop.md 1 (tool_lpimportcsv).
 * @param space the identifier of whoever reads it: the same ID number is another framework's elsewhere
 */
export function readMoodle(
  bytes: Uint8Array,
  space: Id,
): Outcome<{ package: FrameworkPackage; warnings: string[] }> {
  const read = rowsIn(bytes)
  if (!read.ok) return read
  const [head, ...others] = read.value.filter((row) => !/^\s*0?\s*$/.test(row.cell('isFramework')))
  if (!head)
    return refused({
      field: 'file',
      message: 'No row says what the framework is called: one row needs 1 under “Is framework”.',
    })
  const rows = read.value.filter((row) => row !== head && !others.includes(row))
  const placed = standing(rows.map(standingOf))
  const faults = [
    ...others.map((row) => faultOf(row, `Line ${head.line} is the framework already. Export one framework.`)),
    ...[head, ...rows].flatMap(missingIn),
    ...placed.faults,
  ].toSorted((a, b) => a.line - b.line)
  if (faults.length > 0) return refusedRows(faults)
  const frameworkId = idIn(head) ?? namedId(space, `moodle ${head.cell('idNumber')}`)
  const ids = rows.map((row) => idIn(row) ?? namedId(frameworkId, `moodle ${row.cell('idNumber')}`))
  const seen = new Set<Id>([frameworkId])
  const double = rows.find((_, at) => seen.size === seen.add(ids[at] ?? '').size)
  if (double)
    return refusedRows([faultOf(double, 'Another row has the same “Exported ID”. Clear one of the two.')])
  const taxonomy = head.cell('taxonomy')
  const items = itemsOf(rows, ids, placed.parents, taxonomiesIn(taxonomy))
  const { associations, warnings } = relatedIn(frameworkId, rows, ids)
  return done({
    package: {
      frameworkId,
      title: head.cell('shortName').trim(),
      version: null,
      publisher: '',
      uri: null,
      language: '',
      description: wordsIn(head),
      kind: isQualification(taxonomiesIn(taxonomy)) ? 'qualification' : 'competencies',
      rest: restOf(head, { idNumber: head.cell('idNumber'), taxonomy }),
      items,
      associations,
      definitions: [],
      source: null,
    },
    warnings,
  })
}

const saysOf = (row: Row): string =>
  clip(`“${[row.cell('idNumber'), row.cell('shortName')].filter(Boolean).join(' ')}”`, 80)

const faultOf = (row: Row, why: string): RowFault => ({ line: row.line, says: saysOf(row), why })

const standingOf = (row: Row): StandingRow => ({
  line: row.line,
  says: saysOf(row),
  key: row.cell('idNumber'),
  parent: row.cell('parent'),
})

function missingIn(row: Row): RowFault[] {
  const faults: RowFault[] = []
  if (!row.cell('idNumber').trim()) faults.push(faultOf(row, 'It has no ID number. Give it one.'))
  if (!row.cell('shortName').trim()) faults.push(faultOf(row, 'It has no short name. Give it one.'))
  return faults
}

function idIn(row: Row): Id | null {
  const id = row.cell('exportedId').trim().toLowerCase()
  return isId(id) ? id : null
}

const wordsIn = (row: Row): string => moodleWords(row.cell('description'), row.cell('format'))

/** The words of a description, in the format that is said of it. */
export function moodleWords(description: string, format: string): string {
  return format.trim() === '1' ? wordsOfHtml(description) : description
}

/** What an item says by its short name and the words of its description: a name that only begins the words is none. */
export function moodleTexts(short: string, words: string): Pick<Item, 'title' | 'statement'> {
  const isShortened = words !== short && clip(words, SHORT) === short
  return { title: words === '' || isShortened ? '' : short, statement: words === '' ? short : words }
}

const KEPT = ['format', 'scaleValues', 'scaleConfiguration', 'ruleType', 'ruleOutcome', 'ruleConfig'] as const

function restOf(row: Row, more: MoodleRest = {}): Record<string, unknown> {
  const exported = row.cell('exportedId').trim()
  const words = wordsIn(row)
  const rest: MoodleRest = {
    ...Object.fromEntries(KEPT.map((column) => [column, row.cell(column)])),
    exportedId: isId(exported.toLowerCase()) ? '' : exported,
    html: words === row.cell('description') ? '' : row.cell('description'),
    ...more,
  }
  const kept = Object.entries(rest).filter(([, value]) => value)
  return kept.length > 0 ? { [MOODLE]: Object.fromEntries(kept) } : {}
}

function itemsOf(
  rows: readonly Row[],
  ids: readonly Id[],
  parents: readonly (number | null)[],
  taxonomies: readonly string[],
): Item[] {
  const nodes = rows.map((row, at) => ({
    row,
    itemId: ids[at] ?? '',
    parentId: ids[parents[at] ?? -1] ?? null,
  }))
  const children = childrenOf(nodes)
  const depths = new Map<Id | null, number>([[null, 0]])
  return inTreeOrder(nodes).map(({ row, itemId, parentId }) => {
    const depth = (depths.get(parentId) ?? 0) + 1
    depths.set(itemId, depth)
    const [short, words, code] = [row.cell('shortName'), wordsIn(row), row.cell('idNumber')]
    return {
      itemId,
      parentId,
      attached: true,
      kind: kindAt(taxonomies, depth, children.has(itemId)),
      typeWords: taxonomies[depth - 1] ?? '',
      code: code === itemId ? '' : code,
      ...moodleTexts(short, words),
      soft: false,
      legal: false,
      words: [],
      levels: [],
      retired: false,
      replacedBy: null,
      uri: null,
      rest: restOf(row),
    }
  })
}

/** The rows that each row refers to, commas within an ID number as %2C; what no row is becomes a warning. */
function relatedIn(
  frameworkId: Id,
  rows: readonly Row[],
  ids: readonly Id[],
): { associations: Association[]; warnings: string[] } {
  const byNumber = new Map(rows.map((row, at) => [row.cell('idNumber'), ids[at] ?? '']))
  const unknown: string[] = []
  const associations = rows.flatMap((row, at) => {
    const originId = ids[at] ?? ''
    const named = row.cell('related').split(',').filter(Boolean)
    return [...new Set(named.map((number) => number.replaceAll('%2C', ',')))].flatMap((number) => {
      const destinationId = byNumber.get(number)
      if (!destinationId) unknown.push(`“${clip(number, 40)}” on line ${row.line}`)
      if (!destinationId) return []
      const type = 'isRelatedTo'
      const associationId = associationIdOf(frameworkId, originId, type, destinationId)
      return [{ associationId, type, originId, destinationId, sequence: null, rest: {} }]
    })
  })
  const named = unknown.slice(0, 5)
  if (unknown.length > named.length) named.push(`${unknown.length - named.length} more`)
  return {
    associations,
    warnings:
      named.length > 0
        ? [`Cross-references to what is not in the file were left out: ${listing(named)}.`]
        : [],
  }
}
