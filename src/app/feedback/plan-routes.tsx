import { addDays } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import type { TypedDate } from '../../ui/choices.tsx'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { listPeople } from '../people/people.ts'
import { roleOf } from '../roles/roles.ts'
import { type Answer, get, goTo, page, post, type Visit } from '../visit.ts'
import {
  adjust,
  clashesOf,
  discard,
  inviteAll,
  launch,
  mayLaunch,
  nominate,
  planRound,
  proposedCompetencies,
  type Round,
} from './feedback.ts'
import { type AskableCompetency, type Part, PlanPage } from './pages/plan-page.tsx'
import { stateWords } from './pages/rounds-page.tsx'
import { placeOf, roundFor, TITLE } from './place.ts'
import { emptyRound, groupsOf, plannedRound, ROWS, type TypedRound, typedRound } from './posted.ts'

/** How long a round stays open where nobody says otherwise. */
const OPEN_DAYS = 14

/** What the role asks for: what a round may ask about, the heaviest first. */
async function askable({ tx, person, today }: Visit): Promise<AskableCompetency[]> {
  const role = await roleOf(tx, person.personId, today)
  const competencies = await listCompetencies(tx)
  return (role?.requirements ?? [])
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ competencyId, level }) => {
      const competency = competencies.find((one) => one.competencyId === competencyId)
      return competency ? [{ competencyId, title: competency.title, soft: competency.soft, level }] : []
    })
}

/** Who changes a round as it stands: the person while it is a plan, or on asking; the leader once it was handed over. */
function partOf({ own, person, query }: Visit, round: Round | null): Part {
  if (round === null) return 'plan'
  if (round.state === 'draft') return own ? 'plan' : 'read'
  if (!own) return 'adjust'
  return !person.leaderId || query.has('change') ? 'plan' : 'read'
}

type Shown = {
  round: Round | null
  typed: TypedRound
  version?: number
  closes?: TypedDate
  refusals?: readonly Refusal[]
  conflict?: boolean
}

export async function planPage(visit: Visit, shown: Shown): Promise<Answer> {
  const { tx, person, own, today, form } = visit
  const { round, typed, refusals = [], conflict } = shown
  return page(
    {
      ...placeOf(visit, { text: round ? round.ref : 'Plan a round' }),
      title: round ? `${TITLE}, ${round.ref}` : 'Plan a round of feedback',
      lead: round
        ? `${stateWords(round, person, own, today)}. Nobody has been asked yet.`
        : `About ${own ? 'you' : person.name}. Nobody is asked before the round is launched.`,
      refusals,
      status: conflict ? 409 : undefined,
    },
    <PlanPage
      person={person}
      own={own}
      round={round}
      version={shown.version ?? round?.version ?? null}
      typed={typed}
      competencies={await askable(visit)}
      people={await listPeople(tx)}
      mail={visit.house.mail.configured}
      clashes={await clashesOf(tx, visit.house.keys, person.personId, groupsOf(typed))}
      part={partOf(visit, round)}
      mayLaunch={round?.state === 'nominated' && (await mayLaunch(tx, visit.actor, person))}
      closes={shown.closes ?? addDays(today, OPEN_DAYS)}
      reason={form.text('reason')}
      refusals={refusals}
    />,
  )
}

async function newPage(visit: Visit): Promise<Answer> {
  const { tx, person, today } = visit
  const proposed = await proposedCompetencies(tx, person.personId, today)
  return planPage(visit, { round: null, typed: emptyRound(proposed) })
}

/** Shows the form again with four more rows for people outside; nothing is saved. */
function withRows(typed: TypedRound): TypedRound {
  const more = Array.from({ length: ROWS }, () => ({ name: '', email: '' }))
  const { customers } = typed.groups
  return {
    ...typed,
    groups: { ...typed.groups, customers: { ...customers, outside: [...customers.outside, ...more] } },
  }
}

async function plan(visit: Visit): Promise<Answer> {
  const { tx, house, person, actor, own, form } = visit
  const typed = typedRound(form)
  if (form.text('act') === 'rows') return planPage(visit, { round: null, typed: withRows(typed) })
  const { purpose, competencyIds } = typed
  const planned = await planRound(tx, actor, { personId: person.personId, purpose, competencyIds })
  if (!planned.ok) return planPage(visit, { round: null, typed, refusals: planned.refusals })
  if (!own) {
    const words = `The plan is saved. ${person.name} says whom to ask.`
    return goTo(paths.feedbackRound(person.personId, planned.value), words)
  }
  const send = form.text('act') === 'send'
  const asked = {
    personId: person.personId,
    roundId: planned.value,
    version: 1,
    groups: groupsOf(typed),
    send,
  }
  const outcome = await nominate(tx, actor, asked, house)
  if (!outcome.ok) return planPage(visit, { round: null, typed, refusals: outcome.refusals })
  return saved(visit, planned.value, send)
}

