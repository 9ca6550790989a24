import type { Actor } from '../../kernel/actor.ts'
import { type Day, plainDay } from '../../kernel/day.ts'
import { count } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Knot } from '../../ui/thread.tsx'
import { findNeed } from '../assessments/assessments.ts'
import { paths } from '../paths.ts'
import { findObjective } from '../plans/plans.ts'
import { aimWords } from './rules/figure-words.ts'
import type { ReviewedObjective, ReviewView } from './view.ts'

/** The thread of the objective that is open in a review, each knot with where it stands. Source: mission.md, row A6. */
export async function threadOf(
  tx: OrgTx,
  view: ReviewView,
  { stood, said }: ReviewedObjective,
  viewer: Actor,
  today: Day,
): Promise<{ label: string; knots: Knot[] }> {
  const { person, row, accountState } = view
  const { personId } = person
  const objective = await findObjective(tx, personId, stood.objectiveId, viewer, today)
  const need = objective?.needId ? await findNeed(tx, personId, objective.needId, viewer) : null
  const { actions, figure, target, baseline } = stood
  const unit = objective?.unit ?? figure?.unit ?? null
  const aim =
    target === null
      ? null
      : `${baseline === null ? 'to' : `${aimWords(baseline, unit)} to`} ${aimWords(target, unit)}`
  const due = objective?.due ? `by ${plainDay(objective.due)}` : null
  const evidence = need?.evidenceIds.length ?? 0
  return {
    label: `Thread of objective ${stood.ref}`,
    knots: [
      {
        stage: 'Evidence',
        state: evidence > 0 ? 'done' : 'gap',
        text: evidence > 0 ? count(evidence, 'item') : 'None linked',
        href: paths.evidence(personId),
      },
      need
        ? {
            stage: 'Need',
            state: 'done',
            text: need.title,
            href: paths.need(personId, need.needId),
            meta: `Since ${plainDay(need.madeOn)}`,
          }
        : { stage: 'Need', state: 'gap', text: 'None linked' },
      {
        stage: 'Objective',
        state: 'done',
        text: `${stood.ref}: ${stood.title}`,
        href: paths.objective(personId, stood.objectiveId),
        meta: [aim, due].filter(Boolean).join(' ') || undefined,
      },
      {
        stage: 'Actions',
        state: actions.of > 0 ? 'done' : 'gap',
        text: actions.of > 0 ? `${actions.done} of ${actions.of} done` : 'None yet',
        href: paths.objective(personId, stood.objectiveId),
        meta: actions.late > 0 ? `${actions.late} late` : undefined,
      },
      {
        stage: 'Review and reflection',
        state: 'now',
        text: `Review ${row.number}, ${plainDay(row.heldOn)}`,
        href: paths.review(personId, row.reviewId),
        meta: accountState
          ? `Account at ${accountState.done} of ${accountState.of} stages`
          : row.state === 'closed'
            ? 'No account'
            : 'No account yet',
      },
      {
        stage: 'Impact on practice',
        state: said?.impact ? 'done' : 'todo',
        text: figure?.verdict
          ? figure.verdict.charAt(0).toUpperCase() + figure.verdict.slice(1)
          : 'No verdict',
        meta: said?.impact ? 'Written up in this review' : 'Not yet written up',
      },
      { stage: 'Award', state: 'todo', text: 'See Decisions', href: paths.decisions(personId) },
    ],
  }
}
