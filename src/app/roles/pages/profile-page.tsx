import type { VNode } from 'preact'
import { attributionsFor } from '../../../kernel/attribution.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { RoleProfile } from '../rules/profile.ts'
import { AboutFields, ExpectFields } from './about-fields.tsx'
import { LevelFields } from './level-fields.tsx'

type Shown = {
  competencies: readonly Competency[]
  tracks: readonly string[]
  refusals: readonly Refusal[]
  /** What stands in the form: what was typed, else what the role says. */
  values: Readonly<Record<string, string>>
}

/** What a role is to be and to ask from its next version on, and why it changes. */
export function ProfilePage(props: Shown & { role: RoleProfile; next: string }): VNode {
  const { role, next, competencies, tracks, refusals, values } = props
  const error = errorFor(refusals, 'because')
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Note title="Whoever has this role is asked again.">
        Their gaps are counted against the new version at once. Each objective on a competency that changes is
        asked about, “Still relevant?”, and a review is proposed. Version {role.version} stays readable, and
        what was assessed against it still stands.
      </Note>
      <div class="mt5">
        <Form
          action={paths.roleProfile(role.roleId)}
          keep={`profile-${role.roleId}`}
          hidden={{ version: role.version }}
          label="The next version"
          wide
        >
          <Section id="levels" title="What the role asks" fact="Largest weight first">
            <LevelFields {...{ title: role.title, role, next, competencies, values, refusals }} />
            <p class="s ink2 mt3">
              Words of this role’s own for a level are written from the role’s page, competency by competency.
            </p>
          </Section>
          <Section id="about" title="What the role is">
            <div class="form">
              <AboutFields values={values} refusals={refusals} tracks={tracks} />
            </div>
          </Section>
          <Section id="expects" title="What is expected, and where it comes from">
            <div class="form">
              <ExpectFields values={values} refusals={refusals} />
            </div>
          </Section>
          <div class="form">
            <TextField
              name="because"
              label="Why does the role change?"
              hint="One sentence. Everybody who has the role reads it."
              value={values.because}
              error={error}
            />
          </div>
          <Buttons>
            <Button>Publish version {next}</Button>
            <ButtonLink kind="quiet" href={paths.role(role.roleId)}>
              Leave it as it is
            </ButtonLink>
          </Buttons>
        </Form>
      </div>
      <Attribution lines={attributionsFor(role.sources)} />
    </>
  )
}

/** A role that there was not until now. */
export function NewRolePage({ competencies, tracks, refusals, values }: Shown): VNode {
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Form action={paths.roleNew} keep="role-new" label="A new role" wide>
        <Section id="about" title="What the role is">
          <div class="form">
            <AboutFields values={values} refusals={refusals} tracks={tracks} />
          </div>
        </Section>
        <Section id="levels" title="What the role asks">
          <LevelFields
            {...{ title: values.title ?? '', role: null, next: '', competencies, values, refusals }}
          />
        </Section>
        <Section id="expects" title="What is expected, and where it comes from">
          <div class="form">
            <ExpectFields values={values} refusals={refusals} />
          </div>
        </Section>
        <Buttons>
          <Button>Add the role</Button>
          <ButtonLink kind="quiet" href={paths.roles}>
            Back to Roles
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}
