import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { TemplateFields, TemplateItem } from '../rules/templates.ts'

/** A plan to start from. */
export type Template = TemplateFields & {
  templateId: Id
  version: number
  changedBy: Id
  changedAt: Date
  /** Since when nobody starts from it any longer; null while people do. */
  putAwayOn: Day | null
}

/** Every template of the organisation by name, those put away too. */
export async function listAllTemplates(tx: OrgTx): Promise<Template[]> {
  return tx.once('plan templates', async () => {
    const rows = await tx.db
      .selectFrom('plan_template')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .orderBy('name')
      .orderBy('template_id')
      .execute()
    return rows.map((row) => ({
      templateId: row.template_id,
      name: row.name,
      roleId: row.role_id,
      cohort: row.cohort,
      items: row.items as unknown as TemplateItem[],
      version: row.version,
      changedBy: row.changed_by,
      changedAt: row.changed_at,
      putAwayOn: row.put_away_on,
    }))
  })
}

export async function saveTemplateRow(tx: OrgTx, template: Template): Promise<void> {
  const values = {
    name: template.name,
    role_id: template.roleId,
    cohort: template.cohort,
    items: JSON.stringify(template.items),
    version: template.version,
    changed_by: template.changedBy,
    changed_at: template.changedAt,
    put_away_on: template.putAwayOn,
  }
  await tx.db
    .insertInto('plan_template')
    .values({ org_id: tx.orgId, template_id: template.templateId, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'template_id']).doUpdateSet(values))
    .execute()
}

/** Locks a template until the transaction ends, so that changes to it come one after another. */
export async function lockTemplate(tx: OrgTx, templateId: Id): Promise<void> {
  await tx.db
    .selectFrom('plan_template')
    .select('template_id')
    .where('org_id', '=', tx.orgId)
    .where('template_id', '=', templateId)
    .forUpdate()
    .execute()
}

/** A template and a person: who offered it, and what came of it. */
export type Offer = {
  personId: Id
  templateId: Id
  offeredBy: Id | null
  offeredByName: string | null
  offeredOn: Day | null
  takenOn: Day | null
  declinedOn: Day | null
}

/** What was offered to a person, and what they started from. */
export async function listOffers(tx: OrgTx, personId: Id): Promise<Offer[]> {
  const rows = await tx.db
    .selectFrom('plan_template_offer')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    templateId: row.template_id,
    offeredBy: row.offered_by,
    offeredByName: row.offered_by_name,
    offeredOn: row.offered_on,
    takenOn: row.taken_on,
    declinedOn: row.declined_on,
  }))
}

export async function saveOffer(tx: OrgTx, offer: Offer): Promise<void> {
  const values = {
    offered_by: offer.offeredBy,
    offered_by_name: offer.offeredByName,
    offered_on: offer.offeredOn,
    taken_on: offer.takenOn,
    declined_on: offer.declinedOn,
  }
  await tx.db
    .insertInto('plan_template_offer')
    .values({ org_id: tx.orgId, person_id: offer.personId, template_id: offer.templateId, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id', 'template_id']).doUpdateSet(values))
    .execute()
}