function saved({ person, own }: Visit, roundId: Id, sent: boolean): Answer {
  const words = !sent
    ? 'The plan is saved. Nobody has been asked yet.'
    : person.leader && own
      ? `Handed to ${person.leader}, who looks at it and launches it.`
      : 'The list is ready to be launched.'
  return goTo(paths.feedbackRound(person.personId, roundId), words)
}

async function change(visit: Visit): Promise<Answer> {
  const { tx, house, person, actor, form } = visit
  const round = await roundFor(visit)
  const typed = typedRound(form)
  const act = form.text('act')
  const base = { personId: person.personId, roundId: round.roundId }
  if (act === 'rows') return planPage(visit, { round, typed: withRows(typed) })
  if (act === 'discard') {
    const outcome = await discard(tx, actor, base)
    if (!outcome.ok) return planPage(visit, { round, typed: plannedRound(round), refusals: outcome.refusals })
    return goTo(paths.feedback(person.personId), 'The plan is gone. Nobody was asked.')
  }
  const { purpose, competencyIds } = typed
  const asked = { ...base, version: form.whole('version') ?? 0, purpose, competencyIds }
  const send = act === 'send'
  const outcome = await nominate(tx, actor, { ...asked, groups: groupsOf(typed), send }, house)
  return outcome.ok ? saved(visit, round.roundId, send) : again(visit, { round, typed }, outcome)
}

async function changeRaters(visit: Visit): Promise<Answer> {
  const { tx, person, actor, form, today } = visit
  const round = await roundFor(visit)
  const typed = { ...plannedRound(round), groups: typedRound(form).groups }
  if (form.text('act') === 'rows') return planPage(visit, { round, typed: withRows(typed) })
  const outcome = await adjust(
    tx,
    actor,
    {
      personId: person.personId,
      roundId: round.roundId,
      version: form.whole('version') ?? 0,
      groups: groupsOf(typed),
      reason: form.text('reason'),
    },
    today,
  )
  if (!outcome.ok) return again(visit, { round, typed }, outcome)
  return goTo(
    paths.feedbackRound(person.personId, round.roundId),
    `The list is changed. ${person.name} sees what and why.`,
  )
}

/** The form with what was typed, and why it was not taken; where somebody else was quicker, by their version. */
function again(
  visit: Visit,
  shown: Shown,
  { refusals, conflict }: { refusals: readonly Refusal[]; conflict?: number },
): Promise<Answer> {
  return planPage(visit, { ...shown, refusals, version: conflict, conflict: conflict !== undefined })
}

async function launchRound(visit: Visit): Promise<Answer> {
  const { tx, house, person, actor, form, today } = visit
  const round = await roundFor(visit)
  const closes = form.day('closes')
  const typed = plannedRound(round)
  const closesTyped: TypedDate = {
    day: form.text('closes-day'),
    month: form.text('closes-month'),
    year: form.text('closes-year'),
  }
  const outcome = await launch(
    tx,
    actor,
    {
      personId: person.personId,
      roundId: round.roundId,
      version: form.whole('version') ?? 0,
      closesOn: closes === 'wrong' ? null : closes,
    },
    today,
    house,
  )
  if (!outcome.ok) return again(visit, { round, typed, closes: closesTyped }, outcome)
  await inviteAll(house, tx, round.roundId)
  return goTo(
    paths.feedbackRound(person.personId, round.roundId),
    'The round is open. Everybody is asked; nothing is shown before the last day is over.',
  )
}

export const planRoutes = [
  get(paths.feedbackNew(':person'), 'feedback.plan', newPage),
  post(paths.feedback(':person'), 'feedback.plan', plan),
  post(paths.feedbackRound(':person', ':round'), 'feedback.plan', change),
  post(paths.feedbackRaters(':person', ':round'), 'feedback.plan', changeRaters),
  post(paths.feedbackLaunch(':person', ':round'), 'feedback.launch', launchRound),
]
