import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { DateFields, type TypedDate } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { RoleProfile } from '../../roles/roles.ts'
import type { Aspiration } from '../aspiration.ts'
import type { SeenMastery } from '../mastery.ts'
import type { PersonalTarget } from '../rules/target.ts'
import { CareerBeside } from './beside.tsx'
import { RoleFinder } from './find-role.tsx'
import { MasterySection } from './mastery-section.tsx'
import { areMany, roleOptions } from './role-options.ts'

export type TargetTyped = { role: string; words: string; why: string; by: TypedDate | string | null }

/** Where a person wants to go: the role, why, by when, in their words. */
export function TargetPage(props: {
  person: Person
  own: boolean
  aspiration: Aspiration | null
  roles: readonly RoleProfile[]
  targets: readonly PersonalTarget[]
  /** What the next step asks beside levels, then what the role itself does. */
  mastery: readonly SeenMastery[]
  /** What was typed to find a role. */
  find: string
  typed: TargetTyped
  refusals: readonly Refusal[]
}) {
  const { person, own, aspiration, mastery, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {aspiration ? <Said {...props} aspiration={aspiration} /> : !own && <p>Nothing is said yet.</p>}
      {own && <SayIt {...props} />}
      {mastery.map((one, index) => (
        <MasterySection key={one.role.roleId} id={`mastery-${index + 1}`} mastery={one} />
      ))}
      {mastery.length > 0 && (
        <p class="s ink2 mt4 prose">
          This is what the records show. A closed gap is not a promise of a post: people decide who is
          promoted, and there has to be a place.
        </p>
      )}
      {own && (
        <div class="mt5">
          <Guide
            good="A role that is really there, a reason of your own, and a date that leaves room for the steps between."
            mistake="Taking any other job for progress. Progression is a planned sequence of roles in which you answer for more; a move to the side can be a step of it, where it leads on."
            example="Team leader by the end of 2028: “I like it when a new adviser gets it, and I want to answer for how we all do it, not for my own contacts alone.” First step: senior adviser."
          />
        </div>
      )}
      <CareerBeside person={person} own={own} here="target" />
    </>
  )
}

function Said({ person, own, aspiration }: { person: Person; own: boolean; aspiration: Aspiration }) {
  const { words, since, targetRoleId, targetTitle, personal, why, by } = aspiration
  return (
    <Section id="said" title={own ? 'What you said' : 'What they said'} fact={`Since ${plainDay(since)}`}>
      <SummaryList
        items={[
          { term: own ? 'Where you want to go' : 'Where they want to go', value: words },
          {
            term: 'Role',
            value:
              targetRoleId && targetTitle ? (
                <a
                  href={
                    personal ? paths.careerAdvert(person.personId, targetRoleId) : paths.role(targetRoleId)
                  }
                >
                  {targetTitle}
                </a>
              ) : (
                <span class="miss">none chosen yet</span>
              ),
          },
          { term: 'Why', value: why || <span class="miss">not said yet</span> },
          { term: 'By when', value: by ? plainDay(by) : <span class="miss">not said yet</span> },
        ]}
      />
      {targetRoleId && (
        <Buttons>
          <ButtonLink kind="secondary" small href={paths.career(person.personId)}>
            See the ways there
          </ButtonLink>
          <ButtonLink kind="secondary" small href={paths.careerInterview(person.personId, targetRoleId)}>
            {own ? 'Your examples for it' : 'Examples for it'}
          </ButtonLink>
        </Buttons>
      )}
    </Section>
  )
}

function SayIt(props: Parameters<typeof TargetPage>[0]) {
  const { person, aspiration, roles, targets, find, typed, refusals } = props
  const { personId } = person
  const options = [{ value: '', text: 'No role chosen yet' }, ...roleOptions(roles, targets, [typed.role])]
  return (
    <Section id="say" title={aspiration ? 'Change it' : 'Say where you want to go'}>
      {areMany(roles) && (
        <RoleFinder
          action={paths.careerTarget(personId)}
          label="Find a role of the organisation"
          roles={roles}
          find={find}
          hrefOf={(roleId) => paths.careerTarget(personId, roleId)}
          does="Make it my target"
        />
      )}
      <Form action={paths.careerTarget(personId)} keep="career-target">
        <Select
          name="role"
          label="Which role?"
          hint={
            <>
              One of the organisation’s, or one of an{' '}
              <a href={paths.careerAdverts(personId)}>advert that you keep</a>.
            </>
          }
          options={options}
          value={typed.role}
          error={errorFor(refusals, 'role')}
        />
        <TextField
          name="aspiration"
          label="In your own words"
          hint="Whoever reads your plan reads these words, the reason and the date. Left empty, it is the role’s name."
          value={typed.words}
          error={errorFor(refusals, 'aspiration')}
        />
        <TextArea
          name="why"
          label="Why?"
          hint="What draws you there, and what you would answer for."
          value={typed.why}
          error={errorFor(refusals, 'why')}
        />
        <DateFields
          name="by"
          label="By when?"
          hint="A day to plan towards, such as 31 12 2028."
          value={typed.by}
          error={errorFor(refusals, 'by')}
        />
        <Buttons>
          <Button>Save where I want to go</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
