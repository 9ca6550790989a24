import type { Actor, Standing } from '../../kernel/actor.ts'
import { type Day, plainDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Event, event } from '../../shell/events.ts'
import { record } from '../history/history.ts'
import { checkPerson, type NewPerson } from './rules.ts'
import { withdrawLinks } from './store/links.ts'
import { findPerson, listPeople, type Person, saveAssessors, savePerson } from './store/people.ts'
import {
  findOrMakeTeam,
  listPositions,
  type Position,
  savePosition,
  saveRoleOfJob,
} from './store/positions.ts'

/** Somebody who had a position stands elsewhere from a day on: where they stood until then, and where now. */
export const positionChanged: Event<{
  personId: Id
  before: Position
  after: Pick<Position, 'job' | 'roleId' | 'from'>
  by: Id | null
}> = event()

/** Adds a person in their first position. Answers their id. */
export async function addPerson(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'> | null,
  asked: NewPerson & { from: Day; story?: string },
): Promise<Outcome<Id>> {
  const refusals = checkPerson(asked)
  const here = await listPeople(tx)
  const same = (text: string | null, other: string | null) =>
    text !== null && text.toLowerCase() === other?.toLowerCase()
  if (here.some((one) => same(asked.email, one.email)))
    refusals.push({ field: 'email', message: 'Somebody with that address is here already.' })
  const leader = asked.leader
    ? here.find((one) => same(asked.leader, one.name))
    : usualLeader(here, asked.team)
  if (asked.leader && !leader)
    refusals.push({
      field: 'leader',
      message: `Nobody here is called ${asked.leader}. Add the leader first, or leave it empty.`,
    })
  if (refusals.length > 0) return refused(...refusals)
  const personId = tx.newId()
  await savePerson(tx, {
    personId,
    name: asked.name,
    email: asked.email,
    standings: [asked.standing],
    state: 'invited',
    story: asked.story ?? null,
  })
  await record(tx, {
    kind: 'people.added',
    actor,
    personId,
    recordId: personId,
    payload: { name: asked.name, standings: [asked.standing] },
  })
  await place(tx, actor, {
    personId,
    team: asked.team,
    leaderId: leader?.personId ?? null,
    job: asked.job,
    roleId: null,
    from: asked.from,
  })
  return done(personId)
}

