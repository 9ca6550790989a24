import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { samples } from '../../../seeds/samples.ts'
import { addCharacter, addOrganisation, type Character, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import { paths } from '../paths.ts'
import {
  contactDays,
  importFile,
  importUndone,
  listAgents,
  listContacts,
  matchAgent,
  restingOn,
} from './contacts.ts'
import { loadUpload } from './importing.ts'
import { startJobs } from './jobs.ts'
import { type Counts, findBatch } from './store/batches.ts'

const SHARED = new URL('../../../../shared/data/helpdesk/', import.meta.url)
const HEADINGS = 'call_id,agent,customer,date,time,topic,answered,resolved,satisfaction'

let world: World
let dana: Character
let priya: Character

before(async () => {
  world = await openWorld({ today: '2026-11-17' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  priya = await world.add({ name: 'Priya Nair', team: 'Northgate' })
  await startJobs(world.house)
})

/** Calls as a telephone system writes them; the 13th shows that the day comes first. */
const calls = (...rows: string[]): string => [HEADINGS, ...rows, ''].join('\n')
const call = (
  number: number,
  more: Partial<Record<'agent' | 'customer' | 'topic' | 'solved' | 'score', string>> = {},
) =>
  `C${number},${more.agent ?? 'P Nair'},${more.customer ?? `c${number}@mail.example`},13/10/2026,09:${String(number % 60).padStart(2, '0')}:00,${more.topic ?? 'Billing'},Y,${more.solved ?? 'Y'},${more.score ?? '4'}`

/** Uploads a file; answers the page that follows, and the import where it was taken. */
async function upload(text: string | Uint8Array, name = 'calls.csv') {
  const file = new File([Buffer.from(text)], name, { type: 'text/csv' })
  const page = await dana.session.post(paths.imports, { file })
  return { ...page, batchId: /action="\/imports\/([0-9a-f-]{36})"/.exec(page.html)?.[1] ?? '' }
}

const stateOf = (batchId: Id) => world.inOrg(async (tx) => (await findBatch(tx, batchId))?.state)

/** Presses "Load", and waits until it is done. */
async function pressLoad({ batchId }: { batchId: Id }, fields: Record<string, string> = {}): Promise<Id> {
  await dana.session.post(paths.import(batchId), { do: 'load', ...fields })
  await loadUpload(world.house, { orgId: world.orgId, batchId })
  return batchId
}

/** Loads a file through the door, in an organisation of its own where one is given. */
async function loaded(
  text: string | Uint8Array,
  options: { orgId?: Id; name?: string } = {},
): Promise<Counts & { batchId: Id }> {
  const outcome = await importFile(world.house, options.orgId ?? world.orgId, null, {
    name: options.name ?? 'calls.csv',
    bytes: Buffer.from(text),
  })
  assert.ok(outcome.ok, JSON.stringify(outcome))
  assert.ok(outcome.value.kind === 'loaded' && outcome.value.batchId)
  return { ...outcome.value.counts, batchId: outcome.value.batchId }
}

let organisations = 0
const newOrg = async () => {
  organisations += 1
  return (await addOrganisation(world.house, `Centre ${organisations}`)).orgId
}
const contactsIn = (orgId: Id) => world.house.db.inOrg(orgId, (tx) => listContacts(tx))

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

test('only an administrator imports, and an import of another organisation is not there', async () => {
  assert.equal((await priya.session.get(paths.imports)).status, 403)
  const { batchId } = await upload(calls(call(700)))
  assert.equal((await priya.session.get(paths.import(batchId))).status, 403)
  const orgId = await newOrg()
  const stranger = await addCharacter(world, orgId, { name: 'Efua Asante', standing: 'administrator' })
  assert.equal((await stranger.session.get(paths.import(batchId))).status, 404)
  assert.equal((await stranger.session.post(paths.importUndoing(batchId))).status, 404)
})

test('a name that is not there, or a person who is not, is refused', async () => {
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
