import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices, Tick } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import type { EvidenceItem } from '../../evidence/evidence.ts'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import { EvidenceName, gistOf } from './evidence-words.tsx'

/** What a good need is. */
export function NeedGuide() {
  return (
    <div class="mt5">
      <Guide
        good="Each need says whether it is for your work or for yourself, and why. A professional one names a competency."
        mistake="Mixing the two: a plan for a customer service role that holds only personal hopes, or leaves out what the role asks."
        example="Professional: “Handling complaints: 4 is needed and 3 agreed; 26% of complaints come back.” Personal, only you: “Speak in front of people without shaking: I avoid the community evenings.”"
      />
    </div>
  )
}

/** Writes down a need by hand. */
export function NeedForm(props: {
  person: Person
  own: boolean
  competencies: readonly Competency[]
  evidence: readonly EvidenceItem[]
  values: Readonly<Record<string, string>>
  cited: readonly string[]
  refusals: readonly Refusal[]
}) {
  const { person, own, competencies, evidence, values, cited, refusals } = props
  const fresh = Object.keys(values).length === 0
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Form action={paths.needs(person.personId)} keep={`need-${person.personId}`}>
        <Choices
          name="kind"
          label="Is it for the work, or for yourself?"
          value={values.kind ?? (own ? null : 'professional')}
          error={errorFor(refusals, 'kind')}
          choices={[
            {
              value: 'professional',
              text: 'Professional',
              hint: 'The role asks for it. Your leader and your assessor see it.',
            },
            ...(own
              ? [
                  {
                    value: 'personal',
                    text: 'Personal',
                    hint: 'It is for you. Only you see it, unless you untick that below.',
                  },
                ]
              : []),
          ]}
        />
        <Select
          name="competency"
          label="Competency"
          hint="A professional need names one. A personal need can do without."
          value={values.competency}
          error={errorFor(refusals, 'competency')}
          options={[
            { value: '', text: 'None' },
            ...competencies.map(({ competencyId, title }) => ({ value: competencyId, text: title })),
          ]}
        />
        <TextField
          name="title"
          label="What is needed, in a few words?"
          hint="Left empty, the competency’s name is used."
          value={values.title}
          error={errorFor(refusals, 'title')}
        />
        <TextArea
          name="why"
          label="Why?"
          hint="What shows it, or what it is for."
          value={values.why}
          error={errorFor(refusals, 'why')}
        />
        {evidence.length > 0 && (
          <Choices
            name="evidence"
            many
            label="What does it rest on?"
            hint="The newest items. Tick what shows the need."
            value={cited}
            choices={evidence.slice(0, 12).map((item) => ({
              value: item.evidenceId,
              text: <EvidenceName item={item} />,
              hint: gistOf(item),
            }))}
          />
        )}
        {own && (
          <div>
            <Tick
              name="private"
              checked={fresh || values.private === 'yes'}
              text="Only you"
              hint="For personal needs. A professional need is always seen by those who lead and assess you."
            />
            {errorFor(refusals, 'private') && <p class="err">{errorFor(refusals, 'private')}</p>}
          </div>
        )}
        <Buttons>
          <Button>Save the need</Button>
        </Buttons>
      </Form>
      <NeedGuide />
    </>
  )
}
