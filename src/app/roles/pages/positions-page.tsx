import type { VNode } from 'preact'
import { type Day, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { DateFields, type TypedDate } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { Person, Position } from '../../people/people.ts'
import type { RoleProfile } from '../rules/profile.ts'

/** The positions that somebody has held, and for who may change it, a change of role from a day on. */
export function PositionsPage(props: {
  person: Person
  own: boolean
  held: readonly { position: Position; role: RoleProfile | null }[]
  /** Null where the visitor may not change them. */
  form: {
    roles: readonly RoleProfile[]
    people: readonly Person[]
    values: Readonly<Record<string, string>>
    from: TypedDate | Day
    refusals: readonly Refusal[]
  } | null
}): VNode {
  const { person, own, held, form } = props
  return (
    <>
      {form && <ErrorSummary refusals={form.refusals} />}
      <Section
        id="held"
        title={own ? 'Positions you have held' : `Positions that ${person.name} has held`}
        fact={person.sector && `Sector: ${person.sector}`}
      >
        <Table
          caption={`Positions of ${person.name}`}
          hideCaption
          rows={held}
          columns={[
            {
              head: 'Role',
              width: 30,
              cell: ({ position, role }) => (
                <>
                  {role ? <a href={paths.role(role.roleId)}>{role.title}</a> : '–'}
                  {position.job && position.job !== role?.title && (
                    <span class="sub">Called {position.job}</span>
                  )}
                </>
              ),
            },
            { head: 'Team', cell: ({ position }) => position.team ?? '–' },
            { head: 'Leader', cell: ({ position }) => position.leader ?? '–' },
            { head: 'From', nowrap: true, cell: ({ position }) => plainDay(position.from) },
            {
              head: 'To',
              nowrap: true,
              cell: ({ position }) => (position.to ? plainDay(position.to) : 'now'),
            },
          ]}
        />
        <p class="s ink2 mt3">
          A change of role puts each agreed objective in question, and a review can name it as its cause.
        </p>
      </Section>
      {form && <Change person={person} {...form} />}
    </>
  )
}

type ChangeProps = NonNullable<Parameters<typeof PositionsPage>[0]['form']> & { person: Person }

function Change({ person, roles, people, values, from, refusals }: ChangeProps) {
  const error = (field: string) => errorFor(refusals, field)
  const others = people.filter((one) => one.state !== 'left' && one.personId !== person.personId)
  return (
    <Section id="change" title="Another position, from a day on">
      <Form action={paths.positions(person.personId)} keep={`position-${person.personId}`}>
        <Select
          name="role"
          label="Role"
          value={values.role}
          error={error('role')}
          options={[
            { value: '', text: 'Choose a role' },
            ...roles.map(({ roleId, title, track, responsibility }) => ({
              value: roleId,
              text: `${title} (${track}, level ${responsibility})`,
            })),
          ]}
        />
        <TextField
          name="job"
          label="What the job is called"
          hint="Leave it empty to call it what the role is called."
          value={values.job}
          error={error('job')}
        />
        <TextField name="team" label="Team" value={values.team} error={error('team')} />
        <Select
          name="leader"
          label="Leader, tutor or supervisor"
          value={values.leader}
          error={error('leader')}
          options={[
            { value: '', text: 'Nobody yet' },
            ...others.map((one) => ({ value: one.personId, text: one.name })),
          ]}
        />
        <DateFields name="from" label="From" value={from} error={error('from')} />
        <Buttons>
          <Button>Save the position</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
