import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { graphOf, LINE, type RoleGraph, type RoleNode } from './graph.ts'
import { characterOf, findRoutes, type Route } from './routes.ts'
import { walksFrom, wayTo, weigh } from './walk.ts'

const role = (
  roleId: string,
  track: string,
  responsibility: number,
  asks: Record<string, number> = {},
  helpful: Record<string, number> = {},
): RoleNode => ({
  roleId,
  title: roleId,
  track,
  responsibility,
  requirements: [
    ...Object.entries(asks).map(([competencyId, level]) => ({ competencyId, level, essential: true })),
    ...Object.entries(helpful).map(([competencyId, level]) => ({ competencyId, level, essential: false })),
  ],
})
const moves = (...pairs: string[]) =>
  pairs.map((pair) => {
    const [from = '', to = ''] = pair.split('>')
    return { from, to }
  })
const held = (levels: Record<string, number>) => new Map(Object.entries(levels))
const names = (route: Route | undefined) => route?.steps.map(({ roleId }) => roleId)
const kindOf = (routes: readonly Route[], kind: Route['kind']) =>
  routes.find((route) => route.kind === kind || route.also.includes(kind))

const ADVISER = role('adviser', LINE, 2, { complaints: 3, coaching: 1 })
const SENIOR = role('senior', LINE, 3, { complaints: 4, coaching: 2 })
const LEADER = role('leader', LINE, 4, { complaints: 4, coaching: 4, measures: 3 })
const HANDLER = role('handler', 'Resolution', 3, { complaints: 4, coaching: 3, measures: 1 })
const NORTHGATE = graphOf(
  [ADVISER, SENIOR, LEADER, HANDLER],
  moves('adviser>senior', 'senior>leader', 'adviser>handler', 'handler>leader', 'adviser>leader'),
)
const AMARA = held({ complaints: 3, coaching: 1, measures: 1 })

test('three routes for Amara: straight up, step by step, and through a specialist role', () => {
  const routes = findRoutes(NORTHGATE, 'adviser', 'leader', AMARA)
  assert.deepEqual(names(kindOf(routes, 'fewest steps')), ['leader'])
  assert.deepEqual(names(kindOf(routes, 'smallest largest gap')), ['handler', 'leader'])
  assert.deepEqual(names(kindOf(routes, 'through a specialist role')), ['handler', 'leader'])
  assert.equal(routes.length, 2, 'two kinds that are the same route are one')
  assert.deepEqual(routes[1]?.also, ['through a specialist role'])
})

test('what a step closes counts as held for the next', () => {
  const [, route] = findRoutes(NORTHGATE, 'adviser', 'leader', AMARA)
  const [first, second] = route?.steps ?? []
  assert.deepEqual([first?.total, second?.total], [3, 3])
  assert.deepEqual(
    second?.gap.map(({ competencyId, agreed, short }) => [competencyId, agreed, short]),
    [
      ['complaints', 3, 0],
      ['coaching', 1, 1],
      ['measures', 1, 2],
    ],
  )
  assert.deepEqual([route?.largest, route?.total, route?.notAgreed], [3, 6, 0])
})

test('a level that nobody has agreed is counted apart, and neither as held nor as a gap', () => {
  const [route] = findRoutes(NORTHGATE, 'adviser', 'senior', held({ complaints: 4 }))
  assert.deepEqual([route?.total, route?.notAgreed], [0, 1])
  assert.deepEqual(
    route?.steps[0]?.gap.map(({ short }) => short),
    [0, null],
  )
})

test('what is unknown is not free: a way through things that nobody has agreed is not the one with the smallest gap', () => {
  const unknown = role('unknown', LINE, 3, { law: 2, charts: 2, writing: 2 })
  const known = role('known', LINE, 3, { complaints: 4, coaching: 2 })
  const graph = graphOf(
    [ADVISER, unknown, known, role('top', LINE, 4)],
    moves('adviser>unknown', 'adviser>known', 'unknown>top', 'known>top'),
  )
  const routes = findRoutes(graph, 'adviser', 'top', AMARA)
  assert.deepEqual(names(kindOf(routes, 'smallest largest gap')), ['known', 'top'])
})

