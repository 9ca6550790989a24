import type { VNode } from 'preact'
import { addDays, type Day, plainDay } from '../../../kernel/day.ts'
import { listing } from '../../../kernel/text.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import { lateBy } from '../../plans/plans.ts'
import { sharedGap } from '../rules/heat.ts'
import { oldestFirst, SOON_DAYS, type Waiting } from '../rules/waiting.ts'
import type { Member } from '../team.ts'
import { Heatmap } from './heatmap.tsx'
import { ReviewsNeeded } from './reviews-needed.tsx'
import { waitingRow } from './rows.tsx'

const MOST = 8

export type Choice = { measure: string; team: string }

/** A team without a ranking: who needs a review, what is due, gaps against agreed levels, one measure side by side. */
export function TeamPage(props: {
  members: readonly Member[]
  readerId: string
  /** What waits for the reader themself. */
  waiting: readonly Waiting[]
  competencies: readonly Competency[]
  measures: readonly { key: string; name: string }[]
  teams: readonly string[]
  choice: Choice
  board: VNode
  boardFact: string
  today: Day
}) {
  const { members, waiting, competencies, choice, today } = props
  if (members.length === 0) return <NobodyYet />
  const measure = props.measures.find(({ key }) => key === choice.measure)
  return (
    <>
      <TeamFacts members={members} readerId={props.readerId} waiting={waiting} today={today} />
      {waiting.length > 0 && (
        <Section
          id="waits"
          title="Waiting for you"
          fact={waiting.length > 1 ? `${waiting.length} things, oldest first` : '1 thing'}
        >
          <Rows items={waiting.slice(0, MOST).map((one) => waitingRow(one, today))} />
          {waiting.length > MOST && (
            <p class="s mut mt3">And {waiting.length - MOST} more, newer than these.</p>
          )}
        </Section>
      )}
      <Columns split="7-5">
        <ReviewsNeeded members={members} today={today} />
        <ActionsDue members={members} readerId={props.readerId} today={today} />
      </Columns>
      <Levels members={members} competencies={competencies} />
      <Section id="board" title={measure?.name ?? 'One measure'} fact={props.boardFact}>
        <BoardForm {...props} />
        {props.board}
      </Section>
      <Guide
        good="You open the person whose plan has lain longest, not the one with the lowest figure. A gap that several share becomes one team session."
        mistake="Ranking people by a figure. Most of the distance between two people is luck and the contacts they were given."
        example="Ben sees that Tom’s plan has had no review for fourteen weeks and books one. Five people are short on complaints, so he runs one session on ringing back when promised, and sets the standard for all."
      />
    </>
  )
}

function NobodyYet() {
  return (
    <Empty
      level={3}
      title="Nobody is here yet"
      belongs="The people you lead or assess stand here, each with their plan, reviews and gaps."
      helps="An administrator places them: People, then Change, then who leads them."
    />
  )
}

const firstName = ({ person }: Member) => person.name.split(' ')[0] ?? person.name
const namesOf = (members: readonly Member[]) =>
  members.length > 4
    ? `${members.slice(0, 3).map(firstName).join(', ')} and ${members.length - 3} more`
    : listing(members.map(firstName))

type DueAction = Waiting & { mine: boolean }

/** Open actions of a team that are late, or due soon. */
function dueIn(members: readonly Member[], readerId: string, today: Day): DueAction[] {
  const until = addDays(today, SOON_DAYS)
  return members.flatMap(({ person, objectives }) =>
    objectives
      .filter(({ state }) => state !== 'closed')
      .flatMap(({ objectiveId, ref, actions }) =>
        actions
          .filter(({ state, by }) => state === 'planned' && by !== null && by <= until)
          .map(({ what, by, owner, ownerId }) => {
            const mine = ownerId === readerId
            const who = mine ? 'You' : ownerId === person.personId || !owner ? person.name : owner
            return {
              title: what,
              why: who === person.name ? `${who}, for ${ref}` : `${who}, for ${ref} of ${person.name}`,
              href: paths.objective(person.personId, objectiveId),
              since: by,
              by,
              mine,
            }
          }),
      ),
  )
}

