import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listEvidence } from '../evidence/evidence.ts'
import { criteriaOf, findUnit } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { readinessOf } from '../readiness/readiness.ts'
import { type AskedDecision, checkDecision, type Decision, isQuality, isVerdict } from './rules/decision.ts'
import { lastNumber, listDecided, saveDecision } from './store.ts'

export { countsOf, type Decision, type DecisionVerdict, standing } from './rules/decision.ts'

/** Every decision about a person, newest first; those that a later one took the place of stay. */
export async function listDecisions(tx: OrgTx, personId: Id): Promise<Decision[]> {
  return listDecided(tx, personId)
}

/**
 * Records what an assessor decides on one criterion, with the evidence, the unit's words and the readiness checks as they
 * are now. Nothing is overwritten: a changed mind is a further decision. Source: mission.md C2; domain.md 1.5.
 * @param asked.unitVersion the wording that the assessor saw
 * @returns its identifier; refusals name the fields of the form
 */
export async function decide(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; unitId: Id; unitVersion: number; criterionId: Id } & AskedDecision,
  today: Day,
): Promise<Outcome<Id>> {
  const { personId, unitId, criterionId } = asked
  if (actor.personId === personId) return refused({ message: 'Nobody decides about themself.' })
  if (!actor.assesses.includes(personId))
    return refused({ message: 'Only an assessor who is assigned to them decides.' })
  const unit = await findUnit(tx, unitId)
  const criterion = unit && criteriaOf(unit).find((one) => one.criterionId === criterionId)
  if (!unit || !criterion) return refused({ message: 'This criterion is no longer here.' })
  if (unit.version !== asked.unitVersion)
    return refused({
      message: 'The wording of the unit was changed meanwhile. Read it again before you decide.',
    })
  const evidence = await listEvidence(tx, personId)
  const refusals = checkDecision(asked, { citable: evidence, deciderId: actor.personId, today })
  if (refusals.length > 0 || !isVerdict(asked.verdict)) return refused(...refusals)
  const decision: Decision = {
    decisionId: tx.newId(),
    personId,
    number: (await lastNumber(tx, personId)) + 1,
    unitId,
    unitTitle: unit.title,
    unitVersion: unit.version,
    criterionId,
    code: criterion.code,
    words: criterion.words,
    verdict: asked.verdict,
    reason: asked.reason,
    feedback: asked.feedback,
    actBy: asked.actBy === 'wrong' ? null : asked.actBy,
    qualities: asked.qualities.filter(isQuality),
    cited: evidence
      .filter(({ evidenceId }) => asked.evidenceIds.includes(evidenceId))
      .map(({ evidenceId, ref, title, version, files }) => ({
        evidenceId,
        ref,
        title,
        version,
        files: files.map(({ hash }) => hash),
      })),
    checks: (await readinessOf(tx, personId, actor, today)).map(({ check, title, state, missing }) => ({
      check,
      title,
      state,
      missing,
    })),
    on: today,
    by: actor.personId,
    byName: actor.name,
    at: tx.now,
  }
  await saveDecision(tx, decision)
  await record(tx, {
    kind: 'decisions.decided',
    actor,
    personId,
    recordId: decision.decisionId,
    payload: { ...decision, at: decision.at.toISOString() },
  })
  return done(decision.decisionId)
}
