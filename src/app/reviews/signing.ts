import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import { listing } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import { freezeCompared } from '../measures/measures.ts'
import { amendPlan, noteReview, planOf, type ReviewChange } from '../plans/plans.ts'
import { seenBy } from './gather.ts'
import type { Kept, Stood } from './kept.ts'
import { setNext } from './next.ts'
import { settleQuestions } from './relevance.ts'
import { describeChange, ITEM_WORDS } from './rules/changes.ts'
import { checkNext } from './rules/dates.ts'
import { turnOf, whyNotSign } from './rules/sections.ts'
import type { ChangeRow } from './store/parts.ts'
import { closeReview, lockRow, type ReviewRow, updateReview } from './store/reviews.ts'
import { insertCorrection, insertSignature, voidSignatures } from './store/signatures.ts'
import { conflict, overtaken, type Which } from './telling.ts'
import { type ReviewedObjective, type ReviewView, viewReview } from './view.ts'
import { note, openToWrite, sideOf } from './writing.ts'

/**
 * Signs a review as it was shown: the person first, then their leader. From the first signature on it shows what was
 * signed, whatever comes in. The last closes it, not before the day on which it is held, and the plan changes in the
 * same transaction. Source: mission.md A7; DESIGN.md forms.
 * @param asked.version of the review that the signer saw
 * @param asked.next the day of the next review: needed for the last signature, left alone for the first
 * @returns whether the review is closed now
 */
export async function signReview(
  tx: OrgTx,
  actor: Actor,
  asked: Which & { version: number; next: Day | null | 'wrong' },
  today: Day,
): Promise<Outcome<{ closed: boolean }> & { conflict?: number }> {
  const open = await openToWrite(tx, actor, asked)
  if (!open.ok) return open
  const row = open.value
  const side = sideOf(actor, asked.personId)
  // The person's own view: it holds what only they see, which is kept for them.
  const view = await viewReview(tx, asked.personId, asked.reviewId, seenBy(actor, asked.personId), today)
  if (!side || !view) return refused({ message: 'This review is no longer here.' })
  if (row.version !== asked.version)
    return conflict(row.version, await overtaken(tx, 'this review', row.changedBy, row.changedAt))
  const signed = view.signatures.map((signature) => signature.side)
  const { sections, alone, person } = view
  const at = { sections, signed, alone, personName: person.name, heldOn: row.heldOn }
  const why = whyNotSign(side, at, today)
  if (why) return refused({ message: why })
  const { personId, name } = actor
  const signature = { personId, name, side, reviewVersion: row.version }
  if (turnOf([...signed, side], alone) !== null) {
    await insertSignature(tx, row.reviewId, signature)
    await updateReview(tx, row.reviewId, { state: 'signed by one', kept: await keptNow(tx, view, today) })
    await note(tx, actor, row, 'signed', { side, version: row.version })
    return done({ closed: false })
  }
  const next = checkNext(asked.next, today)
  if (!next.ok) return next
  const planAfter = await changePlan(tx, actor, view, today)
  if (!planAfter.ok) return planAfter
  await insertSignature(tx, row.reviewId, signature)
  await note(tx, actor, row, 'signed', { side, version: row.version })
  await settleQuestions(tx, actor, row, today)
  await close(tx, actor, view, { nextOn: next.value, planAfter: planAfter.value, today })
  return done({ closed: true })
}

/** Makes the review's changes in the plan, each still being what it was when it was written. */
async function changePlan(tx: OrgTx, actor: Actor, view: ReviewView, today: Day): Promise<Outcome<number>> {
  const { person, changes, row, planVersion } = view
  if (changes.length === 0) return done(planVersion)
  const { objectives } = await planOf(tx, person.personId, actor, today)
  const refusals = changes.flatMap((change): Refusal[] => {
    const now = objectives.find(({ objectiveId }) => objectiveId === change.objectiveId)
    const still = now && describeChange(change.asked, now).before === change.before
    return still
      ? []
      : [
          {
            message: `${change.ref} was changed in the plan after this change was written: ${change.words}. Take the change back, and write it again.`,
          },
        ]
  })
  if (refusals.length > 0) return refused(...refusals)
  const asked = {
    personId: person.personId,
    reviewId: row.reviewId,
    changes: changes.map((change) => ({
      ...planChange(change, person.name),
      reason: reasonFor(change, changes),
    })),
  }
  return amendPlan(tx, actor, asked, today)
}

