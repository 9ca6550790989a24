import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Level } from './competency.ts'
import { levelsRun } from './words.ts'

const levels = (...labels: string[]): { levels: Level[] } => ({
  levels: labels.map((label, at) => ({ level: (at + 1) as Level['level'], label, anchor: 'Does it.' })),
})

test('how levels run is said as the framework calls them, where it describes them and all run alike', () => {
  const three = levels('Begins', 'Does', 'Masters')
  assert.equal(levelsRun([three, levels(), three]), 'Levels run from 1, Begins, to 3, Masters.')
  assert.equal(levelsRun([levels(), levels()]), '')
  assert.equal(levelsRun([three, levels('Begins', 'Does')]), '')
})
