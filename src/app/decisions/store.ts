import { sql } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Checked, type Cited, type Decision, type DecisionVerdict, isQuality } from './rules/decision.ts'

/** What was decided about a person, newest first. */
export async function listDecided(tx: OrgTx, personId: Id): Promise<Decision[]> {
  const rows = await tx.db
    .selectFrom('decision')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    decisionId: row.decision_id,
    personId: row.person_id,
    number: row.number,
    unitId: row.unit_id,
    unitTitle: row.unit_title,
    unitVersion: row.unit_version,
    criterionId: row.criterion_id,
    code: row.criterion_code,
    words: row.criterion_words,
    verdict: row.verdict as DecisionVerdict,
    reason: row.reason,
    feedback: row.feedback,
    actBy: row.act_by,
    qualities: row.checked.filter(isQuality),
    cited: row.cited as Cited[],
    checks: row.checks as Checked[],
    on: row.decided_on,
    by: row.decided_by,
    byName: row.decided_by_name,
    at: row.decided_at,
  }))
}

export async function saveDecision(tx: OrgTx, decision: Decision): Promise<void> {
  await tx.db
    .insertInto('decision')
    .values({
      org_id: tx.orgId,
      decision_id: decision.decisionId,
      person_id: decision.personId,
      number: decision.number,
      unit_id: decision.unitId,
      unit_title: decision.unitTitle,
      unit_version: decision.unitVersion,
      criterion_id: decision.criterionId,
      criterion_code: decision.code,
      criterion_words: decision.words,
      verdict: decision.verdict,
      reason: decision.reason,
      feedback: decision.feedback,
      act_by: decision.actBy,
      checked: decision.qualities,
      cited: JSON.stringify(decision.cited),
      checks: JSON.stringify(decision.checks),
      decided_on: decision.on,
      decided_by: decision.by,
      decided_by_name: decision.byName,
      decided_at: decision.at,
    })
    .execute()
}

/**
 * The number of the last decision about a person, 0 before the first; nobody else decides about them until the
 * transaction ends.
 */
export async function lastNumber(tx: OrgTx, personId: Id): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`decision ${tx.orgId} ${personId}`}, 0))`.execute(
    tx.db,
  )
  const row = await tx.db
    .selectFrom('decision')
    .select((on) => on.fn.max('number').as('last'))
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.last ?? 0
}