function TeamFacts(props: {
  members: readonly Member[]
  readerId: string
  waiting: readonly Waiting[]
  today: Day
}) {
  const { members, readerId, waiting, today } = props
  const due = members.filter(({ rhythm }) => rhythm.state === 'due' || rhythm.state === 'overdue')
  const stale = members.filter(({ rhythm }) => rhythm.state === 'stale')
  const late = members.flatMap(({ objectives }) =>
    objectives
      .filter(({ state }) => state !== 'closed')
      .flatMap(({ actions }) => actions.filter((action) => lateBy(action, today) > 0)),
  )
  const mine = late.filter(({ ownerId }) => ownerId === readerId).length
  return (
    <Facts
      facts={[
        { term: 'Reviews due in 14 days', value: due.length, detail: namesOf(due) || 'nobody' },
        { term: 'Stale plans', value: stale.length, detail: 'no review for 12 weeks or more' },
        {
          term: 'Actions late',
          value: late.length,
          detail: mine > 0 ? `${mine} of them yours` : 'none of them yours',
        },
        { term: 'Waiting for you', value: waiting.length, detail: 'to agree, assess, sign or do' },
      ]}
    />
  )
}

function ActionsDue(props: { members: readonly Member[]; readerId: string; today: Day }) {
  const { members, readerId, today } = props
  const due = dueIn(members, readerId, today)
  return (
    <Section id="actions" title="Actions due" fact={`To ${plainDay(addDays(today, SOON_DAYS))}`}>
      {due.length === 0 ? (
        <p class="s ink2">No action is late or due in the next {SOON_DAYS} days.</p>
      ) : (
        <Rows
          items={oldestFirst(due)
            .slice(0, MOST)
            .map((one) => waitingRow(one, today))}
        />
      )}
      {due.length > MOST && <p class="s mut mt3">And {due.length - MOST} more, due later than these.</p>}
    </Section>
  )
}

function Levels({
  members,
  competencies,
}: {
  members: readonly Member[]
  competencies: readonly Competency[]
}) {
  const least = Math.min(2, members.length)
  const asked = competencies.filter(
    ({ competencyId }) => members.filter(({ levels }) => levels.required.has(competencyId)).length >= least,
  )
  const roles = [...new Set(members.flatMap(({ role }) => (role ? [`${role.title} ${role.version}`] : [])))]
  const shared = sharedGap(
    members.map(({ levels }) => levels),
    asked.map(({ competencyId }) => competencyId),
  )
  const title = asked.find(({ competencyId }) => competencyId === shared?.competencyId)?.title
  return (
    <Section
      id="gaps"
      title="Gap between agreed and required level"
      fact={roles.length === 1 ? `Role profile: ${roles[0]}` : 'Each against their own role profile'}
    >
      <Heatmap members={members} competencies={asked} />
      {roles.length > 1 && (
        <p class="s mut mt3 meas">What the role of one person alone asks for is on the page of their gaps.</p>
      )}
      {shared && title && (
        <p class="s ink2 mt3 meas">
          <b class="b">One gap the team shares:</b> {shared.people} of {members.length} are short on{' '}
          {title.toLowerCase()}. One team session may do more than {shared.people} objectives.
        </p>
      )}
    </Section>
  )
}

function BoardForm(props: {
  measures: readonly { key: string; name: string }[]
  teams: readonly string[]
  choice: Choice
}) {
  const { measures, teams, choice } = props
  return (
    <div class="no-print mb4">
      <Form action={paths.team} method="get" inline label="Choose what to show">
        <Select
          name="measure"
          label="Measure"
          value={choice.measure}
          options={measures.map(({ key, name }) => ({ value: key, text: name }))}
        />
        {teams.length > 1 && (
          <Select
            name="team"
            label="Team"
            value={choice.team}
            options={teams.map((team) => ({ value: team, text: team }))}
          />
        )}
        <Button kind="secondary">Show</Button>
      </Form>
    </div>
  )
}
