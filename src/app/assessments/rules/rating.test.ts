import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayRead, type Side } from './blind.ts'
import { isFromOutside, missingOf, spanOf } from './case.ts'
import { checkNeed } from './need.ts'
import { blankRating, checkPass, checkRating, isRated, type Pass, type Rating } from './rating.ts'
import { measuresFor } from './ties.ts'

const ID = '01999999-0000-7000-8000-000000000001'
const WHOLE = { when: 'Friday', who: 'a customer', did: 'rang back', followed: 'it stayed closed' }
const rating = (part: Partial<Rating>): Rating => ({ ...blankRating(ID), ...part })

test('a competency is rated by a level with evidence, a whole example, or an honest “no example yet”', () => {
  assert.equal(isRated(rating({ level: 3 })), false)
  assert.equal(isRated(rating({ level: 3, evidenceIds: [ID] })), true)
  assert.equal(isRated(rating({ level: 3, example: WHOLE })), true)
  assert.equal(isRated(rating({ level: 3, example: { ...WHOLE, followed: ' ' } })), false)
  assert.equal(isRated(rating({ level: 3, noExample: true })), true)
  assert.equal(isRated(rating({ noExample: true, example: WHOLE })), false)
})

test('half a rating is saved; one that contradicts itself is not', () => {
  assert.equal(checkRating(rating({ example: { ...WHOLE, when: '' } })).ok, true)
  const refused = checkRating(rating({ noExample: true, evidenceIds: [ID] }))
  assert.deepEqual(!refused.ok && refused.refusals.map(({ field }) => field), ['none'])
})

test('a pass goes in when every competency is rated, and says of each other one what it lacks', () => {
  const asked = [
    { competencyId: ID, title: 'Handling complaints' },
    { competencyId: 'b', title: 'Coaching others' },
  ]
  const half = checkPass(asked, [rating({ level: 3, noExample: true })])
  assert.deepEqual(!half.ok && half.refusals.map(({ message }) => message), [
    '1 competency to go.',
    'Coaching others: choose a level.',
  ])
  const all = [
    rating({ level: 3, noExample: true }),
    { ...rating({ level: 2, example: WHOLE }), competencyId: 'b' },
  ]
  assert.equal(checkPass(asked, all).ok, true)
})

test('neither side reads the other’s pass until both are in, and nobody else reads either', () => {
  const reads = (side: Side, pass: Pass, selfIn: boolean, leaderIn: boolean, led = true) =>
    mayRead(
      { pass, in: pass === 'self' ? selfIn : pass === 'leader' ? leaderIn : false },
      { selfIn, leaderIn, led },
      side,
    )
  for (const [selfIn, leaderIn] of [
    [true, false],
    [false, true],
    [false, false],
  ] as const) {
    assert.equal(reads('self', 'leader', selfIn, leaderIn), false)
    assert.equal(reads('leader', 'self', selfIn, leaderIn), false)
    assert.equal(reads('other', 'self', selfIn, leaderIn), false)
    assert.equal(reads('other', 'leader', selfIn, leaderIn), false)
    assert.equal(reads('self', 'self', selfIn, leaderIn), true)
    assert.equal(reads('leader', 'leader', selfIn, leaderIn), true)
  }
  for (const side of ['self', 'leader', 'other'] as const)
    assert.ok(reads(side, 'self', true, true) && reads(side, 'leader', true, true))
  assert.equal(reads('other', 'self', true, false, false), true, 'nobody leads: an assessor reads what is in')
  assert.equal(reads('other', 'self', false, false, false), false)
  assert.equal(reads('self', 'agreed', true, true), false, 'half-written agreement stays with the leader')
})

test('a figure, an observation and customers’ words come from outside; one’s own reflection does not', () => {
  const item = { by: 'self' as const, happenedOn: null, addedOn: '2026-11-01' }
  for (const kind of [
    'measure',
    'compliment',
    'complaint',
    'observation',
    'audit',
    'performance review',
    'peer feedback',
  ])
    assert.equal(isFromOutside({ ...item, kind }), true, kind)
  assert.equal(isFromOutside({ ...item, kind: 'reflection' }), false)
  assert.equal(isFromOutside({ ...item, kind: 'work product', by: 'other' }), true)
})

