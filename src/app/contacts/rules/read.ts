import type { Day } from '../../../kernel/day.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { readable, toUtf8 } from '../../../kernel/rows/encoding.ts'
import { eachRow } from '../../../kernel/rows/table.ts'
import { count } from '../../../kernel/text.ts'
import { type ContactRow, rowReader } from './contact.ts'
import type { Mapping, Role } from './mapping.ts'
import type { Rejected } from './rejects.ts'
import { contactsOf, emptyGathering, type GrainEvidence, gather, grainEvidence, grainOf } from './tickets.ts'
import { zoneOf } from './zone.ts'

/** What a file holds: `rows` = `accepted` + `rejected.length` + `duplicates`, all of them rows. */
export type Reading = {
  headings: readonly string[]
  rows: number
  /** Rows that tell of a contact: also an unanswered call, and a further row of a ticket. */
  accepted: number
  /** Rows that repeat an accepted row word for word. */
  duplicates: number
  rejected: Rejected[]
  contacts: ContactRow[]
  /** Rows of calls nobody answered, and those of them that carry a name all the same. */
  unanswered: number
  unansweredNamed: number
  firstUnanswered: number | null
  grain: GrainEvidence
  disorder: Disorder
}

/** Rows whose moments contradict each other, among the rows that have two moments to compare. */
type Disorder = { rows: number; of: number }

/** The share of implausible rows above which a whole file is refused. Source: helpdesk.md 4.5. */
const IMPLAUSIBLE = 0.02
/** One or two odd rows are rejected as rows, however short the file. */
const FEW = 2

/** Why a file is refused whole, or null: too many rows have a reply or a solution before what it follows. */
export function implausible({ rows, of }: Disorder): string | null {
  if (rows <= FEW || rows <= IMPLAUSIBLE * of) return null
  const share = Math.round((1000 * rows) / of) / 10
  return `${count(rows, 'row')} of the ${of.toLocaleString('en-GB')} with two moments to compare (${share}%) are solved or answered before what comes first. Above 2% nothing is loaded. Check which columns say opened, first reply and solved, and their date order, or ask for a new export.`
}

/**
 * Reads a whole export by its mapping. Nothing is kept of a row but the contact it tells of. Refused as a whole:
 * what is not text, a mapping that does not fit or leaves a question open, and a file with more than 2% of rows
 * whose moments contradict each other.
 * @param zone the organisation's IANA zone, in which times without an offset are read
 * @param today the organisation's day: later moments are rejected
 */
export function read(bytes: Uint8Array, mapping: Mapping, zone: string, today: Day): Outcome<Reading> {
  const text = textOf(bytes, mapping)
  return text.ok ? readText(text.value, mapping, zone, today) : text
}

/** The text of an export in the mapping's encoding, as UTF-8 with line feeds. */
function textOf(bytes: Uint8Array, mapping: Pick<Mapping, 'encoding'>): Outcome<Buffer> {
  const sound = readable(bytes)
  return sound.ok ? toUtf8(sound.value, mapping.encoding) : sound
}

/** As `read`, of a text that is decoded already. */
function readText(text: Buffer, mapping: Mapping, zone: string, today: Day): Outcome<Reading> {
  const gathered = gatherText(text, mapping, zone, today)
  if (!gathered.ok) return gathered
  const refusal = implausible(gathered.value.disorder)
  if (refusal) return refused({ field: 'file', message: refusal })
  if (!saysWhen(mapping)) {
    return refused({ field: 'columns', message: 'No column says when a contact began. Choose one.' })
  }
  const verdict = grainOf(gathered.value.grain)
  if (mapping.grain === null && !verdict.proved) {
    return refused({ field: 'grain', message: `${verdict.because} Answer with grain: "ticket" or "row".` })
  }
  const { gathering, ...reading } = gathered.value
  const grain = mapping.grain ?? (verdict.proved ? verdict.grain : null)
  return done({ ...reading, contacts: contactsOf(gathering, grain) })
}

const saysWhen = (mapping: Mapping): boolean =>
  Object.values(mapping.columns).some((role) => role === 'opened' || role === 'date')

/** What a file holds before its rows are folded to contacts and before it is refused. */
type Gathered = Omit<Reading, 'contacts'> & { gathering: ReturnType<typeof emptyGathering> }

/** Reads every row, folds nothing and judges nothing: for the reading and for what is said before it. */
export function gatherText(text: Buffer, mapping: Mapping, zone: string, today: Day): Outcome<Gathered> {
  const moments = zoneOf(zone)
  const gathering = emptyGathering()
  const rejected: Rejected[] = []
  const disorder = { rows: 0, of: 0 }
  let headings: string[] = []
  let missing: string[] = []
  let reader: ReturnType<typeof rowReader> | null = null
  let [rows, duplicates, unanswered, unansweredNamed] = [0, 0, 0, 0]
  let firstUnanswered: number | null = null

  const walked = eachRow(
    text,
    mapping,
    (names) => {
      headings = names
      missing = Object.entries(mapping.columns).flatMap(([name, role]) =>
        role === 'ignore' || names.includes(name) ? [] : [name],
      )
      reader = rowReader(mapping, names, moments, today)
    },
    (fields, line) => {
      if (!reader || missing.length > 0) return false
      rows += 1
      const row = fitted(fields, headings.length)
      if (row.length !== headings.length) {
        rejected.push({ line, says: count(row.length, 'field'), why: ragged(headings, mapping.columns), row })
        return undefined
      }
      const answer = reader(row, line)
      if (answer.comparable) disorder.of += 1
      if (!answer.ok) {
        if (answer.disorder) disorder.rows += 1
        rejected.push({ line, says: answer.fault.says, why: answer.fault.why, row })
        return undefined
      }
      const { contact, named } = answer
      if (!gather(gathering, contact)) {
        duplicates += 1
        return undefined
      }
      if (!contact.answered) {
        unanswered += 1
        if (named) unansweredNamed += 1
        firstUnanswered ??= line
      }
      return undefined
    },
  )
  if (!walked.ok) return walked
  if (missing.length > 0) {
    return refused({
      field: 'columns',
      message: `The file has no column “${missing.join('”, “')}”. Choose the mapping that fits this file.`,
    })
  }
  return done({
    headings,
    rows,
    accepted: rows - rejected.length - duplicates,
    duplicates,
    rejected,
    unanswered,
    unansweredNamed,
    firstUnanswered,
    grain: grainEvidence(gathering),
    disorder,
    gathering,
  })
}

/** The row without the empty fields that some exports add at its end. */
export function fitted(fields: string[], width: number): string[] {
  let length = fields.length
  while (length > width && fields[length - 1]?.trim() === '') length -= 1
  return length === fields.length ? fields : fields.slice(0, length)
}

function ragged(headings: readonly string[], columns: Readonly<Record<string, Role>>): string {
  const topic = headings.find((heading) => columns[heading] === 'topic')
  return `The header has ${headings.length}. A line break or a separator inside ${topic ? 'the topic' : 'a cell'}?`
}
