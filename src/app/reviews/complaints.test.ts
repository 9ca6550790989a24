import assert from 'node:assert/strict'
import { test } from 'node:test'
import { on, openReviews, REVIEW_DAY, reviewsAt } from '../../../test/review-desk.ts'
import type { Character } from '../../../test/world.ts'
import { listEvidence } from '../evidence/evidence.ts'
import { paths } from '../paths.ts'
import { nameCompetency } from '../records/names.ts'
import { importRecords } from '../records/records.ts'

const { world, ben, start, coached, questionsOf, causesOf } = await openReviews()
const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })

const HEAD = 'Case,Date,Adviser,Category,Upheld,Competency,Comment'
/** Imports complaints as Dana, and answers the address at which the import is undone. */
async function load(...rows: string[]): Promise<string> {
  const outcome = await importRecords(world.house, world.orgId, dana.actor, {
    kind: 'complaint',
    name: 'complaints.csv',
    bytes: Buffer.from(`${[HEAD, ...rows].join('\n')}\n`),
    answers: { name: 'Complaints desk' },
  })
  assert.ok(outcome.ok, JSON.stringify(outcome))
  assert.ok(outcome.value.kind === 'loaded')
  return paths.importEnding(outcome.value.batchId ?? '')
}
const wordsOf = async (who: Character) => (await causesOf(who)).map(({ words }) => words)

const STORY = {
  kind: 'complaint',
  text: 'A customer complained that nobody had rung her back about a bill that had doubled.',
  'd-heard': 'Her bill had doubled and nobody had rung.',
  'd-empathised': 'I said that I would be cross as well.',
  'd-apologised': 'For the call that was not made.',
  'd-action': 'I took a reading and rang on the day.',
  'd-outcome': 'She kept her tariff.',
  ...on('happened', '2026-11-03'),
}
/** Types a complaint about somebody and answers where it lies. */
async function type(who: Character, fields: Record<string, string>, by = who): Promise<string> {
  const kept = await by.session.post(paths.evidence(who.personId), { ...STORY, ...fields })
  assert.equal(kept.status, 200, kept.text)
  return kept.path
}
/** Says a typed complaint anew. */
async function change(who: Character, at: string, fields: Record<string, string>, by = who) {
  const form = await by.session.get(at.endsWith('/change') ? at : `${at}/change`)
  const version = /name="version" value="(\d+)"/.exec(form.html)?.[1] ?? ''
  const saved = await by.session.post(at.replace(/\/change$/, ''), { ...STORY, version, ...fields })
  assert.equal(saved.status, 200, saved.text)
  return saved
}

test('an upheld complaint proposes a review, and asks once its words are known to mean the competency; another does neither', async () => {
  const { who, competency, objectiveId } = await coached('Femi Ade', 'CS-06')
  world.setToday(REVIEW_DAY)
  await load(
    'C-1,2026-11-02,Femi Ade,Billing,No,Putting right,Not our mistake',
    'C-2,2026-03-02,Femi Ade,Billing,Yes,Putting right,Long before the plan',
  )
  assert.deepEqual(await causesOf(who), [])
  await load('C-3,2026-11-03,Femi Ade,Billing,Yes,Putting right,The promise was not kept')
  assert.deepEqual(
    (await causesOf(who)).map(({ cause, words }) => [cause, words]),
    [['feedback', 'A complaint of 3 November 2026 was upheld']],
  )
  assert.deepEqual(await questionsOf(who), [])
  const { competencyId } = competency
  const named = await world.inOrg((tx) =>
    nameCompetency(tx, dana.actor, { key: 'putting right', competencyId }, world.today),
  )
  assert.ok(named.ok, JSON.stringify(named))
  assert.equal((await causesOf(who)).length, 1)
  assert.deepEqual(
    (await questionsOf(who)).map((one) => [one.objectiveId, one.words]),
    [[objectiveId, 'A complaint of 3 November 2026 was upheld']],
  )
})

test('undoing an import withdraws what its complaints raised; of complaints of two files only those undone go', async () => {
  const { who } = await coached('Ola Berg', 'CS-06')
  world.setToday(REVIEW_DAY)
  const undo = await load(
    'D-1,2026-11-03,Ola Berg,Billing,Yes,CS-06,The promise was not kept',
    'D-2,2026-11-05,Ola Berg,Billing,Partly,CS-06,Rung a day late',
  )
  assert.deepEqual(await wordsOf(who), ['2 complaints of 3 November 2026 and 5 November 2026 were upheld'])
  assert.equal((await questionsOf(who)).length, 1)
  await load('D-1,2026-11-03,Ola Berg,Billing,No,CS-06,Not our mistake after all')
  assert.deepEqual(await wordsOf(who), ['A complaint of 5 November 2026 was upheld'])
  assert.equal((await questionsOf(who)).length, 1)
  assert.equal((await dana.session.post(undo, {})).status, 200)
  assert.deepEqual(await wordsOf(who), [])
  assert.deepEqual(await questionsOf(who), [])
  assert.doesNotMatch((await ben.session.get(reviewsAt(who))).text, /upheld|Still relevant/)
})

