import { hash } from 'node:crypto'

/** A record's identifier: a lower-case UUID. New ones are version 7, so that they sort by the moment they were made. */
export type Id = string

const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text is a lower-case UUID of any version. */
export function isId(text: string): boolean {
  return PATTERN.test(text)
}

/**
 * A UUID version 7 (RFC 9562, section 5.7).
 * @param millis milliseconds since 1970, 0 to 2^48 - 1
 * @param random ten random bytes
 */
export function uuidv7(millis: number, random: Uint8Array): Id {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(millis) << 16n)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Whether an identifier was made of a name, as `namedId` makes them. */
export function isNamedId(id: Id): boolean {
  return isId(id) && id[14] === '3'
}

/**
 * A UUID version 3 (RFC 9562, section 5.3): the same for the same name within a space, wherever and whenever it is made.
 * @param space the identifier of what the names belong to
 */
export function namedId(space: Id, name: string): Id {
  const bytes = Buffer.concat([Buffer.from(space.replaceAll('-', ''), 'hex'), Buffer.from(name, 'utf8')])
  const hex = hash('md5', bytes, 'hex')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-3${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}
