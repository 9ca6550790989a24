import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { samples } from '../../../seeds/samples.ts'
import { call, calls, openImports } from '../../../test/uploads.ts'
import { addCharacter } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { contactDays, listContacts } from './contacts.ts'

const SHARED = new URL('../../../../shared/data/helpdesk/', import.meta.url)
const { world, dana, priya, upload, pressLoad, loaded, newOrg } = await openImports()

test('Dana uploads half a year of calls, checks how they are read, loads them and reads the report', async () => {
  const text = samples()['telephone-before.csv'] ?? ''
  const rows = text.trimEnd().split('\n').slice(1)
  const check = await upload(text, 'telephone-before.csv')
  assert.equal(check.status, 200)
  assert.match(check.text, /Check how the file is read/)
  assert.match(check.text, new RegExp(`Load ${rows.length.toLocaleString('en-GB')} rows`))
  assert.match(check.text, /Proved: .*can only be day first/)
  assert.match(check.text, /calls nobody answered still carry an adviser’s name/)
  assert.match(check.text, /9 names are new/)
  assert.equal((await world.inOrg((tx) => listContacts(tx))).length, 0, 'nothing is loaded until she says so')
  const batchId = await pressLoad(check, { name: 'Telephone, monthly' })
  const report = await dana.session.get(paths.import(batchId))
  assert.match(report.text, /Loaded\./)
  assert.match(report.text, /Read with the mapping “Telephone, monthly”/)
  assert.match(report.text, /9 names to match to people/)
  const facts = await world.inOrg((tx) => listContacts(tx))
  assert.equal(facts.length, rows.length)
  const unanswered = rows.filter((row) => row.split(',')[6] === 'N').length
  assert.equal(facts.filter(({ answered }) => !answered).length, unanswered)
  assert.match(report.text, new RegExp(`${unanswered.toLocaleString('en-GB')} unanswered`))
  assert.ok(
    facts.every(({ answered, personKey }) => answered || personKey === null),
    'they count against no one',
  )
  const days = await world.inOrg((tx) => contactDays(tx, '2026-11-17'))
  assert.deepEqual(days.days, [...new Set(facts.map(({ day }) => day))].toSorted())
  assert.equal(days.lastAt?.getTime(), facts.at(-1)?.at.getTime())
})

test('of a customer there is only a key, and of the file nothing once it is loaded', async () => {
  const rows = await world.inOrg((tx) => tx.db.selectFrom('contact').selectAll().execute())
  assert.ok(rows.every(({ customer_key: key }) => key !== null && /^[\w-]{43}$/.test(key)))
  assert.doesNotMatch(JSON.stringify(rows), /@mail\.example/)
  const customers = new Set(
    (samples()['telephone-before.csv'] ?? '')
      .split('\n')
      .slice(1, -1)
      .map((row) => row.split(',')[2]),
  )
  assert.equal(new Set(rows.map((row) => row.customer_key)).size, customers.size, 'one key for each customer')
  const batches = await world.inOrg((tx) => tx.db.selectFrom('import_batch').selectAll().execute())
  assert.ok(batches.every(({ upload_hash: hash, state }) => state === 'loaded' && hash === null))
})

test('a file with the same headings is read the same way, and the same file again changes nothing', async () => {
  const before = await world.inOrg((tx) => listContacts(tx))
  const check = await upload(samples()['telephone-before.csv'] ?? '', 'again.csv')
  assert.match(check.text, /has the headings of “Telephone, monthly”/)
  assert.match(check.text, /The same file is loaded already/)
  const report = await dana.session.get(paths.import(await pressLoad(check)))
  assert.match(report.text, /Nothing new\. Every row that could be read is here already/)
  assert.deepEqual(await world.inOrg((tx) => listContacts(tx)), before)
})

test('a repeat that a colleague took comes with the contacts it follows, and others do not', async () => {
  const orgId = await newOrg()
  const late = call(9, { customer: 'c1@mail.example', agent: 'T Walsh' }).replace('13/10/2026', '19/10/2026')
  await loaded(calls(call(1), call(2, { agent: 'T Walsh' }), late), { orgId })
  const asked = { personKeys: ['P Nair'], from: '2026-10-13', to: '2026-10-13' }
  const read = (repeatDays?: number) =>
    world.house.db.inOrg(orgId, (tx) => listContacts(tx, { ...asked, repeatDays }))
  assert.deepEqual(
    (await read()).map(({ externalId }) => externalId),
    ['C1'],
  )
  assert.deepEqual(
    (await read(7)).map(({ externalId }) => externalId),
    ['C1', 'C9'],
  )
  assert.equal((await read(5)).length, 1, 'it came later than asked for')
})

test('only an administrator imports, and an import of another organisation is not there', async () => {
  assert.equal((await priya.session.get(paths.imports)).status, 403)
  const { batchId } = await upload(calls(call(700)))
  assert.equal((await priya.session.get(paths.import(batchId))).status, 403)
  const orgId = await newOrg()
  const stranger = await addCharacter(world, orgId, { name: 'Efua Asante', standing: 'administrator' })
  assert.equal((await stranger.session.get(paths.import(batchId))).status, 404)
  assert.equal((await stranger.session.post(paths.importUndoing(batchId))).status, 404)
})

test('a public call-centre file of 5,000 calls loads through the page', async (t) => {
  const path = new URL('call-center-5000.csv', SHARED)
  if (!existsSync(path)) return t.skip('shared data is not here')
  const check = await upload(readFileSync(path), 'call-center-5000.csv')
  const report = await dana.session.get(paths.import(await pressLoad(check)))
  assert.match(report.text, /Read 5,000/)
  assert.match(report.text, /Accepted 5,000 5,000 contacts, 946 unanswered/)
  assert.match(report.text, /8 names to match/)
  return undefined
})
