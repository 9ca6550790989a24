import { OPEN_ROUTES, ROUTES } from '../src/app/routes.ts'
import { fc } from './property.ts'
import type { Character } from './world.ts'

/** A form that a page shows: where it goes and what its fields hold. */
type Seen = { action: string; fields: [string, string][] }

export type Crash = { who: string; method: string; path: string; fields: [string, string][]; status: number }

/** What people, and those who wish us ill, put into fields and addresses. */
const HOSTILE = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  '-1e308',
  '99999999999999999999',
  '2147483648',
  '1.5',
  'NaN',
  'Infinity',
  '0x10',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\ufeff',
  '👩🏽‍🚒🏳️‍🌈',
  "'; drop table person; --",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '../../etc/passwd',
  '..%2f..%2f',
  '%',
  '%00',
  '\r\nSet-Cookie: a=b',
  '/\n/evil.example',
  '/\t/evil.example',
  '//evil.example',
  '=HYPERLINK("https://evil.example")',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'true',
  'yes',
  'on',
  '[]',
  '{}',
  '[["text","x"]]',
  '{"__proto__":{"a":1}}',
  '0000-00-00',
  '9999-12-31',
  '12026-01-01',
  '2026-02-30',
  '9999',
  '0001',
  '31',
  '12',
  '2026-11-17',
  '0190aaaa-0000-7000-8000-00000000dead',
  'tally:0190aaaa-0000-7000-8000-00000000dead',
  'tally:x',
  'fcr',
  'csat',
  'x'.repeat(5_000),
  // Words that cannot be pressed small, as an index would press a row of one letter.
  Array.from({ length: 12_000 }, (_, at) => ((at * 2_654_435_761) % 4_294_967_296).toString(36)).join(' '),
  'é'.repeat(300),
]

const NAMES = [
  'once',
  '__proto__',
  'constructor',
  'version',
  'next',
  'do',
  'person',
  'text',
  'reason',
  'from',
  'to',
]

const plain = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found ? plain(found[1] ?? '') : null
}

/** The forms of a page, with what they would send if nothing was changed. */
export function formsOf(html: string): Seen[] {
  return [...html.matchAll(/<form ([^>]*)method="post"[^>]*>([\s\S]*?)<\/form>/g)].map((form) => {
    const fields: [string, string][] = []
    const body = form[2] ?? ''
    for (const [tag] of body.matchAll(/<(?:input|button)\b[^>]*>/g)) {
      const name = attribute(tag, 'name')
      if (name) fields.push([name, attribute(tag, 'value') ?? ''])
    }
    for (const [, tag = '', words = ''] of body.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g))
      fields.push([attribute(tag, 'name') ?? '', plain(words)])
    for (const [, tag = '', options = ''] of body.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g))
      for (const [option] of options.matchAll(/<option\b[^>]*>/g))
        fields.push([attribute(tag, 'name') ?? '', attribute(option, 'value') ?? ''])
    return { action: attribute(form[0], 'action') ?? '', fields }
  })
}

/** Addresses that end the session of whoever goes on, or start work that outlives the test. */
const LEFT_OUT = /sign-out|sessions\/end|\/leaving|\/demo/

export type Ground = {
  forms: Map<string, Seen[]>
  addresses: string[]
  ids: string[]
  /** The pages that were read, by address. */
  pages: Map<string, string>
}

/** What pages lead a person to: forms, addresses and identifiers, two pages of each kind but for those asked for. */
export async function crawl(who: Character, from: readonly string[], most: number): Promise<Ground> {
  const [addresses, forms, ids] = [new Set(from), new Map<string, Seen[]>(), new Set<string>()]
  const kinds = new Map<string, number>()
  const kindOf = (path: string) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
  const pages = new Map<string, string>()
  for (const address of addresses) {
    const kind = kindOf(address)
    const times = kinds.get(kind) ?? 0
    if ((times >= 2 && !from.includes(address)) || LEFT_OUT.test(address) || address.startsWith('/assets'))
      continue
    kinds.set(kind, times + 1)
    if (pages.size >= most) break
    const { html } = await who.session.get(address)
    pages.set(address, html)
    for (const form of formsOf(html)) {
      const path = form.action.split('?')[0] ?? ''
      if (LEFT_OUT.test(path)) continue
      const known = forms.get(kindOf(path)) ?? []
      if (known.length < 4) forms.set(kindOf(path), [...known, form])
    }
    for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*)/g)) addresses.add(plain(href))
    for (const [id] of html.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g))
      ids.add(id)
  }
  const kept = [...addresses].filter((address) => !LEFT_OUT.test(address))
  return { forms, addresses: kept, ids: [...ids], pages }
}

const encode = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('.', '%2E')

