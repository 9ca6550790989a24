import { type Day, daysBetween, plainDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { listNeeds } from '../assessments/assessments.ts'
import { sayAspiration } from '../careers/careers.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { type Answer, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { orderAlongRoute, routePlanOf } from './along-route.ts'
import { yearOf } from './carry.ts'
import { agreeYear, proposeYear, sendBackYear, showYear } from './carry-acts.tsx'
import { horizonHints } from './horizon.ts'
import { letterRoutes } from './letters-routes.tsx'
import {
  agreeObjective,
  closeObjective,
  completeAction,
  decideObjectiveBudget,
  declineObjective,
  orderObjective,
  questionObjective,
  restoreObjective,
} from './objective-acts.tsx'
import { requestsIn } from './objective-answer.tsx'
import { newObjective, showObjective, writeObjective } from './objective-writing.tsx'
import { PlanPage } from './pages/plan-page.tsx'
import { toldByReviews } from './plan-shown.ts'
import { agree, type Plan, planOf } from './plans.ts'
import { addToPriorities, changeOne, endOne, showPriorities, showPriority } from './priority-acts.tsx'
import { standingsOf } from './progress.ts'
import { noteOne } from './progress-acts.tsx'
import { rewriteRoutes } from './rewrite.tsx'
import { staleFor, type Waiting, waitingAtEnd, waitingIn } from './rules/waiting.ts'
import { templateRoutes } from './template-acts.tsx'
import { type Fitting, isWaiting, templatesFor } from './templates.ts'
import { navOf, trail } from './trail.ts'
import { asksForDay, showPlanOn, showVersion } from './version-answer.tsx'

const OBJECTIVE = '/people/:person/objectives/:objective'

export const routes: readonly Route[] = [
  ...letterRoutes,
  ...rewriteRoutes,
  ...templateRoutes,
  get(paths.priorities, 'priorities.read', (visit) => showPriorities(visit)),
  post(paths.priorities, 'priorities.change', addToPriorities),
  get(paths.priority(':priority'), 'priorities.read', (visit) => showPriority(visit)),
  post(paths.priority(':priority'), 'priorities.change', changeOne),
  post(`${paths.priority(':priority')}/ending`, 'priorities.change', endOne),
  get(paths.plan(':person'), 'plan.read', (visit) =>
    asksForDay(visit) ? showPlanOn(visit) : planPage(visit),
  ),
  get('/people/:person/plan/versions/:version', 'plan.read', showVersion),
  post(`${paths.plan(':person')}/agreement`, 'plan.agree', agreeAll),
  get(paths.year(':person'), 'plan.agree', (visit) => showYear(visit)),
  post(paths.year(':person'), 'plan.write', proposeYear),
  post(`${paths.year(':person')}/agreement`, 'plan.end-year', agreeYear),
  post(`${paths.year(':person')}/question`, 'plan.end-year', sendBackYear),
  post('/people/:person/aspiration', 'plan.write', aspire),
  get('/people/:person/objectives/new', 'plan.write', newObjective),
  post('/people/:person/objectives', 'plan.write', writeObjective),
  get(OBJECTIVE, 'plan.read', showObjective),
  post(OBJECTIVE, 'plan.write', writeObjective),
  post(`${OBJECTIVE}/agreement`, 'plan.agree', agreeObjective),
  post(`${OBJECTIVE}/question`, 'plan.question', questionObjective),
  post(`${OBJECTIVE}/declining`, 'plan.decline', declineObjective),
  post(`${OBJECTIVE}/budget`, 'plan.budget', decideObjectiveBudget),
  post(`${OBJECTIVE}/order`, 'plan.order', orderObjective),
  post(paths.planAlongRoute(':person'), 'plan.order', orderByRoute),
  post(`${OBJECTIVE}/closing`, 'plan.write', closeObjective),
  post(`${OBJECTIVE}/restoration`, 'plan.write', restoreObjective),
  post(paths.objectiveNotes(':person', ':objective'), 'plan.write', noteOne),
  post(`${OBJECTIVE}/actions/:action/completion`, 'plan.act', completeAction),
]

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
  const told = await toldByReviews(tx, { personId, viewer: actor, today })
  const needs = await listNeeds(tx, personId, actor)
  const route = await routePlanOf(tx, { personId, objectives: plan.objectives, needs, viewer: actor, today })
  const end = await yearOf(tx, personId, actor, today)
  const parties = {
    person: { personId, name },
    leader: leader && leaderId ? { personId: leaderId, name: leader } : null,
    viewerId: actor.personId,
  }
  const held = plan.reviews.filter((review) => review.held).map((review) => review.day)
  const looked = [...held, ...(plan.agreedOn ? [plan.agreedOn] : [])].sort().at(-1) ?? null
  return page(
    {
      title: own ? 'My development plan' : `The development plan of ${name}`,
      lead: leadOf(plan, leader),
      actions: (
        <>
          {own && end.year && (
            <ButtonLink kind="secondary" href={paths.year(personId)}>
              Close the year {end.year.name}
            </ButtonLink>
          )}
          {end.closed.length > 0 && visit.may('plan.agree') && (
            <ButtonLink kind="secondary" href={`${paths.year(personId)}#closed`}>
              Years closed
            </ButtonLink>
          )}
          <ButtonLink kind="secondary" icon="print" href={paths.account(personId)}>
            Print the account
          </ButtonLink>
        </>
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
      mayOrder={visit.may('plan.order')}
      route={route}
      needs={needs}
      requests={await requestsIn(visit, plan)}
      horizon={await horizonHints(tx, { personId, plan, needs, route, viewer: actor, today })}
      competencies={new Map((await listCompetencies(tx)).map((one) => [one.competencyId, one.title]))}
      waiting={[
        ...(visit.may('plan.agree')
          ? waitingAtEnd(end, { ...parties, today, href: paths.year(personId) })
          : []),
        ...(own ? waitingOffers(await templatesFor(tx, personId, today), personId, today) : []),
        ...told.waiting,
        ...waitingIn({
          ...parties,
          objectives: plan.objectives,
          nextReviewOn: plan.nextReviewOn,
          today,
        }),
      ]}
      now={await standingsOf(tx, personId, plan.objectives, actor, today)}
      stale={staleFor(looked, today, told.days)}
      staleDays={told.days}
      today={today}
      values={form.values}
      refusals={refusals}
    />,
  )
}

async function orderByRoute(visit: Visit): Promise<Answer> {
  const { tx, actor, person, today } = visit
  const ordered = await orderAlongRoute(tx, actor, { personId: person.personId }, today)
  if (!ordered.ok) return planPage(visit, ordered.refusals)
  return goTo(`${paths.plan(person.personId)}#objectives`, 'The objectives stand along the route now.')
}

/** Templates that somebody offers, and the person has not answered. */
function waitingOffers(fitting: readonly Fitting[], personId: Id, today: Day): Waiting[] {
  return fitting.filter(isWaiting).map(({ template, offer }) => ({
    text: `${offer?.offeredByName ?? 'Your leader'} offers you a template to start from`,
    meta: template.name,
    objectiveId: null,
    href: paths.templatesFor(personId),
    days: daysBetween(offer?.offeredOn ?? today, today),
    late: false,
  }))
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
