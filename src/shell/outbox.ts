import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Id } from '../kernel/id.ts'
import { endOfQuiet, type Quiet } from '../kernel/quiet.ts'
import type { Config } from './config.ts'
import type { Database, OrgTx } from './db.ts'
import type { Jobs } from './jobs.ts'
import type { Keys } from './keys.ts'
import {
  claimLetter,
  countDead,
  type Letter,
  listDue,
  lockLetter,
  postponeLetter,
  putBack,
  saveLetter,
  settleLetter,
} from './letters.ts'
import { log } from './log.ts'
import type { Mail, Mailing, Sent } from './mail.ts'

/** What sending stands on: the house has all of it. */
export type PostOffice = {
  db: Database
  keys: Keys
  mail: Mail
  jobs: Jobs
  config: Pick<Config, 'publicUrl'>
}

/** A letter to be sent. Its subject names nobody: it is read on locked screens, and by whoever looks after the outbox. */
export type NewLetter = Pick<Mailing, 'to' | 'subject' | 'text' | 'unsubscribe' | 'calendar'> & {
  kind: Letter['kind']
  /** The record that caused it, by which its page shows how it stands. */
  aboutId: Id | null
  /** Leaves nothing behind once it is sent: where that somebody was written to must not be known later. */
  traceless?: boolean
  /** When its reader is left in peace: it is not sent then, whenever it is tried. */
  quiet?: Quiet & { zone: string }
}

/** The job that sends what waits in one organisation's outbox. */
export const SEND = 'send-letters'

/** Minutes after which a letter is tried again that the server could not take; after the last it counts as refused. */
const AGAIN = [1, 5, 15, 60, 180, 360, 720, 1440]

/** Minutes after which a letter that is being handed over has no living sender any longer. */
const LEASE = 15

const KEY = 'letters'

/**
 * Puts a letter into the outbox, in the transaction of what causes it; it is sent after that is committed. A kill in
 * between leaves it to the next look into the outbox. @returns its id
 */
export async function postLetter(office: PostOffice, tx: OrgTx, letter: NewLetter): Promise<Id> {
  const { to, subject, kind, aboutId, traceless = false, ...inside } = letter
  const letterId = tx.newId()
  const { hostname } = new URL(office.config.publicUrl)
  const key = await office.keys.lasting(KEY)
  await saveLetter(tx, {
    letterId,
    messageId: `<${letterId}@${hostname}>`,
    kind,
    aboutId,
    recipient: to,
    subject,
    traceless,
    box: seal(key, `${tx.orgId} ${letterId}`, inside),
  })
  tx.afterwards(() => hurry(office, tx.orgId))
  return letterId
}

/** Has the outbox of an organisation looked into soon. */
function hurry(office: PostOffice, orgId: Id): void {
  office.jobs
    .send(SEND, { orgId })
    .catch((error: Error) =>
      log.warn({ error: error.name }, 'a letter waits for the next look into the outbox'),
    )
}

/**
 * Sends every letter of an organisation that is due. Each is claimed, and that is committed, before the server is
 * asked: whoever else looks at the same moment finds it claimed. Where nobody answers the rest is left for later.
 */
export async function sendDue(office: PostOffice, orgId: Id): Promise<void> {
  if (!office.mail.configured) return
  for (const letterId of await office.db.inOrg(orgId, listDue, { readOnly: true })) {
    const sent = await sendOne(office, orgId, letterId)
    if (sent?.how === 'later' && sent.why === 'unreachable') return
  }
}

async function sendOne({ db, keys, mail }: PostOffice, orgId: Id, letterId: Id): Promise<Sent | null> {
  const key = await keys.lasting(KEY)
  const taken = await db.inOrg(orgId, async (tx) => {
    const letter = await claimLetter(tx, letterId)
    if (!letter) return null
    const inside = unseal(key, `${orgId} ${letterId}`, letter.box)
    const from = outsideQuiet(tx.now, inside)
    if (from > tx.now) await postponeLetter(tx, letterId, from)
    return from > tx.now ? null : { letter, inside }
  })
  if (!taken) return null
  const { letter, inside } = taken
  const { recipient: to, subject, messageId, postedAt: date, claim } = letter
  const sent: Sent = inside ? await hand(mail, { to, subject, messageId, date }, inside) : { how: 'refused' }
  await db.inOrg(orgId, async (tx) => {
    if (sent.how === 'later') return waitOrRefuse(tx, letter, inside, sent.why)
    const state = sent.how === 'unanswered' ? 'may not have been sent' : sent.how
    const why = sent.how === 'sent' ? null : sent.how
    await settleLetter(tx, { letterId, claim, traceless: letter.traceless }, { state, why })
  })
  return sent
}

const hand = (
  mail: Mail,
  letter: Pick<Mailing, 'to' | 'subject' | 'messageId' | 'date'>,
  { quiet: _, ...inside }: Inside,
): Promise<Sent> => mail.send({ ...letter, ...inside })

/** The first moment from this one on at which a letter may be sent. */
const outsideQuiet = (moment: Date, inside: Inside | null): Date =>
  inside?.quiet ? endOfQuiet(moment, inside.quiet, inside.quiet.zone) : moment

async function waitOrRefuse(
  tx: OrgTx,
  letter: NonNullable<Awaited<ReturnType<typeof claimLetter>>>,
  inside: Inside | null,
  why: 'busy' | 'unreachable',
): Promise<void> {
  const minutes = AGAIN[letter.tries]
  const next =
    minutes === undefined ? null : outsideQuiet(new Date(tx.now.getTime() + minutes * 60_000), inside)
  await settleLetter(tx, letter, { state: next ? 'to send' : 'refused', why, next })
}

/**
 * Finds letters that were being handed over by a sender that is gone, and says of each that it may not have been sent:
 * nobody knows, so nobody sends it again but a person. @param all at the start of the server, when no sender can live
 */
export async function findDead(db: Database, all: boolean): Promise<number> {
  const before = all ? null : new Date(db.now().getTime() - LEASE * 60_000)
  return countDead(db, before)
}

/** Has a letter sent again that may not have been sent or was refused, under its own Message-ID; false where it is neither. */
export async function resendLetter(office: PostOffice, tx: OrgTx, letterId: Id): Promise<boolean> {
  const back = await putBack(tx, letterId)
  if (back) tx.afterwards(() => hurry(office, tx.orgId))
  return back
}

/** Gives a letter up: what it said and to whom goes. False where it is sent already, or being sent. */
export async function giveUpLetter(tx: OrgTx, letterId: Id): Promise<boolean> {
  const letter = await lockLetter(tx, letterId)
  if (!letter || letter.state === 'sent' || letter.state === 'sending' || letter.state === 'given up')
    return false
  await settleLetter(
    tx,
    { letterId, claim: letter.claim, traceless: letter.traceless },
    { state: 'given up', why: letter.why },
  )
  return true
}

type Inside = Pick<NewLetter, 'text' | 'unsubscribe' | 'calendar' | 'quiet'>

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
