import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'

export type Link = {
  linkId: Id
  purpose: 'join' | 'reset'
  personId: Id
  madeAt: Date
  endsAt: Date
  openedAt: Date | null
  usedAt: Date | null
  withdrawnAt: Date | null
}

export async function saveLink(
  tx: OrgTx,
  link: {
    linkId: Id
    digest: Buffer
    purpose: Link['purpose']
    personId: Id
    madeBy: Id | null
    endsAt: Date
  },
): Promise<void> {
  await tx.db
    .insertInto('link')
    .values({
      org_id: tx.orgId,
      link_id: link.linkId,
      digest: link.digest,
      purpose: link.purpose,
      person_id: link.personId,
      made_by: link.madeBy,
      made_at: tx.now,
      ends_at: link.endsAt,
    })
    .execute()
}

const links = (tx: OrgTx) => tx.db.selectFrom('link').selectAll().where('org_id', '=', tx.orgId)
const toLink = (row: Awaited<ReturnType<ReturnType<typeof links>['executeTakeFirstOrThrow']>>): Link => ({
  linkId: row.link_id,
  purpose: row.purpose as Link['purpose'],
  personId: row.person_id,
  madeAt: row.made_at,
  endsAt: row.ends_at,
  openedAt: row.opened_at,
  usedAt: row.used_at,
  withdrawnAt: row.withdrawn_at,
})

/** The link of a digest, locked against a second use at the same moment. */
export async function findLink(tx: OrgTx, digest: Buffer): Promise<Link | null> {
  const row = await links(tx).where('digest', '=', digest).executeTakeFirst()
  return row ? toLink(row) : null
}

export async function lockLink(tx: OrgTx, linkId: Id): Promise<Link> {
  return toLink(await links(tx).where('link_id', '=', linkId).forUpdate().executeTakeFirstOrThrow())
}

/** Whether a link for a new password was made for the person since a moment, and still waits to be used. */
export async function hasResetLink(tx: OrgTx, personId: Id, since: Date): Promise<boolean> {
  const row = await links(tx)
    .where('person_id', '=', personId)
    .where('purpose', '=', 'reset')
    .where('made_at', '>', since)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The newest link of each person who has not joined. */
export async function listLinks(tx: OrgTx): Promise<Link[]> {
  const rows = await links(tx)
    .distinctOn('person_id')
    .orderBy('person_id')
    .orderBy('made_at', 'desc')
    .where('purpose', '=', 'join')
    .execute()
  return rows.map(toLink)
}

export async function markLink(
  tx: OrgTx,
  linkId: Id,
  mark: 'opened_at' | 'used_at' | 'withdrawn_at',
): Promise<void> {
  await tx.db
    .updateTable('link')
    .set({ [mark]: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('link_id', '=', linkId)
    .where(mark, 'is', null)
    .execute()
}

/** Ends every link of the person that still works. */
export async function withdrawLinks(tx: OrgTx, personId: Id): Promise<void> {
  await tx.db
    .updateTable('link')
    .set({ withdrawn_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}
