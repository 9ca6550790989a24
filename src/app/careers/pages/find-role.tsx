import type { Id } from '../../../kernel/id.ts'
import { Button } from '../../../ui/button.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { paths } from '../../paths.ts'
import type { RoleProfile } from '../../roles/roles.ts'
import { rolesCalled } from '../rules/find.ts'
import { MOST_DRAWN } from '../rules/neighbourhood.ts'

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
  if (roles.length > MOST_DRAWN) return null
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

/** Finds a role among thousands, to look around it or to see the way there. */
export function RoleSearch(props: {
  personId: Id
  roles: readonly RoleProfile[]
  find: string
  focus: RoleProfile
}) {
  const { personId, roles, find, focus } = props
  const found = rolesCalled(roles, find)
  return (
    <div class="no-print mb4">
      <Form action={paths.career(personId)} method="get" inline>
        <TextField name="find" label="Try on a role" type="search" width="l" value={find} />
        <Button kind="secondary">Find the role</Button>
      </Form>
      {find && (
        <div class="mt4">
          {found.length > 0 ? (
            <Rows
              items={found.map((role) => ({
                title: role.title,
                href: paths.career(personId, { role: role.roleId, focus: role.roleId }),
                meta: `Level ${role.responsibility}, ${role.track}`,
              }))}
            />
          ) : (
            <p class="s">No role is called that. Try one word of its title.</p>
          )}
        </div>
      )}
      {!find && <p class="s ink2 mt3">The map shows what lies around {focus.title}.</p>}
    </div>
  )
}
