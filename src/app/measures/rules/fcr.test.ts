import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contactBook } from './book.ts'
import type { Contact } from './contact.ts'
import { definitionOf } from './definitions.ts'
import { figure } from './measure.ts'
import { contactsBehind } from './observation.ts'
import { someContact } from './some-contact.ts'

const fcr = definitionOf('fcr')
assert.ok(fcr)
const march = { people: ['Amara'], from: '2026-03-01', to: '2026-03-31' }
const later = someContact('2026-06-01', { personKey: 'Ben' })

/** How the first of these contacts counts, where the data go on long after it. */
function counted(first: Contact, ...others: Contact[]) {
  const book = contactBook([...others, first, later], '2026-07-01')
  return contactsBehind('fcr', book, march).find((one) => one.contact === first)
}
const call = (day: string, more: Partial<Contact> = {}) =>
  someContact(day, { customerKey: 'Mrs Hill', ...more })

test('a solved call counts when the customer stays away for 7 days', () => {
  assert.equal(counted(call('2026-03-02'))?.value, 1)
  assert.equal(counted(call('2026-03-02'), call('2026-03-10'))?.value, 1)
})

test('it does not count when the customer comes back on the same topic within 7 days, to whichever colleague', () => {
  const back = call('2026-03-08', { personKey: 'Ben' })
  const found = counted(call('2026-03-02'), back)
  assert.equal(found?.value, 0)
  assert.deepEqual(found?.cameBack, back.at)
})

test('the seventh day to the very moment is still within', () => {
  assert.equal(counted(call('2026-03-02'), call('2026-03-09'))?.value, 0)
  assert.equal(
    counted(call('2026-03-02'), call('2026-03-09', { at: new Date('2026-03-09T10:00:00.001Z') }))?.value,
    1,
  )
})

test('a call that nobody is named for is a repeat like any other', () => {
  assert.equal(counted(call('2026-03-02'), call('2026-03-03', { personKey: null }))?.value, 0)
})

test('another topic, another customer or a call nobody answered is no repeat', () => {
  assert.equal(counted(call('2026-03-02'), call('2026-03-03', { topic: 'Moving home' }))?.value, 1)
  assert.equal(counted(call('2026-03-02'), call('2026-03-03', { customerKey: 'Mr Vale' }))?.value, 1)
  assert.equal(counted(call('2026-03-02'), call('2026-03-03', { answered: false }))?.value, 1)
})

test('the days run from when it was solved, and coming back before that is coming back', () => {
  const slow = () => call('2026-03-02', { solvedAt: new Date('2026-03-12T09:00:00Z') })
  assert.equal(counted(slow(), call('2026-03-18'))?.value, 0)
  assert.equal(counted(slow(), call('2026-03-05'))?.value, 0)
  assert.equal(counted(slow(), call('2026-03-20'))?.value, 1)
})

test('a call that gives no time of solving is solved when it is taken', () => {
  assert.equal(counted(call('2026-03-02', { solvedAt: null }), call('2026-03-08'))?.value, 0)
  assert.equal(counted(call('2026-03-02', { solvedAt: null }), call('2026-03-10'))?.value, 1)
})

test('an unsolved contact was not resolved, whoever stays away', () => {
  assert.equal(counted(call('2026-03-02', { outcome: 'unsolved', solvedAt: null }))?.value, 0)
})

test('contacts that give no topic are compared with each other', () => {
  const none = { topic: null }
  assert.equal(counted(call('2026-03-02', none), call('2026-03-04', none))?.value, 0)
  assert.equal(counted(call('2026-03-02', none), call('2026-03-04'))?.value, 1)
})

test('a contact nobody answered, one without a customer and one that does not say how it ended are left out', () => {
  assert.equal(counted(call('2026-03-02', { answered: false })), undefined)
  assert.equal(counted(call('2026-03-02', { customerKey: null })), undefined)
  assert.equal(counted(call('2026-03-02', { outcome: null, solvedAt: null })), undefined)
})

test('a contact is provisional until its days are over in the data, not on the calendar', () => {
  const first = call('2026-03-02')
  const upTo = (day: string, asOf = '2026-07-01') => {
    const book = contactBook([first, someContact(day, { personKey: 'Ben' })], asOf)
    return contactsBehind('fcr', book, march)[0]
  }
  assert.deepEqual([upTo('2026-03-08')?.value, upTo('2026-03-08')?.provisional], [1, true])
  assert.equal(upTo('2026-03-09')?.provisional, false)
  assert.equal(upTo('2026-03-20', '2026-03-05')?.provisional, true, 'what comes after today is not known')
})

test('what was repeated, or is unsolved, is final at once', () => {
  const book = (...contacts: Contact[]) => contactsBehind('fcr', contactBook(contacts, '2026-03-04'), march)
  assert.deepEqual(
    book(call('2026-03-02'), call('2026-03-03')).map((one) => [one.value, one.provisional]),
    [
      [0, false],
      [1, true],
    ],
  )
  assert.equal(book(call('2026-03-02', { outcome: 'unsolved', solvedAt: null }))[0]?.provisional, false)
})

test('a period with one open window is provisional as a whole', () => {
  const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-20']
  const book = contactBook(
    days.map((day) => someContact(day)),
    '2026-07-01',
  )
  assert.equal(figure(fcr, book, march).provisional, true)
  assert.equal(figure(fcr, book, { ...march, to: '2026-03-05' }).provisional, false)
})

test('without a customer column there is no figure, and the reason is said', () => {
  const contacts = Array.from({ length: 40 }, () => someContact('2026-03-02', { customerKey: null }))
  const found = figure(fcr, contactBook([...contacts, later], '2026-07-01'), march)
  assert.deepEqual(
    [found.n, found.numerator, found.denominator, found.value, found.low, found.verdict],
    [0, null, null, null, null, 'too few points'],
  )
  assert.match(found.reason ?? '', /names a customer/)
})

test('resolved as logged is another measure: it does not ask whether the customer came back', () => {
  const resolved = definitionOf('resolved')
  assert.ok(resolved)
  const calls = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'].map((day) => call(day))
  const book = contactBook([...calls, later], '2026-07-01')
  assert.equal(figure(resolved, book, march).value, 1)
  assert.equal(figure(fcr, book, march).value, 0.2)
  assert.equal(resolved.name, 'Resolved as logged')
})
