import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Link, linksTo } from './linked.ts'

const link = (says: Partial<Link>): Link => ({
  competencyId: '00000000-0000-4000-8000-000000000001',
  framework: 'O*NET',
  address: '',
  code: '2.A.1.b',
  title: 'Active Listening',
  ...says,
})

test('a skill is linked by its code, whatever its label; without codes by its label, and only in its classification', () => {
  const skill = { uri: '', code: '2.A.1.b', title: 'Listening Actively' }
  const links = [
    link({}),
    link({ framework: 'O*NET content model' }),
    link({ code: '2.A.1.c', title: 'Listening Actively' }),
    link({ code: '', title: 'listening actively' }),
    link({ framework: 'ESCO' }),
    link({ framework: 'O*NETs' }),
  ]
  assert.deepEqual(linksTo('onet', skill, links), [links[0], links[1], links[3]])
  assert.deepEqual(linksTo('esco', skill, links), [links[4]])
})
