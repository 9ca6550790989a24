import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { propose } from './propose.ts'
import { read } from './read.ts'

const FOLDER = new URL('../../../../../shared/data/helpdesk/', import.meta.url)

/** A public export with its reading, where the shared data is beside the project. Their twins are in read.test.ts. */
function shared(name: string, check: (bytes: Buffer) => void): void {
  test(`${name} is read as an independent count finds it`, (t) => {
    const path = new URL(name, FOLDER)
    if (!existsSync(path)) return t.skip('shared data is not here')
    check(readFileSync(path))
  })
}

const readOf = (bytes: Buffer) => {
  const proposal = propose(bytes, 'Europe/London', '2026-11-17')
  assert.ok(proposal.ok)
  assert.deepEqual(proposal.value.questions, [])
  const outcome = read(bytes, proposal.value.mapping, 'Europe/London', '2026-11-17')
  assert.ok(outcome.ok)
  assert.deepEqual(proposal.value.reading, outcome.value)
  return { ...proposal.value, ...outcome.value }
}

const rowsOf = (bytes: Buffer, encoding: BufferEncoding, delimiter: string): string[][] =>
  bytes
    .toString(encoding)
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(delimiter))

shared('call-center-5000.csv', (bytes) => {
  const rows = rowsOf(bytes, 'utf8', ',')
  const answered = rows.filter((row) => row[5] === 'Y')
  const { mapping, contacts, accepted, unanswered, decisions, duplicates, rejected } = readOf(bytes)
  assert.deepEqual([mapping.dateOrder, decisions.dateOrder.how], ['dmy', 'proved'])
  assert.deepEqual(
    [rows.length, accepted, contacts.length, duplicates, rejected.length],
    [5000, 5000, 5000, 0, 0],
  )
  assert.deepEqual([unanswered, rows.length - answered.length], [946, 946])
  const rated = contacts.filter(({ rating }) => rating !== null)
  assert.deepEqual([rated.length, rows.filter((row) => row[9] !== '').length], [4054, 4054])
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
  assert.equal(sum(rated.map(({ rating }) => rating ?? 0)), sum(answered.map((row) => Number(row[9]))))
  const names = new Set(contacts.flatMap(({ agentName }) => agentName ?? []))
  assert.deepEqual([names.size, new Set(answered.map((row) => row[1])).size], [8, 8])
  assert.equal(
    contacts.filter(({ outcome }) => outcome === 'solved').length,
    answered.filter((row) => row[6] === 'Y').length,
  )
})

for (const [name, encoding] of [
  ['glpi-pt-utf8bom-semicolon.csv', 'utf8'],
  ['glpi-pt-cp1252-semicolon.csv', 'latin1'],
] as const) {
  shared(name, (bytes) => {
    const rows = rowsOf(bytes, encoding, ';')
    const { contacts, accepted, duplicates, mapping, rows: count } = readOf(bytes)
    assert.equal(mapping.grain, 'ticket')
    assert.deepEqual([count, rows.length, accepted + duplicates], [3568, 3568, 3568])
    assert.equal(accepted, new Set(rows.map((row) => row.join(';'))).size)
    assert.deepEqual([contacts.length, new Set(rows.map((row) => row[0])).size], [1315, 1315])
    const rated = new Set(rows.filter((row) => row[8] !== '-').map((row) => row[0]))
    assert.deepEqual([contacts.filter(({ rating }) => rating !== null).length, rated.size], [14, 14])
  })
}

shared('tickets-synthetic-5000-csat.csv', (bytes) => {
  const rows = rowsOf(bytes, 'utf8', ',')
  const { contacts, mapping, rejected } = readOf(bytes)
  assert.deepEqual(
    [mapping.decimal, mapping.dateOrder, rejected.length, contacts.length],
    ['.', 'ymd', 0, rows.length],
  )
  assert.equal(
    contacts.filter(({ rating }) => rating !== null).length,
    rows.filter((row) => row[11] !== '').length,
  )
  assert.equal(contacts[0]?.replySeconds, Number(rows[0]?.[7]) * 60)
})

shared('kaggle-tickets-multiline.csv', (bytes) => {
  const proposal = propose(bytes, 'Europe/London', '2026-11-17')
  assert.ok(proposal.ok)
  assert.equal(proposal.value.rows, 8469)
  assert.match(proposal.value.refusal ?? '', /^1,365 rows of the 2,769 with two moments/)
  const outcome = read(bytes, proposal.value.mapping, 'Europe/London', '2026-11-17')
  assert.match(outcome.ok ? '' : (outcome.refusals[0]?.message ?? ''), /Above 2% nothing is loaded/)
})