/** The person who leads most of a team, whom a newcomer gets where the list names no leader. */
function usualLeader(people: readonly Person[], team: string | null): Person | undefined {
  if (!team) return undefined
  const members = people.filter((one) => one.team?.toLowerCase() === team.toLowerCase())
  const counts = new Map<Id, number>()
  for (const { leaderId } of members) if (leaderId) counts.set(leaderId, (counts.get(leaderId) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return (
    people.find((one) => one.personId === most?.[0]) ??
    members.find((one) => one.standings.includes('leader'))
  )
}

/** Where a person stands from a day on. The earlier position is kept, with its last day. */
export async function place(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'> | null,
  asked: {
    personId: Id
    team: string | null
    leaderId: Id | null
    job: string | null
    roleId: Id | null
    from: Day
  },
): Promise<void> {
  const teamId = asked.team ? await findOrMakeTeam(tx, asked.team) : null
  const before = (await listPositions(tx, asked.personId)).find(({ to }) => to === null)
  await savePosition(tx, { ...asked, teamId })
  await record(tx, {
    kind: 'people.placed',
    actor,
    personId: asked.personId,
    recordId: asked.personId,
    payload: {
      team: asked.team,
      leaderId: asked.leaderId,
      job: asked.job,
      roleId: asked.roleId,
      from: asked.from,
    },
  })
  const { personId, job, roleId, from } = asked
  if (before)
    await positionChanged.happen(tx, {
      personId,
      before,
      after: { job, roleId, from },
      by: actor?.personId ?? null,
    })
}

/**
 * Writes into every position, held or past, that has a job title and names no role, which role the title named until now:
 * it stays so whatever roles are called later. Answers who holds such a position.
 */
export async function settleJob(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'>,
  asked: { job: string | null; roleId: Id },
): Promise<Id[]> {
  const holders = await saveRoleOfJob(tx, asked.job, asked.roleId)
  await record(tx, {
    kind: 'people.job-settled',
    actor,
    personId: null,
    recordId: asked.roleId,
    payload: { ...asked, holders: holders.length },
  })
  return holders
}

/**
 * Every reason why somebody cannot stand somewhere from a day on, which is no later than today and no earlier than the
 * position they hold. Refusals name `leader`, `from`, `team` or `job`.
 */
export async function checkPlace(
  tx: OrgTx,
  asked: { personId: Id; team: string | null; leaderId: Id | null; job: string | null; from: Day },
  today: Day,
): Promise<Refusal[]> {
  const { personId, leaderId, from } = asked
  const here = await listPeople(tx)
  const person = here.find((one) => one.personId === personId)
  const refusals = checkPerson({ ...asked, name: person?.name ?? '', email: null })
  if (leaderId && !here.some((one) => one.personId === leaderId))
    refusals.push({ field: 'leader', message: 'Choose somebody of this organisation, or nobody.' })
  if (leaderId === personId)
    refusals.push({ field: 'leader', message: 'Nobody leads themself: choose somebody else, or nobody.' })
  if (from > today)
    refusals.push({ field: 'from', message: 'Choose today or a day before it: it takes effect at once.' })
  if (person?.since && from < person.since)
    refusals.push({
      field: 'from',
      message: `The position they hold began on ${plainDay(person.since)}. Choose that day or a later one.`,
    })
  return refusals
}

/** Changes name, address, standings, sector, place and assessors of a person, all at once. */
export async function changePerson(
  tx: OrgTx,
  actor: Actor,
  asked: {
    personId: Id
    name: string
    email: string | null
    standings: Standing[]
    team: string | null
    leaderId: Id | null
    job: string | null
    /** Stays as it is where left out. */
    sector?: string | null
    assessorIds: Id[]
    today: Day
  },
): Promise<Outcome<null>> {
  const here = await listPeople(tx)
  const person = here.find((one) => one.personId === asked.personId)
  const refusals = checkPerson(asked)
  if (asked.standings.length === 0) refusals.push({ field: 'standings', message: 'Choose at least one.' })
  if (
    here.some(
      (one) =>
        one.personId !== asked.personId &&
        asked.email &&
        one.email?.toLowerCase() === asked.email.toLowerCase(),
    )
  ) {
    refusals.push({ field: 'email', message: 'Somebody else with that address is here already.' })
  }
  const isHere = (id: Id) => here.some((one) => one.personId === id)
  if (asked.leaderId && !isHere(asked.leaderId))
    refusals.push({ field: 'leader', message: 'Choose somebody of this organisation, or nobody.' })
  if (!asked.assessorIds.every(isHere))
    refusals.push({ field: 'assessors', message: 'Choose people of this organisation.' })
  if (asked.leaderId === asked.personId)
    refusals.push({ field: 'leader', message: 'Nobody leads themself: choose somebody else, or nobody.' })
  if (asked.assessorIds.includes(asked.personId))
    refusals.push({ field: 'assessors', message: 'Nobody assesses themself.' })
  const lastAdministrator = here.every(
    (one) =>
      one.personId === asked.personId || one.state !== 'active' || !one.standings.includes('administrator'),
  )
  if (lastAdministrator && !asked.standings.includes('administrator')) {
    refusals.push({
      field: 'standings',
      message: 'This is the last administrator. Make somebody else one first.',
    })
  }
  if (!person || refusals.length > 0) return refused(...refusals)
  const sector = asked.sector === undefined ? person.sector : asked.sector
  await savePerson(tx, {
    personId: person.personId,
    name: asked.name,
    email: asked.email,
    standings: asked.standings,
    state: person.state,
    leftOn: person.leftOn,
    sector,
  })
  await saveAssessors(tx, asked.personId, asked.assessorIds)
  await record(tx, {
    kind: 'people.changed',
    actor,
    personId: asked.personId,
    recordId: asked.personId,
    payload: {
      name: asked.name,
      standings: asked.standings,
      sector,
      assessors: asked.assessorIds,
    },
  })
  if (person.team !== asked.team || person.leaderId !== asked.leaderId || person.job !== asked.job) {
    // Another team or leader leaves the role as it was chosen; another job names another one.
    const roleId = person.job === asked.job ? person.roleId : null
    await place(tx, actor, { ...asked, roleId, from: asked.today })
  }
  return done(null)
}

/** A person leaves, or comes back: their records are kept; they can no longer sign in. */
export async function setLeft(
  tx: OrgTx,
  actor: Actor,
  personId: Id,
  leftOn: Day | null,
): Promise<Outcome<null>> {
  if (personId === actor.personId)
    return refused({ message: 'You cannot end your own account. Ask another administrator.' })
  const person = await findPerson(tx, personId)
  if (!person) return refused({ message: 'Nobody of that name is here.' })
  await savePerson(tx, { ...person, state: leftOn ? 'left' : 'invited', leftOn })
  await withdrawLinks(tx, personId)
  await record(tx, {
    kind: leftOn ? 'people.left' : 'people.returned',
    actor,
    personId,
    recordId: personId,
    payload: { leftOn },
  })
  return done(null)
}
