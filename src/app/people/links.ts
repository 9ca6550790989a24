import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../../kernel/actor.ts'
import { isEmail } from '../../kernel/email.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Identity } from '../../shell/identity.ts'
import { record } from '../history/history.ts'
import { checkPassword, LINK_DAYS, linkState } from './rules.ts'
import {
  findLink,
  hasResetLink,
  type Link,
  lockLink,
  markLink,
  saveLink,
  withdrawLinks,
} from './store/links.ts'
import { findPerson, type Person, savePerson } from './store/people.ts'

const digestOf = (secret: string) => createHash('sha256').update(secret).digest()

/**
 * A token for the address of a link, unguessable (128 random bits), and the digest of it to keep: the token itself is
 * known only now. It holds which organisation it belongs to.
 */
export function makeToken(orgId: Id): { token: string; digest: Buffer } {
  const secret = randomBytes(16).toString('base64url')
  const org = Buffer.from(orgId.replaceAll('-', ''), 'hex').toString('base64url')
  return { token: `${org}.${secret}`, digest: digestOf(secret) }
}

/** What is kept of a token, to find the link by. */
export const tokenDigest = (token: string): Buffer => digestOf(token.split('.')[1] ?? '')

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
  const { token, digest } = makeToken(tx.orgId)
  await withdrawLinks(tx, personId)
  const linkId = tx.newId()
  const endsAt = new Date(tx.now.getTime() + LINK_DAYS[purpose] * 86_400_000)
  await saveLink(tx, {
    linkId,
    digest,
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
  return token
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
  const link = await findLink(tx, tokenDigest(token))
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
