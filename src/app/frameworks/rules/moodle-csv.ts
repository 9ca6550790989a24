import { type Id, isId, namedId } from '../../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../../kernel/outcome.ts'
import { detectEncoding, readable, toUtf8 } from '../../../kernel/rows/encoding.ts'
import { detectShape, eachRow, type Shape } from '../../../kernel/rows/table.ts'
import { clip, count, listing } from '../../../kernel/text.ts'
import { type RowFault, type StandingRow, standing } from './csv-tree.ts'
import { wordsOfHtml } from './html-words.ts'
import type { Association, FrameworkPackage, Item } from './item.ts'
import { type MoodleColumn, moodleColumns, namesMoodle } from './moodle-columns.ts'
import { isQualification, kindAt, taxonomiesIn } from './moodle-kinds.ts'
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

type Row = { line: number; cell(column: MoodleColumn): string }

const FAULTS = 20

/** The text of a file and how its rows are cut, without a question asked. */
function opened(bytes: Uint8Array): Outcome<{ text: Buffer; shape: Shape }> {
  const sound = readable(bytes)
  if (!sound.ok) return sound
  const found = detectEncoding(bytes)
  if (!found.ok) return found
  const text = toUtf8(bytes, found.value.encoding)
  if (!text.ok) return text
  const shape = detectShape(text.value, { headerLine: 1 })
  return shape.ok ? done({ text: text.value, shape: shape.value }) : shape
}

/** Whether a file's headings say that it is a framework as Moodle exports it. */
export function isMoodleCsv(bytes: Uint8Array): boolean {
  const file = opened(bytes)
  if (!file.ok) return false
  let is = false
  const { text, shape } = file.value
  eachRow(
    text,
    shape,
    (headings) => {
      is = namesMoodle(headings)
    },
    () => false,
  )
  return is
}

function rowsIn(bytes: Uint8Array): Outcome<Row[]> {
  const file = opened(bytes)
  if (!file.ok) return file
  let columns: Map<MoodleColumn, number> | null = null
  const rows: Row[] = []
  const read = eachRow(
    file.value.text,
    file.value.shape,
    (headings) => {
      columns = moodleColumns(headings)
    },
    (fields, line) => {
      rows.push({ line, cell: (column) => fields[columns?.get(column) ?? -1] ?? '' })
      return columns !== null
    },
  )
  if (!read.ok) return read
  if (columns === null)
    return refused({
      field: 'file',
      message:
        'This is not a framework as Moodle exports it: its columns are others. Import it as a plain CSV, and say what each column is.',
    })
  return done(rows)
}

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

const wordsIn = (row: Row): string =>
  row.cell('format').trim() === '1' ? wordsOfHtml(row.cell('description')) : row.cell('description')

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
    const isShortened = words !== short && clip(words, SHORT) === short
    return {
      itemId,
      parentId,
      attached: true,
      kind: kindAt(taxonomies, depth, children.has(itemId)),
      typeWords: taxonomies[depth - 1] ?? '',
      code: code === itemId ? '' : code,
      title: words === '' || isShortened ? '' : short,
      statement: words === '' ? short : words,
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
