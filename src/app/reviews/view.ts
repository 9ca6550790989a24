import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { findPerson, type Person } from '../people/people.ts'
import { type Objective, planOf, withheldFrom } from '../plans/plans.ts'
import { findReflection, type Reflection } from '../reflections/reflections.ts'
import { answeredFor, type OpenQuestion, openQuestions } from './causes.ts'
import { accountState, gatherOpening, type Measured, measureObjective } from './gather.ts'
import type { AccountState, Kept, Opening, Stood } from './kept.ts'
import { type Holds, type Section, type Side, sectionsOf, turnOf } from './rules/sections.ts'
import { type CauseRow, listCausesOf, type QuestionRow } from './store/causes.ts'
import {
  type AnswerRow,
  type ChangeRow,
  listAnswers,
  listChanges,
  listProgress,
  type ProgressRow,
} from './store/parts.ts'
import { findRow, type ReviewRow } from './store/reviews.ts'
import { type CorrectionRow, listCorrections, listSignatures, type SignatureRow } from './store/signatures.ts'
import { underReview } from './under-review.ts'

/** One objective as a review shows it. `objective` is null in a closed review, which shows only what was kept. */
export type ReviewedObjective = Measured & { objective: Objective | null; said: ProgressRow | null }

/** What is asked about an earlier account: null where nothing is, or where the viewer may not read that account. */
export type AskedBefore = { action: string; answers: AnswerRow[] } | null

/** A review as one viewer may see it. */
export type ReviewView = {
  row: ReviewRow
  person: Person
  alone: boolean
  leaderName: string | null
  planVersion: number
  opening: Opening
  asked: AskedBefore
  /** “Still relevant?” of what happened before this review: what waits for an answer, and what was answered. */
  questions: OpenQuestion[]
  answered: QuestionRow[]
  /** What both see. */
  objectives: ReviewedObjective[]
  /** The person's own, of which nobody else learns. */
  privates: ReviewedObjective[]
  changes: ChangeRow[]
  account: Reflection | null
  accountState: AccountState | null
  sections: Section[]
  signatures: SignatureRow[]
  /** The newest signature that a later change voided, where none has taken its place. */
  voided: SignatureRow | null
  turn: Side | null
  corrections: CorrectionRow[]
  /** The names of those who wrote in it. */
  names: ReadonlyMap<Id, string>
}

/** The review as the viewer may see it; null where the person has no such review. */
export async function viewReview(
  tx: OrgTx,
  personId: Id,
  reviewId: Id,
  viewer: Actor,
  today: Day,
): Promise<ReviewView | null> {
  const row = await findRow(tx, personId, reviewId)
  const person = row && (await findPerson(tx, personId))
  return row && person ? viewOf(tx, row, person, viewer, today) : null
}

async function viewOf(
  tx: OrgTx,
  row: ReviewRow,
  person: Person,
  viewer: Actor,
  today: Day,
): Promise<ReviewView> {
  const own = viewer.personId === person.personId
  const { reviewId } = row
  const withheld = await withheldFrom(tx, person.personId, viewer)
  const isShown = ({ objectiveId }: { objectiveId: Id }) => !withheld.has(objectiveId)
  const progress = (await listProgress(tx, [reviewId])).filter(
    (said) => (own || !said.private) && isShown(said),
  )
  const changes = (await listChanges(tx, [reviewId])).filter(isShown)
  const all = await listSignatures(tx, [reviewId])
  const signatures = all.filter(({ voidedAt }) => voidedAt === null)
  const voided = all.findLast(
    (one) => one.voidedAt !== null && !signatures.some(({ side }) => side === one.side),
  )
  const causes = await listCausesOf(tx, reviewId)
  const kept = row.kept && {
    ...row.kept,
    objectives: row.kept.objectives.filter((one) => isShown(one) && (own || !one.private)),
  }
  const body =
    kept && row.state === 'closed'
      ? keptBody(kept, progress)
      : await liveBody(tx, { row, kept, person, viewer, progress, causes, today })
  const answered = (await answeredFor(tx, causes, own)).filter(isShown)
  const account = row.reflectionId
    ? await findReflection(tx, person.personId, row.reflectionId, viewer)
    : null
  const asked = await askedIn(tx, row, person, viewer)
  const isOwn = (answer: AnswerRow) => Number(answer.personId === person.personId)
  const answers = (await listAnswers(tx, reviewId)).sort((a, b) => isOwn(b) - isOwn(a))
  const corrections = await listCorrections(tx, reviewId)
  const holds: Holds = {
    asked: asked !== null,
    answered: answers.some(isOwn),
    objectives: body.objectives.length,
    placed: body.objectives.filter(({ said }) => said !== null).length,
    changes: changes.length,
    noChanges: row.noChanges,
    account: body.accountState,
    noAccount: row.noAccount,
  }
  const writers = [
    row.changedBy,
    voided?.voidedBy ?? null,
    ...progress.map(({ saidBy }) => saidBy),
    ...changes.map(({ madeBy }) => madeBy),
    ...answers.map(({ personId }) => personId),
    ...answered.map(({ answeredBy }) => answeredBy),
    ...corrections.map(({ madeBy }) => madeBy),
  ]
  return {
    // What was kept holds what only the person sees: it leaves here as `body`, and whole for nobody else.
    row: own ? row : { ...row, kept: null },
    person,
    ...body,
    accountState: body.accountState && { ...body.accountState, ...(!account && { about: '' }) },
    asked: asked === null ? null : { action: asked, answers },
    questions:
      row.state === 'closed'
        ? []
        : (await openQuestions(tx, person.personId, viewer)).filter(({ causeId }) =>
            causes.some((cause) => cause.causeId === causeId),
          ),
    answered,
    changes,
    account,
    sections: sectionsOf(holds),
    signatures,
    voided: voided ?? null,
    turn:
      row.state === 'closed'
        ? null
        : turnOf(
            signatures.map(({ side }) => side),
            body.alone,
          ),
    corrections,
    names: await namesOf(tx, writers),
  }
}

