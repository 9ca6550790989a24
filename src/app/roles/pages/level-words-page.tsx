import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import { LEVEL_NUMBERS, type Requirement, type RoleProfile } from '../rules/profile.ts'

/** What each level of one competency looks like in a role, beside the framework's own words. */
export function LevelWordsPage(props: {
  role: RoleProfile
  next: string
  competency: Competency
  requirement: Requirement
  refusals: readonly Refusal[]
  values: Readonly<Record<string, string>>
}): VNode {
  const { role, next, competency, requirement, refusals, values } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {competency.levels.length > 0 ? (
        <Note title="Say it as it is seen in this role.">
          Whoever has the role reads your words in place of the framework’s, wherever they choose or agree a
          level. Leave a level empty where the framework’s words fit.
        </Note>
      ) : (
        <Note title="The framework does not say what its levels look like.">
          Describe them as they are seen in this role. Whoever has it then chooses among the levels that you
          describe.
        </Note>
      )}
      <div class="mt5">
        <Form
          action={paths.roleLevels(role.roleId, competency.competencyId)}
          keep={`words-${role.roleId}-${competency.competencyId}`}
          hidden={{ version: role.version }}
          label="Levels in this role"
        >
          {LEVEL_NUMBERS.map((level) => {
            const said = competency.levels.find((each) => each.level === level)
            return (
              <TextArea
                key={level}
                name={`words-${level}`}
                label={`Level ${level}${said ? `, ${said.label}` : ''}${level === requirement.level ? ': the level that the role asks for' : ''}`}
                hint={
                  said ? `The framework says: ${said.anchor}` : 'The framework says nothing of this level.'
                }
                rows={2}
                value={values[`words-${level}`] ?? requirement.levelWords[level]}
                error={errorFor(refusals, `words-${level}`)}
              />
            )
          })}
          <TextField
            name="because"
            label="Why do you describe it otherwise?"
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
