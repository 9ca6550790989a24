import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'

/** The person's own eyes, where something happens that they did not do: to read what it touches, never to show it. */
export function eyesOf(tx: OrgTx, personId: Id): Actor {
  return { orgId: tx.orgId, personId, name: '', standings: [], leads: [], assesses: [] }
}