type Body = Pick<
  ReviewView,
  'opening' | 'objectives' | 'privates' | 'accountState' | 'alone' | 'leaderName' | 'planVersion'
>

const keptAs = (stood: Stood, progress: readonly ProgressRow[]): ReviewedObjective => ({
  stood,
  chart: null,
  objective: null,
  said: progress.find(({ objectiveId }) => objectiveId === stood.objectiveId) ?? null,
})

function keptBody(kept: Kept, progress: readonly ProgressRow[]): Body {
  const reviewed = kept.objectives.map((stood) => keptAs(stood, progress))
  return {
    opening: kept.opening,
    objectives: reviewed.filter(({ stood }) => !stood.private),
    privates: reviewed.filter(({ stood }) => stood.private),
    accountState: kept.account,
    alone: kept.alone,
    leaderName: kept.leader,
    planVersion: 0,
  }
}

async function liveBody(
  tx: OrgTx,
  live: {
    row: ReviewRow
    /** As it stood at the first signature, as far as the viewer may know; null where nobody has signed. */
    kept: Kept | null
    person: Person
    viewer: Actor
    progress: readonly ProgressRow[]
    causes: readonly CauseRow[]
    today: Day
  },
): Promise<Body> {
  const { row, kept, person, viewer, progress, causes, today } = live
  const { personId } = person
  const plan = await planOf(tx, personId, viewer, today)
  const now: ReviewedObjective[] = []
  for (const objective of underReview(plan.objectives)) {
    const measured = await measureObjective(tx, personId, objective, today)
    const said = progress.find(({ objectiveId }) => objectiveId === objective.objectiveId) ?? null
    now.push({ ...measured, objective, said })
  }
  const objectives = kept ? asSigned(now, kept, progress) : now
  return {
    opening:
      kept?.opening ?? (await gatherOpening(tx, personId, { plan, causes, since: row.sinceDay, today })),
    objectives: objectives.filter(({ stood }) => !stood.private),
    privates: viewer.personId === personId ? objectives.filter(({ stood }) => stood.private) : [],
    accountState: kept ? kept.account : await accountState(tx, personId, row.reflectionId, viewer),
    alone: person.leaderId === null,
    leaderName: person.leader,
    planVersion: plan.version,
  }
}

/**
 * What the first signer signed, whatever came in since: the chart is left out where it would say something else. What
 * was agreed since then stands beside it, and is still to be answered for.
 */
function asSigned(
  now: readonly ReviewedObjective[],
  kept: Kept,
  progress: readonly ProgressRow[],
): ReviewedObjective[] {
  const signed = kept.objectives.map((stood) => {
    const live = now.find((one) => one.stood.objectiveId === stood.objectiveId)
    if (!live) return keptAs(stood, progress)
    const same = isDeepStrictEqual(JSON.parse(JSON.stringify(live.stood.figure)), stood.figure)
    return { ...live, stood, chart: same ? live.chart : null }
  })
  const isNew = ({ stood }: ReviewedObjective) =>
    !kept.objectives.some(({ objectiveId }) => objectiveId === stood.objectiveId)
  return [...signed, ...now.filter(isNew)]
}

/** The words that are asked about; null where nothing is, or where the viewer may not know of that account. */
async function askedIn(tx: OrgTx, row: ReviewRow, person: Person, viewer: Actor): Promise<string | null> {
  const account = row.askedAbout && (await findReflection(tx, person.personId, row.askedAbout, viewer))
  if (!account) return null
  return row.kept ? row.kept.asked : account.action
}

async function namesOf(tx: OrgTx, ids: readonly (Id | null)[]): Promise<ReadonlyMap<Id, string>> {
  const names = new Map<Id, string>()
  for (const id of new Set(ids)) {
    const person = id && (await findPerson(tx, id))
    if (person) names.set(person.personId, person.name)
  }
  return names
}
