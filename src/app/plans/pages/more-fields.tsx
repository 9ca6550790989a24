import { errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { More } from '../../../ui/section.tsx'
import { inOrder } from '../rules/order.ts'
import type { ObjectiveFormProps } from './objective-form.tsx'

const FIELDS = ['band-partly', 'band-met', 'band-exceeded', 'budget-amount', 'budget-for', 'after']

/** What an objective may say besides, and need not: how it is judged at the end, money, and what has to come first. */
export function MoreFields({ objective, values, refusals, others, leader }: ObjectiveFormProps) {
  const error = (field: string) => errorFor(refusals, field)
  const choices = inOrder(others).filter((one) => one.objectiveId !== objective?.objectiveId)
  const open = FIELDS.some((field) => values[field] || error(field))
  return (
    <More summary="More: how it is judged, money, what comes first" open={open}>
      <div class="form mt2">
        <p class="hint">
          All of this is optional. Agree beforehand what would count, so that nobody argues about it at the
          end.
        </p>
        <TextField
          name="band-partly"
          label="Partly met would be"
          value={values['band-partly']}
          error={error('band-partly')}
        />
        <TextField
          name="band-met"
          label="Met would be"
          value={values['band-met']}
          error={error('band-met')}
        />
        <TextField
          name="band-exceeded"
          label="Exceeded would be"
          value={values['band-exceeded']}
          error={error('band-exceeded')}
        />
        <TextField
          name="budget-amount"
          label="Money it needs, in pounds"
          hint={`${leader ?? 'Whoever leads you'} approves or declines it, apart from the objective.`}
          width="m"
          value={values['budget-amount']}
          error={error('budget-amount')}
        />
        <TextField
          name="budget-for"
          label="What the money is for"
          value={values['budget-for']}
          error={error('budget-for')}
        />
        {choices.length > 0 && (
          <Select
            name="after"
            label="It comes after"
            hint="An objective of yours that has to be done first."
            value={values.after}
            error={error('after')}
            options={[
              { value: '', text: 'None' },
              ...choices.map((one) => ({ value: one.objectiveId, text: `${one.ref} ${one.title}` })),
            ]}
          />
        )}
      </div>
    </More>
  )
}
