import { graphOf, type RoleNode } from '../src/app/careers/rules/graph.ts'
import { drawMap } from '../src/app/careers/rules/map.ts'
import { drawnOf } from '../src/app/careers/rules/neighbourhood.ts'
import { findRoutes } from '../src/app/careers/rules/routes.ts'
import { chances } from '../test/chances.ts'

/** How many moves lead on from one role: 60,000 of 3,000. */
const LINKS = 20
const COMPETENCIES = 60
const ASKED = 14
const RUNS = 15

const TRACKS = ['Line', 'Resolution', 'Quality', 'Planning', 'Customers', 'Digital', 'Field', 'Learning']

function organisation(size: number, chance: () => number) {
  const below = (most: number) => Math.floor(chance() * most)
  const roles = Array.from({ length: size }, (_, index): RoleNode => {
    const responsibility = 1 + below(6)
    return {
      roleId: `role ${index}`,
      title: `Role ${index}`,
      track: TRACKS[below(TRACKS.length)] ?? 'Line',
      responsibility,
      requirements: Array.from({ length: ASKED }, () => ({
        competencyId: `competency ${below(COMPETENCIES)}`,
        level: Math.min(5, Math.max(1, responsibility - 1 + below(3))),
        essential: chance() < 0.8,
      })),
    }
  })
  // People move to roles of about the same responsibility or one more, seldom less.
  const by = Map.groupBy(roles, ({ responsibility }) => responsibility)
  const moves = roles.flatMap(({ roleId, responsibility }) =>
    Array.from({ length: LINKS }, () => {
      const level = Math.min(6, responsibility + (chance() < 0.6 ? 1 : 0))
      const near = by.get(level) ?? roles
      return { from: roleId, to: near[below(near.length)]?.roleId ?? roleId }
    }),
  )
  return { roles, moves }
}

/** The quickest run: on a machine that does other things too, the one that was disturbed least. */
const quickest = (times: readonly number[]) => Math.min(...times)

function measure(size: number) {
  const chance = chances(7)
  const { roles, moves } = organisation(size, chance)
  const agreed = new Map(
    Array.from({ length: 40 }, (_, index) => [`competency ${index}`, 1 + Math.floor(chance() * 4)]),
  )
  const start = roles.find(({ responsibility }) => responsibility === 2)?.roleId ?? ''
  const end = roles.findLast(({ responsibility }) => responsibility === 5)?.roleId ?? ''
  const times = { graph: [] as number[], routes: [] as number[], map: [] as number[] }
  let found = 0
  for (let run = 0; run < RUNS; run++) {
    const before = performance.now()
    const graph = graphOf(roles, moves)
    const built = performance.now()
    const routes = findRoutes(graph, start, end, agreed)
    const searched = performance.now()
    const drawn = drawnOf(graph, graph.placeOf.get(start) ?? 0, [])
    drawMap(
      drawn.roles.flatMap((place) => graph.roles[place] ?? []),
      drawn.moves.map(({ from, to }) => ({ from: roles[from]?.roleId ?? '', to: roles[to]?.roleId ?? '' })),
    )
    times.graph.push(built - before)
    times.routes.push(searched - built)
    times.map.push(performance.now() - searched)
    found = routes.length
  }
  return {
    size,
    links: moves.length,
    found,
    graph: quickest(times.graph),
    routes: quickest(times.routes),
    map: quickest(times.map),
  }
}

measure(3000)
const rows = [60, 3000, 30_000].map(measure)
const ms = (value: number) => `${value.toFixed(2)} ms`.padStart(11)
console.log(' roles    moves  routes   build graph   find routes    draw map   search, of the one before')
for (const [index, row] of rows.entries()) {
  const before = rows[index - 1]
  const growth = before
    ? `${(row.routes / before.routes).toFixed(1)} times for ${(row.links / before.links).toFixed(0)} times the moves`
    : ''
  console.log(
    `${String(row.size).padStart(6)} ${String(row.links).padStart(8)} ${String(row.found).padStart(7)}  ${ms(row.graph)}   ${ms(row.routes)} ${ms(row.map)}   ${growth}`,
  )
}
