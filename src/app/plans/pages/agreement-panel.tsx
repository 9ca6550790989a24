import type { Refusal } from '../../../kernel/outcome.ts'
import { capital } from '../../../kernel/text.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices, FieldSet, Tick } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { More, Panel } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Difference } from '../rules/action-differences.ts'
import { budgetFor, pounds } from '../rules/budget.ts'
import { type Objective, unmetLetters } from '../rules/objective.ts'
import { unmetText } from './objective-view.tsx'

type Typed = { values: Readonly<Record<string, string>>; refusals: readonly Refusal[] }

/** The field in which whoever agrees says why, where letters are not met; nothing where all are. */
export function UnmetField({ objective, values, refusals }: Typed & { objective: Objective }) {
  const unmet = unmetLetters(objective.reading)
  if (unmet.length === 0) return null
  const name = `unmet-${objective.objectiveId}`
  return (
    <TextArea
      name={name}
      label={`Why is ${objective.ref} agreed all the same?`}
      hint={`It is not yet ${unmetText(objective)}. The reason is kept with the plan.`}
      rows={2}
      value={values[name]}
      error={errorFor(refusals, name)}
    />
  )
}

/** What a change asks for, an item each: who leads agrees some and declines others. */
function Items({
  objective,
  request,
  values,
  refusals,
}: Typed & { objective: Objective; request: readonly Difference[] }) {
  const chosen = values.items === 'yes'
  return (
    <>
      <Hidden name="items" value="yes" />
      <FieldSet
        id="items-set"
        legend="What changes"
        hint="Untick what you decline: it stays as it was agreed."
      >
        {[...Map.groupBy(request, ({ key }) => key)].map(([key, parts]) => (
          <Tick
            key={key}
            name={`item-${key}`}
            text={capital(parts.map(({ words }) => words).join('; '))}
            checked={!chosen || values[`item-${key}`] === 'yes'}
          />
        ))}
      </FieldSet>
      <More
        summary="Say why you decline what is not ticked"
        open={Boolean(values['decline-items'] || errorFor(refusals, 'decline-items'))}
      >
        <TextField
          name="decline-items"
          label={`Why ${objective.ref} stays as it was there`}
          value={values['decline-items']}
          error={errorFor(refusals, 'decline-items')}
        />
      </More>
    </>
  )
}

/** Whether the money is approved; it may wait. */
function MoneyFields({
  objective,
  values,
  refusals,
  mayWait,
}: Typed & { objective: Objective; mayWait: boolean }) {
  const { budget } = objective
  if (budget?.state !== 'asked') return null
  return (
    <>
      <Choices
        name="budget"
        label={`It asks for ${budgetFor(budget)}`}
        row
        value={values.budget ?? (mayWait ? 'later' : null)}
        choices={[
          { value: 'yes', text: `Approve ${pounds(budget.amount)}` },
          { value: 'no', text: 'Decline it' },
          ...(mayWait ? [{ value: 'later', text: 'Decide later' }] : []),
        ]}
        error={errorFor(refusals, 'budget')}
      />
      <TextField
        name="budget-reason"
        label="Why"
        hint="Needed where you decline the money."
        value={values['budget-reason']}
        error={errorFor(refusals, 'budget-reason')}
      />
    </>
  )
}

/** The money of an objective that is agreed, for who leads to approve or decline. */
export function MoneyPanel(props: Typed & { objective: Objective; leads: boolean; leader: string | null }) {
  const { objective, leads, leader } = props
  const { budget, ref, state, version } = objective
  if (budget?.state !== 'asked' || state === 'closed' || objective.private) return null
  if (!leads)
    return state === 'agreed' ? (
      <p class="s ink2">
        {ref} is agreed. Its money, {budgetFor(budget)}, still waits for {leader ?? 'somebody who leads'}.
      </p>
    ) : null
  if (state === 'proposed') return null
  return (
    <Panel id="money" title="Money waits for you" fact={ref}>
      <Form
        action={`${paths.objective(objective.personId, objective.objectiveId)}/budget`}
        hidden={{ version }}
        label="Decide about the money"
      >
        <MoneyFields {...props} mayWait={false} />
        <div class="btns flush">
          <Button>Save the decision</Button>
        </div>
      </Form>
    </Panel>
  )
}