test('undoing the file that said otherwise brings back what was upheld; what a review took up stays', async () => {
  const { who } = await coached('Tom Reed', 'CS-06')
  world.setToday(REVIEW_DAY)
  const first = await load('T-1,2026-11-03,Tom Reed,Billing,Yes,CS-06,The promise was not kept')
  const second = await load('T-1,2026-11-03,Tom Reed,Billing,No,CS-06,Not our mistake after all')
  assert.deepEqual(await wordsOf(who), [])
  await dana.session.post(second, {})
  assert.deepEqual(await wordsOf(who), ['A complaint of 3 November 2026 was upheld'])
  const review = await start(who)
  await dana.session.post(first, {})
  assert.match((await who.session.get(review)).text, /Why now A complaint of 3 November 2026 was upheld/)
})

test('a complaint typed by hand may say whether it was upheld; upheld, also in part, it proposes a review and asks', async () => {
  const { who, competency, objectiveId } = await coached('Amara Okafor', 'CS-06')
  world.setToday(REVIEW_DAY)
  const { competencyId } = competency
  const linked = { competency: competencyId, [`reason-${competencyId}`]: 'It was mine to settle.' }
  const form = await who.session.get(paths.evidenceNew(who.personId))
  assert.match(form.text, /Was it upheld\? .*Not said Upheld Partly upheld Not upheld Not decided yet/)
  for (const said of ['', 'not upheld', 'not decided yet', 'of course'])
    await type(who, { ...linked, 'd-upheld': said })
  assert.deepEqual(await causesOf(who), [])
  const at = await type(who, { ...linked, 'd-upheld': 'partly upheld' })
  assert.match((await ben.session.get(at)).text, /Was it upheld\? Partly upheld/)
  assert.deepEqual(
    (await causesOf(who)).map(({ cause, words }) => [cause, words]),
    [['feedback', 'A complaint of 3 November 2026 was upheld']],
  )
  assert.deepEqual(
    (await questionsOf(who, ben)).map((one) => one.objectiveId),
    [objectiveId],
  )
  const kept = await world.inOrg((tx) => listEvidence(tx, who.personId))
  assert.ok(!kept.some(({ detail }) => detail.upheld === 'of course'))
})

test('a complaint is decided later, and after all not upheld: the proposal comes and goes; a link asks by then', async () => {
  const { who, competency, objectiveId } = await coached('Priya Nair', 'CS-06')
  world.setToday(REVIEW_DAY)
  const at = await type(who, { 'd-upheld': 'not decided yet' }, ben)
  await change(who, at, { 'd-upheld': 'upheld' }, ben)
  assert.deepEqual(await wordsOf(who), ['A complaint of 3 November 2026 was upheld'])
  assert.deepEqual(await questionsOf(who), [])
  const { competencyId } = competency
  const link = { competency: competencyId, reason: 'It was hers to settle.', bearing: 'against' }
  const linked = await ben.session.post(`${at}/links`, link)
  assert.equal(linked.status, 200, linked.text)
  assert.deepEqual(
    (await questionsOf(who)).map((one) => one.objectiveId),
    [objectiveId],
  )
  assert.equal((await wordsOf(who)).length, 1)
  await change(who, at, { 'd-upheld': 'not upheld' }, ben)
  assert.deepEqual([await wordsOf(who), await questionsOf(who)], [[], []])
})

test('a draft, and a complaint that only Amara sees, propose nothing until others may read them', async () => {
  const { who } = await coached('Kwame Boateng', 'CS-06')
  world.setToday(REVIEW_DAY)
  const draft = await type(who, { 'd-upheld': 'upheld', do: 'later' })
  assert.deepEqual(await wordsOf(who), [])
  const secret = await type(who, { 'd-upheld': 'upheld', private: 'yes' })
  assert.deepEqual(await wordsOf(who), [])
  await change(who, secret, { 'd-upheld': 'upheld' })
  assert.equal((await wordsOf(who)).length, 1)
  await change(who, secret, { 'd-upheld': 'upheld', private: 'yes' })
  assert.deepEqual(await wordsOf(who), [])
  assert.match(draft, /evidence$/)
})
