import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { criteriaOf, listUnits } from './frameworks.ts'
import { STARTER_UNITS } from './starter/units.ts'

let world: World
let dana: Character
let amara: Character

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor' })
})

const PPD = STARTER_UNITS.find(({ code }) => code === 'T/506/2952')

test('the units that come with the product name each outcome and criterion once, in order', () => {
  const ids = STARTER_UNITS.flatMap((unit) => [
    unit.unitId,
    ...unit.outcomes.map(({ outcomeId }) => outcomeId),
    ...criteriaOf(unit).map(({ criterionId }) => criterionId),
  ])
  assert.equal(new Set(ids).size, ids.length)
  for (const { outcomes } of STARTER_UNITS)
    for (const { code, criteria } of outcomes)
      assert.deepEqual(
        criteria.map((one) => one.code),
        criteria.map((_, at) => `${code}.${at + 1}`),
      )
})

test('Amara reads the unit, with what is to be checked marked, and cannot reword it', async () => {
  const unit = PPD?.unitId ?? ''
  const page = await amara.session.get(paths.unit(unit))
  assert.match(page.text, /T\/506\/2952\. Level 3, 3 credits, 12 guided learning hours/)
  assert.match(page.text, /check against the awarding body’s text/)
  assert.doesNotMatch(page.text, /Change the wording/)
  assert.equal((await amara.session.get(paths.unitWording(unit))).status, 403)
})

test('Dana puts the awarding body’s words in: the next version, with the same identifiers; a stale form is refused', async () => {
  const unit = PPD
  const criterion = unit?.outcomes[2]?.criteria[3]
  assert.ok(unit && criterion)
  const fields = {
    version: '1',
    title: unit.title,
    [`words-${criterion.criterionId}`]: 'Amend the plan twice, with the feedback that led to it',
  }
  const saved = await dana.session.post(paths.unitWording(unit.unitId), fields)
  assert.match(saved.text, /Saved as version 2/)
  const [now] = (await world.inOrg(listUnits)).filter(({ unitId }) => unitId === unit.unitId)
  assert.ok(now)
  assert.deepEqual(
    criteriaOf(now).map(({ criterionId }) => criterionId),
    criteriaOf(unit).map(({ criterionId }) => criterionId),
  )
  assert.deepEqual(
    criteriaOf(now).find(({ code }) => code === '3.4'),
    { ...criterion, words: 'Amend the plan twice, with the feedback that led to it', checked: true },
  )
  const stale = await dana.session.post(paths.unitWording(unit.unitId), { ...fields, title: 'Another' })
  assert.equal(stale.status, 422)
  assert.match(stale.text, /Somebody else has reworded this unit/)
  assert.match(stale.html, /value="Another"/)
  const empty = await dana.session.post(paths.unitWording(unit.unitId), {
    ...fields,
    version: '2',
    [`words-${criterion.criterionId}`]: '',
  })
  assert.match(empty.text, /Criterion 3\.4 needs its words/)
})
