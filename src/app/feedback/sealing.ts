import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Id, isId } from '../../kernel/id.ts'
import type { Keys } from '../../shell/keys.ts'
import type { Mark, QuestionKey, SealedAnswer } from './rules/release.ts'

/** Bytes of an answer before it is sealed: more than twelve levels, their marks and two texts of 2,000 characters take. */
const SIZE = 16_384
const NONCE = 12
const TAG = 16

/** One round of one organisation: a box belongs to it and to no other. */
export type Where = { orgId: Id; roundId: Id }

const bound = ({ orgId, roundId }: Where) => Buffer.from(`${orgId} ${roundId}`)

/** An answer in a box: every box has the same length, and the same answer never makes the same box twice. */
export function seal(key: Buffer, where: Where, answer: SealedAnswer): Buffer {
  const text = Buffer.from(JSON.stringify(answer))
  if (text.length > SIZE - 4) throw new RangeError('The answer is longer than its box.')
  const plain = Buffer.alloc(SIZE)
  plain.writeUInt32BE(text.length)
  text.copy(plain, 4)
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(where))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** What a box holds; null where it was not sealed under this key for this round, or was changed since. */
export function unseal(key: Buffer, where: Where, box: Uint8Array): SealedAnswer | null {
  const bytes = Buffer.from(box)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
    .setAAD(bound(where))
    .setAuthTag(bytes.subarray(-TAG))
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()])
    return JSON.parse(plain.subarray(4, 4 + plain.readUInt32BE()).toString()) as SealedAnswer
  } catch {
    return null
  }
}

/** By what a rater is known in every round: a colleague by id, anybody else by their e-mail address. */
export function raterKey(rater: { personId: Id | null; email: string | null }): string {
  return rater.personId ?? `mailto:${(rater.email ?? '').toLowerCase()}`
}

/** What a rater is known by as one who was asked, whatever they answered. */
export const ASKED = 'asked'

/** How questions about a person know their raters. */
export type Marks = { of(question: QuestionKey | typeof ASKED, rater: string): Mark; print: string }

/** How a question knows a rater, also one of a closed round whose address is not kept any longer. */
export const markOf = (
  marks: Marks,
  question: Parameters<Marks['of']>[0],
  rater: Parameters<typeof raterKey>[0] & { marks: Readonly<Record<string, Mark>> | null },
): Mark | undefined => (rater.marks ? rater.marks[question] : marks.of(question, raterKey(rater)))

/** How a question about a person knows its raters. Without the key no mark leads to a rater, nor to another mark. */
export async function openMarks(keys: Keys, about: { orgId: Id; personId: Id }): Promise<Marks> {
  const key = await keys.lasting('pseudonyms')
  const under = (text: string) => createHmac('sha256', key).update(text)
  return {
    of: (question, rater) =>
      under(`${about.orgId} ${about.personId} ${question} ${rater}`).digest('base64url'),
    print: under('which key').digest('base64url').slice(0, 16),
  }
}

const toBytes = (id: Id) => Buffer.from(id.replaceAll('-', ''), 'hex')

function toId(bytes: Uint8Array): Id {
  const hex = Buffer.from(bytes).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

async function sealOf(keys: Keys, ids: Uint8Array): Promise<Buffer> {
  const key = await keys.lasting('links')
  return createHmac('sha256', key).update(ids).digest().subarray(0, TAG)
}

/** The token of a request's link. It is made anew whenever it is needed: nothing that lets somebody answer is stored. */
export async function tokenOf(keys: Keys, orgId: Id, requestId: Id): Promise<string> {
  const ids = Buffer.concat([toBytes(orgId), toBytes(requestId)])
  return Buffer.concat([ids, await sealOf(keys, ids)]).toString('base64url')
}

/** Which organisation a token names, be its seal ours or not: good for counting what is tried there, and for nothing else. */
export function orgNamedIn(token: string): Id | null {
  const bytes = Buffer.from(token, 'base64url')
  const orgId = toId(bytes.subarray(0, 16))
  return bytes.length === 32 + TAG && isId(orgId) ? orgId : null
}

/** Which request a token is for; null where its seal is not ours. */
export async function readToken(keys: Keys, token: string): Promise<{ orgId: Id; requestId: Id } | null> {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 32 + TAG || bytes.toString('base64url') !== token) return null
  const ids = bytes.subarray(0, 32)
  if (!timingSafeEqual(await sealOf(keys, ids), bytes.subarray(32))) return null
  const [orgId, requestId] = [toId(ids.subarray(0, 16)), toId(ids.subarray(16))]
  return isId(orgId) && isId(requestId) ? { orgId, requestId } : null
}
