import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Sharing } from '../../../kernel/sharing.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { NeedKind, NeedOrigin, NeedPriority } from '../rules/need.ts'

export type Need = {
  needId: Id
  /** Such as N-3: the person's own count. */
  ref: string
  personId: Id
  competencyId: Id | null
  title: string
  kind: NeedKind
  why: string
  /** 1 now, 2 next, 3 later. */
  priority: NeedPriority
  /** Where it came from. */
  from: NeedOrigin
  /** Who may read it; a professional one is for everybody who leads or assesses the person. */
  sharing: Sharing
  /** Only the person sees it. */
  private: boolean
  evidenceIds: Id[]
  madeBy: Id
  madeOn: Day
  version: number
  /** Who changed it last; null where nobody has. */
  changedBy: Id | null
  changedAt: Date | null
}

const needs = (tx: OrgTx, personIds: Id[]) =>
  tx.db.selectFrom('need').selectAll().where('org_id', '=', tx.orgId).where('person_id', 'in', personIds)

const toNeed = (row: Awaited<ReturnType<ReturnType<typeof needs>['executeTakeFirstOrThrow']>>): Need => ({
  needId: row.need_id,
  ref: `N-${row.number}`,
  personId: row.person_id,
  competencyId: row.competency_id,
  title: row.title,
  kind: row.kind as NeedKind,
  why: row.why,
  priority: row.priority as NeedPriority,
  from: row.came_from as NeedOrigin,
  sharing: row.sharing as Sharing,
  private: row.sharing === 'me',
  evidenceIds: row.evidence_ids,
  madeBy: row.made_by,
  madeOn: row.made_on,
  version: row.version,
  changedBy: row.changed_by,
  changedAt: row.changed_at,
})

/** Every need of a person, newest first, private ones too: for the door, which withholds them. */
export async function listKeptNeeds(tx: OrgTx, personId: Id): Promise<Need[]> {
  const kept = await tx.each('needs', personId, async (personIds) => {
    const all = (await needs(tx, personIds).orderBy('number', 'desc').execute()).map(toNeed)
    return Map.groupBy(all, (need) => need.personId)
  })
  return kept ?? []
}

const valuesOf = (need: Omit<Need, 'ref' | 'private'>) => ({
  competency_id: need.competencyId,
  title: need.title,
  kind: need.kind,
  why: need.why,
  priority: need.priority,
  came_from: need.from,
  sharing: need.sharing,
  evidence_ids: need.evidenceIds,
  version: need.version,
  changed_by: need.changedBy,
  changed_at: need.changedAt,
})

/** Saves a need under the person's next number. Answers its reference. */
export async function saveNeed(tx: OrgTx, need: Omit<Need, 'ref' | 'private'>): Promise<string> {
  const { last } = await tx.db
    .selectFrom('need')
    .select((each) => each.fn.max('number').as('last'))
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', need.personId)
    .executeTakeFirstOrThrow()
  const number = Number(last ?? 0) + 1
  await tx.db
    .insertInto('need')
    .values({
      org_id: tx.orgId,
      need_id: need.needId,
      person_id: need.personId,
      number,
      made_by: need.madeBy,
      made_on: need.madeOn,
      ...valuesOf(need),
    })
    .execute()
  return `N-${number}`
}

/** Saves what was changed in a need that is kept. */
export async function changeKeptNeed(tx: OrgTx, need: Need): Promise<void> {
  await tx.db
    .updateTable('need')
    .set(valuesOf(need))
    .where('org_id', '=', tx.orgId)
    .where('need_id', '=', need.needId)
    .execute()
}
