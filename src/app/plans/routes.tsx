import { plainDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { figureText } from '../../ui/charts/figures.ts'
import { listNeeds } from '../assessments/assessments.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { figuresOf, measureNames, shortBasis } from '../measures/measures.ts'
import { paths } from '../paths.ts'
import { type Answer, type Crumb, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import {
  agreeObjective,
  closeObjective,
  completeAction,
  questionObjective,
  restoreObjective,
} from './objective-acts.tsx'
import { newObjective, showObjective, writeObjective } from './objective-writing.tsx'
import { PlanPage } from './pages/plan-page.tsx'
import { PrioritiesPage } from './pages/priorities-page.tsx'
import { signedWords, VersionPage } from './pages/versions.tsx'
import {
  addPriority,
  agree,
  endPriority,
  listPriorities,
  type Plan,
  planAt,
  planOf,
  sayAspiration,
} from './plans.ts'
import { staleFor, waitingIn } from './rules/waiting.ts'

const OBJECTIVE = '/people/:person/objectives/:objective'

export const routes: readonly Route[] = [
  get(paths.priorities, 'priorities.read', (visit) => prioritiesPage(visit)),
  post(paths.priorities, 'priorities.change', add),
  post(`${paths.priorities}/:priority/ending`, 'priorities.change', end),
  get(paths.plan(':person'), 'plan.read', (visit) => planPage(visit)),
  get('/people/:person/plan/versions/:version', 'plan.read', versionPage),
  post(`${paths.plan(':person')}/agreement`, 'plan.agree', agreeAll),
  post('/people/:person/aspiration', 'plan.write', aspire),
  get('/people/:person/objectives/new', 'plan.write', newObjective),
  post('/people/:person/objectives', 'plan.write', writeObjective),
  get(OBJECTIVE, 'plan.read', showObjective),
  post(OBJECTIVE, 'plan.write', writeObjective),
  post(`${OBJECTIVE}/agreement`, 'plan.agree', agreeObjective),
  post(`${OBJECTIVE}/question`, 'plan.question', questionObjective),
  post(`${OBJECTIVE}/closing`, 'plan.write', closeObjective),
  post(`${OBJECTIVE}/restoration`, 'plan.write', restoreObjective),
  post(`${OBJECTIVE}/actions/:action/completion`, 'plan.act', completeAction),
]

const trail = ({ own, person }: Visit, ...rest: Crumb[]): Crumb[] => [
  ...(own
    ? []
    : [
        { text: 'Team', href: paths.team },
        { text: person.name, href: paths.person(person.personId) },
      ]),
  ...rest,
]
const navOf = ({ own, actor }: Visit) => (own ? paths.plan(actor.personId) : paths.team)

function leadOf(plan: Plan, leader: string | null): string {
  const [latest] = plan.versions
  const proposed = plan.objectives.some((one) => one.state === 'proposed' && !one.private)
  const next = proposed
    ? ` Version ${plan.version + 1} is proposed and waits for ${leader ?? 'somebody who leads'}.`
    : ''
  if (!latest) return `No version is agreed yet.${next}`
  const on = plainDay(latest.agreedOn)
  return latest.alone
    ? `Version ${latest.version}, set on ${on}, not agreed by anybody else.${next}`
    : `Version ${latest.version}, agreed on ${on} with ${latest.agreedByName}.${next}`
}

async function planPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, actor, own, today, org, form } = visit
  const { personId, name, leader, leaderId } = person
  const plan = await planOf(tx, personId, actor, today)
  const measured = plan.objectives.flatMap((one) => one.measure ?? [])
  const figures = measured.length > 0 ? await figuresOf(tx, personId, today, undefined, measured) : []
  const now = new Map(
    figures.flatMap((one) =>
      one.value === null
        ? []
        : [
            [
              one.measure as string,
              { value: figureText(one.value, one.unit), basis: shortBasis(one) },
            ] as const,
          ],
    ),
  )
  const held = plan.reviews.filter((review) => review.held).map((review) => review.day)
  const looked = [...held, ...(plan.agreedOn ? [plan.agreedOn] : [])].sort().at(-1) ?? null
  return page(
    {
      title: own ? 'My development plan' : `The development plan of ${name}`,
      lead: leadOf(plan, leader),
      actions: (
        <ButtonLink kind="secondary" icon="print" href={paths.account(personId)}>
          Print the account
        </ButtonLink>
      ),
      nav: navOf(visit),
      crumbs: own ? undefined : trail(visit, { text: 'Plan' }),
      refusals,
    },
    <PlanPage
      plan={plan}
      person={{ personId, name }}
      leader={leader}
      orgName={org.name}
      own={own}
      mayAgree={visit.may('plan.agree')}
      needs={await listNeeds(tx, personId, actor)}
      competencies={new Map((await listCompetencies(tx)).map((one) => [one.competencyId, one.title]))}
      waiting={waitingIn({
        objectives: plan.objectives,
        person: { personId, name },
        leader: leader && leaderId ? { personId: leaderId, name: leader } : null,
        viewerId: actor.personId,
        nextReviewOn: plan.nextReviewOn,
        today,
      })}
      now={now}
      stale={staleFor(looked, today)}
      today={today}
      values={form.values}
      refusals={refusals}
    />,
  )
}

