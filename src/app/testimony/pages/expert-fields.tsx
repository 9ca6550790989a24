import { Choices } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import type { TellProps } from './tell-page.tsx'

/** What an expert witness declares besides. Source: domain.md 1.7. */
export function ExpertFields({ values, refusals }: TellProps) {
  const error = (field: string) => errorFor(refusals, field)
  return (
    <div class="ask form">
      <TextArea
        name="competence"
        rows={3}
        label="What makes you competent in this work?"
        hint="Years in it, training, what you did last. Leave it empty if it is not your trade: your words then count as those of a witness."
        error={error('competence')}
        value={values.competence}
      />
      <Choices
        name="assessing"
        label="Do you assess or evaluate people?"
        error={error('assessing')}
        value={values.assessing ?? null}
        choices={[
          { value: 'qualification', text: 'I hold an assessing qualification' },
          { value: 'evaluates', text: 'I evaluate staff as part of my job' },
          { value: 'neither', text: 'Neither', hint: 'Your words then count as those of a witness' },
        ]}
      />
      <TextField
        name="assessing-words"
        label="Which qualification, or whom do you evaluate?"
        value={values['assessing-words']}
        error={error('assessing-words')}
      />
      <Choices
        name="conflict"
        label="Have you an interest in how this turns out?"
        hint="Family, friendship, money, a job that depends on it."
        error={error('conflict')}
        value={values.conflict ?? null}
        choices={[
          { value: 'none', text: 'None' },
          { value: 'some', text: 'Yes', hint: 'Your words then count as those of a witness' },
        ]}
      />
      <TextField
        name="conflict-words"
        label="Which interest?"
        value={values['conflict-words']}
        error={error('conflict-words')}
      />
    </div>
  )
}
