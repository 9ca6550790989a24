import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { Sharing } from '../../kernel/sharing.ts'
import type { OrgTx } from '../../shell/db.ts'
import { findReflection, type Model, saveReflection } from '../reflections/reflections.ts'
import { updateReview } from './store/reviews.ts'
import type { Which } from './telling.ts'
import { noteChange, openToChange } from './writing.ts'

/** Writes the review's account from within the review, and links it. Saved at any time, finished or not. */
export async function writeAccount(
  tx: OrgTx,
  actor: Actor,
  asked: Which & {
    model: Model
    stages: Readonly<Record<string, string>>
    sharing: Sharing
    /** Of an account that is linked already: the version that was on the screen. */
    version: number | null
  },
  today: Day,
): Promise<Outcome<Id> & { conflict?: number }> {
  const open = await openToChange(tx, actor, asked)
  if (!open.ok) return open
  const { personId, model, stages, sharing } = asked
  const { reflectionId, number, reviewId } = open.value
  const linked = reflectionId ? await findReflection(tx, personId, reflectionId, actor) : null
  const saved = await saveReflection(tx, actor, {
    personId,
    model: linked?.model ?? model,
    about: linked?.about ?? { kind: 'review', id: reviewId, words: `Review ${number}` },
    stages,
    impact: linked?.impact ?? '',
    sharing,
    saidOn: today,
    ...(linked && { reflectionId: linked.reflectionId, version: asked.version ?? linked.version }),
  })
  if (!saved.ok) return saved
  await updateReview(tx, reviewId, { reflectionId: saved.value, noAccount: '' })
  await noteChange(tx, actor, open.value, {
    kind: 'account-written',
    why: 'wrote the reflective account',
    payload: { reflectionId: saved.value },
  })
  return saved
}

/** Links one of the person's own accounts to the review, or none. What it says stays with who may read it. */
export async function linkAccount(
  tx: OrgTx,
  actor: Actor,
  asked: Which & { reflectionId: Id | null },
): Promise<Outcome<null>> {
  const open = await openToChange(tx, actor, asked)
  if (!open.ok) return open
  if (actor.personId !== asked.personId)
    return refused({ message: 'Only the person links an account of theirs.' })
  const { reflectionId } = asked
  if (reflectionId && !(await findReflection(tx, asked.personId, reflectionId, actor)))
    return refused({ field: 'reflection', message: 'Choose one of your reflective accounts.' })
  if (open.value.reflectionId === reflectionId) return done(null)
  await updateReview(tx, asked.reviewId, { reflectionId, noAccount: '' })
  await noteChange(tx, actor, open.value, {
    kind: 'account-linked',
    why: reflectionId ? 'linked an account' : 'took the account off',
    payload: { reflectionId },
  })
  return done(null)
}

/** Says that there is no reflective account this time, and why. */
export async function leaveOutAccount(
  tx: OrgTx,
  actor: Actor,
  asked: Which & { reason: string },
): Promise<Outcome<null>> {
  const open = await openToChange(tx, actor, asked)
  if (!open.ok) return open
  if (actor.personId !== asked.personId)
    return refused({ message: 'Only the person decides on their account.' })
  if (!asked.reason)
    return refused({ field: 'no-account', message: 'Say why there is no account this time.' })
  await updateReview(tx, asked.reviewId, { reflectionId: null, noAccount: asked.reason })
  await noteChange(tx, actor, open.value, {
    kind: 'account-left-out',
    why: 'left the reflective account out',
    payload: { reason: asked.reason },
  })
  return done(null)
}
