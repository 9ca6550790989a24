import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { graphOf } from './graph.ts'
import { type CareerMap, drawMap, type MapBox, type MapRole } from './map.ts'
import { drawnOf, MOST_DRAWN } from './neighbourhood.ts'

const role = (roleId: string, track: string, responsibility: number): MapRole => ({
  roleId,
  title: `The role ${roleId}`,
  track,
  responsibility,
})

const arbitrary = fc
  .record({
    roles: fc.array(
      fc.record({
        track: fc.constantFrom(
          'Line',
          'Quality',
          'Planning',
          'Resolution',
          'Digital',
          'Field',
          'Sales',
          'Care',
        ),
        responsibility: fc.integer({ min: 1, max: 6 }),
        words: fc.integer({ min: 1, max: 5 }),
      }),
      { minLength: 1, maxLength: MOST_DRAWN, size: 'max' },
    ),
    links: fc.array(fc.tuple(fc.nat(59), fc.nat(59)), { maxLength: 80, size: 'max' }),
    route: fc.array(fc.nat(59), { maxLength: 4 }),
  })
  .map(({ roles, links, route }) => {
    const all = roles.map(({ track, responsibility, words }, index) => ({
      ...role(`r${index}`, track, responsibility),
      title: Array.from({ length: words }, () => 'Considerable').join(' '),
      ...(index === 0 ? { sub: 'You, since March 2024' } : {}),
    }))
    const moves = links
      .filter(([from, to]) => from !== to && from < all.length && to < all.length)
      .map(([from, to]) => ({ from: `r${from}`, to: `r${to}` }))
    const steps = [...new Set(route.filter((place) => place < all.length))].map((place) => `r${place}`)
    return {
      map: drawMap(
        all,
        moves,
        steps,
        steps.slice(1).map(() => '3 levels to close'),
      ),
      all,
      moves,
      steps,
    }
  })

test('long titles that differ at their end differ on the map, and long tracks keep to their column', () => {
  const tracks = Array.from(
    { length: 12 },
    (_, index) =>
      `Customer relationships and retention of the ${['north', 'south', 'east'][index % 3]} ${index}`,
  )
  const roles = tracks.flatMap((track, index) =>
    ['complaints', 'payments', 'moves'].map((what) => ({
      ...role(`${what} ${index}`, track, 3),
      title: `Senior regional customer service specialist for ${what}`,
    })),
  )
  const map = drawMap(roles, [])
  const column = (map.tracks[1]?.x ?? 0) - (map.tracks[0]?.x ?? 0)
  for (const { lines } of map.tracks) {
    assert.ok(lines.length <= 3)
    for (const { words } of lines) assert.ok(words.length * 7 <= column - 8, words)
  }
  assert.equal(new Set(map.tracks.map(({ lines }) => lines.map(({ words }) => words).join(' '))).size, 12)
  const stacks = Map.groupBy(map.boxes, ({ x }) => x)
  for (const boxes of stacks.values()) {
    assert.equal(new Set(boxes.map(({ lines }) => lines.join(' '))).size, 3, 'three titles look like three')
    for (const { lines, width } of boxes) {
      assert.ok(lines.length <= 4)
      for (const line of lines) assert.ok(line.length * 6.5 <= width, line)
    }
  }
  const highest = Math.min(...map.boxes.map(({ y }) => y))
  assert.ok(map.tracks.every(({ lines }) => lines.every(({ y }) => y < highest)))
})

test('a short title is whole, and a short track on one line', () => {
  const map = drawMap([{ ...role('one', 'Line', 2), title: 'Customer success manager' }], [])
  assert.equal(map.boxes[0]?.lines.join(' '), 'Customer success manager')
  const crowded = drawMap(
    Array.from({ length: 10 }, (_, index) => ({
      ...role(`r${index}`, `Track ${index}`, 2),
      title: 'Vulnerable customers safeguarding lead',
    })),
    [],
  )
  assert.deepEqual(crowded.boxes[0]?.lines, ['Vulnerable', 'customers', 'safeguarding', 'lead'])
  assert.deepEqual(
    map.tracks[0]?.lines.map(({ words }) => words),
    ['Line'],
  )
})

test('up to twelve tracks fit on a page of 1,200 without scrolling, and a long word is broken and not cut', () => {
  const wide = (tracks: number) =>
    drawMap(
      Array.from({ length: tracks }, (_, index) => ({
        ...role(`r${index}`, `Track ${index}`, 2),
        title: 'Contact-centre superintendent',
      })),
      [],
    )
  for (const tracks of [1, 6, 7, 12]) assert.equal(wide(tracks).width, 1200, `${tracks}`)
  assert.deepEqual(wide(12).boxes[0]?.lines, ['Contact-', 'centre', 'superinten-', 'dent'])
  assert.ok(wide(13).width > 1200)
})

type Line = CareerMap['moves'][number]

/** The corners of a line, in order. */
const cornersOf = ({ d }: Line) =>
  [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))

