import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isEmail } from './email.ts'

test('an address is one address and nothing else: no name, no brackets, no second one, no mark left behind it', () => {
  for (const right of ['amara@larkfield.example', 'o’neill+desk@mail.larkfield.example', 'a@b.uk'])
    assert.ok(isEmail(right), right)
  for (const wrong of [
    '',
    'Amara',
    'amara@larkfield',
    'Amara Okafor <amara@larkfield.example>',
    'amara@larkfield.example,ben@larkfield.example',
    'amara@larkfield.example,ben',
    'amara@larkfield.example;',
    'amara@larkfield.example.',
    'amara@larkfield.example\nBcc: ben@larkfield.example',
    `${'a'.repeat(240)}@larkfield.example`,
  ])
    assert.equal(isEmail(wrong), false, wrong)
})
