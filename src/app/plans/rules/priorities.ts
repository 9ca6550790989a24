import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import type { Objective } from './objective.ts'

/** What is written of a priority. */
export type PriorityFields = {
  title: string
  owner: string
  from: Day | null
  to: Day | null
  measure: string | null
}

/** Why a priority cannot be kept as written; each names `title`, `owner`, `from`, `to` or `measure`. */
export function checkPriority(fields: PriorityFields, measures: readonly { key: string }[]): Refusal[] {
  const { title, owner, from, to, measure } = fields
  const refusals: Refusal[] = []
  if (!title) refusals.push({ field: 'title', message: 'Say what the organisation wants, in a few words.' })
  if (title.length > 120) refusals.push({ field: 'title', message: 'Keep it under 120 characters.' })
  if (!owner) refusals.push({ field: 'owner', message: 'Name who answers for it.' })
  if (owner.length > 120) refusals.push({ field: 'owner', message: 'Keep it under 120 characters.' })
  if (!from) refusals.push({ field: 'from', message: 'Give the day from which it counts.' })
  if (from && to && to < from)
    refusals.push({ field: 'to', message: 'Give a last day that is not before the first.' })
  if (measure && !measures.some((one) => one.key === measure))
    refusals.push({ field: 'measure', message: 'Choose a measure of the list, or none.' })
  return refusals
}

/** What of a priority can change. */
export type PriorityPart = 'title' | 'owner' | 'dates' | 'measure'

/** Which parts of a priority differ. */
export function changedParts(
  before: Readonly<PriorityFields>,
  after: Readonly<PriorityFields>,
): PriorityPart[] {
  return [
    ...(before.title === after.title ? [] : ['title' as const]),
    ...(before.owner === after.owner ? [] : ['owner' as const]),
    ...(before.from === after.from && before.to === after.to ? [] : ['dates' as const]),
    ...(before.measure === after.measure ? [] : ['measure' as const]),
  ]
}

/**
 * The professional needs that serve no priority: those without an open objective, and those of whose open objectives
 * none serves one. A need whose objective was met is closed. Source: mission.md A12.
 */
export function servingNone<N extends { needId: string; kind: string }>(
  needs: readonly N[],
  objectives: readonly Pick<Objective, 'ref' | 'needId' | 'priorityId' | 'state' | 'closedAs'>[],
): { need: N; open: string[] }[] {
  return needs.flatMap((need) => {
    const own = objectives.filter(({ needId }) => needId === need.needId)
    const open = own.filter(({ state }) => state !== 'closed')
    const isClosed = open.length === 0 && own.some(({ closedAs }) => closedAs === 'met')
    const serves = open.some(({ priorityId }) => priorityId !== null)
    return need.kind !== 'professional' || isClosed || serves
      ? []
      : [{ need, open: open.map(({ ref }) => ref) }]
  })
}
