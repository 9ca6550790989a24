import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { turn } from './turns.ts'

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

/** How many pieces of a file, some 64 KB each, are put together before others have their turn. */
const TURN = 32

/**
 * The fields and files of a form's body, in the order in which they came. What is over a limit is let go while it arrives.
 * @throws Unreadable
 */
export async function fieldsOf(request: Request): Promise<Field[]> {
  const type = request.headers.get('content-type') ?? ''
  const isMultipart = /^multipart\/form-data/.test(type)
  if (!isMultipart && !/^application\/x-www-form-urlencoded/.test(type)) return []
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

async function fieldsOfText(pieces: AsyncGenerator<Uint8Array, void>): Promise<Field[]> {
  const kept: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    length += piece.length
    if (length <= FORM_LIMITS.words * BYTES_A_CHARACTER) kept.push(piece)
    else kept.length = 0
  }
  if (length > FORM_LIMITS.words * BYTES_A_CHARACTER) throw new Unreadable('too long')
  const fields = [...new URLSearchParams(Buffer.concat(kept).toString())]
  if (fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0) > FORM_LIMITS.words)
    throw new Unreadable('too long')
  return fields
}

/** Names are in quotes as browsers write them. Source: RFC 7578; HTML, multipart form data. */
const plain = (name: string) => name.replace(/%0D/gi, '\r').replace(/%0A/gi, '\n').replaceAll('%22', '"')

async function fieldsOfParts(pieces: AsyncGenerator<Uint8Array, void>, type: string): Promise<Field[]> {
  const fields: [string, string | Arriving][] = []
  let words = 0
  const parser = parserOf(type)
  const keep = (name: string | undefined, value: string | Arriving) => {
    const { length } = typeof value === 'string' ? value : ''
    words += (name?.length ?? 0) + length
    if (name === undefined) parser.destroy(new Unreadable('broken'))
    else if (words > FORM_LIMITS.words) parser.destroy(new Unreadable('too long'))
    else fields.push([plain(name), value])
  }
  parser.on('field', keep)
  parser.on('file', (name, stream, filename, _encoding, type) => {
    const file: Arriving = { name: plain(filename), type, pieces: [] }
    stream.on('data', (piece: Uint8Array) => file.pieces.push(piece))
    stream.on('error', (error) => parser.destroy(error))
    keep(name, file)
  })
  parser.on('partsLimit', () => parser.destroy(new Unreadable('too long')))
  await pipeline(pieces, parser).catch((error: unknown) => {
    throw error instanceof Unreadable ? error : new Unreadable('broken')
  })
  const read: Field[] = []
  for (const [name, value] of fields)
    read.push([name, typeof value === 'string' ? value : await arrived(value)])
  return read
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

/** A file of which pieces have come. */
type Arriving = Omit<Sent, 'bytes'> & { pieces: Uint8Array[] }

async function arrived({ name, type, pieces }: Arriving): Promise<Sent> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const [index, piece] of pieces.entries()) {
    bytes.set(piece, at)
    at += piece.length
    if (index % TURN === TURN - 1) await turn()
  }
  return { name, type, bytes }
}
