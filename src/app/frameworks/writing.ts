import { type Actor, administers } from '../../kernel/actor.ts'
import { dayIn, plainDay } from '../../kernel/day.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { findOrganisation } from '../people/people.ts'
import type { Draft, DraftItem } from './rules/draft.ts'
import { itemName } from './rules/package.ts'
import { findWholeDraft, touchDraft } from './store/drafts.ts'
import { lockFramework } from './store/library.ts'

export const NOT_YOURS: Refusal = { message: 'Only an administrator writes frameworks.' }
export const NOT_HERE: Refusal = { message: 'This framework is no longer here.' }
const NO_DRAFT: Refusal = {
  message: 'Nobody is writing a next version of this framework any more: it was published or dropped.',
}

/** The draft, in turn with whoever else writes it at the same moment; or why it cannot be written. */
export async function openDraft(tx: OrgTx, actor: Actor, frameworkId: Id): Promise<Outcome<Draft>> {
  if (!administers(actor, null)) return refused(NOT_YOURS)
  if (!isId(frameworkId)) return refused(NO_DRAFT)
  await lockFramework(tx, frameworkId)
  const draft = await findWholeDraft(tx, frameworkId)
  return draft ? done(draft) : refused(NO_DRAFT)
}

/** The same, with one item of it. */
export async function openItem(
  tx: OrgTx,
  actor: Actor,
  asked: { frameworkId: Id; itemId: Id },
): Promise<Outcome<{ draft: Draft; item: DraftItem }>> {
  const open = await openDraft(tx, actor, asked.frameworkId)
  if (!open.ok) return open
  const item = open.value.items.find(({ itemId }) => itemId === asked.itemId)
  return item
    ? done({ draft: open.value, item })
    : refused({ message: 'This item is no longer in the draft: somebody has taken it out.' })
}

/** Who worded an item anew while somebody else was typing, and when. */
export async function overtaken(tx: OrgTx, item: DraftItem): Promise<Refusal> {
  const zone = (await findOrganisation(tx))?.zone ?? 'Europe/London'
  const time = item.changedAt.toLocaleTimeString('en-GB', { timeZone: zone, timeStyle: 'short' })
  const when = `on ${plainDay(dayIn(item.changedAt, zone))} at ${time}`
  return {
    field: 'revision',
    message: `${item.changedByName || 'Somebody'} changed ${itemName(item)} ${when}. What you typed is kept below. Compare the two, then send yours again.`,
  }
}

/** Records a change of a draft, and counts it. */
export async function recordDraft(
  tx: OrgTx,
  actor: Actor,
  frameworkId: Id,
  did: string,
  payload: Record<string, unknown>,
): Promise<void> {
  await touchDraft(tx, frameworkId)
  await record(tx, { kind: `framework.draft-${did}`, actor, personId: null, recordId: frameworkId, payload })
}
