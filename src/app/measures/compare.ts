import { createHash } from 'node:crypto'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Better } from '../../kernel/stats.ts'
import type { OrgTx } from '../../shell/db.ts'
import { batchesBehind, type ContactFact, contactsStamp } from '../contacts/contacts.ts'
import { coveredBy, type Days, earlier } from './rules/book.ts'
import { daysAround, type Judged, judgeChange, type Withheld, withheldOf } from './rules/compare.ts'
import { type Definition, definitionOf, FCR_DAYS, type MeasureKey } from './rules/definitions.ts'
import { LEAST } from './rules/figure.ts'
import { contactsBehind, type Observation } from './rules/observation.ts'
import { tallyDefinition, tallyObservations } from './rules/tally.ts'
import type { KeptTally } from './store.ts'
import { type FigureKey, findTally, readWork, type Work } from './work.ts'

/** A measure before and after a change: both sides with n, the difference with its interval, and what it can say. */
export type Compared = Judged & {
  measure: FigureKey
  name: string
  /** The meaning in words, and its version. */
  definition: string
  version: string
  unit: Definition['unit']
  betterIs: Better
  /** The first day of the change. */
  since: Day
  /** Whose contacts are pooled. */
  people: number
}

/** A change to compare around: its first day, and the last that counts where there is one. */
export type Change = { since: Day; until?: Day | null }

/**
 * A measure of one person before and after a change at work: 13 weeks before `since` against up to 26 weeks from it
 * on. What may still change is left out. Null where there is no such measure, or it is a count alone.
 */
export async function compared(
  tx: OrgTx,
  personId: Id,
  measure: string,
  change: Change,
  today: Day,
): Promise<Compared | null> {
  const definition = definitionOf(measure)
  if (!definition) {
    const tally = await findTally(tx, personId, measure)
    return tally && comparedTally(tally, change, today)
  }
  const stamp = await contactsStamp(tx, [personId])
  const name = `compared ${JSON.stringify([personId, measure, change, today])}`
  return tx.kept(name, stamp, async () => {
    const { work, days } = await readAround(tx, [personId], definition, change, today)
    return compare(definition, definition.key, observed(definition, work, [personId]), days, work, 1)
  })
}

/** A comparison as it was made on a day, and the rows it was made from. Never counted again. */
export type KeptComparison = Compared & {
  countedOn: Day
  sources: { file: string; batchId: Id; sha256: string }[]
  /** SHA-256 (hex) over the hashes of the rows of both sides, in order of time; of a tally, over its entries. */
  rowsHash: string
}

/** `compared`, to be kept as it is. */
export async function freezeCompared(
  tx: OrgTx,
  personId: Id,
  measure: string,
  change: Change,
  today: Day,
): Promise<KeptComparison | null> {
  const made = await compared(tx, personId, measure, change, today)
  if (!made) return null
  const range = { from: made.before.from, to: made.after.to }
  const definition = definitionOf(measure)
  const { facts, rows } = definition
    ? await factsOf(tx, personId, definition, change, today, range)
    : { facts: [], rows: await entriesOf(tx, personId, measure, range) }
  const oneOfEach = new Map(facts.map(({ batchId, contactId }) => [batchId, contactId]))
  return {
    ...made,
    countedOn: today,
    sources: oneOfEach.size > 0 ? await batchesBehind(tx, [...oneOfEach.values()]) : [],
    rowsHash: createHash('sha256').update(rows.join('\n')).digest('hex'),
  }
}

async function factsOf(
  tx: OrgTx,
  personId: Id,
  definition: Definition & { key: MeasureKey },
  change: Change,
  today: Day,
  range: Days,
): Promise<{ facts: ContactFact[]; rows: string[] }> {
  const { work } = await readAround(tx, [personId], definition, change, today)
  const byId = new Map(work.facts.map((fact) => [fact.contactId, fact]))
  const facts = contactsBehind(definition.key, work.book, { people: [personId], ...range }).flatMap(
    ({ contact }) => byId.get(contact.contactId) ?? [],
  )
  return { facts, rows: facts.map(({ rowHash }) => rowHash) }
}

