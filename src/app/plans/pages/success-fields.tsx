import { FieldSet, Tick } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextField, UnitField } from '../../../ui/field.tsx'
import { paths } from '../../paths.ts'
import { SIGNS } from '../rules/figures.ts'
import type { ObjectiveFormProps } from './objective-form.tsx'

/** The measure of an objective, where it is now and where it should be. */
export function SuccessFields({ values, refusals, measurable }: ObjectiveFormProps) {
  const unit = measurable.find((one) => one.key === values.measure)?.unit
  const sign = unit ? SIGNS[unit] : '–'
  const error =
    errorFor(refusals, 'measure') ?? errorFor(refusals, 'baseline') ?? errorFor(refusals, 'target')
  return (
    <>
      <FieldSet
        legend="Success criterion"
        hint="A measure, where it is now and where it should be. Leave “From” empty, and your own figure is filled in."
        error={error}
        id="success-set"
        row
      >
        <Select
          name="measure"
          label="Measure"
          smart="measure"
          value={values.measure}
          options={[
            { value: '', text: 'None yet' },
            ...measurable.map(({ key, name, unit: one }) => ({
              value: key,
              text: `${name} (${SIGNS[one]})`,
            })),
          ]}
        />
        <UnitField name="baseline" label="From" value={values.baseline} unit={sign} smart="baseline" />
        <UnitField name="target" label="To" value={values.target} unit={sign} smart="target" />
      </FieldSet>
      <TextField
        name="success"
        label="What success looks like, in words"
        hint="How progress shows along the way, and who will see it."
        smart="success"
        value={values.success}
      />
    </>
  )
}

/** What an objective serves besides the need: a priority, and where the person wants to go. */
export function ServesFields({ personId, values, refusals, priorities, aspiration }: ObjectiveFormProps) {
  return (
    <>
      {priorities.length > 0 && (
        <Select
          name="priority"
          label="The organisation’s priority it serves"
          value={values.priority}
          error={errorFor(refusals, 'priority')}
          options={[
            { value: '', text: 'None' },
            ...priorities.map(({ priorityId, title }) => ({ value: priorityId, text: title })),
          ]}
        />
      )}
      {aspiration ? (
        <Tick
          name="aspiration"
          text="It serves where I want to go"
          hint={aspiration}
          checked={values.aspiration === 'yes'}
        />
      ) : (
        <p class="s ink2">
          You have not said where you want to go.{' '}
          <a href={`${paths.plan(personId)}#serves`}>Say it on the plan page</a>, and objectives can serve it.
        </p>
      )}
    </>
  )
}
