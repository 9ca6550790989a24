import { STANDINGS, type Standing } from '../../../kernel/actor.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Columns, Panel } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import { STANDING_WORDS } from '../rules.ts'
import type { Person } from '../store/people.ts'

type Values = Readonly<Record<string, string>>

export function ChangePage(props: {
  person: Person
  people: Person[]
  assessorIds: string[]
  values: Values
  standings: readonly string[]
  refusals: readonly Refusal[]
  own: boolean
}) {
  const { person, people, values, refusals, own } = props
  const error = (field: string) => errorFor(refusals, field)
  const others = people.filter((one) => one.state !== 'left' && one.personId !== person.personId)
  const assessors = others.filter((one) => one.standings.includes('assessor'))
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Columns split="8-4">
        <Form action={paths.personChange(person.personId)} keep={`person-${person.personId}`}>
          <TextField name="name" label="Name" value={values.name} error={error('name')} />
          <TextField
            name="email"
            label="E-mail address"
            type="email"
            value={values.email}
            hint={
              person.state === 'active'
                ? 'For messages. They go on signing in with the address they joined with.'
                : undefined
            }
            error={error('email')}
          />
          <Choices
            name="standings"
            many
            label="What do they do here?"
            value={props.standings}
            choices={STANDINGS.map((standing: Standing) => ({
              value: standing,
              text: STANDING_WORDS[standing],
            }))}
            error={error('standings')}
          />
          <TextField
            name="job"
            label="Job"
            hint="Such as Senior adviser. The role profile of that name is the one they are assessed against."
            value={values.job}
            error={error('job')}
          />
          <TextField
            name="sector"
            label="Sector"
            hint="The trade they work in, such as contact centre, retail or hospitality."
            value={values.sector}
            error={error('sector')}
          />
          <TextField name="team" label="Team" value={values.team} error={error('team')} />
          <Select
            name="leader"
            label="Leader, tutor or supervisor"
            value={values.leader}
            options={[
              { value: '', text: 'Nobody yet' },
              ...others.map((one) => ({ value: one.personId, text: one.name })),
            ]}
            error={error('leader')}
          />
          {assessors.length > 0 && (
            <Choices
              name="assessors"
              many
              label="Assessors"
              value={props.assessorIds}
              choices={assessors.map((one) => ({ value: one.personId, text: one.name }))}
              error={error('assessors')}
            />
          )}
          <Buttons>
            <Button>{`Save ${person.name}`}</Button>
            <ButtonLink kind="quiet" href={paths.people}>
              Back to People
            </ButtonLink>
          </Buttons>
        </Form>
        <div>
          <Panel id="positions" title="Role and positions">
            <p class="s ink2">
              The role they have, the positions they have held, and a change of role from a day on.
            </p>
            <ButtonLink kind="secondary" small href={paths.positions(person.personId)}>
              Role and positions
            </ButtonLink>
          </Panel>
          <Panel id="sign-in" title="Sign-in">
            <p class="s ink2">
              {person.state === 'active'
                ? 'Signs in with a password.'
                : person.state === 'left'
                  ? 'Has left, and cannot sign in. Their records are kept.'
                  : 'Has not joined yet.'}
            </p>
            {person.state !== 'left' && (
              <PostButton action={`${paths.person(person.personId)}/invitations`} kind="secondary" small>
                {person.state === 'active' ? 'Make a link for a new password' : 'Make a new invitation link'}
              </PostButton>
            )}
          </Panel>
          {!own && (
            <Panel id="leaving" title={person.state === 'left' ? 'Coming back' : 'Leaving'}>
              <p class="s ink2">
                {person.state === 'left'
                  ? 'They get a new invitation link. Their records are as they were.'
                  : 'They are signed out everywhere, and cannot sign in. Their records are kept.'}
              </p>
              <PostButton
                action={`${paths.person(person.personId)}/${person.state === 'left' ? 'return' : 'leaving'}`}
                kind={person.state === 'left' ? 'secondary' : 'warn'}
                small
                about={person.name}
              >
                {person.state === 'left' ? 'Bring back' : 'End the account of'}
              </PostButton>
            </Panel>
          )}
        </div>
      </Columns>
    </>
  )
}