test('what is helpful alone is shown and never stands between somebody and a role', () => {
  const graph = graphOf(
    [ADVISER, role('analyst', 'Quality', 3, { complaints: 4 }, { coaching: 5 })],
    moves('adviser>analyst'),
  )
  const [route] = findRoutes(graph, 'adviser', 'analyst', AMARA)
  assert.equal(route?.total, 1)
  assert.deepEqual(
    route?.steps[0]?.gap.map(({ essential, short }) => [essential, short]),
    [
      [true, 1],
      [false, 4],
    ],
  )
})

test('a route that never grows in responsibility is a new job; one into a specialism at the same level is sideways', () => {
  const at = (track: string, responsibility: number) => ({ track, responsibility })
  assert.equal(characterOf(at(LINE, 2), at(LINE, 3)), 'progression')
  assert.equal(characterOf(at('Quality', 3), at(LINE, 4)), 'progression')
  assert.equal(characterOf(at(LINE, 3), at('Resolution', 3)), 'sideways')
  assert.equal(characterOf(at('Quality', 3), at('Resolution', 3)), 'sideways')
  assert.equal(characterOf(at(LINE, 3), at(LINE, 3)), 'a new job, not progression')
  assert.equal(characterOf(at('Resolution', 3), at(LINE, 3)), 'a new job, not progression')
  assert.equal(characterOf(at(LINE, 4), at('Resolution', 3)), 'a new job, not progression')
})

test('each step says what it adds in responsibility, also where it adds none', () => {
  const graph = graphOf(
    [ADVISER, SENIOR, HANDLER, LEADER],
    moves('adviser>senior', 'senior>handler', 'handler>leader'),
  )
  const [route] = findRoutes(graph, 'adviser', 'leader', AMARA)
  assert.deepEqual(
    route?.steps.map(({ gains }) => gains),
    [1, 0, 1],
  )
  assert.equal(route?.character, 'progression')
})

test('where nobody has said a move of a role, track and responsibility give it', () => {
  const trainee = role('trainee', LINE, 1)
  const manager = role('manager', LINE, 5)
  const graph = graphOf([trainee, ADVISER, SENIOR, LEADER, manager, HANDLER], [])
  const onward = (id: string) =>
    graph.onward[graph.placeOf.get(id) ?? -1]?.map((place) => graph.roles[place]?.roleId)
  assert.deepEqual(onward('trainee'), ['adviser'])
  assert.deepEqual(onward('adviser'), ['senior', 'handler'])
  assert.deepEqual(onward('senior'), ['leader', 'handler'])
  assert.deepEqual(onward('handler'), ['senior', 'leader'])
  assert.deepEqual(onward('manager'), [])
  assert.equal(graph.derived.size, 6)
})

test('moves that were said stand alone, and a role added since is joined to them', () => {
  const planner = role('planner', 'Planning', 3)
  const graph = graphOf([ADVISER, SENIOR, LEADER, planner], moves('adviser>senior', 'senior>leader'))
  const onward = (id: string) =>
    graph.onward[graph.placeOf.get(id) ?? -1]?.map((place) => graph.roles[place]?.roleId)
  assert.deepEqual(onward('adviser'), ['senior', 'planner'])
  assert.deepEqual(onward('planner'), ['senior', 'leader'])
  assert.deepEqual([...graph.derived], ['planner'])
})

test('no way, no route; and none to the role that Amara has', () => {
  assert.deepEqual(findRoutes(NORTHGATE, 'leader', 'adviser', AMARA), [])
  assert.deepEqual(findRoutes(NORTHGATE, 'adviser', 'adviser', AMARA), [])
  assert.deepEqual(findRoutes(NORTHGATE, 'adviser', 'nobody', AMARA), [])
})

