import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { type OrgTx, readTogether } from '../../shell/db.ts'
import { needTitles } from '../assessments/assessments.ts'
import { listEvidence } from '../evidence/evidence.ts'
import { record } from '../history/history.ts'
import { paths } from '../paths.ts'
import { type Objective, planOf } from '../plans/plans.ts'
import { eyesOf } from './eyes.ts'
import {
  type CauseRaised,
  complaintWords,
  type Happening,
  type LevelChange,
  touches,
} from './rules/causes.ts'
import {
  type CauseRow,
  insertCauses,
  listOpenCauses,
  listQuestions,
  listUnanswered,
  narrowCause,
  type QuestionRow,
  replaceCauses,
  withdrawCause,
} from './store/causes.ts'
import { listRows, type ReviewRow } from './store/reviews.ts'
import { todayOf } from './today.ts'
import { underReview } from './under-review.ts'

/** “Still relevant?”, asked of an objective because something happened. */
export type OpenQuestion = {
  questionId: Id
  causeId: Id
  objectiveId: Id
  ref: string
  title: string
  cause: CauseRaised
  /** What happened, without a full stop. */
  words: string
  raisedOn: Day
  /** The page on which it is answered. */
  href: string
}

/** Something that happened and that no review has taken up: why one is proposed. */
export type OpenCause = Pick<CauseRow, 'causeId' | 'cause' | 'words' | 'levels' | 'raisedOn'> & {
  /** The page on which one click opens the review. */
  href: string
}

/** Something that happened, as it is asked of one plan. */
type Asked = {
  personId: Id
  sourceId: Id
  happening: Happening
  words: string
  levels?: readonly LevelChange[]
  by: Id | null
  onlyWhereTouched?: boolean
  forNext?: boolean
  evidenceIds?: readonly Id[]
}

/**
 * Raises a cause: asks “still relevant?” of every objective that it touches, and proposes a review; one that is open
 * takes it up at once. Where nothing is agreed there is nothing to ask, and nothing is raised. A later cause of the same
 * source takes the place of one that nobody has taken up. Source: mission.md A7; domain.md 5.
 * @param asked.onlyWhereTouched raises nothing where no objective is touched; where all of those are the person's alone,
 * so is the cause; and so it is where nothing else is agreed
 * @param asked.forNext a review decided it: the one in progress does not take it up
 * @param asked.evidenceIds the complaints that it tells of
 */
export async function raiseCause(tx: OrgTx, asked: Asked, today: Day): Promise<void> {
  await raiseCauses(tx, [asked.personId], asked, today)
}

/** How many plans are read, and how many causes kept, together. */
const TOGETHER = 100

/** Raises the same cause of several people: their plans are read, and their causes kept, many together. */
export async function raiseCauses(
  tx: OrgTx,
  personIds: readonly Id[],
  asked: Omit<Asked, 'personId'>,
  today: Day,
): Promise<void> {
  const { sourceId, happening } = asked
  for (let from = 0; from < personIds.length; from += TOGETHER) {
    const some = personIds.slice(from, from + TOGETHER)
    const all = await readTogether(tx, (reading) =>
      Promise.all(some.map((personId) => causeOf(reading, { ...asked, personId }, today))),
    )
    const raised = all.filter((one) => one !== null)
    if (raised.length === 0) continue
    await replaceCauses(
      tx,
      { cause: happening.cause, sourceId },
      raised.map(({ row }) => row.personId),
    )
    await insertCauses(tx, raised)
    for (const one of raised) await recordRaised(tx, one)
  }
}

type Raised = { row: CauseRow; touched: readonly Objective[] }

/** The cause as it is to be kept; null where nothing is raised. Writes nothing. */
async function causeOf(tx: OrgTx, asked: Asked, today: Day): Promise<Raised | null> {
  const { personId, sourceId, happening, words, by, levels = [], evidenceIds = [] } = asked
  const eyes = eyesOf(tx, personId)
  const objectives = underReview((await planOf(tx, personId, eyes, today)).objectives)
  if (objectives.length === 0) return null
  const needs = await needTitles(tx, personId, eyes)
  const competencyOf = new Map(needs.map(({ needId, competencyId }) => [needId, competencyId]))
  const touched = objectives.filter((one) =>
    touches(happening, { ...one, competencyId: competencyOf.get(one.needId ?? '') ?? null }),
  )
  if (asked.onlyWhereTouched && touched.length === 0) return null
  const alone =
    objectives.every((one) => one.private) ||
    (asked.onlyWhereTouched === true && touched.every((one) => one.private))
  const open = (await listRows(tx, personId)).find(({ state }) => state === 'open')
  const takenUp = open && !alone && !asked.forNext
  const row: CauseRow = {
    causeId: tx.newId(),
    personId,
    cause: happening.cause,
    sourceId,
    words,
    levels: [...levels],
    raisedBy: by,
    raisedOn: today,
    reviewId: takenUp ? open.reviewId : null,
    private: alone,
    evidenceIds: [...evidenceIds],
  }
  return { row, touched }
}

