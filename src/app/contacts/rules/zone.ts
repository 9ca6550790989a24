const HOUR = 3_600_000
const DAY = 24 * HOUR
const QUARTER = HOUR / 4

/** Moments of one IANA zone. */
export type Zone = {
  /** The moment (milliseconds since 1970) of a local time, given as though it were UTC. */
  toMoment(local: number): number
  /** The local time of a moment, as though it were UTC. */
  toLocal(moment: number): number
}

/**
 * Local times of an IANA zone such as `Europe/London`, made moments. A time that the clocks jump over is read as
 * that much later; a time that comes twice is the earlier one (as Temporal's `compatible` does). Throws a
 * RangeError where there is no such zone. Source: helpdesk.md 4.2.
 */
export function zoneOf(zone: string): Zone {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const known = new Map<number, number>()

  const offsetAtQuarter = (moment: number): number => {
    const quarter = Math.floor(moment / QUARTER) * QUARTER
    const seen = known.get(quarter)
    if (seen !== undefined) return seen
    const part: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(quarter)) part[type] = Number(value)
    const local = Date.UTC(
      part.year ?? 0,
      (part.month ?? 1) - 1,
      part.day ?? 1,
      part.hour ?? 0,
      part.minute ?? 0,
      part.second ?? 0,
    )
    known.set(quarter, local - quarter)
    return local - quarter
  }

  const steady = new Map<number, number | null>()
  const offsetAt = (moment: number): number => {
    const day = Math.floor(moment / DAY)
    let offset = steady.get(day)
    if (offset === undefined) {
      const first = offsetAtQuarter(day * DAY)
      offset = first === offsetAtQuarter((day + 1) * DAY) ? first : null
      steady.set(day, offset)
    }
    return offset ?? offsetAtQuarter(moment)
  }

  return {
    toMoment(local) {
      const before = offsetAt(local - DAY)
      const after = offsetAt(local + DAY)
      if (before === after) return local - before
      const early = local - before
      return offsetAt(early) === before || offsetAt(local - after) !== after ? early : local - after
    },
    toLocal: (moment) => moment + offsetAt(moment),
  }
}
