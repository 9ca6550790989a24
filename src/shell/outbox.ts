import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Id } from '../kernel/id.ts'
import { endOfQuiet, type Quiet } from '../kernel/quiet.ts'
import type { Config } from './config.ts'
import type { Database, OrgTx } from './db.ts'
import type { Jobs } from './jobs.ts'
import type { Keys } from './keys.ts'
import { log } from './log.ts'
import type { Mail, Mailing, Sent } from './mail.ts'
import {
  claimMail,
  countDead,
  listDue,
  lockMail,
  type OutboxMail,
  postponeMail,
  putBack,
  saveMail,
  settleMail,
} from './outbox-mails.ts'

/** What sending stands on: the house has all of it. */
export type PostOffice = {
  db: Database
  keys: Keys
  mail: Mail
  jobs: Jobs
  config: Pick<Config, 'publicUrl'>
}

/** A mail to be sent. Its subject names nobody: it is read on locked screens, and by whoever looks after the outbox. */
export type NewMail = Pick<Mailing, 'to' | 'subject' | 'text' | 'unsubscribe' | 'calendar'> & {
  kind: OutboxMail['kind']
  /** The record that caused it, by which its page shows how it stands. */
  aboutId: Id | null
  /** Leaves nothing behind once it is sent: where that somebody was written to must not be known later. */
  traceless?: boolean
  /** When its reader is left in peace: it is not sent then, whenever it is tried. */
  quiet?: Quiet & { zone: string }
}

/** The job that sends what waits in one organisation's outbox. Its name lies in the queue's own tables, so it stays. */
export const SEND = 'send-letters'

/** Minutes after which a mail is tried again that the server could not take; after the last it counts as refused. */
const AGAIN = [1, 5, 15, 60, 180, 360, 720, 1440]

/** Minutes after which a mail that is being handed over has no living sender any longer. */
const LEASE = 15

/** The key that seals mails, by the name under which installations keep it. */
const KEY = 'letters'

/**
 * Puts a mail into the outbox, in the transaction of what causes it; it is sent after that is committed. A kill in
 * between leaves it to the next look into the outbox. @returns its id
 */
export async function postMail(office: PostOffice, tx: OrgTx, mail: NewMail): Promise<Id> {
  const { to, subject, kind, aboutId, traceless = false, ...inside } = mail
  const mailId = tx.newId()
  const { hostname } = new URL(office.config.publicUrl)
  const key = await office.keys.lasting(KEY)
  await saveMail(tx, {
    mailId,
    messageId: `<${mailId}@${hostname}>`,
    kind,
    aboutId,
    recipient: to,
    subject,
    traceless,
    box: seal(key, `${tx.orgId} ${mailId}`, inside),
  })
  tx.afterwards(() => hurry(office, tx.orgId))
  return mailId
}

/** Has the outbox of an organisation looked into soon. */
function hurry(office: PostOffice, orgId: Id): void {
  office.jobs
    .send(SEND, { orgId })
    .catch((error: Error) =>
      log.warn({ error: error.name }, 'a mail waits for the next look into the outbox'),
    )
}

/**
 * Sends every mail of an organisation that is due. Each is claimed, and that is committed, before the server is
 * asked: whoever else looks at the same moment finds it claimed. Where nobody answers the rest is left for later.
 */
export async function sendDue(office: PostOffice, orgId: Id): Promise<void> {
  if (!office.mail.configured) return
  for (const mailId of await office.db.inOrg(orgId, listDue, { readOnly: true })) {
    const sent = await sendOne(office, orgId, mailId)
    if (sent?.how === 'later' && sent.why === 'unreachable') return
  }
}

