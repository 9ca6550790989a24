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

/** The fields and files of the body; an empty form for a GET. */
export async function formOf(request: Request): Promise<Form> {
  if (request.method !== 'POST') return readForm([])
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return readForm([])
  const fields: [string, string | Upload][] = []
  for (const [name, value] of await request.formData()) {
    fields.push([
      name,
      typeof value === 'string'
        ? value.replaceAll('\r\n', '\n')
        : { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) },
    ])
  }
  return readForm(fields)
}
