import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { planOf } from '../plans/plans.ts'
import { describeChange, readChange, type TypedChange } from './rules/changes.ts'
import { type ChangeRow, deleteChange, insertChange, listChanges } from './store/parts.ts'
import { updateReview } from './store/reviews.ts'
import type { Which } from './telling.ts'
import { noteChange, openToChange } from './writing.ts'

/** Adds a change to what the plan becomes when the review closes. Each thing of an objective changes once a review. */
export async function addChange(
  tx: OrgTx,
  actor: Actor,
  asked: Which & { objectiveId: Id; typed: TypedChange },
  today: Day,
): Promise<Outcome<Id>> {
  const open = await openToChange(tx, actor, asked)
  if (!open.ok) return open
  const plan = await planOf(tx, asked.personId, actor, today)
  const objective = plan.objectives.find(
    ({ objectiveId, private: isPrivate, state }) =>
      objectiveId === asked.objectiveId && !isPrivate && state === 'agreed',
  )
  if (!objective) return refused({ field: 'of', message: 'Choose an agreed objective of the plan.' })
  const read = readChange(asked.typed, objective, today)
  if (!read.ok) return read
  const changes = await listChanges(tx, [asked.reviewId])
  const pending = changes.filter(({ objectiveId }) => objectiveId === asked.objectiveId)
  const { what } = read.value.asked
  const twice = what !== 'action' && pending.some((one) => one.what === what)
  const ended = pending.some((one) => one.what === 'close' || one.what === 'remove')
  const ends = what === 'close' || what === 'remove'
  if (twice || ended || (ends && pending.length > 0))
    return refused({
      field: 'what',
      message: twice
        ? `This review changes that of ${objective.ref} already. Take that change back, then add this one.`
        : ended
          ? `This review ends ${objective.ref}. Take that change back, then add this one.`
          : `This review changes ${objective.ref} in other ways. Take those changes back, then end it.`,
    })
  const { ref, title, objectiveId } = objective
  const { before, after, words } = describeChange(read.value.asked, objective)
  const changeId = tx.newId()
  const change: Omit<ChangeRow, 'madeAt'> = {
    changeId,
    place: (changes.at(-1)?.place ?? 0) + 1,
    objectiveId,
    ref,
    title,
    what,
    before,
    after,
    words,
    ...read.value,
    madeBy: actor.personId,
  }
  await insertChange(tx, asked.reviewId, change)
  await updateReview(tx, asked.reviewId, { noChanges: false })
  await noteChange(tx, actor, open.value, {
    kind: 'change-added',
    why: `added a change to ${ref}`,
    payload: { changeId, objectiveId, ...read.value },
  })
  return done(changeId)
}

/** Takes a change back before it is signed by both. */
export async function takeBackChange(
  tx: OrgTx,
  actor: Actor,
  asked: Which & { changeId: Id },
): Promise<Outcome<null>> {
  const open = await openToChange(tx, actor, asked)
  if (!open.ok) return open
  const change = (await listChanges(tx, [asked.reviewId])).find(({ changeId }) => changeId === asked.changeId)
  if (!change) return done(null)
  await deleteChange(tx, asked.reviewId, asked.changeId)
  await noteChange(tx, actor, open.value, {
    kind: 'change-taken-back',
    why: `took back a change to ${change.ref}`,
    payload: { changeId: asked.changeId },
  })
  return done(null)
}

/** Says that the plan stays as it is, or unsays it. */
export async function sayNoChanges(
  tx: OrgTx,
  actor: Actor,
  asked: Which & { nothing: boolean },
): Promise<Outcome<null>> {
  const open = await openToChange(tx, actor, asked)
  if (!open.ok) return open
  if (asked.nothing && (await listChanges(tx, [asked.reviewId])).length > 0)
    return refused({ field: 'nothing', message: 'There are changes above. Take them back first.' })
  if (open.value.noChanges === asked.nothing) return done(null)
  await updateReview(tx, asked.reviewId, { noChanges: asked.nothing })
  const why = asked.nothing ? 'said that nothing changes' : 'said that something changes'
  await noteChange(tx, actor, open.value, { kind: 'no-changes', why, payload: { nothing: asked.nothing } })
  return done(null)
}
