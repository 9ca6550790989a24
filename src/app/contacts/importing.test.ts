import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call, calls, HEADINGS, openImports } from '../../../test/uploads.ts'
import { paths } from '../paths.ts'
import { listContacts } from './contacts.ts'
import { loadUpload } from './importing.ts'
import { findBatch } from './store/batches.ts'

const { world, dana, upload, stateOf, pressLoad, loaded } = await openImports()

test('what cannot be read is refused in plain words, and nothing of it is kept', async () => {
  const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4])
  const list = async () => (await dana.session.get(paths.imports)).text
  const before = await list()
  for (const [file, says] of [
    ['', /None was chosen, or it is empty/],
    ['\n\n', /The file is empty/],
    [`${HEADINGS}\n`, /has headings on line 1 and no rows below them/],
    [zip, /This is a zip file with a \.csv name/],
    [Buffer.from([0x89, 0x50, 0, 0, 1, 2]), /does not hold text/],
    ['one\ntwo\n', /only one column/],
  ] as const) {
    const page = await upload(file)
    assert.equal(page.status, 422, String(says))
    assert.match(page.text, says)
  }
  assert.equal(await list(), before)
})

test('rows that cannot be are listed with line and reason, and their file, mended, loads', async () => {
  const bad = [
    call(21, { score: '9' }),
    call(22).replace('13/10/2026', '31/11/2026'),
    call(23, { agent: '' }),
    `${call(24)},one more`,
    call(25).replace('09:25:00', '25:61:00'),
    call(26).replace(',Y,Y,', ',perhaps,Y,'),
  ]
  const faults = await upload(
    calls(...Array.from({ length: 30 }, (_, at) => call(100 + at)), ...bad, call(100)),
    'faults.csv',
  )
  const batchId = await pressLoad(faults, { name: 'Faults' })
  const report = await dana.session.get(paths.import(batchId))
  assert.match(report.text, /6 rows rejected/)
  assert.match(report.text, /Line 32 satisfaction 9 The scale is 1 to 5/)
  assert.match(report.text, /Line 33 date 31\/11\/2026 November has 30 days/)
  assert.doesNotMatch(report.text, /Line 37/, 'the first five only')
  assert.match(report.text, /Duplicate 1/)
  const csv = (await dana.session.get(paths.importRejects(batchId))).html
  assert.equal(csv.trim().split('\r\n').length, 7)
  const mended = csv.replace('"9"', '"5"').replaceAll('31/11/2026', '30/10/2026')
  const again = await loaded(mended, { name: 'mended.csv' })
  assert.deepEqual([again.read, again.accepted], [6, 2])
  const facts = await world.inOrg((tx) => listContacts(tx))
  assert.deepEqual(
    facts
      .filter(({ externalId }) => ['C21', 'C22'].includes(externalId))
      .map(({ day, rating }) => [day, rating]),
    [
      ['2026-10-13', 5],
      ['2026-10-30', 4],
    ],
  )
})

test('what the file cannot prove is asked, nothing is loaded before, and the answer is remembered', async () => {
  const open = (from: number) =>
    calls(...[1, 2, 3].map((n) => call(from + n).replace('13/10/2026', '03/04/2026'))).replace(
      'call_id',
      'id',
    )
  const asks = await upload(open(300), 'open.csv')
  assert.match(asks.text, /What day is 03\/04\/2026 in this file\?/)
  assert.doesNotMatch(asks.text, /Load 3 rows/)
  const { batchId } = asks
  const early = await dana.session.post(paths.import(batchId), { do: 'load' })
  assert.equal(early.status, 422)
  const answered = await dana.session.post(paths.import(batchId), { do: 'read', dateOrder: 'mdy' })
  assert.match(answered.text, /Load 3 rows/)
  await pressLoad(asks, { name: 'Open dates' })
  const facts = await world.inOrg((tx) => listContacts(tx, { from: '2026-03-04', to: '2026-03-04' }))
  assert.equal(facts.length, 3)
  const next = await upload(open(310), 'open-next.csv')
  assert.match(next.text, /has the headings of “Open dates”/)
  assert.match(next.text, /Load 3 rows/)
})

