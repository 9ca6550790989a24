import type { Actor } from '../../kernel/actor.ts'
import { administers } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { measureNames } from '../measures/measures.ts'
import { listAll, type Priority, savePriority } from './store/priorities.ts'

/** Every priority of the organisation, ended ones too, those that began first at the top. Source: mission.md A12. */
export async function listPriorities(tx: OrgTx): Promise<Priority[]> {
  return listAll(tx)
}

/** Adds what the organisation wants in a period. Refusals name `title`, `owner`, `from`, `to` or `measure`. */
export async function addPriority(
  tx: OrgTx,
  actor: Actor,
  asked: Omit<Priority, 'priorityId' | 'from'> & { from: Day | null },
): Promise<Outcome<Id>> {
  if (!administers(actor, null)) return refused({ message: 'Only an administrator can set priorities.' })
  const { title, owner, from, to, measure } = asked
  const refusals: Refusal[] = []
  if (!title) refusals.push({ field: 'title', message: 'Say what the organisation wants, in a few words.' })
  if (title.length > 120) refusals.push({ field: 'title', message: 'Keep it under 120 characters.' })
  if (!owner) refusals.push({ field: 'owner', message: 'Name who answers for it.' })
  if (!from) refusals.push({ field: 'from', message: 'Give the day from which it counts.' })
  if (from && to && to < from)
    refusals.push({ field: 'to', message: 'Give a last day that is not before the first.' })
  if (measure && !(await measureNames(tx)).some((one) => one.key === measure))
    refusals.push({ field: 'measure', message: 'Choose a measure of the list, or none.' })
  if (!from || refusals.length > 0) return refused(...refusals)
  const priority = { priorityId: tx.newId(), title, owner, from, to, measure }
  await savePriority(tx, priority)
  await record(tx, {
    kind: 'priorities.added',
    actor,
    personId: null,
    recordId: priority.priorityId,
    payload: priority,
  })
  return done(priority.priorityId)
}

/** Ends a priority with a day. Objectives that serve it keep it. */
export async function endPriority(
  tx: OrgTx,
  actor: Actor,
  priorityId: Id,
  today: Day,
): Promise<Outcome<null>> {
  if (!administers(actor, null)) return refused({ message: 'Only an administrator can end priorities.' })
  const priority = (await listAll(tx)).find((one) => one.priorityId === priorityId)
  if (!priority) return refused({ message: 'This priority is no longer here.' })
  const to = priority.from > today ? priority.from : today
  await savePriority(tx, { ...priority, to })
  await record(tx, { kind: 'priorities.ended', actor, personId: null, recordId: priorityId, payload: { to } })
  return done(null)
}