async function entriesOf(tx: OrgTx, personId: Id, measure: string, { from, to }: Days): Promise<string[]> {
  const tally = await findTally(tx, personId, measure)
  return (tally?.entries ?? [])
    .filter(({ day }) => day >= from && day <= to)
    .map(({ entryId, day, met, of }) => `${entryId} ${day} ${met} ${of}`)
}

/** What people came to together; or why that is shown to nobody. */
export type Pooled = { compared: Compared; withheld: null } | { compared: null; withheld: Withheld }

/**
 * A measure of several people together before and after a change: only of those who have 5 or more on both sides, so
 * that joining and leaving makes no difference. Withheld for small groups, unless it is the viewer's own alone.
 * Null where there is no such measure. Source: domain.md 6 (small groups), 3.2.
 */
export async function pooled(
  tx: OrgTx,
  personIds: readonly Id[],
  measure: string,
  change: Change,
  today: Day,
  viewerId: Id,
): Promise<Pooled | null> {
  const definition = definitionOf(measure)
  if (!definition) return null
  const stamp = await contactsStamp(tx, personIds)
  const name = `pooled ${JSON.stringify([personIds, measure, change, today, viewerId])}`
  return tx.kept(name, stamp, async () => {
    const { work, days } = await readAround(tx, [...personIds], definition, change, today)
    const size = (personId: Id, range: Days) =>
      contactsBehind(definition.key, work.book, { people: [personId], ...range }).length
    const counted = personIds
      .map((personId) => ({
        personId,
        before: size(personId, days.before),
        after: size(personId, days.after),
      }))
      .filter(({ before, after }) => Math.min(before, after) >= LEAST)
    const isOwn = counted.length === 1 && counted[0]?.personId === viewerId
    const withheld = isOwn ? null : withheldOf(counted)
    if (withheld) return { compared: null, withheld }
    const people = counted.map(({ personId }) => personId)
    const all = observed(definition, work, people)
    return {
      compared: compare(definition, definition.key, all, days, work, people.length),
      withheld: null,
    }
  })
}

type Around = ReturnType<typeof daysAround>

/** The contacts that a comparison needs, and its days: they end with the last that is known for good. */
async function readAround(
  tx: OrgTx,
  personIds: Id[],
  definition: Definition & { key: MeasureKey },
  { since, until }: Change,
  today: Day,
): Promise<{ work: Work; days: Around }> {
  const asked = earlier(until ?? today, today)
  const wide = daysAround(since, asked)
  const range = { from: wide.history.from, to: wide.after.to }
  const work = await readWork(tx, personIds, today, range, [definition.key])
  const open = definition.key === 'fcr' ? FCR_DAYS + 1 : 0
  const known = addDays(work.lastDay ?? today, -open)
  return { work, days: daysAround(since, earlier(asked, known)) }
}

const observed = (
  definition: { key: MeasureKey },
  work: Work,
  people: readonly Id[],
): readonly Observation[] => contactsBehind(definition.key, work.book, { people, ...work.range })

function compare(
  definition: Definition,
  measure: FigureKey,
  all: readonly Observation[],
  days: Around,
  { book }: { book: { covered: Days | null } },
  people: number,
): Compared {
  const { name, words, version, unit, betterIs } = definition
  return {
    ...judgeChange(definition, all, days, book.covered),
    measure,
    name,
    definition: words,
    version,
    unit,
    betterIs,
    since: days.after.from,
    people,
  }
}

function comparedTally(tally: KeptTally, { since, until }: Change, today: Day): Compared | null {
  if (tally.kind === 'count') return null
  const days = daysAround(since, earlier(until ?? today, today))
  const all = tallyObservations(tally, { from: days.history.from, to: days.after.to })
  const covered = coveredBy(new Set(tally.entries.map(({ day }) => day)), today)
  return compare(tallyDefinition(tally), `tally:${tally.tallyId}`, all, days, { book: { covered } }, 1)
}
