import { Choices, DateFields, Tick } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { givenName } from '../mail-words.ts'
import type { TellProps } from './tell-page.tsx'
import { sawDate } from './witness-fields.tsx'

/** A customer's words, and as little of the customer as can be. */
export function CustomerFields(props: TellProps) {
  const { opened, values, refusals } = props
  const error = (field: string) => errorFor(refusals, field)
  return (
    <>
      <TextArea
        name="words"
        rows={5}
        label="What happened, in your own words?"
        hint={`What ${givenName(opened.person.name)} said or did, good or bad. Leave out addresses, account numbers and other people’s names.`}
        error={error('words')}
        value={values.words}
      />
      <Choices
        name="well"
        label="Were you helped?"
        row
        value={values.well ?? null}
        choices={[
          { value: 'yes', text: 'Yes' },
          { value: 'partly', text: 'In part' },
          { value: 'no', text: 'No' },
        ]}
      />
      <DateFields
        name="saw"
        label="When was it?"
        hint="Leave it empty if you are not sure."
        error={error('saw')}
        value={sawDate(props)}
      />
      <Tick
        name="show-name"
        text="My first name may stand beside my words"
        hint="Without this tick it says “A customer”."
        checked={values['show-name'] === 'yes'}
      />
      <TextField
        name="first-name"
        label="Your first name"
        hint="Only if it may be shown."
        width="m"
        autocomplete="given-name"
        value={values['first-name']}
        error={error('first-name')}
      />
    </>
  )
}
