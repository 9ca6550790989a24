import { possessive } from '../../../kernel/text.ts'
import { Choices, DateFields, typedDate } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { givenName } from '../mail-words.ts'
import { ExpertFields } from './expert-fields.tsx'
import type { TellProps } from './tell-page.tsx'

/** The date as it was typed, or the one the request names. */
export function sawDate({ values, opened }: Pick<TellProps, 'values' | 'opened'>) {
  if (values['saw-day'] === undefined) return typedDate(opened.request.happenedOn)
  return { day: values['saw-day'], month: values['saw-month'] ?? '', year: values['saw-year'] ?? '' }
}

/** What a witness declares and says. Source: domain.md 1.7. */
export function WitnessFields(props: TellProps) {
  const { opened, competencies, values, refusals } = props
  const given = givenName(opened.person.name)
  const error = (field: string) => errorFor(refusals, field)
  return (
    <>
      <DateFields name="saw" label="When did you see it?" error={error('saw')} value={sawDate(props)} />
      <TextArea
        name="done"
        rows={5}
        label={`What did ${given} do?`}
        hint="Only what you saw yourself: what happened, what was done, what came of it. Not what you think somebody is like."
        error={error('done')}
        value={values.done}
      />
      <TextArea
        name="said"
        rows={3}
        label="What was said?"
        hint="The words that mattered, as near as you remember. Leave it empty if you did not hear any."
        error={error('said')}
        value={values.said}
      />
      {competencies.map((competency) => (
        <CompetencyFields key={competency.competencyId} competency={competency} {...props} />
      ))}
      <div class="ask form">
        <TextField
          name="name"
          label="Your full name"
          autocomplete="name"
          value={values.name ?? opened.request.name}
          error={error('name')}
        />
        <TextField
          name="work"
          label="Your work, and where"
          hint="Such as: field engineer, Quayside Homes."
          value={values.work}
          error={error('work')}
        />
        <TextField
          name="relationship"
          label={`How do you know ${given}?`}
          hint="Also if you are family or friends."
          value={values.relationship}
          error={error('relationship')}
        />
        <TextField
          name="contact"
          label="Where can you be reached?"
          hint={`An e-mail address or a telephone number, for whoever checks that these words are yours. ${given} does not see it.`}
          value={values.contact}
          error={error('contact')}
        />
      </div>
      {opened.request.kind === 'expert witness' && <ExpertFields {...props} />}
      <Choices
        name="declared"
        label="Your declaration"
        many
        error={error('declared')}
        value={values.declared === 'yes' ? 'yes' : null}
        choices={[
          { value: 'yes', text: 'I saw this myself, and what I have written is true as far as I know.' },
        ]}
      />
      <TextField
        name="signature"
        label="Sign: type your full name"
        value={values.signature}
        error={error('signature')}
      />
    </>
  )
}

function CompetencyFields({ competency, opened, values, refusals }: TellProps & { competency: Competency }) {
  const { competencyId, title, statement } = competency
  return (
    <div class="ask">
      <Choices
        name={`shows-${competencyId}`}
        label={title}
        hint={statement}
        value={values[`shows-${competencyId}`] ?? null}
        choices={[
          {
            value: 'for',
            text: `What I saw shows this in ${possessive(givenName(opened.person.name))} work`,
          },
          { value: 'against', text: 'What I saw shows that it was missing' },
          { value: '', text: 'I cannot say', hint: 'Then nothing is said about it' },
        ]}
      />
      <div class="mt3">
        <TextArea
          name={`line-${competencyId}`}
          label={`What shows it: ${title}`}
          hint="A line is enough. You may leave it out."
          rows={2}
          error={errorFor(refusals, `line-${competencyId}`)}
          value={values[`line-${competencyId}`]}
        />
      </div>
    </div>
  )
}
