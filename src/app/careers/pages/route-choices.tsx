import type { Id } from '../../../kernel/id.ts'
import { count } from '../../../kernel/text.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { PostButton } from '../../../ui/form.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { RoleProfile } from '../../roles/roles.ts'
import type { Career } from '../career.ts'
import { characterWords, kindWords, largestWords, routeSum, wayWords } from './route-words.ts'

/** The ways to the role in view, each with what it is and what it asks; the person chooses theirs. */
export function RouteChoices(props: {
  career: Career
  wanted: RoleProfile
  personId: Id
  own: boolean
  mayWrite: boolean
}) {
  const { career, wanted, personId, own, mayWrite } = props
  const { routes, route, isTarget, aspiration } = career
  const chosen = isTarget ? aspiration?.routeKind : null
  const isChosen = (kinds: readonly string[]) =>
    chosen !== null && chosen !== undefined && kinds.includes(chosen)
  return (
    <div class="mt5">
      <Section
        id="ways"
        title={`Ways to ${wanted.title}`}
        fact={routes.length === 1 ? 'One way found' : count(routes.length, 'way')}
      >
        <Rows
          items={routes.map((one) => {
            const kinds = [one.kind, ...one.also]
            return {
              title: `${kindWords(one)}: ${wayWords(one)}`,
              meta: (
                <>
                  {routeSum(one)}
                  {one.steps.length > 1 && `, ${largestWords(one)}`}. {characterWords(one)}
                </>
              ),
              below: true,
              side: (
                <span class="no-print">
                  {isChosen(kinds) && <Tag kind="thread">{own ? 'Your choice' : 'Their choice'}</Tag>}{' '}
                  {one === route ? (
                    routes.length > 1 && <Tag>Shown</Tag>
                  ) : (
                    <ButtonLink
                      kind="secondary"
                      small
                      href={paths.career(personId, { role: wanted.roleId, kind: one.kind })}
                      about={`: ${one.kind}`}
                    >
                      Show
                    </ButtonLink>
                  )}{' '}
                  {mayWrite && isTarget && routes.length > 1 && !isChosen(kinds) && (
                    <PostButton
                      action={paths.careerRoute(personId)}
                      hidden={{ kind: one.kind }}
                      kind="quiet"
                      small
                      about={`: ${one.kind}`}
                    >
                      Choose this route
                    </PostButton>
                  )}
                </span>
              ),
            }
          })}
        />
        {mayWrite && !isTarget && (
          <p class="mt3 no-print">
            <ButtonLink kind="secondary" href={paths.careerTarget(personId, wanted.roleId)}>
              Make {wanted.title} your target
            </ButtonLink>
          </p>
        )}
      </Section>
    </div>
  )
}
