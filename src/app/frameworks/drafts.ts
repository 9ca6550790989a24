import { type Actor, administers } from '../../kernel/actor.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { findOrganisation } from '../people/people.ts'
import type { Draft } from './rules/draft.ts'
import {
  copyItems,
  deleteDraft,
  findWholeDraft,
  hasOpenDraft,
  listOpenDrafts,
  saveDraft,
} from './store/drafts.ts'
import { listPublished, lockFramework } from './store/library.ts'
import { NOT_HERE, NOT_YOURS, openDraft, recordDraft } from './writing.ts'

/** The draft of a framework's next version, its items in the order of the tree; null where none is being written. */
export async function findDraft(tx: OrgTx, frameworkId: Id): Promise<Draft | null> {
  return isId(frameworkId) ? findWholeDraft(tx, frameworkId) : null
}

/** Whether a next version of the framework is being written. */
export async function hasDraft(tx: OrgTx, frameworkId: Id): Promise<boolean> {
  return isId(frameworkId) && hasOpenDraft(tx, frameworkId)
}

/** Every next version that is being written, the newest draft first; `items` counts. */
export async function listDrafts(tx: OrgTx): ReturnType<typeof listOpenDrafts> {
  return listOpenDrafts(tx)
}

/**
 * Begins the next version of a framework, or a framework of the organisation's own, or goes on with the draft there is.
 * @returns the framework's identifier; refusals name `title`
 */
export async function beginDraft(
  tx: OrgTx,
  actor: Actor,
  asked: { frameworkId: Id } | { title: string },
): Promise<Outcome<Id>> {
  if (!administers(actor, null)) return refused(NOT_YOURS)
  return 'frameworkId' in asked
    ? beginNextVersion(tx, actor, asked.frameworkId)
    : beginFramework(tx, actor, asked.title.trim())
}

async function beginFramework(tx: OrgTx, actor: Actor, title: string): Promise<Outcome<Id>> {
  if (!title) return refused({ field: 'title', message: 'Give the framework a title.' })
  if (title.length > 200) return refused({ field: 'title', message: 'Keep the title under 200 characters.' })
  const frameworkId = tx.newId()
  const organisation = await findOrganisation(tx)
  await saveDraft(tx, {
    frameworkId,
    baseVersion: null,
    title,
    publisher: organisation?.name ?? '',
    description: '',
    begunByName: actor.name,
  })
  await recordDraft(tx, actor, frameworkId, 'begun', { title, from: null })
  return done(frameworkId)
}

async function beginNextVersion(tx: OrgTx, actor: Actor, frameworkId: Id): Promise<Outcome<Id>> {
  if (!isId(frameworkId)) return refused(NOT_HERE)
  await lockFramework(tx, frameworkId)
  if (await hasOpenDraft(tx, frameworkId)) return done(frameworkId)
  const [newest] = await listPublished(tx, frameworkId)
  if (!newest) return refused(NOT_HERE)
  const { title, publisher, description, version } = newest
  await saveDraft(tx, {
    frameworkId,
    baseVersion: version,
    title,
    publisher,
    description,
    begunByName: actor.name,
  })
  await copyItems(tx, { frameworkId, version }, newest.madeByName)
  await recordDraft(tx, actor, frameworkId, 'begun', { title, from: version })
  return done(frameworkId)
}

/**
 * Throws the draft of a framework's next version away; what is published stays as it is.
 * @param asked.revision the draft's revision that was seen: where it is another, the refusal stands at `revision`
 */
export async function dropDraft(
  tx: OrgTx,
  actor: Actor,
  asked: { frameworkId: Id; revision?: number },
): Promise<Outcome<void>> {
  const open = await openDraft(tx, actor, asked.frameworkId)
  if (!open.ok) return open
  if (asked.revision !== undefined && asked.revision !== open.value.revision)
    return refused({
      field: 'revision',
      message: 'Somebody changed the draft meanwhile. Read what it says now, then decide again.',
    })
  await deleteDraft(tx, asked.frameworkId)
  const { title, items } = open.value
  await recordDraft(tx, actor, asked.frameworkId, 'dropped', { title, items: items.length })
  return done(undefined)
}
