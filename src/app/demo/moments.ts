import type { Actor } from '../../kernel/actor.ts'
import { addDays, type Day, isoWeekday } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'

/**
 * Something that happens in the demo's past, in a transaction of its own that stands for that moment. `order` is when it
 * comes among the others: days that fall on a weekend share a Friday and still follow each other.
 */
export type Moment = { day: Day; time: string; order: string; run(tx: OrgTx, day: Day): Promise<unknown> }

/** A moment so many days ago, on a working day; `time` as 14:05. */
export type On = (daysAgo: number, time: string, run: Moment['run']) => Moment

/** The organisation as those who write its lives need it: who acts, what things are called, and what day it is. */
export type Company = {
  /** The day on which the demo is loaded. */
  today: Day
  /** A person as one who acts; throws where nobody is called so. */
  who(name: string): Actor
  /** A competency by its code, such as CS-07. */
  skill(code: string): Id
  on: On
}

/** The working day so many days ago: a weekend's days become the Friday before. */
export function workingDay(today: Day, daysAgo: number): Day {
  const day = addDays(today, -daysAgo)
  return addDays(day, -Math.max(0, isoWeekday(day) - 5))
}

/** The working day so many days ahead: a weekend's days become the Monday after. */
export function workingDayAhead(today: Day, days: number): Day {
  const day = addDays(today, days)
  const weekday = isoWeekday(day)
  return weekday > 5 ? addDays(day, 8 - weekday) : day
}

/** What a door answered; throws where it refused, since a biography that a door refuses is written wrong. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`The demo's story was refused: ${outcome.refusals.map(({ message }) => message).join(' ')}`)
}

/** A thing that one moment makes and a later one needs. */
export type Kept<T> = { value: T }
export function keep<T>(): { put(value: T): T; get(): T } {
  const kept: Kept<T>[] = []
  return {
    put(value) {
      kept.push({ value })
      return value
    },
    get() {
      const last = kept.at(-1)
      if (!last) throw new Error('The demo needs something that has not happened yet.')
      return last.value
    },
  }
}
