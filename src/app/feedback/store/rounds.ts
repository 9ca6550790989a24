import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Mark } from '../rules/release.ts'
import type {
  Adjustment,
  Group,
  Mode,
  Question,
  Rater,
  RaterGroup,
  Round,
  RoundState,
} from '../rules/round.ts'

export type StoredAdjustment = Omit<Adjustment, 'by'> & { madeBy: Id }

/** Somebody asked; `marks`, by question, stand in the place of the address of somebody outside once the round has closed. */
export type StoredRater = Rater & { marks: Readonly<Record<string, Mark>> | null }

/** A round as it lies in the store: whoever adjusted it by id, and the print of the key under which its raters have marks. */
export type StoredRound = Omit<Round, 'adjustments' | 'groups'> & {
  adjustments: StoredAdjustment[]
  groups: (Omit<RaterGroup, 'raters'> & { raters: StoredRater[] })[]
  markedBy: string | null
}

const inOrder: Record<Group, number> = { self: 0, leader: 1, peers: 2, reports: 3, customers: 4 }

const rounds = (tx: OrgTx) => tx.db.selectFrom('feedback_round').selectAll().where('org_id', '=', tx.orgId)

/** A person's rounds, the newest first. */
export async function readRounds(tx: OrgTx, personId: Id): Promise<StoredRound[]> {
  const found = await tx.each('feedback rounds', personId, async (personIds) => {
    const rows = await rounds(tx).where('person_id', 'in', personIds).orderBy('number', 'desc').execute()
    return Map.groupBy(await complete(tx, rows), (round) => round.personId)
  })
  return found ?? []
}

/** Whether a round of a person is open though its last day has passed. */
export async function hasDue(tx: OrgTx, personId: Id, today: Day): Promise<boolean> {
  const row = await tx.db
    .selectFrom('feedback_round')
    .select('round_id')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('state', '=', 'open')
    .where('closes_on', '<', today)
    .executeTakeFirst()
  return row !== undefined
}

/** One round; `lock` makes whoever changes it next wait for this transaction. */
export async function readRound(tx: OrgTx, roundId: Id, lock?: 'lock'): Promise<StoredRound | null> {
  const query = rounds(tx).where('round_id', '=', roundId)
  const [round] = await complete(tx, await (lock ? query.forUpdate() : query).execute())
  return round ?? null
}

/** Rounds that are open though their last day has passed, the longest passed first; locked. */
export async function lockDue(tx: OrgTx, today: Day): Promise<StoredRound[]> {
  return complete(
    tx,
    await rounds(tx)
      .where('state', '=', 'open')
      .where('closes_on', '<', today)
      .orderBy('closes_on')
      .orderBy('round_id')
      .forUpdate()
      .execute(),
  )
}

/** The ids of the organisation's rounds in a state. */
export async function listIds(tx: OrgTx, state: RoundState): Promise<Id[]> {
  const rows = await tx.db
    .selectFrom('feedback_round')
    .select('round_id')
    .where('org_id', '=', tx.orgId)
    .where('state', '=', state)
    .execute()
  return rows.map((row) => row.round_id)
}

async function complete(
  tx: OrgTx,
  rows: Awaited<ReturnType<ReturnType<typeof rounds>['execute']>>,
): Promise<StoredRound[]> {
  const ids = rows.map((row) => row.round_id)
  if (ids.length === 0) return []
  const groups = await readGroups(tx, ids)
  const adjustments = await readAdjustments(tx, ids)
  return rows.map((row) => ({
    roundId: row.round_id,
    ref: `F-${row.number}`,
    personId: row.person_id,
    state: row.state as RoundState,
    version: row.version,
    purpose: row.purpose,
    competencyIds: row.competency_ids,
    questions: (row.questions ?? []) as unknown as Question[],
    launchedBy: row.launched_by,
    launchedOn: row.launched_on,
    closesOn: row.closes_on,
    groups: groups.get(row.round_id) ?? [],
    adjustments: adjustments.get(row.round_id) ?? [],
    sharedWithAssessor: row.shared_with_assessor,
    markedBy: row.marked_by,
  }))
}

async function readGroups(tx: OrgTx, roundIds: readonly Id[]): Promise<Map<Id, StoredRound['groups']>> {
  const groups = await tx.db
    .selectFrom('feedback_group')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('round_id', 'in', roundIds)
    .execute()
  const raters = await tx.db
    .selectFrom('feedback_request')
    .select(['round_id', 'group_name', 'request_id', 'person_id', 'name', 'email', 'marks'])
    .where('org_id', '=', tx.orgId)
    .where('round_id', 'in', roundIds)
    .orderBy(sql`lower(name)`)
    .orderBy('request_id')
    .execute()
  const found = new Map<Id, StoredRound['groups']>()
  for (const row of groups) {
    const group: StoredRound['groups'][number] = {
      group: row.group_name as Group,
      mode: row.mode as Mode,
      threshold: row.threshold,
      raters: raters
        .filter((one) => one.round_id === row.round_id && one.group_name === row.group_name)
        .map(
          (one): StoredRater => ({
            requestId: one.request_id,
            personId: one.person_id,
            name: one.name,
            email: one.email,
            marks: one.marks as StoredRater['marks'],
          }),
        ),
    }
    found.set(
      row.round_id,
      [...(found.get(row.round_id) ?? []), group].sort((a, b) => inOrder[a.group] - inOrder[b.group]),
    )
  }
  return found
}

async function readAdjustments(tx: OrgTx, roundIds: readonly Id[]): Promise<Map<Id, StoredAdjustment[]>> {
  const rows = await tx.db
    .selectFrom('feedback_adjustment')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('round_id', 'in', roundIds)
    .orderBy('place')
    .execute()
  const found = new Map<Id, StoredAdjustment[]>()
  for (const { round_id, made_by, what, reason, made_on } of rows)
    found.set(round_id, [...(found.get(round_id) ?? []), { madeBy: made_by, what, reason, on: made_on }])
  return found
}
