import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { mayRead, type SHARINGS } from '../../../kernel/sharing.ts'
import { hintsOf } from './hints.ts'
import { MODEL_WORDS, MODELS } from './models.ts'
import { actionOf, isComplete, stagesOf } from './stages.ts'

const WHOLE = {
  description:
    'A customer rang about a bill that had doubled. I explained the estimate and promised to ring on Friday. I was away and had told nobody, so she rang again and complained.',
  feelings: 'I felt embarrassed first, then defensive, since the answer had been right.',
  evaluation:
    'The explanation was clear and she said so. The promise failed, and that is what she remembers.',
  analysis:
    'It failed because the promise was only in my head. Nobody could have kept it for me, and our handover has no place for promises.',
  conclusion: 'I could have written it in the shared diary. I see now that a promise needs an owner.',
  action: 'I will write every promise in the shared diary and hand it over before a day off.',
}
const stateOf = (texts: Record<string, string>, key: string) =>
  stagesOf('gibbs', texts).find((stage) => stage.key === key)

test('Amara’s whole account is complete, and its plan is what her next review asks about', () => {
  const stages = stagesOf('gibbs', WHOLE)
  assert.deepEqual(
    stages.map((stage) => `${stage.name} ${stage.state}`),
    [
      'Description done',
      'Feelings done',
      'Evaluation done',
      'Analysis done',
      'Conclusion done',
      'Action plan done',
    ],
  )
  assert.ok(isComplete(stages))
  assert.deepEqual(hintsOf('gibbs', WHOLE), [])
  assert.match(actionOf('gibbs', WHOLE) ?? '', /shared diary/)
})

test('an analysis that only tells is thin until it says why', () => {
  const tells =
    'The promise was only in my notes. I close calls well and then I went home and took two days off.'
  assert.equal(stateOf({ ...WHOLE, analysis: tells }, 'analysis')?.hint, 'says what, not yet why')
  assert.equal(
    stateOf({ ...WHOLE, analysis: `${tells} Nobody knew because I told nobody.` }, 'analysis')?.state,
    'done',
  )
})

test('a few words are thin, none are empty, and a plan without a step is thin', () => {
  assert.equal(
    stateOf({ ...WHOLE, conclusion: 'Be better.' }, 'conclusion')?.hint,
    '2 words: say a little more',
  )
  assert.equal(stateOf({ ...WHOLE, conclusion: '  ' }, 'conclusion')?.state, 'empty')
  assert.equal(
    stateOf(
      { ...WHOLE, action: 'Promises are important and customers value them very much indeed.' },
      'action',
    )?.hint,
    'says no step that you will take',
  )
  assert.equal(isComplete(stagesOf('gibbs', { ...WHOLE, conclusion: '' })), false)
})

test('Kolb has four stages, and the last one is the plan', () => {
  assert.equal(stagesOf('kolb', {}).length, 4)
  assert.equal(
    actionOf('kolb', { experiment: ' I will ask back in every call. ' }),
    'I will ask back in every call.',
  )
  assert.equal(actionOf('kolb', {}), null)
})

test('whatever is written, a stage with nothing is empty, one with words is not, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.constantFrom(...MODELS), fc.string(), (model, text) => {
      for (const { key } of MODEL_WORDS[model].stages) {
        const stage = stagesOf(model, { [key]: text }).find((one) => one.key === key)
        assert.equal(stage?.text, text)
        assert.equal(stage?.state === 'empty', text.trim() === '')
        assert.equal(stage?.state === 'thin', stage?.hint !== null)
      }
    }),
  )
})

test('who reads an account: Amara always, Ben and Chidi only as far as she shares it, Dana never', () => {
  const someone = (change: Partial<Actor>): Actor => ({
    orgId: 'o',
    personId: 'someone',
    name: 'Someone',
    standings: ['adviser'],
    leads: [],
    assesses: [],
    ...change,
  })
  const readers = {
    amara: someone({ personId: 'amara' }),
    ben: someone({ leads: ['amara'] }),
    chidi: someone({ assesses: ['amara'] }),
    efua: someone({ standings: ['quality-assurer'] }),
    dana: someone({ standings: ['administrator'] }),
    priya: someone({ leads: ['kofi'], assesses: ['kofi'] }),
  }
  const who = (sharing: (typeof SHARINGS)[number]) =>
    Object.entries(readers)
      .filter(([, reader]) => mayRead({ personId: 'amara', sharing }, reader))
      .map(([name]) => name)
  assert.deepEqual(who('me'), ['amara'])
  assert.deepEqual(who('leader'), ['amara', 'ben'])
  assert.deepEqual(who('assessor'), ['amara', 'ben', 'chidi', 'efua'])
})

test('a plan that is past tense alone holds no step, and a story told in every stage is called one', () => {
  const past = 'On Friday I rang her back and wrote it in the shared diary before I went home.'
  assert.equal(stateOf({ ...WHOLE, action: past }, 'action')?.hint, 'says no step that you will take')
  assert.deepEqual(
    hintsOf('gibbs', { ...WHOLE, action: past }).map(({ kind }) => kind),
    ['action'],
  )
  const told = 'Then I looked at the tracking and told her what it said.'
  const story = Object.fromEntries(Object.keys(WHOLE).map((key) => [key, told]))
  const [hint] = hintsOf('gibbs', story)
  assert.equal(hint?.kind, 'description')
  assert.match(
    hint?.text ?? '',
    /“Feelings”, “Evaluation”, “Analysis”, “Conclusion” and “Action plan” go on telling/,
  )
})
