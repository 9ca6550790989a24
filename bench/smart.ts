import { existsSync, readFileSync } from 'node:fs'
import { checkGoal, type SmartVerdict } from '../src/kernel/smart.ts'
import { chances } from '../test/chances.ts'
import { kappa } from './kappa.ts'

/**
 * How far the SMART rules agree with labelled goals: Cohen's kappa with a bootstrap interval (2,000 resamples,
 * seeded), on the goals whose source states the label and on all; and goals read per second of processor time,
 * which a busy machine changes less than time on the clock.
 * With --own: the goals of bench/labels/goals-own.json, which two readers labelled apart. Prints how far the readers
 * agree with each other, and the rules with either and with the labels the readers share. Goals with an even number
 * are the tuning half, those with an odd number are held out: rules are mended on what the tuning half shows alone
 * (--tuning prints nothing else, so that the other half is not seen). With --own-2 or --own-3: the goals of
 * bench/labels/goals-own-2.json or goals-own-3.json, all together. The second set was held out once and has been
 * tuned on since; the third is held out.
 * A goal's own date may lie before the day it is read on: from words alone it is then found in part, which counts.
 * --disagreements lists each goal that was read otherwise.
 * Run: node --import tsx bench/smart.ts [--own [--tuning] | --own-2 | --own-3] [--disagreements] [FILE]
 */
const TODAY = '2026-11-17'
const DRAWS = 2000
const VERDICTS = ['smart', 'partial', 'vague']
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

function interval(pairs: readonly Pair[]): [number, number] {
  const random = chances(20261117)
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
  for (const [name, pairs] of rows) agreement(name, pairs, 'ours', 'label')
  table(verdict, VERDICTS, 'ours', 'label')
}

function agreement(name: string, pairs: readonly Pair[], ours: string, theirs: string): void {
  const [low, high] = interval(pairs)
  const agree = pairs.filter((pair) => pair.ours === pair.theirs).length
  console.log(
    `  ${name.padEnd(15)} kappa ${kappa(pairs).toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)}), ${agree} of ${pairs.length} agree`,
  )
  if (!args.includes('--disagreements')) return
  for (const pair of pairs) {
    if (pair.ours !== pair.theirs)
      console.log(`      ${ours} ${pair.ours}, ${theirs} ${pair.theirs}: ${pair.text}`)
  }
}

function table(pairs: readonly Pair[], names: readonly string[], ours: string, theirs: string): void {
  console.log(`  ${`${theirs} \\ ${ours}`.padEnd(15)} ${names.map((name) => name.padStart(8)).join('')}`)
  for (const row of names) {
    const counts = names.map(
      (column) => pairs.filter((pair) => pair.ours === column && pair.theirs === row).length,
    )
    console.log(`  ${row.padEnd(15)} ${counts.map((count) => String(count).padStart(8)).join('')}`)
  }
}

/**
 * Disagreements with the shared labels that we believe to be errors of the label, by kind; each was read by hand. They
 * are counted as disagreements all the same.
 */
const LABELS_DOUBTED: readonly { kind: string; begins: readonly string[] }[] = [
  { kind: 'a blank counted as a date (T)', begins: ['By xx (date)', 'To raise client retention, I will'] },
  {
    kind: 'a rhythm without an end counted as time-bound (T)',
    begins: [
      'Write inspection summaries that follow',
      'Speak to the Keble House Site Manager',
      'Give callers first-rate service every day',
    ],
  },
  {
    kind: 'a date or a limit that somebody else sets, unnamed, counted as time-bound and measurable (T, M)',
    begins: ['Working largely unaided'],
  },
  {
    kind: 'a plain act with its thing counted as not specific, beside others counted as specific (S)',
    begins: ['Pick up the office phone.', 'Over the coming few months i will make sure'],
  },
  {
    kind: 'a rule of pay for others labelled as partly a goal (verdict)',
    begins: ['Call center agents who score'],
  },
]

function doubted(goals: readonly Labelled[]): void {
  console.log('Labels we believe to be errors, by kind:')
  for (const { kind, begins } of LABELS_DOUBTED) {
    const texts = goals
      .map(({ text }) => text)
      .filter((text) => begins.some((start) => text.startsWith(start)))
    console.log(`  ${kind}: ${texts.length}`)
    for (const text of texts) console.log(`      ${text.length > 80 ? `${text.slice(0, 77)}...` : text}`)
  }
}

type Own = { id: string; text: string }
type Reading = { id: string; specific: boolean; measurable: boolean; timeBound: boolean; verdict: string }
type Answer = (goal: Own) => string
/** What one reader, or the rules, answered for each goal: one answer per letter, and the verdict. */
type Answers = { S: Answer; M: Answer; T: Answer; verdict: Answer }