/** The plan keeps one reason for each objective: where several things of it change, it says that of each. */
function reasonFor({ objectiveId, reason }: ChangeRow, all: readonly ChangeRow[]): string {
  const same = all.filter((one) => one.objectiveId === objectiveId)
  if (same.length === 1) return reason
  return same.map((one) => `${ITEM_WORDS[one.what]}, ${one.cause}: ${one.reason}`).join('; ')
}

function planChange({ objectiveId, asked, cause, reason }: ChangeRow, owner: string): ReviewChange {
  const change = { objectiveId, cause, reason }
  switch (asked.what) {
    case 'target':
      return { ...change, target: asked.target }
    case 'due':
      return { ...change, due: asked.due }
    case 'wording':
      return { ...change, text: asked.text }
    case 'action':
      return { ...change, addActions: [{ what: asked.action, owner, by: asked.by }] }
    case 'close':
      return { ...change, close: asked.as }
    case 'remove':
      return { ...change, close: 'no longer needed' }
  }
}

async function close(
  tx: OrgTx,
  actor: Actor,
  view: ReviewView,
  { nextOn, planAfter, today }: { nextOn: Day; planAfter: number; today: Day },
): Promise<void> {
  const { row, person } = view
  const kept = await keptNow(tx, view, today)
  await closeReview(tx, row.reviewId, { planBefore: view.planVersion, planAfter, nextOn, kept })
  await noteReview(tx, person.personId, {
    number: row.number,
    reviewId: row.reviewId,
    day: row.heldOn,
    held: true,
  })
  await setNext(tx, person.personId, nextOn, actor.personId)
  await note(tx, actor, row, 'closed', {
    number: row.number,
    nextOn,
    planBefore: view.planVersion,
    planAfter,
    signedBy: listing([...view.signatures.map(({ name }) => name), actor.name]),
  })
}

/** What the review shows to whoever signs it. What an earlier signature kept is in the view, and stays. */
async function keptNow(tx: OrgTx, view: ReviewView, today: Day): Promise<Kept> {
  const objectives: Stood[] = []
  for (const reviewed of [...view.objectives, ...view.privates])
    objectives.push(await frozen(tx, reviewed, today))
  return {
    opening: view.opening,
    objectives,
    account: view.accountState,
    asked: view.asked?.action ?? null,
    alone: view.alone,
    leader: view.leaderName,
  }
}

/** What an objective's measure said on the day of a signature, with the rows that its comparison was made from. */
async function frozen(tx: OrgTx, { stood, objective }: ReviewedObjective, today: Day): Promise<Stood> {
  if (!stood.compared || 'countedOn' in stood.compared || !objective?.measure) return stood
  const change = { since: stood.compared.since }
  return {
    ...stood,
    compared: await freezeCompared(tx, objective.personId, objective.measure, change, today),
  }
}

/** Takes one's own signature back, before the other has signed. */
export async function takeBackSignature(tx: OrgTx, actor: Actor, asked: Which): Promise<Outcome<null>> {
  const open = await openToWrite(tx, actor, asked)
  if (!open.ok) return open
  const voided = await voidSignatures(tx, asked.reviewId, actor.personId, 'took the signature back')
  if (voided === 0) return done(null)
  await updateReview(tx, asked.reviewId, { state: 'open', kept: null })
  await note(tx, actor, open.value, 'signature-taken-back', {})
  return done(null)
}

/** Adds a correction beside a closed review: what was signed stays as it is. */
export async function addCorrection(
  tx: OrgTx,
  actor: Actor,
  asked: Which & { words: string },
): Promise<Outcome<Id>> {
  const row: ReviewRow | null = await lockRow(tx, asked.personId, asked.reviewId)
  if (!row || !sideOf(actor, asked.personId)) return refused({ message: 'This review is no longer here.' })
  if (row.state !== 'closed')
    return refused({ message: 'This review is still open: change it where it is wrong.' })
  if (!asked.words) return refused({ field: 'correction', message: 'Say what was wrong, and what is right.' })
  const correctionId = tx.newId()
  await insertCorrection(tx, asked.reviewId, {
    correctionId,
    words: asked.words,
    madeBy: actor.personId,
  })
  await note(tx, actor, row, 'corrected', { words: asked.words })
  return done(correctionId)
}
