import type { VNode } from 'preact'
import { count } from '../../../kernel/text.ts'
import { Guide } from '../../../ui/guide.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import { RESPONSIBILITIES, type RoleProfile } from '../rules/profile.ts'

/** Every role by track, with what it answers for. */
export function RolesPage({ roles, own }: { roles: readonly RoleProfile[]; own: RoleProfile | null }): VNode {
  const tracks = [...new Set(roles.map((role) => role.track))]
  return (
    <>
      <Guide
        good="You compare yourself with what a role asks, competency by competency, before you decide whether you want it. A move to the side into a specialism counts as much as a move up."
        mistake="Taking progression to be just a new job. It is a planned sequence in which you answer for more, and a closed gap is not a promise of a post."
        example="An adviser who enjoys putting things right compares the complaints specialist with the senior adviser: both take the hard cases, but one asks for level 4 in written communication and the other for coaching."
      />
      {tracks.map((track, index) => (
        <Section key={track} id={`track-${index + 1}`} title={`${track} track`}>
          <Table
            caption={`Roles of the track ${track}`}
            hideCaption
            rows={roles.filter((role) => role.track === track)}
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
                cell: (role) => `${role.responsibility}: ${RESPONSIBILITIES[role.responsibility]}`,
              },
              {
                head: 'Asks for',
                width: 20,
                cell: (role) => count(role.requirements.length, 'competency', 'competencies'),
              },
              { head: 'Version', width: 10, nowrap: true, cell: (role) => role.version },
            ]}
          />
        </Section>
      ))}
    </>
  )
}
