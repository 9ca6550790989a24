import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices, DateFields, Tick } from '../../../ui/choices.tsx'
import { DiffTable } from '../../../ui/diff.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { FieldError, Select, TextArea, TextField, UnitField } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Section } from '../../../ui/section.tsx'
import { Sub } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { Objective } from '../../plans/plans.ts'
import { CAUSES, CLOSINGS, partsOf, WHATS } from '../rules/changes.ts'
import { aimWords } from '../rules/figure-words.ts'
import type { ChangeRow } from '../store/parts.ts'
import { refusalsOf, type Shown, typedIn } from './shown.ts'

const ITEMS: Record<ChangeRow['what'], string> = {
  due: 'target date',
  target: 'target',
  wording: 'wording',
  action: 'action',
  close: 'objective',
  remove: 'objective',
}

const causeWords = (change: ChangeRow) => CAUSES.find(({ value }) => value === change.cause)?.text

/** What the plan becomes, and why: shown before anybody signs. */
export function PlanSection({ shown }: { shown: Shown }) {
  const { view, writes } = shown
  const { row, changes, planVersion } = view
  const closed = row.state === 'closed'
  const [before, after] = closed ? [row.planBefore, row.planAfter ?? 0] : [planVersion, planVersion + 1]
  const same = closed ? before === after : changes.length === 0
  return (
    <Section
      id="plan"
      title="3. What changes in the plan, and why"
      fact={same ? `Version ${before} stays` : `Version ${before} to version ${after}`}
    >
      {changes.length > 0 ? (
        <DiffTable
          caption={`Differences between plan version ${before} and ${after}`}
          rows={changes.map((change) => ({
            item: `${change.ref} ${ITEMS[change.what]}`,
            parts: partsOf(change),
            cause: <Cause shown={shown} change={change} />,
          }))}
        />
      ) : (
        <p class="ink2">{row.noChanges ? 'Nothing changes in the plan.' : 'No change is written yet.'}</p>
      )}
      {writes && <Choose shown={shown} />}
      {writes && shown.change && <ChangeForm shown={shown} change={shown.change} />}
      {writes && changes.length === 0 && <Nothing shown={shown} />}
    </Section>
  )
}

function Cause({ shown, change }: { shown: Shown; change: ChangeRow }) {
  const { person, row } = shown.view
  const at = `${paths.review(person.personId, row.reviewId)}/changes/${change.changeId}/removal`
  return (
    <>
      {causeWords(change)}
      <Sub>{change.reason}</Sub>
      {shown.writes && (
        <span class="no-print">
          <PostButton action={at} link about={`the change to ${change.ref} ${ITEMS[change.what]}`}>
            Take back
          </PostButton>
        </span>
      )}
    </>
  )
}

const changeable = (shown: Shown): Objective[] =>
  shown.view.objectives.flatMap(({ objective }) => (objective?.state === 'agreed' ? [objective] : []))

function Choose({ shown }: { shown: Shown }) {
  const { person, row } = shown.view
  const objectives = changeable(shown)
  if (objectives.length === 0) return null
  return (
    <div class="mt5 no-print">
      <Form
        action={`${paths.review(person.personId, row.reviewId)}#change`}
        method="get"
        inline
        label="Choose a change"
      >
        <Select
          name="of"
          label="Objective"
          value={shown.change?.of}
          options={objectives.map(({ objectiveId, ref, title }) => ({
            value: objectiveId,
            text: `${ref} ${title}`,
          }))}
        />
        <Select
          name="what"
          label="What changes"
          value={shown.change?.what}
          options={WHATS.map(({ value, text }) => ({ value, text }))}
        />
        <Button kind="secondary">Write the change</Button>
      </Form>
    </div>
  )
}

function ChangeForm({ shown, change }: { shown: Shown; change: { of: string; what: string } }) {
  const { person, row } = shown.view
  const objective = changeable(shown).find(({ objectiveId }) => objectiveId === change.of)
  const what = WHATS.find(({ value }) => value === change.what)
  if (!objective || !what) return null
  const refusals = refusalsOf(shown, 'change')
  const typed = (name: string) => typedIn(shown, 'change', name)
  const general = [errorFor(refusals, 'what'), errorFor(refusals, 'of')].filter((words) => words !== null)
  return (
    <div class="mt5" id="change">
      <h3>
        {objective.ref}: {what.text.charAt(0).toLowerCase() + what.text.slice(1)}
      </h3>
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
          label={`Cause of the change to ${objective.ref}’s ${ITEMS[what.value]}`}
          hint="One cause for each change. An assessor reads this as proof that the plan is alive."
          row
          value={typed('cause')}
          error={errorFor(refusals, 'cause')}
          choices={CAUSES}
        />
        <TextField
          name="reason"
          label="What happened?"
          value={typed('reason')}
          error={errorFor(refusals, 'reason')}
        />
        <Buttons>
          <Button kind="secondary">Add this change</Button>
        </Buttons>
      </Form>
    </div>
  )
}

const dateTyped = (values: Readonly<Record<string, string>>, name: string) => ({
  day: values[`${name}-day`] ?? '',
  month: values[`${name}-month`] ?? '',
  year: values[`${name}-year`] ?? '',
})

/** The fields of one kind of change. */
function Fields({
  shown,
  objective,
  what,
}: {
  shown: Shown
  objective: Objective
  what: ChangeRow['what']
}) {
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
          value={posted ? dateTyped(shown.values, 'due') : objective.due}
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
          unit={{ share: '%', score: 'of 5', seconds: 's', count: 'times' }[objective.unit ?? 'count']}
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
          <TextField name="action" label="What is to be done" value={typed('action')} error={error('action')} />
          <DateFields
            name="by"
            label="By when"
            hint="For example, 4 12 2026"
            value={posted ? dateTyped(shown.values, 'by') : null}
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

function Nothing({ shown }: { shown: Shown }) {
  const { person, row } = shown.view
  const refusals = refusalsOf(shown, 'nothing')
  return (
    <div class="mt4 no-print">
      <Form
        action={`${paths.review(person.personId, row.reviewId)}/nothing`}
        inline
        label="Nothing changes"
      >
        {errorFor(refusals, 'nothing') && <FieldError>{errorFor(refusals, 'nothing')}</FieldError>}
        <Tick name="nothing" text="Nothing changes in the plan this time" checked={row.noChanges} />
        <Button kind="quiet">Save that</Button>
      </Form>
    </div>
  )
}
