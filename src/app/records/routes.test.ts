import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { recordSamples } from '../../../seeds/records.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import { loadUpload } from '../contacts/importing.ts'
import { startJobs } from '../contacts/jobs.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'

let world: World
let dana: Character
let amara: Character

before(async () => {
  world = await openWorld({ today: '2025-10-07' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor' })
  await startJobs(world.house)
})

async function upload(kind: string, text: string, name = `${kind}.csv`) {
  const file = new File([Buffer.from(text)], name, { type: 'text/csv' })
  const page = await dana.session.post(paths.imports, { kind, file })
  return { ...page, batchId: /action="\/imports\/([0-9a-f-]{36})\/reading"/.exec(page.html)?.[1] ?? '' }
}

/** Presses "Load", and does what the queue would do next. */
async function pressLoad(batchId: Id, fields: Record<string, string> = {}) {
  await dana.session.post(paths.importReading(batchId), { do: 'load', ...fields })
  await loadUpload(world.house, { orgId: world.orgId, batchId })
  return dana.session.get(paths.import(batchId))
}

test('Dana uploads the compliments, leaves the words out, loads them, names a competency, and undoes it all', async () => {
  const check = await upload('compliment', recordSamples()['records-compliments.csv'] ?? '')
  assert.match(check.text, /Check how the file is read/)
  assert.match(check.text, /Keep the words too/)
  assert.match(check.text, /1 name is known/)
  const report = await pressLoad(check.batchId)
  assert.match(report.text, /Loaded\./)
  assert.match(report.text, /names to match to people/)
  assert.match(report.text, /Going the extra mile/)
  const own = await amara.session.get(paths.evidence(amara.personId))
  assert.match(own.text, /Compliments and complaints beside the contacts/)
  const [competency] = await world.inOrg(listCompetencies)
  assert.ok(competency)
  const key = /name="key-0" value="([^"]+)"/.exec(report.html)?.[1] ?? ''
  const none = await dana.session.post(paths.importCompetencies(check.batchId), { do: '0', 'key-0': key })
  assert.equal(none.status, 422)
  const named = await dana.session.post(paths.importCompetencies(check.batchId), {
    do: '0',
    'key-0': key,
    'means-0': competency.competencyId,
  })
  assert.match(named.text, /Remembered\. \d+ records? linked to it/)
  const undoing = await dana.session.get(paths.importEnding(check.batchId))
  assert.match(undoing.text, /pieces? of evidence (was|were) made of it/)
  const undone = await dana.session.post(paths.importEnding(check.batchId))
  assert.match(undone.text, /The import is undone: \d+ records removed/)
  const after = await amara.session.get(paths.evidence(amara.personId))
  assert.match(after.text, /Import undone/)
  assert.doesNotMatch(after.text, /Compliments and complaints beside the contacts/)
})

test('a name that nobody knows is matched on the report, once, and can be opened again', async () => {
  const { batchId } = await upload(
    'complaint',
    'Case,Date,Adviser,Category\n1,2025-07-08,A Okafor,Manner\n2,2025-07-09,Night desk,Manner\n',
  )
  const report = await pressLoad(batchId)
  assert.match(report.text, /2 records are nobody’s evidence/)
  assert.match(report.html, /Amara Okafor, suggested/)
  const empty = await dana.session.post(paths.importPeople(batchId), { do: '1', 'name-1': 'Night desk' })
  assert.equal(empty.status, 422)
  const matched = await dana.session.post(paths.importPeople(batchId), {
    do: '0',
    'name-0': 'A Okafor',
    'whose-0': amara.personId,
  })
  assert.match(matched.text, /1 name matched, and remembered\. 1 record became evidence/)
  assert.match((await amara.session.get(paths.records(amara.personId))).text, /Complaint: Manner/)
  const open = await dana.session.post(paths.importPeople(batchId), { do: 'open', 'name-0': 'A Okafor' })
  assert.match(open.text, /The name is open again/)
  assert.doesNotMatch((await amara.session.get(paths.records(amara.personId))).text, /Complaint: Manner/)
})

test('what Dana answers about a file is kept while she checks it, and two columns cannot be the same', async () => {
  const { batchId, html } = await upload(
    'audit',
    'Ref;Whom;Seen;Points\n1;Amara Okafor;08/07/2025;18/20\n2;Amara Okafor;09/07/2025;17/20\n',
  )
  assert.match(html, /Which column names the person it is about\?/)
  const asked = await dana.session.post(paths.importReading(batchId), { do: 'load' })
  assert.equal(asked.status, 422)
  const twice = await dana.session.post(paths.importReading(batchId), {
    do: 'read',
    'column-1': 'person',
    'column-3': 'person',
  })
  assert.equal(twice.status, 422)
  assert.match(twice.text, /cannot all be “Person it is about/)
  const read = await dana.session.post(paths.importReading(batchId), {
    do: 'read',
    'which-person': 'Whom',
    dateOrder: 'dmy',
    name: 'QA sheets',
  })
  assert.match(read.text, /read again with these settings/)
  assert.match(read.html, /value="QA sheets"/)
  const report = await pressLoad(batchId)
  assert.match(report.text, /Read with the mapping “QA sheets”/)
  assert.match(report.text, /2 records of this file are evidence of 1 person/)
  const again = await upload('audit', 'Ref;Whom;Seen;Points\n3;Amara Okafor;10/07/2025;16/20\n')
  assert.match(again.text, /headings of “QA sheets”/)
})

test('a file that cannot be read, or whose kind nobody knows, is refused on the page where it was chosen', async () => {
  const zip = new File([Buffer.from([0x50, 0x4b, 3, 4, 1])], 'a.csv')
  const refused = await dana.session.post(paths.imports, { kind: 'complaint', file: zip })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /zip file/)
  assert.match(refused.html, /value="complaint"[^>]*checked/)
  const odd = await dana.session.post(paths.imports, {
    kind: 'gossip',
    file: new File(['a,b\n1,2\n'], 'a.csv'),
  })
  assert.equal(odd.status, 422)
  assert.match(odd.text, /Say what is in the file/)
})

test('an import of records is no import of contacts: the pages of one do nothing to the other', async () => {
  const { batchId } = await upload('complaint', 'Case,Date,Adviser\n7,2025-07-08,Amara Okafor\n')
  for (const path of [paths.import(batchId), paths.importNames(batchId), paths.importUndoing(batchId)])
    assert.equal((await dana.session.post(path, { do: 'load' })).status, 404)
  const calls = new File(['call_id,agent,date\nC1,Amara Okafor,13/10/2024\n'], 'calls.csv')
  const page = await dana.session.post(paths.imports, { kind: 'contacts', file: calls })
  const other = /action="\/imports\/([0-9a-f-]{36})"/.exec(page.html)?.[1] ?? ''
  assert.equal((await dana.session.post(paths.importReading(other), { do: 'load' })).status, 404)
  assert.equal((await dana.session.post(paths.importEnding(other))).status, 404)
})
