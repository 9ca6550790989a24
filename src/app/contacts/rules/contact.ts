import { createHash } from 'node:crypto'
import type { Day } from '../../../kernel/day.ts'
import { readClock, readDate, type Written } from './dates.ts'
import { type Mapping, NULL_TOKENS, type Role } from './mapping.ts'
import { readDuration, readNumber } from './numbers.ts'
import { REJECT_HEADINGS } from './rejects.ts'
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

/** Why a row is not loaded: the value at fault, and what to do. */
export type Fault = { says: string; why: string }

/** `comparable`: the row tells two moments or more; `disorder`: these contradict each other. */
export type RowReading =
  | { ok: true; contact: ContactRow; named: boolean; comparable: boolean }
  | { ok: false; fault: Fault; comparable: boolean; disorder: boolean }

/** Reads rows of one file: built once, from the mapping and the headings. */
export type RowReader = (fields: readonly string[], line: number) => RowReading

type Moment = Written & { at: number }

const clean = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200)

/** Whether `later` certainly lies before `earlier`, as finely as both are written. */
const isBefore = (later: Moment, earlier: Moment): boolean => later.at + later.span <= earlier.at

/** The text of a row that its hash covers: every cell but those that a file of rejected rows adds. */
function canonical(fields: readonly string[], skip: ReadonlySet<number>): string {
  let text = ''
  for (let at = 0; at < fields.length; at += 1) {
    if (!skip.has(at)) text += `${(fields[at] ?? '').trim().normalize('NFC')}\u001f`
  }
  return text
}

/** SHA-256 in hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A score of a scale from 1 (0 on a scale to 100) to `max`, on five points. */
function onFive(score: number, max: number): number {
  if (max === 5) return score
  const min = max === 100 ? 0 : 1
  return Math.round((1 + (4 * (score - min)) / (max - min)) * 10_000) / 10_000
}

/**
 * A reader of single rows. A row with a value that cannot be is a fault, never a guess: a date that does not exist,
 * a score off the scale, a moment in the future, a reply before the opening.
 * Source: helpdesk.md 4.5 (opened <= first reply <= solved, scores in scale, no future).
 * @param today the organisation's day: later moments are in the future
 */
