import { sql } from 'kysely'
import type { Standing } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { type Id, isId } from '../../kernel/id.ts'
import type { Database, OrgTx } from '../../shell/db.ts'

export type Organisation = {
  orgId: Id
  name: string
  kind: 'team' | 'centre' | 'me'
  zone: string
  demo: boolean
}

export type Person = {
  personId: Id
  name: string
  email: string | null
  standings: Standing[]
  state: 'invited' | 'active' | 'left'
  leftOn: Day | null
  story: string | null
  teamId: Id | null
  team: string | null
  leaderId: Id | null
  leader: string | null
  job: string | null
  roleId: Id | null
  /** First day of the position they hold now. */
  since: Day | null
}

export type Link = {
  linkId: Id
  purpose: 'join' | 'reset'
  personId: Id
  madeAt: Date
  endsAt: Date
  openedAt: Date | null
  usedAt: Date | null
  withdrawnAt: Date | null
}

/** Every organisation of the installation: for set-up, the CLI and the demo; never to answer a request about records. */
export async function listOrganisations(db: Database): Promise<Organisation[]> {
  const rows = await db.installation
    .selectFrom('organisation')
    .select(['org_id', 'name', 'kind', 'zone', 'demo'])
    .orderBy('made_at')
    .execute()
  return rows.map((row) => ({
    orgId: row.org_id,
    name: row.name,
    kind: row.kind as Organisation['kind'],
    zone: row.zone,
    demo: row.demo,
  }))
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
    return row
      ? {
          orgId: row.org_id,
          name: row.name,
          kind: row.kind as Organisation['kind'],
          zone: row.zone,
          demo: row.demo,
        }
      : null
  })
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
  },
): Promise<void> {
  const values = {
    name: person.name,
    email: person.email,
    standings: [...person.standings],
    state: person.state,
    left_on: person.leftOn ?? null,
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

export async function saveLink(
  tx: OrgTx,
  link: {
    linkId: Id
    digest: Buffer
    purpose: Link['purpose']
    personId: Id
    madeBy: Id | null
    endsAt: Date
  },
): Promise<void> {
  await tx.db
    .insertInto('link')
    .values({
      org_id: tx.orgId,
      link_id: link.linkId,
      digest: link.digest,
      purpose: link.purpose,
      person_id: link.personId,
      made_by: link.madeBy,
      made_at: tx.now,
      ends_at: link.endsAt,
    })
    .execute()
}

const links = (tx: OrgTx) => tx.db.selectFrom('link').selectAll().where('org_id', '=', tx.orgId)
const toLink = (row: Awaited<ReturnType<ReturnType<typeof links>['executeTakeFirstOrThrow']>>): Link => ({
  linkId: row.link_id,
  purpose: row.purpose as Link['purpose'],
  personId: row.person_id,
  madeAt: row.made_at,
  endsAt: row.ends_at,
  openedAt: row.opened_at,
  usedAt: row.used_at,
  withdrawnAt: row.withdrawn_at,
})

/** The link of a digest, locked against a second use at the same moment. */
export async function findLink(tx: OrgTx, digest: Buffer): Promise<Link | null> {
  const row = await links(tx).where('digest', '=', digest).executeTakeFirst()
  return row ? toLink(row) : null
}

export async function lockLink(tx: OrgTx, linkId: Id): Promise<Link> {
  return toLink(await links(tx).where('link_id', '=', linkId).forUpdate().executeTakeFirstOrThrow())
}

/** Whether a link for a new password was made for the person since a moment, and still waits to be used. */
export async function hasResetLink(tx: OrgTx, personId: Id, since: Date): Promise<boolean> {
  const row = await links(tx)
    .where('person_id', '=', personId)
    .where('purpose', '=', 'reset')
    .where('made_at', '>', since)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The newest link of each person who has not joined. */
export async function listLinks(tx: OrgTx): Promise<Link[]> {
  const rows = await links(tx)
    .distinctOn('person_id')
    .orderBy('person_id')
    .orderBy('made_at', 'desc')
    .where('purpose', '=', 'join')
    .execute()
  return rows.map(toLink)
}

export async function markLink(
  tx: OrgTx,
  linkId: Id,
  mark: 'opened_at' | 'used_at' | 'withdrawn_at',
): Promise<void> {
  await tx.db
    .updateTable('link')
    .set({ [mark]: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('link_id', '=', linkId)
    .where(mark, 'is', null)
    .execute()
}

/** Ends every link of the person that still works. */
export async function withdrawLinks(tx: OrgTx, personId: Id): Promise<void> {
  await tx.db
    .updateTable('link')
    .set({ withdrawn_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}
