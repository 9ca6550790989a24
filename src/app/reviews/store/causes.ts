import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { CauseRaised, LevelChange } from '../rules/causes.ts'

export type CauseRow = {
  causeId: Id
  personId: Id
  cause: CauseRaised
  sourceId: Id
  words: string
  levels: LevelChange[]
  raisedBy: Id | null
  raisedOn: Day
  /** The review that took it up; null while none has. */
  reviewId: Id | null
  /** It asks of nothing but what only the person sees: they alone learn of it. */
  private: boolean
  /** The complaints that it tells of. */
  evidenceIds: Id[]
}

/** What is said to “Still relevant?” of one objective. */
export type Relevance = 'keep' | 'amend' | 'close'

export type QuestionRow = {
  questionId: Id
  causeId: Id
  objectiveId: Id
  /** About an objective that only the person sees. */
  private: boolean
  answer: Relevance | null
  answeredBy: Id | null
  answeredOn: Day | null
}

const causes = (tx: OrgTx) => tx.db.selectFrom('review_cause').selectAll().where('org_id', '=', tx.orgId)
const questions = (tx: OrgTx) =>
  tx.db.selectFrom('review_question').selectAll().where('org_id', '=', tx.orgId)

const toCause = (
  row: Awaited<ReturnType<ReturnType<typeof causes>['executeTakeFirstOrThrow']>>,
): CauseRow => ({
  causeId: row.cause_id,
  personId: row.person_id,
  cause: row.cause as CauseRaised,
  sourceId: row.source_id,
  words: row.words,
  levels: row.levels as LevelChange[],
  raisedBy: row.raised_by,
  raisedOn: row.raised_on,
  reviewId: row.review_id,
  private: row.private,
  evidenceIds: row.evidence_ids,
})

const toQuestion = (
  row: Awaited<ReturnType<ReturnType<typeof questions>['executeTakeFirstOrThrow']>>,
): QuestionRow => ({
  questionId: row.question_id,
  causeId: row.cause_id,
  objectiveId: row.objective_id,
  private: row.private,
  answer: row.answer as Relevance | null,
  answeredBy: row.answered_by,
  answeredOn: row.answered_on,
})

/** Causes that stand for a person, that both of a review learn of and that none has taken up, the oldest first. */
export async function listOpenCauses(tx: OrgTx, personId: Id): Promise<CauseRow[]> {
  const rows = await tx.each('open causes', personId, async (personIds) => {
    const all = await causes(tx)
      .where('person_id', 'in', personIds)
      .where('review_id', 'is', null)
      .where('replaced_at', 'is', null)
      .where('private', '=', false)
      .orderBy('raised_at')
      .orderBy('cause_id')
      .execute()
    return Map.groupBy(all, (row) => row.person_id)
  })
  return (rows ?? []).map(toCause)
}

/** Causes that a review took up, the oldest first. */
export async function listCausesOf(tx: OrgTx, reviewId: Id): Promise<CauseRow[]> {
  const rows = await causes(tx)
    .where('review_id', '=', reviewId)
    .orderBy('raised_at')
    .orderBy('cause_id')
    .execute()
  return rows.map(toCause)
}

/** Questions of causes, answered or not. */
export async function listQuestions(tx: OrgTx, causeIds: readonly Id[]): Promise<QuestionRow[]> {
  if (causeIds.length === 0) return []
  const rows = await questions(tx).where('cause_id', 'in', causeIds).orderBy('question_id').execute()
  return rows.map(toQuestion)
}

/** Questions about a person that nobody has answered, each with its cause, the oldest first. */
export async function listUnanswered(
  tx: OrgTx,
  personId: Id,
): Promise<(QuestionRow & { cause: CauseRow })[]> {
  const rows = await tx.each('open questions', personId, async (personIds) => {
    const open = await questions(tx).where('person_id', 'in', personIds).where('answer', 'is', null).execute()
    if (open.length === 0) return new Map()
    const all = await causes(tx)
      .where('cause_id', 'in', [...new Set(open.map((row) => row.cause_id))])
      .where('replaced_at', 'is', null)
      .orderBy('raised_at')
      .orderBy('cause_id')
      .execute()
    const asked = all.flatMap((cause) =>
      open
        .filter((row) => row.cause_id === cause.cause_id)
        .map((row) => ({ person: row.person_id, question: { ...toQuestion(row), cause: toCause(cause) } })),
    )
    return Map.groupBy(asked, ({ person }) => person)
  })
  return (rows ?? []).map(({ question }: { question: QuestionRow & { cause: CauseRow } }) => question)
}

