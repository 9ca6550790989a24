import type { Actor } from '../../kernel/actor.ts'
import { administers } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { event } from '../../shell/events.ts'
import { record } from '../history/history.ts'
import { measureNames } from '../measures/measures.ts'
import { changedParts, checkPriority, type PriorityFields, type PriorityPart } from './rules/priorities.ts'
import { listAll, lockPriority, type Priority, savePriority } from './store/priorities.ts'

/** A priority was added, changed or ended: in the same transaction, after it was saved. */
export const priorityChanged = event<{
  priorityId: Id
  what: 'added' | 'changed' | 'ended'
  changed: readonly PriorityPart[]
}>()

const NOT_YOURS = { message: 'Only an administrator can set priorities.' }
const GONE = { message: 'This priority is no longer here.' }

/** Every priority of the organisation, ended ones too, those that began first at the top. Source: mission.md A12. */
export async function listPriorities(tx: OrgTx): Promise<Priority[]> {
  return listAll(tx)
}

/** Adds what the organisation wants in a period. Refusals name `title`, `owner`, `from`, `to` or `measure`. */
export async function addPriority(tx: OrgTx, actor: Actor, asked: PriorityFields): Promise<Outcome<Id>> {
  if (!administers(actor, null)) return refused(NOT_YOURS)
  const { from } = asked
  const refusals = checkPriority(asked, await measureNames(tx))
  if (!from || refusals.length > 0) return refused(...refusals)
  const priority = { ...asked, priorityId: tx.newId(), from, version: 1 }
  await savePriority(tx, priority)
  await record(tx, {
    kind: 'priorities.added',
    actor,
    personId: null,
    recordId: priority.priorityId,
    payload: priority,
  })
  await priorityChanged.happen(tx, { priorityId: priority.priorityId, what: 'added', changed: [] })
  return done(priority.priorityId)
}

/**
 * Changes a priority. Answers what changed. `overtaken` where somebody changed it since `version`: nothing is saved.
 * Refusals name the fields of `addPriority`.
 */
export async function changePriority(
  tx: OrgTx,
  actor: Actor,
  asked: PriorityFields & { priorityId: Id; version: number },
): Promise<Outcome<PriorityPart[]> & { overtaken?: Priority }> {
  if (!administers(actor, null)) return refused(NOT_YOURS)
  const { priorityId, version, ...fields } = asked
  await lockPriority(tx, priorityId)
  const before = (await listAll(tx)).find((one) => one.priorityId === priorityId)
  if (!before) return refused(GONE)
  const refusals = checkPriority(fields, await measureNames(tx))
  const { from } = fields
  if (!from || refusals.length > 0) return refused(...refusals)
  if (before.version !== version)
    return {
      ...refused({
        message:
          'Somebody changed this priority while you wrote. What you typed is still here: save again to put it in its place.',
      }),
      overtaken: before,
    }
  const changed = changedParts(before, fields)
  if (changed.length === 0) return done([])
  await savePriority(tx, { ...fields, priorityId, from, version: version + 1 })
  await record(tx, {
    kind: 'priorities.changed',
    actor,
    personId: null,
    recordId: priorityId,
    payload: { ...fields, changed },
  })
  await priorityChanged.happen(tx, { priorityId, what: 'changed', changed })
  return done(changed)
}

/** Ends a priority with a day. Objectives that serve it keep it. */
export async function endPriority(
  tx: OrgTx,
  actor: Actor,
  priorityId: Id,
  today: Day,
): Promise<Outcome<null>> {
  if (!administers(actor, null)) return refused({ message: 'Only an administrator can end priorities.' })
  await lockPriority(tx, priorityId)
  const priority = (await listAll(tx)).find((one) => one.priorityId === priorityId)
  if (!priority) return refused(GONE)
  const to = priority.from > today ? priority.from : today
  await savePriority(tx, { ...priority, to, version: priority.version + 1 })
  await record(tx, { kind: 'priorities.ended', actor, personId: null, recordId: priorityId, payload: { to } })
  await priorityChanged.happen(tx, { priorityId, what: 'ended', changed: ['dates'] })
  return done(null)
}
