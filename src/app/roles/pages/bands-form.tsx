import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices, FieldSet } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { More } from '../../../ui/section.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import { BAND_LEVELS, BANDED, type Banded } from '../rules/bands.ts'
import type { RoleProfile } from '../rules/profile.ts'

const UNITS: Record<Banded['unit'], string> = {
  share: 'per cent of contacts; more is better',
  score: 'score from 1 to 5; more is better',
  seconds: 'seconds; fewer is better',
}

/** Declares which figures of one measure make which level of one competency. */
export function BandsForm(props: {
  role: RoleProfile
  asked: readonly { competency: Competency }[]
  refusals: readonly Refusal[]
  values: Readonly<Record<string, string>>
}) {
  const { role, asked, refusals, values } = props
  return (
    <More summary="Declare figures for a level" open={refusals.length > 0}>
      <Form
        action={`${paths.role(role.roleId)}/bands`}
        keep={`bands-${role.roleId}`}
        hidden={{ version: role.version }}
      >
        <Select
          name="competency"
          label="Competency"
          value={values.competency}
          error={errorFor(refusals, 'competency')}
          options={[
            { value: '', text: 'Choose a competency' },
            ...asked.map(({ competency }) => ({ value: competency.competencyId, text: competency.title })),
          ]}
        />
        <Choices
          name="measure"
          label="Measure"
          value={values.measure}
          error={errorFor(refusals, 'measure')}
          choices={BANDED.map(({ measure, name, unit }) => ({
            value: measure,
            text: name,
            hint: UNITS[unit],
          }))}
        />
        <FieldSet
          legend="The figure from which each level is shown"
          hint="Leave a level empty where no figure shows it. Leave all four empty to take the measure away. The new figures make a new version of the profile."
          id="figures"
          row
        >
          {BAND_LEVELS.map((level) => (
            <TextField
              key={level}
              name={`level-${level}`}
              label={`Level ${level}`}
              value={values[`level-${level}`]}
              error={errorFor(refusals, `level-${level}`)}
              width="4"
              inputmode="decimal"
              autocomplete="off"
            />
          ))}
        </FieldSet>
        <Buttons>
          <Button kind="secondary">Declare these figures</Button>
        </Buttons>
      </Form>
    </More>
  )
}