async function recordRaised(tx: OrgTx, { row, touched }: Raised): Promise<void> {
  const { personId, causeId, cause, words, levels, raisedBy, private: alone } = row
  const asks = touched.filter((one) => !one.private).map(({ ref }) => ref)
  await record(tx, {
    kind: alone ? 'reviews.cause-raised-alone' : 'reviews.cause-raised',
    actor: raisedBy === null ? null : { personId: raisedBy },
    personId,
    recordId: causeId,
    payload: alone ? { private: true } : { cause, words, levels, asks },
  })
}

/** What happened and waits for a review, the oldest first. */
export async function openCauses(tx: OrgTx, personId: Id): Promise<OpenCause[]> {
  return (await listOpenCauses(tx, personId)).map(({ causeId, cause, words, levels, raisedOn }) => ({
    causeId,
    cause,
    words,
    levels,
    raisedOn,
    href: `${paths.reviews(personId)}#happened`,
  }))
}

/**
 * Objectives of which “still relevant?” waits for an answer, the oldest question first: only those that the viewer may
 * know of, and that are still pursued.
 */
export async function openQuestions(tx: OrgTx, personId: Id, viewer: Actor): Promise<OpenQuestion[]> {
  const unanswered = await listUnanswered(tx, personId)
  if (unanswered.length === 0) return []
  // The plan leaves out what the viewer may not know of, and so does this.
  const { objectives } = await planOf(tx, personId, viewer, await todayOf(tx))
  const pursued = new Map(underReview(objectives).map((one) => [one.objectiveId, one]))
  const open = unanswered.some(({ cause }) => cause.reviewId) ? await inProgress(tx, personId) : null
  return unanswered.flatMap(({ questionId, objectiveId, cause }) => {
    const objective = pursued.get(objectiveId)
    if (!objective) return []
    const { causeId, words, raisedOn, reviewId } = cause
    const at =
      reviewId && reviewId === open?.reviewId
        ? `${paths.review(personId, reviewId)}#changed`
        : `${paths.reviews(personId)}#happened`
    return [
      {
        questionId,
        causeId,
        objectiveId,
        ref: objective.ref,
        title: objective.title,
        cause: cause.cause,
        words,
        raisedOn,
        href: at,
      },
    ]
  })
}

/** A person's review that is open, or signed by one of the two. */
export async function inProgress(tx: OrgTx, personId: Id): Promise<ReviewRow | null> {
  return (await listRows(tx, personId)).find(({ state }) => state !== 'closed') ?? null
}

/**
 * Complaints stand no longer, because their import was undone or they were not upheld after all: a cause that tells of
 * none but those is withdrawn, one that tells of others too says only those. What a review took up stays.
 */
export async function withdrawComplaints(tx: OrgTx, personId: Id, fallen: ReadonlySet<Id>): Promise<void> {
  for (const { causeId, evidenceIds } of await listOpenCauses(tx, personId)) {
    const left = evidenceIds.filter((id) => !fallen.has(id))
    if (left.length === evidenceIds.length) continue
    const standing = left.length > 0 ? await listEvidence(tx, personId) : []
    const words = complaintWords(
      left.map((id) => standing.find(({ evidenceId }) => evidenceId === id)?.happenedOn ?? null),
    )
    if (left.length === 0) await withdrawCause(tx, causeId)
    else await narrowCause(tx, causeId, { words, evidenceIds: left })
    await record(tx, {
      kind: 'reviews.cause-withdrawn',
      actor: null,
      personId,
      recordId: causeId,
      payload: left.length === 0 ? {} : { words },
    })
  }
}

/** What was answered to “still relevant?” for some causes, as one viewer may know it. */
export async function answeredFor(
  tx: OrgTx,
  causes: readonly Pick<CauseRow, 'causeId'>[],
  own: boolean,
): Promise<QuestionRow[]> {
  const all = await listQuestions(
    tx,
    causes.map(({ causeId }) => causeId),
  )
  return all.filter(({ answer, private: hidden }) => answer !== null && (own || !hidden))
}
