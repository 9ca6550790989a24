import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { contactsOf } from '../../../seeds/contacts.ts'
import { TELEPHONE } from '../../../seeds/larkfield.ts'
import { putContacts } from '../../../test/imported.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { importUndone } from '../contacts/contacts.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { figureOf } from '../measures/measures.ts'
import { paths } from '../paths.ts'
import { evidenceRestingOn, listEvidence } from './evidence.ts'

const TODAY = '2025-10-06'
const [FROM, TO] = ['2025-07-07', '2025-09-28']
let world: World
let amara: Character
let ben: Character
let competencyId: string

before(async () => {
  world = await openWorld({ today: TODAY })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  const planned = contactsOf(TELEPHONE).filter((one) => one.person === 'Amara Okafor')
  await putContacts(world, planned, { 'Amara Okafor': amara.personId })
  competencyId = (await world.inOrg((tx) => listCompetencies(tx)))[0]?.competencyId ?? ''
})

const kept = () => world.inOrg((tx) => listEvidence(tx, amara.personId))

test('Amara keeps a figure as it stands, with its definition, count, days, file and rows', async () => {
  const page = await amara.session.get(
    `${paths.evidenceNew(amara.personId)}?measure=csat&from=${FROM}&to=${TO}`,
  )
  assert.match(page.text, /Keep this figure as evidence/)
  const fields = { measure: 'csat', from: FROM, to: TO, bearing: 'against' }
  const refused = await amara.session.post(paths.evidenceFigures(amara.personId), {
    ...fields,
    reason: 'Above my last quarter.',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.html, /value="Above my last quarter\."/)
  const saved = await amara.session.post(paths.evidenceFigures(amara.personId), {
    ...fields,
    competency: competencyId,
    reason: 'Customers say otherwise.',
  })
  assert.equal(saved.status, 200)
  const figure = await world.inOrg((tx) =>
    figureOf(tx, amara.personId, 'csat', TODAY, { from: FROM, to: TO }),
  )
  const [item] = await kept()
  assert.deepEqual(item?.snapshot?.figure, figure)
  assert.equal(item?.snapshot?.provenance.version, 'csat.v1')
  assert.equal(item?.snapshot?.provenance.n, figure?.n)
  assert.deepEqual(
    item?.snapshot?.provenance.sources.map((source) => source.file),
    ['telephone.csv'],
  )
  assert.match(item?.snapshot?.provenance.rowsHash ?? '', /^[0-9a-f]{64}$/)
  assert.deepEqual([item?.kind, item?.by, item?.happenedOn], ['measure', 'helpdesk', TO])
  assert.deepEqual(
    item?.links.map(({ bearing, reason }) => [bearing, reason]),
    [['against', 'Customers say otherwise.']],
  )
  assert.match(saved.text, /Counted today over the same days: the same/)
  assert.match(saved.text, /telephone\.csv/)
})

test('a kept figure cannot be said otherwise, by anybody', async () => {
  const [item] = await kept()
  const path = paths.evidenceItem(amara.personId, item?.evidenceId ?? '')
  assert.equal(
    (await amara.session.post(path, { text: '100%', kind: 'compliment', version: '1' })).status,
    404,
  )
  const byHand = await amara.session.post(paths.evidence(amara.personId), { text: '100%', kind: 'measure' })
  assert.doesNotMatch((await kept()).map((one) => one.text).join(), /100%/)
  assert.match(byHand.text, /draft/, 'a measure by hand is no kind that the form knows')
})

test('contacts that come later do not change what was kept; the page says how today differs', async () => {
  const [item] = await kept()
  await world.inOrg(async (tx) => {
    const last = await tx.db
      .selectFrom('contact')
      .select('contact_id')
      .where('org_id', '=', tx.orgId)
      .where('day', '>=', FROM)
      .where('day', '<=', TO)
      .where('rating', 'is not', null)
      .executeTakeFirstOrThrow()
    await tx.db
      .deleteFrom('contact')
      .where('org_id', '=', tx.orgId)
      .where('contact_id', '=', last.contact_id)
      .execute()
  })
  const page = await ben.session.get(paths.evidenceItem(amara.personId, item?.evidenceId ?? ''))
  assert.match(page.text, /1 contact fewer than when it was kept/)
  assert.deepEqual((await kept())[0]?.snapshot, item?.snapshot)
})

test('an import that is undone is said on the evidence that rests on it, whose figure stays', async () => {
  const [item] = await kept()
  const batchId = item?.snapshot?.provenance.sources[0]?.batchId ?? ''
  const resting = await world.inOrg((tx) => evidenceRestingOn(tx, batchId))
  assert.deepEqual(
    resting.map((one) => [one.personName, one.ref]),
    [['Amara Okafor', 'E-1']],
  )
  await world.inOrg(async (tx) => {
    await tx.db.deleteFrom('contact').where('org_id', '=', tx.orgId).where('batch_id', '=', batchId).execute()
    await importUndone.happen(tx, { batchId })
  })
  const page = await amara.session.get(paths.evidenceItem(amara.personId, item?.evidenceId ?? ''))
  assert.match(page.text, /The import was undone on 6 October 2025/)
  assert.match(page.text, /Nothing is left to count on these days today/)
  assert.deepEqual((await kept())[0]?.snapshot, item?.snapshot)
})

test('where nothing was counted there is no figure to keep', async () => {
  const sent = await amara.session.get(
    `${paths.evidenceNew(amara.personId)}?measure=csat&from=2019-01-01&to=2019-02-01`,
  )
  assert.match(sent.path, /\/work$/)
})
