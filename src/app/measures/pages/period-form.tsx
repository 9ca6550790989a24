import type { Refusal } from '../../../kernel/outcome.ts'
import { Button } from '../../../ui/button.tsx'
import { DateFields, typedDate } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { More } from '../../../ui/section.tsx'

/** The choice of the days that figures are counted from, as a form that changes the address alone. */
export function PeriodForm(props: {
  action: string
  range: { from: string; to: string }
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { action, range, values, refusals } = props
  const box = (name: 'from' | 'to') =>
    values[`${name}-day`] === undefined
      ? typedDate(range[name])
      : {
          day: values[`${name}-day`] ?? '',
          month: values[`${name}-month`] ?? '',
          year: values[`${name}-year`] ?? '',
        }
  return (
    <More summary="Choose another period" open={refusals.length > 0}>
      <Form action={action} method="get">
        <DateFields name="from" label="First day" value={box('from')} error={errorFor(refusals, 'from')} />
        <DateFields
          name="to"
          label="Last day"
          hint="Whole weeks, Monday to Sunday, lose no point of the chart. Limits need 12 of them."
          value={box('to')}
          error={errorFor(refusals, 'to')}
        />
        <div>
          <Button kind="secondary">Show this period</Button>
        </div>
      </Form>
    </More>
  )
}
