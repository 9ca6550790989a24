import type { Id } from '../../../kernel/id.ts'
import type { Database, OrgTx } from '../../../shell/db.ts'

export type Organisation = {
  orgId: Id
  name: string
  kind: 'team' | 'centre' | 'me'
  zone: string
  demo: boolean
}

type Row = { org_id: Id; name: string; kind: string; zone: string; demo: boolean }

const toOrganisation = ({ org_id, name, kind, zone, demo }: Row): Organisation => ({
  orgId: org_id,
  name,
  kind: kind as Organisation['kind'],
  zone,
  demo,
})

/** Every organisation of the installation: for set-up, the CLI and the demo; never to answer a request about records. */
export async function listOrganisations(db: Database): Promise<Organisation[]> {
  const rows = await db.installation
    .selectFrom('organisation')
    .select(['org_id', 'name', 'kind', 'zone', 'demo'])
    .orderBy('made_at')
    .execute()
  return rows.map(toOrganisation)
}

export async function saveOrganisation(
  db: Database,
  org: Omit<Organisation, 'demo'> & { demo?: boolean },
): Promise<void> {
  await db.installation
    .insertInto('organisation')
    .values({
      org_id: org.orgId,
      name: org.name,
      kind: org.kind,
      zone: org.zone,
      demo: org.demo ?? false,
      made_at: db.now(),
    })
    .execute()
}

/** Deletes an organisation; every record of it goes with it. */
export async function deleteOrganisation(db: Database, orgId: Id): Promise<void> {
  await db.installation.deleteFrom('organisation').where('org_id', '=', orgId).execute()
}

export async function findOrganisation(tx: OrgTx): Promise<Organisation | null> {
  return tx.once('organisation', async () => {
    const row = await tx.db
      .selectFrom('organisation')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .executeTakeFirst()
    return row ? toOrganisation(row) : null
  })
}