/** Where an objective is agreed, questioned or declined, by whoever can. */
export function AgreementPanel(
  props: Typed & {
    objective: Objective
    /** What a change to an agreed objective asks for; none for a new one. */
    request: readonly Difference[]
    own: boolean
    leads: boolean
    personName: string
    leader: string | null
  },
) {
  const { objective, request, own, leads, personName, leader } = props
  const { ref, state, version, agreedOn } = objective
  const at = paths.objective(objective.personId, objective.objectiveId)
  const open = state === 'draft' || state === 'proposed' || state === 'questioned'
  if (!open || (own && !objective.private && leader)) return null
  if (!own && (state !== 'proposed' || !leads)) return null
  const changes = agreedOn !== null && !objective.private
  const [title, about, button] = own
    ? objective.private
      ? [
          'Only you see this',
          'Nobody else agrees it. Put it in your plan when it says what you mean.',
          'Put it in my plan',
        ]
      : [
          'Nobody leads you yet',
          `An objective is agreed by two. Until somebody leads you, you can note that you agreed it with yourself: it is shown as not agreed by anybody else.`,
          'Agree it with myself',
        ]
    : changes
      ? [
          `${personName} asks to change this`,
          'Agree it, ask first, or decline it: then it stays as it was agreed.',
          `Agree the change to ${ref}`,
        ]
      : [
          `${personName} proposes this`,
          'Agree it, ask what you want to know first, or decline it.',
          `Agree ${ref}`,
        ]
  return (
    <Panel id="agreement" title={title} fact={ref}>
      <p class="s ink2 mb4">{about}</p>
      <Form action={`${at}/agreement`} hidden={{ version }} label={button}>
        {!own && request.length > 0 && <Items {...props} />}
        {!own && <MoneyFields {...props} mayWait />}
        <UnmetField {...props} />
        <div class="btns flush">
          <Button kind={own ? 'secondary' : 'primary'}>{button}</Button>
        </div>
      </Form>
      {!own && <Question {...props} at={at} />}
      {!own && <Decline {...props} at={at} changes={changes} />}
    </Panel>
  )
}

function Question(props: Typed & { objective: Objective; personName: string; at: string }) {
  const { objective, personName, at, values, refusals } = props
  const { ref, version } = objective
  return (
    <div class="mt5">
      <Form action={`${at}/question`} hidden={{ version }} keep={`question-${ref}`} label="Question it">
        <TextArea
          name="question"
          label="Or question it"
          hint={`What you want to know or change. It goes back to ${personName}.`}
          rows={2}
          value={values.question}
          error={errorFor(refusals, 'question')}
        />
        <div class="btns flush">
          <Button kind="secondary">Send the question</Button>
        </div>
      </Form>
    </div>
  )
}

function Decline(props: Typed & { objective: Objective; at: string; changes: boolean }) {
  const { objective, at, changes, values, refusals } = props
  const { ref, version } = objective
  const error = errorFor(refusals, 'decline')
  return (
    <div class="mt4">
      <More summary={changes ? 'Or decline the whole change' : 'Or decline it'} open={error !== null}>
        <Form
          action={`${at}/declining`}
          hidden={{ version }}
          keep={`decline-${ref}`}
          label={`Decline ${ref}`}
        >
          <TextArea
            name="decline"
            label={changes ? 'Why does it stay as it was agreed?' : 'Why is it not part of the plan?'}
            hint="Both of you read it. What was asked is kept."
            rows={2}
            value={values.decline}
            error={error}
          />
          <div class="btns flush">
            <Button kind="secondary">{changes ? 'Decline the change' : `Decline ${ref}`}</Button>
          </div>
        </Form>
      </More>
    </div>
  )
}
