import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { FieldError, fieldId, Select, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { RoleProfile } from '../rules/profile.ts'

const NEEDED = [
  { value: 'essential', text: 'essential' },
  { value: 'helpful', text: 'helpful' },
]

/** What a role is to ask from its next version on: a level for each competency, and why it changes. */
export function ProfilePage(props: {
  role: RoleProfile
  next: string
  competencies: readonly Competency[]
  refusals: readonly Refusal[]
  /** What was typed; none where nothing was. */
  values: Readonly<Record<string, string>>
}): VNode {
  const { role, next, competencies, refusals, values } = props
  const asked = new Map(role.requirements.map((each) => [each.competencyId, each]))
  const weightOf = ({ competencyId }: Competency) => asked.get(competencyId)?.weight ?? 0
  const typed = values.version !== undefined
  const general = errorFor(refusals, 'levels')
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
          {general && (
            <div class="field is-err" id={fieldId('levels')}>
              <FieldError>{general}</FieldError>
            </div>
          )}
          <Table
            caption={`What ${role.title} is to ask of each competency`}
            hideCaption
            rows={[...competencies].sort((a, b) => weightOf(b) - weightOf(a))}
            columns={[
              { head: 'Competency', width: 40, cell: ({ title }) => title },
              {
                head: `Version ${role.version}`,
                width: 20,
                cell: ({ competencyId }) => {
                  const now = asked.get(competencyId)
                  return now ? `${now.level}, ${now.essential ? 'essential' : 'helpful'}` : 'not asked'
                },
              },
              {
                head: `Level in ${next}`,
                cell: (one) => (
                  <Select
                    name={`level-${one.competencyId}`}
                    label={`Level of ${one.title}`}
                    hideLabel
                    error={errorFor(refusals, `level-${one.competencyId}`)}
                    value={
                      typed
                        ? (values[`level-${one.competencyId}`] ?? '')
                        : String(asked.get(one.competencyId)?.level ?? '')
                    }
                    options={[
                      { value: '', text: 'not asked' },
                      ...one.levels.map(({ level, label }) => ({
                        value: String(level),
                        text: `${level}, ${label}`,
                      })),
                    ]}
                  />
                ),
              },
              {
                head: 'Needed',
                cell: ({ competencyId, title }) => (
                  <Select
                    name={`needed-${competencyId}`}
                    label={`How much ${title} is needed`}
                    hideLabel
                    value={
                      typed
                        ? (values[`needed-${competencyId}`] ?? '')
                        : asked.get(competencyId)?.essential === false
                          ? 'helpful'
                          : 'essential'
                    }
                    options={NEEDED}
                  />
                ),
              },
            ]}
          />
          <TextField
            name="because"
            label="Why does the role ask something else now?"
            hint="One sentence. Everybody who has the role reads it."
            value={values.because}
            error={errorFor(refusals, 'because')}
          />
          <Buttons>
            <Button>Publish version {next}</Button>
            <ButtonLink kind="quiet" href={paths.role(role.roleId)}>
              Leave it as it is
            </ButtonLink>
          </Buttons>
        </Form>
      </div>
    </>
  )
}
