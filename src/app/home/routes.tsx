import { agoOf, longDay } from '../../kernel/day.ts'
import { count, possessive } from '../../kernel/text.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { type MeasureKey, measureNames, peopleFigures, TeamBoard, workOf } from '../measures/measures.ts'
import { paths } from '../paths.ts'
import type { Person } from '../people/people.ts'
import type { Objective } from '../plans/plans.ts'
import { inOrder, knotsOf, type Portfolio, portfolioOf, threadIn } from '../portfolio/portfolio.ts'
import { cadenceFor, rhythmOf } from '../reviews/reviews.ts'
import { staleBelow, staleOf } from '../staleness/staleness.ts'
import { type Answer, get, goTo, page, type Visit } from '../visit.ts'
import { waitingAnswers, waitingLaunches, waitingRounds } from './feedback.ts'
import { DevelopmentPage } from './pages/development-page.tsx'
import { FirstSteps } from './pages/first-steps.tsx'
import { TeamPage } from './pages/team-page.tsx'
import { waitingRelevance } from './relevance.ts'
import { inTurn } from './rules/waiting.ts'
import { membersOf, peopleFor, reviewDays } from './team.ts'
import { waitingForLeader, waitingForOwn, waitingStale } from './waiting.ts'

const looksAfter = ({ actor }: Visit) => actor.leads.length > 0 || actor.standings.includes('leader')
const developsHere = ({ actor }: Visit) => actor.standings.includes('adviser')

/** Where a person begins: leaders with their team, those without development of their own with their work. */
function start(visit: Visit): Answer {
  const { actor } = visit
  if (looksAfter(visit)) return goTo(paths.team)
  if (developsHere(visit)) return goTo(paths.home)
  return goTo(actor.standings.includes('administrator') ? paths.people : paths.team)
}

function home(visit: Visit): Promise<Answer> | Answer {
  return developsHere(visit) || looksAfter(visit) ? development(visit) : start(visit)
}

function Acts({ visit: { may, person } }: { visit: Visit }) {
  return (
    <>
      {may('decisions.make') && (
        <ButtonLink href={paths.decisions(person.personId)}>Decide on criteria</ButtonLink>
      )}{' '}
      {may('evidence.add') && (
        <ButtonLink kind="secondary" icon="plus" href={paths.evidenceNew(person.personId)}>
          Add evidence
        </ButtonLink>
      )}
    </>
  )
}

const isNew = ({ evidence, assessments, objectives, needs, reviews, accounts }: Portfolio) =>
  [evidence, assessments, objectives, needs, reviews, accounts].every((records) => records.length === 0)

async function development(visit: Visit): Promise<Answer> {
  const { tx, person, actor, own, today, org } = visit
  const portfolio = await portfolioOf(tx, person.personId, actor, today, { onlyYou: true })
  const shown = await workOf(tx, person.personId, today)
  const { plan, objectives, reviews } = portfolio
  const rhythm = rhythmOf(reviewDays(plan, (await cadenceFor(tx, person.personId)).weeks), today)
  const options = {
    title: own ? 'My development' : person.name,
    actions: <Acts visit={visit} />,
    nav: own ? paths.home : paths.team,
    crumbs: own ? undefined : [{ text: 'Team', href: paths.team }, { text: person.name }],
  }
  const stale = own ? waitingStale(await staleOf(tx, person.personId, actor, today)) : []
  const asked = own
    ? [
        ...(await waitingAnswers(visit)),
        ...(await waitingRounds(visit)),
        ...(await waitingRelevance(tx, [person], actor)),
      ]
    : []
  if (own && isNew(portfolio) && shown.length === 0 && asked.length === 0)
    return page(
      { ...options, lead: `${longDay(today)}. Welcome, ${person.name}.`, actions: undefined },
      <FirstSteps person={person} />,
    )
  const measured = objectives.map(({ measure }) => measure)
  const figures = [...shown].sort(
    (a, b) => Number(measured.includes(b.figure.measure)) - Number(measured.includes(a.figure.measure)),
  )
  const first = firstOf(objectives)
  const held = reviews.find(({ state }) => state === 'closed')?.heldOn
  const version =
    plan.version > 0
      ? `Plan version ${plan.version}, ${held ? `reviewed ${agoOf(held, today)}` : 'not reviewed yet'}.`
      : 'No plan is agreed yet.'
  const job = [person.job ?? portfolio.role?.title, person.team].filter(Boolean).join(', ')
  return page(
    {
      ...options,
      lead: own ? (
        `${longDay(today)}. ${version}`
      ) : (
        <>
          {`${job}. ${version} `}
          <a href={paths.positions(person.personId)}>Positions over time</a>
        </>
      ),
    },
    <DevelopmentPage
      person={person}
      own={own}
      portfolio={portfolio}
      waiting={own ? inTurn(stale, [...waitingForOwn(portfolio, person, org.zone, today), ...asked]) : []}
      rhythm={rhythm}
      first={
        first
          ? {
              objective: first,
              knots: knotsOf(
                threadIn(portfolio, first, {
                  figure: null,
                  judged: shown.find(({ figure }) => figure.measure === first.measure)?.figure ?? null,
                }),
                rhythm.nextOn,
                today,
              ),
            }
          : null
      }
      figures={figures.slice(0, 4)}
      whose={own ? 'your' : possessive(person.name)}
      mayAdd={visit.may('evidence.add')}
      today={today}
    />,
  )
}

