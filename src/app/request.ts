import { BlockList, isIP, isIPv6 } from 'node:net'
import type { Context } from 'hono'
import { type Form, readForm, type Upload } from './visit.ts'

/** The address of whoever asks. `X-Forwarded-For` is believed only from the named proxy; `local`: from this machine, unproxied. */
export function clientOf(context: Context, trustedProxy: string | null): { address: string; local: boolean } {
  const socket = (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
    ?.socket
  const peer = (socket?.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '')
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  if (trustedProxy && inRange(peer, trustedProxy) && forwarded && isIP(forwarded))
    return { address: forwarded, local: false }
  return { address: peer, local: (peer === '::1' || peer.startsWith('127.')) && !forwarded }
}

function inRange(address: string, range: string): boolean {
  const [base = '', bits] = range.split('/')
  const list = new BlockList()
  const family = isIPv6(base) ? 'ipv6' : 'ipv4'
  list.addSubnet(base, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family)
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

/** A body that is no form, or holds more words than one can. */
export class Unreadable extends Error {
  constructor(readonly why: 'broken' | 'too long') {
    super(why)
  }
}

/** Characters in all the words of one form: far more than any page asks for. */
const WORDS_LIMIT = 1_000_000

/** What was typed, as PostgreSQL can keep it: lines end with one character, and none of them is NUL. */
const typed = (text: string) => text.replaceAll('\r\n', '\n').replaceAll('\0', '')

/**
 * The fields and files of the body; an empty form for a GET.
 * @throws Unreadable where the body is cut off or holds more than a million characters beside its files
 */
export async function formOf(request: Request): Promise<Form> {
  if (request.method !== 'POST') return readForm([])
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return readForm([])
  const sent = await request.formData().catch(() => {
    throw new Unreadable('broken')
  })
  const fields: [string, string | Upload][] = []
  let length = 0
  for (const [name, value] of sent) {
    length += name.length + (typeof value === 'string' ? value.length : 0)
    if (length > WORDS_LIMIT) throw new Unreadable('too long')
    fields.push([
      typed(name),
      typeof value === 'string'
        ? typed(value)
        : { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) },
    ])
  }
  return readForm(fields)
}
