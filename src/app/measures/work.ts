import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Better } from '../../kernel/stats.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type ContactFact, contactDays, contactsStamp, listContacts } from '../contacts/contacts.ts'
import { type Book, contactBook, type Days } from './rules/book.ts'
import type { Chart } from './rules/chart.ts'
import { DEFINITIONS, type Definition, definitionOf, FCR_DAYS, type MeasureKey } from './rules/definitions.ts'
import type { Verdict } from './rules/figure.ts'
import { chart } from './rules/measure.ts'
import { type Behind, contactsBehind } from './rules/observation.ts'
import { recentWeeks } from './rules/run.ts'
import { tallyChart } from './rules/tally.ts'
import { type KeptTally, listTallies } from './store.ts'

/** What names a figure: a measure from contacts, or a tally kept by hand. */
export type FigureKey = MeasureKey | `tally:${Id}`

/** A measure over some days, with all that is needed to judge it. Shares run from 0 to 1, times are in seconds. */
export type Figure = {
  measure: FigureKey
  name: string
  /** The meaning in words. */
  definition: string
  version: string
  from: Day
  to: Day
  /** Null for a median. */
  numerator: number | null
  denominator: number | null
  n: number
  /** The share, the mean score or the median; null under 5, and for a count alone. */
  value: number | null
  unit: 'share' | 'score' | 'seconds'
  /** The time that 9 in 10 stay within; null for what is no time. */
  p90: number | null
  /** The 95% Wilson interval of a share; null for what is none. */
  low: number | null
  high: number | null
  verdict: Verdict | null
  /** Whether a later contact may still change it. */
  provisional: boolean
  betterIs: Better
}

/** One measure of one person over a range, and the chart that judges it. */
export type Shown = { figure: Figure; chart: Chart; tally: KeptTally | null }

/** Some people's work, ready to be counted over a range. */
export type Work = { range: Days; book: Book; facts: readonly ContactFact[]; lastDay: Day | null }

/** Measures of some people as they were counted: each person's in the order asked for. */
export type Counted = Pick<Work, 'range' | 'lastDay'> & { measures: ReadonlyMap<string, Shown[]> }

/**
 * Reads what counting needs and no more: the people's own contacts of the range and, for repeats, those of the same
 * customers that follow them soon enough to count. Without a range: the 26 weeks that end with the organisation's last contact.
 */
export function readWork(
  tx: OrgTx,
  personKeys: string[],
  today: Day,
  asked?: Days,
  measures: readonly MeasureKey[] = DEFINITIONS.map(({ key }) => key),
): Promise<Work> {
  const repeatDays = measures.includes('fcr') ? FCR_DAYS : undefined
  return tx.once(`work ${JSON.stringify([personKeys, today, asked, repeatDays])}`, async () => {
    const whole = await contactDays(tx, today)
    const lastDay = whole.days.at(-1) ?? null
    const range = asked ?? recentWeeks(lastDay ?? today, today)
    const facts = lastDay === null ? [] : await listContacts(tx, { personKeys, ...range, repeatDays })
    return { range, book: contactBook(facts, today, whole), facts, lastDay }
  })
}

/**
 * Measures of some people, counted once and kept for as long as no import, undoing or match of a name changes what is
 * known of their contacts.
 */
export async function countAll(
  tx: OrgTx,
  personKeys: string[],
  today: Day,
  asked: Days | undefined,
  measures: readonly MeasureKey[],
): Promise<Counted> {
  const stamp = await contactsStamp(tx, personKeys)
  return tx.kept(`figures ${JSON.stringify([personKeys, today, asked, measures])}`, stamp, async () => {
    const work = await readWork(tx, personKeys, today, asked, measures)
    const { range, lastDay } = work
    const definitions = DEFINITIONS.filter(({ key }) => measures.includes(key))
    const shown = (personKey: string) => definitions.map((definition) => show(definition, work, personKey))
    return { range, lastDay, measures: new Map(personKeys.map((one) => [one, shown(one)])) }
  })
}

