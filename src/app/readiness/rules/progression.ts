import { count, listing } from '../../../kernel/text.ts'
import { type Career, type Case, type Finding, finding, nothing, type Where } from './case.ts'
import { givesReason, saysNothing } from './words.ts'

const TARGET: Where = { text: 'Say where you want to go', page: 'target' }
const RESEARCH: Where = { text: 'Sources looked at', page: 'research' }
const COMPARISONS: Where = { text: 'Ways compared', page: 'comparisons' }

/** A source counts once it says what was learnt and why it can be relied on. */
const says = ({ title, learnt, why }: Career['sources'][number]) =>
  ![title, learnt, why].some((text) => saysNothing(text))

/** What each comparison needs before it counts, the first thing first, with what to say where none has it. */
const COMPARES: { has: (way: Career['ways'][number]) => boolean; lacks: string }[] = [
  {
    has: ({ titles, tracks }) => titles.length > 1 && tracks > 1,
    lacks: 'no ways on different tracks are compared',
  },
  { has: ({ onward }) => onward, lacks: 'of the ways compared, the present role is said to suit best' },
  {
    has: ({ why, progression }) => givesReason(why) && givesReason(progression),
    lacks: 'the ways compared do not say why one suits and why it is progression',
  },
  {
    has: ({ grows }) => grows,
    lacks: 'the words on progression do not yet say what they would answer for',
  },
]

/** Which comparisons count, and what the nearest of the others lacks. */
function compared(ways: Career['ways']): { counted: Career['ways']; lacks: string | null } {
  let counted = ways
  for (const { has, lacks } of COMPARES) {
    counted = counted.filter(has)
    if (counted.length === 0) return { counted, lacks }
  }
  return { counted, lacks: null }
}

/**
 * 10: a target role and a route to it that grows in responsibility, at least two sources that were cited and set against
 * each other, and at least two ways beside the present role, on different tracks, compared. Source: mission.md readiness 10, B1, B7.
 */
export function progression({ career }: Case): Finding {
  const { target, route, sources, ways } = career
  const cited = sources.filter(says)
  const beside = career.compared.filter(givesReason)
  const alternatives = compared(ways)
  if (!target && sources.length === 0 && ways.length === 0)
    return nothing('No target role yet', 'A target role, the way to it, and what it is known from', TARGET)
  const missing = [
    !target && 'no target role is chosen',
    target && !route && `no route leads to ${target}`,
    route?.character === 'sideways' && 'the route moves to the side, and never grows in responsibility',
    route?.character === 'a new job, not progression' &&
      'the route never grows in responsibility: it is a new job, not progression',
    cited.length < 2 &&
      (cited.length === 0
        ? 'no source says what was learnt and why it can be relied on'
        : 'only one source says what was learnt and why it can be relied on'),
    cited.length > 1 && beside.length === 0 && 'no two sources are set against each other',
    alternatives.lacks,
  ]
  const where = !target || !route ? TARGET : cited.length < 2 || beside.length === 0 ? RESEARCH : COMPARISONS
  return finding(
    `${whatOf(career)}; ${count(cited.length, 'source')} cited; ${count(alternatives.counted.length, 'comparison')} of ways on different tracks`,
    missing,
    missing.some(Boolean) ? where : { text: 'Career', page: 'career' },
  )
}

function whatOf({ target, route }: Career): string {
  if (!target) return 'No target role'
  const before = route?.steps.slice(0, -1) ?? []
  return before.length > 0 ? `${target}, by way of ${listing(before)}` : target
}
