import { createHash, randomBytes } from 'node:crypto'
import type { Actor, Standing } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { Database, OrgTx } from '../../shell/db.ts'
import { event } from '../../shell/events.ts'
import type { Identity } from '../../shell/identity.ts'
import { record } from '../history/history.ts'
import {
  checkPassword,
  checkPerson,
  isEmail,
  LINK_DAYS,
  type ListedPerson,
  linkState,
  type NewPerson,
  readPeople,
} from './rules.ts'
import {
  deleteOrganisation,
  findActing,
  findLink,
  findOrMakeTeam,
  findPerson,
  hasResetLink,
  type Link,
  listOrganisations,
  listPeople,
  lockLink,
  markLink,
  type Organisation,
  type Person,
  saveAssessors,
  saveLink,
  saveOrganisation,
  savePerson,
  savePosition,
  withdrawLinks,
} from './store.ts'

export type { NewPerson } from './rules.ts'
export { STANDING_SHORT, STANDING_WORDS } from './rules.ts'
export type { Link, Organisation, Person, Position } from './store.ts'
export {
  findOrganisation,
  findPerson,
  listAssessors,
  listLinks,
  listOrganisations,
  listPeople,
  listPositions,
} from './store.ts'

/** An organisation was made: later capabilities install their starting content, in the same transaction. */
export const organisationMade = event<{ orgId: Id }>()
/** A person was added, or their job changed: `job` as it was typed. */
const positionChanged = event<{ personId: Id; job: string | null; from: Day }>()

/**
 * Makes an organisation and its first administrator, who can do everything alone until others join.
 * @param founder null where nobody is to sign in yet: then it holds no person either
 */
export async function makeOrganisation(
  db: Database,
  identity: Identity,
  asked: { name: string; kind: Organisation['kind']; zone: string; demo?: boolean; today: Day },
  founder: { name: string; email: string; password: string } | null,
): Promise<Outcome<{ orgId: Id; personId: Id | null; userId: string | null }>> {
  const refusals = await checkFounding(db, identity, asked, founder)
  if (refusals.length > 0) return refused(...refusals)
  const orgId = db.newId()
  await saveOrganisation(db, { orgId, ...asked })
  try {
    const personId = await db.inOrg(orgId, async (tx) => {
      await record(tx, {
        kind: 'organisation.made',
        actor: null,
        personId: null,
        recordId: orgId,
        payload: { name: asked.name, kind: asked.kind },
      })
      await organisationMade.happen(tx, { orgId })
      if (!founder) return null
      const id = tx.newId()
      const standings: Standing[] = asked.kind === 'me' ? ['adviser', 'administrator'] : ['administrator']
      await savePerson(tx, {
        personId: id,
        name: founder.name,
        email: founder.email,
        standings,
        state: 'active',
      })
      await savePosition(tx, {
        personId: id,
        teamId: null,
        leaderId: null,
        job: null,
        roleId: null,
        from: asked.today,
      })
      await positionChanged.happen(tx, { personId: id, job: null, from: asked.today })
      await record(tx, {
        kind: 'people.added',
        actor: { personId: id },
        personId: id,
        recordId: id,
        payload: { name: founder.name, standings },
      })
      return id
    })
    const userId = founder && personId && (await identity.addUser({ ...founder, orgId, personId }))
    return done({ orgId, personId, userId })
  } catch (error) {
    await removeOrganisation(db, identity, orgId)
    throw error
  }
}

async function checkFounding(
  db: Database,
  identity: Identity,
  asked: { name: string; zone: string },
  founder: { name: string; email: string; password: string } | null,
): Promise<Refusal[]> {
  const refusals: Refusal[] = []
  if (!asked.name) refusals.push({ field: 'organisation', message: 'Give the organisation a name.' })
  if (asked.name.length > 120 || asked.name.includes('\n'))
    refusals.push({ field: 'organisation', message: 'Keep the name to one line of at most 120 characters.' })
  const taken = (await listOrganisations(db)).some(
    (one) => one.name.toLowerCase() === asked.name.toLowerCase(),
  )
  if (taken)
    refusals.push({
      field: 'organisation',
      message: 'An organisation of that name is here already. Sign in to it, or choose another name.',
    })
  if (!Intl.supportedValuesOf('timeZone').includes(asked.zone) && asked.zone !== 'UTC') {
    refusals.push({ field: 'zone', message: 'Choose a time zone such as Europe/London.' })
  }
  if (!founder) return refusals
  refusals.push(...checkPerson(founder))
  if (!founder.email)
    refusals.push({ field: 'email', message: 'Give your e-mail address: you sign in with it.' })
  else if (isEmail(founder.email) && (await identity.findUser(founder.email))) {
    refusals.push({
      field: 'email',
      message: 'Somebody signs in with that address already. Sign in, or use another address.',
    })
  }
  return [...refusals, ...checkPassword(founder.password, founder)]
}

