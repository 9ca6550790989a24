import type { Id } from '../../../kernel/id.ts'
import type { Objective } from './objective.ts'
import { inOrder } from './order.ts'

/** The step of a route that needs something first: 0 is the next one. */
export type RouteStand = { step: number; title: string }

type Step = {
  title: string
  gap: readonly { competencyId: Id; required: number; agreed: number | null; essential: boolean }[]
}

/** The first step that asks for more of a competency than is agreed; null where none does. Source: domain.md 2.6. */
export function stepNeeding(steps: readonly Step[], competencyId: Id): RouteStand | null {
  for (const [step, { title, gap }] of steps.entries())
    if (
      gap.some(
        (one) =>
          one.competencyId === competencyId &&
          one.essential &&
          (one.agreed === null || one.required > one.agreed),
      )
    )
      return { step, title }
  return null
}

type Placed = Pick<Objective, 'objectiveId' | 'ref' | 'place' | 'state' | 'afterId'>

/**
 * The open objectives whose places change so that they stand along a route, with their new places: the same places,
 * given out anew. An objective that waits for another comes after it, whichever step needs it. Source: mission.md B5.
 * @param stepOf the step that needs an objective, 0 the next one; null where none does
 * @returns none where they stand along it already
 */
export function alongRoute<T extends Placed>(
  objectives: readonly T[],
  stepOf: (objectiveId: Id) => number | null,
): { one: T; place: number }[] {
  const open = inOrder(objectives)
  const step = (one: T) => stepOf(one.objectiveId) ?? Number.POSITIVE_INFINITY
  const wanted = open.toSorted((a, b) => {
    const [first, second] = [step(a), step(b)]
    return first === second ? 0 : first - second
  })
  const byId = new Map(open.map((one) => [one.objectiveId, one]))
  const placed = new Set<T>()
  const put = (one: T, waiting: ReadonlySet<T>) => {
    if (placed.has(one) || waiting.has(one)) return
    const first = one.afterId ? byId.get(one.afterId) : undefined
    if (first) put(first, new Set([...waiting, one]))
    placed.add(one)
  }
  for (const one of wanted) put(one, new Set())
  const places = open.map(({ place }) => place)
  const order = [...placed]
  if (order.every((one, at) => one === open[at])) return []
  // Where two had one place, their numbers told them apart: so that they do not any more, all are counted from the first.
  const from = Math.min(...places)
  const distinct = new Set(places).size === places.length
  return order.flatMap((one, at) => {
    const place = distinct ? (places[at] ?? 0) : from + at
    return place === one.place ? [] : [{ one, place }]
  })
}
