import { Button } from '../../../ui/button.tsx'
import { Tick } from '../../../ui/choices.tsx'
import { DiffTable } from '../../../ui/diff.tsx'
import { errorFor } from '../../../ui/error-summary.tsx'
import { FieldError, Select } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Section } from '../../../ui/section.tsx'
import { Sub } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import { CAUSES, ITEM_WORDS, partsOf, WHATS } from '../rules/changes.ts'
import type { ChangeRow } from '../store/parts.ts'
import { ChangeForm, changeable } from './change-form.tsx'
import { refusalsOf, type Shown } from './shown.ts'

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
            item: `${change.ref} ${ITEM_WORDS[change.what]}`,
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
          <PostButton action={at} link about={`the change to ${change.ref} ${ITEM_WORDS[change.what]}`}>
            Take back
          </PostButton>
        </span>
      )}
    </>
  )
}

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
        hidden={shown.change ? { cause: shown.change.cause, reason: shown.change.reason } : undefined}
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

function Nothing({ shown }: { shown: Shown }) {
  const { person, row } = shown.view
  const refusals = refusalsOf(shown, 'nothing')
  return (
    <div class="mt4 no-print">
      <Form action={`${paths.review(person.personId, row.reviewId)}/nothing`} inline label="Nothing changes">
        {errorFor(refusals, 'nothing') && <FieldError>{errorFor(refusals, 'nothing')}</FieldError>}
        <Tick name="nothing" text="Nothing changes in the plan this time" checked={row.noChanges} />
        <Button kind="quiet">Save that</Button>
      </Form>
    </div>
  )
}
