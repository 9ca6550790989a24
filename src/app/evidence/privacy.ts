import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import type { By } from './read.ts'
import { listStored, type Stored } from './store/items.ts'
import { saveRevision } from './store/revisions.ts'
import { savePrivacy } from './store/saving.ts'

/**
 * Makes what a person kept as evidence of another record of theirs "only you", or readable by those who read their
 * evidence: whenever that record itself crosses the line, so that one never tells what the other withholds. Only what
 * they keep themself. What an item was before stays as a revision, which nobody else reads while it was "only you".
 * Source: mission.md A8, A9.
 * @param onlyYou whether an item with such details is to be "only you"; null for an item of something else
 * @returns the references of the items that changed
 */
export async function setPrivacy(
  tx: OrgTx,
  actor: By,
  personId: Id,
  onlyYou: (detail: Stored['detail']) => boolean | null,
): Promise<string[]> {
  const kept = await listStored(tx, personId, { draft: false, includePrivate: true })
  const changed: string[] = []
  for (const item of kept) {
    const { evidenceId, ref, kind } = item
    const wanted = onlyYou(item.detail)
    if (wanted === null || item.addedBy !== personId || item.private === wanted) continue
    const version = await savePrivacy(tx, evidenceId, wanted)
    await saveRevision(tx, { ...item, version: version - 1 })
    await record(tx, {
      kind: 'evidence.changed',
      actor,
      personId,
      recordId: evidenceId,
      payload: { ref, kind, version },
    })
    changed.push(ref)
  }
  return changed
}
