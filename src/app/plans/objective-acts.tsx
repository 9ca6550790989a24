import type { Refusal } from '../../kernel/outcome.ts'
import { paths } from '../paths.ts'
import { type Answer, goTo, type Visit } from '../visit.ts'
import { requestFor, showPage, theObjective } from './objective-answer.tsx'
import {
  agree,
  closeOwn,
  decideBudget,
  decline,
  markAction,
  moveObjective,
  planOf,
  question,
  takeBackChange,
} from './plans.ts'
import { valuesOf } from './posted.ts'
import { type Decision, pounds } from './rules/budget.ts'
import type { Objective } from './rules/objective.ts'

/** After an act on one objective: back to it with a word, or the page again with every reason why not. */
async function settle(
  visit: Visit,
  act: (objective: Objective) => Promise<{ ok: true } | { ok: false; refusals: Refusal[] }>,
  done: string,
): Promise<Answer> {
  const objective = await theObjective(visit)
  const outcome = await act(objective)
  if (outcome.ok) return goTo(paths.objective(visit.person.personId, objective.objectiveId), done)
  // Read again: somebody else may have been first while this waited for its turn.
  const now = await theObjective(visit)
  const version = visit.form.whole('version')
  const writing = visit.own && (now.state === 'draft' || now.state === 'questioned')
  return showPage(visit, {
    objective: now,
    values: { ...valuesOf(now), ...visit.form.values },
    fields: null,
    refusals: [...outcome.refusals, ...typedInVain(visit, now)],
    writing,
    overtaken: version !== null && version !== now.version,
  })
}

/** What was typed into a form that the page no longer shows, as somebody else was first: to be copied from there. */
function typedInVain({ form }: Visit, { state, budget, objectiveId }: Objective): Refusal[] {
  const names = [
    ...(state === 'proposed' ? [] : ['decline', 'question', 'decline-items', `unmet-${objectiveId}`]),
    ...(budget?.state === 'asked' ? [] : ['budget-reason']),
  ]
  const words = names.map((name) => form.text(name)).filter(Boolean)
  return words.map((said) => ({ message: `You wrote: “${said}”` }))
}

const askedOf = (visit: Visit, objective: Objective) => ({
  personId: visit.person.personId,
  objectiveId: objective.objectiveId,
  version: visit.form.whole('version') ?? 0,
})

/** What was said about the money; undefined where it waits. */
function decisionIn({ form }: Visit): Decision | undefined {
  const said = form.text('budget')
  return said === 'yes' || said === 'no'
    ? { approve: said === 'yes', reason: form.text('budget-reason') }
    : undefined
}

export async function agreeObjective(visit: Visit): Promise<Answer> {
  const { tx, actor, form, person, today } = visit
  const { personId } = person
  const asked = await theObjective(visit)
  const request =
    form.text('items') === 'yes'
      ? await requestFor(visit, asked, await planOf(tx, personId, actor, today))
      : []
  const keys = request.flatMap(({ key }) => (form.text(`item-${key}`) === 'yes' ? [] : [key]))
  const budget = decisionIn(visit)
  const waits = asked.budget?.state === 'asked' && !budget && !asked.private
  return settle(
    visit,
    (objective) => {
      const { objectiveId, version } = askedOf(visit, objective)
      const reason = form.text(`unmet-${objectiveId}`)
      const declined = keys.length > 0 ? { keys, reason: form.text('decline-items') } : undefined
      return agree(
        tx,
        actor,
        { personId, items: [{ objectiveId, version, reason, declined, budget }] },
        today,
      )
    },
    waits && asked.budget
      ? `Agreed. It is in the plan. Its money, ${pounds(asked.budget.amount)}, still waits for a decision.`
      : 'Agreed. It is in the plan.',
  )
}

export function declineObjective(visit: Visit): Promise<Answer> {
  const { tx, actor, form, person, today } = visit
  return settle(
    visit,
    (objective) => decline(tx, actor, { ...askedOf(visit, objective), reason: form.text('decline') }, today),
    `Declined. ${person.name} reads why.`,
  )
}

export function decideObjectiveBudget(visit: Visit): Promise<Answer> {
  const { tx, actor, today } = visit
  const decision = decisionIn(visit)
  return settle(
    visit,
    async (objective) =>
      decision
        ? decideBudget(tx, actor, { ...askedOf(visit, objective), decision }, today)
        : { ok: false, refusals: [{ field: 'budget', message: 'Choose whether you approve the money.' }] },
    decision?.approve ? 'The money is approved.' : 'The money is declined.',
  )
}

export async function orderObjective(visit: Visit): Promise<Answer> {
  const { tx, actor, form, person } = visit
  const { personId } = person
  const { objectiveId, ref } = await theObjective(visit)
  const to = form.text('to') === 'up' ? 'up' : 'down'
  await moveObjective(tx, actor, { personId, objectiveId, to })
  return goTo(`${paths.plan(personId)}#objectives`, `${ref} is moved ${to}.`)
}

export function questionObjective(visit: Visit): Promise<Answer> {
  const { tx, actor, form, person, today } = visit
  return settle(
    visit,
    (objective) => question(tx, actor, { ...askedOf(visit, objective), words: form.text('question') }, today),
    `Sent. Now ${person.name} answers.`,
  )
}

export function closeObjective(visit: Visit): Promise<Answer> {
  const { tx, actor, form, today } = visit
  const as = form.text('as') === 'met' ? 'met' : 'no longer needed'
  return settle(
    visit,
    (objective) => closeOwn(tx, actor, { ...askedOf(visit, objective), as }, today),
    'Closed. It stays in your records.',
  )
}

export function restoreObjective(visit: Visit): Promise<Answer> {
  const { tx, actor } = visit
  return settle(
    visit,
    (objective) => takeBackChange(tx, actor, askedOf(visit, objective)),
    'It stands again as it was agreed.',
  )
}

export async function completeAction(visit: Visit): Promise<Answer> {
  const { tx, actor, form, params, today, person } = visit
  const done = form.text('done') !== 'no'
  const words = done ? 'Marked as done.' : 'It is planned again.'
  const answer = await settle(
    visit,
    ({ objectiveId }) =>
      markAction(
        tx,
        actor,
        { personId: person.personId, objectiveId, actionId: params.action ?? '', done },
        today,
      ),
    words,
  )
  return answer.kind === 'go' && form.text('back') === 'plan'
    ? goTo(paths.plan(person.personId), words)
    : answer
}
