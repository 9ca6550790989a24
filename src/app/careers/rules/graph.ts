import type { Id } from '../../../kernel/id.ts'

/** The track of those who lead; every other track is a specialism. Source: domain.md 2.6. */
export const LINE = 'Line'

/** A role as far as a route needs it. `responsibility` is 1, learns with support, to 6, sets direction. */
export type RoleNode = {
  roleId: Id
  title: string
  track: string
  responsibility: number
  /** A role outside the organisation: its track is none of those here. */
  elsewhere?: boolean
  requirements: readonly { competencyId: Id; level: number; essential: boolean }[]
}

/** Roles by their place in `roles`, and from each the places of those that people move on to. */
export type RoleGraph = {
  roles: readonly RoleNode[]
  placeOf: ReadonlyMap<Id, number>
  onward: readonly (readonly number[])[]
  /** Roles of which nobody has said any move: theirs are taken from track and responsibility. */
  derived: ReadonlySet<Id>
}

/** How many moves are taken from track and responsibility for one role: an organisation of thousands says its own. */
const MOST_DERIVED = 200

/** The places that have a key in common, in their order. */
const placesBy = (
  roles: readonly RoleNode[],
  places: readonly number[],
  key: (role: RoleNode) => string,
): Map<string, number[]> => {
  const found = new Map<string, number[]>()
  for (const place of places) {
    const role = roles[place]
    if (!role) continue
    const all = found.get(key(role))
    if (all) all.push(place)
    else found.set(key(role), [place])
  }
  return found
}

/**
 * The roles and the moves between them. Where nobody has said a move of a role, in or out, its moves are taken to be:
 * on to the next responsibility there is on the same track, and between Line and a specialist track at the same
 * responsibility or the next. A role outside the organisation has only the moves that lead to it, and they take none
 * away from the roles they leave. Moves that name a role that is not there, or one and the same twice, are left out.
 * Source: domain.md 2.6 (a line route, and specialist routes beside it).
 */
export function graphOf(roles: readonly RoleNode[], moves: readonly { from: Id; to: Id }[]): RoleGraph {
  const placeOf = new Map(roles.map(({ roleId }, place) => [roleId, place]))
  const onward: number[][] = roles.map(() => [])
  const outside = (place: number) => roles[place]?.elsewhere === true
  const said = new Set<number>([...roles.keys()].filter(outside))
  for (const move of moves) {
    const from = placeOf.get(move.from)
    const to = placeOf.get(move.to)
    if (from === undefined || to === undefined || from === to) continue
    onward[from]?.push(to)
    if (!outside(from) && !outside(to)) said.add(from).add(to)
  }
  // Of a role whose moves were said, only those to roles of which none was said are taken.
  const toAny = nextBy(roles, (place) => !outside(place))
  const toUnsaid = nextBy(roles, (place) => !said.has(place))
  for (const place of roles.keys()) {
    if (outside(place)) continue
    let taken = 0
    for (const to of said.has(place) ? toUnsaid(place) : toAny(place)) {
      if (taken === MOST_DERIVED) break
      onward[place]?.push(to)
      taken += 1
    }
  }
  const derived = roles.filter((_, place) => !said.has(place)).map(({ roleId }) => roleId)
  return {
    roles,
    placeOf,
    onward: onward.map((all) => all.sort((a, b) => a - b).filter((to, at) => to !== all[at - 1])),
    derived: new Set(derived),
  }
}

/** Where somebody would move on to by track and responsibility alone, role by role, among the roles that `may` names. */
function nextBy(
  roles: readonly RoleNode[],
  may: (place: number) => boolean,
): (place: number) => Iterable<number> {
  const places = [...roles.keys()].filter(may)
  const cells = placesBy(roles, places, ({ track, responsibility }) => `${responsibility} ${track}`)
  const specialist = placesBy(
    roles,
    places,
    ({ track, responsibility }) => `${track !== LINE} ${responsibility}`,
  )
  const rungs = new Map(
    [
      ...Map.groupBy(
        roles.filter(({ elsewhere }) => !elsewhere),
        ({ track }) => track,
      ),
    ].map(([track, all]) => [
      track,
      [...new Set(all.map(({ responsibility }) => responsibility))].sort((a, b) => a - b),
    ]),
  )
  return function* (place) {
    const role = roles[place]
    if (!role) return
    const { track, responsibility } = role
    const rung = rungs.get(track)?.find((each) => each > responsibility)
    if (rung !== undefined) yield* cells.get(`${rung} ${track}`) ?? []
    for (const level of [responsibility, responsibility + 1])
      yield* (track === LINE ? specialist.get(`true ${level}`) : cells.get(`${level} ${LINE}`)) ?? []
  }
}
