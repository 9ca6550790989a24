import { addDays, type Day, dayIn, isoWeekday } from './day.ts'

/** A time of day on a clock on the wall, `HH:MM`. */
export type Time = string

/** When nobody is written to: from one time until another (over midnight where it is earlier), and whole weekends. */
export type Quiet = { from: Time; to: Time; weekends: boolean }

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What a clock in a zone shows at a moment. */
function timeIn(moment: Date, zone: string): Time {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    clocks.set(zone, clock)
  }
  return clock.format(moment)
}

const MINUTE = 60_000
const minutesOf = (time: Time): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** How far a zone's clock is ahead of UTC at a moment, in milliseconds. */
function ahead(moment: Date, zone: string): number {
  const shown = Date.parse(`${dayIn(moment, zone)}T${timeIn(moment, zone)}:00Z`)
  return shown - Math.floor(moment.getTime() / MINUTE) * MINUTE
}

/**
 * The first moment at which the clock of a zone shows a time on a day. Where the clock is put forward over it, the moment
 * at which that happens to be: an hour later on the clock.
 */
export function momentOf(day: Day, time: Time, zone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  const offsets = [wanted - 86_400_000, wanted + 86_400_000].map((near) => ahead(new Date(near), zone))
  const fits = offsets
    .map((offset) => new Date(wanted - offset))
    .filter((moment) => dayIn(moment, zone) === day && timeIn(moment, zone) === time)
    .sort((a, b) => a.getTime() - b.getTime())
  return fits[0] ?? new Date(wanted - Math.min(...offsets))
}

const isWeekend = (day: Day) => isoWeekday(day) > 5

/** Whether nobody is written to at this time of this day. */
function isQuiet(day: Day, time: Time, { from, to, weekends }: Quiet): boolean {
  if (weekends && isWeekend(day)) return true
  const [now, start, end] = [minutesOf(time), minutesOf(from), minutesOf(to)]
  if (start === end) return false
  return start < end ? now >= start && now < end : now >= start || now < end
}

/** The first moment from this one on that is not quiet, in a zone: the moment itself where it is not. */
export function endOfQuiet(moment: Date, quiet: Quiet, zone: string): Date {
  const day = dayIn(moment, zone)
  if (!isQuiet(day, timeIn(moment, zone), quiet)) return moment
  for (let ahead = 0; ahead <= 4; ahead += 1)
    for (const time of ['00:00', quiet.to]) {
      const on = addDays(day, ahead)
      const end = momentOf(on, time, zone)
      if (end > moment && !isQuiet(on, timeIn(end, zone), quiet)) return end
    }
  return moment
}
