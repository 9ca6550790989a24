import type { ComponentChildren } from 'preact'
import { Empty } from '../../../ui/empty.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { Career } from '../career.ts'
import type { SeenMastery } from '../mastery.ts'
import { type Acting, Between } from './between.tsx'
import { ComesFrom } from './comes-from.tsx'
import { MapSection } from './map-section.tsx'
import { RouteChoices } from './route-choices.tsx'

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

/** Where somebody could go: the map, the ways to the role in view, and what stands between them and the next step. */
export function CareerPage(props: CareerPageProps) {
  const { person, own, career, orgName, acting, children } = props
  const { route, wanted, isTarget } = career
  return (
    <>
      <PassedOver {...props} />
      <MapSection person={person} own={own} career={career} find={props.find} />
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
