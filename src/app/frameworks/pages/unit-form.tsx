import type { VNode } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { paths } from '../../paths.ts'
import type { Unit } from '../rules/unit.ts'

/** The form in which an administrator puts the awarding body's words in the place of ours. */
export function UnitForm(props: {
  unit: Unit
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}): VNode {
  const { unit, values, refusals } = props
  const area = (id: string, label: string, words: string) => (
    <TextArea
      key={id}
      name={`words-${id}`}
      label={label}
      rows={2}
      value={values[`words-${id}`] ?? words}
      error={errorFor(refusals, `words-${id}`)}
    />
  )
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Note title="Decisions keep the words they were made by.">
        What you save here is version {unit.version + 1}. Nothing that was decided before is changed.
      </Note>
      <Form
        action={paths.unitWording(unit.unitId)}
        hidden={{ version: unit.version }}
        keep={`unit-${unit.unitId}`}
        label="The wording of the unit"
      >
        <TextField
          name="title"
          label="Title"
          value={values.title ?? unit.title}
          error={errorFor(refusals, 'title')}
        />
        {unit.outcomes.map((outcome) => (
          <fieldset key={outcome.outcomeId}>
            <legend>Learning outcome {outcome.code}</legend>
            {area(outcome.outcomeId, `Outcome ${outcome.code}`, outcome.words)}
            {outcome.criteria.map((one) => area(one.criterionId, `Criterion ${one.code}`, one.words))}
          </fieldset>
        ))}
        <Buttons flush>
          <Button>Save as version {unit.version + 1}</Button>
        </Buttons>
      </Form>
    </>
  )
}
