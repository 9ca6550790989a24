import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { contactBook } from '../src/app/measures/rules/book.ts'
import { definitionOf, type MeasureKey } from '../src/app/measures/rules/definitions.ts'
import { chart, figure } from '../src/app/measures/rules/measure.ts'
import { addDays } from '../src/kernel/day.ts'
import { asContacts, type ContactPlan, contactsOf } from './contacts.ts'
import { CHANGE_WEEK, TELEPHONE } from './larkfield.ts'
import { samples } from './samples.ts'

const calls = contactsOf(TELEPHONE)
const book = contactBook(asContacts(calls), '2026-06-01')

function ask(measure: MeasureKey, person: string, from = TELEPHONE.from, to = TELEPHONE.to) {
  const definition = definitionOf(measure)
  assert.ok(definition)
  return { definition, scope: { people: [person], from, to } }
}
const verdict = (measure: MeasureKey, person: string) => {
  const { definition, scope } = ask(measure, person)
  return chart(definition, book, scope).verdict
}

test('the same plan gives the same contacts, another seed gives others', () => {
  assert.deepEqual(contactsOf(TELEPHONE), calls)
  assert.notDeepEqual(contactsOf({ ...TELEPHONE, seed: 1 }), calls)
})

test('the samples in the folder are the ones that are generated, and none is over 600 kB', () => {
  for (const [name, text] of Object.entries(samples())) {
    assert.equal(readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8'), text, name)
    assert.ok(Buffer.byteLength(text) < 600_000, name)
  }
})

test('contacts are in order of time, within the plan, and what happens to one happens in order', () => {
  const moments = calls.map((call) => `${call.day} ${String(call.second).padStart(5, '0')}`)
  assert.deepEqual([...moments].sort(), moments)
  for (const call of calls) {
    assert.ok(call.day >= TELEPHONE.from && call.day <= TELEPHONE.to)
    assert.ok(call.solvedAfter === null || call.solvedAfter >= (call.replyAfter ?? 0))
    assert.ok(call.answered || (call.replyAfter === null && call.rating === null && !call.solved))
  }
})

test('a steady adviser’s figures are those planned for them', () => {
  const plan: ContactPlan = {
    ...TELEPHONE,
    to: addDays(TELEPHONE.from, 104 * 7 - 1),
    people: [{ name: 'Priya', perWeek: 60, csat: 0.8, fcr: 0.7, replySeconds: 40, handleSeconds: 240 }],
  }
  const book = contactBook(asContacts(contactsOf(plan)), '2028-01-01')
  const near = (measure: MeasureKey, expected: number, within: number) => {
    const { definition, scope } = ask(measure, 'Priya', plan.from, plan.to)
    const found = figure(definition, book, scope).value ?? 0
    assert.ok(Math.abs(found - expected) < within, `${measure}: ${found}`)
  }
  near('csat', 0.8, 0.02)
  near('fcr', 0.7, 0.02)
  near('first_reply', 40, 2)
  near('handle_time', 240, 8)
})

test('three months later the planted changes show, and who did not change shows none', () => {
  assert.equal(verdict('fcr', 'Amara Okafor'), 'improvement signal')
  assert.equal(verdict('csat', 'Ellie Marsh'), 'improvement signal')
  assert.equal(verdict('csat', 'Tom Walsh'), 'concern signal')
  assert.equal(verdict('handle_time', 'Grace Lim'), 'improvement signal')
  assert.equal(verdict('handle_time', 'Kofi Mensah'), 'concern signal')
  for (const measure of ['csat', 'fcr', 'handle_time'] as const) {
    for (const person of ['Priya Nair', 'Yusuf Demir', 'Sofia Rossi']) {
      assert.equal(verdict(measure, person), 'no signal', `${person}, ${measure}`)
    }
  }
  assert.equal(verdict('csat', 'Dan Pryce'), 'too few points')
})

test('the earlier file alone shows no change of those who change later', () => {
  const before = asContacts(calls.filter((call) => call.day < addDays(TELEPHONE.from, CHANGE_WEEK * 7)))
  const earlier = contactBook(before, '2026-06-01')
  for (const [measure, person] of [
    ['fcr', 'Amara Okafor'],
    ['csat', 'Tom Walsh'],
    ['handle_time', 'Grace Lim'],
  ] as const) {
    const { definition, scope } = ask(measure, person)
    assert.equal(chart(definition, earlier, scope).verdict, 'no signal', person)
  }
})

test('a ticket is spread over rows that agree on it', () => {
  const rows = (samples()['helpdesk-tickets.csv'] ?? '').split('\r\n').slice(1, -3)
  const about = new Map<string, string>()
  for (const row of rows) {
    const cells = row.split(';')
    const ticket = cells.slice(0, 8).join(';') + cells[10]
    const seen = about.get(cells[0] ?? '') ?? ticket
    assert.equal(seen, ticket)
    about.set(cells[0] ?? '', ticket)
  }
  assert.ok(rows.length > 2 * about.size)
})
