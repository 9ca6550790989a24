import { addMonths, type Day, plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { capital, count, listing } from '../../../kernel/text.ts'

/** What a role asks for beside levels. 0 is "not asked". */
export type MasteryRule = { months: number; sources: number; actingMonths: number }

/** What an agreed round said of one competency; null where it rated none. */
export type AgreedThen = { on: Day; level: number | null }

/** The first and the last of the rounds that agreed a level without a break; one day where a single round did. */
export type Run = { since: Day; last: Day }

/**
 * How long a level is known to have been held: from the first to the last agreed round of the last unbroken run of rounds
 * that agreed at least that level. What came after the last round nobody looked at. A round that did not ask about the
 * competency neither adds to it nor breaks it. Source: domain.md 2.6 (held steadily, not once).
 * @param rounds of one competency, in any order; @returns null where the last round agreed less, or none agreed any
 */
export function heldOver(rounds: readonly AgreedThen[], level: number): Run | null {
  let run = null as Run | null
  for (const round of rounds.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    if (round.level === null) continue
    run = round.level < level ? null : { since: run?.since ?? round.on, last: round.on }
  }
  return run
}

/**
 * The first day on which an agreed round can show that a level was held for so many months; null where it is not at the
 * level, or was held for that long already.
 */
export function lookAgainOn({ held, months }: Pick<Held, 'held' | 'months'>, asked: number): Day | null {
  return held && months < asked ? addMonths(held.since, asked) : null
}

/** Whole months from a day to another, by the calendar; 0 where the first comes later. */
export function monthsBetween(from: Day, to: Day): number {
  const [a = 0, b = 0] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)))
  const whole = b - a
  return Math.max(0, addMonths(from, whole) > to ? whole - 1 : whole)
}

/** What is known of one competency that a role cannot do without. */
export type Held = {
  competencyId: Id
  title: string
  required: number
  agreed: number | null
  /** The rounds over which the level was held; null where it is not. */
  held: Run | null
  /** Whole months from the first of them to the last. */
  months: number
  /** The kinds of source besides the person that its evidence has, such as "Compliment". */
  sources: string[]
}

/** One thing that is asked before promotion: how far the person is, and what is open. Never a verdict. */
export type MasteryPart = {
  what: 'months' | 'sources' | 'acting'
  /** What is asked, in words. */
  asked: string
  /** How far, in words. */
  now: string
  /** What is open, in words; null where nothing is. */
  open: string | null
}

/**
 * How far somebody is towards what a role asks before promotion: levels held for so many months, evidence from so many
 * kinds of source, months of doing part of the work already. It says what the records show and promises nothing: who is
 * promoted is for people to decide. Source: domain.md 2.6.
 * @param acting months, "2026-09", in which others' evidence shows work of the role that the present one does not ask for;
 *   null where it asks for no such work
 * @param own read by the person themself
 */
export function masteryParts(
  rule: MasteryRule,
  held: readonly Held[],
  acting: readonly string[] | null,
  own: boolean,
): MasteryPart[] {
  const parts: MasteryPart[] = []
  const all = count(held.length, 'essential competency', 'essential competencies')
  if (rule.months > 0) {
    const long = held.filter(({ held: run, months }) => run !== null && months >= rule.months)
    const open = held.filter((one) => !long.includes(one))
    parts.push({
      what: 'months',
      asked: `Levels held for ${count(rule.months, 'month')}`,
      now: `${long.length} of ${all} held that long`,
      open: openLevels(open),
    })
  }
  if (rule.sources > 0) {
    const broad = held.filter(({ sources }) => sources.length >= rule.sources)
    const open = held.filter((one) => !broad.includes(one))
    parts.push({
      what: 'sources',
      asked: `Evidence from ${count(rule.sources, 'kind')} of source besides ${own ? 'yourself' : 'the person'}`,
      now: `${broad.length} of ${all} have that`,
      open: openSources(open),
    })
  }
  const asked = `Part of the work done already, in ${count(rule.actingMonths, 'month')}`
  if (rule.actingMonths > 0 && acting === null)
    parts.push({
      what: 'acting',
      asked,
      now: 'It asks for no competency that the present role does not ask for too',
      open: 'Records cannot show it here: people judge it',
    })
  if (rule.actingMonths > 0 && acting !== null)
    parts.push({
      what: 'acting',
      asked,
      now:
        acting.length === 0
          ? 'No evidence from others shows it yet'
          : `Evidence from others shows it in ${count(acting.length, 'month')}: ${listing(acting.map(monthWords))}`,
      open:
        acting.length >= rule.actingMonths
          ? null
          : `Evidence of ${count(rule.actingMonths - acting.length, 'more month', 'more months')} of work that this role asks for and the present one does not`,
    })
  return parts
}

/** How many competencies are named before the rest is counted. */
const NAMED = 3

function named(all: readonly Held[]): string {
  const rest = all.length - NAMED
  const titles = all.slice(0, NAMED).map(({ title }) => title)
  return rest > 0 ? `${titles.join(', ')} and ${rest} more` : listing(titles)
}

/** What is not held long enough: first what lacks a level, then what only lacks time or a later round. */
function openLevels(open: readonly Held[]): string | null {
  const unagreed = open.filter(({ agreed }) => agreed === null)
  const below = open.filter(({ agreed, held: run }) => agreed !== null && run === null)
  const short = open.filter(({ held }) => held !== null)
  const words = [
    below.length > 0 && `not at the level yet: ${named(below)}`,
    unagreed.length > 0 && `no level agreed yet: ${named(unagreed)}`,
    short.length > 0 && `not known to be held that long: ${named(short)}`,
  ].filter(Boolean)
  return words.length > 0 ? capital(words.join('; ')) : null
}

function openSources(open: readonly Held[]): string | null {
  const none = open.filter(({ sources }) => sources.length === 0)
  const some = open.filter(({ sources }) => sources.length > 0)
  const words = [
    none.length > 0 && `none yet: ${named(none)}`,
    some.length > 0 && `too few: ${named(some)}`,
  ].filter(Boolean)
  return words.length > 0 ? capital(words.join('; ')) : null
}

/** "2026-09" as "September 2026". */
function monthWords(month: string): string {
  return plainDay(`${month}-01`).slice(2)
}
