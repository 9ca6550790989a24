import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STARTER_ROLES } from '../starter.ts'
import { roleForJob } from './job.ts'

const roleOf = (job: string) => roleForJob(job, STARTER_ROLES)?.title

test('the title of a role names it, whatever its capitals', () => {
  for (const { title } of STARTER_ROLES) assert.equal(roleOf(title.toUpperCase()), title)
})

test('job titles as employers write them find their role', () => {
  assert.equal(roleOf('Customer Service Advisor'), 'Customer service adviser')
  assert.equal(roleOf('Call centre agent (evenings)'), 'Customer service adviser')
  assert.equal(roleOf('Senior customer adviser'), 'Senior adviser')
  assert.equal(roleOf('Senior Team Leader, Northgate'), 'Team leader')
  assert.equal(roleOf('Senior complaints handler'), 'Complaints specialist')
  assert.equal(roleOf('QA / Quality Assessor'), 'Quality analyst')
})

test('part of a word names nothing, and a job nobody described has no role of its own', () => {
  assert.equal(roleOf('Agency buyer'), undefined)
  assert.equal(roleOf('Retail placement'), undefined)
  assert.equal(roleOf(''), undefined)
})