test('a route to smaller gaps is not followed for ever: three steps more than the shortest at most', () => {
  const ladder = Array.from({ length: 9 }, (_, index) => role(`rung ${index}`, LINE, 2, { coaching: index }))
  const graph = graphOf(ladder, [
    ...ladder.slice(1).map(({ roleId }, index) => ({ from: `rung ${index}`, to: roleId })),
    ...moves('rung 0>rung 8'),
  ])
  const routes = findRoutes(graph, 'rung 0', 'rung 8', held({ coaching: 0 }))
  assert.deepEqual(
    routes.map((route) => route.steps.length),
    [1],
  )
})

type Small = { graph: RoleGraph; agreed: Map<string, number> }

/** Up to seven roles, any moves between them, said or taken from their tracks, and any levels. */
const small: fc.Arbitrary<Small> = fc
  .record({
    roles: fc.array(
      fc.record({
        track: fc.constantFrom(LINE, LINE, 'Quality', 'Resolution'),
        responsibility: fc.integer({ min: 1, max: 6 }),
        asks: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 5 })),
      }),
      { minLength: 2, maxLength: 7 },
    ),
    links: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 24 }),
    agreed: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 5 })),
  })
  .map(({ roles, links, agreed }) => ({
    graph: graphOf(
      roles.map((each, index) => role(`r${index}`, each.track, each.responsibility, each.asks)),
      links.map(([from, to]) => ({ from: `r${from}`, to: `r${to}` })),
    ),
    agreed: held(agreed),
  }))

/** The same without a move that leads back. */
const onwardOnly = small.map(({ graph, agreed }) => ({
  graph: { ...graph, onward: graph.onward.map((ends, place) => ends.filter((end) => end > place)) },
  agreed,
}))

/** Every way without a role twice, with what each of its moves weighs, by trying all. */
function allWays(
  { graph, agreed }: Small,
  start: number,
  end: number,
): { way: number[]; weights: number[] }[] {
  const { starts, ends, weights } = weigh(graph, start, agreed)
  const found: { way: number[]; weights: number[] }[] = []
  const go = (way: number[], sofar: number[]) => {
    const at = way.at(-1) ?? 0
    if (at === end) found.push({ way, weights: sofar })
    else
      for (let move = starts[at] ?? 0; move < (starts[at + 1] ?? 0); move++) {
        const to = ends[move] ?? 0
        if (!way.includes(to)) go([...way, to], [...sofar, weights[move] ?? 0])
      }
  }
  go([start], [])
  return found
}
const least = (all: readonly number[]) => Math.min(...all)
const placesOf = ({ graph }: Small, route: Route) =>
  [route.from, ...route.steps].map(({ roleId }) => graph.placeOf.get(roleId) ?? -1)

test('against every way there is: the fewest steps, and of those the smallest largest gap', () => {
  fc.assert(
    fc.property(small, (one) => {
      const end = one.graph.roles.length - 1
      const ways = allWays(one, 0, end)
      const walks = walksFrom(weigh(one.graph, 0, one.agreed), 0)
      const way = wayTo(walks, end)
      if (ways.length === 0) return assert.deepEqual(way, [])
      const fewest = least(ways.map((each) => each.weights.length))
      assert.equal(way.length - 1, fewest)
      const short = ways.filter((each) => each.weights.length === fewest)
      const largest = walks.largest[end]
      assert.equal(largest, least(short.map(({ weights }) => Math.max(...weights))))
    }),
    { numRuns: 400 },
  )
})

