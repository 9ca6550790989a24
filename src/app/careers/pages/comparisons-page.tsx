import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { RoleProfile } from '../../roles/roles.ts'
import type { Side } from '../comparison.ts'
import { FEWEST_OPTIONS, MOST_OPTIONS, type PathwayComparison, tracksOf } from '../rules/comparison.ts'
import type { PersonalTarget } from '../rules/target.ts'
import { CareerBeside, Criteria, type Criterion } from './beside.tsx'
import { RoleFinder } from './find-role.tsx'
import { areMany, roleOptions } from './role-options.ts'
import { SharingTag } from './sharing.tsx'
import { SidesTable } from './sides-table.tsx'
import { WaysForm, type WaysTyped } from './ways-form.tsx'

export type ComparisonsPageProps = {
  person: Person
  own: boolean
  comparisons: readonly PathwayComparison[]
  /** The roles that can be compared. */
  roles: readonly RoleProfile[]
  targets: readonly PersonalTarget[]
  /** The role that the person has now. */
  now: RoleProfile | null
  /** Those chosen to be compared, with what they ask; none while nothing is chosen. */
  sides: readonly Side[]
  chosen: readonly string[]
  criteria: readonly Criterion[]
  attributions: readonly string[]
  /** What was typed to find a role. */
  find: string
  typed: WaysTyped
  refusals: readonly Refusal[]
}

/** Ways to go beside each other: those that were compared, and a new comparison. */
export function ComparisonsPage(props: ComparisonsPageProps) {
  const { person, own, comparisons, sides, now, criteria, refusals } = props
  const ready = sides.length >= FEWEST_OPTIONS
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {(comparisons.length > 0 || !own) && (
        <Section id="kept" title="Compared so far" fact={count(comparisons.length, 'comparison')}>
          {comparisons.length === 0 && (
            <Empty
              title="No comparison is shared with you"
              belongs="At least two roles on different tracks, beside each other."
              helps="Whoever compared them can say why one suits them."
            />
          )}
          <Rows
            items={comparisons.map(({ comparisonId, options, suits, madeOn, sharing }) => ({
              title: options.map(({ title }) => title).join(' and '),
              href: paths.careerComparison(person.personId, comparisonId),
              meta: `${plainDay(madeOn)}. ${tracksWords(options)}. ${options.find(({ roleId }) => roleId === suits)?.title ?? 'None'} suits best.`,
              side: <SharingTag sharing={sharing} />,
            }))}
          />
          <Criteria person={person} criteria={criteria} />
        </Section>
      )}
      {own && <ChooseRoles {...props} />}
      {own && ready && (
        <div class="mt6">
          <Section id="beside" title="Beside each other" fact={now ? `You are ${now.title} now` : undefined}>
            <SidesTable sides={sides} now={now} />
            <WaysForm
              person={person}
              options={sides.map(({ role }) => role)}
              typed={props.typed}
              changing={null}
              refusals={refusals}
            />
          </Section>
        </div>
      )}
      {own && (
        <div class="mt5">
          <Guide
            good="At least one role that leads on and one of another kind of work at the same height, looked at with the same questions: what would I answer for, what is still missing, how does one get in, who says so."
            mistake="Comparing pay and hours alone. That finds a better job; progression asks what you would answer for."
            example="Team leader and quality analyst: “Both are one step for me. As an analyst I would judge others’ calls and answer for the standard, but I would lose the talk with customers; leading eight people is what I want to answer for.”"
          />
        </div>
      )}
      <Attribution lines={props.attributions} />
      <CareerBeside person={person} own={own} here="comparisons" />
    </>
  )
}

/** "On 2 tracks", "On 1 track and elsewhere", "Elsewhere". */
function tracksWords(options: PathwayComparison['options']): string {
  const tracks = tracksOf(options)
  const away = options.some(({ personal }) => personal)
  if (tracks === 0) return 'Elsewhere'
  return `On ${count(tracks, 'track')}${away ? ' and elsewhere' : ''}`
}

const LABELS = ['One way', 'Another way', 'A third, if you like', 'A fourth, if you like']

function ChooseRoles(props: ComparisonsPageProps) {
  const { person, roles, targets, sides, chosen, find, refusals } = props
  const { personId } = person
  const options = [{ value: '', text: 'None' }, ...roleOptions(roles, targets, chosen)]
  const kept = chosen.filter(Boolean)
  const alike =
    sides.length >= FEWEST_OPTIONS &&
    tracksOf(sides.map(({ role, personal }) => ({ track: role.track, personal }))) < 2
  return (
    <div class="mt6 no-print">
      <Section id="choose" title="Which ways?" fact="Two to four, on different tracks">
        {areMany(roles) && kept.length < MOST_OPTIONS && (
          <RoleFinder
            action={paths.careerComparisons(personId)}
            label="Find a role to compare"
            roles={roles}
            find={find}
            kept={kept}
            hrefOf={(roleId) => paths.careerComparisons(personId, [...new Set([...kept, roleId])])}
            does="Compare"
          />
        )}
        <Form action={paths.careerComparisons(personId)} method="get" label="Which roles to compare">
          {LABELS.slice(0, MOST_OPTIONS).map((label, index) => (
            <Select
              key={label}
              id={`f-role-${index + 1}`}
              name="role"
              label={label}
              options={options}
              value={chosen[index] ?? ''}
              error={index === 0 ? errorFor(refusals, 'role') : null}
            />
          ))}
          <Buttons>
            <Button kind="secondary">Set them beside each other</Button>
          </Buttons>
        </Form>
        {alike && (
          <p class="s ink2 mt2 prose">
            These are not on two tracks of the organisation. Add a way on another, so that you see what else
            there is.
          </p>
        )}
      </Section>
    </div>
  )
}
