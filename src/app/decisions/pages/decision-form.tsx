import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { capital } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices, DateFields } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Panel } from '../../../ui/section.tsx'
import { type EvidenceItem, KIND_WORDS } from '../../evidence/evidence.ts'
import type { Criterion, Unit } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import { QUALITIES } from '../rules/decision.ts'

/** What an assessor posts on one criterion, as it was typed. */
export type Typed = {
  values: Readonly<Record<string, string>>
  evidenceIds: readonly string[]
  qualities: readonly string[]
}

/** Where an assessor decides on one criterion. */
export function DecisionForm(props: {
  personId: string
  name: string
  unit: Unit
  criterion: Criterion
  evidence: readonly EvidenceItem[]
  typed: Typed
  refusals: readonly Refusal[]
}) {
  const { personId, name, unit, criterion, evidence, typed, refusals } = props
  const error = (field: string) => errorFor(refusals, field)
  const { values } = typed
  return (
    <Form
      action={paths.criterion(personId, unit.unitId, criterion.criterionId)}
      hidden={{ version: unit.version }}
      keep={`decision-${personId}-${criterion.criterionId}`}
      label={`Decide ${criterion.code}`}
    >
      <Choices
        name="evidence"
        label="Which evidence does it rest on?"
        hint="Open an item to judge it. What you cite is kept as it is now."
        many
        columns
        value={typed.evidenceIds}
        error={error('evidence')}
        choices={evidence.map((item) => ({
          value: item.evidenceId,
          text: (
            <>
              {item.ref} <a href={paths.evidenceItem(personId, item.evidenceId)}>{item.title}</a>
            </>
          ),
          hint: `${KIND_WORDS[item.kind].name}, ${item.happenedOn ? plainDay(item.happenedOn) : 'undated'}, ${item.by === 'self' ? 'in their own words' : item.by === 'helpdesk' ? 'from the helpdesk' : `by ${item.standsBehind?.name ?? item.addedByName}`}`,
        }))}
      >
        {evidence.length === 0 && (
          <p class="s ink2">
            There is no evidence that you may read yet. Without any, nothing can be awarded.
          </p>
        )}
      </Choices>
      <Panel id="decide" title={`Decide ${criterion.code}`} fact="Kept as you record it. Never changed">
        <div class="form form-wide">
          <Choices
            name="qualities"
            label="I have checked that the evidence is"
            many
            row
            value={typed.qualities}
            error={error('qualities')}
            choices={QUALITIES.map((quality) => ({ value: quality, text: capital(quality) }))}
          />
          <Choices
            name="verdict"
            label="Decision"
            row
            value={values.verdict ?? ''}
            error={error('verdict')}
            choices={[
              { value: 'award', text: 'Award' },
              { value: 'refer', text: 'Refer, with an action' },
              { value: 'not yet', text: 'Not yet' },
            ]}
          />
          <TextArea
            name="reason"
            label="Why"
            hint="One or two sentences, for the record."
            rows={2}
            value={values.reason}
            error={error('reason')}
          />
          <TextArea
            name="feedback"
            label={`Feedback to ${name}`}
            hint="What was shown, what is missing, what to do next. It is what they read first."
            value={values.feedback}
            error={error('feedback')}
          />
          <DateFields
            name="act"
            label="Action due by"
            hint="A refer needs one. Else leave it empty where nothing is asked."
            value={{
              day: values['act-day'] ?? '',
              month: values['act-month'] ?? '',
              year: values['act-year'] ?? '',
            }}
            error={error('act')}
          />
          <Buttons flush>
            <Button>Record the decision</Button>
          </Buttons>
        </div>
      </Panel>
    </Form>
  )
}
