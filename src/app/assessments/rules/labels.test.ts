import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { genericIn } from './generic.ts'
import { SHARED_LABELS } from './labelled-shared.ts'

test('of the labelled texts beside the project, most that tell no happening are hinted at, and few others', (t) => {
  const folder = new URL('../../../../../shared/data/', import.meta.url)
  if (!existsSync(folder)) return t.skip('shared data is not here')
  const lines = (file: 'feedback' | 'goals') =>
    readFileSync(new URL(`${file}/${file}.jsonl`, folder), 'utf8')
      .trim()
      .split('\n')
      .map((line): string => JSON.parse(line).text)
  const texts = { feedback: lines('feedback'), goals: lines('goals') }
  const cases = SHARED_LABELS.map(({ file, line, hash, concrete }) => {
    const text = texts[file][line] ?? ''
    assert.ok(createHash('sha256').update(text).digest('hex').startsWith(hash), `${file} ${line} has changed`)
    return { label: !concrete, rule: genericIn(text) !== null }
  })
  assert.ok(cases.length >= 75)
  const heldOut = cases.filter((_, at) => at % 2 === 0)
  const both = heldOut.filter(({ label, rule }) => label && rule).length
  const precision = both / heldOut.filter(({ rule }) => rule).length
  const recall = both / heldOut.filter(({ label }) => label).length
  assert.ok(precision >= 0.8 && recall >= 0.85, `held out: precision ${precision}, recall ${recall}`)
})
