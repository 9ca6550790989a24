import type { Selectable } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { DB } from '../../../shell/db-types.ts'
import type {
  Action,
  Cause,
  ClosedAs,
  Kind,
  Objective,
  ObjectiveState,
  ObjectiveUnit,
} from '../rules/objective.ts'
import type { Basis } from '../rules/reading.ts'

/** An objective as it is stored: without its reading, which the rules give. */
export type StoredObjective = Omit<Objective, 'reading'>

type Row = Selectable<DB['objective']> & { priority_title: string | null }

const rows = (tx: OrgTx) =>
  tx.db
    .selectFrom('objective as o')
    .leftJoin('priority as p', (join) =>
      join.onRef('p.org_id', '=', 'o.org_id').onRef('p.priority_id', '=', 'o.priority_id'),
    )
    .selectAll('o')
    .select('p.title as priority_title')
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
  private: row.private,
  measure: row.measure,
  measureName: row.measure_name,
  unit: row.unit as ObjectiveUnit | null,
  baseline: row.baseline,
  target: row.target,
  due: row.due,
  resources: row.resources,
  success: row.success,
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
  agreedAlone: row.agreed_alone,
  closedOn: row.closed_on,
  closedAs: row.closed_as as ClosedAs | null,
  cause: row.cause as Cause | null,
  causeReason: row.cause_reason,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
})

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

export async function nextNumber(tx: OrgTx, personId: Id): Promise<number> {
  const { highest } = await tx.db
    .selectFrom('objective')
    .select(({ fn }) => fn.max('number').as('highest'))
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return (highest ?? 0) + 1
}

/** Saves an objective as it is, with its actions; their order is the order of the list. */
export async function saveStored(tx: OrgTx, objective: StoredObjective): Promise<void> {
  const values = {
    need_id: objective.needId,
    title: objective.title,
    words: objective.text,
    kind: objective.kind,
    why: objective.why,
    private: objective.private,
    measure: objective.measure,
    measure_name: objective.measureName,
    unit: objective.unit,
    baseline: objective.baseline,
    target: objective.target,
    due: objective.due,
    resources: objective.resources,
    success: objective.success,
    priority_id: objective.priorityId,
    serves_aspiration: objective.servesAspiration,
    basis: objective.basis && JSON.stringify(objective.basis),
    state: objective.state,
    unmet_reason: objective.unmetReason,
    proposed_on: objective.proposedOn,
    agreed_on: objective.agreedOn,
    agreed_alone: objective.agreedAlone,
    closed_on: objective.closedOn,
    closed_as: objective.closedAs,
    cause: objective.cause,
    cause_reason: objective.causeReason,
    version: objective.version,
    changed_at: objective.changedAt,
    changed_by: objective.changedBy,
  }
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
        by_day: row.ref('excluded.by_day'),
        state: row.ref('excluded.state'),
        done_on: row.ref('excluded.done_on'),
      })),
    )
    .execute()
}

/** What was said about an objective on its way to agreement. */
export type Said = {
  kind: 'proposal' | 'question' | 'agreement'
  byId: Id
  byName: string
  day: Day
  words: string
}

export async function saveSaid(tx: OrgTx, objectiveId: Id, said: Said): Promise<void> {
  await tx.db
    .insertInto('objective_word')
    .values({
      org_id: tx.orgId,
      word_id: tx.newId(),
      objective_id: objectiveId,
      kind: said.kind,
      by_id: said.byId,
      by_name: said.byName,
      day: said.day,
      words: said.words,
    })
    .execute()
}

/** What was said about an objective, oldest first. */
export async function listSaid(tx: OrgTx, objectiveId: Id): Promise<Said[]> {
  const all = await tx.db
    .selectFrom('objective_word')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('objective_id', '=', objectiveId)
    .orderBy('word_id')
    .execute()
  return all.map((row) => ({
    kind: row.kind as Said['kind'],
    byId: row.by_id,
    byName: row.by_name,
    day: row.day,
    words: row.words,
  }))
}
