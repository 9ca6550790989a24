import { type Day, plainDay, shortDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { RoleProfile } from '../../roles/roles.ts'
import type { SeenCompleteness } from '../completing.ts'
import type { SeenPass, SeenRound } from '../passes.ts'
import { Complete } from './complete.tsx'
import { NobodyLeads } from './other-pass.tsx'
import { Trend } from './trend.tsx'

/** What the viewer can do next: begin a round, go on with their pass, or neither. */
export type Next = 'begin' | 'join' | 'go on' | null

/** The rounds of a person: who has handed in what, and how the levels went. */
export function RoundsPage(props: {
  person: Person
  own: boolean
  rounds: readonly SeenRound[]
  roles: readonly RoleProfile[]
  role: RoleProfile | null
  completeness: SeenCompleteness | null
  next: Next
  mayPlace: boolean
  today: Day
  refusals: readonly Refusal[]
}) {
  const { person, own, rounds, completeness, next, mayPlace, today, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {next && (
        <section aria-label="Next">
          <Begin {...props} next={next} />
        </section>
      )}
      {own && !person.leader && <NobodyLeads mayPlace={mayPlace} />}
      <Section id="rounds" title="Rounds" fact="Nothing is overwritten: each stays as it was">
        {rounds.length > 0 && completeness && (
          <Complete found={completeness} own={own} personId={person.personId} />
        )}
        {rounds.length === 0 ? (
          <Empty
            title="No round yet"
            belongs="A round holds your own pass, your leader’s, and the level you agree."
            helps="It shows where you stand against your role, and what to work on first."
          />
        ) : (
          <Table
            caption="Rounds of assessment"
            hideCaption
            rows={rounds}
            columns={[
              { head: 'Round', cell: (round) => `${round.round}, begun ${shortDay(round.beganOn, today)}` },
              { head: 'Against', cell: (round) => `${round.role.title} (${round.roleVersion})` },
              {
                head: own ? 'Your pass' : person.name,
                cell: (round) => <PassCell pass={round.self} {...props} />,
              },
              { head: 'Leader’s pass', cell: (round) => <PassCell pass={round.leader} {...props} /> },
              {
                head: 'Agreed',
                cell: (round) =>
                  round.agreed?.inOn ? (
                    <PassCell pass={round.agreed} {...props} />
                  ) : round.open && round.self ? (
                    <a href={paths.assessment(person.personId, round.self.assessmentId)}>
                      See both<span class="vh"> passes of round {round.round}</span>
                    </a>
                  ) : (
                    'Not yet'
                  ),
              },
            ]}
          />
        )}
      </Section>
      <Trend rounds={rounds} today={today} />
      <div class="mt5">
        <Guide
          good="Your own pass first, each level with something that shows it; then your leader’s, made without seeing yours."
          mistake="Rating yourself for the whole year in five minutes. A level without an example can’t be talked about."
          example="Amara rates eight competencies over two quiet afternoons, and hands in on Thursday. Ben’s pass is in already. On Tuesday they see both, and agree 3 for complaints where she had said 4."
        />
      </div>
    </>
  )
}

function Begin(props: Parameters<typeof RoundsPage>[0] & { next: NonNullable<Next> }) {
  const { person, own, rounds, roles, role, next, refusals } = props
  const words = {
    begin: rounds.length > 0 ? 'Begin a new round' : own ? 'Begin your self-assessment' : 'Begin your pass',
    join: `Begin your pass of round ${rounds[0]?.round}`,
    'go on': 'Go on with your pass',
  }
  return (
    <Form action={paths.assessments(person.personId)} inline>
      {next === 'begin' && (
        <Select
          name="role"
          label="Measure against"
          value={role?.roleId}
          error={errorFor(refusals, 'role')}
          options={roles.map((each) => ({
            value: each.roleId,
            text:
              each.roleId === role?.roleId
                ? `${each.title}, ${own ? 'your' : 'the present'} role`
                : each.title,
          }))}
        />
      )}
      <Button>{words[next]}</Button>
    </Form>
  )
}

function PassCell({ pass, person, today }: { pass: SeenPass | null; person: Person; today: Day }) {
  if (!pass) return <>Not begun</>
  const words = pass.inOn ? `In since ${shortDay(pass.inOn, today)}` : 'Begun'
  return (
    <a href={paths.assessment(person.personId, pass.assessmentId)}>
      {pass.pass === 'agreed' && pass.inOn ? plainDay(pass.inOn) : words}
      <span class="vh">, round {pass.round}</span>
    </a>
  )
}
