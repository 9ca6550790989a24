import type { Standing } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { isEmail } from '../../kernel/email.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { Database } from '../../shell/db.ts'
import { event } from '../../shell/events.ts'
import type { Identity } from '../../shell/identity.ts'
import { record } from '../history/history.ts'
import { checkPassword, checkPerson } from './rules.ts'
import {
  deleteOrganisation,
  listOrganisations,
  type Organisation,
  saveOrganisation,
} from './store/organisations.ts'
import { savePerson } from './store/people.ts'
import { savePosition } from './store/positions.ts'

/** An organisation was made: later capabilities install their starting content, in the same transaction. */
export const organisationMade = event<{ orgId: Id }>()

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
