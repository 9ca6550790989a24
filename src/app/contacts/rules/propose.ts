import type { Day } from '../../../kernel/day.ts'
import { done, type Outcome } from '../../../kernel/outcome.ts'
import { type Decision, decided } from '../../../kernel/rows/decisions.ts'
import { type Sample, sampleOf } from '../../../kernel/rows/sample.ts'
import { assignColumns, type ColumnFound } from './columns.ts'
import { dateOrderOf } from './dates.ts'
import { evidenceIn, type Telling } from './evidence.ts'
import { looks, type Note } from './looks.ts'
import type { Answers, Mapping, Role } from './mapping.ts'
import { decimalOf } from './numbers.ts'
import { openTable } from './opening.ts'
import {
  decideOrder,
  decideRating,
  decimalQuestion,
  grainQuestion,
  missingColumns,
  type Question,
} from './questions.ts'
import { gatherText, implausible, type Reading } from './read.ts'
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
  const opened = openTable(bytes, saved)
  if (!opened.ok) return opened
  const { text, shape, decisions, nullTokens, headings, profiles, rows } = opened.value
  const columns = assignColumns(profiles, rows, saved.columns)
  const roles = Object.fromEntries([...columns].map(([heading, { role }]) => [heading, role]))
  const seen = evidenceIn(text, shape, tellingOf(roles), nullTokens)
  if (!seen.ok) return seen

  const order = decideOrder(dateOrderOf(seen.value.order), seen.value.order, saved.dateOrder)
  const decimals = decimalOf(seen.value.decimal)
  const rating = decideRating(seen.value.rating, roles, saved.ratingMax)
  const asked = [order.question, decimalQuestion(decimals, saved.decimal), rating.question]
  const mapping: Mapping = {
    name: saved.name ?? '',
    encoding: decisions.encoding.value,
    ...shape,
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
  const asking = [opened.value.question, ...missing, ...asked, grainQuestion(grain, saved.grain)]
  const questions = asking.filter((question) => question !== null)
  const settled = questions.every(({ role }) => role === 'person')
  const { gathering, ...counts } = gathered.value
  const reading = settled ? { ...counts, contacts: contactsOf(gathering, mapping.grain) } : null
  const refusal = order.question ? null : implausible(counts.disorder)
  return done({
    mapping,
    decisions: {
      ...decisions,
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

const DATES: readonly Role[] = ['opened', 'date', 'firstReply', 'solved']
const NUMBERS: readonly Role[] = [
  'rating',
  'replySeconds',
  'replyMinutes',
  'replyHours',
  'handleTime',
  'handleMinutes',
]

function tellingOf(columns: Mapping['columns']): Telling {
  const of = (roles: readonly Role[]) =>
    Object.keys(columns).filter((heading) => roles.includes(columns[heading] ?? 'ignore'))
  return { dates: of(DATES), numbers: of(NUMBERS), rating: of(['rating'])[0] }
}

function columnDecision({ role, because }: ColumnFound, saved: Answers, heading: string): Decision<Role> {
  return { value: role, how: saved.columns?.[heading] === undefined ? 'found' : 'saved', because }
}
