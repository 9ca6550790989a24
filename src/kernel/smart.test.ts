import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../test/property.ts'
import { checkGoal, readIntention, renderReading, summaryOf } from './smart.ts'

const TODAY = '2026-11-17'
const letters = (text: string) => {
  const { S, M, T } = checkGoal(text, TODAY).letters
  return [S.found ? 'S' : '', M.found ? 'M' : '', T.found ? 'T' : ''].join('')
}

test('“Get better at customers” is vague, and the advice says what is missing', () => {
  const reading = checkGoal('Get better at customers', TODAY)
  assert.equal(reading.verdict, 'vague')
  assert.equal(reading.advice.length, 3)
  assert.deepEqual(reading.letters.S.spans, [[4, 10]])
})

test('words alone never answer for what is achievable or relevant', () => {
  const { A, R } = checkGoal('Bring reopened complaints from 26% to 18% by 29 January 2027', TODAY).letters
  assert.equal(A, null)
  assert.equal(R, null)
})

test('three letters found are smart, two partial, one or none vague', () => {
  assert.equal(checkGoal('Write six billing articles by 31 March 2027', TODAY).verdict, 'smart')
  assert.equal(checkGoal('Write six billing articles', TODAY).verdict, 'partial')
  assert.equal(checkGoal('Shadow the billing desk', TODAY).verdict, 'vague')
  assert.equal(checkGoal('', TODAY).verdict, 'vague')
})

test('a verb of direction is fine with a thing, a number and a date', () => {
  assert.equal(letters('Improve CSAT from 85% to 95% by 31 December'), 'SMT')
  assert.equal(letters('Improve customer service'), '')
})

test('the means complete an act that the verb leaves open, and the letter says so', () => {
  const { S } = checkGoal(
    'Improve how I handle complaints by ringing back on the day promised',
    TODAY,
  ).letters
  assert.equal(S.found, true)
  assert.equal(S.partly, true)
  assert.match(S.because, /ringing back on the day promised/)
})

test('a figure is not counted where it is a date, a name or a blank', () => {
  for (const text of [
    'Learn Office 365 by 3 March 2027',
    'Ask Priya about meter faults within six weeks',
    'Answer [xx]% of chats about outages',
    'Close XX% of tariff chats',
    'Shadow the tier 2 desk',
    'Plan my one-to-one with Ben',
    'Read the 2027 handbook',
  ]) {
    assert.equal(checkGoal(text, TODAY).letters.M.found, false, text)
  }
})

test('figures, limits, standards and events are counted', () => {
  for (const text of [
    'Trim handle time from 8:45 to 6:30',
    'Solve eight per cent more billing questions alone',
    'Raise the share by 3 percentage points',
    'Sort billing and tariff questions 80/20',
    'Answer on the third ring',
    'Send refund letters free of mistakes',
    'Get the accessibility certificate',
    'Record three observed calls',
    'Log each chat with its cause',
    'Host a huddle every week',
    'Bring hold time under 1:30',
    'Hold satisfaction at 4.6 out of 5',
    'Train both apprentices on deposits',
    'Raise the share by 5pp',
    'Draw up a handover sheet',
    'Hold a forum for tenants',
    'Pass ITIL Foundation',
    'Resolve the printing fault in the library',
    'Offer a call-back to everyone who waits',
    'Win the league table',
    'Learn the billing desk, with the certificate gained',
    'Listen to my own 3 calls',
  ]) {
    assert.equal(checkGoal(text, TODAY).letters.M.found, true, text)
  }
})

test('a from-to, a ratio and a clock time are each one finding', () => {
  const found = (text: string) =>
    checkGoal(text, TODAY).letters.M.spans.map(([from, to]) => text.slice(from, to))
  assert.deepEqual(found('Bring handle time from 7:30 to 6:45 on refunds'), ['from 7:30 to 6:45'])
  assert.deepEqual(found('Answer nine in ten e-mails within two days'), ['nine in ten', 'within two days'])
  assert.deepEqual(found('Solve 80/20 of the questions on tariffs'), ['80/20'])
  assert.deepEqual(found('Follow the 80/20 rule with my calls'), [])
})

