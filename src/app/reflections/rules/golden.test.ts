import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GOLDEN, type Golden, HELD_OUT, LATER, REVIEWED } from './golden-accounts.ts'
import { hintsOf } from './hints.ts'
import { MODEL_WORDS } from './models.ts'

const keyed = ({ model, texts }: Golden) =>
  Object.fromEntries(MODEL_WORDS[model].stages.map(({ key }, at) => [key, texts[at] ?? '']))
const said = (account: Golden) =>
  `${account.name}: ${hintsOf(account.model, keyed(account)).map(({ kind }) => kind)}`
const labelled = ({ name, hints }: Golden) => `${name}: ${hints}`

test('the hints agree with a reader on every labelled account, but for three that no rule sees', () => {
  const accounts = [...GOLDEN, ...HELD_OUT, ...LATER, ...REVIEWED]
  assert.ok(accounts.length >= 190)
  const differing = accounts.filter((account) => said(account) !== labelled(account))
  assert.deepEqual(differing.map(said), [
    'later cause 23: cause',
    'reviewed cause 5: ',
    'reviewed cause 12: ',
  ])
})

test('a hint says the words that it rests on, and where to go on', () => {
  const [hint] = hintsOf('driscoll', {
    what: 'She rang twice.',
    'so-what': 'I have been uneasy since Monday.',
    'now-what': 'On Monday I will ring her.',
  })
  assert.deepEqual([hint?.kind, hint?.stage, hint?.words], ['cause', 'so-what', ['since Monday']])
  assert.match(hint?.text ?? '', /“since Monday” says since when, not why/)
  const [action] = hintsOf('era', { action: 'I will be more careful soon.' })
  assert.deepEqual(action?.words, ['be more careful', 'soon'])
  assert.equal(
    action?.text,
    '“be more careful” and “soon” leave it open. Say what somebody beside you would see you do and on which day or occasion.',
  )
  const told = `${'She rang and I answered her again. '.repeat(9)}`
  const [description] = hintsOf('gibbs', { description: told, feelings: 'I felt bad.' })
  assert.match(description?.text ?? '', /^63 of 66 words tell what happened, under “Description”/)
  assert.equal(description?.stage, 'feelings')
})

test('one stage just begun, or nothing at all, is not nagged', () => {
  for (const model of ['gibbs', 'kolb', 'driscoll', 'rolfe', 'era'] as const) {
    assert.deepEqual(hintsOf(model, {}), [])
    const [first] = MODEL_WORDS[model].stages
    assert.deepEqual(hintsOf(model, { [first?.key ?? '']: 'She rang on Monday about a parcel.' }), [])
  }
})
