import { plainDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listHistory } from '../history/history.ts'
import { findPerson } from '../people/people.ts'

/** What makes a version: other entries about a role, such as of its moves, do not say who did. */
const VERSIONED = new Set(['roles.published', 'roles.bands-declared', 'roles.added'])

/** Who put the version in force while somebody else was typing, and when. */
export async function overtaken(tx: OrgTx, roleId: Id, version: string): Promise<Refusal> {
  const last = (await listHistory(tx, { recordId: roleId })).find(({ kind }) => VERSIONED.has(kind))
  const who = last?.actorId ? await findPerson(tx, last.actorId) : null
  const when = last ? ` on ${plainDay(last.day)}` : ''
  return {
    message: `${who?.name ?? 'Somebody'} changed this role${when}: it is now version ${version}. What you typed is kept below. Compare the two, then send yours again.`,
  }
}
