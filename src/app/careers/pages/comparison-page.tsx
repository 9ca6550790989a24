import type { Refusal } from '../../../kernel/outcome.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Note } from '../../../ui/note.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { Person } from '../../people/people.ts'
import type { RoleProfile } from '../../roles/roles.ts'
import type { Side } from '../comparison.ts'
import { type PathwayComparison, speaksOfGrowth, tracksOf } from '../rules/comparison.ts'
import { CareerBeside, Criteria, type Criterion } from './beside.tsx'
import { SharingTag } from './sharing.tsx'
import { SidesTable } from './sides-table.tsx'
import { WaysForm, type WaysTyped } from './ways-form.tsx'

/** One comparison of ways to go, as the roles stood then, with the person's words. */
export function ComparisonPage(props: {
  person: Person
  own: boolean
  comparison: PathwayComparison
  sides: readonly Side[]
  now: RoleProfile | null
  criteria: readonly Criterion[]
  attributions: readonly string[]
  typed: WaysTyped
  refusals: readonly Refusal[]
}) {
  const { person, own, comparison, sides, now, criteria, typed, refusals } = props
  const { options, suits, why, progression, sharing } = comparison
  const chosen = options.find(({ roleId }) => roleId === suits)
  const gone = options.filter(({ roleId }) => !sides.some(({ role }) => role.roleId === roleId))
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section id="beside" title="Beside each other" fact="What each role asks, as it stood then">
        <SidesTable sides={sides} now={now} />
        {gone.length > 0 && (
          <p class="s ink2 mt2">No longer here: {gone.map(({ title }) => title).join(', ')}.</p>
        )}
      </Section>
      <Section
        id="words"
        title={own ? 'What you say of them' : 'What they say of them'}
        fact={<SharingTag sharing={sharing} />}
      >
        <SummaryList
          items={[
            { term: 'Suits best', value: chosen?.title ?? 'None' },
            { term: 'Why', value: why },
            { term: 'Why it is progression', value: progression },
          ]}
        />
        <Criteria person={person} criteria={criteria} />
        {own && !speaksOfGrowth(progression) && (
          <div class="mt3">
            <Note title="The words on progression do not yet say what you would answer for.">
              More pay, other hours or another place make a new job. Say who or what you would be responsible
              for, what you would decide, or which harder work would be yours. Your words are kept as they
              are; readiness counts the comparison once they say it.
            </Note>
          </div>
        )}
        {own && tracksOf(options) < 2 && (
          <div class="mt3">
            <Note title="These are not on two tracks of the organisation.">
              A comparison shows more where one of the ways is on another track, such as a specialist’s.
            </Note>
          </div>
        )}
        {own && (
          <More summary="Change your words" open={refusals.length > 0}>
            <WaysForm
              person={person}
              options={options}
              typed={typed}
              changing={comparison}
              refusals={refusals}
            />
          </More>
        )}
      </Section>
      <Attribution lines={props.attributions} />
      <CareerBeside person={person} own={own} here="comparisons" />
    </>
  )
}
