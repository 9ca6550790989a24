import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graphOf, LINE, type RoleGraph } from './graph.ts'
import { characterOf, findRoutes } from './routes.ts'
import { ADVISER, AMARA, HANDLER, held, kindOf, LEADER, moves, names, role, SENIOR } from './some-roles.ts'

const NORTHGATE = graphOf(
  [ADVISER, SENIOR, LEADER, HANDLER],
  moves('adviser>senior', 'senior>leader', 'adviser>handler', 'handler>leader', 'adviser>leader'),
)

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
  assert.equal(characterOf(at('Quality', 3), at('Quality', 3)), 'a new job, not progression')
})

test('a job elsewhere at the same level is a new job, whatever its track is called; one that answers for more is progression', () => {
  const advert = (responsibility: number) => ({
    ...role('advert', 'Elsewhere', responsibility),
    elsewhere: true,
  })
  assert.equal(characterOf(ADVISER, advert(2)), 'a new job, not progression')
  assert.equal(characterOf(ADVISER, advert(1)), 'a new job, not progression')
  assert.equal(characterOf(ADVISER, advert(3)), 'progression')
  assert.equal(characterOf(ADVISER, role('inside', 'Elsewhere', 2)), 'sideways')
})

test('a job elsewhere takes no move away from the roles here, leads nowhere, and is reached by the moves that were said', () => {
  const advert = { ...role('advert', 'Elsewhere', 4), elsewhere: true }
  const onward = ({ roles, placeOf, onward }: RoleGraph, id: string) =>
    onward[placeOf.get(id) ?? -1]?.map((place) => roles[place]?.roleId)
  const roles = [ADVISER, SENIOR, HANDLER, LEADER]
  const without = graphOf(roles, [])
  const graph = graphOf([...roles, advert], moves('adviser>advert', 'senior>advert'))
  assert.deepEqual(onward(graph, 'adviser'), [...(onward(without, 'adviser') ?? []), 'advert'])
  assert.deepEqual(onward(graph, 'senior'), [...(onward(without, 'senior') ?? []), 'advert'])
  assert.deepEqual(onward(graph, 'handler'), onward(without, 'handler'))
  assert.deepEqual(onward(graph, 'advert'), [])
  assert.deepEqual([...graph.derived].sort(), ['adviser', 'handler', 'leader', 'senior'])
})

test('moves from a role to itself, to one that is not there, and said twice are left out', () => {
  const graph = graphOf(
    [SENIOR, ADVISER, LEADER],
    moves('adviser>adviser', 'adviser>nobody', 'nobody>adviser', 'adviser>senior', 'adviser>senior'),
  )
  const at = graph.placeOf.get('adviser') ?? -1
  assert.deepEqual(
    graph.onward[at]?.map((place) => graph.roles[place]?.roleId),
    ['senior', 'leader'].slice(0, 1),
  )
  assert.deepEqual([...graph.derived], ['leader'])
  const alone = graphOf([ADVISER, SENIOR], moves('senior>senior'))
  assert.deepEqual(alone.derived.size, 2, 'a move to itself says nothing of a role')
})

test('what is helpful and closed on the way is not counted as held for the next step', () => {
  const graph = graphOf(
    [ADVISER, role('analyst', 'Quality', 3, {}, { coaching: 4 }), LEADER],
    moves('adviser>analyst', 'analyst>leader'),
  )
  const [route] = findRoutes(graph, 'adviser', 'leader', AMARA)
  assert.equal(route?.steps[1]?.gap.find(({ competencyId }) => competencyId === 'coaching')?.short, 3)
  assert.equal(route?.steps[1]?.total, 6)
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
  const steps = (count: number) => {
    const end = `rung ${count}`
    const short = graphOf(ladder.slice(0, count + 1), [
      ...ladder.slice(1, count + 1).map(({ roleId }, index) => ({ from: `rung ${index}`, to: roleId })),
      { from: 'rung 0', to: end },
    ])
    return findRoutes(short, 'rung 0', end, held({ coaching: 0 })).map((route) => route.steps.length)
  }
  assert.deepEqual(steps(4), [1, 4], 'three more are still a route')
  assert.deepEqual(steps(5), [1], 'four more are none')
})

test('of two ways as short, the one on the line is the one with the fewest steps, and the specialist’s stands beside it', () => {
  const graph = graphOf(
    [ADVISER, role('near', 'Resolution', 3, { complaints: 4, coaching: 2, measures: 2 }), SENIOR, LEADER],
    moves('adviser>near', 'near>leader', 'adviser>senior', 'senior>leader'),
  )
  const routes = findRoutes(graph, 'adviser', 'leader', AMARA)
  assert.deepEqual(names(kindOf(routes, 'fewest steps')), ['senior', 'leader'])
  assert.deepEqual(names(kindOf(routes, 'through a specialist role')), ['near', 'leader'])
  const longer = graphOf(
    [ADVISER, HANDLER, SENIOR, role('deputy', LINE, 3), LEADER],
    moves('adviser>handler', 'handler>leader', 'adviser>senior', 'senior>deputy', 'deputy>leader'),
  )
  const [shortest] = findRoutes(longer, 'adviser', 'leader', AMARA)
  assert.deepEqual(names(shortest), ['handler', 'leader'], 'a longer way on the line is not the shortest')
})
