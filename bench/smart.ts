import { existsSync, readFileSync } from 'node:fs'
import { checkGoal, type SmartVerdict } from '../src/app/plans/rules/smart.ts'

/**
 * How far the SMART rules agree with labelled goals: Cohen's kappa with a bootstrap interval (2,000 resamples,
 * seeded), on the goals whose source states the label and on all; and goals read per second of processor time,
 * which a busy machine changes less than time on the clock.
 * Run: node --import tsx bench/smart.ts [--disagreements] [FILE]
 */
const TODAY = '2026-11-17'
const DRAWS = 2000
const args = process.argv.slice(2)
const file =
  args.find((arg) => !arg.startsWith('--')) ?? new URL('../../shared/data/goals/goals.jsonl', import.meta.url)

type Labelled = {
  text: string
  label: SmartVerdict
  missing: string[]
  label_source: string
  strict_missing?: string[]
}
type Pair = { text: string; ours: string; theirs: string }

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Cohen 1960: agreement beyond chance. NaN where both always give the same one answer. */
function kappa(pairs: readonly Pair[]): number {
  const n = pairs.length
  const classes = new Set(pairs.flatMap((pair) => [pair.ours, pair.theirs]))
  const share = (test: (pair: Pair) => boolean) => pairs.filter(test).length / n
  const agreed = share((pair) => pair.ours === pair.theirs)
  let chance = 0
  for (const name of classes)
    chance += share((pair) => pair.ours === name) * share((pair) => pair.theirs === name)
  return (agreed - chance) / (1 - chance)
}

function interval(pairs: readonly Pair[]): [number, number] {
  const random = seeded(20261117)
  const draws: number[] = []
  for (let draw = 0; draw < DRAWS; draw++) {
    const sample = pairs.map((pair) => pairs[Math.floor(random() * pairs.length)] ?? pair)
    const value = kappa(sample)
    if (!Number.isNaN(value)) draws.push(value)
  }
  draws.sort((a, b) => a - b)
  return [
    draws[Math.floor(draws.length * 0.025)] ?? Number.NaN,
    draws[Math.floor(draws.length * 0.975)] ?? Number.NaN,
  ]
}

function report(title: string, goals: readonly Labelled[], missingOf: (goal: Labelled) => string[]): void {
  const letter = (name: 'S' | 'M' | 'T', word: string): Pair[] =>
    goals.map((goal) => ({
      text: goal.text,
      ours: checkGoal(goal.text, TODAY).letters[name].found ? 'found' : 'missing',
      theirs: missingOf(goal).includes(word) ? 'missing' : 'found',
    }))
  const verdict = goals.map((goal) => ({
    text: goal.text,
    ours: checkGoal(goal.text, TODAY).verdict as string,
    theirs: goal.label as string,
  }))
  const rows: [string, Pair[]][] = [
    ['S', letter('S', 'specific')],
    ['M', letter('M', 'measurable')],
    ['T', letter('T', 'time-bound')],
    ['verdict', verdict],
    ['smart or vague', verdict.filter((pair) => pair.theirs !== 'partial')],
  ]
  console.log(`${title}: ${goals.length} goals`)
  for (const [name, pairs] of rows) {
    const [low, high] = interval(pairs)
    const agree = pairs.filter((pair) => pair.ours === pair.theirs).length
    console.log(
      `  ${name.padEnd(15)} kappa ${kappa(pairs).toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)}), ${agree} of ${pairs.length} agree`,
    )
    if (args.includes('--disagreements')) {
      for (const pair of pairs) {
        if (pair.ours !== pair.theirs)
          console.log(`      ours ${pair.ours}, label ${pair.theirs}: ${pair.text}`)
      }
    }
  }
  const names = ['smart', 'partial', 'vague']
  console.log(`  label \\ ours    ${names.map((name) => name.padStart(8)).join('')}`)
  for (const theirs of names) {
    const counts = names.map(
      (ours) => verdict.filter((pair) => pair.ours === ours && pair.theirs === theirs).length,
    )
    console.log(`  ${theirs.padEnd(15)} ${counts.map((count) => String(count).padStart(8)).join('')}`)
  }
}

function speed(texts: readonly string[]): void {
  const round = () => {
    const start = process.cpuUsage()
    for (let turn = 0; turn < 20; turn++) for (const text of texts) checkGoal(text, TODAY)
    const { user, system } = process.cpuUsage(start)
    return (texts.length * 20) / ((user + system) / 1e6)
  }
  round()
  const rates = [round(), round(), round()].sort((a, b) => a - b)
  console.log(
    `Speed: ${Math.round(rates[1] ?? 0).toLocaleString('en-GB')} goals a second of processor time (goal: 10,000)`,
  )
}

if (!existsSync(file)) {
  console.log('The shared goals file is not here, so there is nothing to compare with.')
} else {
  const goals = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Labelled => JSON.parse(line))
  const stated = goals.filter((goal) => goal.label_source === 'as stated by the source')
  report('Labels stated by the source', stated, (goal) => goal.missing)
  report('All labels', goals, (goal) => goal.missing)
  report('All labels, read strictly', goals, (goal) => goal.strict_missing ?? goal.missing)
  speed(goals.map((goal) => goal.text))
}
