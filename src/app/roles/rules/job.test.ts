import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STARTER_ROLES } from '../starter/starter.ts'
import { jobReader } from './job.ts'

const read = jobReader(STARTER_ROLES)
const roleOf = (job: string) => read(job)?.title

test('the title of a role names it, whatever its capitals', () => {
  for (const { title } of STARTER_ROLES) assert.equal(roleOf(title.toUpperCase()), title)
})

test('job titles as employers write them find their role', () => {
  assert.equal(roleOf('Customer Service Advisor'), 'Customer service adviser')
  assert.equal(roleOf('Call centre agent (evenings)'), 'Customer service adviser')
  assert.equal(roleOf('Senior customer adviser'), 'Senior adviser')
  assert.equal(roleOf('Senior Team Leader, Northgate'), 'Team leader')
  assert.equal(roleOf('Senior complaints handler'), 'Complaints handler')
  assert.equal(roleOf('QA / Quality Assessor'), 'Quality analyst')
  assert.equal(roleOf('Trainee customer service adviser'), 'Trainee adviser')
  assert.equal(roleOf('Call centre manager, nights'), 'Contact-centre manager')
  assert.equal(roleOf('Complaints Team Leader'), 'Complaints lead')
})

test('part of a word names nothing, and a job nobody described has no role of its own', () => {
  assert.equal(roleOf('Agency buyer'), undefined)
  assert.equal(roleOf('Retail placement'), undefined)
  assert.equal(roleOf(''), undefined)
})
