import type { Id } from '../../../kernel/id.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { paths } from '../../paths.ts'
import type { RoleProfile } from '../../roles/roles.ts'
import { rolesCalled } from '../rules/find.ts'
import { areMany } from './role-options.ts'

/** Chooses the role to see the way to; a GET form, so that the address can be sent on. Many roles are searched instead. */
export function TryOn(props: {
  personId: Id
  roles: readonly RoleProfile[]
  now: RoleProfile
  wanted: RoleProfile | null
  targetId: Id | null
  own: boolean
}) {
  const { personId, roles, now, wanted, targetId, own } = props
  if (areMany(roles)) return null
  return (
    <div class="no-print">
      <Form action={paths.career(personId)} method="get" inline>
        <Select
          name="role"
          label="Try on a role"
          value={wanted?.roleId ?? ''}
          options={[
            ...(wanted ? [] : [{ value: '', text: 'Choose a role' }]),
            ...roles
              .filter(({ roleId }) => roleId !== now.roleId)
              .map(({ roleId, title }) => ({
                value: roleId,
                text: roleId === targetId ? `${title}, ${own ? 'your' : 'their'} target` : title,
              })),
          ]}
        />
        <Button kind="secondary">Show the route</Button>
      </Form>
    </div>
  )
}

/** Finds a role among thousands, for a page on which they are too many to choose from a list. */
export function RoleFinder(props: {
  action: string
  label: string
  roles: readonly RoleProfile[]
  find: string
  /** Roles that the page keeps in view. */
  kept?: readonly Id[]
  hrefOf: (roleId: Id) => string
  /** What choosing one does: "Compare". */
  does?: string
}) {
  const { action, label, roles, find, kept = [], hrefOf, does } = props
  const found = rolesCalled(roles, find)
  return (
    <div class="no-print mb4">
      <Form action={action} method="get" inline label={label}>
        {kept.map((roleId) => (
          <Hidden key={roleId} name="role" value={roleId} />
        ))}
        <TextField name="find" label={label} type="search" width="l" value={find} />
        <Button kind="secondary">Find the role</Button>
      </Form>
      {find && (
        <div class="mt4">
          {found.length > 0 ? (
            <Rows
              items={found.map((role) => ({
                title: role.title,
                href: does ? undefined : hrefOf(role.roleId),
                meta: `Level ${role.responsibility}, ${role.track}`,
                below: true,
                side: does && (
                  <ButtonLink kind="secondary" small href={hrefOf(role.roleId)} about={`: ${role.title}`}>
                    {does}
                  </ButtonLink>
                ),
              }))}
            />
          ) : (
            <p class="s">No role is called that. Try one word of its title.</p>
          )}
        </div>
      )}
    </div>
  )
}
