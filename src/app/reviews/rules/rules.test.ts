import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import {
  CAUSES,
  describeChange,
  type ObjectiveNow,
  partsOf,
  readChange,
  type TypedChange,
} from './changes.ts'
import { checkNext } from './dates.ts'
import { figureWords, type Reading, standingOf, standingWords } from './figure-words.ts'
import { isSince, openingOf } from './opening.ts'
import { firstReviewOn, rhythmOf } from './rhythm.ts'
import { sectionsOf, turnOf, whyNotSign } from './sections.ts'
import { wordChanges } from './wording.ts'

const TODAY = '2026-11-24'

const fcr: Reading = {
  name: 'First-contact resolution',
  n: 306,
  numerator: 227,
  denominator: 306,
  value: 227 / 306,
  unit: 'share',
  low: 0.69,
  high: 0.79,
  betterIs: 'higher',
}

test('Amara’s 74% is near the 76% target and does not show it: the target lies inside the interval', () => {
  assert.equal(figureWords(fcr), '74% (227 of 306, interval 69 to 79%)')
  assert.equal(standingOf(fcr, 0.76), 'near')
  assert.match(standingWords(fcr, 0.76), /76% target is inside the interval, so it is near but not yet shown/)
})

test('a target is shown only where the whole interval is at or past it, on whichever side is better', () => {
  assert.equal(standingOf(fcr, 0.69), 'shown')
  assert.equal(standingOf(fcr, 0.7), 'near')
  assert.equal(standingOf(fcr, 0.8), 'short')
  const reopened: Reading = { ...fcr, betterIs: 'lower' }
  assert.equal(standingOf(reopened, 0.79), 'shown')
  assert.equal(standingOf(reopened, 0.75), 'near')
  assert.equal(standingOf(reopened, 0.6), 'short')
})

test('fewer than 30 contacts never show a target, and fewer than 5 are only counted', () => {
  assert.equal(standingOf({ ...fcr, n: 29, low: 0.8, high: 0.99 }, 0.76), 'cannot tell')
  const few: Reading = { ...fcr, n: 3, numerator: 2, denominator: 3, value: null, low: null, high: null }
  assert.equal(figureWords(few), '2 of 3: too few for a figure')
  assert.equal(standingOf(few, 0.1), 'cannot tell')
})

test('a plan is stale from 12 weeks without a review on, however far ahead the next is booked', () => {
  const asked = { heldOn: '2026-09-01', agreedOn: '2026-01-05', nextOn: '2027-06-01' }
  assert.equal(rhythmOf(asked, '2026-11-23').state, 'in time')
  assert.equal(rhythmOf(asked, '2026-11-24').state, 'stale')
  assert.equal(rhythmOf({ ...asked, nextOn: '2026-10-01' }, '2026-10-02').state, 'overdue')
  assert.equal(rhythmOf({ ...asked, nextOn: '2026-10-01' }, '2026-10-01').state, 'due soon')
  assert.equal(rhythmOf({ heldOn: null, agreedOn: null, nextOn: null }, TODAY).state, 'nothing to review')
  assert.equal(firstReviewOn('2026-09-29'), TODAY)
})

test('a cadence of four weeks makes a plan stale after four, and its first review is due after three', () => {
  const asked = { heldOn: '2026-10-27', agreedOn: '2026-01-05', nextOn: null, cadenceWeeks: 4 }
  assert.equal(rhythmOf(asked, '2026-11-23').state, 'in time')
  assert.equal(rhythmOf(asked, TODAY).state, 'stale')
  assert.equal(firstReviewOn('2026-11-03', 4), TODAY)
  assert.equal(firstReviewOn('2026-11-17', 2), TODAY)
})

test('the next review is a day to come, within a year', () => {
  for (const day of [null, 'wrong', TODAY, '2026-11-01', '2028-01-01'] as const)
    assert.equal(checkNext(day, TODAY).ok, false, String(day))
  assert.deepEqual(checkNext('2027-01-19', TODAY), { ok: true, value: '2027-01-19' })
})

