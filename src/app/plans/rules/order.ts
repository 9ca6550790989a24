import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import type { Objective } from './objective.ts'

type Placed = Pick<Objective, 'objectiveId' | 'ref' | 'place' | 'state'>

/** The open objectives, in the order in which the person puts them first. */
export function inOrder<T extends Placed>(objectives: readonly T[]): T[] {
  return objectives
    .filter(({ state }) => state !== 'closed')
    .sort((a, b) => a.place - b.place || Number(a.ref.slice(2)) - Number(b.ref.slice(2)))
}

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

/** 1 as "first"; from the eleventh on, "number 11". */
export function ordinal(rank: number): string {
  return ORDINALS[rank - 1] ?? `number ${rank}`
}

/** The two that change places so that one moves a place up or down; null where it is at that end already. */
export function exchange<T extends Placed>(
  objectives: readonly T[],
  objectiveId: Id,
  to: 'up' | 'down',
): [T, T] | null {
  const all = inOrder(objectives)
  const at = all.findIndex((one) => one.objectiveId === objectiveId)
  const one = all[at]
  const other = at < 0 ? undefined : all[to === 'up' ? at - 1 : at + 1]
  return one && other ? [one, other] : null
}

type Dependent = Pick<Objective, 'objectiveId' | 'ref' | 'afterId'>

/** Whether one objective comes after another, by way of others too. */
function comesAfter(one: Id, other: Id, all: readonly Dependent[]): boolean {
  const seen = new Set<Id>()
  for (let at: Id | null = one; at !== null && !seen.has(at); ) {
    seen.add(at)
    at = all.find((each) => each.objectiveId === at)?.afterId ?? null
    if (at === other) return true
  }
  return false
}

/** Why an objective cannot come after another: itself, one gone, or one that already waits for it. Names `after`. */
export function checkAfter(objective: Dependent, all: readonly Dependent[]): Refusal[] {
  const { objectiveId, ref, afterId } = objective
  if (afterId === null) return []
  const first = all.find((one) => one.objectiveId === afterId)
  if (!first || afterId === objectiveId)
    return [{ field: 'after', message: 'Choose another objective of this plan.' }]
  return comesAfter(afterId, objectiveId, all)
    ? [
        {
          field: 'after',
          message: `${first.ref} comes after ${ref} already, so ${ref} cannot come after ${first.ref}.`,
        },
      ]
    : []
}

/** The same objectives, where one that comes after another which is not among them says nothing of that other. */
export function withoutUnseen<T extends Pick<Objective, 'objectiveId' | 'afterId' | 'after'>>(
  objectives: readonly T[],
): T[] {
  const seen = new Set(objectives.map(({ objectiveId }) => objectiveId))
  return objectives.map((one) =>
    one.afterId && !seen.has(one.afterId) ? { ...one, afterId: null, after: null } : one,
  )
}

/** What to say where an objective falls due before the one it waits for; null where it does not. */
export function dueTooEarly(
  objective: Pick<Objective, 'afterId' | 'due' | 'state'>,
  all: readonly Pick<Objective, 'objectiveId' | 'ref' | 'due' | 'state'>[],
): string | null {
  const first = all.find(({ objectiveId }) => objectiveId === objective.afterId)
  if (!first?.due || !objective.due || first.state === 'closed' || objective.state === 'closed') return null
  return objective.due < first.due
    ? `It falls due on ${plainDay(objective.due)}, before ${first.ref}, which comes first and is due on ${plainDay(first.due)}.`
    : null
}