const OWN_ROWS = ['S', 'M', 'T', 'verdict'] as const
const found = (is: boolean) => (is ? 'found' : 'missing')

function ownFile<Row>(name: string): Row[] {
  return JSON.parse(readFileSync(new URL(`labels/${name}.json`, import.meta.url), 'utf8'))
}

function reader(name: string, goals: readonly Own[]): Answers {
  const readings = new Map(ownFile<Reading>(name).map((reading) => [reading.id, reading]))
  const missing = goals.filter((goal) => !readings.has(goal.id))
  if (missing.length > 0)
    throw new Error(`${name} has no label for ${missing.map(({ id }) => id).join(', ')}`)
  const answer =
    (read: (reading: Reading) => string): Answer =>
    (goal) => {
      const reading = readings.get(goal.id)
      return reading === undefined ? '' : read(reading)
    }
  return {
    S: answer((reading) => found(reading.specific)),
    M: answer((reading) => found(reading.measurable)),
    T: answer((reading) => found(reading.timeBound)),
    verdict: answer((reading) => reading.verdict),
  }
}

function compare(
  title: string,
  goals: readonly Own[],
  [ours, oursName]: [Answers, string],
  [theirs, theirsName]: [Answers, string],
  counted: (goal: Own, row: (typeof OWN_ROWS)[number]) => boolean = () => true,
): void {
  console.log(title)
  const pairsOf = (row: (typeof OWN_ROWS)[number]): Pair[] =>
    goals
      .filter((goal) => counted(goal, row))
      .map((goal) => ({ text: goal.text, ours: ours[row](goal), theirs: theirs[row](goal) }))
  for (const row of OWN_ROWS) agreement(row, pairsOf(row), oursName, theirsName)
  const verdict = pairsOf('verdict').filter((pair) => pair.theirs !== 'partial')
  agreement('smart or vague', verdict, oursName, theirsName)
  for (const row of OWN_ROWS) {
    console.log(`  ${row}`)
    table(pairsOf(row), row === 'verdict' ? VERDICTS : ['found', 'missing'], oursName, theirsName)
  }
}

function rulesAnswers(): Answers {
  const letter = (name: 'S' | 'M' | 'T') => (goal: Own) =>
    found(checkGoal(goal.text, TODAY).letters[name].found)
  return {
    S: letter('S'),
    M: letter('M'),
    T: letter('T'),
    verdict: (goal) => checkGoal(goal.text, TODAY).verdict,
  }
}

const isTuning = ({ id }: Own): boolean => Number(id.slice(1)) % 2 === 0

function reportOwn(set: string, parts: readonly [string, (goal: Own) => boolean][]): void {
  const all = ownFile<Own>(set)
  const rules = rulesAnswers()
  for (const [part, holds] of parts) {
    const goals = all.filter(holds)
    const a = reader(`${set}-reader-a`, goals)
    const b = reader(`${set}-reader-b`, goals)
    console.log(`\n${set}, ${part}: ${goals.length} goals, read as on ${TODAY}`)
    compare('Reader A and reader B', goals, [a, 'A'], [b, 'B'])
    compare('Rules and reader A', goals, [rules, 'rules'], [a, 'A'])
    compare('Rules and reader B', goals, [rules, 'rules'], [b, 'B'])
    compare(
      'Rules and both readers, where the two gave that letter or verdict alike',
      goals,
      [rules, 'rules'],
      [a, 'both'],
      (goal, row) => a[row](goal) === b[row](goal),
    )
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

const laterSet = args.find((arg) => /^--own-[23]$/.test(arg))

if (args.includes('--own')) {
  const tuning: [string, (goal: Own) => boolean] = ['tuning half (even numbers)', isTuning]
  const heldOut: [string, (goal: Own) => boolean] = ['held-out half (odd numbers)', (goal) => !isTuning(goal)]
  reportOwn('goals-own', args.includes('--tuning') ? [tuning] : [tuning, heldOut, ['all', () => true]])
} else if (laterSet) {
  const set = `goals-own-${laterSet.at(-1)}`
  const needed = [set, `${set}-reader-a`, `${set}-reader-b`]
  if (needed.every((name) => existsSync(new URL(`labels/${name}.json`, import.meta.url))))
    reportOwn(set, [['all', () => true]])
  else console.log(`Two readers have not labelled bench/labels/${set}.json yet.`)
} else if (!existsSync(file)) {
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
  doubted(goals)
  speed(goals.map((goal) => goal.text))
}
