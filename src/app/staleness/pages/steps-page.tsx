import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { paths } from '../../paths.ts'
import type { StaleSteps } from '../rules.ts'

/** After how many days what waits in a plan is shown to whoever leads the person, and to those further up. */
export function StepsPage(props: {
  steps: StaleSteps
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { steps, values, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <p class="meas mb4">
        A review that is due, a date that has passed, a need without an objective or an objective without an
        action is shown to its own person at once. Whoever leads them sees it next, so that they can help.
        People further up read whose it is and what kind of thing it is, never what it says. What is “Only
        you” is shown to nobody else.
      </p>
      <Form action={paths.staleSteps} label="When others are shown what waits">
        <TextField
          name="leader-days"
          label="Days until the leader sees it"
          hint="14 is usual"
          width="4"
          inputmode="numeric"
          value={values['leader-days'] ?? String(steps.leaderDays)}
          error={errorFor(refusals, 'leader-days')}
        />
        <TextField
          name="line-days"
          label="Days more for each step further up"
          hint="14 is usual"
          width="4"
          inputmode="numeric"
          value={values['line-days'] ?? String(steps.lineDays)}
          error={errorFor(refusals, 'line-days')}
        />
        <Buttons>
          <Button>Save the steps</Button>
        </Buttons>
      </Form>
      <div class="mt5">
        <Guide
          good="Two weeks for the person, two more for their leader: most things are mended before anybody else hears of them."
          mistake="Showing it to everybody on the first day. It shames people, and they learn to hide dates."
          example="Amara’s review is a week over. She books it with one click. Ben never sees a reminder, only the date."
        />
      </div>
    </>
  )
}