test('against every way there is: no largest gap is smaller than that of the route which says so', () => {
  fc.assert(
    fc.property(small, (one) => {
      const end = one.graph.roles.length - 1
      const ways = allWays(one, 0, end)
      const routes = findRoutes(one.graph, 'r0', `r${end}`, one.agreed)
      assert.equal(routes.length > 0, ways.length > 0)
      if (ways.length === 0) return
      const within = ways.filter(
        (each) => each.weights.length <= least(ways.map(({ weights }) => weights.length)) + 3,
      )
      const found = kindOf(routes, 'smallest largest gap')
      assert.ok(found)
      const own = ways.find((each) => each.way.join() === placesOf(one, found).join())
      assert.ok(own, 'it is a way, and passes no role twice')
      const best = least(within.map(({ weights }) => Math.max(...weights)))
      assert.equal(Math.max(...own.weights), best)
      const even = within.filter(({ weights }) => Math.max(...weights) === best)
      assert.equal(own.weights.length, least(even.map(({ weights }) => weights.length)))
    }),
    { numRuns: 400 },
  )
})

const passes = ({ graph }: Small, way: readonly number[]) =>
  way.slice(1, -1).some((place) => graph.roles[place]?.track !== LINE)

test('a route through a specialist role passes one, and no role twice', () => {
  fc.assert(
    fc.property(small, (one) => {
      const end = one.graph.roles.length - 1
      const found = kindOf(findRoutes(one.graph, 'r0', `r${end}`, one.agreed), 'through a specialist role')
      if (!found) return
      const way = placesOf(one, found)
      assert.equal(new Set(way).size, way.length)
      assert.ok(passes(one, way))
      assert.ok(allWays(one, 0, end).some((each) => each.way.join() === way.join()))
    }),
    { numRuns: 400 },
  )
})

test('where no move leads back, the route through a specialist role is the shortest of them, whatever there is', () => {
  fc.assert(
    fc.property(onwardOnly, (one) => {
      const end = one.graph.roles.length - 1
      const ways = allWays(one, 0, end)
      const fewest = least(ways.map(({ weights }) => weights.length))
      const through = ways.filter(({ way }) => passes(one, way) && way.length - 1 <= fewest + 3)
      const found = kindOf(findRoutes(one.graph, 'r0', `r${end}`, one.agreed), 'through a specialist role')
      assert.equal(found !== undefined, through.length > 0)
      if (!found) return
      const shortest = least(through.map(({ weights }) => weights.length))
      assert.equal(found.steps.length, shortest)
      const own = ways.find(({ way }) => way.join() === placesOf(one, found).join())
      const equal = through.filter(({ weights }) => weights.length === shortest)
      assert.equal(Math.max(...(own?.weights ?? [])), least(equal.map(({ weights }) => Math.max(...weights))))
    }),
    { numRuns: 400 },
  )
})

test('no two routes are the same, no more than three, and the same question gives the same answer', () => {
  fc.assert(
    fc.property(small, (one) => {
      const ask = () => findRoutes(one.graph, 'r0', `r${one.graph.roles.length - 1}`, one.agreed)
      const routes = ask()
      assert.ok(routes.length <= 3)
      assert.equal(new Set(routes.map((route) => placesOf(one, route).join())).size, routes.length)
      assert.deepEqual(ask(), routes)
    }),
  )
})

test('the more Amara has agreed, the less is left of a route, step by step', () => {
  fc.assert(
    fc.property(small, fc.constantFrom('a', 'b', 'c'), (one, competencyId) => {
      const end = `r${one.graph.roles.length - 1}`
      const [before] = findRoutes(one.graph, 'r0', end, one.agreed)
      if (!before) return
      const more = new Map(one.agreed).set(competencyId, 5)
      const same = findRoutes(one.graph, 'r0', end, more).find(
        (route) => names(route)?.join() === names(before)?.join(),
      )
      if (!same) return
      for (const [at, step] of same.steps.entries())
        assert.ok(
          step.total <= (before.steps[at]?.total ?? 0) &&
            step.notAgreed <= (before.steps[at]?.notAgreed ?? 0),
        )
    }),
  )
})
