import { STANDINGS } from '../../../kernel/actor.ts'
import { type Day, dayIn, shortDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { mailReason, mailState } from '../../../shell/mail-words.ts'
import type { OutboxMail } from '../../../shell/outbox-mails.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { FileField, Select, TextArea, TextField } from '../../../ui/field.tsx'
import { Form, PostButton } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Panel, Section } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import { linkState, STANDING_SHORT, STANDING_WORDS } from '../rules.ts'
import type { Link } from '../store/links.ts'
import type { Organisation } from '../store/organisations.ts'
import type { Person } from '../store/people.ts'

type Values = Readonly<Record<string, string>>

export type PeoplePageProps = {
  org: Organisation
  /** The other pages of an administrator whose navigation has no room for them. */
  alsoLeadsTo: readonly { href: string; text: string }[]
  people: Person[]
  links: Link[]
  /** The newest mail to each. */
  mails: ReadonlyMap<string, OutboxMail>
  /** How many mails no mail server has confirmed; how many of them wait for a decision, or were tried in vain. */
  unconfirmed: { all: number; waiting: number; tried: number }
  mail: boolean
  now: Date
  today: Day
  filter: { name: string; team: string }
  values: Values
  refusals: readonly Refusal[]
}

const jobOf = (person: Person) =>
  person.job ?? person.standings.map((standing) => STANDING_SHORT[standing]).join(', ')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export function PeoplePage(props: PeoplePageProps) {
  const { alsoLeadsTo, people, filter, today, refusals } = props
  const here = people.filter((person) => person.state !== 'left')
  const shown = people.filter(
    (person) =>
      person.name.toLowerCase().includes(filter.name.toLowerCase()) &&
      (!filter.team || person.team === filter.team),
  )
  const teams = [...new Set(here.flatMap((person) => (person.team ? [person.team] : [])))].sort()
  const joined = here.filter((person) => person.state === 'active').length
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {alsoLeadsTo.length > 0 && (
        <nav class="mb5" aria-label="Administration">
          <ul class="inline">
            {alsoLeadsTo.map(({ href, text }) => (
              <li key={href}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <StuckMail {...props.unconfirmed} />
      <Waiting {...props} />
      <Columns split="8-4">
        <div>
          <Section id="everyone" title="Everyone" fact={`${joined} joined, ${here.length - joined} invited`}>
            <Form action={paths.people} method="get" inline label="Find people">
              <TextField name="name" id="f-find-name" label="Name" value={filter.name} type="search" />
              <Select
                name="team"
                id="f-find-team"
                label="Team"
                value={filter.team}
                options={[
                  { value: '', text: 'All teams' },
                  ...teams.map((team) => ({ value: team, text: team })),
                ]}
              />
              <div>
                <Button kind="secondary">Show</Button>
              </div>
            </Form>
            <Table
              caption="Everyone, by name"
              hideCaption
              rows={shown}
              columns={[
                { head: 'Name', cell: (person) => <a href={paths.person(person.personId)}>{person.name}</a> },
                {
                  head: 'Job',
                  cell: (person) =>
                    person.state === 'left'
                      ? `Left on ${shortDay(person.leftOn ?? today, today)}`
                      : capital(jobOf(person)),
                },
                { head: 'Team', cell: (person) => person.team ?? '–' },
                { head: 'Leader', cell: (person) => person.leader ?? '–' },
                {
                  head: 'Change',
                  hideHead: true,
                  cell: (person) => (
                    <a href={paths.personChange(person.personId)}>
                      Change<span class="vh"> {person.name}</span>
                    </a>
                  ),
                },
              ]}
            />
          </Section>
          <Teams people={here} />
          <p class="s mt4">
            <a href={paths.outbox}>Mail not confirmed ({props.unconfirmed.all})</a>,{' '}
            <a href={paths.noticeHours}>quiet hours</a>
          </p>
          <div class="mt5">
            <Guide
              good="Everybody who develops has somebody who leads them: a team leader, a tutor or a placement supervisor. Two people are enough to begin."
              mistake="Inviting the whole floor before anybody knows why. Start with one leader and two advisers, hold one review, then add the rest."
              example="Dana adds Ben Hughes as team leader of Northgate, then pastes nine lines. Each person gets a link that works once."
            />
          </div>
        </div>
        <div>
          <AddOne {...props} teams={teams} />
          <AddMany values={props.values} refusals={refusals} />
        </div>
      </Columns>
    </>
  )
}

/** A line for whoever looks after the mail, where some of it does not get through. */
function StuckMail({ waiting, tried }: PeoplePageProps['unconfirmed']) {
  if (waiting === 0 && tried === 0) return null
  return waiting > 0 ? (
    <Note title={`${count(waiting, 'mail waits', 'mails wait')} for you to decide.`}>
      The mail server refused it, or nobody knows whether it was sent.{' '}
      <a href={paths.outbox}>Send it again, or leave it</a>.
    </Note>
  ) : (
    <Note title={`The mail server has not taken ${count(tried, 'mail')} yet.`}>
      Goldthread tries again by itself. <a href={paths.outbox}>See what is on its way</a>.
    </Note>
  )
}

function Waiting({ people, links, mails, mail, now, today, org }: PeoplePageProps) {
  const invited = people.filter((person) => person.state === 'invited')
  if (invited.length === 0) return null
  const linkOf = (person: Person) => links.find((link) => link.personId === person.personId)
  const state = (person: Person) => {
    const link = linkOf(person)
    return link ? linkState(link, now) : 'withdrawn'
  }
  return (
    <Section id="waiting" title="Not joined yet" fact={count(invited.length, 'person', 'people')}>
      {!mail && (
        <Note title="No mail server is set, so nothing has been sent.">
          Make a link and pass it on yourself. It works once, for that person only, and is shown only when it
          is made.
        </Note>
      )}
      <Table
        caption="People who have not joined yet"
        hideCaption
        rows={invited}
        columns={[
          {
            head: 'Person',
            cell: (person) => (
              <>
                {person.name}
                <Sub>
                  {capital(jobOf(person))}
                  {person.team && `, ${person.team}`}
                </Sub>
              </>
            ),
          },
          {
            head: 'Invitation link',
            cell: (person) => {
              const last = mails.get(person.personId)
              if (state(person) === 'works') {
                if (linkOf(person)?.openedAt) return 'Opened, not finished'
                return last ? (
                  <Posted mail={last} person={person} />
                ) : (
                  'Made, and shown once. Make a new one to see it again.'
                )
              }
              return linkOf(person) ? 'This link no longer works. Make a new one.' : 'No link yet.'
            },
          },
          {
            head: 'Ends',
            cell: (person) => {
              const link = linkOf(person)
              if (!link) return '–'
              const day = shortDay(dayIn(link.endsAt, org.zone), today)
              return state(person) === 'works' ? day : <Tag kind="late">Ended</Tag>
            },
          },
          {
            head: 'Change',
            hideHead: true,
            cell: (person) => (
              <PostButton
                action={`${paths.person(person.personId)}/invitations`}
                link
                about={`for ${person.name}`}
              >
                New link
              </PostButton>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** How the mail with the link stands, and how to hand the link over where it does not get through. */
function Posted({ mail, person }: { mail: OutboxMail; person: Person }) {
  const stuck = mail.state !== 'sent' && mail.why !== null
  return (
    <>
      {mailState(mail)} to {person.email}
      {stuck && (
        <Sub>
          {mailReason(mail)}{' '}
          <PostButton
            action={`${paths.person(person.personId)}/invitations`}
            hidden={{ hand: 'yes' }}
            link
            about={`for ${person.name}`}
          >
            Show a link to hand over
          </PostButton>
        </Sub>
      )}
    </>
  )
}

function Teams({ people }: { people: Person[] }) {
  const names = [...new Set(people.flatMap((person) => (person.team ? [person.team] : [])))].sort()
  if (names.length === 0) return null
  const rows = names.map((name) => {
    const members = people.filter((person) => person.team === name)
    return {
      name,
      members,
      leaders: [...new Set(members.flatMap((person) => (person.leader ? [person.leader] : [])))],
      alone: members.filter((person) => !person.leaderId && person.standings.includes('adviser')).length,
    }
  })
  return (
    <Section id="teams" title="Teams" fact="Whoever leads agrees the plan and holds the reviews">
      <Table
        caption="Teams"
        hideCaption
        rows={rows}
        columns={[
          { head: 'Team', cell: (row) => row.name },
          {
            head: 'Leader',
            cell: (row) => (row.leaders.length > 0 ? row.leaders.join(', ') : <span class="miss">None</span>),
          },
          { head: 'People', numeric: true, cell: (row) => row.members.length },
          {
            head: 'Waiting for a leader',
            cell: (row) =>
              row.alone > 0 ? `${count(row.alone, 'person', 'people')}: nobody can agree their plan` : '–',
          },
        ]}
      />
    </Section>
  )
}

function AddOne({ people, teams, values, refusals }: PeoplePageProps & { teams: string[] }) {
  const error = (field: string) => (values.list === undefined ? errorFor(refusals, field) : null)
  const leaders = people.filter((person) => person.state !== 'left')
  return (
    <Panel id="add-one" title="Add one person">
      <Form action={paths.people} keep="add-person">
        <TextField name="name" label="Name" value={values.name} error={error('name')} />
        <TextField
          name="email"
          label="E-mail address"
          hint="Leave empty if they will join by a link you hand over."
          type="email"
          value={values.email}
          error={error('email')}
        />
        <Select
          name="standing"
          label="Role"
          value={values.standing ?? 'adviser'}
          options={STANDINGS.map((standing) => ({ value: standing, text: STANDING_WORDS[standing] }))}
        />
        <TextField
          name="job"
          label="Job"
          hint="Such as Senior adviser. Empty: Customer service adviser."
          value={values.job}
        />
        <TextField
          name="team"
          label="Team"
          hint={teams.length > 0 ? `${teams.join(', ')}, or a new name.` : 'A name makes a team.'}
          value={values.team}
        />
        <Select
          name="leader"
          label="Leader, tutor or supervisor"
          hint="Reads professional records and agrees the plan. Never sees what is marked “Only you”."
          value={values.leader}
          options={[
            { value: '', text: 'The team’s leader, or nobody yet' },
            ...leaders.map((person) => ({ value: person.name, text: person.name })),
          ]}
          error={error('leader')}
        />
        <Buttons flush>
          <Button>Add and make a link</Button>
        </Buttons>
      </Form>
    </Panel>
  )
}

function AddMany({ values, refusals }: { values: Values; refusals: readonly Refusal[] }) {
  return (
    <Panel id="add-many" title="Add many">
      <Form action={`${paths.people}/list`} files>
        <TextArea
          name="list"
          label="Paste a list"
          hint="One person a line: name, e-mail, team, leader, role. Only the name is needed. Headings may put them in another order."
          rows={4}
          value={values.list}
          error={errorFor(refusals, 'list')}
        />
        <FileField name="file" label="Or upload a CSV file" />
        <Buttons flush>
          <Button kind="secondary">Check the list</Button>
        </Buttons>
        <p class="xs mut">
          You see every line before anybody is added. People already here are matched, not added twice.
        </p>
      </Form>
    </Panel>
  )
}
