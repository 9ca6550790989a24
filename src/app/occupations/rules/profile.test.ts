import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AskedOf, proposeRequirements, proposeResponsibility } from './profile.ts'

const LISTENING = '00000000-0000-4000-8000-000000000001'
const COACHING = '00000000-0000-4000-8000-000000000002'

const asked = (title: string, figures: Partial<AskedOf>): AskedOf => ({
  competencyId: LISTENING,
  title,
  relation: null,
  importance: null,
  level: null,
  ...figures,
})

test('O*NET’s level of 0 to 7 is brought to 1 to 5, and its importance is the weight', () => {
  const levelOf = (level: number) => proposeRequirements([asked('x', { importance: 4, level })])[0]?.level
  assert.deepEqual([0, 1, 2, 2.5, 3.5, 4.12, 5, 5.75, 7].map(levelOf), [1, 1, 1, 2, 3, 3, 4, 4, 5])
  assert.deepEqual(proposeRequirements([asked('Active Listening', { importance: 4.12, level: 4 })]), [
    { competencyId: LISTENING, level: 3, essential: true, weight: 4, because: ['Active Listening'] },
  ])
})

test('an element below importance 3 asks for nothing; from 3 it helps, and from 3.5 it is needed', () => {
  const of = (importance: number) =>
    proposeRequirements([asked('x', { importance, level: 4 })]).map(({ essential }) => essential)
  assert.deepEqual([2.99, 3, 3.49, 3.5].map(of), [[], [false], [false], [true]])
  assert.deepEqual(proposeRequirements([asked('not rated', { level: 5 })]), [])
})

test('ESCO’s essential skills make level 3 and optional ones level 2; of several the highest counts', () => {
  assert.deepEqual(
    proposeRequirements([
      asked('give advice', { competencyId: COACHING, relation: 'optional' }),
      asked('use questions', { relation: 'optional' }),
      asked('listen', { relation: 'essential' }),
    ]),
    [
      {
        competencyId: LISTENING,
        level: 3,
        essential: true,
        weight: 3,
        because: ['use questions', 'listen'],
      },
      { competencyId: COACHING, level: 2, essential: false, weight: 2, because: ['give advice'] },
    ],
  )
})

test('what an occupation may answer for is read from its title, its job zone or its ISCO group', () => {
  const of = (scheme: 'esco' | 'onet', title: string, groupCode: string, jobZone: number | null) =>
    proposeResponsibility(scheme, { title, groupCode, jobZone })
  assert.equal(of('esco', 'call centre supervisor', '3341', null), 4)
  assert.equal(of('esco', 'call centre manager', '1439', null), 5)
  assert.equal(of('esco', 'call centre analyst', '2431', null), 3)
  assert.equal(of('esco', 'call centre agent', '5244', null), 2)
  assert.deepEqual(
    [1, 2, 3, 4, null].map((zone) => of('onet', 'Representatives', '', zone)),
    [1, 2, 3, 3, 2],
  )
})
