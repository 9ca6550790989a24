import { randomFrom } from '../seeds/random.ts'
import {
  type Baseline,
  definition,
  deviations,
  EFFECTS,
  normalPeople,
  type Rates,
  rates,
  type Series,
  seededPeople,
} from './verdict-trial.ts'

/**
 * The truth of the verdicts: what the charts say of seeded people whose truth is known, beside what the same four
 * rules promise for independent normal points that step by as many deviations. `node --import tsx bench/verdicts.ts [people]`
 */
const people = Number(process.argv[2] ?? 1000)
const BASELINES: Baseline[] = ['all', 'first twelve', 'before the change']
const HEADINGS: [keyof Rates, string][] = [
  ['weekly', 'a week'],
  ['falseAtEnd', 'year end'],
  ['falseEver', 'ever'],
  ['power', '3 months on'],
  ['powerEver', 'within 3'],
  ['wrong', 'wrong way'],
]

const row = (name: string, cells: string[]) =>
  console.log(`${name.padEnd(34)}${cells.map((cell) => cell.padStart(13)).join('')}`)
const shown = (found: Rates) => HEADINGS.map(([key]) => `${(found[key] * 100).toFixed(1)}%`)

const seeded = seededPeople(people, 1)
console.log(
  `${people} seeded people, a third each with nothing, an improvement and a decline planted. 52 weeks of about 30 contacts, ` +
    'the change in week 40. False signals where nothing was planted: a week (share of weeks, read each week), at the ' +
    'end of the year, ever in the year. Power where something was: 3 months on, in any week within 3 months, wrong way.',
)
for (const baseline of BASELINES) {
  console.log(
    `\nLimits from ${baseline === 'all' ? 'all weeks (what the pages show)' : `the weeks ${baseline === 'first twelve' ? 'locked at the first twelve' : baseline}`}`,
  )
  row(
    '',
    HEADINGS.map(([, heading]) => heading),
  )
  for (const measure of ['csat', 'fcr', 'handle_time'] as const) {
    const series: Series[] = seeded[measure]
    const { betterIs } = definition(measure)
    const effect = deviations(series, measure === 'handle_time' ? EFFECTS[measure] * 240 : EFFECTS[measure])
    const promise = normalPeople(Math.max(3000, people), effect, betterIs, randomFrom(7))
    row(`${measure}, ${effect.toFixed(2)} deviations`, shown(rates(series, betterIs, baseline)))
    row('  promised by the rules', shown(rates(promise, betterIs, baseline)))
  }
}
