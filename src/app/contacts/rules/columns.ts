import { plain } from '../../../kernel/rows/plain.ts'
import { readClock, readDate } from './dates.ts'
import { rolesOf } from './headings.ts'
import type { Role } from './mapping.ts'
import { readDuration, readNumber } from './numbers.ts'
import { answeredOf, outcomeOf, ratingOf } from './words.ts'

/** What the cells of one column look like, counted over the rows looked at. */
export type Profile = {
  heading: string
  filled: number
  /** Dates without a time of day, and with one. */
  days: number
  moments: number
  clocks: number
  numbers: number
  durations: number
  outcomes: number
  answers: number
  scores: number
  letters: number
  /** Each different value, and what it can be. */
  distinct: Map<string, readonly Kind[]>
}

export function noProfile(heading: string): Profile {
  return {
    heading,
    filled: 0,
    days: 0,
    moments: 0,
    clocks: 0,
    numbers: 0,
    durations: 0,
    outcomes: 0,
    answers: 0,
    scores: 0,
    letters: 0,
    distinct: new Map(),
  }
}

/** Adds one cell (trimmed, not empty) to the profile of its column. */
export function weighCell(profile: Profile, text: string): void {
  profile.filled += 1
  profile.letters += text.length
  const kinds = profile.distinct.get(text) ?? kindsOf(text)
  profile.distinct.set(text, kinds)
  for (const kind of kinds) profile[kind] += 1
}

type Kind = 'days' | 'moments' | 'clocks' | 'numbers' | 'durations' | 'outcomes' | 'answers' | 'scores'

function kindsOf(text: string): readonly Kind[] {
  if (text.length > 60) return []
  const kinds: Kind[] = []
  const [day, other] = [readDate(text, 'dmy'), readDate(text, 'mdy')]
  const date = day.ok ? day : other
  if (date.ok && (!/^\d+$/.test(text) || /^1\d{9}(\d{3})?$/.test(text))) {
    kinds.push(date.value.span === 86_400_000 ? 'days' : 'moments')
  }
  if (readClock(text).ok) kinds.push('clocks')
  if ((readNumber(text, '.') ?? readNumber(text, ',')) !== null) kinds.push('numbers')
  if (readDuration(text, '.', 1) !== null || readDuration(text, ',', 1) !== null) kinds.push('durations')
  if (outcomeOf(text) !== null) kinds.push('outcomes')
  if (answeredOf(text) !== null) kinds.push('answers')
  if (ratingOf(text) !== null || /^\d{1,3}([.,]\d+)?( stars?|\s*\/\s*\d+)?$/.test(text)) kinds.push('scores')
  return kinds
}

/** Whether the cells of a column can be what the heading says; an empty column can be anything. */
function canBe(role: Role, profile: Profile, rows: number): boolean {
  const { filled } = profile
  if (filled === 0) return true
  const most = (n: number) => n >= 0.6 * filled
  switch (role) {
    case 'opened':
    case 'firstReply':
    case 'solved':
      return most(profile.days + profile.moments)
    case 'date':
      return most(profile.days + profile.moments)
    case 'time':
      return most(profile.clocks)
    case 'replySeconds':
    case 'replyMinutes':
    case 'replyHours':
    case 'handleTime':
    case 'handleMinutes':
      return most(profile.durations) && !most(profile.moments)
    case 'rating':
      return most(profile.scores)
    case 'outcome':
      return !most(profile.days + profile.moments) && most(profile.outcomes)
    case 'answered':
      return most(profile.answers)
    case 'topic':
      return !isFreeText(profile, rows)
    case 'person':
    case 'customer':
    case 'id':
      return !most(profile.moments + profile.days) || most(profile.numbers)
    case 'ignore':
      return true
  }
}

