import type { Selectable } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Sharing } from '../../../kernel/sharing.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { DB } from '../../../shell/db-types.ts'
import type { Budget } from '../rules/budget.ts'
import type {
  Action,
  Cause,
  ClosedAs,
  Declined,
  Kind,
  Objective,
  ObjectiveState,
  ObjectiveUnit,
  Way,
} from '../rules/objective.ts'
import type { Basis } from '../rules/reading.ts'

/** An objective as it is stored: without its reading, which the rules give. */
export type StoredObjective = Omit<Objective, 'reading'>

type Row = Selectable<DB['objective']> & { priority_title: string | null; after_number: number | null }

const rows = (tx: OrgTx) =>
  tx.db
    .selectFrom('objective as o')
    .leftJoin('priority as p', (join) =>
      join.onRef('p.org_id', '=', 'o.org_id').onRef('p.priority_id', '=', 'o.priority_id'),
    )
    .leftJoin('objective as first', (join) =>
      join.onRef('first.org_id', '=', 'o.org_id').onRef('first.objective_id', '=', 'o.after_id'),
    )
    .selectAll('o')
    .select(['p.title as priority_title', 'first.number as after_number'])
    .where('o.org_id', '=', tx.orgId)

const toObjective = (row: Row, actions: Action[]): StoredObjective => ({
  objectiveId: row.objective_id,
  ref: `O-${row.number}`,
  personId: row.person_id,
  needId: row.need_id,
  title: row.title,
  text: row.words,
  kind: row.kind as Kind,
  why: row.why,
  sharing: row.sharing as Sharing,
  private: row.private,
  measure: row.measure,
  measureName: row.measure_name,
  unit: row.unit as ObjectiveUnit | null,
  baseline: row.baseline,
  target: row.target,
  due: row.due,
  resources: row.resources,
  success: row.success,
  bands: { partly: row.band_partly, met: row.band_met, exceeded: row.band_exceeded },
  budget: budgetOf(row),
  afterId: row.after_id,
  after: row.after_number === null ? null : `O-${row.after_number}`,
  place: row.place,
  priorityId: row.priority_id,
  priority: row.priority_title,
  servesAspiration: row.serves_aspiration,
  basis: row.basis as Basis | null,
  state: row.state as ObjectiveState,
  unmetReason: row.unmet_reason,
  actions,
  version: row.version,
  madeOn: row.made_on,
  proposedOn: row.proposed_on,
  agreedOn: row.agreed_on,
  amendedOn: row.amended_on,
  declined: declinedOf(row),
  agreedAlone: row.agreed_alone,
  closedOn: row.closed_on,
  closedAs: row.closed_as as ClosedAs | null,
  cause: row.cause as Cause | null,
  causeReason: row.cause_reason,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
})

function budgetOf(row: Row): Budget | null {
  if (row.budget_amount === null) return null
  return {
    amount: row.budget_amount,
    purpose: row.budget_for,
    state: row.budget_state as Budget['state'],
    reason: row.budget_reason,
    decidedBy: row.budget_by,
    decidedOn: row.budget_on,
  }
}

function declinedOf(row: Row): Declined | null {
  if (row.declined_on === null) return null
  const { declined_on: on, declined_by, declined_reason, declined_asked } = row
  return { on, by: declined_by ?? '', reason: declined_reason ?? '', asked: declined_asked ?? '' }
}

async function actionsOf(tx: OrgTx, objectiveIds: readonly Id[]): Promise<Map<Id, Action[]>> {
  const found = new Map<Id, Action[]>()
  if (objectiveIds.length === 0) return found
  const all = await tx.db
    .selectFrom('action')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('objective_id', 'in', objectiveIds)
    .orderBy('place')
    .execute()
  for (const row of all) {
    const list = found.get(row.objective_id) ?? []
    list.push({
      actionId: row.action_id,
      what: row.what,
      owner: row.owner,
      ownerId: row.owner_id,
      withWhom: row.with_whom,
      way: row.way as Way | null,
      by: row.by_day,
      state: row.state as Action['state'],
      doneOn: row.done_on,
    })
    found.set(row.objective_id, list)
  }
  return found
}

