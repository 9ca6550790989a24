import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Sharing } from '../../../kernel/sharing.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Ask, OwnLevel, PersonalTarget } from '../rules/target.ts'

/** Every role of an advert that a person keeps, newest first: for the door, which withholds what is not shared. */
export async function listKeptTargets(tx: OrgTx, personId: Id): Promise<PersonalTarget[]> {
  return tx.once(`targets ${personId}`, async () => {
    const rows = await tx.db
      .selectFrom('personal_target')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .where('person_id', '=', personId)
      .orderBy('number', 'desc')
      .execute()
    return rows.map((row) => ({
      targetId: row.target_id,
      personId: row.person_id,
      number: row.number,
      title: row.title,
      responsibility: row.responsibility as PersonalTarget['responsibility'],
      sector: row.sector,
      source: { title: row.source_title, address: row.source_address },
      seenOn: row.seen_on,
      advert: row.advert,
      sharing: row.sharing as Sharing,
      asks: row.asks as unknown as Ask[],
      ownLevels: row.own_levels as unknown as OwnLevel[],
      revision: row.revision,
      madeOn: row.made_on,
    }))
  })
}

/** Takes turns with whoever else writes in the career records of the same person. */
export async function lockCareer(tx: OrgTx, personId: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`career ${personId}`}, 0))`.execute(tx.db)
}

export async function saveTarget(tx: OrgTx, target: PersonalTarget): Promise<void> {
  const values = {
    title: target.title,
    responsibility: target.responsibility,
    sector: target.sector,
    source_title: target.source.title,
    source_address: target.source.address,
    seen_on: target.seenOn,
    advert: target.advert,
    sharing: target.sharing,
    asks: JSON.stringify(target.asks),
    own_levels: JSON.stringify(target.ownLevels),
    revision: target.revision,
  }
  await tx.db
    .insertInto('personal_target')
    .values({
      org_id: tx.orgId,
      target_id: target.targetId,
      person_id: target.personId,
      number: target.number,
      made_on: target.madeOn,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'target_id']).doUpdateSet(values))
    .execute()
}

export async function deleteTarget(tx: OrgTx, targetId: Id): Promise<void> {
  await tx.db
    .deleteFrom('personal_target')
    .where('org_id', '=', tx.orgId)
    .where('target_id', '=', targetId)
    .execute()
}
