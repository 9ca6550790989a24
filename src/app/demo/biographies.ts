import { type Day, dayIn } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { House } from '../visit.ts'
import { BEGAN, CAST, type CastMember } from './cast.ts'
import { openCompany } from './company.ts'
import { EXPORT_TIME, exportsUntil, LAST_EXPORT_AGO } from './contacts.ts'
import { amara } from './lives/amara.ts'
import { ellie } from './lives/ellie.ts'
import { grace } from './lives/grace.ts'
import { kofi } from './lives/kofi.ts'
import { larkfield } from './lives/larkfield.ts'
import { leila } from './lives/leila.ts'
import { library } from './lives/library.ts'
import { priya } from './lives/priya.ts'
import { quayside } from './lives/quayside.ts'
import { sofia } from './lives/sofia.ts'
import { tom } from './lives/tom.ts'
import { tomRound } from './lives/tom-round.ts'
import { yusuf } from './lives/yusuf.ts'
import { type Company, type Moment, workingDay } from './moments.ts'
import { recordsUntil } from './records.ts'

const ZONE = 'Europe/London'

/** The house as it was at a moment: what is done in it then bears that date. */
export function houseAt(house: House, moment: Date): House {
  const { db } = house
  return {
    ...house,
    db: {
      ...db,
      now: () => moment,
      inOrg: (orgId, work, options) => db.inOrg(orgId, work, { now: moment, ...options }),
    },
  }
}

/** The moment at which Larkfield's clocks show a time on a day. */
function at(day: Day, time: string): Date {
  const utc = new Date(`${day}T${time}:00Z`)
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeStyle: 'short' }).format(utc)
  return shown === time ? utc : new Date(utc.getTime() - 3_600_000)
}

/** The moment at which Larkfield Energy begins with Goldthread, as the demo tells it. */
export function beginning(now: Date): Date {
  return at(workingDay(dayIn(now, ZONE), BEGAN + 1), '08:30')
}

/** The lives that begin with a person's coming in; the others' begin with the organisation. */
const LIVES: Readonly<Record<string, (house: House, company: Company) => Moment[]>> = {
  'Amara Okafor': amara,
  'Priya Nair': (_, company) => priya(company),
  'Tom Walsh': (house, company) => [...tom(company), ...tomRound(house, company)],
  'Grace Lim': (_, company) => grace(company),
  'Yusuf Demir': (_, company) => yusuf(company),
  'Ellie Marsh': (_, company) => ellie(company),
  'Sofia Rossi': (_, company) => sofia(company),
  'Kofi Mensah': (_, company) => kofi(company),
  'Leila Haddad': (_, company) => leila(company),
}

/** Months that the lives take, at most. */
const MONTHS = 8

/**
 * Lives the characters' two years through the product's own doors, in the order in which things happened: each in a
 * transaction that stands for its moment.
 */
export async function liveThrough(
  house: House,
  orgId: Id,
  report: (done: number, of: number, words: string) => Promise<void>,
): Promise<void> {
  const now = house.db.now()
  const today = dayIn(now, ZONE)
  const exports = [...exportsUntil(now, ZONE), ...recordsUntil(now, ZONE)].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
  )
  const steps = exports.length + MONTHS + 1
  let done = 0
  const say = (words: string) => report(done++, steps, words)
  const { company, join } = await openCompany(house, orgId, today)
  const waiting: Moment[] = []
  let last = beginning(now)
  const next = (moment: Date) => {
    last = moment > last ? moment : new Date(last.getTime() + 60_000)
    return last
  }
  const comeIn = async (member: CastMember, moment: Date) => {
    await join(house, member, next(moment))
    waiting.push(...(LIVES[member.name]?.(house, company) ?? []))
    waiting.sort((a, b) => (a.order < b.order ? -1 : 1))
  }

  await say(`${CAST.length} people in two teams`)
  const late = CAST.filter(({ since }) => since < BEGAN).sort((a, b) => b.since - a.since)
  for (const member of CAST) if (!late.includes(member)) await comeIn(member, last)
  waiting.push(...larkfield(company), ...library(company), ...quayside(company))
  waiting.sort((a, b) => (a.order < b.order ? -1 : 1))

  const arrive = async (day: Day) => {
    for (let member = late[0]; member && workingDay(today, member.since) <= day; member = late[0]) {
      late.shift()
      await comeIn(member, at(workingDay(today, member.since), '07:45'))
    }
    for (let one = exports[0]; one && one.day <= day; one = exports[0]) {
      exports.shift()
      await say(one.words)
      const moment = one.day === today ? new Date(now.getTime() - LAST_EXPORT_AGO) : at(one.day, EXPORT_TIME)
      await one.bring(houseAt(house, next(moment)), orgId, company.who('Dana Price'))
    }
  }
  let month = ''
  for (let moment = waiting[0]; moment; moment = waiting[0]) {
    const { day, time, run } = moment
    await arrive(day)
    if (waiting[0] !== moment) continue
    waiting.shift()
    if (day.slice(0, 7) !== month) await say(`Living through ${monthOf(day)}`)
    month = day.slice(0, 7)
    await house.db.inOrg(orgId, (tx) => run(tx, day), { now: next(at(day, time)) })
  }
  await arrive(today)
  await report(steps, steps, 'Ready')
}

const monthOf = (day: Day) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    at(day, '12:00'),
  )
