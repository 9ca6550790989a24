import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { hearOutage } from './jobs.ts'

function listen() {
  const heard: string[] = []
  let now = 0
  const outage = hearOutage(
    () => now,
    (word) => heard.push(`${word} at ${now / 1000}`),
  )
  return { outage, heard, at: (seconds: number) => (now = seconds * 1000) }
}

const refused = new Error('connect ECONNREFUSED')

test('A database that is gone for two minutes is told three times, and once when it is back', () => {
  const { outage, heard, at } = listen()
  for (let second = 1; second <= 125; second += 0.25) {
    at(second)
    outage.failed(refused)
  }
  assert.equal(outage.lasts(), true)
  at(126)
  outage.answered()
  outage.answered()
  assert.deepEqual(heard, ['gone at 1', 'gone at 61', 'gone at 121', 'back at 126'])
  assert.equal(outage.lasts(), false)
})

test('A second outage is told at once', () => {
  const { outage, heard, at } = listen()
  at(1)
  outage.failed(refused)
  at(2)
  outage.answered()
  at(3)
  outage.failed(refused)
  assert.deepEqual(heard, ['gone at 1', 'back at 2', 'gone at 3'])
})

test('A database that is starting is gone; one that refuses a question is not', () => {
  const { outage } = listen()
  const answer = (code: string) => Object.assign(new pg.DatabaseError('no', 2, 'error'), { code })
  outage.failed(answer('23505'))
  assert.equal(outage.lasts(), false)
  outage.failed(answer('57P03'))
  assert.equal(outage.lasts(), true)
})
