import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Attribution } from '../../../ui/attribution.tsx'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { RoleProfile } from '../../roles/roles.ts'
import type { SheetRow } from '../interview.ts'
import type { PersonalTarget } from '../rules/target.ts'
import { CareerBeside } from './beside.tsx'
import { RoleFinder } from './find-role.tsx'
import { areMany, roleOptions } from './role-options.ts'

/** The sheet to take to an interview: for each thing that the role asks, the best example with its evidence. */
export function InterviewPage(props: {
  person: Person
  own: boolean
  role: RoleProfile | null
  roles: readonly RoleProfile[]
  targets: readonly PersonalTarget[]
  rows: readonly SheetRow[]
  attributions: readonly string[]
  /** What was typed to find a role. */
  find: string
  refusals?: readonly Refusal[]
}) {
  const { person, own, role, roles, targets, rows } = props
  const told = rows.filter(({ star }) => star).length
  return (
    <>
      <div class="no-print">
        {areMany(roles) && (
          <RoleFinder
            action={paths.careerInterview(person.personId)}
            label="Find a role of the organisation"
            roles={roles}
            find={props.find}
            hrefOf={(roleId) => paths.careerInterview(person.personId, roleId)}
          />
        )}
        <Form action={paths.careerInterview(person.personId)} method="get" inline label="Which role">
          <Select
            name="role"
            label="Role"
            value={role?.roleId ?? ''}
            options={[
              { value: '', text: 'Choose a role' },
              ...roleOptions(roles, targets, role ? [role.roleId] : []),
            ]}
          />
          <Button kind="secondary">Show the sheet</Button>
        </Form>
      </div>
      {!role && (
        <Empty
          title="No role is chosen"
          belongs="The best example for each thing that a role asks, with its evidence."
          helps="Choose the role above, or say where you want to go."
        />
      )}
      {role && (
        <>
          <p class="s ink2 mt4">
            {told} of {count(rows.length, 'competency', 'competencies')} {told === 1 ? 'has' : 'have'} an
            example.
            <span class="no-print"> To take it with you, print this page.</span>
          </p>
          <div class="mt5 sheet">
            {rows.map((row) => (
              <SheetItem key={row.gap.competency.competencyId} person={person} own={own} row={row} />
            ))}
          </div>
        </>
      )}
      {own && (
        <div class="mt5">
          <Guide
            good="One occasion each: where and when, what was needed of you, what you yourself did, and what came of it. A figure or somebody’s words at the end."
            mistake="“We always look after our customers”: no occasion, and nobody can tell what you did."
            example="“In August a daughter rang about her mother’s account. I had to help without breaking the rules. I asked for the written authority and told her what it has to say. She sent it that afternoon, and the bill was corrected the next day.”"
          />
        </div>
      )}
      <Attribution lines={props.attributions} />
      <CareerBeside person={person} own={own} here="interview" />
    </>
  )
}

function SheetItem({ person, own, row }: { person: Person; own: boolean; row: SheetRow }) {
  const { gap, star, general, short, evidence } = row
  const { competency, requirement, agreed } = gap
  const { personId } = person
  const id = `c-${competency.competencyId}`
  const asks =
    competency.levels.find(({ level }) => level === requirement.level)?.anchor ?? competency.statement
  return (
    <Section
      id={id}
      title={competency.title}
      fact={`${requirement.essential ? 'Essential' : 'Helpful'}, level ${requirement.level}${agreed === null ? '' : `; ${agreed} agreed`}`}
    >
      <dl class="sum">
        {[
          { term: `What the role asks (level\u00a0${requirement.level})`, words: asks },
          ...(star
            ? [
                { term: 'Situation', words: star.situation },
                { term: 'Task', words: star.task || <NoTask personId={personId} own={own} /> },
                { term: 'Action', words: star.action },
                { term: 'Result', words: star.result },
              ]
            : []),
        ].map(({ term, words }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {star && general && own && (
        <p class="s ink2 no-print mt2">
          This reads like a habit. Tell the one time: <a href={paths.assessments(personId)}>your examples</a>.
        </p>
      )}
      {star && !general && short && own && (
        <p class="s ink2 no-print mt2">
          You told this for a lower level than the role asks. Look for an occasion that shows more.
        </p>
      )}
      {!star && (
        <p class="prose mt2">
          <span class="miss">No example yet.</span>{' '}
          {own && (
            <span class="s ink2 no-print">
              Write one beside your level in <a href={paths.assessments(personId)}>your self-assessment</a>:
              when it was, with whom, what was needed, what you did and what followed.
            </span>
          )}
        </p>
      )}
      {evidence.length > 0 ? (
        <p class="s mt2">
          Evidence:{' '}
          {evidence.map(({ evidenceId, ref, title }, index) => (
            <span key={evidenceId}>
              {index > 0 && '; '}
              <a href={paths.evidenceItem(personId, evidenceId)}>{ref}</a> {title}
            </span>
          ))}
        </p>
      ) : (
        <p class="s mut mt2">
          No evidence yet.{' '}
          {own && (
            <a class="no-print" href={paths.evidenceNew(personId)}>
              Add some
            </a>
          )}
        </p>
      )}
    </Section>
  )
}

/** What had to be done on that occasion, where nobody said: paper leaves room for it. */
function NoTask({ personId, own }: { personId: Id; own: boolean }) {
  return (
    <span class="mut no-print">
      Not said yet.{' '}
      {own && (
        <>
          Say what was needed of you that time in{' '}
          <a href={paths.assessments(personId)}>your self-assessment</a>, or beside the evidence.
        </>
      )}
    </span>
  )
}
