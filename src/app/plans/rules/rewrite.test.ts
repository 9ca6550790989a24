import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { addDays } from '../../../kernel/day.ts'
import { checkGoal } from '../../../kernel/smart.ts'
import { type Answers, answersIn, compose, lackOf, QUESTIONS, questionsFor, UNANSWERED } from './rewrite.ts'

const TODAY = '2026-11-17'
const AMARA: Answers = {
  ...UNANSWERED,
  what: 'ring back',
  with: 'every customer with an open complaint, on the day I promised.',
  counted: 'complaints reopened',
  from: '26',
  to: '18',
  unit: '%',
  when: '2027-01-29',
  help: 'two hours with Priya Nair',
}

test('Amara’s answers make one sentence, and it reads as smart', () => {
  const sentence = compose('get better with customers', AMARA, TODAY)
  assert.equal(
    sentence,
    'Ring back every customer with an open complaint, on the day I promised, taking complaints reopened from 26% to 18%, by 29 January 2027, helped by two hours with Priya Nair.',
  )
  assert.equal(checkGoal(sentence, TODAY).verdict, 'smart')
})

test('letters that are found already are not asked for, and their words are kept', () => {
  const text = 'Ring back every customer with an open complaint on the day promised.'
  assert.deepEqual(questionsFor('get better with customers', TODAY), QUESTIONS)
  const open = questionsFor(text, TODAY)
  assert.ok(!open.includes('what') && !open.includes('with') && open.includes('when'))
  const sentence = compose(text, { ...AMARA, what: 'other', with: 'words' }, TODAY)
  assert.match(
    sentence,
    /^Ring back every customer with an open complaint on the day promised, .*by 29 January 2027/,
  )
})

test('a date in a vague text is kept, and so is what it counts', () => {
  const text = 'Improve communication by 10% by March 2027'
  assert.ok(!questionsFor(text, TODAY).includes('when'))
  assert.match(answersIn(text, TODAY).product, /10%/)
  const sentence = compose(text, { ...AMARA, counted: '', product: 'three recorded calls' }, TODAY)
  assert.match(sentence, /, shown by three recorded calls, by March 2027, helped by/)
  assert.doesNotMatch(sentence, /29 January/)
})

test('an answer that says too little is told what it lacks, and a day that has passed is', () => {
  const lack = (question: (typeof QUESTIONS)[number], more: Partial<Answers>) =>
    lackOf(question, '', { ...AMARA, ...more }, TODAY)
  assert.match(lack('what', { what: ' ' }) ?? '', /Write what you will do/)
  assert.notEqual(lack('with', { what: 'be', with: 'better' }), null)
  assert.notEqual(lack('know', { with: 'the diary', counted: '', product: 'people being happier' }), null)
  assert.match(lack('know', { to: '' }) ?? '', /figure it should come to/)
  assert.match(lack('when', { when: '2026-11-16' }) ?? '', /has passed/)
  assert.notEqual(lack('when', { when: null }), null)
  for (const question of QUESTIONS) assert.equal(lack(question, {}), null)
})

const what = fc.constantFrom(
  'ring back',
  'write',
  'record',
  'complete',
  'review',
  'check',
  'answer',
  'run',
  'reduce',
  'raise',
)
const thing = fc.constantFrom(
  'every customer with an open complaint',
  'the billing articles that colleagues use most',
  'my call notes about billing',
  'the complaints workshop',
  'two estimated bills a day with Ben',
  'the call-back diary',
  'emails about moving home',
)
const counted = fc.constantFrom(
  'complaints reopened',
  'my CSAT',
  'calls resolved first time',
  'handling time',
  'late call backs',
)
const product = fc.constantFrom(
  'three observed calls',
  'gaining the certificate',
  'six articles published',
  '10 call reviews signed off by Ben',
)
const help = fc.constantFrom(
  '',
  'two hours with Priya Nair',
  'access to the diary',
  'a place on the course, and Ben’s time',
)
const text = fc.constantFrom(
  '',
  'get better with customers',
  'Be more confident!',
  'improve my communication',
  'Improve complaints by March 2027',
)
const figure = fc.integer({ min: 1, max: 99 }).map(String)

test('whatever is answered in full reads as smart, and answers nobody is asked about again', () => {
  fc.assert(
    fc.property(
      fc.record({
        text,
        what,
        with: thing,
        known: fc.oneof(
          fc.record({
            counted,
            from: fc.oneof(fc.constant(''), figure),
            to: figure,
            unit: fc.constantFrom('%', '£', 'a week', 'minutes', ''),
            product: fc.constant(''),
          }),
          fc.record({
            counted: fc.constant(''),
            from: fc.constant(''),
            to: fc.constant(''),
            unit: fc.constant(''),
            product,
          }),
        ),
        days: fc.integer({ min: 0, max: 700 }),
        help,
      }),
      (given) => {
        const answers: Answers = { ...given, ...given.known, when: addDays(TODAY, given.days) }
        for (const question of questionsFor(given.text, TODAY))
          assert.equal(lackOf(question, given.text, answers, TODAY), null)
        const sentence = compose(given.text, answers, TODAY)
        assert.equal(checkGoal(sentence, TODAY).verdict, 'smart', sentence)
        assert.deepEqual(questionsFor(sentence, TODAY), ['help'], sentence)
      },
    ),
  )
})

test('whatever is typed, answers that lack nothing make a sentence with S, M and T', () => {
  const any = fc.oneof(fc.string({ maxLength: 30 }), thing, product, what)
  fc.assert(
    fc.property(
      fc.record({
        text: any,
        what: any,
        with: any,
        counted: any,
        from: any,
        to: any,
        unit: any,
        product: any,
      }),
      fc.integer({ min: -5, max: 300 }),
      ({ text: start, ...typed }, days) => {
        const answers = { ...UNANSWERED, ...typed, when: addDays(TODAY, days) }
        const lacks = questionsFor(start, TODAY).map((question) => lackOf(question, start, answers, TODAY))
        if (lacks.some((lack) => lack !== null)) return
        const { S, M, T } = checkGoal(compose(start, answers, TODAY), TODAY).letters
        assert.deepEqual([S.found, M.found, T.found], [true, true, true], compose(start, answers, TODAY))
      },
    ),
    { numRuns: 500 },
  )
})
