import { createHash } from 'node:crypto'
import type { PlannedContact } from '../seeds/contacts.ts'
import { asContacts } from '../seeds/contacts.ts'
import type { Id } from '../src/kernel/id.ts'
import type { World } from './world.ts'

/**
 * Puts contacts where an import would have put them, without the file: for tests of what stands on them.
 * @param matched agents whom somebody matched to a person; the others keep the name the source gives them
 */
export async function putContacts(
  world: World,
  planned: readonly PlannedContact[],
  matched: Record<string, Id>,
): Promise<void> {
  await world.inOrg(async ({ db, orgId, newId, now }) => {
    const [source, batch] = [newId(), newId()]
    await db
      .insertInto('contact_source')
      .values({
        org_id: orgId,
        source_id: source,
        name: 'Telephone',
        mapping: '{}',
        headings: '',
        saved_at: now,
      })
      .execute()
    const sha256 = createHash('sha256').update('telephone').digest('hex')
    await db
      .insertInto('import_batch')
      .values({
        org_id: orgId,
        batch_id: batch,
        source_id: source,
        file_name: 'telephone.csv',
        file_size: 1,
        sha256,
        state: 'loaded',
        made_at: now,
      })
      .execute()
    const names = [...new Set(planned.map((one) => one.person))]
    await db
      .insertInto('agent')
      .values(
        names.map((name) => ({ org_id: orgId, source_id: source, name, person_id: matched[name] ?? null })),
      )
      .execute()
    const rows = asContacts(planned).map((one) => ({
      org_id: orgId,
      contact_id: newId(),
      source_id: source,
      batch_id: batch,
      external_id: one.contactId,
      row_hash: createHash('sha256').update(JSON.stringify(one)).digest('hex'),
      agent_name: one.personKey,
      customer_key: one.customerKey,
      topic: one.topic,
      opened_at: one.at,
      day: one.day,
      first_reply_at: one.firstReplyAt,
      reply_seconds: one.replySeconds,
      solved_at: one.solvedAt,
      outcome: one.outcome,
      answered: one.answered,
      rating: one.rating,
      handle_seconds: one.handleSeconds,
    }))
    for (let at = 0; at < rows.length; at += 1000)
      await db
        .insertInto('contact')
        .values(rows.slice(at, at + 1000))
        .execute()
  })
}