/** Deletes an organisation with all it holds, sign-ins included. */
export async function removeOrganisation(db: Database, identity: Identity, orgId: Id): Promise<void> {
  await deleteOrganisation(db, orgId)
  await identity.removeUsersOf(orgId)
}

/** The acting person of an organisation, or null where they are not (any longer) part of it. */
export async function actorOf(
  tx: OrgTx,
  personId: Id,
): Promise<{ actor: Actor; person: Person; org: Organisation } | null> {
  const acting = await findActing(tx, personId)
  if (!acting || acting.person.state === 'left') return null
  const { person, org, leads, assesses } = acting
  const { name, standings } = person
  const actor = { orgId: tx.orgId, personId, name, standings, leads, assesses }
  return { actor, person, org }
}

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
  await positionChanged.happen(tx, { personId: asked.personId, job: asked.job, from: asked.from })
}

/** Changes name, address, standings, place and assessors of a person, all at once. */
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
  await savePerson(tx, {
    personId: person.personId,
    name: asked.name,
    email: asked.email,
    standings: asked.standings,
    state: person.state,
    leftOn: person.leftOn,
  })
  await saveAssessors(tx, asked.personId, asked.assessorIds)
  await record(tx, {
    kind: 'people.changed',
    actor,
    personId: asked.personId,
    recordId: asked.personId,
    payload: { name: asked.name, standings: asked.standings, assessors: asked.assessorIds },
  })
  if (person.team !== asked.team || person.leaderId !== asked.leaderId || person.job !== asked.job) {
    await place(tx, actor, { ...asked, roleId: null, from: asked.today })
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

const digestOf = (secret: string) => createHash('sha256').update(secret).digest()

/** The organisation a one-time token belongs to, or null where it is no token of ours. */
export function orgOfToken(token: string): Id | null {
  const hex = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('hex')
  return hex.length === 32
    ? `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
    : null
}

/**
 * Makes a one-time link for a person, to join or to set a new password; earlier ones stop working.
 * @returns the token of the address, known only now: the database holds its digest
 */
export async function makeLink(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'> | null,
  personId: Id,
  purpose: Link['purpose'],
): Promise<string> {
  const secret = randomBytes(16).toString('base64url')
  await withdrawLinks(tx, personId)
  const linkId = tx.newId()
  const endsAt = new Date(tx.now.getTime() + LINK_DAYS[purpose] * 86_400_000)
  await saveLink(tx, {
    linkId,
    digest: digestOf(secret),
    purpose,
    personId,
    madeBy: actor?.personId ?? null,
    endsAt,
  })
  await record(tx, {
    kind: `link.${purpose}`,
    actor,
    personId,
    recordId: linkId,
    payload: { endsAt: endsAt.toISOString() },
  })
  return `${Buffer.from(tx.orgId.replaceAll('-', ''), 'hex').toString('base64url')}.${secret}`
}

/** Between two links that somebody asks for who forgot their password, or says so: five minutes. */
const RESET_PAUSE = 5 * 60_000

/** A link for somebody who forgot their password; null where one was made just now, so that nobody's box is flooded. */
export async function makeForgottenLink(tx: OrgTx, personId: Id): Promise<string | null> {
  const since = new Date(tx.now.getTime() - RESET_PAUSE)
  return (await hasResetLink(tx, personId, since)) ? null : makeLink(tx, { personId }, personId, 'reset')
}

/** What a one-time link is for and whose it is; or why it does not work. Notes that it was opened. */
export async function openLink(
  tx: OrgTx,
  token: string,
  mark: boolean,
): Promise<{ link: Link; person: Person; state: ReturnType<typeof linkState> } | null> {
  const link = await findLink(tx, digestOf(token.split('.')[1] ?? ''))
  const person = link && (await findPerson(tx, link.personId))
  if (!link || !person) return null
  if (mark) await markLink(tx, link.linkId, 'opened_at')
  return { link, person, state: person.state === 'left' ? 'withdrawn' : linkState(link, tx.now) }
}

/** Uses a one-time link: sets the password, makes the sign-in where there is none. Answers the user to sign in. */
export async function followLink(
  tx: OrgTx,
  identity: Identity,
  token: string,
  typed: { email: string; password: string; again: string },
): Promise<Outcome<{ userId: string; personId: Id }>> {
  const opened = await openLink(tx, token, false)
  if (!opened) return refused({ message: 'This link does not work. Ask for a new one.' })
  const link = await lockLink(tx, opened.link.linkId)
  if (linkState(link, tx.now) !== 'works' || opened.state !== 'works')
    return refused({ message: 'This link has been used or has ended. Ask for a new one.' })
  const { person } = opened
  const user = await identity.userOf(person.personId)
  const email = (user?.email ?? typed.email).toLowerCase()
  const refusals = checkPassword(typed.password, { name: person.name, email })
  if (typed.password !== typed.again)
    refusals.push({ field: 'again', message: 'The two passwords differ. Type the same one twice.' })
  if (!isEmail(email))
    refusals.push({ field: 'email', message: 'An e-mail address looks like name@example.org.' })
  else if (!user && (await identity.findUser(email)))
    refusals.push({
      field: 'email',
      message: 'Somebody signs in with that address already. Use another address.',
    })
  if (refusals.length > 0) return refused(...refusals)
  await markLink(tx, link.linkId, 'used_at')
  await savePerson(tx, { ...person, email, state: 'active' })
  await record(tx, {
    kind: link.purpose === 'join' ? 'people.joined' : 'people.password-set',
    actor: person,
    personId: person.personId,
    recordId: person.personId,
    payload: {},
  })
  if (!user)
    return done({
      userId: await identity.addUser({
        email,
        name: person.name,
        orgId: tx.orgId,
        personId: person.personId,
        password: typed.password,
      }),
      personId: person.personId,
    })
  await identity.setPassword(user.userId, typed.password)
  await identity.signOutEverywhere(user.userId)
  return done({ userId: user.userId, personId: person.personId })
}

/** Notes that a person has joined without a link: in the demo, where nobody has a password. */
export async function markJoined(tx: OrgTx, personId: Id): Promise<void> {
  const person = await findPerson(tx, personId)
  if (!person) return
  await savePerson(tx, { ...person, state: 'active' })
  await record(tx, { kind: 'people.joined', actor: { personId }, personId, recordId: personId, payload: {} })
}

/** Reads a list of people and says of each line whether it is new, here already, or refused. Adds nobody. */
export async function checkList(tx: OrgTx, text: string): Promise<Outcome<ListedPerson[]>> {
  return readPeople(text, await listPeople(tx))
}

/** Adds the new people of a list, leaders first. Answers who was added; lines that are refused are left out. */
export async function addList(
  tx: OrgTx,
  actor: Actor,
  text: string,
  from: Day,
): Promise<Outcome<{ added: Id[]; refused: (ListedPerson & { why: string })[] }>> {
  const list = await checkList(tx, text)
  if (!list.ok) return list
  const added: Id[] = []
  const left: ListedPerson[] = list.value.filter((line) => line.state === 'refused')
  const fresh = list.value
    .filter((line) => line.state === 'new')
    .sort((a, b) => Number(b.standing === 'leader') - Number(a.standing === 'leader'))
  for (const line of fresh) {
    const outcome = await addPerson(tx, actor, { ...line, from })
    if (outcome.ok) added.push(outcome.value)
    else
      left.push({
        ...line,
        state: 'refused',
        why: outcome.refusals.map((refusal) => refusal.message).join(' '),
      })
  }
  return done({ added, refused: left })
}
