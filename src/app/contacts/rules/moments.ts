import type { Day } from '../../../kernel/day.ts'
import type { Cells } from './cells.ts'
import { readClock, readDate, type Written } from './dates.ts'
import type { Mapping, Role } from './mapping.ts'
import type { Zone } from './zone.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A moment (`at`, milliseconds since 1970), and how it was written. */
type Moment = Written & { at: number }

/** The moments of one row. `comparable`: two or more are told; `disorder`: they contradict each other. */
export type Moments = {
  opened: Moment | null
  firstReply: Moment | null
  solved: Moment | null
  comparable: boolean
  disorder: boolean
}

/** Whether `later` certainly lies before `earlier`, as finely as both are written. */
const isBefore = (later: Moment, earlier: Moment): boolean => later.at + later.span <= earlier.at

/**
 * Reads the moments of the row at hand, and fails it for what cannot be: a date that does not exist, a moment after
 * today, a reply before the opening, a solution before either.
 * Source: helpdesk.md 4.5 (opened <= first reply <= solved, no future).
 */
export function momentReader(mapping: Mapping, cells: Cells<Role>, zone: Zone, today: Day): () => Moments {
  const { cell, fail, has, faults } = cells
  const end = zone.toMoment(Date.parse(`${today}T00:00:00Z`) + DAY)
  const opening: Role = has('opened') ? 'opened' : 'date'
  const separate = opening === 'date' && has('time')

  const placed = ({ ms, span, zoned }: Written): Moment => ({
    ms,
    span,
    zoned,
    at: zoned ? ms : zone.toMoment(ms),
  })
  const inTime = (role: Role, moment: Moment | null): Moment | null => {
    if (moment && moment.at >= end) fail(role, 'This is in the future. Check the date, and the time zone')
    return moment
  }
  const written = (role: Role): Written | null => {
    const text = cell(role)
    if (text === '') return null
    const read = readDate(text, mapping.dateOrder)
    if (read.ok) return read.value
    fail(role, read.why)
    return null
  }
  const moment = (role: Role): Moment | null => {
    const value = has(role) ? written(role) : null
    return value && inTime(role, placed(value))
  }
  const opened = (): Moment | null => {
    if (!has(opening)) return null
    const day = written(opening)
    if (!day) {
      if (faults.length === 0) fail(opening, 'A contact needs the moment it began')
      return null
    }
    const time = separate && day.span === DAY ? cell('time') : ''
    if (time === '') return inTime(opening, placed(day))
    const clock = readClock(time)
    if (!clock.ok) {
      fail('time', clock.why)
      return null
    }
    const { ms, span, offset } = clock.value
    return inTime(opening, placed({ ms: day.ms + ms - (offset ?? 0) * 60_000, span, zoned: offset !== null }))
  }
  /** The same local time an hour later, where the clocks go back and it comes twice. */
  const after = (later: Moment | null, earlier: Moment | null): Moment | null => {
    if (!later || !earlier || later.zoned || !isBefore(later, earlier)) return later
    const again = { ...later, at: later.at + HOUR }
    return zone.toLocal(again.at) === later.ms ? again : later
  }

  return () => {
    const began = opened()
    const firstReply = after(moment('firstReply'), began)
    const solved = after(moment('solved'), firstReply ?? began)
    let disorder = true
    if (began && firstReply && isBefore(firstReply, began)) {
      fail('firstReply', 'The first reply is before the opening')
    } else if (began && solved && isBefore(solved, began)) {
      fail('solved', 'Solved before it was opened')
    } else if (firstReply && solved && isBefore(solved, firstReply)) {
      fail('solved', 'Solved before the first reply')
    } else disorder = false
    const told = (began ? 1 : 0) + (firstReply ? 1 : 0) + (solved ? 1 : 0)
    return { opened: began, firstReply, solved, comparable: told > 1, disorder }
  }
}

/** Seconds from opening to first reply; null where either is known only to the day. Never negative. */
export function secondsBetween(opened: Moment, firstReply: Moment | null): number | null {
  if (!firstReply || opened.span === DAY || firstReply.span === DAY) return null
  return Math.max(0, (firstReply.at - opened.at) / 1000)
}
