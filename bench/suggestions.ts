import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { suggestedFor } from '../src/app/frameworks/rules/suggestion.ts'
import { SAID } from '../src/app/frameworks/rules/suggestion-set.ts'
import { STARTER_COMPETENCIES } from '../src/app/frameworks/starter/starter.ts'

/**
 * Precision at 3 of the competencies suggested for what customers and colleagues said, beside always suggesting the
 * three most frequent. Precision at 3: those a reader's label names, of three for every text (as texts have fewer labels
 * than three, the best possible is printed too); of given: of those the rule suggested, as it may suggest fewer. Hit:
 * labelled texts with at least one of theirs among the three. The rule was tuned on odd lines; even lines were held out,
 * though whoever wrote the words had read all of them to label them.
 * Run: node --import tsx bench/suggestions.ts [--misses]
 */
const file = new URL('../../shared/data/feedback/feedback.jsonl', import.meta.url)
const labels: { line: number; sha256: string; codes: string[] }[] = JSON.parse(
  readFileSync(new URL('labels/feedback-competencies.json', import.meta.url), 'utf8'),
)
const here = existsSync(file)
if (!here) console.log('The texts are not here (../shared/data/feedback): only our own are measured.')
const texts = here
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { text: string }).text)
  : []
const three = (text: string) =>
  suggestedFor(text, STARTER_COMPETENCIES)
    .slice(0, 3)
    .map(({ competency }) => competency.code)

type Case = { line: number; text: string; codes: string[]; suggested: string[] }
const cases = (here ? labels : []).map(({ line, sha256, codes }): Case => {
  const text = texts[line - 1] ?? ''
  if (!createHash('sha256').update(text).digest('hex').startsWith(sha256))
    throw new Error(`Line ${line} is not the text that was labelled.`)
  return { line, text, codes, suggested: three(text) }
})

const frequent = [...new Set(labels.flatMap(({ codes }) => codes))]
  .map((code) => ({ code, count: labels.filter(({ codes }) => codes.includes(code)).length }))
  .sort((a, b) => b.count - a.count)
  .slice(0, 3)
  .map(({ code }) => code)

function measure(name: string, some: readonly Case[], by: (one: Case) => string[]): void {
  const given = some.flatMap((one) => by(one).map((code) => one.codes.includes(code)))
  const labelled = some.filter(({ codes }) => codes.length > 0)
  const hits = labelled.filter((one) => by(one).some((code) => one.codes.includes(code))).length
  const possible = labelled.reduce((sum, { codes }) => sum + codes.length, 0)
  const right = given.filter(Boolean).length
  console.log(
    `${name.padEnd(33)} precision at 3 ${(right / (3 * some.length)).toFixed(2)} (${right} of ${3 * some.length}, at best ${(possible / (3 * some.length)).toFixed(2)})  of given ${(right / given.length).toFixed(2)} (${right} of ${given.length})   hit ${(hits / labelled.length).toFixed(2)} (${hits} of ${labelled.length})   recall ${(right / possible).toFixed(2)}`,
  )
}

for (const [half, some] of [
  ['tuned on (odd)', cases.filter(({ line }) => line % 2 === 1)],
  ['held out (even)', cases.filter(({ line }) => line % 2 === 0)],
  ['all', cases],
  [
    'our own',
    SAID.map(([codes, text], line): Case => {
      return { line, text, codes: codes.split(' ').filter(Boolean), suggested: three(text) }
    }),
  ],
] as const) {
  if (some.length === 0) continue
  measure(`the rule, ${half}`, some, ({ suggested }) => suggested)
  measure(`most frequent, ${half}`, some, () => frequent)
}
if (process.argv.includes('--misses'))
  for (const one of cases.filter(({ line }) => line % 2 === 1))
    console.log(one.line, one.codes.join(' '), '|', one.suggested.join(' '), '|', one.text)
