import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'

/** Ends the position in force the day before `from`, and begins the next. A position that began the same day is replaced. */
export async function savePosition(
  tx: OrgTx,
  position: {
    personId: Id
    teamId: Id | null
    leaderId: Id | null
    job: string | null
    roleId: Id | null
    from: Day
  },
): Promise<void> {
  const current = tx.db
    .updateTable('position')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', position.personId)
    .where('to_day', 'is', null)
  await tx.db
    .deleteFrom('position')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', position.personId)
    .where('to_day', 'is', null)
    .where('from_day', '>=', position.from)
    .execute()
  await current.set({ to_day: sql<string>`${position.from}::date - 1` }).execute()
  await tx.db
    .insertInto('position')
    .values({
      org_id: tx.orgId,
      position_id: tx.newId(),
      person_id: position.personId,
      team_id: position.teamId,
      leader_id: position.leaderId,
      job: position.job,
      role_id: position.roleId,
      from_day: position.from,
    })
    .execute()
}

/** The job titles, none among them, of positions that name no role. */
export async function listJobsUnread(tx: OrgTx): Promise<(string | null)[]> {
  const rows = await tx.db
    .selectFrom('position')
    .select('job')
    .distinct()
    .where('org_id', '=', tx.orgId)
    .where('role_id', 'is', null)
    .orderBy('job')
    .execute()
  return rows.map(({ job }) => job)
}

/** Names the role of every position, held or past, that has a job title and names none. Answers who holds one now. */
export async function saveRoleOfJob(tx: OrgTx, job: string | null, roleId: Id): Promise<Id[]> {
  const rows = await tx.db
    .updateTable('position')
    .set({ role_id: roleId })
    .where('org_id', '=', tx.orgId)
    .where('role_id', 'is', null)
    .where('job', job === null ? 'is' : '=', job)
    .returning(['person_id', 'to_day'])
    .execute()
  return rows.filter(({ to_day }) => to_day === null).map(({ person_id }) => person_id)
}

export type Position = {
  from: Day
  to: Day | null
  team: string | null
  leader: string | null
  job: string | null
  roleId: Id | null
}

export async function listPositions(tx: OrgTx, personId: Id): Promise<Position[]> {
  const rows = await tx.each('positions', personId, async (personIds) => {
    const all = await tx.db
      .selectFrom('position as o')
      .leftJoin('team as t', (join) =>
        join.onRef('t.org_id', '=', 'o.org_id').onRef('t.team_id', '=', 'o.team_id'),
      )
      .leftJoin('person as l', (join) =>
        join.onRef('l.org_id', '=', 'o.org_id').onRef('l.person_id', '=', 'o.leader_id'),
      )
      .select([
        'o.person_id',
        'o.from_day',
        'o.to_day',
        't.name as team',
        'l.name as leader',
        'o.job',
        'o.role_id',
      ])
      .where('o.org_id', '=', tx.orgId)
      .where('o.person_id', 'in', personIds)
      .orderBy('o.from_day')
      .execute()
    return Map.groupBy(all, (row) => row.person_id)
  })
  return (rows ?? []).map((row) => ({
    from: row.from_day,
    to: row.to_day,
    team: row.team,
    leader: row.leader,
    job: row.job,
    roleId: row.role_id,
  }))
}

/** The team of that name, made where there is none. */
export async function findOrMakeTeam(tx: OrgTx, name: string): Promise<Id> {
  const row = await tx.db
    .selectFrom('team')
    .select('team_id')
    .where('org_id', '=', tx.orgId)
    .where(sql`lower(name)`, '=', sql`lower(${name})`)
    .executeTakeFirst()
  if (row) return row.team_id
  const team_id = tx.newId()
  await tx.db.insertInto('team').values({ org_id: tx.orgId, team_id, name }).execute()
  return team_id
}
