import assert from 'node:assert/strict'
import { before, beforeEach, test } from 'node:test'
import { contactsOf } from '../../../seeds/contacts.ts'
import { TELEPHONE } from '../../../seeds/larkfield.ts'
import { recordSamples } from '../../../seeds/records.ts'
import { putContacts } from '../../../test/imported.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import { matchAgent } from '../contacts/contacts.ts'
import { findEvidence, listEvidence } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { verifyHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { importRecords } from './importing.ts'
import type { Answers } from './mapping.ts'
import { matchName, nameCompetency, namesOf } from './names.ts'
import { recordRatesOf } from './records.ts'
import type { RecordKind } from './rules/kinds.ts'
import { listWaiting } from './store/competencies.ts'
import { sourceOf } from './store/sources.ts'
import { undoImport } from './undoing.ts'

let world: World
let dana: Character
let amara: Character
let ben: Character

before(async () => {
  world = await openWorld({ today: '2025-10-07' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({
    name: 'Amara Okafor',
    email: 'amara.okafor@larkfield.example',
    team: 'Northgate',
    leader: 'Ben Hughes',
  })
})

/** Each test reads exports of a system of its own, so that none meets another’s records. */
let system = 0
beforeEach(() => {
  system += 1
})

async function load(kind: RecordKind, text: string | Uint8Array, answers: Answers = {}) {
  const outcome = await importRecords(world.house, world.orgId, dana.actor, {
    kind,
    name: `${kind}.csv`,
    bytes: Buffer.from(text),
    answers: { name: `System ${system}`, ...answers },
  })
  assert.ok(outcome.ok, JSON.stringify(outcome))
  assert.equal(outcome.value.kind, 'loaded', JSON.stringify(outcome.value))
  return outcome.value as Extract<typeof outcome.value, { kind: 'loaded' }>
}

const HEAD = 'Case,Date,Adviser,Category,Upheld,Competency,Comment'
const complaints = (...rows: string[]) => `${[HEAD, ...rows].join('\n')}\n`
const evidenceOf = (person: Character, kind: RecordKind, includeUndone = false) =>
  world.inOrg(async (tx) =>
    (await listEvidence(tx, person.personId, { includeUndone })).filter(
      (item) => item.kind === kind && item.standsBehind?.name === `System ${system}`,
    ),
  )
const sourceIn = (batchId: Id | null) =>
  world.inOrg(async (tx) => {
    const source = await sourceOf(tx, batchId ?? '')
    assert.ok(source)
    return source
  })

test('the samples load; loaded again they add nothing', async () => {
  for (const kind of ['compliment', 'complaint', 'audit', 'observation'] as const) {
    const text = recordSamples()[`records-${kind}s.csv`] ?? ''
    const { counts } = await load(kind, text)
    assert.equal(counts.read, counts.accepted + counts.rejected + counts.duplicates)
    assert.ok(counts.accepted > 20, `${kind}: ${counts.accepted}`)
    assert.deepEqual(
      [counts.rejected, counts.duplicates],
      {
        compliment: [0, 1],
        complaint: [1, 0],
        audit: [0, 0],
        observation: [0, 0],
      }[kind],
    )
    const again = await load(kind, text)
    assert.deepEqual([again.counts.accepted, again.counts.read], [0, counts.read])
  }
  const { ok } = await world.inOrg(verifyHistory)
  assert.ok(ok, 'the history holds after many records at once')
})

test('Amara’s records are hers by her very name or address; the record stands behind them and holds no words', async () => {
  await load(
    'complaint',
    complaints(
      'C1,13/01/2025,Amara Okafor,Manner,Upheld,,Mrs Holt rang twice',
      'C2,14/01/2025,AMARA.OKAFOR@larkfield.example,Bill,No,,x',
      'C3,15/01/2025,A Okafor,Bill,No,,x',
    ),
  )
  const items = await evidenceOf(amara, 'complaint')
  assert.deepEqual(
    items.map(({ title, text, happenedOn, by, standsBehind, addedBy }) => ({
      title,
      text,
      happenedOn,
      by,
      as: standsBehind?.as,
      addedBy,
    })),
    [
      { title: 'Complaint: Bill, not upheld', happenedOn: '2025-01-14' },
      { title: 'Complaint: Manner, upheld', happenedOn: '2025-01-13' },
    ].map((one) => ({ ...one, text: '', by: 'other', as: 'record', addedBy: dana.personId })),
  )
})

test('a name that a person matched in the helpdesk is known here; any other waits for somebody to say whose it is', async () => {
  await putContacts(world, contactsOf({ ...TELEPHONE, to: '2025-01-12' }).slice(0, 20), {
    'Amara Okafor': amara.personId,
  })
  const sources = await world.inOrg((tx) =>
    tx.db.selectFrom('agent').select(['source_id', 'name']).where('name', '<>', 'Amara Okafor').execute(),
  )
  const agent = sources[0]
  assert.ok(agent)
  await world.inOrg((tx) =>
    matchAgent(tx, dana.actor, { sourceId: agent.source_id, name: agent.name, personId: amara.personId }),
  )
  const { batchId } = await load(
    'complaint',
    complaints(`C1,13/01/2025,${agent.name},Manner,Upheld,,x`, 'C2,14/01/2025,Temp 4,Bill,No,,x'),
  )
  assert.equal((await evidenceOf(amara, 'complaint')).length, 1)
  const source = await sourceIn(batchId)
  const { open } = await world.inOrg((tx) => namesOf(tx, source.sourceId))
  assert.deepEqual(
    open.map(({ name, records }) => [name, records]),
    [['Temp 4', 1]],
  )
  const match = (whose: Id | 'nobody' | null) =>
    world.inOrg((tx) => matchName(tx, dana.actor, { source, name: 'Temp 4', whose }, world.today))
  assert.deepEqual(await match(amara.personId), { ok: true, value: 1 })
  assert.equal((await evidenceOf(amara, 'complaint')).length, 2)
  assert.deepEqual(await match(ben.personId), { ok: true, value: 1 })
  assert.equal((await evidenceOf(amara, 'complaint')).length, 1, 'it was not hers after all')
  assert.equal((await evidenceOf(amara, 'complaint', true)).length, 2, 'and can still be read')
  assert.deepEqual(await match('nobody'), { ok: true, value: 0 })
  assert.equal((await evidenceOf(ben, 'complaint')).length, 0)
  const again = await load('complaint', complaints('C9,16/01/2025,Temp 4,Bill,No,,x'))
  assert.equal(again.counts.accepted, 1)
  assert.equal((await evidenceOf(ben, 'complaint')).length, 0, 'the answer is remembered')
})

test('two people of one name are nobody’s answer: somebody says which of them it is', async () => {
  await world.add({ name: 'Sam Lee', email: 'sam.one@larkfield.example' })
  await world.add({ name: 'Sam Lee', email: 'sam.two@larkfield.example' })
  const { batchId } = await load(
    'complaint',
    complaints('C1,13/01/2025,Sam Lee,Bill,No,,x', 'C2,14/01/2025,sam.two@larkfield.example,Bill,No,,x'),
  )
  const source = await sourceIn(batchId)
  const { open, settled } = await world.inOrg((tx) => namesOf(tx, source.sourceId))
  assert.deepEqual(
    [open.map(({ name }) => name), settled.map(({ name }) => name)],
    [['Sam Lee'], ['sam.two@larkfield.example']],
  )
})

test('a competency is linked by its code or title alone; other words wait, and are linked once a person names them', async () => {
  const [first] = await world.inOrg(listCompetencies)
  assert.ok(first)
  await load(
    'complaint',
    complaints(
      `C1,13/01/2025,Amara Okafor,Manner,Upheld,${first.code.toLowerCase()},x`,
      `C2,14/01/2025,Amara Okafor,Manner,Upheld,Nearly ${first.title},x`,
      `C3,15/01/2025,Amara Okafor,Manner,Not upheld,Nearly ${first.title},x`,
    ),
  )
  const links = async () =>
    (await evidenceOf(amara, 'complaint'))
      .toReversed()
      .map((item) => item.links.map((link) => [link.bearing, link.reason]))
  const named = [['against', 'Named in the record: upheld']]
  assert.deepEqual(await links(), [named, [], []])
  const [waiting] = (await world.inOrg((tx) => listWaiting(tx))).filter(({ words }) =>
    words.startsWith('Nearly'),
  )
  assert.equal(waiting?.records, 2)
  const name = (competencyId: Id | null) =>
    world.inOrg((tx) =>
      nameCompetency(tx, dana.actor, { key: waiting?.key ?? '', competencyId }, world.today),
    )
  assert.equal((await name('0190aaaa-0000-7000-8000-00000000dead')).ok, false)
  assert.deepEqual(await name(first.competencyId), { ok: true, value: 1 })
  assert.deepEqual(await links(), [named, named, []], 'what was not upheld speaks neither for nor against')
  assert.equal((await name(first.competencyId)).ok, false, 'nothing waits any more')
  await load('complaint', complaints(`C4,16/01/2025,Amara Okafor,Manner,Upheld,Nearly ${first.title},x`))
  assert.equal((await evidenceOf(amara, 'complaint'))[0]?.links.length, 1, 'the answer is remembered')
})

test('words are kept only where somebody chooses them, and nothing that tells who a customer is gets into the database', async () => {
  const words = 'Mrs Holt, 01632 960114, j.holt@mail.example, LK9 4TT, was glad of the call back'
  const rows = complaints(`C1,13/01/2025,Amara Okafor,Manner,Upheld,,"${words}"`)
  await load('complaint', rows)
  assert.equal((await evidenceOf(amara, 'complaint'))[0]?.text, '')
  const { counts } = await load('complaint', rows, { withText: true })
  assert.equal(counts.accepted, 1, 'with its words it says more than before')
  const [item, ...more] = await evidenceOf(amara, 'complaint')
  assert.deepEqual(more, [])
  assert.match(item?.text ?? '', /^\[customer\], \[phone\], \[e-mail\], .*was glad of the call back$/)
  assert.equal(
    (await load('complaint', rows)).counts.accepted,
    0,
    'words that are kept stay where a later load leaves them out',
  )
  const everything = await world.inOrg(async (tx) =>
    JSON.stringify([
      await tx.db.selectFrom('record_row').selectAll().where('org_id', '=', tx.orgId).execute(),
      await tx.db.selectFrom('evidence').selectAll().where('org_id', '=', tx.orgId).execute(),
      await tx.db.selectFrom('history_payload').selectAll().where('org_id', '=', tx.orgId).execute(),
    ]),
  )
  assert.doesNotMatch(everything, /Holt|960114|j\.holt/)
})

test('a record that a later file tells otherwise takes the place of the earlier one, and undoing brings that back', async () => {
  await load('complaint', complaints('C1,13/01/2025,Amara Okafor,Manner,,,x'))
  const [was] = await evidenceOf(amara, 'complaint')
  const later = await load(
    'complaint',
    complaints('C1,13/01/2025,Amara Okafor,Manner,Upheld,,x', 'C2,14/01/2025,Amara Okafor,Bill,No,,x'),
  )
  const titles = async () => (await evidenceOf(amara, 'complaint')).map(({ title }) => title)
  assert.deepEqual(await titles(), ['Complaint: Bill, not upheld', 'Complaint: Manner, upheld'])
  const undone = await world.inOrg((tx) =>
    undoImport(world.house, tx, dana.actor, later.batchId ?? '', world.today),
  )
  assert.deepEqual(undone, { ok: true, value: { gone: 1, restored: 1 } })
  assert.deepEqual(
    (await evidenceOf(amara, 'complaint')).map(({ evidenceId, undoneOn }) => [evidenceId, undoneOn]),
    [[was?.evidenceId, null]],
  )
  const marked = (await evidenceOf(amara, 'complaint', true)).filter(({ undoneOn }) => undoneOn !== null)
  assert.deepEqual(
    marked.map(({ undoneOn }) => undoneOn),
    [world.today, world.today],
  )
  for (const { evidenceId } of marked)
    assert.ok(await world.inOrg((tx) => findEvidence(tx, amara.personId, evidenceId)), 'it can still be read')
  const twice = await world.inOrg((tx) =>
    undoImport(world.house, tx, dana.actor, later.batchId ?? '', world.today),
  )
  assert.equal(twice.ok, false)
  assert.equal(
    (await load('complaint', complaints('C2,14/01/2025,Amara Okafor,Bill,No,,x'))).counts.accepted,
    1,
  )
})

test('undoing an import in the middle leaves what a still later one says', async () => {
  const rows = (upheld: string) => complaints(`C1,13/01/2025,Amara Okafor,Manner,${upheld},,x`)
  const first = await load('complaint', rows('Pending'))
  const second = await load('complaint', rows('No'))
  await load('complaint', rows('Yes'))
  const undo = (batchId: Id | null) =>
    world.inOrg((tx) => undoImport(world.house, tx, dana.actor, batchId ?? '', world.today))
  const titles = async () => (await evidenceOf(amara, 'complaint')).map(({ title }) => title)
  await undo(second.batchId)
  assert.deepEqual(await titles(), ['Complaint: Manner, upheld'])
  await undo(first.batchId)
  assert.deepEqual(await titles(), ['Complaint: Manner, upheld'])
})

test('an audit is a sheet with its lines, by whoever assessed it', async () => {
  await load('audit', recordSamples()['records-audits.csv'] ?? '')
  const items = await world.inOrg((tx) => listEvidence(tx, amara.personId))
  const audit = items.find(({ kind }) => kind === 'audit')
  assert.match(audit?.title ?? '', /^Audit: Call quality sheet, version 4, \d+ of 20$/)
  assert.match(audit?.detail.lines ?? '', /^Greeting \| \d \| 4\n/)
  assert.ok(['Leah Coleman', 'Ruth Adeyemi'].includes(audit?.standsBehind?.name ?? ''))
})

test('a wrong file says what is wrong with it', async () => {
  const ask = (bytes: Uint8Array) =>
    importRecords(world.house, world.orgId, dana.actor, { kind: 'audit', name: 'x.csv', bytes })
  const empty = await ask(Buffer.from(''))
  assert.match(empty.ok ? '' : (empty.refusals[0]?.message ?? ''), /The file is empty/)
  const zip = await ask(Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]))
  assert.match(zip.ok ? '' : (zip.refusals[0]?.message ?? ''), /zip file/)
  const open = await ask(Buffer.from('Ref;Fault\n1;x\n'))
  assert.deepEqual(open.ok && open.value.kind, 'questions')
})

test('2,000 records are loaded within the patience of a page', async () => {
  const rows = Array.from(
    { length: 2000 },
    (_, at) => `C${at},13/01/2025,${at % 2 ? 'Amara Okafor' : 'Ben Hughes'},Manner ${at},Upheld,CS-07,x`,
  )
  const { counts } = await load('complaint', complaints(...rows))
  assert.equal(counts.accepted, 2000)
  const items = await evidenceOf(amara, 'complaint')
  assert.equal(items.length, 1000)
  assert.equal(new Set(items.map(({ ref }) => ref)).size, 1000)
  const source = (await world.inOrg((tx) => recordRatesOf(tx, amara.personId, world.today))).find(
    ({ kind }) => kind === 'complaint',
  )
  assert.ok(source)
})

test('only those who may read Amara’s evidence read her records; only Dana imports', async () => {
  const own = await amara.session.get(paths.records(amara.personId))
  assert.equal(own.status, 200)
  assert.match(own.text, /The record holds no words here/)
  assert.equal((await ben.session.get(paths.records(amara.personId))).status, 200)
  const stranger = await world.add({ name: 'Grace Lim' })
  assert.equal((await stranger.session.get(paths.records(amara.personId))).status, 403)
  const file = new File([complaints('C1,13/01/2025,Amara Okafor,Manner,,,x')], 'x.csv')
  assert.equal((await ben.session.post(paths.imports, { kind: 'complaint', file })).status, 403)
})
