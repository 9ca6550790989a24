import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { planOf, unmetLetters } from './plans.ts'

let world: World
let amara: Character
let dana: Character

before(async () => {
  world = await openWorld({ today: '2026-11-17' })
  await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  dana = await world.add({ name: 'Dana Fields', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
})

const unmet = async () => {
  const plan = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  const [first] = plan.objectives
  assert.ok(first)
  return { objective: first, letters: unmetLetters(first.reading) }
}

test('until Dana chooses, objectives are read by SMART with A as achievable', async () => {
  await amara.session.post(`/people/${amara.personId}/objectives`, {
    kind: 'professional',
    text: 'Write six billing articles by 26 February 2027',
    'due-day': '26',
    'due-month': '2',
    'due-year': '2027',
    do: 'draft',
  })
  assert.deepEqual((await unmet()).letters, ['Achievable', 'Relevant'])
  const page = await amara.session.get(paths.letters)
  assert.match(page.text, /SMART As it comes/)
  assert.doesNotMatch(page.html, /name="set"/)
  assert.match((await amara.session.get(paths.priorities)).html, /href="\/priorities\/letters"/)
})

test('Dana chooses SMARTER with A as agreed, and every reading follows', async () => {
  const page = await dana.session.get(paths.letters)
  assert.match(page.html, /name="version" value="0"/)
  const saved = await dana.session.post(paths.letters, { set: 'smarter', a: 'agreed', version: '0' })
  assert.match(saved.text, /Saved\. Every objective is read by these letters/)
  const { objective, letters } = await unmet()
  assert.deepEqual(letters, ['Relevant', 'Evaluated', 'Reviewed'])
  const shown = await amara.session.get(paths.objective(amara.personId, objective.objectiveId))
  assert.match(shown.text, /Agreed partly found It is not agreed yet/)
  assert.match(shown.text, /Reviewed not found No review is planned before Friday 26 February 2027/)
  assert.match(
    shown.html,
    /&quot;letters&quot;:\{&quot;smarter&quot;:true/,
    'the browser reads by the same letters',
  )
  assert.match((await amara.session.get(paths.letters)).text, /SMARTER Chosen here/)
  const account = await amara.session.get(paths.account(amara.personId))
  assert.match(account.text, /does not read as relevant, evaluated and reviewed/, 'and so do the checks')
})

test('of two administrators at once the second is shown what the first chose, and others may not choose', async () => {
  const late = await dana.session.post(paths.letters, { set: 'smart', a: 'achievable', version: '0' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Somebody else changed the letters/)
  assert.match(late.html, /name="version" value="1"/)
  assert.equal((await dana.session.post(paths.letters, { set: 'smart', a: 'x', version: '1' })).status, 422)
  assert.equal(
    (await amara.session.post(paths.letters, { set: 'smart', a: 'agreed', version: '1' })).status,
    403,
  )
  assert.deepEqual((await unmet()).letters, ['Relevant', 'Evaluated', 'Reviewed'])
})
