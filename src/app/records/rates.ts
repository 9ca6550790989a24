import { addDays, type Day, weekStart } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { contactDays, listContacts } from '../contacts/contacts.ts'
import { recentWeeks, tallyChart } from '../measures/measures.ts'
import { RECORD_KINDS, type RecordKind } from './rules/kinds.ts'
import { areEnough, isRate, type RecordRate, rateOf, type Verdict } from './rules/rate.ts'
import { daysTold, listOf } from './store/rows.ts'

type Days = { from: Day; to: Day }

const later = (a: Day, b: Day): Day => (b > a ? b : a)
const earlier = (a: Day, b: Day): Day => (b < a ? b : a)

/**
 * What imported records say of a person over some days, kind by kind: complaints and compliments per 1,000 contacts,
 * audits and observations counted. Only of kinds that the organisation imports, and only over days that both its
 * records and (for a rate) its contacts tell of: elsewhere none would mean nothing. Typed items are not counted:
 * somebody chose them. Never a rank. Source: domain.md 3.1, 3.2.
 * @param range the 26 weeks up to the last contact, where it is not given
 */
export async function recordRatesOf(
  tx: OrgTx,
  personId: Id,
  today: Day,
  range?: Days,
): Promise<RecordRate[]> {
  const told = await daysTold(tx)
  if (told.size === 0) return []
  const { days } = await contactDays(tx, today)
  const asked = range ?? recentWeeks(days.at(-1) ?? today, today)
  const own = await listOf(tx, personId, asked)
  const facts =
    days.length === 0
      ? []
      : await listContacts(tx, { personKeys: [personId], from: asked.from, to: asked.to })
  const contacts = facts.filter(({ answered }) => answered).map(({ day }) => day)
  const worked: Days | null = days[0] ? { from: days[0], to: days.at(-1) ?? days[0] } : null
  return RECORD_KINDS.flatMap((kind) => {
    const known = told.get(kind)
    if (!known) return []
    const within = overlap([asked, known, isRate(kind) ? worked : null])
    if (within === null) return [silent(kind, asked)]
    const records = own
      .filter((record) => record.kind === kind)
      .map(({ happenedOn }) => happenedOn)
      .filter((day) => day >= within.from && day <= within.to)
    if (!isRate(kind)) return [{ ...silent(kind, within), count: records.length, reason: null }]
    const among = contacts.filter((day) => day >= within.from && day <= within.to)
    const counted = { count: records.length, contacts: among.length }
    return [rateOf(kind, within, counted, chartSays(kind, within, records, among, today))]
  })
}

/** The days that all of several spans have in common; null where there are none. */
function overlap(spans: readonly (Days | null)[]): Days | null {
  const all = spans.filter((span) => span !== null)
  const from = all.map((span) => span.from).reduce(later)
  const to = all.map((span) => span.to).reduce(earlier)
  return from <= to ? { from, to } : null
}

const silent = (kind: RecordKind, days: Days): RecordRate => ({
  kind,
  ...days,
  count: 0,
  contacts: null,
  ...{ per1000: null, low: null, high: null, verdict: null },
  reason: 'No records were imported for these days.',
})

/** The verdict of the chart of weekly rates, by the rules of every other figure. */
function chartSays(
  kind: RecordKind,
  days: Days,
  records: readonly Day[],
  contacts: readonly Day[],
  today: Day,
): Verdict {
  const weeks = new Map<Day, { met: number; of: number }>()
  for (const day of contacts) weekOf(weeks, day).of += 1
  for (const day of records) weekOf(weeks, day).met += 1
  const entries = [...weeks].map(([day, { met, of }]) => ({ day, met, of }))
  if (!areEnough(records.length, entries.length) || entries.some(({ met, of }) => met > of))
    return 'too few points'
  const whole = { from: days.from, to: later(days.to, addDays(weekStart(days.to), 6)) }
  const tally = {
    name: kind,
    words: kind,
    betterIs: kind === 'complaint' ? ('lower' as const) : ('higher' as const),
    entries: entries.filter(({ day }) => day >= days.from && addDays(day, 6) <= days.to),
  }
  return tallyChart(tally, whole, today).verdict
}

function weekOf(weeks: Map<Day, { met: number; of: number }>, day: Day): { met: number; of: number } {
  const monday = weekStart(day)
  const week = weeks.get(monday) ?? { met: 0, of: 0 }
  weeks.set(monday, week)
  return week
}
