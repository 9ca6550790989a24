// How well the rule that spots general examples ("I am good with people") agrees with our labels: precision, recall and
// Cohen's kappa for "general", on the half it was tuned on (odd places of the lists) and on the half held out. The same for
// the rule that spots what lies in the person, on entries known when it was made and on others labelled later.
// `node --import tsx bench/examples.ts [--tuning]`; `--tuning` lists the disagreements of the tuning half only.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { genericIn } from '../src/app/assessments/rules/generic.ts'
import { internalUnder } from '../src/app/assessments/rules/internal.ts'
import { LABELLED_ENTRIES } from '../src/app/assessments/rules/labelled-entries.ts'
import { LATER_ENTRIES } from '../src/app/assessments/rules/labelled-entries-later.ts'
import { OWN_EXAMPLES } from '../src/app/assessments/rules/labelled-examples.ts'
import { SHARED_LABELS } from '../src/app/assessments/rules/labelled-shared.ts'
import { kappa } from './kappa.ts'

type Case = { text: string; label: boolean; rule: boolean }

function shared(): { text: string; concrete: boolean }[] {
  const folder = new URL('../../shared/data/', import.meta.url)
  if (!existsSync(folder)) return []
  const lines = new Map(
    (['feedback', 'goals'] as const).map((file) => [
      file,
      readFileSync(new URL(`${file}/${file}.jsonl`, folder), 'utf8')
        .trim()
        .split('\n'),
    ]),
  )
  return SHARED_LABELS.flatMap(({ file, line, hash, concrete }) => {
    const text: string = JSON.parse(lines.get(file)?.[line] ?? '{"text":""}').text
    return createHash('sha256').update(text).digest('hex').startsWith(hash) ? [{ text, concrete }] : []
  })
}

function report(name: string, cases: readonly Case[]): void {
  const n = cases.length
  if (n === 0) {
    console.log(`${name}: not here`)
    return
  }
  const of = (label: boolean, rule: boolean) =>
    cases.filter((one) => one.label === label && one.rule === rule).length
  const [hit, miss, alarm, pass] = [of(true, true), of(true, false), of(false, true), of(false, false)]
  const agreed = (hit + pass) / n
  const beyondChance = kappa(cases.map(({ label, rule }) => ({ ours: `${rule}`, theirs: `${label}` })))
  const shown = (value: number) => value.toFixed(2)
  console.log(
    `${name}: n ${n}, precision ${shown(hit / (hit + alarm))}, recall ${shown(hit / (hit + miss))}, agreement ${shown(agreed)}, kappa ${shown(beyondChance)}`,
  )
}

const read = (list: readonly { text: string; concrete: boolean }[]): Case[] =>
  list.map(({ text, concrete }) => ({ text, label: !concrete, rule: genericIn(text) !== null }))
const half = (cases: readonly Case[], tuning: boolean) => cases.filter((_, at) => (at % 2 === 1) === tuning)

const [theirs, ours] = [read(shared()), read(OWN_EXAMPLES)]
for (const tuning of [true, false]) {
  const word = tuning ? 'tuned on' : 'held out'
  report(`general examples, data folder, ${word}`, half(theirs, tuning))
  report(`general examples, our own, ${word}`, half(ours, tuning))
  report(`general examples, all, ${word}`, [...half(theirs, tuning), ...half(ours, tuning)])
}
if (process.argv.includes('--tuning'))
  for (const { text, label, rule } of [...half(theirs, true), ...half(ours, true)])
    if (label !== rule) console.log(`${label ? 'general, missed' : 'told, hinted at'}: ${text}`)

const toldApart = (list: typeof LATER_ENTRIES): Case[] =>
  list.map(({ text, internal }) => ({ text, label: internal, rule: internalUnder(text) !== null }))
const known = toldApart(LABELLED_ENTRIES)
report('internal entries, known to who made the rule', known)
report('internal entries, labelled later without sight of the rule', toldApart(LATER_ENTRIES))
if (process.argv.includes('--tuning'))
  for (const { text, label, rule } of known)
    if (label !== rule) console.log(`${label ? 'internal, missed' : 'outside, hinted at'}: ${text}`)