test('a case names the sources it lacks, and the law asks for practice, not for courses', () => {
  const seen = { kind: 'observation', by: 'other' as const, happenedOn: '2026-09-11', addedOn: '2026-09-12' }
  const beside = { figures: null, feedback: 'shown' as const }
  const hard = { legal: false, soft: false }
  assert.deepEqual(missingOf({ ...hard, soft: true }, [seen], beside), ['The customer’s own words.'])
  assert.match(missingOf({ legal: true, soft: false }, [], beside)[0] ?? '', /A course shows attendance/)
  assert.ok(missingOf(hard, [seen], { ...beside, figures: 0 }).includes('A figure from the work itself.'))
  const kept = { ...seen, kind: 'measure' }
  assert.deepEqual(
    missingOf(hard, [seen, { ...seen, kind: 'complaint' }, kept], { ...beside, figures: 0 }),
    [],
  )
  for (const kind of ['audit', 'witness testimony', 'expert testimony'])
    assert.ok(!missingOf(hard, [{ ...seen, kind }], beside).some((lack) => /watched/.test(lack)), kind)
  assert.deepEqual(missingOf(hard, [seen, { ...seen, kind: 'customer feedback' }], beside), [])
  const nobody = { ...beside, feedback: 'none' as const }
  const asksColleagues = (soft: boolean, feedback: typeof nobody | typeof beside) =>
    missingOf({ legal: false, soft }, [seen], feedback).some((lack) => /colleague/.test(lack))
  assert.deepEqual([asksColleagues(true, nobody), asksColleagues(false, nobody)], [true, false])
  assert.equal(asksColleagues(true, beside), false)
  assert.deepEqual(spanOf([seen, { ...seen, happenedOn: null, addedOn: '2025-01-03' }]), {
    oldest: '2025-01-03',
    newest: '2026-09-11',
  })
})

test('handle time says nothing of any competency; a tally does where somebody kept it as evidence for one', () => {
  const all = ['CS-01', 'CS-05', 'CS-06', 'CS-07', 'CS-09'].flatMap((code) =>
    measuresFor({ competencyId: ID, code }, [], []),
  )
  assert.ok(all.length > 0 && all.every(({ measure }) => measure !== 'handle_time'))
  assert.deepEqual(
    measuresFor({ competencyId: ID, code: 'CS-06' }, ['fcr'], [`tally:${ID}`]).map(({ measure }) => measure),
    ['fcr', 'resolved', `tally:${ID}`],
  )
})

test('a professional need names a competency and is never hidden; a personal one is the person’s own to name', () => {
  const asked = {
    personId: ID,
    competencyId: null,
    title: 'Speak up',
    kind: 'personal' as const,
    why: 'I avoid it',
    priority: 2 as const,
    from: 'assessment' as const,
    evidenceIds: [],
    sharing: 'me' as const,
  }
  const fields = (outcome: ReturnType<typeof checkNeed>) =>
    outcome.ok ? [] : outcome.refusals.map(({ field }) => field)
  assert.deepEqual(fields(checkNeed(asked, true)), [])
  assert.deepEqual(fields(checkNeed(asked, false)), ['kind'])
  assert.deepEqual(fields(checkNeed({ ...asked, kind: 'professional' as never }, true)), [
    'competency',
    'sharing',
  ])
  assert.deepEqual(fields(checkNeed({ ...asked, kind: 'both' as never }, true)), ['competency'])
  assert.deepEqual(
    fields(checkNeed({ ...asked, kind: 'both' as never, competencyId: ID, sharing: 'leader' }, false)),
    ['kind'],
  )
  assert.deepEqual(fields(checkNeed({ ...asked, kind: null, title: '', why: '' }, true)), [
    'kind',
    'title',
    'why',
  ])
})
