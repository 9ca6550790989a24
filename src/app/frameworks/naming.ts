import { hash } from 'node:crypto'
import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { checkNaming, type Naming, renamedParts, typedNaming } from './rules/naming.ts'
import { saveNaming } from './store/naming.ts'
import { openDraft, recordDraft } from './writing.ts'

/** What a naming is known by: it changes with every change of it. */
export function namingMark({ title, publisher, description }: Naming): string {
  return hash('sha256', JSON.stringify([title, publisher, description]), 'base64url')
}

/**
 * Names the draft of a framework anew. Refusals name `title`, `publisher` or `description`; at `revision` that somebody
 * else has named it since.
 * @param asked.seen the mark of the naming that the writer saw
 */
export async function nameDraft(
  tx: OrgTx,
  actor: Actor,
  asked: Naming & { frameworkId: Id; seen: string },
): Promise<Outcome<void>> {
  const { frameworkId } = asked
  const open = await openDraft(tx, actor, frameworkId)
  if (!open.ok) return open
  const { title, publisher, description } = open.value
  const before = { title, publisher, description }
  if (asked.seen !== namingMark(before))
    return refused({
      field: 'revision',
      message:
        'Somebody else named the draft anew meanwhile. What you typed is kept below. Compare the two, then send yours again.',
    })
  const after = typedNaming(before, asked)
  const refusals = checkNaming(before, after)
  if (refusals.length > 0) return refused(...refusals)
  if (renamedParts(before, after).length === 0) return done(undefined)
  await saveNaming(tx, frameworkId, after)
  await recordDraft(tx, actor, frameworkId, 'named', { before, after })
  return done(undefined)
}
