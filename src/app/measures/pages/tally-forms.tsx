import type { Refusal } from '../../../kernel/outcome.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices, DateFields } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { paths } from '../../paths.ts'

type Values = Readonly<Record<string, string>>

/** The form that starts a tally. */
export function TallyForm(props: { personId: string; values: Values; refusals: readonly Refusal[] }) {
  const { personId, values, refusals } = props
  return (
    <Form action={paths.tallies(personId)} keep={`tally-${personId}`} label="Keep a tally">
      <TextField
        name="name"
        label="What do you count?"
        hint="For example, calls in which the next step was said, or compliments in writing."
        value={values.name}
        error={errorFor(refusals, 'name')}
        maxlength={80}
      />
      <TextArea
        name="words"
        label="When does it count?"
        hint="Say it so that two people who saw the same call would count the same."
        rows={2}
        value={values.words}
        error={errorFor(refusals, 'words')}
      />
      <Choices
        name="kind"
        label="Is it counted out of something?"
        value={values.kind ?? 'share'}
        error={errorFor(refusals, 'kind')}
        choices={[
          {
            value: 'share',
            text: 'Yes: times met, out of times looked at',
            hint: 'Such as 2 of 3 observed calls. It gets an interval, and a chart from 12 weeks on.',
          },
          {
            value: 'count',
            text: 'No: a count alone',
            hint: 'Such as 2 compliments. It never gets a verdict, because nobody knows how many there could have been.',
          },
        ]}
      />
      <Choices
        name="better"
        label="Is more of it better?"
        value={values.better ?? 'higher'}
        error={errorFor(refusals, 'better')}
        row
        choices={[
          { value: 'higher', text: 'More is better' },
          { value: 'lower', text: 'Less is better' },
        ]}
      />
      <div>
        <Button kind="secondary">Keep this tally</Button>
      </div>
    </Form>
  )
}

/** The form that counts in a tally. */
export function CountForm(props: {
  action: string
  kind: 'share' | 'count'
  today: string
  values: Values
  refusals: readonly Refusal[]
}) {
  const { action, kind, today, values, refusals } = props
  const typed = values['day-day'] !== undefined
  return (
    <Form action={action} label="Count">
      <DateFields
        name="day"
        label="On which day?"
        value={
          typed
            ? {
                day: values['day-day'] ?? '',
                month: values['day-month'] ?? '',
                year: values['day-year'] ?? '',
              }
            : today
        }
        error={errorFor(refusals, 'day')}
      />
      <TextField
        name="met"
        label={kind === 'share' ? 'How often was it met?' : 'How many?'}
        width="4"
        inputmode="numeric"
        autocomplete="off"
        value={values.met}
        error={errorFor(refusals, 'met')}
      />
      {kind === 'share' && (
        <TextField
          name="of"
          label="Out of how many looked at?"
          width="4"
          inputmode="numeric"
          autocomplete="off"
          value={values.of}
          error={errorFor(refusals, 'of')}
        />
      )}
      <div>
        <Button>Add to the tally</Button>
      </div>
    </Form>
  )
}