const inside = (box: MapBox, a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.max(a.x, b.x) > box.x + 1 &&
  Math.min(a.x, b.x) < box.x + box.width - 1 &&
  Math.max(a.y, b.y) > box.y + 1 &&
  Math.min(a.y, b.y) < box.y + box.height - 1

test('whatever the roles, no two boxes lie on each other, and all lie within the drawing', () => {
  fc.assert(
    fc.property(arbitrary, ({ map, all }) => {
      assert.equal(map.boxes.length, all.length)
      for (const [index, box] of map.boxes.entries()) {
        assert.ok(
          box.x >= map.left &&
            box.x + box.width <= map.width &&
            box.y >= 20 &&
            box.y + box.height < map.height,
        )
        for (const other of map.boxes.slice(index + 1))
          assert.ok(
            box.x + box.width <= other.x ||
              other.x + other.width <= box.x ||
              box.y + box.height <= other.y ||
              other.y + other.height <= box.y,
          )
      }
    }),
  )
})

test('a higher responsibility always stands higher, and one track always above itself', () => {
  fc.assert(
    fc.property(arbitrary, ({ map, all }) => {
      const boxOf = new Map(map.boxes.map((box) => [box.roleId, box]))
      for (const one of all)
        for (const other of all) {
          const [a, b] = [boxOf.get(one.roleId), boxOf.get(other.roleId)]
          if (!a || !b) continue
          if (one.responsibility > other.responsibility) assert.ok(a.y < b.y)
          if (one.track === other.track) assert.equal(a.x, b.x)
        }
    }),
    { numRuns: 40 },
  )
})

test('a move is drawn from its role to the other, and through no box on its way', () => {
  fc.assert(
    fc.property(arbitrary, ({ map, moves, steps }) => {
      const said = new Set(
        [...moves, ...steps.slice(1).map((to, index) => ({ from: steps[index] ?? '', to }))].map(
          ({ from, to }) => `${from} ${to}`,
        ),
      )
      const lines = [...map.moves, ...map.route]
      assert.equal(new Set(lines.map(({ from, to }) => `${from} ${to}`)).size, said.size)
      for (const line of lines) {
        const corners = cornersOf(line)
        for (const [index, corner] of corners.slice(1).entries())
          for (const box of map.boxes)
            assert.ok(!inside(box, corners[index] ?? corner, corner), `${line.from} to ${line.to}: ${line.d}`)
        const [first, last] = [corners[0], corners.at(-1)]
        for (const [point, roleId] of [
          [first, line.from],
          [last, line.to],
        ] as const) {
          const box = map.boxes.find((one) => one.roleId === roleId)
          assert.ok(box && point)
          const near = (a: number, b: number) => Math.abs(a - b) < 0.11
          const edge =
            near(point.x, box.x) ||
            near(point.x, box.x + box.width) ||
            near(point.y, box.y) ||
            near(point.y, box.y + box.height)
          assert.ok(edge, `${line.from} to ${line.to} ends away from its boxes`)
        }
      }
    }),
  )
})

test('two moves that share no role never lie along each other in a channel', () => {
  fc.assert(
    fc.property(arbitrary, ({ map }) => {
      const runs = [...map.moves, ...map.route].flatMap((line) => {
        const corners = cornersOf(line)
        return corners.slice(1).flatMap((to, index) => {
          const from = corners[index] ?? to
          return from.y === to.y && Math.abs(from.x - to.x) > 30
            ? [{ line, y: from.y, left: Math.min(from.x, to.x), right: Math.max(from.x, to.x) }]
            : []
        })
      })
      for (const [index, run] of runs.entries())
        for (const other of runs.slice(index + 1)) {
          const [a, b] = [run.line, other.line]
          const kin = a.from === b.from || a.to === b.to || a.from === b.to || a.to === b.from
          if (kin || run.y !== other.y) continue
          assert.ok(run.right < other.left || other.right < run.left, `${a.d} and ${b.d}`)
        }
    }),
    { numRuns: 60 },
  )
})

const many = (count: number, links: number) => {
  const nodes = Array.from({ length: count }, (_, index) => ({
    ...role(`r${index}`, ['Line', 'Quality', 'Planning'][index % 3] ?? 'Line', (index % 6) + 1),
    requirements: [],
  }))
  const moves = nodes.flatMap((_, index) =>
    Array.from({ length: links }, (_each, at) => ({
      from: `r${index}`,
      to: `r${(index * 7 + at * 13 + 1) % count}`,
    })),
  )
  return graphOf(nodes, moves)
}

test('of thousands of roles the map shows what is near the one looked at, with the route', () => {
  const drawn = drawnOf(many(3000, 20), 17, [5, 900, 2000])
  assert.ok(drawn.roles.length <= 30, `${drawn.roles.length}`)
  for (const place of [17, 5, 900, 2000]) assert.ok(drawn.roles.includes(place))
  assert.ok(drawn.left.length > 100, 'what did not fit is said')
  assert.ok(!drawn.whole)
})

test('sixty roles are drawn whole; where their moves would tangle, only those of the role looked at are drawn', () => {
  const calm = drawnOf(many(60, 1), 3, [])
  assert.ok(calm.whole && calm.allMoves)
  assert.equal(calm.roles.length, 60)
  const busy = drawnOf(many(60, 6), 3, [])
  assert.ok(busy.whole && !busy.allMoves)
  assert.ok(busy.moves.length > 0 && busy.moves.every(({ from, to }) => from === 3 || to === 3))
})