async function versionPage(visit: Visit): Promise<Answer> {
  const { tx, person, actor, own, params, today } = visit
  const plan = await planOf(tx, person.personId, actor, today)
  const version = found(plan.versions.find((one) => String(one.version) === params.version))
  return page(
    {
      title: `Version ${version.version} of the plan`,
      lead: `${person.name}, ${plainDay(version.agreedOn)}. ${signedWords(version)}.`,
      nav: navOf(visit),
      crumbs: trail(
        visit,
        { text: own ? 'Plan' : 'Their plan', href: paths.plan(person.personId) },
        { text: `Version ${version.version}` },
      ),
    },
    <VersionPage
      version={version}
      objectives={await planAt(tx, person.personId, version.version)}
      inForce={plan.version}
      personId={person.personId}
    />,
  )
}

async function agreeAll(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const plan = await planOf(tx, person.personId, actor, today)
  const items = plan.objectives.flatMap(({ objectiveId }) => {
    const version = form.whole(`version-${objectiveId}`)
    return version === null ? [] : [{ objectiveId, version, reason: form.text(`unmet-${objectiveId}`) }]
  })
  const outcome =
    items.length > 0
      ? await agree(tx, actor, { personId: person.personId, items }, today)
      : { ok: false as const, refusals: [{ message: 'Nothing is proposed any longer.' }] }
  if (!outcome.ok) return planPage(visit, outcome.refusals)
  return goTo(paths.plan(person.personId), `Agreed. Version ${outcome.value} is in force.`)
}

async function aspire(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const words = form.text('aspiration')
  const outcome = await sayAspiration(tx, actor, { personId: person.personId, words }, today)
  return outcome.ok ? goTo(paths.plan(person.personId), 'Saved.') : planPage(visit, outcome.refusals)
}

async function prioritiesPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, form, today, org } = visit
  return page(
    {
      title: 'Priorities',
      lead: `What ${org.name} wants in a period. Objectives can serve them.`,
      nav: paths.priorities,
      refusals,
    },
    <PrioritiesPage
      priorities={await listPriorities(tx)}
      measures={await measureNames(tx)}
      mayChange={visit.may('priorities.change')}
      today={today}
      values={form.values}
      refusals={refusals}
    />,
  )
}

async function add(visit: Visit): Promise<Answer> {
  const { tx, actor, form } = visit
  const [from, to] = [form.day('from'), form.day('to')]
  const wrong = (name: string): Refusal => ({
    field: name,
    message: 'Give day, month and year of a day that exists.',
  })
  const unread = [...(from === 'wrong' ? [wrong('from')] : []), ...(to === 'wrong' ? [wrong('to')] : [])]
  if (from === 'wrong' || to === 'wrong') return prioritiesPage(visit, unread)
  const outcome = await addPriority(tx, actor, {
    title: form.text('title'),
    owner: form.text('owner'),
    from,
    to,
    measure: form.text('measure') || null,
  })
  return outcome.ok
    ? goTo(paths.priorities, 'The priority is added.')
    : prioritiesPage(visit, outcome.refusals)
}

async function end(visit: Visit): Promise<Answer> {
  const { tx, actor, params, today } = visit
  const outcome = await endPriority(tx, actor, params.priority ?? '', today)
  return outcome.ok
    ? goTo(paths.priorities, 'The priority ends today. Objectives that serve it keep it.')
    : prioritiesPage(visit, outcome.refusals)
}
