import type { Day } from '../../../kernel/day.ts'
import { cellsOf, type Fault } from './cells.ts'
import type { Mapping, Role } from './mapping.ts'
import { momentReader, secondsBetween } from './moments.ts'
import { readDuration, readNumber } from './numbers.ts'
import { answeredOf, isNobody, isUnknown, outcomeOf, ratingOf, remembering } from './words.ts'
import type { Zone } from './zone.ts'

/** One contact as an export tells it. */
export type ContactRow = {
  /** The source's own id, unique in the file; where the file has none, "row:" and the row hash. */
  externalId: string
  /** SHA-256 (hex) of the row's cells; of a ticket told over several rows, of all of them in any order. */
  rowHash: string
  /** The line of the file on which the (first) row begins, from 1. */
  line: number
  /** How many rows of the file tell of it, word-for-word repeats not counted. */
  rows: number
  /** As the source writes it; null where nobody took the contact, whatever name an unanswered call carries. */
  agentName: string | null
  /** As the source writes it: to be hashed by the caller and never stored. */
  customer: string | null
  topic: string | null
  openedAt: Date
  /** The calendar day of `openedAt` in the organisation's zone. */
  day: Day
  firstReplyAt: Date | null
  /** From opening to the first reply; null where either is known only to the day. */
  replySeconds: number | null
  solvedAt: Date | null
  /** As the source logs it; null where it logs nothing or the contact is not at its end. */
  outcome: 'solved' | 'unsolved' | null
  answered: boolean
  /** On five points from 1 (worst) to 5 (best), whatever the scale of the file; may be a fraction. */
  rating: number | null
  handleSeconds: number | null
}

/**
 * A row read. `comparable`: it tells two moments or more; `disorder`: these contradict each other; `named`: it
 * carries an agent's name, whether or not the call was answered.
 */
type RowReading =
  | { ok: true; contact: ContactRow; named: boolean; comparable: boolean }
  | { ok: false; fault: Fault; comparable: boolean; disorder: boolean }

/** Reads rows of one file: built once, from the mapping and the headings. */
type RowReader = (fields: readonly string[], line: number) => RowReading

/** A score of a scale from `min` to `max`, on five points. */
function onFive(score: number, min: number, max: number): number {
  if (max === 5) return score
  return Math.round((1 + (4 * (score - min)) / (max - min)) * 10_000) / 10_000
}

/** What an id looks like after a spreadsheet took it for a number. Source: helpdesk.md 4.5. */
const SHORTENED = /^\d([.,]\d+)?E\+\d+$/i

/**
 * A reader of single rows. A row with a value that cannot be is a fault, never a guess: a date that does not exist,
 * a score off the scale, moments that contradict each other.
 * @param today the organisation's day: later moments are in the future
 */
export function rowReader(mapping: Mapping, headings: readonly string[], zone: Zone, today: Day): RowReader {
  const cells = cellsOf(mapping, headings)
  const { cell, name, fail, faults } = cells
  const moments = momentReader(mapping, cells, zone, today)
  const max = mapping.ratingMax ?? 5
  const min = max === 100 ? 0 : 1
  const outcomeIn = remembering(outcomeOf)
  const answeredIn = remembering(answeredOf)
  const wordScore = remembering(ratingOf)
  const nobody = remembering(isNobody)
  const unknown = remembering(isUnknown)
  const dayAt = remembering((day) => new Date(Number(day) * 86_400_000).toISOString().slice(0, 10))

  const isAnswered = (): boolean | null => {
    const text = cell('answered')
    if (text === '') return null
    const says = answeredIn(text)
    if (says === null) fail('answered', 'This is neither yes nor no')
    return says
  }
  const rating = (): number | null => {
    const text = cell('rating')
    if (text === '') return null
    const score = readNumber(text.replace(/\s*(stars?|\/\s*\d+)$/i, ''), mapping.decimal)
    if (score === null) {
      const word = wordScore(text)
      if (word === null) fail('rating', 'This is not a score')
      return word === 'none' ? null : word
    }
    if (score >= min && score <= max) return onFive(score, min, max)
    fail('rating', `The scale is ${min} to ${max}. Set the right scale, or mend the score`)
    return null
  }
  const length = (role: Role, unit: number): number | null => {
    const text = cell(role)
    if (text === '') return null
    const seconds = readDuration(text, mapping.decimal, unit)
    if (seconds === null) fail(role, 'This is not a length of time')
    return seconds
  }

  return (fields, line) => {
    cells.take(fields)
    const { opened, firstReply, solved, comparable, disorder } = moments()
    const says = isAnswered()
    const answered = says ?? true
    const agent = name('person')
    const named = agent !== '' && !nobody(agent)
    if (says === true && agent === '' && cells.has('person'))
      fail('person', 'A call needs an adviser or “nobody”')
    const score = rating()
    const reply = length('replySeconds', 1) ?? length('replyMinutes', 60) ?? length('replyHours', 3600)
    const handle = length('handleTime', 1) ?? length('handleMinutes', 60)
    const id = name('id')
    if (SHORTENED.test(id)) {
      fail('id', 'A spreadsheet has shortened this id. Export the file again without opening it there')
    }
    if (faults.length > 0 || !opened) {
      const unsaid = { says: 'No moment', why: 'No column says when the contact began' }
      return { ok: false, fault: faults[0] ?? unsaid, comparable, disorder }
    }
    const outcome = outcomeIn(cell('outcome'))
    const customer = name('customer')
    const rowHash = cells.rowHash()
    return {
      ok: true,
      named,
      comparable,
      contact: {
        externalId: id || `row:${rowHash}`,
        rowHash,
        line,
        rows: 1,
        agentName: answered && named ? agent : null,
        customer: customer === '' || unknown(customer) ? null : customer,
        topic: name('topic') || null,
        openedAt: new Date(opened.at),
        day: dayAt(String(Math.floor((opened.zoned ? zone.toLocal(opened.at) : opened.ms) / 86_400_000))),
        firstReplyAt: firstReply && new Date(firstReply.at),
        replySeconds: answered ? (reply ?? secondsBetween(opened, firstReply)) : null,
        solvedAt: solved && new Date(solved.at),
        outcome: !answered || outcome === 'open' ? null : outcome,
        answered,
        rating: answered ? score : null,
        handleSeconds: answered ? handle : null,
      },
    }
  }
}
