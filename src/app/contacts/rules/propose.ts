import type { Day } from '../../../kernel/day.ts'
import { done, type Outcome } from '../../../kernel/outcome.ts'
import { assignColumns, type ColumnFound } from './columns.ts'
import { dateOrderOf } from './dates.ts'
import { detectEncoding, provesEncoding, readable, toUtf8 } from './encoding.ts'
import { evidenceIn, profilesOf } from './evidence.ts'
import { looks, type Note } from './looks.ts'
import { type Answers, type Mapping, NULL_TOKENS, type Role } from './mapping.ts'
import { decimalOf } from './numbers.ts'
import {
  type Decision,
  decideOrder,
  decideRating,
  decimalQuestion,
  encodingQuestion,
  grainQuestion,
  missingColumns,
  type Question,
} from './questions.ts'
import { gatherText, implausible, type Reading } from './read.ts'
import { type Sample, sampleOf } from './sample.ts'
import { detectShape } from './table.ts'
import { contactsOf, grainOf } from './tickets.ts'

/** How a file would be read, why, what only a person can say, and what it would give. */
export type Proposal = {
  /** The mapping to read by; with open questions, complete but for their keys. */
  mapping: Mapping
  decisions: {
    encoding: Decision<Mapping['encoding']>
    delimiter: Decision<Mapping['delimiter']>
    headerLine: Decision<number>
    dateOrder: Decision<Mapping['dateOrder']>
    decimal: Decision<Mapping['decimal']>
    grain: Decision<Mapping['grain']>
    ratingMax: Decision<Mapping['ratingMax']>
  }
  columns: Record<string, Decision<Role>>
  questions: Question[]
  headings: readonly string[]
  rows: number
  sample: Sample
  notes: Note[]
  /** Why the whole file would be refused as it is read now; null where it would not. */
  refusal: string | null
  /** The file read by `mapping`, so that it need not be read again; null with open questions or a refusal. */
  reading: Reading | null
}

/** Whether a saved mapping is of files with these headings, in any order. */
export function fits(mapping: Mapping, headings: readonly string[]): boolean {
  const names = Object.keys(mapping.columns)
  return (
    names.length === headings.length && headings.every((heading) => mapping.columns[heading] !== undefined)
  )
}

/**
 * Looks at a whole export and proposes how to read it: each decision found in the file, proved by it, taken from
 * what is saved, or left to be asked. Nothing is guessed that the data leaves open: encoding, date order, grain and
 * decimal mark. Refused: what is not a text, an empty file, headings without rows. Source: helpdesk.md 4, 7.3.
 * @param saved a saved mapping, or a person's answers: what it says is not asked again
 */
export function propose(bytes: Uint8Array, zone: string, today: Day, saved: Answers = {}): Outcome<Proposal> {
  const sound = readable(bytes)
  if (!sound.ok) return sound
  const encoding = decideEncoding(bytes, saved)
  if (!encoding.ok) return encoding
  const decoded = toUtf8(bytes, encoding.value.decision.value)
  if (!decoded.ok) return decoded
  const text = decoded.value
  const shape = detectShape(text, saved)
  if (!shape.ok) return shape
  const nullTokens = saved.nullTokens ?? [...NULL_TOKENS]
  const profiled = profilesOf(text, shape.value, nullTokens)
  if (!profiled.ok) return profiled
  const { headings, profiles, rows } = profiled.value
  const columns = assignColumns(profiles, rows, saved.columns)
  const roles = Object.fromEntries([...columns].map(([heading, { role }]) => [heading, role]))
  const seen = evidenceIn(text, shape.value, roles, nullTokens)
  if (!seen.ok) return seen

  const order = decideOrder(dateOrderOf(seen.value.order), seen.value.order, saved.dateOrder)
  const decimals = decimalOf(seen.value.decimal)
  const rating = decideRating(seen.value.rating, roles, saved.ratingMax)
  const asked = [order.question, decimalQuestion(decimals, saved.decimal), rating.question]
  const mapping: Mapping = {
    name: saved.name ?? '',
    encoding: encoding.value.decision.value,
    delimiter: shape.value.delimiter,
    quote: shape.value.quote,
    headerLine: shape.value.headerLine,
    dateOrder: order.decision.value,
    decimal: saved.decimal ?? (decimals.proved ? decimals.decimal : null),
    grain: saved.grain ?? null,
    ratingMax: rating.decision.value,
    columns: roles,
    nullTokens,
  }
  const gathered = gatherText(text, { ...mapping, dateOrder: mapping.dateOrder ?? 'dmy' }, zone, today)
  if (!gathered.ok) return gathered
  const grain = grainOf(gathered.value.grain)
  mapping.grain = saved.grain ?? (grain.proved ? grain.grain : null)
  const missing = missingColumns(profiles, roles, saved.columns)
  const asking = [encoding.value.question, ...missing, ...asked, grainQuestion(grain, saved.grain)]
  const questions = asking.filter((question) => question !== null)
  const settled = questions.every(({ role }) => role === 'person')
  const { gathering, ...counts } = gathered.value
  const reading = settled ? { ...counts, contacts: contactsOf(gathering, mapping.grain) } : null
  const refusal = order.question ? null : implausible(counts.disorder)
  return done({
    mapping,
    decisions: {
      encoding: encoding.value.decision,
      delimiter: decided(mapping.delimiter, saved.delimiter, 'found', shape.value.because.delimiter),
      headerLine: decided(mapping.headerLine, saved.headerLine, 'found', shape.value.because.headerLine),
      dateOrder: order.decision,
      decimal: decided(
        mapping.decimal,
        saved.decimal,
        decimals.proved ? 'proved' : 'asked',
        decimals.because,
      ),
      grain: decided(mapping.grain, saved.grain, grain.proved ? 'proved' : 'asked', grain.because),
      ratingMax: rating.decision,
    },
    columns: Object.fromEntries(
      [...columns].map(([heading, found]) => [heading, columnDecision(found, saved, heading)]),
    ),
    questions,
    headings,
    rows: counts.rows,
    sample: sampleOf(text, mapping, counts.firstUnanswered),
    notes: reading ? looks(reading, mapping) : [],
    refusal,
    reading: refusal === null && questions.length === 0 ? reading : null,
  })
}

function decided<T>(
  value: T,
  saved: T | undefined | null,
  how: Decision<T>['how'],
  because: string,
): Decision<T> {
  return saved === undefined || saved === null ? { value, how, because } : { value, how: 'saved', because }
}

function columnDecision({ role, because }: ColumnFound, saved: Answers, heading: string): Decision<Role> {
  return { value: role, how: saved.columns?.[heading] === undefined ? 'found' : 'saved', because }
}

type EncodingDecided = { decision: Decision<Mapping['encoding']>; question: Question | null }

function decideEncoding(bytes: Uint8Array, saved: Answers): Outcome<EncodingDecided> {
  if (saved.encoding !== undefined && !provesEncoding(bytes)) {
    const decision = { value: saved.encoding, how: 'saved', because: 'As the mapping says.' } as const
    return done({ decision, question: null })
  }
  const found = detectEncoding(bytes)
  if (!found.ok) return found
  const { encoding, because, doubt } = found.value
  const how = doubt ? 'asked' : provesEncoding(bytes) ? 'proved' : 'found'
  return done({ decision: { value: encoding, how, because }, question: encodingQuestion(doubt) })
}