test('three aims in one sentence are no single goal, and steps of one deed are', () => {
  const several = checkGoal('Reduce handle time by 10%, improve quality by 5% and cut absence by May', TODAY)
    .letters.S
  assert.equal(several.found, false)
  assert.match(several.because, /“Reduce”, “improve” and “cut” each begin a goal/)
  assert.equal(letters('Write the script, read it with Priya and put it on the page by May'), 'SMT')
})

test('a comparison whose figure counts something else says no deed', () => {
  assert.equal(letters('Do better with three recorded calls'), 'M')
  assert.equal(letters('Raise quality by 8% by June'), 'SMT')
})

const hints = (text: string) => checkGoal(text, TODAY).advice.join(' ')

test('several goals in one are told by their sentences, or by three acts that each have a figure', () => {
  const several = /reads as several goals/
  const sentences =
    'Answer every call on the third ring. Write six articles on billing. Train two starters by June.'
  assert.match(hints(sentences), several)
  assert.match(
    hints('Answer 90% of calls in 20 seconds, resolve 80% first time and write 3 articles'),
    several,
  )
  assert.doesNotMatch(hints('Answer 90% of calls, 80% of chats and 70% of e-mails by June'), several)
  assert.doesNotMatch(hints('Answer 90% of calls in 20 seconds and write 3 articles by June'), several)
})

test('a verb and figures that point different ways are asked about', () => {
  assert.match(hints('Raise CSAT from 85% to 75%'), /“Raise” and “from 85% to 75%” point different ways/)
  assert.match(hints('Cut transfers from 8 to 12'), /different ways/)
  for (const text of [
    'Raise CSAT from 75% to 85%',
    'Cut waiting from 2 hours to 45 minutes',
    'Bring transfers from one in five to one in ten',
    'To raise renewals, cut waiting from 9 to 5 minutes',
  ])
    assert.doesNotMatch(hints(text), /different ways/, text)
})

test('a figure with no unit is asked what it counts', () => {
  assert.match(hints('Improve calls by 10 by June 2027'), /Say what “by 10” counts/)
  assert.match(hints('Cut handle time to 300'), /Say what “to 300” counts/)
  for (const text of ['Lift CSAT to 4.6', 'Write up to 5 articles', 'Cut holds to 1:30', 'Raise FCR by 10%'])
    assert.doesNotMatch(hints(text), /counts/, text)
})

test('a verb that wishes needs a figure or the means, a verb of moving or making a thing of its own', () => {
  assert.equal(letters('Support vulnerable customers'), '')
  assert.equal(letters('Ensure consistency between desks'), '')
  assert.equal(letters('Support callers in debt by offering the payment plan on each first call'), 'SM')
  assert.equal(letters('Reduce transfers to tier two'), 'S')
  assert.equal(letters('Take ownership of complaints'), '')
})

test('the less a verb says, the more its thing must be described', () => {
  for (const text of ['Ring the depot', 'Reduce complaints about meter readings', 'Label the stockroom keys'])
    assert.equal(checkGoal(text, TODAY).letters.S.found, true, text)
  for (const text of [
    'Reduce complaints',
    'Plan ahead',
    'Lead by example',
    'Demonstrate our values in everything I do',
    'Answer calls in a professional manner',
    'Give customers what they need',
    'Actively listen',
    'Raise awareness of fraud',
    'Improve my letters so that tenants of the new estate ring us less often about rent',
  ])
    assert.equal(checkGoal(text, TODAY).letters.S.found, false, text)
})

test('a goal is read past who means it and the words of a form', () => {
  for (const text of [
    'Amara will improve',
    'Amara to improve her attitude',
    'It is my ambition to render a courteous service',
    'I am hoping to progress',
  ])
    assert.equal(checkGoal(text, TODAY).letters.S.found, false, text)
  for (const text of [
    'The adviser shall write down each caller’s meter number',
    'Work with the depot to mend the telephone menu',
    'CSAT: 78 to 85',
  ])
    assert.equal(checkGoal(text, TODAY).letters.S.found, true, text)
})

