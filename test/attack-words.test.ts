import assert from 'node:assert/strict'
import { test } from 'node:test'
import { genericIn } from '../src/app/assessments/rules/generic.ts'
import { internalUnder } from '../src/app/assessments/rules/internal.ts'
import { findPersonalData } from '../src/app/evidence/rules/redaction.ts'
import { telltale } from '../src/app/feedback/rules/telltale.ts'
import { isUseful } from '../src/app/feedback/rules/useful.ts'

test('no rule of words takes minutes, whatever a million characters say', () => {
  const long = (words: string) => words.repeat(Math.ceil(1_000_000 / words.length))
  const many = Array.from({ length: 62_500 }, (_, n) => `when I was ${n.toString(36)}x`).join('. ')
  const rules: [string, (text: string) => unknown][] = [
    ['personal data', findPersonalData],
    ['tell-tale phrases', (text) => telltale(text, ['Amara Okafor'])],
    ['useful', isUseful],
    ['inside', internalUnder],
    ['generic', genericIn],
  ]
  const texts = [
    ...['ab@cd.ef ', 'when ', 'Mr Ab ', '4111111111111111 ', '0 1', 'a@', 'a.', 'my ', '12-34-56 '].map(long),
    ...['order A/', 'keeps up ', 'account ', 'as your a ', 'in the a ', ' \n', '“', 'is a '].map(long),
    many,
  ]
  for (const [name, rule] of rules)
    for (const text of texts) {
      const from = performance.now()
      rule(text)
      const took = performance.now() - from
      assert.ok(took < 5000, `${name} takes ${took.toFixed(0)} ms over ${JSON.stringify(text.slice(0, 20))}`)
    }
})
