import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { asContacts, contactsOf } from '../../../../seeds/contacts.ts'
import { TELEPHONE } from '../../../../seeds/larkfield.ts'
import { contactBook } from './book.ts'
import type { Contact } from './contact.ts'
import { definitionOf } from './definitions.ts'
import { figure } from './measure.ts'
import { someContact } from './some-contact.ts'

const file = new URL('../../../../../shared/data/helpdesk/call-center-5000.csv', import.meta.url)

function csatOf(contacts: readonly Contact[], from: string, to: string) {
  const csat = definitionOf('csat')
  assert.ok(csat)
  const book = contactBook(contacts, '2026-06-01')
  return [...book.byPerson.keys()].sort().map((person) => figure(csat, book, { people: [person], from, to }))
}

test('in the public call file the eight agents’ satisfaction cannot be told apart', (t) => {
  if (!existsSync(file)) return t.skip('shared data is not here')
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true })
  const contacts = rows.map((row) => {
    const day = (row.date ?? '').split('/').reverse().join('-')
    return someContact(day, {
      at: new Date(`${day}T${row.time}Z`),
      personKey: row.agent ?? '',
      customerKey: null,
      answered: row['answered (Y/N)'] === 'Y',
      rating: row.SatisfactionRating ? Number(row.SatisfactionRating) : null,
    })
  })
  const figures = csatOf(contacts, '2021-01-01', '2021-03-31')
  assert.equal(figures.length, 8)
  assert.equal(
    figures.reduce((sum, one) => sum + one.n, 0),
    4054,
  )
  const shares = figures.map((one) => Math.round((one.value ?? 0) * 1000) / 10)
  assert.deepEqual([Math.min(...shares), Math.max(...shares)], [47.5, 52.7])
  const highestLow = Math.max(...figures.map((one) => one.low ?? 0))
  assert.ok(highestLow < Math.min(...figures.map((one) => one.high ?? 0)))
})

test('in the generated calls each adviser’s satisfaction is what a plain count says', () => {
  const contacts = asContacts(contactsOf(TELEPHONE))
  for (const [i, found] of csatOf(contacts, TELEPHONE.from, TELEPHONE.to).entries()) {
    const name = TELEPHONE.people.map((person) => person.name).sort()[i]
    const rated = contacts.filter((one) => one.personKey === name && one.rating !== null)
    assert.deepEqual(
      [found.n, found.numerator],
      [rated.length, rated.filter((one) => (one.rating ?? 0) > 3).length],
    )
  }
})
