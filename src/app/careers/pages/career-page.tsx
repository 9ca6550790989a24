import type { ComponentChildren } from 'preact'
import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { count } from '../../../kernel/text.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import { RESPONSIBILITIES, type Responsibility } from '../../roles/roles.ts'
import type { Career } from '../career.ts'
import type { SeenMastery } from '../mastery.ts'
import { columnsOf, drawMap, type MapRole } from '../rules/map.ts'
import { drawnOf } from '../rules/neighbourhood.ts'
import { type Acting, Between } from './between.tsx'
import { ComesFrom } from './comes-from.tsx'
import { RoleSearch } from './find-role.tsx'
import { MapDrawing, MapKey } from './map-drawing.tsx'
import { MovesTable } from './moves-table.tsx'
import { RouteChoices } from './route-choices.tsx'
import { RouteList } from './route-list.tsx'
import { labelWords, routeSum, wayWords } from './route-words.ts'

export type CareerPageProps = {
  person: Person
  own: boolean
  career: Career
  /** What was typed to find a role. */
  find: string
  orgName: string
  acting: Acting
  mayWrite: boolean
  /** What follows: the other parts of the career, a link each. */
  children?: ComponentChildren
}

const levelName = (level: number): string => RESPONSIBILITIES[level as Responsibility]?.name ?? ''

/** "You, since March 2024". */
const nowWords = ({ person, own, career }: CareerPageProps): string => {
  const who = own ? 'You' : (person.name.split(' ')[0] ?? person.name)
  const month = career.since && plainDay(career.since).split(' ').slice(1).join(' ')
  return month ? `${who}, since ${month}` : who
}

/** Where somebody could go: the map, the ways to the role in view, and what stands between them and the next step. */
export function CareerPage(props: CareerPageProps) {
  const { person, own, career, orgName, acting, children } = props
  const { route, wanted, isTarget } = career
  return (
    <>
      <PassedOver {...props} />
      <MapSection {...props} />
      {career.routes.length > 0 && wanted && (
        <RouteChoices
          career={career}
          wanted={wanted}
          personId={person.personId}
          own={own}
          mayWrite={props.mayWrite}
        />
      )}
      <div class="mt5">
        <Columns split="8-4">
          <div>
            {route && wanted && (
              <Section
                id="between"
                title={`What stands between ${own ? 'you' : person.name} and the next step`}
                fact="Agreed level against the role profile"
              >
                <Between route={route} gaps={career.gaps} acting={acting} />
                <p class="mt3 no-print">
                  <a href={paths.careerRole(person.personId, wanted.roleId)}>
                    {own
                      ? `Try on ${wanted.title}: the shortest list`
                      : `The shortest list for ${wanted.title}`}
                  </a>
                </p>
              </Section>
            )}
            {wanted && !route && (
              <Note kind="warn" title={`No moves lead from ${career.now.title} to ${wanted.title}.`}>
                {`Your administrator can say which moves people make, on the page of each role. You can still `}
                <a href={paths.careerRole(person.personId, wanted.roleId)}>see what the role asks</a>.
              </Note>
            )}
            {!wanted && <NoTarget {...props} />}
            {career.mastery && <Beyond mastery={career.mastery} />}
          </div>
          <ComesFrom
            roles={shownSources(career, own, isTarget)}
            orgName={orgName}
            whose={own ? 'you' : person.name}
          />
        </Columns>
      </div>
      <div class="mt5">{children}</div>
      <div class="mt5">
        <Guide
          good="A target that answers for more than you do now, a step to begin with, and one gap that you work on already."
          mistake="Confusing progression with getting a new job: another employer at the same level of responsibility is a change and no step up."
          example="Amara aims for team leader. Her next step is senior adviser; three levels are to close, and she makes an objective of the heaviest, complaints."
        />
      </div>
    </>
  )
}

/** Why another role is shown than the address asks for. */
function PassedOver({ own, career: { passedOver, now, wanted } }: CareerPageProps) {
  if (!passedOver) return null
  const why =
    passedOver === 'present'
      ? `${now.title} is the role ${own ? 'you have' : 'they have'} now.`
      : `The role that was asked for is not here${own ? '' : ', or not shared with you'}.`
  return (
    <div class="mb4">
      <Note title={why}>
        {wanted
          ? `Shown instead: the way to ${wanted.title}, the target.`
          : 'Choose another to see the way there.'}
      </Note>
    </div>
  )
}

/** "You have not said which role you aim for", or what was said without naming one that is still ahead. */
function targetless({ person, own, career: { aspiration, now } }: CareerPageProps): string {
  const has = own ? 'You have' : `${person.name} has`
  const they = own ? 'you' : 'they'
  if (!aspiration) return `${has} not said which role ${they} aim for`
  if (aspiration.targetRoleId === now.roleId)
    return `${now.title}, which ${own ? 'you' : person.name} aimed for, is the role ${they} have now`
  return `${has} not named a role here`
}

function NoTarget(props: CareerPageProps) {
  const { person, mayWrite } = props
  return (
    <Empty
      title={targetless(props)}
      belongs="The way to the role, and what stands between, appear here."
      helps={
        mayWrite ? (
          <>
            Choose a role above to try it on, or{' '}
            <a href={paths.careerTarget(person.personId)}>say where you want to go</a>.
          </>
        ) : (
          'Choose a role above to see the way there.'
        )
      }
    />
  )
}

/** What is asked beside levels, and how far the person is; it promises nothing. Source: domain.md 2.6. */
function Beyond({ mastery: { role, parts } }: { mastery: SeenMastery }) {
  return (
    <div class="mt4">
      <Note title={`What ${role.title} asks, beyond levels:`}>
        {parts.map(({ asked, now }) => `${asked} (${now}). `)}A closed gap is not a promise of a post.
      </Note>
    </div>
  )
}

function shownSources({ now, wanted, route, roles }: Career, own: boolean, isTarget: boolean) {
  const steps = roles.filter(
    ({ roleId }) => roleId !== wanted?.roleId && route?.steps.some((step) => step.roleId === roleId),
  )
  return [
    { term: own ? `Your role, ${now.title}` : `The present role, ${now.title}`, role: now },
    ...steps.map((role) => ({ term: role.title, role })),
    ...(wanted ? [{ term: isTarget ? `${wanted.title}, the target` : wanted.title, role: wanted }] : []),
  ]
}

function MapSection(props: CareerPageProps) {
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
  )
  const at = (roleId: Id) =>
    paths.career(person.personId, { ...(wanted ? { role: wanted.roleId } : {}), focus: roleId })
  const here = graph.roles.filter(({ elsewhere }) => !elsewhere)
  const all = `${count(here.length, 'role')} on ${count(columnsOf(here).length, 'track')}`
  const whose = own ? 'Your route' : 'The route'
  return (
    <Section id="map" title="Career map" fact={route ? `${all}. ${whose} in gold: ${routeSum(route)}` : all}>
      {!drawn.whole && (
        <RoleSearch personId={person.personId} roles={career.roles} find={find} focus={focus} />
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
        {!drawn.whole &&
          `Shown: the route, and the roles within two moves of ${focus.title}${drawn.left.length > 0 ? `; ${drawn.left.length.toLocaleString('en-GB')} more of those are in the table` : ''}. `}
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
