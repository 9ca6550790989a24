import type { Refusal } from '../../../kernel/outcome.ts'
import { Button } from '../../../ui/button.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { type Cadence, everyWords } from '../rules/cadence.ts'

/** Sets how often plans are reviewed, in weeks: the organisation's, or one person's. */
export function CadenceForm(props: {
  action: string
  cadence: Cadence
  label: string
  hint: string
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { action, cadence, label, hint, values, refusals } = props
  return (
    <Form action={action} inline label={label}>
      <TextField
        name="weeks"
        label={label}
        hint={hint}
        width="4"
        inputmode="numeric"
        autocomplete="off"
        value={values.weeks ?? String(cadence.weeks)}
        error={errorFor(refusals, 'weeks')}
      />
      <Button kind="secondary">Set the weeks</Button>
    </Form>
  )
}

const SET_FOR: Record<Cadence['setFor'], string> = {
  person: 'set for this plan alone',
  organisation: 'set for the whole organisation',
  usual: 'as is usual',
}

/** "Every 12 weeks, as is usual" */
export function cadenceWords(cadence: Cadence): string {
  const every = everyWords(cadence)
  return `${every.charAt(0).toUpperCase()}${every.slice(1)}, ${SET_FOR[cadence.setFor]}`
}