/** Requests made of a person's own forms and of every address of the product, twisted. */
function attacks(ground: Ground): fc.Arbitrary<Omit<Crash, 'who' | 'status'>> {
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 2, arbitrary: fc.constantFrom(...(ground.ids.length > 0 ? ground.ids : HOSTILE)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
    { weight: 1, arbitrary: fc.integer({ min: -10, max: 5000 }).map(String) },
  )
  const names = [...ground.forms.values()].flat().flatMap((form) => form.fields.map(([name]) => name))
  const name = fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom(...(names.length > 0 ? names : NAMES)))
  const extra = fc.array(fc.tuple(name, value), { maxLength: 4 })

  const forms = [...ground.forms.values()].flat()
  const twisted = fc
    .tuple(fc.nat(), fc.array(fc.tuple(fc.nat(), fc.nat(3), value), { maxLength: 6 }), extra)
    .map(([at, changes, more]) => {
      const form = forms[at % Math.max(1, forms.length)] ?? { action: '/sign-in', fields: [] }
      const fields = form.fields
        .filter(([one]) => one !== 'once')
        .map(([one, was]): [string, string] => [one, was])
      for (const [where, how, to] of changes) {
        const field = fields[where % Math.max(1, fields.length)]
        if (!field) continue
        if (how === 0) fields.splice(fields.indexOf(field), 1)
        else field[1] = to
      }
      return { method: 'POST', path: form.action, fields: [...fields, ...more] }
    })

  const all = [...ROUTES, ...OPEN_ROUTES].filter((route) => !LEFT_OUT.test(route.path))
  const part = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...(ground.ids.length > 0 ? ground.ids : HOSTILE)) },
    { weight: 1, arbitrary: value.filter((text) => text !== '' && text.length < 1000).map(encode) },
    { weight: 1, arbitrary: fc.constantFrom('csat', 'fcr', 'first_reply', '1', '2', '999999999999') },
  )
  const query = fc.array(
    fc.tuple(
      fc.constantFrom(
        'from',
        'to',
        'page',
        'name',
        'team',
        'kind',
        'measure',
        'need',
        'model',
        'about',
        'role',
        'show',
        'counted',
        'version',
        'next',
        'competency',
        'topic',
      ),
      value,
    ),
    { maxLength: 3 },
  )
  const anywhere = fc
    .tuple(fc.constantFrom(...all), fc.array(part, { minLength: 4, maxLength: 4 }), query, extra)
    .map(([route, parts, asked, more]) => {
      const rest = [...parts]
      const path = route.path.replace(/:\w+/g, () => rest.shift() ?? 'x')
      const search = asked.map(([one, to]) => `${one}=${encode(to).slice(0, 3000)}`).join('&')
      return {
        method: route.method,
        path: search && route.method === 'GET' ? `${path}?${search}` : path,
        fields: more,
      }
    })

  const reread = fc.tuple(fc.constantFrom(...ground.addresses), query).map(([address, asked]) => {
    const search = asked.map(([one, to]) => `${one}=${encode(to).slice(0, 3000)}`).join('&')
    return { method: 'GET', path: `${address.split('?')[0]}?${search}`, fields: [] }
  })
  return fc.oneof(
    { weight: 5, arbitrary: twisted },
    { weight: 3, arbitrary: anywhere },
    { weight: 1, arbitrary: reread },
  )
}

/**
 * Sends twisted requests as each person in turn, as long as it is told to go on.
 * @returns each request that the server failed on, once per kind of address, and how many were sent
 */
export async function attack(
  people: readonly { who: Character; ground: Ground }[],
  options: { goesOn: (sent: number) => boolean; seed: number },
): Promise<{ sent: number; statuses: Record<number, number>; crashes: Crash[] }> {
  const crashes = new Map<string, Crash>()
  const statuses: Record<number, number> = {}
  let sent = 0
  for (let round = 0; options.goesOn(sent); round += 1) {
    for (const { who, ground } of people) {
      const batch = fc.sample(attacks(ground), { numRuns: 40, seed: options.seed + round })
      for (const { method, path, fields } of batch) {
        if (!options.goesOn(sent)) break
        const body: Record<string, string[]> = Object.create(null)
        for (const [name, value] of fields) body[name] = [...(body[name] ?? []), value]
        const { status } = method === 'GET' ? await who.session.get(path) : await who.session.post(path, body)
        sent += 1
        statuses[status] = (statuses[status] ?? 0) + 1
        const kind = `${method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').split('?')[0]}`
        if (status >= 500 && !crashes.has(kind))
          crashes.set(kind, { who: who.person.name, method, path, fields, status })
      }
    }
  }
  return { sent, statuses, crashes: [...crashes.values()] }
}
