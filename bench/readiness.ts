import { CHECKS } from '../src/app/readiness/rules/checks.ts'
import { wilson } from '../src/kernel/stats.ts'
import { kappa } from './kappa.ts'
import { type Cell, cells, truthOf, wronglyThere } from './portfolio-labels.ts'

/**
 * The thirteen readiness checks on 66 small portfolios that two readers labelled apart (labels/portfolios). Per check:
 * how often the readers agree and their kappa (there, missing, cannot tell); on the cells where both say the same, how
 * often the rules agree with them, and that kappa; how often the rules say "there" where both say missing, and the other
 * way round. Then the same on tuned (even) and held out (odd) portfolios, with Wilson intervals at 95%. Kappa is "-"
 * where everybody always gives one answer.
 * Run: node --import tsx bench/readiness.ts [--differ [EVEN]] prints where the rules differ from both readers.
 */
const all = cells()
/** Only one portfolio in five says anything of a route: the rest are missing without a doubt. */
const ROUTES = 10

const share = (part: number, of: number) => (of === 0 ? '-' : `${Math.round((100 * part) / of)}%`)
const interval = (part: number, of: number) => {
  if (of === 0) return '-'
  const { low, high } = wilson(part, of)
  return `${((100 * part) / of).toFixed(1)}% (${part} of ${of}; ${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)}%)`
}
const shown = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : '-')

const between = (some: readonly Cell[]) => some.map(({ readers: [ours, theirs] }) => ({ ours, theirs }))
const beside = (some: readonly Cell[]) =>
  some.flatMap((cell) => {
    const theirs = truthOf(cell)
    return theirs ? [{ ours: cell.rules, theirs }] : []
  })
const same = (pairs: readonly { ours: string; theirs: string }[]) =>
  pairs.filter(({ ours, theirs }) => ours === theirs).length

function row(name: string, some: readonly Cell[]): Record<string, string | number> {
  const [readers, rules] = [between(some), beside(some)]
  const { missing, wrong } = wronglyThere(some)
  const there = rules.filter(({ theirs }) => theirs === 'there')
  return {
    check: name,
    'readers agree': share(same(readers), readers.length),
    'their kappa': shown(kappa(readers)),
    'both say': rules.length,
    'rules agree': share(same(rules), rules.length),
    kappa: shown(kappa(rules)),
    'there, wrongly': `${wrong.length} of ${missing}`,
    'missing, wrongly': `${there.length - same(there)} of ${there.length}`,
  }
}

console.table(
  CHECKS.map(({ title }, index) =>
    row(
      `${index + 1} ${title.slice(0, 40)}`,
      all.filter(({ check }) => check === index + 1),
    ),
  ),
)
for (const [name, some] of [
  ['all portfolios', all],
  ['tuned (even)', all.filter(({ tuned }) => tuned)],
  ['held out (odd)', all.filter(({ tuned }) => !tuned)],
] as const) {
  const [readers, rules] = [between(some), beside(some)]
  const { missing, wrong } = wronglyThere(some)
  const there = rules.filter(({ ours }) => ours === 'there')
  console.log(`\n${name}: ${some.length} cells`)
  console.log(
    `  readers agree      ${interval(same(readers), readers.length)}, kappa ${shown(kappa(readers))}`,
  )
  console.log(`  rules with both    ${interval(same(rules), rules.length)}, kappa ${shown(kappa(rules))}`)
  console.log(`  "there" wrongly, of what both call missing      ${interval(wrong.length, missing)}`)
  const answered = wronglyThere(some.filter(({ check }) => check !== ROUTES))
  console.log(
    `  the same without check ${ROUTES}, of routes               ${interval(answered.wrong.length, answered.missing)}`,
  )
  console.log(`  "there" wrongly, of what the rules call there   ${interval(wrong.length, there.length)}`)
}

const [flag, half] = process.argv.slice(2)
if (flag === '--differ')
  for (const cell of all) {
    const truth = truthOf(cell)
    if (truth && truth !== cell.rules && (half !== 'EVEN' || cell.tuned))
      console.log(
        `${cell.id} check ${cell.check}: both say ${truth}, the rules ${cell.rules}${cell.said ? ` (${cell.said})` : ''}`,
      )
  }
