import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Id, isId } from '../../kernel/id.ts'
import type { Keys } from '../../shell/keys.ts'
import { KINDS, type NoticeKind } from './rules/kinds.ts'

const TAG = 16
const IDS = 32

const toBytes = (id: Id) => Buffer.from(id.replaceAll('-', ''), 'hex')
const toId = (bytes: Buffer): Id => {
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const sealOf = async (keys: Keys, bytes: Buffer): Promise<Buffer> =>
  createHmac('sha256', await keys.lasting('unsubscribing'))
    .update(bytes)
    .digest()
    .subarray(0, TAG)

/** Whom a token is for, and mails of which kind it stops. */
export type Stop = { orgId: Id; personId: Id; kind: NoticeKind }

/** The token that stops one person's mails of one kind, without a sign-in, as often as it is used. Source: RFC 8058, 5. */
export async function stopToken(keys: Keys, { orgId, personId, kind }: Stop): Promise<string> {
  const bytes = Buffer.concat([toBytes(orgId), toBytes(personId), Buffer.from([KINDS.indexOf(kind)])])
  return Buffer.concat([bytes, await sealOf(keys, bytes)]).toString('base64url')
}

/** What a token stops; null where we did not make it. */
export async function readStop(keys: Keys, token: string): Promise<Stop | null> {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== IDS + 1 + TAG || bytes.toString('base64url') !== token) return null
  const told = bytes.subarray(0, IDS + 1)
  if (!timingSafeEqual(await sealOf(keys, told), bytes.subarray(IDS + 1))) return null
  const [orgId, personId, kind] = [
    toId(told.subarray(0, 16)),
    toId(told.subarray(16, 32)),
    KINDS[told[32] ?? -1],
  ]
  return kind && isId(orgId) && isId(personId) ? { orgId, personId, kind } : null
}
