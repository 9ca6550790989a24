import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { findPerson, listPeople, type Person } from '../people/people.ts'
import { linesOf, type Reached, reachedOf, stepsOf } from './reached.ts'
import type { StaleFound, StaleKind, StaleSteps } from './rules.ts'
import {
  claimShowings,
  endThing,
  insertShowing,
  insertThing,
  listOpen,
  type StaleRow,
  saveAsking,
  saveSteps,
} from './store.ts'

/**
 * Notes what waits in everybody's plans, to whom it is shown now, and what was mended since: each once, in the history
 * too. What only a person may see is not noted.
 */
export async function tendStaleness(tx: OrgTx, today: Day): Promise<void> {
  const [people, lines, open] = [await listPeople(tx), await linesOf(tx), await listOpen(tx)]
  for (const person of people) {
    const known = open.filter(({ personId }) => personId === person.personId)
    if (person.state === 'left') for (const { thingId } of known) await endThing(tx, thingId, today)
    else await tendPerson(tx, { person, line: lines(person.personId), known }, today)
  }
}

/** Those to whom something was shown since this was last asked, and who still lead there: each is answered once. */
export async function newlyEscalated(
  tx: OrgTx,
  today: Day,
): Promise<{ personId: Id; toPersonId: Id; kind: StaleKind; ref: string }[]> {
  await tendStaleness(tx, today)
  const lines = await linesOf(tx)
  return (await claimShowings(tx)).filter(
    ({ personId, toPersonId }) => toPersonId === personId || lines(personId).includes(toPersonId),
  )
}

/** Notes which of the things that waited in a person's plan no longer do, in the transaction that mended them. */
export async function noteMended(tx: OrgTx, actor: Actor, personId: Id, today: Day): Promise<void> {
  const known = await listOpen(tx, personId)
  if (known.length === 0) return
  const person = await findPerson(tx, personId)
  if (!person) return
  const { reached } = await reachedOf(tx, { person, line: [] }, today)
  await endMended(tx, { known, reached, actor }, today)
}

type Tended = { person: Person; line: readonly Id[]; known: readonly StaleRow[] }

async function tendPerson(tx: OrgTx, { person, line, known }: Tended, today: Day): Promise<void> {
  const { personId } = person
  const all = (await reachedOf(tx, { person, line }, today)).reached
  const reached = all.filter(({ reach }) => reach !== 'person')
  await endMended(tx, { known, reached: all, actor: null }, today)
  for (const found of reached) {
    const row = known.find((one) => isSame(one, found))
    const thingId = row?.thingId ?? tx.newId()
    if (!row && !(await insertThing(tx, { ...found, thingId, personId }, today))) continue
    for (const [step, toId] of [personId, ...line].slice(0, found.step + 1).entries()) {
      if (row?.shownTo.includes(toId) || !(await insertShowing(tx, { thingId, step, toId }, today))) continue
      const { kind, ref, since } = found
      const payload = { kind, ref, since, step, to: toId }
      await record(tx, { kind: 'reviews.waiting-shown', actor: null, personId, recordId: thingId, payload })
    }
  }
}

async function endMended(
  tx: OrgTx,
  { known, reached, actor }: { known: readonly StaleRow[]; reached: readonly Reached[]; actor: Actor | null },
  today: Day,
): Promise<void> {
  for (const row of known) {
    const still = reached.find((found) => isSame(row, found))
    if (still && still.reach !== 'person') continue
    // What the person keeps to themself from now on waits for them alone: it was not mended.
    if (!(await endThing(tx, row.thingId, today)) || still) continue
    const { kind, ref, since, personId, thingId } = row
    const payload = { kind, ref, since }
    await record(tx, { kind: 'reviews.waiting-mended', actor, personId, recordId: thingId, payload })
  }
}

const isSame = (row: StaleRow, found: StaleFound) =>
  row.kind === found.kind && row.recordId === found.recordId

/** Asks a person's leader, from further up, whether they need time or help for what has come so far. */
export async function askAboutStale(
  tx: OrgTx,
  actor: Actor,
  asked: string,
  today: Day,
): Promise<Outcome<{ leader: string }>> {
  const gone = refused({ message: 'Nothing waits there any longer, so there is nothing to ask.' })
  const person = isId(asked) ? await findPerson(tx, asked) : null
  if (!person || person.state === 'left') return gone
  const { personId } = person
  const line = (await linesOf(tx))(personId)
  if (line.indexOf(actor.personId) < 1) return gone
  await tendPerson(tx, { person, line, known: await listOpen(tx, personId) }, today)
  const reached = (await listOpen(tx, personId)).filter(({ shownTo }) => shownTo.includes(actor.personId))
  if (reached.length === 0) return gone
  for (const { thingId, kind, ref } of reached) {
    await saveAsking(tx, thingId, actor.personId, today)
    const payload = { kind, ref, leader: line[0] }
    await record(tx, { kind: 'reviews.waiting-asked', actor, personId, recordId: thingId, payload })
  }
  return done({ leader: person.leader ?? '' })
}

/** Sets after how many days what waits is shown to a leader, and after how many more to each one further up. */
export async function setStaleSteps(
  tx: OrgTx,
  actor: Actor,
  asked: { leaderDays: number | null; lineDays: number | null },
): Promise<Outcome<StaleSteps>> {
  const isRight = (days: number | null): days is number => days !== null && days >= 1 && days <= 90
  const { leaderDays, lineDays } = asked
  const message = 'Give whole days, from 1 to 90.'
  if (!isRight(leaderDays) || !isRight(lineDays))
    return refused(
      ...(isRight(leaderDays) ? [] : [{ field: 'leader-days', message }]),
      ...(isRight(lineDays) ? [] : [{ field: 'line-days', message }]),
    )
  const before = await stepsOf(tx)
  await saveSteps(tx, { leaderDays, lineDays }, actor.personId)
  const payload = { before, leaderDays, lineDays }
  await record(tx, { kind: 'reviews.waiting-steps', actor, personId: null, recordId: null, payload })
  return done({ leaderDays, lineDays })
}