test('a change on the check page is read again before anything is loaded', async () => {
  const check = await upload(calls(call(400), call(401)).replace('satisfaction', 'stars'), 'columns.csv')
  const { batchId } = check
  const changed = await dana.session.post(paths.import(batchId), { do: 'load', 'column-8': 'ignore' })
  assert.match(changed.text, /You changed how the file is read\. Look once more/)
  assert.equal(await stateOf(batchId), 'uploaded')
  const moved = await dana.session.post(paths.import(batchId), { do: 'read', 'column-5': 'person' })
  assert.match(moved.text, /The file was read again/)
  const twice = await dana.session.post(paths.import(batchId), { do: 'read', 'column-1': 'person' })
  assert.equal(twice.status, 422)
  assert.match(twice.text, /“agent and topic” cannot all be “Adviser”/)
  await dana.session.post(paths.import(batchId), { do: 'read', 'column-1': 'person', 'column-5': 'topic' })
  await pressLoad(check, { name: 'Without scores' })
  const facts = await world.inOrg((tx) => listContacts(tx))
  assert.equal(facts.find(({ externalId }) => externalId === 'C400')?.rating, null)
})

test('a form posted twice is one import, and a file put aside is gone', async () => {
  const once = '0190a1b2-0000-7000-8000-00000000beef'
  const file = new File([calls(call(500))], 'twice.csv')
  const first = await dana.session.post(paths.imports, { file, once })
  const second = await dana.session.post(paths.imports, { file, once })
  assert.equal(first.html.includes('twice.csv'), second.html.includes('twice.csv'))
  const batches = await world.inOrg((tx) =>
    tx.db.selectFrom('import_batch').selectAll().where('file_name', '=', 'twice.csv').execute(),
  )
  assert.equal(batches.length, 1)
  const { batch_id: batchId, upload_hash: hash } = batches[0] ?? { batch_id: '', upload_hash: '' }
  const list = await dana.session.post(paths.import(batchId), { do: 'aside' })
  assert.match(list.text, /twice\.csv is put aside/)
  assert.equal(await world.house.files.read(world.orgId, hash ?? ''), null)
  assert.match((await dana.session.get(paths.import(batchId))).text, /Nothing of it was loaded/)
})

test('the same file uploaded twice waits twice: loading one leaves the other its bytes', async () => {
  const text = calls(call(520), call(521))
  const [first, second] = [await upload(text, 'monday.csv'), await upload(text, 'tuesday.csv')]
  await pressLoad(first, { name: 'Same file' })
  assert.equal(await stateOf(first.batchId), 'loaded')
  const batch = await world.inOrg((tx) => findBatch(tx, second.batchId))
  assert.ok(await world.house.files.read(world.orgId, batch?.uploadHash ?? ''))
  await pressLoad(second, { name: 'Same file' })
  assert.equal(await stateOf(second.batchId), 'loaded')
  assert.equal(await world.house.files.read(world.orgId, batch?.uploadHash ?? ''), null)
})

test('a load that was killed half way is taken up again and gives the right result', async () => {
  const { batchId } = await upload(calls(call(600), call(601)), 'killed.csv')
  await world.inOrg((tx) =>
    tx.db
      .updateTable('import_batch')
      .set({ state: 'loading', progress: 1 })
      .where('batch_id', '=', batchId)
      .execute(),
  )
  assert.match((await dana.session.get(paths.import(batchId))).html, /http-equiv="refresh"/i)
  const load = () => loadUpload(world.house, { orgId: world.orgId, batchId })
  await Promise.all([load(), load()])
  const report = await dana.session.get(paths.import(batchId))
  assert.match(report.text, /Accepted 2 2 contacts/, 'two attempts at once count it once')
})