/** The objective whose thread is shown: the first that is agreed with somebody, else the first that is open. */
function firstOf(objectives: readonly Objective[]): Objective | null {
  const open = inOrder(objectives).filter(({ state }) => state !== 'closed')
  return open.find((one) => one.agreedOn !== null && !one.private) ?? open[0] ?? null
}

const NO_TEAM = 'No team'
/** Those who lead teams of their own, for whoever leads them: their teams are not the reader's. */
const LEADERS = 'Leaders'

const titleOf = (team: string) =>
  team === LEADERS ? 'The leaders you lead' : team === '' || team === NO_TEAM ? 'Your people' : `Team ${team}`

async function team(visit: Visit): Promise<Answer> {
  const { tx, actor, today, query } = visit
  const people = await peopleFor(tx, actor)
  const leads = actor.leads.length > 0
  const teamOf = ({ personId, team, standings }: Person) =>
    actor.leads.includes(personId) && standings.includes('leader') ? LEADERS : (team ?? NO_TEAM)
  const named = new Set(people.map(teamOf))
  const last = [LEADERS, NO_TEAM].filter((one) => named.delete(one))
  const teams = [...[...named].sort(), ...last]
  const asked = query.get('team')
  const chosen = teams.find((one) => one === asked) ?? teams[0] ?? ''
  const shown = people.filter((one) => teamOf(one) === chosen)
  const led = shown.filter(({ personId }) => actor.leads.includes(personId))
  const members = await membersOf(tx, shown, actor, today)
  const measures = await measureNames(tx)
  const measure = (measures.find(({ key }) => key === query.get('measure'))?.key ?? 'fcr') as MeasureKey
  const figures = await peopleFigures(
    tx,
    shown.map(({ personId }) => personId),
    today,
    measure,
  )
  const stale = await staleBelow(tx, actor, today)
  const names = new Map(shown.map(({ personId, name }) => [personId, name]))
  const range = figures[0]?.shown.figure
  return page(
    {
      title: leads ? titleOf(chosen) : 'People',
      lead: `${count(shown.length, 'person', 'people')}, ${longDay(today)}. You see plans and shared reflections, not what is marked “Only you”.`,
      nav: paths.team,
    },
    <TeamPage
      members={members}
      readerId={actor.personId}
      waiting={inTurn(
        [],
        [
          ...members
            .filter(({ person }) => actor.leads.includes(person.personId))
            .flatMap((member) => waitingForLeader(member, actor.personId, today)),
          ...(await waitingAnswers(visit)),
          ...(await waitingLaunches(visit, led)),
          ...(await waitingRelevance(tx, led, actor)),
        ],
      )}
      stale={stale.filter(({ seenAs, personId }) => seenAs === 'leader' && names.has(personId))}
      upTheLine={stale.filter(({ seenAs }) => seenAs === 'line')}
      competencies={await listCompetencies(tx)}
      measures={measures}
      teams={teams}
      choice={{ measure, team: chosen }}
      board={
        shown.length > 0 ? (
          <TeamBoard
            people={figures.map((one) => ({ ...one, name: names.get(one.personId) ?? '' }))}
            today={today}
          />
        ) : (
          <Note title="Nobody is here yet." />
        )
      }
      boardFact={range ? `From ${longDay(range.from)}. Each against their own limits, one scale` : ''}
      today={today}
    />,
  )
}

export const routes = [
  get(paths.start, 'home.read', start),
  get(paths.home, 'home.read', home),
  get(paths.team, 'team.read', team),
  get(paths.person(':person'), 'home.person', development),
]
