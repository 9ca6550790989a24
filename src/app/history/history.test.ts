import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { openWorld, type World } from '../../../test/world.ts'
import { forgetful } from '../../shell/remembering.ts'
import { eraseContent, listHistory, record, recordAnonymously, verifyHistory } from './history.ts'

let world: World
const AMARA = '0190aaaa-0000-7000-8000-00000000a3a2'

before(async () => {
  world = await openWorld()
  await world.inOrg(async (tx) => {
    for (let at = 1; at <= 5; at++) {
      await record(tx, {
        kind: 'evidence.added',
        actor: { personId: AMARA },
        personId: AMARA,
        recordId: null,
        payload: { title: `Call ${at}`, words: 'kept' },
      })
    }
  })
})

const verify = () => world.inOrg(verifyHistory)

/** Does something to the tables as somebody who owns the whole database could, looks, and undoes it. */
async function tamper(change: ReturnType<typeof sql>): Promise<Awaited<ReturnType<typeof verify>>> {
  let result: Awaited<ReturnType<typeof verify>> | null = null
  const undo = new Error('undo')
  await world.house.db.installation
    .transaction()
    .execute(async (db) => {
      await change.execute(db)
      result = await verifyHistory({
        orgId: world.orgId,
        db,
        now: world.now,
        newId: () => '',
        afterwards: () => {},
        ...forgetful,
      })
      throw undo
    })
    .catch((error) => assert.equal(error, undo))
  assert.ok(result)
  return result
}

test('a history nobody touched is as it was written', async () => {
  const result = await verify()
  assert.equal(result.ok, true)
  assert.ok(result.entries >= 7)
})

test('changed content is found, and the first changed entry is named', async () => {
  const last = (await verify()).entries
  const result = await tamper(
    sql`update goldthread.history_payload set payload = replace(payload, 'kept', 'bent') where seq >= ${last - 3}`,
  )
  assert.deepEqual(result, { entries: last, ok: false, firstBroken: last - 3 })
})

test('a changed header, a changed actor and a later moment are found', async () => {
  for (const change of [
    sql`update goldthread.history_entry set kind = 'evidence.removed' where seq = 6`,
    sql`update goldthread.history_entry set actor_id = null where seq = 6`,
    sql`update goldthread.history_entry set at = at + interval '1 minute' where seq = 6`,
  ]) {
    assert.equal((await tamper(change)).firstBroken, 6)
  }
})

test('an entry taken out of the middle is found, and so is a tail cut off', async () => {
  assert.equal((await tamper(sql`delete from goldthread.history_entry where seq = 5`)).firstBroken, 5)
  const last = (await verify()).entries
  assert.equal(
    (await tamper(sql`delete from goldthread.history_entry where seq = ${last}`)).firstBroken,
    last,
  )
})

test('content that went without an erasure saying so is found', async () => {
  assert.equal((await tamper(sql`delete from goldthread.history_payload where seq = 6`)).firstBroken, 6)
})

test('the application cannot change or remove an entry', async () => {
  await assert.rejects(
    world.inOrg((tx) => tx.db.deleteFrom('history_entry').execute()),
    /permission denied/,
  )
  await assert.rejects(
    world.inOrg((tx) => tx.db.updateTable('history_entry').set({ kind: 'x' }).execute()),
    /permission denied/,
  )
  await assert.rejects(
    world.inOrg((tx) => tx.db.updateTable('history_payload').set({ payload: 'x' }).execute()),
    /permission denied/,
  )
})

test('what was promised anonymous is written with no actor and no time finer than the day', async () => {
  const round = '0190aaaa-0000-7000-8000-00000000f360'
  await world.inOrg((tx) => recordAnonymously(tx, { kind: 'feedback.answered', recordId: round }))
  const [entry] = await world.inOrg((tx) => listHistory(tx, { recordId: round }))
  assert.equal(entry?.actorId, null)
  assert.equal(entry?.at, null)
  assert.equal(entry?.day, '2026-11-17')
})

test('two changes at the same moment both get a place in the chain', async () => {
  await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      world.inOrg((tx) =>
        record(tx, { kind: 'plan.saved', actor: null, personId: null, recordId: null, payload: { at } }),
      ),
    ),
  )
  assert.equal((await verify()).ok, true)
})

test('after Amara’s content is erased the chain is still true, and her words are gone', async () => {
  const erased = await world.inOrg((tx) => eraseContent(tx, null, AMARA))
  assert.equal(erased, 5)
  assert.equal((await verify()).ok, true)
  const entries = await world.inOrg((tx) => listHistory(tx, { personId: AMARA }))
  assert.ok(entries.length === 5 && entries.every((entry) => entry.payload === null))
})
