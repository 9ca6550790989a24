import { addDays, type Day } from '../../../kernel/day.ts'
import { checkGoal, type GoalRecord, type SmartReading } from '../../../kernel/smart.ts'
import { quantile, wilson } from '../../../kernel/stats.ts'
import { typedFigure } from './figures.ts'
import type { Objective, ObjectiveUnit } from './objective.ts'

type Range = { value: number | null; low: number; high: number }

/**
 * What the past says about a measure on the day an objective was saved, in stored units: the figure of the last weeks
 * with its interval, the range its weeks are expected in, the best eight weeks in a row, the middle half of the team.
 */
export type Basis = {
  on: Day
  betterIs: 'higher' | 'lower'
  now: Range | null
  expected: { low: number; high: number } | null
  best: Range | null
  team: { low: number; high: number; people: number } | null
}

/** The fewest colleagues with a figure for whom a middle half is shown, so that none can be told apart. */
const TEAM_LEAST = 5
const BEST_WEEKS = 8

type Week = { value: number | null; n: number; open: boolean; numerator?: number | null }

/**
 * The best eight counted weeks in a row, as one proportion with its Wilson interval; null with fewer weeks, or where
 * the weeks are not counts. Source: domain.md 3.2.
 */
export function bestRun(weeks: readonly Week[], betterIs: Basis['betterIs']): Range | null {
  const counted = weeks.filter((week) => !week.open && week.value !== null)
  let best: Range | null = null
  for (let at = 0; at + BEST_WEEKS <= counted.length; at++) {
    const run = counted.slice(at, at + BEST_WEEKS)
    if (run.some((week) => week.numerator == null)) return null
    const met = run.reduce((sum, week) => sum + (week.numerator ?? 0), 0)
    const of = run.reduce((sum, week) => sum + week.n, 0)
    if (of === 0) continue
    const value = met / of
    if (best?.value == null || (betterIs === 'higher' ? value > best.value : value < best.value))
      best = { value, ...wilson(met, of) }
  }
  return best
}

/** The middle half of colleagues' figures (first to third quartile); null with fewer than `TEAM_LEAST`. */
export function middleHalf(values: readonly number[]): Basis['team'] {
  if (values.length < TEAM_LEAST) return null
  const sorted = [...values].sort((a, b) => a - b)
  return { low: quantile(sorted, 0.25), high: quantile(sorted, 0.75), people: values.length }
}

export type ReadAgainst = {
  /** The need it closes, by title. */
  need: string | null
  /** Other objectives, of which those due within two weeks of this one are counted. */
  others: readonly Pick<Objective, 'objectiveId' | 'due' | 'state' | 'private'>[]
}

type Readable = Pick<
  Objective,
  'text' | 'unit' | 'baseline' | 'target' | 'due' | 'resources' | 'priority' | 'servesAspiration' | 'private'
> & { objectiveId: string | null; basis: Basis | null }

const SIGN: Partial<Record<ObjectiveUnit, string>> = { share: '%', seconds: 's' }

/**
 * The range a person's own figure lies in: its interval where it has one, else where its single weeks are expected.
 * Single weeks of few contacts run so wide that any target would lie within them. Source: domain.md 3.2 and 3.3.
 */
function ownRange({ now, expected }: Basis): { low: number; high: number } | null {
  return now && now.low < now.high ? now : expected
}

/**
 * What the record says beside the words, with figures as they are shown. Objectives that only the person may see are
 * counted only in the reading of one that is theirs alone.
 */
export function goalRecord(objective: Readable, against: ReadAgainst): GoalRecord {
  const { unit, baseline, target, due, basis, resources } = objective
  const shown = (value: number) => typedFigure(value, unit)
  const past = (value: number) => (unit === 'share' ? Math.round(shown(value)) : shown(value))
  const pair = (range: { low: number; high: number }) => ({ low: past(range.low), high: past(range.high) })
  const history = basis && ownRange(basis)
  const best = basis?.best?.value ?? null
  const sign = unit && SIGN[unit]
  const then =
    due === null
      ? []
      : against.others.filter(
          (other) =>
            other.objectiveId !== objective.objectiveId &&
            other.state !== 'closed' &&
            (objective.private || !other.private) &&
            other.due !== null &&
            other.due >= addDays(due, -14) &&
            other.due <= addDays(due, 14),
        )
  return {
    ...(baseline !== null && { baseline: shown(baseline) }),
    ...(target !== null && { target: shown(target) }),
    ...(sign && { unit: sign }),
    ...(basis && { betterIs: basis.betterIs }),
    ...(history && { history: { ...pair(history), ...(best !== null && { best: past(best) }) } }),
    ...(basis?.team && { teamMiddle: pair(basis.team) }),
    ...(against.need && { linkedNeed: against.need }),
    ...(objective.priority && { priority: objective.priority }),
    ...(objective.servesAspiration && { aspiration: true }),
    ...(due !== null && { due }),
    ...(resources && { resources }),
    openObjectivesThen: then.length,
  }
}

/** How an objective reads against SMART, by its words and by what the plan holds. Source: mission.md A6, B9. */
export function readObjective(objective: Readable, against: ReadAgainst, today: Day): SmartReading {
  return checkGoal(objective.text, today, goalRecord(objective, against))
}
