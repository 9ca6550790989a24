import { sql } from 'kysely'
import type { OrgTx } from '../../../shell/db.ts'
import { isLater, type Scheme } from '../rules/facts.ts'

/** One version of a classification. */
export type Release = { scheme: Scheme; version: string }

const inTurn = (tx: OrgTx, scheme: Scheme) =>
  sql`select pg_advisory_xact_lock(hashtext(${`occupations ${tx.orgId} ${scheme}`}))`.execute(tx.db)

/** The versions of each classification that are here, the newest first. */
export async function listReleases(
  tx: OrgTx,
): Promise<{ scheme: Scheme; version: string; shown: boolean; occupations: number }[]> {
  const rows = await tx.db
    .selectFrom('occupation_release as v')
    .select((eb) => [
      'v.scheme',
      'v.version',
      'v.shown',
      eb
        .selectFrom('occupation as o')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('o.org_id', '=', 'v.org_id')
        .whereRef('o.scheme', '=', 'v.scheme')
        .whereRef('o.version', '=', 'v.version')
        .as('occupations'),
    ])
    .where('v.org_id', '=', tx.orgId)
    .orderBy('v.scheme')
    .execute()
  return rows
    .map((row) => ({ ...row, scheme: row.scheme as Scheme, occupations: row.occupations ?? 0 }))
    .sort((a, b) => a.scheme.localeCompare(b.scheme) || (isLater(b.version, a.version) ? 1 : -1))
}

/** Makes sure that a version is there, holds it against a second load, and shows the newest. */
export async function holdRelease(tx: OrgTx, { scheme, version }: Release): Promise<void> {
  await inTurn(tx, scheme)
  const all = await tx.db
    .selectFrom('occupation_release')
    .select(['version', 'shown'])
    .where('org_id', '=', tx.orgId)
    .where('scheme', '=', scheme)
    .execute()
  if (all.some((one) => one.version === version)) return
  const shown = !all.some((one) => isLater(one.version, version))
  if (shown)
    await tx.db
      .updateTable('occupation_release')
      .set({ shown: false })
      .where('org_id', '=', tx.orgId)
      .where('scheme', '=', scheme)
      .execute()
  await tx.db
    .insertInto('occupation_release')
    .values({ org_id: tx.orgId, scheme, version, shown, loaded_at: tx.now })
    .execute()
}

/** Takes a version away with all that it says, and shows the newest of those that stay. */
export async function dropRelease(tx: OrgTx, { scheme, version }: Release): Promise<void> {
  await inTurn(tx, scheme)
  for (const table of ['occupation_ask', 'occupation_near', 'occupation_release'] as const)
    await tx.db
      .deleteFrom(table)
      .where('org_id', '=', tx.orgId)
      .where('scheme', '=', scheme)
      .where('version', '=', version)
      .execute()
  const newest = (await listReleases(tx)).find((one) => one.scheme === scheme)
  if (newest && !newest.shown)
    await tx.db
      .updateTable('occupation_release')
      .set({ shown: true })
      .where('org_id', '=', tx.orgId)
      .where('scheme', '=', scheme)
      .where('version', '=', newest.version)
      .execute()
}
