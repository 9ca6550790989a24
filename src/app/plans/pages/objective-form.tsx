import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { capital } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices, DateFields } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { More, Panel, Ref } from '../../../ui/section.tsx'
import type { Need } from '../../assessments/assessments.ts'
import { paths } from '../../paths.ts'
import type { Measurable } from '../basis.ts'
import type { Values } from '../posted.ts'
import { CAUSES, type Objective } from '../rules/objective.ts'
import type { Priority } from '../store/priorities.ts'
import { ActionFields } from './action-fields.tsx'
import { MoreFields } from './more-fields.tsx'
import { OBJECTIVE_FORM } from './reads.tsx'
import { ServesFields, SuccessFields } from './success-fields.tsx'

export type NeedCase = {
  need: Need
  /** "Handling complaints: agreed 3, role needs 4". */
  heading: string
  /** The evidence by title. */
  evidence: string[]
}

export type ObjectiveFormProps = {
  personId: string
  /** null for a new one. */
  objective: Objective | null
  values: Values
  refusals: readonly Refusal[]
  needs: readonly Need[]
  needCase: NeedCase | null
  priorities: readonly Priority[]
  aspiration: string | null
  measurable: readonly Measurable[]
  leader: string | null
  /** The version of the plan in force; 0 while none is agreed. */
  planVersion: number
  /** The person's objectives, of which this may come after one. */
  others: readonly Objective[]
  today: Day
}

/** The form of one objective, which can be saved at any time, finished or not. */
export function ObjectiveForm(props: ObjectiveFormProps) {
  const { personId, objective, values, refusals, leader, today } = props
  const error = (field: string) => errorFor(refusals, field)
  const typed = {
    day: values['due-day'] ?? '',
    month: values['due-month'] ?? '',
    year: values['due-year'] ?? '',
  }
  const action = objective
    ? paths.objective(personId, objective.objectiveId)
    : `${paths.person(personId)}/objectives`
  return (
    <Form
      id={OBJECTIVE_FORM}
      action={action}
      keep={`objective-${objective?.objectiveId ?? 'new'}`}
      hidden={{ version: objective?.version ?? 0 }}
      label="The objective"
    >
      <NeedField {...props} />
      <CauseFields {...props} />
      <Choices
        name="kind"
        label="Is this professional or personal?"
        value={values.kind ?? 'professional'}
        error={error('kind')}
        choices={[
          {
            value: 'professional',
            text: 'Professional',
            hint: 'Needed by your role, your next role or your team. Your leader and assessor can read it.',
          },
          {
            value: 'personal',
            text: 'Personal',
            hint: 'For you. Nobody else sees it unless you share it.',
          },
        ]}
      >
        <div class="mt3 if-personal">
          <Select
            name="sharing"
            label="Who may read a personal one?"
            value={values.sharing ?? 'me'}
            error={error('sharing')}
            options={[
              { value: 'me', text: 'Only you' },
              { value: 'leader', text: `You and ${leader ?? 'whoever leads you'}` },
              { value: 'assessor', text: `You, ${leader ?? 'whoever leads you'}, and whoever assesses you` },
            ]}
          />
        </div>
      </Choices>
      <TextField
        name="why"
        label="Why is it professional, or personal?"
        hint="One sentence. Assessors look for this difference."
        value={values.why}
        error={error('why')}
      />
      <TextArea
        name="text"
        label="Objective"
        hint="Say what you will do, how you will know, and by when."
        value={values.text}
        error={error('text')}
      />
      <TextField
        name="title"
        label="Short name"
        hint="For lists. Leave it empty, and the first words of the objective are used."
        value={values.title}
        maxlength={80}
      />
      <SuccessFields {...props} />
      <DateFields
        name="due"
        label="Target date"
        hint="For example, 29 1 2027"
        value={typed}
        smart="due"
        error={error('due')}
      />
      <TextArea
        name="resources"
        label="Resources"
        hint="Time, people, access or money you need, and who gives it."
        rows={2}
        value={values.resources}
        smart="resources"
      />
      <ServesFields {...props} />
      <MoreFields {...props} />
      <ActionFields values={values} saved={objective?.actions ?? []} refusals={refusals} today={today} />
      {objective?.state === 'questioned' && (
        <TextArea
          name="answer"
          label="Your answer"
          hint={`${leader ?? 'Your leader'} reads it beside the objective.`}
          rows={2}
          value={values.answer}
        />
      )}
      <Buttons flush>
        <Button name="do" value="propose">
          {leader ? `Save and propose to ${leader}` : 'Save and propose'}
        </Button>
        <Button kind="secondary" name="do" value="draft">
          Save draft
        </Button>
        <Button kind="quiet" name="do" value="check">
          Check the wording
        </Button>
        <Button kind="quiet" name="do" value="wording">
          Find the words
        </Button>
      </Buttons>
    </Form>
  )
}

function NeedField({ personId, values, refusals, needs, needCase }: ObjectiveFormProps) {
  const error = errorFor(refusals, 'need')
  const choice = (
    <Select
      name="need"
      label="The need it closes"
      value={values.need}
      error={error}
      options={[
        { value: '', text: 'None yet' },
        ...needs.map((need) => ({ value: need.needId, text: `${need.ref} ${need.title}` })),
      ]}
    />
  )
  if (!needCase) return choice
  const { need, heading, evidence } = needCase
  return (
    <Panel>
      <p class="s mut">Closes this need</p>
      <p class="b">{heading}</p>
      <p class="s ink2">
        <Ref>{need.ref}</Ref>. {evidence.length > 0 ? `${evidence.join('; ')}. ` : 'No evidence named yet. '}
        <a href={paths.need(personId, need.needId)}>See the case</a>
      </p>
      <More summary="Choose another need" open={error !== null}>
        {choice}
      </More>
    </Panel>
  )
}

/** Why an agreed objective changes, or one is added to an agreed plan; nothing where the plan asks for no cause. */
function CauseFields({ objective, values, refusals, planVersion }: ObjectiveFormProps) {
  const changes = objective !== null && objective.agreedOn !== null && !objective.private
  const error = errorFor(refusals, 'cause')
  if (!changes && planVersion === 0 && error === null) return null
  return (
    <>
      <Select
        name="cause"
        label={changes ? 'What caused the change?' : 'Why is it added to the plan?'}
        hint={
          changes
            ? 'It was agreed as it was, and stays so in the plan until the change is agreed.'
            : 'The plan was agreed without it. A draft, or one that only you read, needs no cause.'
        }
        value={values.cause}
        error={error}
        options={[
          { value: '', text: 'Choose the cause' },
          ...CAUSES.map((cause) => ({ value: cause, text: capital(cause) })),
        ]}
      />
      <TextField
        name="cause-reason"
        label="In your words"
        value={values['cause-reason']}
        error={errorFor(refusals, 'cause-reason')}
      />
    </>
  )
}
