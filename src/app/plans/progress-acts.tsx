import { paths } from '../paths.ts'
import { type Answer, goTo, type Visit } from '../visit.ts'
import { showPage, theObjective } from './objective-answer.tsx'
import { valuesOf } from './posted.ts'
import { noteProgress } from './progress.ts'

/** Keeps what the person says of how an objective goes. */
export async function noteOne(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const objective = await theObjective(visit)
  const { personId } = person
  const { objectiveId } = objective
  const outcome = await noteProgress(tx, actor, { personId, objectiveId, words: form.text('note') }, today)
  if (outcome.ok) return goTo(`${paths.objective(personId, objectiveId)}#progress`, 'What you said is kept.')
  return showPage(visit, {
    objective,
    values: { ...valuesOf(objective), ...form.values },
    fields: null,
    refusals: outcome.refusals,
    writing: false,
    overtaken: false,
  })
}