/** The question, locked against a second answer at the same moment; with its cause. Null where it no longer stands. */
export async function lockQuestion(
  tx: OrgTx,
  personId: Id,
  questionId: Id,
): Promise<(QuestionRow & { cause: CauseRow }) | null> {
  const row = await questions(tx)
    .where('person_id', '=', personId)
    .where('question_id', '=', questionId)
    .forUpdate()
    .executeTakeFirst()
  const cause =
    row &&
    (await causes(tx)
      .where('cause_id', '=', row.cause_id)
      .where('replaced_at', 'is', null)
      .executeTakeFirst())
  return row && cause ? { ...toQuestion(row), cause: toCause(cause) } : null
}

/** Lets a later cause of the same source stand in the place of those of these people that no review has taken up. */
export async function replaceCauses(
  tx: OrgTx,
  { cause, sourceId }: Pick<CauseRow, 'cause' | 'sourceId'>,
  personIds: readonly Id[],
): Promise<void> {
  await tx.db
    .updateTable('review_cause')
    .set({ replaced_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('person_id', 'in', personIds)
    .where('cause', '=', cause)
    .where('source_id', '=', sourceId)
    .where('review_id', 'is', null)
    .where('replaced_at', 'is', null)
    .execute()
}

/** Withdraws a cause that no review has taken up: nothing is asked because of it any longer. */
export async function withdrawCause(tx: OrgTx, causeId: Id): Promise<void> {
  await waiting(tx, causeId).set({ replaced_at: tx.now }).execute()
}

/** Says anew what a cause tells of that no review has taken up: of its complaints only some still stand. */
export async function narrowCause(
  tx: OrgTx,
  causeId: Id,
  said: Pick<CauseRow, 'words' | 'evidenceIds'>,
): Promise<void> {
  await waiting(tx, causeId).set({ words: said.words, evidence_ids: said.evidenceIds }).execute()
}

const waiting = (tx: OrgTx, causeId: Id) =>
  tx.db
    .updateTable('review_cause')
    .where('org_id', '=', tx.orgId)
    .where('cause_id', '=', causeId)
    .where('review_id', 'is', null)
    .where('replaced_at', 'is', null)

/** Keeps causes, each with the objectives that it asks of. */
export async function insertCauses(
  tx: OrgTx,
  raised: readonly { row: CauseRow; touched: readonly { objectiveId: Id; private: boolean }[] }[],
): Promise<void> {
  await tx.db
    .insertInto('review_cause')
    .values(
      raised.map(({ row: cause }) => ({
        org_id: tx.orgId,
        cause_id: cause.causeId,
        person_id: cause.personId,
        cause: cause.cause,
        source_id: cause.sourceId,
        words: cause.words,
        levels: JSON.stringify(cause.levels),
        raised_by: cause.raisedBy,
        raised_on: cause.raisedOn,
        raised_at: tx.now,
        review_id: cause.reviewId,
        private: cause.private,
        evidence_ids: cause.evidenceIds,
      })),
    )
    .execute()
  const asked = raised.flatMap(({ row: { causeId, personId }, touched }) =>
    touched.map((one) => ({
      org_id: tx.orgId,
      question_id: tx.newId(),
      cause_id: causeId,
      person_id: personId,
      objective_id: one.objectiveId,
      private: one.private,
    })),
  )
  if (asked.length > 0) await tx.db.insertInto('review_question').values(asked).execute()
}

/** Hands every cause that stands, and that both learn of, to the review that takes it up. */
export async function takeUpCauses(tx: OrgTx, personId: Id, reviewId: Id): Promise<void> {
  await tx.db
    .updateTable('review_cause')
    .set({ review_id: reviewId })
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('review_id', 'is', null)
    .where('replaced_at', 'is', null)
    .where('private', '=', false)
    .execute()
}

export async function saveRelevance(
  tx: OrgTx,
  questionId: Id,
  said: { answer: Relevance; by: Id | null; on: Day },
): Promise<void> {
  await tx.db
    .updateTable('review_question')
    .set({ answer: said.answer, answered_by: said.by, answered_on: said.on, answered_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('question_id', '=', questionId)
    .where('answer', 'is', null)
    .execute()
}