/** A measure of one person, counted from work that was read. */
function show(definition: Definition & { key: MeasureKey }, work: Work, personKey: string): Shown {
  const drawn = chart(definition, work.book, { people: [personKey], ...work.range })
  return { figure: figureFrom(definition.key, drawn), chart: drawn, tally: null }
}

/** A tally as a figure, by the same rules. */
function showTally(tally: KeptTally, range: Days, today: Day): Shown {
  const drawn = tallyChart(tally, range, today)
  return { figure: figureFrom(`tally:${tally.tallyId}`, drawn), chart: drawn, tally }
}

/**
 * Every measure of a person in the order of the definitions, those with nothing to count too, and their tallies.
 * @param only the keys that are asked for; all, where it is not given
 */
export async function showAll(
  tx: OrgTx,
  personId: Id,
  today: Day,
  asked?: Days,
  only?: readonly string[],
): Promise<Omit<Counted, 'measures'> & { measures: Shown[]; tallies: Shown[] }> {
  const isAsked = (key: FigureKey) => only === undefined || only.includes(key)
  const keys = DEFINITIONS.map(({ key }) => key).filter(isAsked)
  const { range, lastDay, measures } = await countAll(tx, [personId], today, asked, keys)
  const counted = only === undefined || only.some((key) => key.startsWith('tally:'))
  const tallies = counted ? await listTallies(tx, personId) : []
  return {
    range,
    lastDay,
    measures: measures.get(personId) ?? [],
    tallies: tallies
      .filter(({ tallyId }) => isAsked(`tally:${tallyId}`))
      .map((tally) => showTally(tally, asked ?? recentWeeks(today, today), today)),
  }
}

/** One measure or tally of a person; null where there is no such one. */
export async function showOne(
  tx: OrgTx,
  personId: Id,
  measure: string,
  today: Day,
  asked?: Days,
): Promise<Shown | null> {
  const definition = definitionOf(measure)
  if (definition) {
    const { measures } = await countAll(tx, [personId], today, asked, [definition.key])
    return measures.get(personId)?.[0] ?? null
  }
  const tally = await findTally(tx, personId, measure)
  return tally && showTally(tally, asked ?? recentWeeks(today, today), today)
}

/** A measure with the contacts that it counts, in order of time, each with what the source says of it: read anew. */
export async function showBehind(
  tx: OrgTx,
  personId: Id,
  definition: Definition & { key: MeasureKey },
  today: Day,
  asked?: Days,
): Promise<{ shown: Shown; behind: (Behind & { fact: ContactFact })[] }> {
  const work = await readWork(tx, [personId], today, asked, [definition.key])
  return { shown: show(definition, work, personId), behind: factsBehind(definition.key, work, personId) }
}

function factsBehind(measure: MeasureKey, work: Work, personKey: string): (Behind & { fact: ContactFact })[] {
  const byId = new Map(work.facts.map((fact) => [fact.contactId, fact]))
  return contactsBehind(measure, work.book, { people: [personKey], ...work.range }).flatMap((behind) => {
    const fact = byId.get(behind.contact.contactId)
    return fact ? [{ ...behind, fact }] : []
  })
}

/** The tally of a person that a key such as `tally:UUID` names. */
export async function findTally(tx: OrgTx, personId: Id, key: string): Promise<KeptTally | null> {
  if (!key.startsWith('tally:')) return null
  const tallies = await listTallies(tx, personId)
  return tallies.find(({ tallyId }) => key === `tally:${tallyId}`) ?? null
}

export function figureFrom(measure: FigureKey, { definition, figure }: Chart): Figure {
  const { from, to, numerator, denominator, n, value, unit, p90, low, high, verdict, provisional } = figure
  return {
    measure,
    name: definition.name,
    definition: definition.words,
    version: definition.version,
    from,
    to,
    numerator,
    denominator,
    n,
    value,
    unit,
    p90,
    low,
    high,
    verdict,
    provisional,
    betterIs: definition.betterIs,
  }
}
