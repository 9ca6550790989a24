import type { Id } from '../../../kernel/id.ts'
import { LINE, type RoleGraph, type RoleNode } from './graph.ts'
import { walksFrom, weigh } from './walk.ts'
import { evenWay, shortestWay, specialistWay } from './ways.ts'

export const ROUTE_KINDS = ['fewest steps', 'smallest largest gap', 'through a specialist role'] as const
export type RouteKind = (typeof ROUTE_KINDS)[number]

/** One competency that a step asks for. `agreed` is the person's level; `short` what is left once the steps before are closed. */
export type StepGap = {
  competencyId: Id
  required: number
  essential: boolean
  /** Null where nobody has agreed one. */
  agreed: number | null
  /** Levels still to close at this step; null where nothing is agreed and no step before asks for it. */
  short: number | null
}

export type RouteStep = {
  roleId: Id
  title: string
  track: string
  responsibility: number
  /** A role outside the organisation, from an advert. */
  elsewhere: boolean
  /** Another track than the role before. */
  crosses: boolean
  /** Levels of responsibility more than in the role before; negative where it answers for less. */
  gains: number
  gap: StepGap[]
  /** Levels of essential requirements to close beyond the steps before. */
  total: number
  /** Essential requirements without an agreed level that no step before asks for. */
  notAgreed: number
}

/** What a route is, whatever it is called. Source: domain.md 2.6 (progression is growing responsibility). */
export type RouteCharacter = 'progression' | 'sideways' | 'a new job, not progression'

export type Route = {
  kind: RouteKind
  /** The other kinds that the same route is. */
  also: RouteKind[]
  from: { roleId: Id; title: string; track: string; responsibility: number }
  steps: RouteStep[]
  character: RouteCharacter
  /** The most that one step asks: levels to close, and one for each that nobody has agreed. */
  largest: number
  total: number
  notAgreed: number
}

/** How many steps more than the fewest a route may take: a longer one is no route that anybody would plan. */
const MOST_DETOUR = 3

/**
 * Up to three routes of different character from one role to another: with the fewest steps; with the smallest largest
 * gap between one role and the next; and the shortest through a specialist role on the way. Each is never more than
 * three steps longer than the shortest. The same roles and moves always give the same routes; two kinds that are the
 * same route are one, which says both. Every move is read a few times, so that the time grows as the number of moves.
 * Source: mission.md B5; domain.md 2.6.
 * @param agreed the person's agreed levels, by competency
 * @returns none where there is no way, or both are the same role
 */
export function findRoutes(graph: RoleGraph, from: Id, to: Id, agreed: ReadonlyMap<Id, number>): Route[] {
  const start = graph.placeOf.get(from)
  const end = graph.placeOf.get(to)
  if (start === undefined || end === undefined || start === end) return []
  const moves = weigh(graph, start, agreed)
  const fewest = walksFrom(moves, start)
  const shortest = fewest.steps[end] ?? -1
  if (shortest < 0) return []
  const longest = shortest + MOST_DETOUR
  const ways: { kind: RouteKind; way: number[] }[] = [
    { kind: 'fewest steps', way: shortestWay(graph, moves, fewest, end) },
    { kind: 'smallest largest gap', way: evenWay(moves, start, end, longest) },
    { kind: 'through a specialist role', way: specialistWay(graph, moves, fewest, end, longest) },
  ]
  const found = ways
    .filter(({ way }) => way.length > 0)
    .map(({ kind, way }) => ({ kind, way, route: routeOf(graph, way, agreed) }))
  // A move is weighed by the role it leaves, a route by all that its steps close: of those shown, the least is so named.
  const named = found.map((one) =>
    one.kind === 'smallest largest gap'
      ? {
          ...found.reduce((best, other) => (lighter(other.route, best.route) ? other : best), one),
          kind: one.kind,
        }
      : one,
  )
  const same = Map.groupBy(named, ({ way }) => way.join(' '))
  return [...same.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first.route, kind: first.kind, also: others.map(({ kind }) => kind) }] : [],
  )
}

type Bare = Omit<Route, 'kind' | 'also'>

const lighter = (a: Bare, b: Bare): boolean =>
  a.largest < b.largest || (a.largest === b.largest && a.steps.length < b.steps.length)

function routeOf({ roles }: RoleGraph, way: readonly number[], agreed: ReadonlyMap<Id, number>): Bare {
  const [first, ...others] = way.flatMap((place) => roles[place] ?? [])
  if (!first) throw new Error('A route begins with a role.')
  const held = new Map(agreed)
  let before = first
  const steps: RouteStep[] = []
  for (const role of others) {
    steps.push(stepTo(role, before, held, agreed))
    for (const { competencyId, level, essential } of role.requirements)
      if (essential) held.set(competencyId, Math.max(level, held.get(competencyId) ?? 0))
    before = role
  }
  const { roleId, title, track, responsibility } = first
  return {
    from: { roleId, title, track, responsibility },
    steps,
    character: characterOf(first, before),
    largest: Math.max(0, ...steps.map(({ total, notAgreed }) => total + notAgreed)),
    total: steps.reduce((all, { total }) => all + total, 0),
    notAgreed: steps.reduce((all, { notAgreed }) => all + notAgreed, 0),
  }
}

/** One step of a route: what the role asks beyond what is held by then. */
export function stepTo(
  role: RoleNode,
  before: RoleNode,
  held: ReadonlyMap<Id, number>,
  agreed: ReadonlyMap<Id, number>,
): RouteStep {
  const gap = role.requirements.map(({ competencyId, level, essential }): StepGap => {
    const has = held.get(competencyId)
    return {
      competencyId,
      required: level,
      essential,
      agreed: agreed.get(competencyId) ?? null,
      short: has === undefined ? null : Math.max(0, level - has),
    }
  })
  const asked = gap.filter(({ essential }) => essential)
  const { roleId, title, track, responsibility } = role
  return {
    roleId,
    title,
    track,
    responsibility,
    elsewhere: role.elsewhere === true,
    crosses: track !== before.track,
    gains: responsibility - before.responsibility,
    gap,
    total: asked.reduce((all, { short }) => all + (short ?? 0), 0),
    notAgreed: asked.filter(({ short }) => short === null).length,
  }
}

/**
 * A route that ends with more responsibility than it began with is progression. One that ends with as much, on another
 * specialist track of the organisation, is a sideways move, which counts too. Anything else is a new job and is called
 * that: also another employer at the same level. Source: domain.md 2.6.
 */
export function characterOf(from: Place, to: Place): RouteCharacter {
  if (to.responsibility > from.responsibility) return 'progression'
  const specialism = !to.elsewhere && to.track !== LINE && to.track !== from.track
  return to.responsibility === from.responsibility && specialism ? 'sideways' : 'a new job, not progression'
}

type Place = Pick<RoleNode, 'track' | 'responsibility' | 'elsewhere'>
