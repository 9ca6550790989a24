import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answersFrom } from './answering.ts'
import { type Answers, ROLES } from './mapping.ts'
import { propose } from './propose.ts'

test('on the page, Dana’s answer counts even where it is the encoding that was thought likeliest', () => {
  const bytes = Buffer.from(
    'id;agent;opened\n1;Ann\xe9;2026-10-13 10:00\n2;Ann\xc3\xa9;2026-10-14 10:00\n',
    'latin1',
  )
  const asked = propose(bytes, 'Europe/London', '2026-11-17')
  assert.ok(asked.ok)
  assert.deepEqual(
    asked.value.questions.map(({ key }) => key),
    ['encoding'],
  )
  const before: Answers = {}
  const answers = answersFrom({ encoding: 'windows-1252' }, asked.value, before, ROLES)
  assert.deepEqual(answers, { encoding: 'windows-1252' })
  const answered = propose(bytes, 'Europe/London', '2026-11-17', answers)
  assert.deepEqual(answered.ok && answered.value.questions, [])
})
