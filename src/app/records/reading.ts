import type { Day } from '../../kernel/day.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { type Decision, decided } from '../../kernel/rows/decisions.ts'
import { plain } from '../../kernel/rows/plain.ts'
import { type Sample, sampleOf } from '../../kernel/rows/sample.ts'
import { eachRow } from '../../kernel/rows/table.ts'
import { yesOf } from '../../kernel/rows/yes.ts'
import { count } from '../../kernel/text.ts'
import {
  cellsOf,
  dateOrderOf,
  decideOrder,
  decimalOf,
  decimalQuestion,
  evidenceIn,
  fitted,
  type Opened,
  openTable,
  type Question,
  type Rejected,
  readDate,
  readNumber,
  zoneOf,
} from '../contacts/contacts.ts'
import { findPersonalData, redact } from '../evidence/evidence.ts'
import type { Answers, Mapping } from './mapping.ts'
import { assignColumns, type ColumnFound, missingRoles } from './rules/columns.ts'
import { type RecordKind, type RecordRole, WORDS } from './rules/kinds.ts'
import { type Reads, type RecordRow, recordReader } from './rules/record.ts'

/** What a file of records holds: `rows` = `records.length` + `rejected.length` + `duplicates`. */
export type Reading = {
  headings: readonly string[]
  rows: number
  /** Rows that repeat another word for word. */
  duplicates: number
  rejected: Rejected[]
  records: RecordRow[]
}

/** How a file would be read, why, what only a person can say, and what it would give. */
export type Proposal = {
  kind: RecordKind
  mapping: Mapping
  decisions: Opened['decisions'] & {
    dateOrder: Decision<Mapping['dateOrder']>
    decimal: Decision<Mapping['decimal']>
  }
  columns: Record<string, Decision<RecordRole>>
  questions: Question<RecordRole>[]
  headings: readonly string[]
  sample: Sample
  /** Whether a column of somebody's own words is there, which may be kept or left. */
  hasWords: boolean
  /** What reading gives as it is answered so far: with questions left, not to be loaded. */
  reading: Reading
}

/**
 * Looks at a whole export and proposes how to read it. What the file leaves open is asked, never guessed: which bytes,
 * which date order, which column says whose and when. Refused: what is not a text, an empty file, headings without
 * rows. Source: helpdesk.md 4, 7.3.
 * @param saved a saved mapping, or a person's answers: what it says is not asked again
 */
export function propose(
  kind: RecordKind,
  bytes: Uint8Array,
  zone: string,
  today: Day,
  saved: Answers = {},
): Outcome<Proposal> {
  const opened = openTable(bytes, saved)
  if (!opened.ok) return opened
  const { text, shape, nullTokens, headings, profiles } = opened.value
  const looked = profiles.map(({ heading, filled, days, moments, numbers, letters }) => {
    return { heading, plain: plain(heading), filled, dates: days + moments, numbers, letters }
  })
  const found = assignColumns(kind, looked, saved.columns)
  const seen = evidenceIn(
    text,
    shape,
    { dates: headed(found, ['happened']), numbers: headed(found, ['score', 'of']) },
    nullTokens,
  )
  if (!seen.ok) return seen
  const order = decideOrder(dateOrderOf(seen.value.order), seen.value.order, saved.dateOrder)
  const decimals = decimalOf(seen.value.decimal)
  const decimal = saved.decimal ?? (decimals.proved ? decimals.decimal : null)
  const mapping: Mapping = {
    name: saved.name ?? '',
    encoding: opened.value.decisions.encoding.value,
    ...shape,
    dateOrder: order.decision.value,
    decimal,
    columns: Object.fromEntries([...found].map(([heading, { role }]) => [heading, role])),
    nullTokens,
    withText: saved.withText ?? false,
  }
  const read = readText(kind, text, { ...mapping, dateOrder: mapping.dateOrder ?? 'dmy' }, zone, today)
  if (!read.ok) return read
  const choices = looked
    .filter(({ filled }) => filled > 0)
    .map(({ heading }) => ({ value: heading, label: heading }))
  const asking: (Question<RecordRole> | Question | null)[] = [
    opened.value.question,
    ...missingRoles(found).map((missing) => ({ ...missing, key: 'columns' as const, choices })),
    order.question,
    decimalQuestion(decimals, saved.decimal),
  ]
  return done({
    kind,
    mapping,
    decisions: {
      ...opened.value.decisions,
      dateOrder: order.decision,
      decimal: decided(decimal, saved.decimal, decimals.proved ? 'proved' : 'asked', decimals.because),
    },
    columns: Object.fromEntries(
      [...found].map(([heading, { role, because }]) => [heading, { value: role, how: 'found', because }]),
    ),
    questions: asking.filter((question) => question !== null) as Question<RecordRole>[],
    headings,
    sample: sampleOf(text, shape, null),
    hasWords: headed(found, WORDS).length > 0,
    reading: read.value,
  })
}

