import { type Day, plainDay, shortDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { clip, count, within } from '../../../kernel/text.ts'
import { Button } from '../../../ui/button.tsx'
import { DateFields } from '../../../ui/choices.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { Plan } from '../plans.ts'
import { changeLines } from '../rules/diff.ts'
import type { PlanVersion } from '../store/plan.ts'

/** Who agreed a version, in words. */
export function signedWords(version: PlanVersion): string {
  if (version.alone) return `${version.agreedByName} alone, not agreed by anybody else`
  return version.reviewId ? 'Both, at a review' : `Agreed by ${version.agreedByName}`
}

function causes({ version, changes }: PlanVersion): string {
  if (version === 1) return 'agreed for the first time'
  const named = [
    ...new Set(
      changes.flatMap(({ cause, reason }) =>
        cause !== 'other' ? [cause] : reason ? [`other: ${within(reason)}`] : [],
      ),
    ),
  ]
  return named.length > 0 ? named.join(', ') : 'none named'
}

/** How many objectives are told of in a row of the table. */
const TOLD = 2

/** What a version changed in its first objectives; the version's own page has all of it. */
function FirstChanges({ version }: { version: PlanVersion }) {
  const lines = changeLines(version.changes)
  const rest = lines.length - TOLD
  return (
    <>
      {lines.slice(0, TOLD).map(({ objectiveId, ref, words }) => (
        <p key={objectiveId}>
          {ref} {clip(words, 200)}
        </p>
      ))}
      {rest > 0 && <Sub>and {count(rest, 'objective')} more</Sub>}
    </>
  )
}

/** Every version of a plan, and what is proposed for the next. */
export function Versions({ plan, personId, today }: { plan: Plan; personId: string; today: Day }) {
  const proposed = plan.objectives.filter((one) => one.state === 'proposed' && !one.private)
  const [latest] = plan.versions
  if (!latest && proposed.length === 0)
    return <p class="s ink2">No version yet: the first is made when an objective is agreed.</p>
  return (
    <>
      {proposed.length > 0 && (
        <p class="s ink2">
          Version {plan.version + 1} is proposed: {proposed.map((one) => one.ref).join(', ')}.
        </p>
      )}
      {latest && (
        <Table
          caption="Versions of the plan"
          hideCaption
          rows={plan.versions}
          columns={[
            {
              head: 'Version',
              nowrap: true,
              cell: (one) => (
                <>
                  {one.version === plan.version ? `${one.version}, in force` : one.version}
                  {one.endsYear && <Sub>end of {one.endsYear}</Sub>}
                </>
              ),
            },
            { head: 'From', nowrap: true, cell: (one) => shortDay(one.agreedOn, today) },
            {
              head: 'What changed',
              width: 45,
              cell: (one) => <FirstChanges version={one} />,
            },
            { head: 'Cause', cell: causes },
            { head: 'Signed', cell: signedWords },
            {
              head: 'Compare',
              hideHead: true,
              nowrap: true,
              cell: (one) => (
                <a class="no-print" href={paths.planVersion(personId, one.version)}>
                  {one.version > 1 ? 'Compare' : 'Read'}
                  <span class="vh"> version {one.version}</span>
                </a>
              ),
            },
          ]}
        />
      )}
      {latest && <OtherDay personId={personId} />}
    </>
  )
}

/** Asks for the plan of another day: by an address of its own, which can be kept and printed. */
export function OtherDay(props: {
  personId: string
  values?: Readonly<Record<string, string>>
  day?: Day | 'wrong'
  refusals?: readonly Refusal[]
}) {
  const { personId, values = {}, day = 'wrong', refusals = [] } = props
  const typed = {
    day: values['on-day'] ?? '',
    month: values['on-month'] ?? '',
    year: values['on-year'] ?? '',
  }
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <More summary="The plan as it stood on another day" open={refusals.length > 0}>
        <Form action={paths.plan(personId)} method="get" inline label="The plan on another day">
          <DateFields
            name="on"
            label="Day"
            value={day === 'wrong' ? typed : day}
            error={errorFor(refusals, 'on')}
          />
          <Button kind="secondary" small>
            Show the plan of that day
          </Button>
        </Form>
      </More>
    </>
  )
}

/** What to say of a day on which no plan was agreed yet. */
export function NoPlanYet({ first, day }: { first: Day | null; day: Day }) {
  return (
    <Section id="none" title={`No plan was agreed by ${plainDay(day)}`}>
      <p>
        {first
          ? `The first version was agreed on ${plainDay(first)}. Choose that day or a later one.`
          : 'No version has been agreed yet. The first is made when an objective is agreed.'}
      </p>
    </Section>
  )
}
