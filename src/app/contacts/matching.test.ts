import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call, calls, openImports } from '../../../test/uploads.ts'
import { paths } from '../paths.ts'
import { listAgents, listContacts, matchAgent } from './contacts.ts'

const { world, dana, priya, upload, pressLoad, loaded } = await openImports()

test('Dana matches a name once: the likeness is proposed, a human decides, and it is remembered', async () => {
  const named = await upload(
    calls(call(1), call(2, { agent: 'J Fenn' }), call(3, { agent: 'Temp 2' }), call(4, { agent: 'J Fenn' })),
  )
  const batchId = await pressLoad(named, { name: 'Names' })
  const report = await dana.session.get(paths.import(batchId))
  assert.match(report.text, /3 names to match to people/)
  assert.match(report.text, /P Nair 1 contact\. Looks like “Priya Nair”/)
  assert.match(report.text, /Temp 2 1 contact\. Several people may share it/)
  const keys = async () =>
    new Map((await world.inOrg(listAgents)).map(({ key, name, contacts }) => [key, { name, contacts }]))
  assert.equal((await keys()).get('J Fenn')?.contacts, 2, 'until then under the name of the source')
  assert.equal((await keys()).has(priya.personId), false, 'nobody is matched without a human')
  const nothing = await dana.session.post(paths.importNames(batchId), {
    do: '0',
    'name-0': 'J Fenn',
    'whose-0': '',
  })
  assert.equal(nothing.status, 422)
  assert.match(nothing.text, /Choose whose name J Fenn is/)
  const done = await dana.session.post(paths.importNames(batchId), {
    do: 'all',
    'name-0': 'J Fenn',
    'whose-0': 'new',
    'name-1': 'P Nair',
    'whose-1': priya.personId,
    'name-2': 'Temp 2',
    'whose-2': 'nobody',
  })
  assert.match(done.text, /Every name is matched/)
  const after = await keys()
  assert.equal(after.get(priya.personId)?.name, 'Priya Nair')
  assert.ok(!after.has('Temp 2') && !after.has('J Fenn'))
  assert.ok(
    [...after.values()].some(({ name, contacts }) => name === 'J Fenn' && contacts === 2),
    'a person now',
  )
  const later = await upload(calls(call(5), call(6, { agent: 'Temp 2' })), 'next.csv')
  const next = await dana.session.get(paths.import(await pressLoad(later, { name: 'Names' })))
  assert.match(next.text, /Every name is matched/)
  const own = await world.inOrg((tx) => listContacts(tx, { personKeys: [priya.personId] }))
  assert.deepEqual(
    own.map(({ externalId }) => externalId),
    ['C1', 'C5'],
  )
})

test('a name that is not there, or a person who is not, is refused', async () => {
  await loaded(calls(call(10)))
  const sourceId = await world.inOrg(
    async (tx) =>
      (await tx.db.selectFrom('contact_source').select('source_id').executeTakeFirstOrThrow()).source_id,
  )
  for (const asked of [
    { sourceId, name: 'Nobody Known', personId: priya.personId },
    { sourceId, name: 'Amara Okafor', personId: '0190a1b2-0000-7000-8000-00000000dead' },
  ]) {
    const outcome = await world.inOrg((tx) => matchAgent(tx, dana.actor, asked))
    assert.equal(outcome.ok, false)
  }
})