const headed = (found: ReadonlyMap<string, ColumnFound>, roles: readonly RecordRole[]): string[] =>
  [...found].flatMap(([heading, { role }]) => (roles.includes(role) ? [heading] : []))

const DAY = 86_400_000

/** How cells are read by a mapping, in a zone. */
function readsBy(mapping: Mapping, zoneName: string): Reads {
  const zone = zoneOf(zoneName)
  return {
    day(text) {
      const read = readDate(text, mapping.dateOrder)
      if (!read.ok) return read
      const { ms, span, zoned } = read.value
      const local = zoned && span < DAY ? zone.toLocal(ms) : ms
      return { ok: true, value: new Date(Math.floor(local / DAY) * DAY).toISOString().slice(0, 10) }
    },
    number: (text) => readNumber(text.trim(), mapping.decimal),
    yes: yesOf,
    clean: (text) => {
      const whole = text.trim()
      return redact(whole, new Set(findPersonalData(whole).map(({ found }) => found)))
    },
  }
}

function readText(
  kind: RecordKind,
  text: Buffer,
  mapping: Mapping,
  zone: string,
  today: Day,
): Outcome<Reading> {
  const reads = readsBy(mapping, zone)
  const rejected: Rejected[] = []
  const records: RecordRow[] = []
  const seen = new Map<string, RecordRow>()
  let headings: string[] = []
  let missing: string[] = []
  let [rows, duplicates] = [0, 0]
  let take: (fields: string[], line: number) => void = () => {}

  const walked = eachRow(
    text,
    mapping,
    (names) => {
      headings = names
      missing = Object.entries(mapping.columns).flatMap(([name, role]) =>
        role === 'ignore' || names.includes(name) ? [] : [name],
      )
      const cells = cellsOf<RecordRole>(mapping, names)
      const read = recordReader(kind, cells, reads, { withText: mapping.withText, today })
      take = (row, line) => {
        cells.take(row)
        const record = read(line)
        const [fault] = cells.faults
        if (record === null) {
          rejected.push({ line, says: fault?.says ?? '', why: fault?.why ?? '', row })
          return
        }
        const before = seen.get(record.externalId)
        if (before?.rowHash === record.rowHash) duplicates += 1
        else if (before)
          rejected.push({
            line,
            says: `Number ${record.externalId}`,
            why: `Line ${before.line} has the same number and says otherwise. Give each record a number of its own`,
            row,
          })
        else {
          seen.set(record.externalId, record)
          records.push(record)
        }
      }
    },
    (fields, line) => {
      if (missing.length > 0) return false
      rows += 1
      const row = fitted(fields, headings.length)
      if (row.length === headings.length) take(row, line)
      else
        rejected.push({
          line,
          says: count(row.length, 'field'),
          why: `The header has ${headings.length}. A line break or a separator inside a cell?`,
          row,
        })
      return undefined
    },
  )
  if (!walked.ok) return walked
  if (missing.length > 0)
    return refused({
      field: 'columns',
      message: `The file has no column “${missing.join('”, “')}”. Choose the mapping that fits this file.`,
    })
  return done({ headings, rows, duplicates, rejected, records })
}
