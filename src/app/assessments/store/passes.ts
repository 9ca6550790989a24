import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { FrameworkVersion } from '../../frameworks/frameworks.ts'
import type { Pass, RatedLevel, Rating } from '../rules/rating.ts'

export type Round = { personId: Id; round: number; roleId: Id; roleVersion: string; beganOn: Day }

/** A pass as it is kept, whoever may read it. */
export type KeptPass = {
  assessmentId: Id
  personId: Id
  round: number
  pass: Pass
  byId: Id
  inOn: Day | null
  /** The framework version whose wording it was made of. */
  framework: FrameworkVersion
  ratings: Rating[]
}

/** Takes turns with whoever else begins a round or names a need for the same person. */
export async function lockPerson(tx: OrgTx, personId: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`assessments ${personId}`}, 0))`.execute(tx.db)
}

export async function listRounds(tx: OrgTx, personId: Id): Promise<Round[]> {
  const rows = await tx.each('rounds', personId, async (personIds) => {
    const all = await tx.db
      .selectFrom('assessment_round')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .where('person_id', 'in', personIds)
      .orderBy('round', 'desc')
      .execute()
    return Map.groupBy(all, (row) => row.person_id)
  })
  return (rows ?? []).map((row) => ({
    personId: row.person_id,
    round: row.round,
    roleId: row.role_id,
    roleVersion: row.role_version,
    beganOn: row.began_on,
  }))
}

export async function saveRound(tx: OrgTx, round: Round): Promise<void> {
  await tx.db
    .insertInto('assessment_round')
    .values({
      org_id: tx.orgId,
      person_id: round.personId,
      round: round.round,
      role_id: round.roleId,
      role_version: round.roleVersion,
      began_on: round.beganOn,
    })
    .execute()
}

const ratingsOf = (tx: OrgTx, personIds: Id[]) =>
  tx.db
    .selectFrom('assessment_rating as r')
    .innerJoin('assessment as a', (join) =>
      join.onRef('a.org_id', '=', 'r.org_id').onRef('a.assessment_id', '=', 'r.assessment_id'),
    )
    .selectAll('r')
    .where('r.org_id', '=', tx.orgId)
    .where('a.person_id', 'in', personIds)

type RatingRow = Awaited<ReturnType<ReturnType<typeof ratingsOf>['executeTakeFirstOrThrow']>>

const toRating = (row: RatingRow): Rating => ({
  competencyId: row.competency_id,
  level: row.level as RatedLevel | null,
  noExample: row.no_example,
  example: {
    when: row.example_when,
    who: row.example_who,
    did: row.example_did,
    followed: row.example_followed,
    task: row.example_task,
  },
  evidenceIds: row.evidence_ids,
  changed: row.changed,
  note: row.note,
})

/** Every pass of a person, newest round first, with all it says: for the door, which withholds what is blind. */
export async function listPasses(tx: OrgTx, personId: Id): Promise<KeptPass[]> {
  const passes = await tx.each('passes', personId, async (personIds) => {
    const rows = await tx.db
      .selectFrom('assessment')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .where('person_id', 'in', personIds)
      .orderBy('round', 'desc')
      .orderBy(sql`array_position(array['self', 'leader', 'agreed'], pass)`)
      .execute()
    const ratings = Map.groupBy(await ratingsOf(tx, personIds).execute(), (each) => each.assessment_id)
    return Map.groupBy(
      rows.map((row) => ({
        assessmentId: row.assessment_id,
        personId: row.person_id,
        round: row.round,
        pass: row.pass as Pass,
        byId: row.by_id,
        inOn: row.in_on,
        framework: { frameworkId: row.framework_id, version: row.framework_version },
        ratings: (ratings.get(row.assessment_id) ?? []).map(toRating),
      })),
      (pass) => pass.personId,
    )
  })
  return passes ?? []
}

export async function savePass(tx: OrgTx, pass: Omit<KeptPass, 'inOn' | 'ratings'>): Promise<void> {
  await tx.db
    .insertInto('assessment')
    .values({
      org_id: tx.orgId,
      assessment_id: pass.assessmentId,
      person_id: pass.personId,
      round: pass.round,
      pass: pass.pass,
      by_id: pass.byId,
      in_on: null,
      framework_id: pass.framework.frameworkId,
      framework_version: pass.framework.version,
    })
    .execute()
}

/** Locks the pass for good. */
export async function setIn(tx: OrgTx, assessmentId: Id, byId: Id, inOn: Day): Promise<void> {
  await tx.db
    .updateTable('assessment')
    .set({ in_on: inOn, by_id: byId })
    .where('org_id', '=', tx.orgId)
    .where('assessment_id', '=', assessmentId)
    .execute()
}

export async function saveRating(tx: OrgTx, assessmentId: Id, rating: Rating): Promise<void> {
  const values = {
    level: rating.level,
    no_example: rating.noExample,
    example_when: rating.example.when,
    example_who: rating.example.who,
    example_did: rating.example.did,
    example_followed: rating.example.followed,
    example_task: rating.example.task ?? '',
    changed: rating.changed,
    note: rating.note,
    evidence_ids: rating.evidenceIds,
  }
  await tx.db
    .insertInto('assessment_rating')
    .values({
      org_id: tx.orgId,
      assessment_id: assessmentId,
      competency_id: rating.competencyId,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'assessment_id', 'competency_id']).doUpdateSet(values),
    )
    .execute()
}

/**
 * Takes every pass that is not in yet to another framework version: levels of what was worded anew are to be said again,
 * while examples and notes stay.
 * @returns how many passes lost a level
 */
export async function moveOpenPasses(
  tx: OrgTx,
  to: FrameworkVersion,
  worded: readonly Id[],
): Promise<number> {
  const open = tx.db
    .selectFrom('assessment')
    .select('assessment_id')
    .where('org_id', '=', tx.orgId)
    .where('in_on', 'is', null)
  const emptied =
    worded.length === 0
      ? []
      : await tx.db
          .updateTable('assessment_rating')
          .set({ level: null })
          .where('org_id', '=', tx.orgId)
          .where('assessment_id', 'in', open)
          .where('competency_id', 'in', worded)
          .where('level', 'is not', null)
          .returning('assessment_id')
          .execute()
  await tx.db
    .updateTable('assessment')
    .set({ framework_id: to.frameworkId, framework_version: to.version })
    .where('org_id', '=', tx.orgId)
    .where('in_on', 'is', null)
    .execute()
  return new Set(emptied.map((row) => row.assessment_id)).size
}
