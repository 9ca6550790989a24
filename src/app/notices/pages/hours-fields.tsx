import type { Refusal } from '../../../kernel/outcome.ts'
import { FieldSet } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'

/** From when until when nobody is written to. */
export function HoursFields(props: {
  legend: string
  hint?: string
  from: string
  to: string
  refusals: readonly Refusal[]
}) {
  const { legend, hint, from, to, refusals } = props
  return (
    <FieldSet legend={legend} hint={hint} id="quiet" row>
      <TextField name="from" label="From" width="4" value={from} error={errorFor(refusals, 'from')} />
      <TextField name="to" label="Until" width="4" value={to} error={errorFor(refusals, 'to')} />
    </FieldSet>
  )
}
