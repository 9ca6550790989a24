import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import {
  checkEntry,
  checkTally,
  type EntryAsked,
  isBetter,
  isTallyKind,
  type TallyAsked,
} from './rules/tally-asked.ts'
import { listTallies, removeEntry, saveEntry, saveTally } from './store.ts'

/** Starts a tally of a person's work. Answers its id. */
export async function startTally(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'>,
  asked: TallyAsked & { personId: Id },
): Promise<Outcome<Id>> {
  const { personId, name, words, kind, betterIs } = asked
  const others = (await listTallies(tx, personId)).map((tally) => tally.name)
  const refusals = checkTally(asked, others)
  if (refusals.length > 0 || !isTallyKind(kind) || !isBetter(betterIs)) return refused(...refusals)
  const tally = { tallyId: tx.newId(), personId, name, words, kind, betterIs }
  await saveTally(tx, tally, actor.personId)
  await record(tx, {
    kind: 'tally.started',
    actor,
    personId,
    recordId: tally.tallyId,
    payload: { name, words, kind, betterIs },
  })
  return done(tally.tallyId)
}

/** Adds what was counted on a day. Answers the entry's id. */
export async function countInTally(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'>,
  asked: EntryAsked & { personId: Id; tallyId: Id },
  today: Day,
): Promise<Outcome<Id>> {
  const tally = (await listTallies(tx, asked.personId)).find((one) => one.tallyId === asked.tallyId)
  if (!tally) return refused({ message: 'That tally is not kept any more. Go back to the list.' })
  const refusals = checkEntry(asked, tally.kind, today)
  const { day, met } = asked
  if (refusals.length > 0 || day === null || met === null) return refused(...refusals)
  const of = tally.kind === 'count' ? null : asked.of
  const entry = { entryId: tx.newId(), day, met, of, addedBy: actor.personId }
  await saveEntry(tx, tally.tallyId, entry)
  await record(tx, {
    kind: 'tally.counted',
    actor,
    personId: tally.personId,
    recordId: tally.tallyId,
    payload: { entryId: entry.entryId, day, met, of },
  })
  return done(entry.entryId)
}

/** Takes back an entry that was a slip. The history keeps that it was there. */
export async function takeBackCount(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'>,
  asked: { personId: Id; tallyId: Id; entryId: Id },
): Promise<Outcome<null>> {
  const tally = (await listTallies(tx, asked.personId)).find((one) => one.tallyId === asked.tallyId)
  const entry = tally?.entries.find((one) => one.entryId === asked.entryId)
  if (!entry) return refused({ message: 'That entry is gone already.' })
  await removeEntry(tx, entry.entryId)
  await record(tx, {
    kind: 'tally.count-taken-back',
    actor,
    personId: asked.personId,
    recordId: asked.tallyId,
    payload: { entryId: entry.entryId, day: entry.day, met: entry.met, of: entry.of },
  })
  return done(null)
}
