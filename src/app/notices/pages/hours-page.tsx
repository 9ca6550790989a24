import type { Refusal } from '../../../kernel/outcome.ts'
import type { Quiet } from '../../../kernel/quiet.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Tick } from '../../../ui/choices.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { paths } from '../../paths.ts'
import { HoursFields } from './hours-fields.tsx'

/** When an organisation's people are left in peace. */
export function HoursPage({ hours, refusals }: { hours: Quiet; refusals: readonly Refusal[] }) {
  const { from, to, weekends } = hours
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Form action={paths.noticeHours}>
        <HoursFields
          legend="Nobody is written to"
          hint="Everybody can choose other times. Links that somebody asks for go at once."
          from={from}
          to={to}
          refusals={refusals}
        />
        <Tick name="weekends" text="Nor at weekends" checked={weekends} />
        <Buttons>
          <Button>Save the quiet hours</Button>
        </Buttons>
      </Form>
      <div class="mt5">
        <Guide
          good="The hours in which nobody here works. What happens then is told in the morning."
          mistake="Leaving hours out because the work goes on day and night. Whoever works at night sets times of their own."
          example="Larkfield Energy keeps 18:00 until 08:00. What Ben writes on Friday evening reaches Amara on Monday at eight."
        />
      </div>
    </>
  )
}