export function rowReader(mapping: Mapping, headings: readonly string[], zone: Zone, today: Day): RowReader {
  const place = new Map<Role, number>()
  headings.forEach((heading, index) => {
    const role = mapping.columns[heading] ?? 'ignore'
    if (role !== 'ignore' && !place.has(role)) place.set(role, index)
  })
  const skip = new Set(
    headings.flatMap((heading, index) => (REJECT_HEADINGS.includes(heading) ? [index] : [])),
  )
  const nothing = new Set(
    [...NULL_TOKENS.slice(0, 1), ...mapping.nullTokens].map((token) => token.toLowerCase()),
  )
  const endOfToday = zone.toMoment(Date.parse(`${today}T00:00:00Z`) + 86_400_000)
  const max = mapping.ratingMax ?? 5
  const outcomeIn = remembering(outcomeOf)
  const answeredIn = remembering(answeredOf)
  const wordScore = remembering(ratingOf)
  const nobody = remembering(isNobody)
  const unknown = remembering(isUnknown)
  const tidy = remembering(clean)

  return (fields, line) => {
    const faults: Fault[] = []
    const said = (role: Role): string => {
      const index = place.get(role)
      const value = index === undefined ? '' : clean(fields[index] ?? '').slice(0, 60)
      return `${index === undefined ? role : headings[index]} ${value || 'empty'}`
    }
    const fail = (role: Role, why: string) => faults.push({ says: said(role), why })
    const cell = (role: Role): string => {
      const index = place.get(role)
      if (index === undefined) return ''
      const text = (fields[index] ?? '').trim()
      return nothing.has(text.toLowerCase()) ? '' : text
    }
    const moment = (role: Role): Moment | null => {
      const text = cell(role)
      if (text === '') return null
      const read = readDate(text, mapping.dateOrder)
      if (!read.ok) fail(role, read.why)
      return read.ok ? placed(read.value) : null
    }
    const placed = (written: Written): Moment => ({
      ...written,
      at: written.zoned ? written.ms : zone.toMoment(written.ms),
    })
    /** The same local time an hour later, where the clocks go back and it comes twice. */
    const after = (later: Moment | null, earlier: Moment | null): Moment | null => {
      if (!later || !earlier || !isBefore(later, earlier) || later.zoned) return later
      const again = { ...later, at: later.at + 3_600_000 }
      return zone.toLocal(again.at) === later.ms ? again : later
    }

    const opened = openedMoment()
    function openedMoment(): Moment | null {
      if (place.has('opened')) {
        const at = moment('opened')
        if (!at && faults.length === 0) fail('opened', 'A contact needs the moment it began')
        return at
      }
      if (!place.has('date')) return null
      const text = cell('date')
      const read = readDate(text, mapping.dateOrder)
      if (text === '') fail('date', 'A contact needs the day it began')
      else if (!read.ok) fail('date', read.why)
      const time = cell('time')
      if (!read.ok) return null
      if (time === '' || read.value.span < 86_400_000) return placed(read.value)
      const clock = readClock(time)
      if (!clock.ok) {
        fail('time', clock.why)
        return null
      }
      const { ms, span, offset } = clock.value
      return placed({ ms: read.value.ms + ms - (offset ?? 0) * 60_000, span, zoned: offset !== null })
    }
    const firstReply = after(moment('firstReply'), opened)
    const solved = after(moment('solved'), firstReply ?? opened)

    const future = "This is in the future. Check the date, and the organisation's time zone"
    if (opened && opened.at >= endOfToday) fail(place.has('opened') ? 'opened' : 'date', future)
    if (firstReply && firstReply.at >= endOfToday) fail('firstReply', future)
    if (solved && solved.at >= endOfToday) fail('solved', future)
    const disorder =
      (opened && firstReply && isBefore(firstReply, opened) && 'The first reply is before the opening') ||
      (opened && solved && isBefore(solved, opened) && 'Solved before it was opened') ||
      (firstReply && solved && isBefore(solved, firstReply) && 'Solved before the first reply')
    if (disorder) fail(disorder.startsWith('The') ? 'firstReply' : 'solved', disorder)
    const comparable = [opened, firstReply, solved].filter((at) => at !== null).length > 1

    const answeredText = cell('answered')
    const answeredSays = answeredText === '' ? null : answeredIn(answeredText)
    if (answeredText !== '' && answeredSays === null) fail('answered', 'This is neither yes nor no')
    const answered = answeredSays ?? true

    const agent = tidy(cell('person'))
    const named = agent !== '' && !nobody(agent)
    if (answeredSays === true && agent === '' && place.has('person')) {
      fail('person', 'A call needs an adviser or “nobody”')
    }

    const ratingText = cell('rating')
    let rating: number | null = null
    if (ratingText !== '') {
      const word = wordScore(ratingText)
      const score = readNumber(ratingText.replace(/\s*(stars?|\/\s*\d+)$/i, ''), mapping.decimal)
      if (typeof word === 'number') rating = word
      else if (word === null && score === null) fail('rating', 'This is not a score')
      else if (score !== null && (score < (max === 100 ? 0 : 1) || score > max)) {
        fail(
          'rating',
          `The scale is ${max === 100 ? 0 : 1} to ${max}. Set the right scale, or mend the score`,
        )
      } else if (score !== null) rating = onFive(score, max)
    }

    const length = (role: Role, unit: number): number | null => {
      const text = cell(role)
      if (text === '') return null
      const seconds = readDuration(text, mapping.decimal, unit)
      if (seconds === null) fail(role, 'This is not a length of time')
      return seconds
    }
    const reply = length('replySeconds', 1) ?? length('replyMinutes', 60) ?? length('replyHours', 3600)
    const handle = length('handleTime', 1) ?? length('handleMinutes', 60)

    const id = clean(cell('id'))
    if (/^\d([.,]\d+)?E\+\d+$/i.test(id)) {
      fail('id', 'A spreadsheet has shortened this id. Export the file again without opening it there')
    }

    const [fault] = faults
    if (fault || !opened) {
      const unsaid = { says: 'No moment', why: 'No column says when the contact began' }
      return { ok: false, fault: fault ?? unsaid, comparable, disorder: Boolean(disorder) }
    }
    const fine = firstReply !== null && opened.span < 86_400_000 && firstReply.span < 86_400_000
    const elapsed = fine ? Math.max(0, (firstReply.at - opened.at) / 1000) : null
    const outcome = outcomeIn(cell('outcome'))
    const customer = tidy(cell('customer'))
    const rowHash = sha256(canonical(fields, skip))
    return {
      ok: true,
      named,
      comparable,
      contact: {
        externalId: id || `row:${rowHash}`,
        rowHash,
        line,
        agentName: answered && named ? agent : null,
        customer: customer === '' || unknown(customer) ? null : customer,
        topic: tidy(cell('topic')) || null,
        openedAt: new Date(opened.at),
        day: new Date(opened.zoned || opened.at !== opened.ms ? zone.toLocal(opened.at) : opened.ms)
          .toISOString()
          .slice(0, 10),
        firstReplyAt: firstReply && new Date(firstReply.at),
        replySeconds: answered ? (reply ?? elapsed) : null,
        solvedAt: solved && new Date(solved.at),
        outcome: !answered || outcome === 'open' ? null : outcome,
        answered,
        rating: answered ? rating : null,
        handleSeconds: answered ? handle : null,
      },
    }
  }
}
