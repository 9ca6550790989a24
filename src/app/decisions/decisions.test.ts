import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { addEvidence } from '../evidence/evidence.ts'
import { criteriaOf, listUnits, rewordUnit, type Unit } from '../frameworks/frameworks.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { listDecisions } from './decisions.ts'

let world: World
let amara: Character
let ben: Character
let chidi: Character
let dana: Character
let unit: Unit
let criterion: string
let letter: string
let secret: string

const QUALITIES = ['valid', 'authentic', 'current', 'sufficient', 'reliable']

before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  await world.inOrg((tx) =>
    tx.db
      .insertInto('assignment')
      .values({ org_id: world.orgId, assessor_id: chidi.personId, person_id: amara.personId })
      .execute(),
  )
  const [first] = await world.inOrg(listUnits)
  assert.ok(first)
  unit = first
  criterion = criteriaOf(unit).find(({ code }) => code === '3.3')?.criterionId ?? ''
  letter = await keep('A letter of thanks', false)
  secret = await keep('What I keep to myself', true)
})

async function keep(title: string, isPrivate: boolean): Promise<string> {
  const kept = await world.inOrg((tx) =>
    addEvidence(
      tx,
      amara.actor,
      {
        personId: amara.personId,
        kind: 'compliment',
        title,
        text: `${title}.`,
        happenedOn: '2026-11-02',
        detail: { giver: 'A customer', quote: 'Thank you.' },
        links: [],
        private: isPrivate,
      },
      world.today,
    ),
  )
  assert.ok(kept.ok, JSON.stringify(kept))
  return kept.value
}

const at = () => paths.criterion(amara.personId, unit.unitId, criterion)
const award = (): Record<string, string | string[]> => ({
  version: String(unit.version),
  verdict: 'award',
  evidence: [letter],
  qualities: QUALITIES,
  reason: 'The letter names the day on which she rang back.',
  feedback: 'Clear and dated.',
})
const decided = () => world.inOrg((tx) => listDecisions(tx, amara.personId))

test('Chidi goes through the checks and refers a criterion: Amara reads what to do next, and by when', async () => {
  const page = await chidi.session.get(at())
  assert.match(page.text, /Amara Okafor, criterion 3\.3/)
  assert.match(page.text, /Missing:/)
  assert.match(page.text, /A letter of thanks/)
  assert.doesNotMatch(page.text, /What I keep to myself/)
  assert.match(page.text, /Missing: A target role, the way to it, and what it is known from/)
  assert.match(
    page.text,
    /At least two kinds of outside source ?1 kind from others or the helpdesk: compliment/,
  )
  const [beforeForm] = page.html.split('name="verdict"')
  assert.match(beforeForm ?? '', /<div class="no-print[^"]*"><form/)
  const saved = await chidi.session.post(at(), {
    ...award(),
    verdict: 'refer',
    qualities: ['valid'],
    feedback: 'One letter shows one day. Add the signed review.',
    'act-day': '4',
    'act-month': '12',
    'act-year': '2026',
  })
  assert.match(saved.text, /The decision is recorded/)
  assert.match(saved.text, /1 referred/)
  assert.match(saved.text, /Referred.*Not decided/)
  assert.doesNotMatch(saved.html, /state-none/)
  const hers = await amara.session.get(at())
  assert.match(hers.text, /Referred by Chidi Eze/)
  assert.match(hers.text, /One letter shows one day\. Add the signed review\./)
  assert.match(hers.text, /To be done by 4 December 2026/)
  assert.match(hers.text, /Add the evidence that is asked for/)
  assert.doesNotMatch(hers.text, /Record the decision/)
})

