import { addDays, type Day } from '../../../kernel/day.ts'
import { checkGoal, type GoalRecord, type LetterSet, type SmartReading } from '../../../kernel/smart.ts'
import { typedFigure } from './figures.ts'
import type { Objective, ObjectiveUnit } from './objective.ts'
import { ownRange } from './reach.ts'

type Range = { value: number | null; low: number; high: number }

/**
 * What the past says about a measure on the day an objective was saved, in stored units: the figure of the last weeks
 * with its interval, the range its single weeks are expected in and the one eight of them together are (`reach`; not
 * in what was saved before it was counted), the best eight weeks in a row, the middle half of the team, and what
 * somebody in it has held.
 */
export type Basis = {
  on: Day
  betterIs: 'higher' | 'lower'
  now: Range | null
  expected: { low: number; high: number } | null
  reach?: { low: number; high: number } | null
  best: Range | null
  team: { low: number; high: number; people: number } | null
  held?: { level: number; people: number } | null
}

export type ReadAgainst = {
  /** The need it closes, by title; with the competency it belongs to and the job role that asks for it. */
  need: string | null
  competency?: string | null
  role?: string | null
  /** Other objectives: those due within two weeks of this one are counted, and their planned actions. */
  others: readonly Pick<Objective, 'objectiveId' | 'due' | 'state' | 'private' | 'personId' | 'actions'>[]
  /** Days of reviews, held and planned. */
  reviews?: readonly Day[]
  letters?: LetterSet
}

type Readable = Pick<
  Objective,
  | 'text'
  | 'unit'
  | 'measureName'
  | 'baseline'
  | 'target'
  | 'due'
  | 'resources'
  | 'success'
  | 'priority'
  | 'servesAspiration'
  | 'private'
> & { objectiveId: string | null; basis: Basis | null; state?: Objective['state'] }

const SIGN: Partial<Record<ObjectiveUnit, string>> = { share: '%', seconds: 's' }

/** Days on either side of a date that count as the same weeks. */
const SAME_WEEKS = 14

/** What else of the person's own falls due around a day: open objectives, and actions of theirs not yet done. */
function dueAround(
  objective: Pick<Readable, 'objectiveId' | 'due' | 'private'>,
  others: ReadAgainst['others'],
): { objectives: number; actions: number } {
  const { due } = objective
  if (due === null) return { objectives: 0, actions: 0 }
  const near = (day: Day | null) =>
    day !== null && day >= addDays(due, -SAME_WEEKS) && day <= addDays(due, SAME_WEEKS)
  const seen = others.filter(
    (other) =>
      other.objectiveId !== objective.objectiveId &&
      other.state !== 'closed' &&
      (objective.private || !other.private),
  )
  return {
    objectives: seen.filter((other) => near(other.due)).length,
    actions: seen.flatMap((other) =>
      other.actions.filter(
        ({ state, ownerId, by }) => state === 'planned' && ownerId === other.personId && near(by),
      ),
    ).length,
  }
}

/**
 * What the record says beside the words, with figures as they are shown. Objectives that only the person may see are
 * counted only in the reading of one that is theirs alone.
 */
export function goalRecord(objective: Readable, against: ReadAgainst): GoalRecord {
  const { unit, baseline, target, due, basis, resources, success, measureName, state } = objective
  const shown = (value: number) => typedFigure(value, unit)
  const past = (value: number) => (unit === 'share' ? Math.round(shown(value)) : shown(value))
  const pair = (range: { low: number; high: number }) => ({ low: past(range.low), high: past(range.high) })
  const history = basis && ownRange(basis)
  const best = basis?.best?.value ?? null
  const weekly = basis?.reach ? basis.expected : null
  const sign = unit && SIGN[unit]
  const then = dueAround(objective, against.others)
  const { need, competency, role, reviews, letters } = against
  return {
    ...(measureName && { measureName }),
    ...(baseline !== null && { baseline: shown(baseline) }),
    ...(target !== null && { target: shown(target) }),
    ...(sign && { unit: sign }),
    ...(basis && { betterIs: basis.betterIs }),
    ...(history && {
      history: {
        ...pair(history),
        ...(best !== null && { best: past(best) }),
        ...(weekly && { weekly: pair(weekly) }),
      },
    }),
    ...(basis?.team && { teamMiddle: pair(basis.team) }),
    ...(basis?.held && { teamHeld: shown(basis.held.level) }),
    ...(need && { linkedNeed: need, ...(competency && { competency }), ...(role && { role }) }),
    ...(objective.priority && { priority: objective.priority }),
    ...(objective.servesAspiration && { aspiration: true }),
    ...(due !== null && { due }),
    ...(resources && { resources }),
    ...(success && { success }),
    ...(then.objectives > 0 && { openObjectivesThen: then.objectives }),
    ...(then.actions > 0 && { openActionsThen: then.actions }),
    ...(state && {
      agreement:
        state === 'agreed' || state === 'closed' ? 'agreed' : state === 'proposed' ? 'proposed' : 'open',
    }),
    ...(reviews && { reviews }),
    ...(letters && { letters }),
  }
}

/**
 * The day as of which an objective is read: what was agreed, as of the day it was agreed or last said anew. What closed
 * it, or was added after its date had passed, said neither its words nor its date anew.
 */
export function dayReadBy(
  objective: Pick<Objective, 'state' | 'due' | 'agreedOn' | 'amendedOn' | 'closedOn'>,
  today: Day,
): Day {
  const { state, due, agreedOn, amendedOn, closedOn } = objective
  if (state !== 'agreed' && state !== 'closed') return today
  const saidAnew = amendedOn !== null && amendedOn !== closedOn && (due === null || amendedOn <= due)
  return (saidAnew ? amendedOn : agreedOn) ?? today
}

/** How an objective reads against SMART, by its words and by what the plan holds. Source: mission.md A6, B9. */
export function readObjective(objective: Readable, against: ReadAgainst, today: Day): SmartReading {
  return checkGoal(objective.text, today, goalRecord(objective, against))
}
