import { count, listing } from '../../../kernel/text.ts'
import { type Career, type Case, type Finding, finding, nothing, type Where } from './case.ts'
import { givesReason, saysNothing } from './words.ts'

const TARGET: Where = { text: 'Say where you want to go', page: 'target' }
const RESEARCH: Where = { text: 'Sources looked at', page: 'research' }
const COMPARISONS: Where = { text: 'Ways compared', page: 'comparisons' }

/** A source counts once it says what was learnt and why it can be relied on. */
const says = ({ title, learnt, why }: Career['sources'][number]) =>
  ![title, learnt, why].some((text) => saysNothing(text))

/** A comparison counts where it looks beyond one track and says why one suits and why it is progression. */
const compares = ({ tracks, why, progression }: Career['ways'][number]) =>
  tracks > 1 && givesReason(why) && givesReason(progression)

/**
 * 10: a target role and a route to it that grows in responsibility, at least two sources that were cited and set against
 * each other, and at least two ways on different tracks compared. Source: mission.md readiness 10, B1, B7.
 */
export function progression({ career }: Case): Finding {
  const { target, route, sources, compared, ways } = career
  const cited = sources.filter(says)
  const beside = compared.filter(givesReason)
  const alternatives = ways.filter(compares)
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
    alternatives.length === 0 &&
      (ways.some(({ tracks }) => tracks > 1)
        ? 'the ways compared do not say why one suits and why it is progression'
        : 'no ways on different tracks are compared'),
  ]
  const where = !target || !route ? TARGET : cited.length < 2 || beside.length === 0 ? RESEARCH : COMPARISONS
  return finding(
    `${whatOf(career)}; ${count(cited.length, 'source')} cited; ${count(alternatives.length, 'comparison')} of ways on different tracks`,
    missing,
    missing.some(Boolean) ? where : { text: 'Career', page: 'career' },
  )
}

function whatOf({ target, route }: Career): string {
  if (!target) return 'No target role'
  const before = route?.steps.slice(0, -1) ?? []
  return before.length > 0 ? `${target}, by way of ${listing(before)}` : target
}