test('What Chidi asks waits for Amara until he decides again: evidence of hers is named and settles nothing', async () => {
  const waiting = async () => (await amara.session.get('/home')).text
  assert.match(await waiting(), /Do what Chidi Eze asks for criterion 3\.3 One letter shows one day/)
  world.setToday('2026-11-18')
  await keep('What nobody else reads', true)
  assert.match(await waiting(), /criterion 3\.3 One letter shows one day/)
  await keep('My signed review', false)
  assert.match(
    await waiting(),
    /criterion 3\.3 You have added E-4 since: Chidi Eze decides whether it is enough/,
  )
  const notYet = {
    verdict: 'not yet',
    feedback: 'Nothing here yet. Finish the account of the review.',
  }
  await chidi.session.post(at(), { ...award(), ...notYet })
  assert.match(await waiting(), /criterion 3\.3: not yet, says Chidi Eze Nothing here yet/)
})

test('An award takes the place of the refer, which stays; the history holds both', async () => {
  const saved = await chidi.session.post(at(), award())
  assert.match(saved.text, /1 of 13 criteria awarded/)
  const all = await decided()
  assert.deepEqual(
    all.map(({ verdict }) => verdict),
    ['award', 'not yet', 'refer'],
  )
  const [newest] = all
  assert.equal(newest?.cited[0]?.evidenceId, letter)
  assert.equal(newest?.checks.length, 13)
  const page = await ben.session.get(at())
  assert.match(page.text, /Awarded by Chidi Eze/)
  assert.match(page.text, /Referred by Chidi Eze/)
  const history = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }))
  assert.equal(history.filter(({ kind }) => kind === 'decisions.decided').length, 3)
})

test('What is refused loses nothing that Chidi typed, and says what to do', async () => {
  const before = (await decided()).length
  for (const [fields, why] of [
    [{ verdict: '' }, /Choose award, refer or not yet/],
    [{ evidence: [] }, /Name the evidence that the award rests on/],
    [
      { qualities: ['valid'] },
      /not yet checked that the evidence is authentic, current, sufficient, reliable/,
    ],
    [{ verdict: 'not yet', feedback: '' }, /Say what was shown/],
    [{ verdict: 'refer' }, /Give the day by which they are to do what you ask for/],
    [{ reason: '' }, /Say why/],
    [{ evidence: [secret] }, /an item of it is not there/],
    [{ 'act-day': '1', 'act-month': '1', 'act-year': '2020' }, /That day has passed/],
  ] as const) {
    const page = await chidi.session.post(at(), { ...award(), ...fields } as Record<string, string>)
    assert.equal(page.status, 422)
    assert.match(page.text, why)
    if (!('feedback' in fields)) assert.match(page.html, /Clear and dated\./)
  }
  assert.equal((await decided()).length, before)
})

test('Nobody but the assessor decides, and nobody about themself', async () => {
  const before = (await decided()).length
  for (const who of [amara, ben, dana]) assert.equal((await who.session.post(at(), award())).status, 403)
  assert.equal((await dana.session.get(at())).status, 403)
  const own = paths.criterion(chidi.personId, unit.unitId, criterion)
  assert.equal((await chidi.session.post(own, award())).status, 403)
  assert.equal((await decided()).length, before)
})

test('A decision keeps the words it was made by, and a form of older words is refused', async () => {
  const words = 'Show two signed reviews and what each changed'
  const made = await world.inOrg((tx) =>
    rewordUnit(tx, dana.actor, {
      unitId: unit.unitId,
      version: unit.version,
      title: unit.title,
      words: { [criterion]: words },
    }),
  )
  assert.ok(made.ok)
  const stale = await chidi.session.post(at(), award())
  assert.equal(stale.status, 422)
  assert.match(stale.text, /wording of the unit was changed meanwhile/)
  const page = await chidi.session.get(at())
  assert.match(page.text, new RegExp(words))
  assert.match(page.text, /Criterion as it was worded, version 1: Review progress/)
})

test('The database itself changes and deletes no decision', async () => {
  for (const statement of [
    'update goldthread.decision set reason = $$x$$',
    'delete from goldthread.decision',
  ])
    await assert.rejects(
      world.inOrg((tx) => sql.raw(statement).execute(tx.db)),
      /permission denied/,
    )
})
