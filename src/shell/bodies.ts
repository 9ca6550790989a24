import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'

/** A file that was sent with a form. */
export type Sent = { name: string; type: string; bytes: Uint8Array }

/** A field of a form and what came in it. */
export type Field = [name: string, value: string | Sent]

/** A body that is no form, holds more words than one can, or is larger than any may be. */
export class Unreadable extends Error {
  constructor(readonly why: 'broken' | 'too long' | 'too large') {
    super(why)
  }
}

/** What one form may hold: bytes in all, characters beside its files, and fields and files with files among them. */
export const FORM_LIMITS = { bytes: 64 * 1024 * 1024, words: 1_000_000, parts: 10_000 }

/** At most so many bytes stand for one character in an address, and so in the body of a form without files. */
const BYTES_A_CHARACTER = 9

/** So much of what is too large is still taken and thrown away: a browser shows no answer before it has sent all. */
const TAKEN_AT_MOST = 4 * FORM_LIMITS.bytes

/**
 * The fields and files of a form's body, in the order in which they came. What is over a limit is let go while it arrives.
 * @throws Unreadable
 */
export async function fieldsOf(request: Request): Promise<Field[]> {
  const type = request.headers.get('content-type') ?? ''
  const isMultipart = /^multipart\/form-data/i.test(type)
  if (!isMultipart && !/^application\/x-www-form-urlencoded/i.test(type)) return []
  const told = Number(request.headers.get('content-length') ?? 0)
  const pieces = piecesOf(request.body, told)
  return isMultipart ? fieldsOfParts(pieces, type) : fieldsOfText(pieces)
}

/** A body piece by piece, as long as it is not too large. */
async function* piecesOf(body: Request['body'], told: number): AsyncGenerator<Uint8Array, void> {
  let length = 0
  try {
    for await (const piece of body ?? []) {
      length += piece.length
      if (length > TAKEN_AT_MOST) break
      if (Math.max(told, length) <= FORM_LIMITS.bytes) yield piece
    }
  } catch {
    throw new Unreadable('broken')
  }
  if (Math.max(told, length) > FORM_LIMITS.bytes) throw new Unreadable('too large')
}

/** Bytes put together as they come: however small the pieces, they take less than twice their own room. */
function gathering() {
  let room = new Uint8Array(0)
  let length = 0
  return {
    add(piece: Uint8Array): void {
      const needed = length + piece.length
      if (needed > room.length) room = new Uint8Array(room.buffer.transfer(Math.max(needed, 2 * room.length)))
      room.set(piece, length)
      length = needed
    },
    whole: (): Uint8Array => new Uint8Array(room.buffer.transfer(length)),
  }
}

const BETWEEN_FIELDS = '&'.charCodeAt(0)

async function fieldsOfText(pieces: AsyncGenerator<Uint8Array, void>): Promise<Field[]> {
  const text = gathering()
  let [length, parts] = [0, 1]
  const tooLong = () => length > FORM_LIMITS.words * BYTES_A_CHARACTER || parts > FORM_LIMITS.parts
  for await (const piece of pieces) {
    length += piece.length
    for (const byte of piece) if (byte === BETWEEN_FIELDS) parts += 1
    if (!tooLong()) text.add(piece)
  }
  if (tooLong()) throw new Unreadable('too long')
  const fields = [...new URLSearchParams(new TextDecoder('utf-8', { ignoreBOM: true }).decode(text.whole()))]
  if (fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0) > FORM_LIMITS.words)
    throw new Unreadable('too long')
  return fields
}

/** Names are in quotes as browsers write them. Source: RFC 7578; HTML, multipart form data. */
const plain = (name: string) => name.replace(/%0D/gi, '\r').replace(/%0A/gi, '\n').replaceAll('%22', '"')

async function fieldsOfParts(pieces: AsyncGenerator<Uint8Array, void>, type: string): Promise<Field[]> {
  const fields: [string, string | (() => Sent)][] = []
  let words = 0
  let why: Unreadable['why'] | null = null
  const parser = parserOf(type)
  const keep = (name: string | undefined, value: string | (() => Sent)) => {
    const { length } = typeof value === 'string' ? value : ''
    words += (name?.length ?? 0) + length
    if (name === undefined) why = 'broken'
    else if (words > FORM_LIMITS.words) why ??= 'too long'
    else fields.push([plain(name), value])
  }
  parser.on('field', keep)
  parser.on('file', (name, stream, filename, _encoding, type) => {
    const bytes = gathering()
    stream.on('data', bytes.add)
    stream.on('error', (error) => parser.destroy(error))
    keep(name, () => ({ name: plain(filename), type, bytes: bytes.whole() }))
  })
  parser.on('partsLimit', () => {
    why ??= 'too long'
  })
  await pipeline(pieces, parser).catch((error: unknown) => {
    throw error instanceof Unreadable ? error : new Unreadable('broken')
  })
  if (why !== null) throw new Unreadable(why)
  return fields.map(([name, value]) => [name, typeof value === 'string' ? value : value()])
}

function parserOf(type: string): InstanceType<typeof Busboy> {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { fieldSize: 4 * FORM_LIMITS.words, parts: FORM_LIMITS.parts },
      isPartAFile: (_name, _type, filename) => filename !== undefined,
      preservePath: true,
    })
  } catch {
    throw new Unreadable('broken')
  }
}
