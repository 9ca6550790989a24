import { type Day, plainDay, shortDay } from '../../kernel/day.ts'
import { capital, clip, count, listing } from '../../kernel/text.ts'
import { figureWords } from '../evidence/evidence.ts'
import { targetStanding, verdictWords } from '../measures/measures.ts'
import { lateBy, type Objective, figureWords as planFigure, unmetLetters } from '../plans/plans.ts'
import type { Thread } from './portfolio.ts'

const standing = ({ actions }: Objective) => actions.filter(({ state }) => state !== 'dropped')

/** How many actions count, how many are done, and by how many days the latest is late. */
export function actionsOf(objective: Objective, today: Day) {
  const all = standing(objective)
  const late = all.map((action) => lateBy(action, today)).filter((days) => days > 0)
  return {
    all,
    done: all.filter(({ state }) => state === 'done'),
    late,
    next: all
      .flatMap(({ state, by }) => (state === 'planned' && by !== null && by >= today ? [by] : []))
      .sort()[0],
  }
}

/** "1 is 7 days late", "2 are late, by up to 9 days"; null where none is. */
export function lateWords(late: readonly number[]): string | null {
  const most = Math.max(...late)
  if (late.length === 0) return null
  return late.length === 1
    ? `1 is ${count(most, 'day')} late`
    : `${late.length} are late, by up to ${count(most, 'day')}`
}

/** "From 68% to 76% of first-contact resolution, by 18 December 2026"; its own words where nothing is measured. */
export function aimWords({ measureName, unit, baseline, target, due, text, title }: Objective): string {
  const until = due ? `, by ${plainDay(due)}` : ''
  if (target === null) return `${clip(text || title, 220)}${due && !text ? until : ''}`
  const from = baseline === null ? '' : `from ${planFigure(baseline, unit)} `
  const what = measureName ? `${measureName}: ` : ''
  const words = `${what}${from}to ${planFigure(target, unit)}${until}`
  return capital(words)
}

/** "68% to 76% by 18 Dec", for a knot; null where there is no target. */
export function shortAim({ unit, baseline, target, due }: Objective, today: Day): string | null {
  if (target === null) return due ? `by ${shortDay(due, today)}` : null
  const from = baseline === null ? 'to ' : `${planFigure(baseline, unit)} to `
  return `${from}${planFigure(target, unit)}${due ? ` by ${shortDay(due, today)}` : ''}`
}

/** "agreed 3, role needs 4"; '' where neither is known. */
export function levelWords({ agreedLevel, requiredLevel }: Thread): string {
  return [
    agreedLevel !== null && `agreed ${agreedLevel}`,
    requiredLevel !== null && `role needs ${requiredLevel}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** "all five letters found", or which are not, and the reason that was given. */
export function smartWords(objective: Objective): string {
  const unmet = unmetLetters(objective.reading).map((letter) => letter.toLowerCase())
  if (unmet.length === 0) return 'no letter of SMART missing'
  const reason = objective.unmetReason ? `, agreed all the same: ${objective.unmetReason}` : ''
  return `not found: ${listing(unmet)}${reason}`
}

/**
 * The figure since the objective was agreed, then the verdict with the days it was judged over: "74% (227 of 306,
 * interval 69 to 79%) since 29 September 2026. Improvement signal on the chart of 26 weeks to 22 November 2026".
 * Where the weeks since then are too few, it says that they have no verdict of their own. Source: domain.md 3.3.
 */
export function impactWords({ impact, objective }: Thread): string | null {
  const { figure, judged } = impact ?? {}
  if (!figure) return null
  const { target, unit } = objective
  const stands = target === null ? null : targetStanding(figure, target)
  const aim = target === null ? '' : planFigure(target, unit)
  const against = {
    shown: `The whole interval is past the target of ${aim}`,
    'inside the interval': `The target of ${aim} is inside the interval: not yet shown`,
    'not reached': `The target of ${aim} is not reached`,
  }
  return [
    `${figure.name}: ${figureWords(figure)} since ${plainDay(figure.from)}`,
    judged?.verdict && capital(verdictWords(judged)),
    judged?.verdict?.endsWith('signal') &&
      figure.verdict === 'too few points' &&
      'The weeks since the objective was agreed are too few for a verdict of their own',
    stands && against[stands],
  ]
    .filter(Boolean)
    .join('. ')
}
