import type { Agent } from 'node:https'
import { get } from 'node:https'
import { RequestFilteringHttpsAgent } from 'request-filtering-agent'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { clip, sizeWords } from '../../kernel/text.ts'
import { CASE_LIMITS } from './rules/case-limits.ts'

/** How long a server elsewhere may take in all, in milliseconds. */
const MILLIS = 20_000

const wrong = (message: string) => refused({ field: 'address', message })

/** An address of the open web, or why it is none that is asked. */
function addressOf(text: string): Outcome<URL> {
  if (!URL.canParse(text)) return wrong('This is not an address. Give it whole, from https:// on.')
  const address = new URL(text)
  if (address.protocol !== 'https:')
    return wrong('Only addresses that begin with https:// are asked, so that nobody changes what comes.')
  if (address.username || address.password)
    return wrong('The address holds a name or a password. Give one that needs neither.')
  return done(address)
}

const ASKED = { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'Goldthread' }

/**
 * What lies at an address of the open web: by https alone, never on this machine or in its own network, at most 64 MB within
 * twenty seconds. Redirects are not followed, as they would lead past these rules.
 * @param through how it is asked; left out, in the way that refuses private addresses whatever a name leads to
 */
export async function fetchFile(
  text: string,
  {
    through = new RequestFilteringHttpsAgent(),
    limit = CASE_LIMITS.bytes,
    millis = MILLIS,
  }: {
    through?: Agent
    limit?: number
    millis?: number
  } = {},
): Promise<Outcome<{ name: string; bytes: Uint8Array }>> {
  const address = addressOf(text.trim())
  if (!address.ok) return address
  const { hostname, href } = address.value
  const tooLarge = wrong(
    `What lies there is larger than ${sizeWords(limit)}. Split it, and import the parts.`,
  )
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(millis)
    const end = (outcome: Outcome<{ name: string; bytes: Uint8Array }>) => {
      request.destroy()
      resolve(outcome)
    }
    const request = get(href, { agent: through, headers: ASKED, signal }, (response) => {
      const { statusCode = 0, headers } = response
      if (statusCode >= 300 && statusCode < 400)
        return end(
          wrong(
            `${hostname} sends on to ${clip(headers.location ?? 'elsewhere', 200)}. Give that address, if you trust it.`,
          ),
        )
      if (statusCode !== 200)
        return end(
          wrong(
            `${hostname} answered ${statusCode}, not with a file. Check the address, and that it needs no sign-in.`,
          ),
        )
      if (headers['content-encoding'] && headers['content-encoding'] !== 'identity')
        return end(
          wrong(
            `${hostname} sent a packed file, which is not opened here. Download it, and import the file.`,
          ),
        )
      if (Number(headers['content-length'] ?? 0) > limit) return end(tooLarge)
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > limit) return end(tooLarge)
        chunks.push(chunk)
      })
      response.once('end', () =>
        response.complete
          ? end(done({ name: href, bytes: Buffer.concat(chunks) }))
          : end(wrong(`${hostname} broke off before the end. Try again later.`)),
      )
      response.once('error', () => end(failed(signal, hostname)))
    })
    request.once('error', (error) => end(failed(signal, hostname, error)))
  })
}

function failed(
  signal: AbortSignal,
  host: string,
  error?: Error,
): { ok: false; refusals: { field?: string; message: string }[] } {
  if (signal.aborted)
    return wrong(`${host} took too long. Try again later, or download the file and import that.`)
  if (error && /is not allowed/.test(error.message))
    return wrong(
      `${host} is a private address, of this machine or its own network. Only addresses of the open web are asked.`,
    )
  const { code = '' } = (error ?? {}) as { code?: string }
  if (/CERT|SSL|TLS|SELF_SIGNED|ISSUER/.test(code))
    return wrong(
      `${host} could not show who it is: its certificate is not trusted. Download the file, and import that.`,
    )
  return wrong(`${host} cannot be reached. Check the address, or download the file and import that.`)
}