/** Every objective of a person, in the order of their numbers. */
export async function listStored(tx: OrgTx, personId: Id): Promise<StoredObjective[]> {
  const stored = await tx.each('objectives', personId, async (personIds) => {
    const all = await rows(tx).where('o.person_id', 'in', personIds).orderBy('o.number').execute()
    const actions = await actionsOf(
      tx,
      all.map((row) => row.objective_id),
    )
    return Map.groupBy(
      all.map((row) => toObjective(row, actions.get(row.objective_id) ?? [])),
      (objective) => objective.personId,
    )
  })
  return stored ?? []
}

/** Locks a person's plan until the transaction ends, so that changes to it come one after another. */
export async function lockPlan(tx: OrgTx, personId: Id): Promise<void> {
  await tx.db
    .selectFrom('person')
    .select('person_id')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .forUpdate()
    .execute()
}

const columnsOf = (objective: StoredObjective) => {
  const { bands, budget, declined } = objective
  return {
    need_id: objective.needId,
    title: objective.title,
    words: objective.text,
    kind: objective.kind,
    why: objective.why,
    sharing: objective.sharing,
    private: objective.private,
    measure: objective.measure,
    measure_name: objective.measureName,
    unit: objective.unit,
    baseline: objective.baseline,
    target: objective.target,
    due: objective.due,
    resources: objective.resources,
    success: objective.success,
    band_partly: bands.partly,
    band_met: bands.met,
    band_exceeded: bands.exceeded,
    budget_amount: budget?.amount ?? null,
    budget_for: budget?.purpose ?? '',
    budget_state: budget?.state ?? null,
    budget_reason: budget?.reason ?? '',
    budget_by: budget?.decidedBy ?? null,
    budget_on: budget?.decidedOn ?? null,
    after_id: objective.afterId,
    place: objective.place,
    priority_id: objective.priorityId,
    serves_aspiration: objective.servesAspiration,
    basis: objective.basis && JSON.stringify(objective.basis),
    state: objective.state,
    unmet_reason: objective.unmetReason,
    proposed_on: objective.proposedOn,
    agreed_on: objective.agreedOn,
    amended_on: objective.amendedOn,
    declined_on: declined?.on ?? null,
    declined_by: declined?.by ?? null,
    declined_reason: declined?.reason ?? null,
    declined_asked: declined?.asked ?? null,
    agreed_alone: objective.agreedAlone,
    closed_on: objective.closedOn,
    closed_as: objective.closedAs,
    cause: objective.cause,
    cause_reason: objective.causeReason,
    version: objective.version,
    changed_at: objective.changedAt,
    changed_by: objective.changedBy,
  }
}

/** Saves an objective as it is, with its actions; their order is the order of the list. */
export async function saveStored(tx: OrgTx, objective: StoredObjective): Promise<void> {
  const values = columnsOf(objective)
  const { objectiveId: objective_id, personId: person_id, madeOn: made_on } = objective
  await tx.db
    .insertInto('objective')
    .values({ org_id: tx.orgId, objective_id, person_id, number: numberOf(objective), made_on, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'objective_id']).doUpdateSet(values))
    .execute()
  await saveActions(tx, objective)
}

const numberOf = ({ ref }: StoredObjective) => Number(ref.slice(2))

async function saveActions(tx: OrgTx, { objectiveId, actions }: StoredObjective): Promise<void> {
  const gone = tx.db
    .deleteFrom('action')
    .where('org_id', '=', tx.orgId)
    .where('objective_id', '=', objectiveId)
  const kept = actions.map((action) => action.actionId)
  await (kept.length > 0 ? gone.where('action_id', 'not in', kept) : gone).execute()
  if (actions.length === 0) return
  await tx.db
    .insertInto('action')
    .values(
      actions.map((action, index) => ({
        org_id: tx.orgId,
        action_id: action.actionId,
        objective_id: objectiveId,
        place: index + 1,
        what: action.what,
        owner: action.owner,
        owner_id: action.ownerId,
        with_whom: action.withWhom,
        way: action.way,
        by_day: action.by,
        state: action.state,
        done_on: action.doneOn,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'action_id']).doUpdateSet((row) => ({
        place: row.ref('excluded.place'),
        what: row.ref('excluded.what'),
        owner: row.ref('excluded.owner'),
        owner_id: row.ref('excluded.owner_id'),
        with_whom: row.ref('excluded.with_whom'),
        way: row.ref('excluded.way'),
        by_day: row.ref('excluded.by_day'),
        state: row.ref('excluded.state'),
        done_on: row.ref('excluded.done_on'),
      })),
    )
    .execute()
}
