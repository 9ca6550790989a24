import { plainDay } from '../../../kernel/day.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns } from '../../../ui/section.tsx'
import { type Knot, Thread } from '../../../ui/thread.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { Model, Reflection } from '../../reflections/reflections.ts'
import { AccountSection } from './account-section.tsx'
import { ChangedSection } from './changed-section.tsx'
import { Corrections } from './corrections.tsx'
import { PlanSection } from './plan-section.tsx'
import { ProgressSection } from './progress-section.tsx'
import type { Shown } from './shown.ts'
import { SigningPanel } from './signing-panel.tsx'

/** A review: what changed, how each objective goes, what the plan becomes and why, the account, the signatures. */
export function ReviewPage(props: {
  shown: Shown
  thread: { label: string; knots: readonly Knot[] } | null
  assessors: readonly Person[]
  accounts: readonly Reflection[]
  model: Model | null
}) {
  const { shown, thread, assessors, accounts, model } = props
  const { row, person } = shown.view
  return (
    <>
      <ErrorSummary refusals={shown.refusals} />
      {thread && <Thread {...thread} />}
      {row.state === 'closed' && row.nextOn && (
        <Note kind="done" title={`Closed, and kept as it was signed.`}>
          The next review is on {plainDay(row.nextOn)}.{' '}
          {row.planAfter !== null && row.planAfter !== row.planBefore && (
            <a href={paths.planVersion(person.personId, row.planAfter)}>See plan version {row.planAfter}</a>
          )}
        </Note>
      )}
      <Columns split="8-4">
        <div>
          <ChangedSection shown={shown} />
          <ProgressSection shown={shown} />
          <PlanSection shown={shown} />
          <AccountSection shown={shown} accounts={accounts} model={model} />
          <Corrections shown={shown} />
        </div>
        <aside class="stick" aria-label="This review">
          <SigningPanel shown={shown} assessors={assessors} />
        </aside>
      </Columns>
      <div class="mt5">
        <ReviewGuide />
      </div>
    </>
  )
}

function ReviewGuide() {
  return (
    <Guide
      good="The plan is different afterwards, and each change says what caused it: the job, a priority, feedback, a target met or missed. Both of you look at the same figures, with their count and interval."
      mistake="Writing the plan once and never coming back to it, or agreeing that all is “on track” without saying what shows it."
      example="Billing contacts double every winter, so Amara’s target date moves from 18 December to 29 January. Cause: organisation priority. The target itself stays: the chart shows an improvement signal since September."
    />
  )
}
