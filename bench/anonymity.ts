import { attack } from '../src/app/feedback/rules/attack.ts'
import { chanceOf, play, someHistory } from '../src/app/feedback/rules/some-history.ts'

/** Attacks generated histories of 360 rounds: `node --import tsx bench/anonymity.ts [histories=100000] [seed=1]`. */
const [histories = 100_000, seed = 1] = process.argv.slice(2).map(Number)
const started = performance.now()
const seen = { rounds: 0, together: 0, named: 0, held: 0, clashes: 0, violations: 0 }
for (let number = 0; number < histories; number += 1) {
  const chance = chanceOf(seed * 1_000_003 + number)
  const history = someHistory(chance)
  for (const { released } of play(history)) {
    seen.rounds += 1
    for (const reading of released.readings) {
      seen[reading.kind] += 1
      if (reading.kind === 'held' && reading.why === 'shares raters with an earlier round') seen.clashes += 1
    }
  }
  const found = attack(history, chance)
  seen.violations += found.length
  if (found.length > 0 && seen.violations <= 10) console.error(`history ${number}: ${found.join('; ')}`)
}
const seconds = (performance.now() - started) / 1000
console.log(
  `${histories} histories, ${seen.rounds} rounds: ${seen.together} views without names, ${seen.named} named answers, ${seen.held} held back (${seen.clashes} for shared raters); ${seen.violations} violations; ${seconds.toFixed(1)} s`,
)
process.exitCode = seen.violations > 0 ? 1 : 0
