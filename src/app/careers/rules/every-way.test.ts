import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { graphOf, LINE, type RoleGraph } from './graph.ts'
import { findRoutes, type Route } from './routes.ts'
import { held, kindOf, names, role } from './some-roles.ts'
import { walksFrom, wayTo, weigh } from './walk.ts'
import { evenWay } from './ways.ts'

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

test('against every way there is: no move need be heavier than those of the way that is searched for even moves', () => {
  fc.assert(
    fc.property(small, (one) => {
      const end = one.graph.roles.length - 1
      const ways = allWays(one, 0, end)
      assert.equal(findRoutes(one.graph, 'r0', `r${end}`, one.agreed).length > 0, ways.length > 0)
      if (ways.length === 0) return
      const longest = least(ways.map(({ weights }) => weights.length)) + 3
      const way = evenWay(weigh(one.graph, 0, one.agreed), 0, end, longest)
      const own = ways.find((each) => each.way.join() === way.join())
      assert.ok(own, 'it is a way, and passes no role twice')
      const within = ways.filter(({ weights }) => weights.length <= longest)
      const best = least(within.map(({ weights }) => Math.max(...weights)))
      assert.equal(Math.max(...own.weights), best)
      const even = within.filter(({ weights }) => Math.max(...weights) === best)
      assert.equal(own.weights.length, least(even.map(({ weights }) => weights.length)))
    }),
    { numRuns: 400 },
  )
})

test('no route that is shown has a smaller largest step than the one that says so, and none as small is shorter', () => {
  fc.assert(
    fc.property(small, (one) => {
      const routes = findRoutes(one.graph, 'r0', `r${one.graph.roles.length - 1}`, one.agreed)
      const named = kindOf(routes, 'smallest largest gap')
      for (const route of routes) {
        assert.ok(named && named.largest <= route.largest)
        if (named.largest === route.largest) assert.ok(named.steps.length <= route.steps.length)
        const shown = route.steps.map(({ total, notAgreed }) => total + notAgreed)
        assert.equal(route.largest, Math.max(...shown))
      }
    }),
    { numRuns: 2000 },
  )
})

test('where a way within the line is as short as a specialist’s, the fewest steps pass no specialist', () => {
  fc.assert(
    fc.property(small, (one) => {
      const end = one.graph.roles.length - 1
      const ways = allWays(one, 0, end)
      if (ways.length === 0) return
      const fewest = least(ways.map(({ weights }) => weights.length))
      const found = kindOf(findRoutes(one.graph, 'r0', `r${end}`, one.agreed), 'fewest steps')
      assert.ok(found)
      assert.equal(found.steps.length, fewest)
      const short = ways.filter(({ weights }) => weights.length === fewest)
      assert.equal(
        passes(one, placesOf(one, found)),
        short.every(({ way }) => passes(one, way)),
      )
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