const o14: ObjectiveNow = {
  ref: 'O-14',
  title: 'Resolve billing contacts first time',
  text: 'Ring back as soon as possible',
  target: 0.76,
  unit: 'share',
  due: '2026-12-18',
}

const typed: TypedChange = {
  what: 'due',
  target: null,
  due: null,
  text: '',
  action: '',
  by: null,
  as: '',
  cause: 'feedback',
  reason: 'Two complaints.',
}

test('every cause of the brief can be chosen, and none other; each needs words', () => {
  for (const { value } of CAUSES)
    assert.equal(readChange({ ...typed, due: '2027-01-29', cause: value }, o14, TODAY).ok, true, value)
  for (const wrong of [
    { cause: '' },
    { cause: 'because' },
    { reason: '' },
    { due: 'wrong' as const },
    { due: '2026-12-18' },
  ])
    assert.equal(
      readChange({ ...typed, due: '2027-01-29', ...wrong }, o14, TODAY).ok,
      false,
      JSON.stringify(wrong),
    )
})

test('a target of a share is typed in per cent and kept as a share; one that changes nothing is refused', () => {
  const to = (target: number | null) => readChange({ ...typed, what: 'target', target }, o14, TODAY)
  const read = to(80)
  assert.ok(read.ok)
  assert.deepEqual(read.value.asked, { what: 'target', target: 0.8 })
  assert.deepEqual(describeChange(read.value.asked, o14), {
    before: '76%',
    after: '80%',
    words: 'target moved from 76% to 80%',
  })
  for (const wrong of [76, 101, -1, null]) assert.equal(to(wrong).ok, false, String(wrong))
  assert.equal(readChange({ ...typed, what: 'target', target: 5 }, { ...o14, unit: null }, TODAY).ok, false)
})

test('a new wording is shown word by word', () => {
  assert.deepEqual(partsOf({ what: 'wording', before: o14.text, after: 'Ring back on the day promised' }), [
    { kind: 'same', text: 'Ring back' },
    { kind: 'removed', text: 'as soon as possible' },
    { kind: 'added', text: 'on the day promised' },
  ])
})

const text = fc.array(fc.constantFrom('ring', 'back', 'on', 'the', 'day', 'promised', 'soon'), {
  maxLength: 30,
})

test('whatever is reworded, what stayed and went is the old text, what stayed and came is the new', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const parts = wordChanges(a.join(' '), b.join(' '))
      const of = (kind: string) =>
        parts
          .filter((part) => part.kind === 'same' || part.kind === kind)
          .map((part) => part.text)
          .join(' ')
      assert.equal(of('removed'), a.join(' '))
      assert.equal(of('added'), b.join(' '))
      if (a.join() === b.join()) assert.ok(parts.every(({ kind }) => kind === 'same'))
    }),
  )
})

