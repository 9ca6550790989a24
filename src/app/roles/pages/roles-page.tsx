import type { VNode } from 'preact'
import { attributionsFor } from '../../../kernel/attribution.ts'
import { count } from '../../../kernel/text.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import { tracksOf } from '../rules/order.ts'
import { RESPONSIBILITIES, type RoleProfile } from '../rules/profile.ts'

/** Every role by track, with what it answers for. */
export function RolesPage(props: {
  roles: readonly RoleProfile[]
  own: RoleProfile | null
  /** The trade that the reader works in; null where none is said. */
  sector: string | null
  /** The roles that ask for nothing essential of the framework in force. */
  unasked: ReadonlySet<string>
  /** What was searched for; null where there are too few to search. */
  find: string | null
  /** For who may change roles: those retired, and the titles of starter roles that can be added. */
  retired: readonly RoleProfile[]
  missing: readonly string[]
}): VNode {
  const { roles, own, sector, unasked, find, retired, missing } = props
  const inSector = roles.filter((role) => sector && role.sector?.toLowerCase() === sector.toLowerCase())
  const onTrack = Map.groupBy(roles, ({ track }) => track)
  return (
    <>
      {find !== null && (
        <div class="mt4">
          <Form action={paths.roles} method="get" inline label="Find a role">
            <TextField name="about" label="Find a role" value={find} type="search" />
            <Button kind="secondary">Find</Button>
          </Form>
        </div>
      )}
      {find && roles.length === 0 && (
        <p class="prose mt4">
          No role’s title, track, sector or other name says “{find}”. Try a shorter word.
        </p>
      )}
      {inSector.length > 0 && (
        <Section id="sector" title={`In your sector, ${sector}`} fact={count(inSector.length, 'role')}>
          <Rows
            items={inSector.map(({ roleId, title, track, responsibility }) => ({
              title,
              href: paths.role(roleId),
              meta: `${track} track, level ${responsibility}`,
            }))}
          />
        </Section>
      )}
      {tracksOf(roles).map((track, index) => (
        <Section key={track} id={`track-${index + 1}`} title={`${track} track`}>
          <Table
            caption={`Roles of the track ${track}`}
            hideCaption
            rows={onTrack.get(track) ?? []}
            columns={[
              {
                head: 'Role',
                width: 30,
                cell: (role) => (
                  <>
                    <a href={paths.role(role.roleId)}>{role.title}</a>
                    {role.roleId === own?.roleId && ', your role'}
                  </>
                ),
              },
              {
                head: 'Responsibility',
                cell: ({ responsibility }) =>
                  `${responsibility}: ${RESPONSIBILITIES[responsibility].answersFor}`,
              },
              {
                head: 'Asks for',
                width: 20,
                cell: (role) =>
                  unasked.has(role.roleId)
                    ? 'Nothing essential of the framework in force'
                    : count(role.requirements.length, 'competency', 'competencies'),
              },
              { head: 'Version', width: 10, nowrap: true, cell: (role) => role.version },
            ]}
          />
        </Section>
      ))}
      {missing.length > 0 && (
        <Section id="starters" title="Starter roles you do not have" fact={count(missing.length, 'role')}>
          <p class="prose">{missing.join(', ')}. What you changed in your own roles stays as it is.</p>
          <div class="mt3">
            <PostButton action={paths.roleStarters} kind="secondary" small>
              Add them, with the moves between them
            </PostButton>
          </div>
        </Section>
      )}
      {retired.length > 0 && (
        <Section id="retired" title="Retired" fact="Nobody new comes to these">
          <Rows
            items={retired.map(({ roleId, title, track, version }) => ({
              title,
              href: paths.role(roleId),
              meta: `${track} track, version ${version}`,
            }))}
          />
        </Section>
      )}
      <Attribution lines={attributionsFor(roles.flatMap(({ sources }) => sources))} />
      <div class="mt5">
        <Guide
          good="You compare yourself with what a role asks, competency by competency, before you decide whether you want it. A move to the side into a specialism counts as much as a move up."
          mistake="Taking progression to be just a new job. It is a planned sequence in which you answer for more, and a closed gap is not a promise of a post."
          example="An adviser who enjoys putting things right compares the complaints handler with the senior adviser: both take the hard cases, but one asks for level 4 in written communication and the other for coaching."
        />
      </div>
    </>
  )
}
