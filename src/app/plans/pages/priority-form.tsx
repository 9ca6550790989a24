import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { DateFields } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'

/** What the organisation wants in a period, as it is written: a new one, or one that is changed. */
export function PriorityForm(props: {
  action: string
  measures: readonly { key: string; name: string }[]
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
  /** The version that is changed; null for a new one. */
  version: number | null
}) {
  const { action, measures, values, refusals, version } = props
  const error = (field: string) => errorFor(refusals, field)
  const day = (name: string) => ({
    day: values[`${name}-day`] ?? '',
    month: values[`${name}-month`] ?? '',
    year: values[`${name}-year`] ?? '',
  })
  return (
    <Form action={action} keep="priority" hidden={version === null ? undefined : { version }}>
      <TextField
        name="title"
        label="What the organisation wants"
        hint="Such as: winter billing settled in one call."
        value={values.title}
        error={error('title')}
      />
      <TextField name="owner" label="Who answers for it" value={values.owner} error={error('owner')} />
      <DateFields name="from" label="From" value={day('from')} error={error('from')} />
      <DateFields
        name="to"
        label="To"
        hint="Leave it empty where no end is set."
        value={day('to')}
        error={error('to')}
      />
      <Select
        name="measure"
        label="The measure it shows in"
        value={values.measure}
        error={error('measure')}
        options={[
          { value: '', text: 'None' },
          ...measures.map(({ key, name }) => ({ value: key, text: name })),
        ]}
      />
      <Buttons flush>
        <Button>{version === null ? 'Add the priority' : 'Save the change'}</Button>
      </Buttons>
    </Form>
  )
}
