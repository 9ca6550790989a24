import type { VNode } from 'preact'
import type { Day } from '../../../kernel/day.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import type { StaleThing } from '../../staleness/staleness.ts'
import { sharedGap } from '../rules/heat.ts'
import type { Waiting } from '../rules/waiting.ts'
import type { Member } from '../team.ts'
import { ActionsDue } from './actions-due.tsx'
import { Heatmap } from './heatmap.tsx'
import { ReviewsNeeded } from './reviews-needed.tsx'
import { AllRows, waitingRow } from './rows.tsx'
import { StandsStill, UpTheLine } from './stands-still.tsx'
import { TeamFacts } from './team-facts.tsx'

const MOST = 8

export type Choice = { measure: string; team: string }

/** A team without a ranking: who needs a review, what is due, gaps against agreed levels, one measure side by side. */
export function TeamPage(props: {
  members: readonly Member[]
  readerId: string
  /** What waits for the reader themself. */
  waiting: readonly Waiting[]
  /** What has waited so long with one of the members that the reader, who leads them, sees it too. */
  stale: readonly StaleThing[]
  /** What has waited so long with the people of leaders below the reader. */
  upTheLine: readonly StaleThing[]
  competencies: readonly Competency[]
  measures: readonly { key: string; name: string }[]
  teams: readonly string[]
  choice: Choice
  board: VNode
  boardFact: string
  today: Day
}) {
  const { members, waiting, stale, upTheLine, competencies, choice, today } = props
  if (members.length === 0) return <NobodyYet />
  const measure = props.measures.find(({ key }) => key === choice.measure)
  return (
    <>
      <TeamFacts {...props} />
      {waiting.length > 0 && (
        <Section
          id="waits"
          title="Waiting for you"
          fact={waiting.length > 1 ? `${waiting.length} things, oldest first` : '1 thing'}
        >
          <AllRows items={waiting.map((one) => waitingRow(one, today))} most={MOST} />
        </Section>
      )}
      {stale.length > 0 && <StandsStill things={stale} />}
      {upTheLine.length > 0 && <UpTheLine things={upTheLine} />}
      <Columns split="7-5">
        <ReviewsNeeded members={members} stale={stale} today={today} />
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
