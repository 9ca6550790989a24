import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Columns } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Ways } from '../rules/moves.ts'
import type { RoleProfile } from '../rules/profile.ts'

/** Up to so many roles are all shown to be ticked; beyond, others are added by their title. */
const SHOWN = 80

type Sided = {
  side: keyof Ways
  label: string
  hint: string
}

const SIDES: readonly Sided[] = [
  { side: 'from', label: 'People come here from', hint: 'The roles that people usually hold before.' },
  { side: 'to', label: 'People go on to', hint: 'A move to the side counts as much as a move up.' },
]

/** Where people come from to a role, and where they go on to. */
export function MovesPage(props: {
  role: RoleProfile
  roles: readonly RoleProfile[]
  /** What stands now. */
  ways: Ways
  /** What is ticked: what was typed, else what stands. */
  chosen: Ways
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}): VNode {
  const { role, roles, ways, chosen, values, refusals } = props
  const others = roles.filter(({ roleId }) => roleId !== role.roleId)
  const many = others.length > SHOWN
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Form
        action={paths.roleMoves(role.roleId)}
        hidden={{ 'seen-from': ways.from.join(' '), 'seen-to': ways.to.join(' ') }}
        label={`Moves from and to ${role.title}`}
        wide
      >
        <Columns split="6-6">
          {SIDES.map(({ side, label, hint }) => {
            const ticked = new Set([...chosen[side], ...ways[side]])
            const shown = many ? others.filter(({ roleId }) => ticked.has(roleId)) : others
            return (
              <div key={side}>
                {(!many || shown.length > 0) && (
                  <Choices
                    name={side}
                    many
                    label={label}
                    hint={hint}
                    value={chosen[side]}
                    error={errorFor(refusals, side)}
                    choices={shown.map(({ roleId, title, track, responsibility }) => ({
                      value: roleId,
                      text: title,
                      hint: `${track}, level ${responsibility}`,
                    }))}
                  />
                )}
                {many && (
                  <TextArea
                    name={`${side}-titles`}
                    label={side === 'from' ? 'Others that people come from' : 'Others that people go on to'}
                    hint="Titles of roles, one a line."
                    rows={3}
                    value={values[`${side}-titles`]}
                    error={errorFor(refusals, `${side}-titles`)}
                  />
                )}
              </div>
            )
          })}
        </Columns>
        <Buttons>
          <Button>Save the moves</Button>
          <ButtonLink kind="quiet" href={paths.role(role.roleId)}>
            Leave them as they are
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}
