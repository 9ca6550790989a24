import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { count } from '../../../kernel/text.ts'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import { RESPONSIBILITIES, type Responsibility, tracksOf } from '../../roles/roles.ts'
import type { Career } from '../career.ts'
import { drawMap, type MapRole } from '../rules/map.ts'
import { type Drawn, drawnOf } from '../rules/neighbourhood.ts'
import { RoleFinder } from './find-role.tsx'
import { MapDrawing, MapKey } from './map-drawing.tsx'
import { MOST_ROWS, MovesTable } from './moves-table.tsx'
import { RouteList } from './route-list.tsx'
import { labelWords, routeSum, wayWords } from './route-words.ts'

type Props = {
  person: Person
  own: boolean
  career: Career
  /** What was typed to find a role. */
  find: string
}

const levelName = (level: number): string => RESPONSIBILITIES[level as Responsibility]?.name ?? ''

/** "You, since March 2024". */
const nowWords = ({ person, own, career }: Props): string => {
  const who = own ? 'You' : (person.name.split(' ')[0] ?? person.name)
  const month = career.since && plainDay(career.since).split(' ').slice(1).join(' ')
  return month ? `${who}, since ${month}` : who
}

/** The roles and the moves between them, with the route; of very many, those around the role that is looked at. */
export function MapSection(props: Props) {
  const { person, own, career, find } = props
  const { graph, route, now, wanted, isTarget, focus } = career
  const routeIds: Id[] = route ? [now.roleId, ...route.steps.map(({ roleId }) => roleId)] : []
  const places = routeIds.flatMap((roleId) => graph.placeOf.get(roleId) ?? [])
  const drawn = drawnOf(
    graph,
    graph.placeOf.get(focus.roleId) ?? 0,
    places.length > 0 ? places : [graph.placeOf.get(now.roleId) ?? 0],
  )
  const subOf = (roleId: Id): string | undefined => {
    if (roleId === now.roleId) return nowWords(props)
    if (roleId === wanted?.roleId && route)
      return isTarget ? (own ? 'Your target' : 'Their target') : 'In view'
    return roleId === routeIds[1] ? (own ? 'Your next step' : 'The next step') : undefined
  }
  const shown = drawn.roles.flatMap((place): MapRole[] => {
    const role = graph.roles[place]
    return role
      ? [
          {
            ...role,
            sub: subOf(role.roleId),
            short: role.roleId === now.roleId ? (own ? 'You' : 'Now') : undefined,
          },
        ]
      : []
  })
  const moves = drawn.moves.flatMap(({ from, to }) => {
    const [a, b] = [graph.roles[from], graph.roles[to]]
    return a && b ? [{ from: a.roleId, to: b.roleId }] : []
  })
  const map = drawMap(
    shown,
    moves,
    routeIds,
    route?.steps.map((step, index) => labelWords(step, index === 0)),
    tracksOf(shown),
  )
  const at = (roleId: Id) =>
    paths.career(person.personId, { ...(wanted ? { role: wanted.roleId } : {}), focus: roleId })
  const here = graph.roles.filter(({ elsewhere }) => !elsewhere)
  const all = `${count(here.length, 'role')} on ${count(tracksOf(here).length, 'track')}`
  const whose = own ? 'Your route' : 'The route'
  return (
    <Section id="map" title="Career map" fact={route ? `${all}. ${whose} in gold: ${routeSum(route)}` : all}>
      {!drawn.whole && (
        <>
          <RoleFinder
            action={paths.career(person.personId)}
            label="Try on a role"
            roles={career.roles}
            find={find}
            hrefOf={(roleId) => paths.career(person.personId, { role: roleId, focus: roleId })}
          />
          {!find && <p class="s ink2 mb4">The map shows what lies around {focus.title}.</p>}
        </>
      )}
      <MapDrawing
        map={map}
        title="Career map: roles by level of responsibility, tracks side by side"
        meaning={
          route && wanted
            ? `${whose} runs from ${now.title}, level ${now.responsibility}, to ${wayWords(route)}. All roles and moves are in the table below.`
            : 'All roles and moves are in the table below.'
        }
        levelNames={levelName}
        hrefOf={at}
        now={now.roleId}
        route={routeIds}
        focus={focus.roleId}
      />
      <MapKey route={route !== null} sideways={map.moves.some(({ kind }) => kind !== 'up')} />
      {route && (
        <RouteList route={route} nowWords={nowWords(props).replace(/^You/, 'you')} isTarget={isTarget} />
      )}
      <p class="s ink2 mt3">
        {!drawn.whole && nearWords(drawn, focus.title)}
        {!drawn.allMoves &&
          `Only the moves of ${focus.title} and the route are drawn. Choose a role to see its moves. `}
        {graph.derived.size > 0 && derivedWords(graph.derived.size, here.length)}
      </p>
      <MovesTable
        graph={graph}
        places={[...drawn.roles, ...drawn.left]}
        summary={
          drawn.whole ? 'Show all roles and moves as a table' : 'Show these roles and moves as a table'
        }
        hrefOf={({ roleId }) => at(roleId)}
      />
    </Section>
  )
}

/** Where the moves that nobody said come from. */
const derivedWords = (derived: number, all: number): string =>
  `${derived === all ? 'Nobody has said which moves people make here' : `Of ${count(derived, 'role')} nobody has said which moves people make`}: they are taken to lead on to the next level of the track, and between Line and the other tracks at the same level or the next.`

/** Which of very many roles are drawn, and where the rest of those near are. */
function nearWords({ roles, left }: Drawn, focus: string): string {
  const shown = `Shown: the route, and the roles within two moves of ${focus}`
  if (left.length === 0) return `${shown}. `
  const more = left.length.toLocaleString('en-GB')
  const room = MOST_ROWS - roles.length
  return left.length <= room
    ? `${shown}; ${more} more of those are in the table. `
    : `${shown}; of ${more} more of those, the table holds the nearest ${room}. `
}
