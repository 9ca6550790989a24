import { sql } from 'kysely'
import type { Standing } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { type Id, isId } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Organisation } from './organisations.ts'

export type Person = {
  personId: Id
  name: string
  email: string | null
  standings: Standing[]
  state: 'invited' | 'active' | 'left'
  leftOn: Day | null
  story: string | null
  /** The trade they work in, in the organisation's words. */
  sector: string | null
  teamId: Id | null
  team: string | null
  leaderId: Id | null
  leader: string | null
  job: string | null
  roleId: Id | null
  /** First day of the position they hold now. */
  since: Day | null
}

const people = (tx: OrgTx) =>
  tx.db
    .selectFrom('person as p')
    .leftJoin('position as o', (join) =>
      join
        .onRef('o.org_id', '=', 'p.org_id')
        .onRef('o.person_id', '=', 'p.person_id')
        .on('o.to_day', 'is', null),
    )
    .leftJoin('team as t', (join) =>
      join.onRef('t.org_id', '=', 'p.org_id').onRef('t.team_id', '=', 'o.team_id'),
    )
    .leftJoin('person as l', (join) =>
      join.onRef('l.org_id', '=', 'p.org_id').onRef('l.person_id', '=', 'o.leader_id'),
    )
    .select([
      'p.person_id',
      'p.name',
      'p.email',
      'p.standings',
      'p.state',
      'p.left_on',
      'p.story',
      'p.sector',
      'o.team_id',
      't.name as team',
      'o.leader_id',
      'l.name as leader',
      'o.job',
      'o.role_id',
      'o.from_day',
    ])
    .where('p.org_id', '=', tx.orgId)

type Row = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>

const toPerson = (row: Row): Person => ({
  personId: row.person_id,
  name: row.name,
  email: row.email,
  standings: row.standings as Standing[],
  state: row.state as Person['state'],
  leftOn: row.left_on,
  story: row.story,
  sector: row.sector,
  teamId: row.team_id,
  team: row.team,
  leaderId: row.leader_id,
  leader: row.leader,
  job: row.job,
  roleId: row.role_id,
  since: row.from_day,
})

export async function findPerson(tx: OrgTx, personId: Id): Promise<Person | null> {
  if (!isId(personId)) return null
  const found = await tx.each('person', personId, async (personIds) => {
    const rows = await people(tx).where('p.person_id', 'in', personIds).execute()
    return new Map(rows.map((row) => [row.person_id, toPerson(row)]))
  })
  return found ?? null
}

export async function listPeople(tx: OrgTx): Promise<Person[]> {
  return tx.once('people', async () => {
    return (await people(tx).orderBy(sql`lower(p.name)`).execute()).map(toPerson)
  })
}

/** A person with their organisation, and the ids of those they lead and assess: all that every request asks, at once. */
export async function findActing(
  tx: OrgTx,
  personId: Id,
): Promise<{ person: Person; org: Organisation; leads: Id[]; assesses: Id[] } | null> {
  const row = await people(tx)
    .innerJoin('organisation as g', 'g.org_id', 'p.org_id')
    .select(['g.name as org_name', 'g.kind', 'g.zone', 'g.demo'])
    .select(
      sql<
        Id[]
      >`array(select m.person_id from position s join person m on m.org_id = s.org_id and m.person_id = s.person_id
        where s.org_id = ${tx.orgId} and s.leader_id = p.person_id and s.to_day is null and m.state <> 'left'
        order by lower(m.name))`.as('leads'),
    )
    .select(
      sql<
        Id[]
      >`array(select a.person_id from assignment a where a.org_id = ${tx.orgId} and a.assessor_id = p.person_id)`.as(
        'assesses',
      ),
    )
    .where('p.person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return null
  const { org_name: name, zone, demo, leads, assesses } = row
  const kind = row.kind as Organisation['kind']
  return { person: toPerson(row), org: { orgId: tx.orgId, name, kind, zone, demo }, leads, assesses }
}

export async function listAssessors(tx: OrgTx, personId: Id): Promise<Person[]> {
  return (
    await people(tx)
      .innerJoin('assignment as a', (join) =>
        join.onRef('a.org_id', '=', 'p.org_id').onRef('a.assessor_id', '=', 'p.person_id'),
      )
      .where('a.person_id', '=', personId)
      .execute()
  ).map(toPerson)
}

export async function saveAssessors(tx: OrgTx, personId: Id, assessorIds: readonly Id[]): Promise<void> {
  await tx.db
    .deleteFrom('assignment')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .execute()
  if (assessorIds.length === 0) return
  await tx.db
    .insertInto('assignment')
    .values(assessorIds.map((assessor_id) => ({ org_id: tx.orgId, assessor_id, person_id: personId })))
    .execute()
}

export async function savePerson(
  tx: OrgTx,
  person: {
    personId: Id
    name: string
    email: string | null
    standings: readonly Standing[]
    state: Person['state']
    leftOn?: Day | null
    story?: string | null
    sector?: string | null
  },
): Promise<void> {
  const values = {
    name: person.name,
    email: person.email,
    standings: [...person.standings],
    state: person.state,
    left_on: person.leftOn ?? null,
    sector: person.sector ?? null,
  }
  await tx.db
    .insertInto('person')
    .values({
      org_id: tx.orgId,
      person_id: person.personId,
      made_at: tx.now,
      story: person.story ?? null,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet(values))
    .execute()
}
