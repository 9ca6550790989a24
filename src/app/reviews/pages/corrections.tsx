import { dayIn, plainDay } from '../../../kernel/day.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Log } from '../../../ui/lists.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import { refusalsOf, type Shown, typedIn } from './shown.ts'

/** What was found wrong after a review was closed, beside it and never over it. */
export function Corrections({ shown }: { shown: Shown }) {
  const { view, side, zone } = shown
  const { corrections, names, person, row } = view
  if (row.state !== 'closed') return null
  return (
    <Section
      id="corrections"
      title="Corrections"
      fact={corrections.length === 0 ? 'None' : `${corrections.length} beside the signed review`}
    >
      {corrections.length > 0 && (
        <Log
          entries={corrections.map(({ words, madeBy, madeAt }) => {
            const day = dayIn(madeAt, zone)
            return { day, text: plainDay(day), what: `${names.get(madeBy) ?? 'Somebody'}: ${words}` }
          })}
        />
      )}
      {side && (
        <div class="mt4 no-print">
          <Form
            action={`${paths.review(person.personId, row.reviewId)}/corrections`}
            keep={`review-${row.reviewId}-correction`}
            label="Add a correction"
          >
            <TextArea
              name="correction"
              label="Add a correction"
              hint="Say what is wrong above, and what is right. What was signed stays as it is."
              value={typedIn(shown, 'correction', 'correction')}
              error={errorFor(refusalsOf(shown, 'correction'), 'correction')}
            />
            <Buttons>
              <Button kind="secondary">Add the correction</Button>
            </Buttons>
          </Form>
        </div>
      )}
    </Section>
  )
}