test('what changed names what is late and what a measure now says, and counts no verdict that stayed', () => {
  const action = { what: 'Two complaint calls', state: 'planned' as const, doneOn: null }
  const opening = openingOf({
    since: '2026-09-29',
    today: TODAY,
    evidence: [{ kind: 'measure' }, { kind: 'compliment' }, { kind: 'measure' }],
    verdicts: [
      { name: 'FCR', before: 'no signal', now: 'improvement signal' },
      { name: 'CSAT', before: 'no signal', now: 'no signal' },
    ],
    actions: [
      { ...action, by: '2026-11-17' },
      { ...action, by: TODAY },
      { ...action, state: 'done', by: null, doneOn: '2026-10-10' },
      { ...action, state: 'done', by: null, doneOn: '2026-09-01' },
      { ...action, state: 'dropped', by: '2026-10-01' },
    ],
    positions: [],
    profiles: [{ title: 'Adviser', version: '2026-2' }],
    priorities: [{ title: 'Winter billing', from: '2026-11-02' }],
    aspiration: { words: 'Team leader', since: '2026-10-05' },
    rounds: [{ ref: 'F-2', closesOn: '2026-10-30' }],
    testimonies: 1,
    causes: [
      {
        cause: 'profile changed',
        words: 'Role profile: Adviser is now version 2026-2',
        raisedOn: '2026-10-20',
        levels: [{ competencyId: 'c', title: 'Coaching others', before: 3, after: 4 }],
      },
    ],
  })
  assert.deepEqual(
    opening.lines.map(({ term, text }) => `${term}: ${text}`),
    [
      'Why now: Role profile: Adviser is now version 2026-2, 20 October 2026. Coaching others: level 3 before, now level 4.',
      'Evidence: 3 new items: 2 measures and 1 compliment.',
      'Measures: FCR: improvement signal, before that no signal.',
      'Feedback: 360 feedback released: F-2, open until 30 October 2026. 1 testimony received, counted above.',
      'Actions: 1 done, 1 late, 1 still to come. Late: Two complaint calls (7 days late).',
      'Priority: Winter billing, from 2 November 2026.',
      'Aspiration: Team leader, said on 5 October 2026.',
    ],
  )
  assert.equal(opening.events, 10)
  assert.equal(opening.weeks, 8)
})

test('what came on the very day of the last review counts as since then: evidence and actions by one rule', () => {
  const action = { what: 'Two complaint calls', by: null, state: 'done' as const }
  const { lines } = openingOf({
    since: '2026-09-29',
    today: TODAY,
    evidence: [],
    verdicts: [],
    actions: [
      { ...action, doneOn: '2026-09-29' },
      { ...action, doneOn: '2026-09-28' },
    ],
    positions: [],
    profiles: [],
    priorities: [],
    aspiration: null,
    rounds: [],
    testimonies: 0,
    causes: [],
  })
  assert.equal(lines.find(({ term }) => term === 'Actions')?.text, '1 done, 0 late, 0 still to come.')
  assert.deepEqual(
    ['2026-09-28', '2026-09-29', '2026-09-30'].map((day) => isSince(day, '2026-09-29')),
    [false, true, true],
  )
  assert.ok(isSince('2026-01-01', null))
})

test('the person signs first, their leader second, and one whom nobody leads alone', () => {
  assert.equal(turnOf([], false), 'person')
  assert.equal(turnOf(['person'], false), 'leader')
  assert.equal(turnOf(['person', 'leader'], false), null)
  assert.equal(turnOf(['person'], true), null)
})

test('each missing section is named, and nothing else stops a signature', () => {
  const holds = {
    asked: true,
    answered: false,
    objectives: 3,
    placed: 2,
    changes: 0,
    noChanges: false,
    account: { done: 4, of: 6, complete: false },
    noAccount: '',
  }
  const at = (sections: ReturnType<typeof sectionsOf>) =>
    whyNotSign(
      'person',
      { sections, signed: [], alone: false, personName: 'Amara Okafor', heldOn: '2026-11-24' },
      '2026-11-24',
    )
  assert.match(
    at(sectionsOf(holds)) ?? '',
    /“Did it happen\?” is not answered.*2 of 3 answered.*not answered.*4 of 6 stages/,
  )
  const whole = { ...holds, answered: true, placed: 3, noChanges: true, account: null, noAccount: 'On leave' }
  assert.equal(at(sectionsOf(whole)), null)
})

test('the last signature waits for the day of the review; the first does not', () => {
  const at = { sections: [], personName: 'Amara Okafor', heldOn: '2026-11-24' }
  const why = (side: 'person' | 'leader', signed: 'person'[], alone: boolean, today: string) =>
    whyNotSign(side, { ...at, signed, alone }, today)
  assert.equal(why('person', [], false, '2026-11-20'), null)
  assert.match(why('leader', ['person'], false, '2026-11-23') ?? '', /planned for 24 November 2026/)
  assert.match(why('person', [], true, '2026-11-23') ?? '', /planned for 24 November 2026/)
  assert.equal(why('leader', ['person'], false, '2026-11-24'), null)
})
