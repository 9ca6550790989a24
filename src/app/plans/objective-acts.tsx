import type { Refusal } from '../../kernel/outcome.ts'
import { paths } from '../paths.ts'
import { type Answer, goTo, type Visit } from '../visit.ts'
import { showPage, theObjective } from './objective-answer.tsx'
import { agree, closeOwn, markAction, question, takeBackChange } from './plans.ts'
import { valuesOf } from './posted.ts'
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
    refusals: outcome.refusals,
    writing,
    overtaken: version !== null && version !== now.version,
  })
}

const askedOf = (visit: Visit, objective: Objective) => ({
  personId: visit.person.personId,
  objectiveId: objective.objectiveId,
  version: visit.form.whole('version') ?? 0,
})

export function agreeObjective(visit: Visit): Promise<Answer> {
  const { tx, actor, form, person, today } = visit
  return settle(
    visit,
    (objective) => {
      const { objectiveId, version } = askedOf(visit, objective)
      const reason = form.text(`unmet-${objectiveId}`)
      return agree(tx, actor, { personId: person.personId, items: [{ objectiveId, version, reason }] }, today)
    },
    'Agreed. It is in the plan.',
  )
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