async function sendOne({ db, keys, mail: server }: PostOffice, orgId: Id, mailId: Id): Promise<Sent | null> {
  const key = await keys.lasting(KEY)
  const taken = await db.inOrg(orgId, async (tx) => {
    const mail = await claimMail(tx, mailId)
    if (!mail) return null
    const inside = unseal(key, `${orgId} ${mailId}`, mail.box)
    const from = outsideQuiet(tx.now, inside)
    if (from > tx.now) await postponeMail(tx, mailId, from)
    return from > tx.now ? null : { mail, inside }
  })
  if (!taken) return null
  const { mail, inside } = taken
  const { recipient: to, subject, messageId, postedAt: date, claim } = mail
  const sent: Sent = inside
    ? await hand(server, { to, subject, messageId, date }, inside)
    : { how: 'refused' }
  await db.inOrg(orgId, async (tx) => {
    if (sent.how === 'later') return waitOrRefuse(tx, mail, inside, sent.why)
    const state = sent.how === 'unanswered' ? 'may not have been sent' : sent.how
    const why = sent.how === 'sent' ? null : sent.how
    await settleMail(tx, { mailId, claim, traceless: mail.traceless }, { state, why })
  })
  return sent
}

const hand = (
  server: Mail,
  mail: Pick<Mailing, 'to' | 'subject' | 'messageId' | 'date'>,
  { quiet: _, ...inside }: Inside,
): Promise<Sent> => server.send({ ...mail, ...inside })

/** The first moment from this one on at which a mail may be sent. */
const outsideQuiet = (moment: Date, inside: Inside | null): Date =>
  inside?.quiet ? endOfQuiet(moment, inside.quiet, inside.quiet.zone) : moment

async function waitOrRefuse(
  tx: OrgTx,
  mail: NonNullable<Awaited<ReturnType<typeof claimMail>>>,
  inside: Inside | null,
  why: 'busy' | 'unreachable',
): Promise<void> {
  const minutes = AGAIN[mail.tries]
  const next =
    minutes === undefined ? null : outsideQuiet(new Date(tx.now.getTime() + minutes * 60_000), inside)
  await settleMail(tx, mail, { state: next ? 'to send' : 'refused', why, next })
}

/**
 * Finds mails that were being handed over by a sender that is gone, and says of each that it may not have been sent:
 * nobody knows, so nobody sends it again but a person. @param all at the start of the server, when no sender can live
 */
export async function findDead(db: Database, all: boolean): Promise<number> {
  const before = all ? null : new Date(db.now().getTime() - LEASE * 60_000)
  return countDead(db, before)
}

/** Has a mail sent again that may not have been sent or was refused, under its own Message-ID; false where it is neither. */
export async function resendMail(office: PostOffice, tx: OrgTx, mailId: Id): Promise<boolean> {
  const back = await putBack(tx, mailId)
  if (back) tx.afterwards(() => hurry(office, tx.orgId))
  return back
}

/** Gives a mail up: what it said and to whom goes. False where it is sent already, or being sent. */
export async function giveUpMail(tx: OrgTx, mailId: Id): Promise<boolean> {
  const mail = await lockMail(tx, mailId)
  if (!mail || mail.state === 'sent' || mail.state === 'sending' || mail.state === 'given up') return false
  await settleMail(
    tx,
    { mailId, claim: mail.claim, traceless: mail.traceless },
    { state: 'given up', why: mail.why },
  )
  return true
}

type Inside = Pick<NewMail, 'text' | 'unsubscribe' | 'calendar' | 'quiet'>

const NONCE = 12
const TAG = 16

function seal(key: Buffer, place: string, inside: Inside): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  return Buffer.concat([nonce, cipher.update(JSON.stringify(inside)), cipher.final(), cipher.getAuthTag()])
}

/** What a box holds; null where it was sealed under another key, or changed. */
function unseal(key: Buffer, place: string, box: Buffer): Inside | null {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE))
    .setAAD(Buffer.from(place))
    .setAuthTag(box.subarray(-TAG))
  try {
    const plain = Buffer.concat([decipher.update(box.subarray(NONCE, -TAG)), decipher.final()])
    return JSON.parse(plain.toString()) as Inside
  } catch {
    return null
  }
}
