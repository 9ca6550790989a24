import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import type { By } from './read.ts'
import { listStored } from './store/items.ts'
import { saveRevision } from './store/revisions.ts'
import { savePrivacy } from './store/saving.ts'

/**
 * Makes what was kept as evidence of a person's reflective account "only you", or readable by those who read their
 * evidence: whenever the account itself crosses that line, so that one never tells what the other withholds. Only what
 * they keep themself. What an item was before stays as a revision, which nobody else reads while it was "only you".
 * Source: mission.md A8, A9.
 */
export async function setPrivacy(
  tx: OrgTx,
  actor: By,
  asked: { personId: Id; accountId: Id; private: boolean },
): Promise<void> {
  const { personId, accountId } = asked
  const kept = await listStored(tx, personId, { draft: false, includePrivate: true })
  for (const item of kept) {
    const { evidenceId, ref, kind } = item
    if (item.detail.account !== accountId || item.addedBy !== personId || item.private === asked.private)
      continue
    const version = await savePrivacy(tx, evidenceId, asked.private)
    await saveRevision(tx, { ...item, version: version - 1 })
    await record(tx, {
      kind: 'evidence.changed',
      actor,
      personId,
      recordId: evidenceId,
      payload: { ref, kind, version },
    })
  }
}
