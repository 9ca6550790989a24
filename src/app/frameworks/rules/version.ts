import type { Day } from '../../../kernel/day.ts'

/** The version after this one: numbered within the year, "2026-1" to "2026-2", and "2027-1" in the next; null begins. */
export function versionAfter(version: string | null, today: Day): string {
  const [, year = '', number = ''] = /^(\d{4})-(\d{1,6})$/.exec(version ?? '') ?? []
  const thisYear = today.slice(0, 4)
  return year >= thisYear && number ? `${year}-${Number(number) + 1}` : `${thisYear}-1`
}

/** The name, or where a version has it already, the name with the first number that none has: "1.1 (2)". */
export function freeVersion(named: string, taken: readonly string[]): string {
  if (!taken.includes(named)) return named
  for (let number = 2; ; number++) {
    const free = `${named} (${number})`
    if (!taken.includes(free)) return free
  }
}

/** The name that somebody gave a version, without space around it; '' for one of dots alone, which no address can hold. */
export function givenName(name: string | null | undefined): string {
  const given = name?.trim() ?? ''
  return /^\.+$/.test(given) ? '' : given
}
