import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call, calls, openImports } from '../../../test/uploads.ts'
import { addCharacter } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import { paths } from '../paths.ts'
import { importUndone, restingOn } from './contacts.ts'

const { world, loaded, newOrg, contactsIn } = await openImports()

test('an export that overlaps adds what is new, takes what changed, and undoing it brings back what was', async () => {
  const orgId = await newOrg()
  const first = await loaded(calls(call(1), call(2, { solved: 'N' }), call(3)), { orgId })
  assert.deepEqual([first.read, first.accepted, first.duplicates, first.contacts], [3, 3, 0, 3])
  const was = await contactsIn(orgId)
  const second = await loaded(calls(call(2), call(3), call(4)), { orgId })
  assert.deepEqual([second.read, second.accepted, second.duplicates, second.contacts], [3, 2, 1, 2])
  const now = await contactsIn(orgId)
  assert.deepEqual(
    now.map(({ externalId, outcome }) => [externalId, outcome]),
    [
      ['C1', 'solved'],
      ['C2', 'solved'],
      ['C3', 'solved'],
      ['C4', 'solved'],
    ],
  )
  const admin = await addCharacter(world, orgId, { name: 'Efua Asante', standing: 'administrator' })
  const undone = await admin.session.post(paths.importUndoing(second.batchId))
  assert.match(undone.text, /Undone on/)
  assert.deepEqual(await contactsIn(orgId), was)
  assert.match((await admin.session.get(paths.imports)).text, /Undone/, 'its entry stays')
})

test('undoing imports in any order leaves nothing of them, and what others said stays', async () => {
  const versions = ['3', '4', '5']
  for (const order of [
    [0, 1, 2],
    [1, 0, 2],
    [2, 0, 1],
    [1, 2, 0],
  ]) {
    const orgId = await newOrg()
    const admin = await addCharacter(world, orgId, { name: 'Efua Asante', standing: 'administrator' })
    const batches = []
    for (const score of versions) batches.push(await loaded(calls(call(1, { score }), call(2)), { orgId }))
    const left = new Set([0, 1, 2])
    for (const which of order) {
      await admin.session.post(paths.importUndoing(batches[which]?.batchId ?? ''))
      left.delete(which)
      const found = (await contactsIn(orgId)).find(({ externalId }) => externalId === 'C1')
      const last = [...left].at(-1)
      assert.equal(
        found?.rating ?? null,
        last === undefined ? null : Number(versions[last]),
        `${order} at ${which}`,
      )
    }
    assert.deepEqual(await contactsIn(orgId), [])
  }
})

test('evidence that rests on an import is named before it is undone, and later capabilities hear of it', async () => {
  const orgId = await newOrg()
  const { batchId } = await loaded(calls(call(1)), { orgId })
  const admin = await addCharacter(world, orgId, { name: 'Efua Asante', standing: 'administrator' })
  const heard: Id[] = []
  importUndone.listen(async (_tx, what) => {
    heard.push(what.batchId)
  })
  restingOn.push(async (_tx, id) => (id === batchId ? [{ ref: 'E-12', href: '/people/x/evidence/y' }] : []))
  const asks = await admin.session.get(paths.importUndoing(batchId))
  assert.match(asks.text, /1 piece of evidence rests on this import: E-12/)
  assert.deepEqual(heard, [])
  await admin.session.post(paths.importUndoing(batchId))
  assert.deepEqual(heard, [batchId])
  await admin.session.post(paths.importUndoing(batchId))
  assert.deepEqual(heard, [batchId], 'once')
})