/** Words of the customer's own, which are never stored: nearly every cell differs, or they are long. */
function isFreeText(profile: Profile, rows: number): boolean {
  if (profile.filled === 0) return false
  return (
    profile.letters / profile.filled > 80 || (rows >= 100 && profile.distinct.size > 0.5 * profile.filled)
  )
}

export type ColumnFound = { role: Role; because: string }

const SINGLE = 'Known by its heading.'

/**
 * What each column becomes: by its heading where the cells agree, else by its cells where only one column can be
 * meant. Each role is given once; what nobody can tell is left out.
 * @param answered columns that a person or a saved mapping has settled
 */
export function assignColumns(
  profiles: readonly Profile[],
  rows: number,
  answered: Readonly<Record<string, Role>> = {},
): Map<string, ColumnFound> {
  const given = new Map<string, ColumnFound>()
  const taken = new Set<Role>()
  for (const { heading } of profiles) {
    const role = answered[heading]
    if (role === undefined) continue
    given.set(heading, { role, because: 'As the mapping says.' })
    taken.add(role)
  }
  const claims = profiles
    .filter(({ heading }) => !given.has(heading))
    .flatMap((profile) => rolesOf(profile.heading).map((claim) => ({ ...claim, profile })))
    .filter(({ role, profile }) => canBe(role, profile, rows))
    .toSorted((a, b) => b.score - a.score)
  for (const { role, profile } of claims) {
    if (given.has(profile.heading) || isTaken(role, taken)) continue
    given.set(profile.heading, { role, because: SINGLE })
    taken.add(role)
  }
  byCells(profiles, given, taken)
  for (const profile of profiles) {
    if (!given.has(profile.heading))
      given.set(profile.heading, { role: 'ignore', because: leftOut(profile, rows) })
  }
  return given
}

const KIN: readonly (readonly Role[])[] = [
  ['opened', 'date'],
  ['replySeconds', 'replyMinutes', 'replyHours'],
  ['handleTime', 'handleMinutes'],
]

function isTaken(role: Role, taken: ReadonlySet<Role>): boolean {
  return taken.has(role) || KIN.some((kin) => kin.includes(role) && kin.some((other) => taken.has(other)))
}

/** Headings of moments that are not the beginning of a contact. */
const OTHER_MOMENT =
  /\b(purchase|birth|due|updated|update|modified|changed|sla|end|closed|expires|deadline|interaction|iteracao|compra|nascimento|fallig|geandert)\b/

function byCells(profiles: readonly Profile[], given: Map<string, ColumnFound>, taken: Set<Role>): void {
  const free = profiles.filter(({ heading, filled }) => !given.has(heading) && filled > 0)
  if (isTaken('opened', taken)) return
  const dates = free.filter(
    ({ heading, filled, days, moments }) =>
      days + moments >= 0.9 * filled && !OTHER_MOMENT.test(plain(heading)),
  )
  const [only] = dates
  if (!only || dates.length > 1) return
  const withTime = only.moments >= 0.5 * only.filled
  given.set(only.heading, { role: withTime ? 'opened' : 'date', because: 'The only column of dates.' })
  const clocks = free.filter(
    ({ heading, filled, clocks }) => heading !== only.heading && clocks >= 0.9 * filled,
  )
  const [clock] = clocks
  if (withTime || !clock || clocks.length > 1 || taken.has('time') || rolesOf(clock.heading).length > 0)
    return
  given.set(clock.heading, { role: 'time', because: 'The only column of times of day.' })
}

function leftOut(profile: Profile, rows: number): string {
  const claims = rolesOf(profile.heading)
  if (profile.filled === 0) return 'Every row is empty.'
  if (claims.some(({ role }) => role === 'topic') && isFreeText(profile, rows)) {
    return 'Nearly every row differs: this is text, not a topic. Text is not kept.'
  }
  if (claims.some(({ role }) => !canBe(role, profile, rows)))
    return 'Its values are not what the heading says.'
  return claims.length > 0 ? 'Another column says the same more surely.' : 'Not needed.'
}
