import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Asset } from './assets.ts'
import { demoLineOf } from './demo/demo.ts'
import { type Chrome, frame } from './frame.tsx'
import type { Answer, House, Visit } from './visit.ts'

const FLASH = 'goldthread.flash'
const THEME = 'goldthread.theme'

function chromeOf(context: Context, asset: Chrome['asset']): Chrome {
  const theme = getCookie(context, THEME)
  const flash = getCookie(context, FLASH)
  return {
    asset,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    flash: flash ? Buffer.from(flash, 'base64url').toString() : null,
  }
}

/**
 * Answers a request with a page, a file, data or the way to another page.
 * @param asked.asset the address of an asset now; `visit`: whose page it is, null where nobody is signed in
 */
export async function send(
  context: Context,
  house: House,
  answer: Answer,
  { asset, visit }: { asset: Chrome['asset']; visit: Visit | null },
): Promise<Response> {
  const cookie = (name: string, value: string, maxAge: number) =>
    setCookie(context, name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      maxAge,
      secure: house.config.publicUrl.startsWith('https:'),
    })
  const cookies = answer.kind === 'go' || answer.kind === 'page' ? answer.cookies : []
  for (const line of cookies ?? []) context.header('set-cookie', line, { append: true })
  if (answer.kind === 'go') {
    if (answer.flash) cookie(FLASH, Buffer.from(answer.flash.slice(0, 1000)).toString('base64url'), 60)
    return context.redirect(answer.path, 303)
  }
  context.header('cache-control', 'no-store')
  context.header('x-robots-tag', 'noindex')
  if (answer.kind === 'data') {
    for (const [name, value] of Object.entries(answer.headers ?? {})) context.header(name, value)
    if (answer.status === 304) return context.body(null, 304)
    if (!(answer.body instanceof Uint8Array)) return context.json(answer.body as object, answer.status as 200)
    context.header('content-type', 'application/json')
    return context.body(new Uint8Array(answer.body), answer.status as 200)
  }
  if (answer.kind === 'file') {
    if (answer.etag) {
      context.header('etag', answer.etag)
      context.header('cache-control', 'private, no-cache')
      if (context.req.header('if-none-match')?.includes(answer.etag)) return context.body(null, 304)
    }
    const name = answer.name.replace(/[^\w.-]+/g, '-')
    context.header('content-disposition', `${answer.inline ? 'inline' : 'attachment'}; filename="${name}"`)
    context.header('x-content-type-options', 'nosniff')
    return context.body(typeof answer.bytes === 'string' ? answer.bytes : new Uint8Array(answer.bytes), 200, {
      'content-type': answer.type,
    })
  }
  const chrome = chromeOf(context, asset)
  if (chrome.flash) cookie(FLASH, '', 0)
  const html = frame(answer, chrome, visit, visit && (await demoLineOf(visit)))
  return context.html(markForms(html), answer.status as 200)
}

/** Gives every form that posts a number of its own, by which a second post of the same form is known. */
function markForms(html: string): string {
  return html.replace(
    /<form [^>]*method="post"[^>]*>/g,
    (form) => `${form}<input type="hidden" name="once" value="${randomUUID()}">`,
  )
}

/** An asset as the browser takes it, kept there for good: its address changes with it. */
export function serveAsset(context: Context, asset: Asset | undefined): Response {
  if (!asset) return context.text('Not here.', 404)
  const accepted = context.req.header('accept-encoding') ?? ''
  const [encoding, bytes] =
    asset.brotli && accepted.includes('br')
      ? ['br', asset.brotli]
      : asset.gzip && accepted.includes('gzip')
        ? ['gzip', asset.gzip]
        : [null, asset.bytes]
  const headers: Record<string, string> = {
    'content-type': asset.type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  }
  if (encoding) headers['content-encoding'] = encoding
  return context.body(new Uint8Array(bytes), 200, headers)
}