test('how often something is done is a measure only where it is said what is done', () => {
  assert.equal(letters('Take the lead on Mondays'), '')
  assert.equal(letters('Ring the depot on Mondays'), 'SM')
})

test('something made, done or never left undone is a measure, and what is kept up is not', () => {
  for (const text of [
    'Update the contact list of the repair firms',
    'Have the outage FAQ rewritten and published',
    'Give out no wrong tariff quotes',
    'Learn the allergen list, tested by Chidi',
    'Get promoted',
  ])
    assert.equal(checkGoal(text, TODAY).letters.M.found, true, text)
  assert.equal(checkGoal('Update the contact list regularly', TODAY).letters.M.found, false)
})

test('a post wished for one day is no event, and one with a date is', () => {
  assert.equal(checkGoal('I want to be a team leader one day', TODAY).letters.M.found, false)
  assert.equal(checkGoal('Be a team leader by June 2027', TODAY).letters.M.found, true)
})

test('“by 10%” on a share asks from what to what', () => {
  const [hint] = checkGoal('Raise my CSAT by 10% by June 2027', TODAY).advice
  assert.match(hint ?? '', /percentage points/)
})

test('a text of 5,000 characters is read, and so is one of blanks', () => {
  const long = 'Ring back every customer on the day promised, by the end of March, 12 times. '.repeat(65)
  assert.ok(long.length > 5000)
  assert.equal(checkGoal(long, TODAY).verdict, 'smart')
  assert.equal(checkGoal('   \n ', TODAY).verdict, 'vague')
})

const piece = fc.constantFrom(
  'Improve ',
  'by 10% ',
  'every ',
  'customers ',
  '31/02/2027 ',
  'Q5 ',
  'İstanbul ',
  '“x” ',
  '<b>',
  '[xx]% ',
  'by ',
  'Feb. 20XX ',
  'from 1 to 2 ',
  'in 9999999999 weeks ',
  'end of ',
  'the ',
  'mid-',
  'March ',
  '’',
  '😀 ',
  '1:1 ',
  '\n',
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(piece, { maxLength: 25 }).map((parts) => parts.join('')),
)

test('whatever is typed, spans lie in the text, and the same text reads the same', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const reading = checkGoal(text, TODAY, {})
      for (const letter of Object.values(reading.letters)) {
        for (const [start, end] of letter?.spans ?? [])
          assert.ok(0 <= start && start < end && end <= text.length)
      }
      assert.deepEqual(checkGoal(text, TODAY, {}), reading)
    }),
  )
})

test('whatever is typed, nothing of it becomes markup', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const html = renderReading(checkGoal(text, TODAY))
      const tags = html.match(/<[^>]*>/g) ?? []
      for (const tag of tags)
        assert.match(tag, /^<\/?(?:ul|li|div|h3|p|mark|span)(?: (?:class|aria-hidden)="[a-z -]+")*>$/)
    }),
  )
})

test('the words found are marked in the sentence of their letter', () => {
  const html = renderReading(checkGoal('Write six <b>billing</b> articles by 31 March 2027', TODAY))
  assert.match(html, /<mark>six<\/mark>/)
  assert.match(html, /<mark>by 31 March 2027<\/mark> runs to Wednesday 31 March 2027/)
  assert.match(html, /Achievable <span>your judgement<\/span>/)
  assert.ok(!html.includes('style='))
})

test('the summary counts the letters wholly found among those read', () => {
  assert.equal(summaryOf(checkGoal('Write six billing articles', TODAY)), '2 of 3 found')
})

test('an intention says when and what is done, and a rhythm is a when', () => {
  assert.deepEqual(readIntention('Ring the depot every Friday'), {
    when: 'every Friday',
    deed: 'Ring the depot',
  })
  assert.deepEqual(readIntention('Be more patient soon'), { when: null, deed: null })
  assert.deepEqual(readIntention('Improve my tone by Easter'), { when: 'by Easter', deed: null })
})
