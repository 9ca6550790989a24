import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices, DateFields } from '../../../ui/choices.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { FieldError, TextArea, TextField, UnitField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { paths } from '../../paths.ts'
import { type Objective, SIGNS } from '../../plans/plans.ts'
import { CAUSES, CLOSINGS, ITEM_WORDS, WHATS, type What } from '../rules/changes.ts'
import { aimWords } from '../rules/figure-words.ts'
import { refusalsOf, type Shown, typedDay, typedIn } from './shown.ts'

/** Objectives that a review can change: agreed ones, that both see. */
export function changeable(shown: Shown): Objective[] {
  return shown.view.objectives.flatMap(({ objective }) => (objective?.state === 'agreed' ? [objective] : []))
}

/** The form of one change: what it is to be, its cause, and what happened. */
export function ChangeForm({ shown, change }: { shown: Shown; change: NonNullable<Shown['change']> }) {
  const { person, row } = shown.view
  const objective = changeable(shown).find(({ objectiveId }) => objectiveId === change.of)
  const what = WHATS.find(({ value }) => value === change.what)
  if (!objective || !what) return null
  const refusals = refusalsOf(shown, 'change')
  const typed = (name: string) => typedIn(shown, 'change', name)
  const general = [errorFor(refusals, 'what'), errorFor(refusals, 'of')].filter((words) => words !== null)
  return (
    <div class="mt5 no-print" id="change">
      <h3>
        {objective.ref}: {what.text.charAt(0).toLowerCase() + what.text.slice(1)}
      </h3>
      <div class="mt3">
        <Form
          action={`${paths.review(person.personId, row.reviewId)}/changes`}
          hidden={{ of: objective.objectiveId, what: what.value }}
          keep={`review-${row.reviewId}-change-${objective.objectiveId}-${what.value}`}
          label={`Change ${objective.ref}`}
        >
          {general.map((words) => (
            <div class="field is-err" id="f-what" key={words}>
              <FieldError>{words}</FieldError>
            </div>
          ))}
          <Fields shown={shown} objective={objective} what={what.value} />
          <Choices
            name="cause"
            label={`Cause of the change to ${objective.ref}’s ${ITEM_WORDS[what.value]}`}
            hint="One cause for each change. An assessor reads this as proof that the plan is alive."
            row
            value={typed('cause') ?? change.cause}
            error={errorFor(refusals, 'cause')}
            choices={CAUSES}
          />
          <TextField
            name="reason"
            label="What happened?"
            value={typed('reason') ?? change.reason}
            error={errorFor(refusals, 'reason')}
          />
          <Buttons>
            <Button kind="secondary">Add this change</Button>
          </Buttons>
        </Form>
      </div>
    </div>
  )
}

/** The fields of one kind of change. */
function Fields({ shown, objective, what }: { shown: Shown; objective: Objective; what: What }) {
  const refusals = refusalsOf(shown, 'change')
  const error = (name: string) => errorFor(refusals, name)
  const typed = (name: string) => typedIn(shown, 'change', name)
  const posted = shown.posted === 'change'
  switch (what) {
    case 'due':
      return (
        <DateFields
          name="due"
          label="New target date"
          hint="For example, 29 1 2027"
          value={posted ? typedDay(shown.values, 'due') : objective.due}
          error={error('due')}
        />
      )
    case 'target':
      return (
        <UnitField
          name="target"
          label="New target"
          hint={
            objective.target === null
              ? 'There is none yet.'
              : `Now ${aimWords(objective.target, objective.unit)}.`
          }
          unit={SIGNS[objective.unit ?? 'count']}
          value={typed('target')}
          error={error('target')}
        />
      )
    case 'wording':
      return (
        <TextArea
          name="text"
          label="How the objective is to read"
          rows={4}
          value={typed('text') ?? objective.text}
          error={error('text')}
        />
      )
    case 'action':
      return (
        <>
          <TextField
            name="action"
            label="What is to be done"
            value={typed('action')}
            error={error('action')}
          />
          <DateFields
            name="by"
            label="By when"
            hint="For example, 4 12 2026"
            value={posted ? typedDay(shown.values, 'by') : null}
            error={error('by')}
          />
        </>
      )
    case 'close':
      return (
        <Choices
          name="as"
          label="How did it end?"
          row
          value={typed('as')}
          error={error('as')}
          choices={CLOSINGS.map((value) => ({
            value,
            text: value === 'met' ? 'Met, with evidence' : 'Not met',
          }))}
        />
      )
    case 'remove':
      return <p>{objective.ref} leaves the plan as no longer needed. Its record is kept.</p>
  }
}
