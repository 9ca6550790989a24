import { BlockList, isIP, isIPv6 } from 'node:net'
import type { Context } from 'hono'
import { fieldsOf } from '../shell/bodies.ts'
import { type Form, readForm } from './visit.ts'

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

/** What was typed, as PostgreSQL can keep it: lines end with one character, and none of them is NUL. */
const typed = (text: string) => text.replaceAll('\r\n', '\n').replaceAll('\0', '')

const read = new WeakMap<Request, Promise<Form>>()

/**
 * The fields and files of the body, read once however often they are asked for; an empty form for a GET.
 * @throws Unreadable where the body is cut off or holds more than a form may
 */
export function formOf(request: Request): Promise<Form> {
  const form = read.get(request) ?? readBody(request)
  read.set(request, form)
  return form
}

async function readBody(request: Request): Promise<Form> {
  if (request.method !== 'POST') return readForm([])
  const fields = await fieldsOf(request)
  return readForm(
    fields.map(([name, value]) => [typed(name), typeof value === 'string' ? typed(value) : value]),
  )
}
