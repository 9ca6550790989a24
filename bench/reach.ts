import type { Calling } from '../src/kernel/smart.ts'
import { wilson } from '../src/kernel/stats.ts'
import { type Tried, triedGoals } from './reach-trial.ts'

/**
 * Whether what the hints call a target comes true: how often goals on seeded histories were met, by what they were
 * called on the day they were set. `node --import tsx bench/reach.ts [teams] [seed]`
 */
const teams = Number(process.argv[2] ?? 200)
const seed = Number(process.argv[3] ?? 1)
const CALLINGS: Calling[] = ['within reach', 'a stretch', 'nobody has held it']

const rate = (goals: readonly Tried[]): string => {
  if (goals.length === 0) return 'none'
  const met = goals.filter((one) => one.met).length
  const { low, high } = wilson(met, goals.length)
  const percent = (share: number) => (share * 100).toFixed(1)
  return `${percent(met / goals.length)}% (${percent(low)} to ${percent(high)}) of ${goals.length}`
}

const row = (name: string, cells: string[]) =>
  console.log(`${name.padEnd(26)}${cells.map((cell) => cell.padStart(34)).join('')}`)

const all = triedGoals(teams, seed)
const drawn = all.filter((one) => one.target === 'drawn')
console.log(
  `${teams} seeded teams of seven, seed ${seed}: a goal for each of three measures at week 26, due 12 to 26 weeks later. ` +
    'Met: the last eight complete weeks before the date, taken together, are at the target or past it. 95% Wilson intervals.\n',
)
row('', CALLINGS)
const kinds: [string, (one: Tried) => boolean][] = [
  ['everybody', () => true],
  ['who did not change', (one) => !one.improved],
  ['who improved', (one) => one.improved],
  ...(['csat', 'fcr', 'handle_time'] as const).map((measure): [string, (one: Tried) => boolean] => [
    measure,
    (one) => one.measure === measure,
  ]),
]
for (const [name, test] of kinds) {
  const some = drawn.filter(test)
  row(
    name,
    CALLINGS.map((calling) => rate(some.filter((one) => one.calling === calling))),
  )
}
console.log('\nThe two targets that the page offers')
row('', ['safe', 'stretch'])
for (const [name, test] of kinds.slice(0, 3)) {
  row(
    name,
    (['safe', 'stretch'] as const).map((target) =>
      rate(all.filter((one) => test(one) && one.target === target)),
    ),
  )
}
