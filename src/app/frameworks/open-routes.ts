import { createHash } from 'node:crypto'
import { isId } from '../../kernel/id.ts'
import type { Answer, Caller, OpenRoute } from '../visit.ts'
import { DEFINITION_KINDS } from './rules/case-definitions.ts'
import { caseOrigin } from './rules/case-derived.ts'
import { listed, readQuery } from './rules/case-query.ts'
import { type Body, DOCUMENT_MEMBERS } from './rules/case-shapes.ts'
import {
  associationIn,
  Busy,
  definitionIn,
  documentIn,
  documentsIn,
  itemAssociations,
  itemOf,
  packageIn,
} from './serving.ts'

const BASE = '/ims/case/v1p1'
const MEMBERS = new Set([...DOCUMENT_MEMBERS, 'CFPackageURI'])

/** Anybody may read these, from any site; whoever keeps them asks again after five minutes. */
const HEADERS = { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' }

type Code =
  | 'unknownobject'
  | 'invalid_uuid'
  | 'invalid_selection_field'
  | 'invalid_sort_field'
  | 'server_busy'

/** What went wrong, as CASE says it. Source: CASE 1.1, imsx_StatusInfo. */
function failed(
  status: number,
  code: Code,
  description: string,
  headers: Record<string, string> = {},
): Answer {
  return {
    kind: 'data',
    status,
    headers: { 'access-control-allow-origin': '*', ...headers },
    body: {
      imsx_codeMajor: 'failure',
      imsx_severity: 'error',
      imsx_description: description,
      imsx_codeMinor: {
        imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue: code }],
      },
    },
  }
}

const NOT_HERE = 'There is nothing public of this identifier.'

function sent({ headers }: Caller, mark: string, body: unknown, more: Record<string, string> = {}): Answer {
  const etag = `"${mark}"`
  const same = headers.get('if-none-match')?.includes(etag) ?? false
  return { kind: 'data', status: same ? 304 : 200, body, headers: { ...HEADERS, ...more, etag } }
}

const markOf = (body: Body): string => createHash('sha256').update(JSON.stringify(body)).digest('base64url')

const placeOf = ({ house }: Caller) => ({ db: house.db, origin: caseOrigin(house.config.publicUrl) })

type Place = ReturnType<typeof placeOf>

/** An address that answers one object by its identifier. */
function one(kind: string, find: (place: Place, id: string) => Promise<Body | null>): OpenRoute {
  return byIdentifier(kind, async (caller, id) => {
    const body = await find(placeOf(caller), id)
    return body ? sent(caller, markOf(body), body) : failed(404, 'unknownobject', NOT_HERE)
  })
}

function byIdentifier(kind: string, run: (caller: Caller, id: string) => Promise<Answer>): OpenRoute {
  return {
    method: 'GET',
    path: `${BASE}/${kind}/:identifier`,
    async run(caller) {
      const id = (caller.params.identifier ?? '').toLowerCase()
      if (!isId(id)) return failed(404, 'invalid_uuid', 'The identifier is no UUID.')
      try {
        return await run(caller, id)
      } catch (error) {
        if (!(error instanceof Busy)) throw error
        const retry = { 'retry-after': '5' }
        return failed(429, 'server_busy', 'Too many ask for this at once. Ask again in a few seconds.', retry)
      }
    },
  }
}

async function packageAnswer(caller: Caller, id: string): Promise<Answer> {
  const found = await packageIn(placeOf(caller), id)
  if (!found) return failed(404, 'unknownobject', NOT_HERE)
  const known = sent(caller, found.mark, null)
  if (known.kind === 'data' && known.status === 304) return known
  const bytes = await found.write()
  return bytes ? sent(caller, found.mark, bytes) : failed(404, 'unknownobject', NOT_HERE)
}

async function listAnswer(caller: Caller): Promise<Answer> {
  const asked = readQuery(caller.query, MEMBERS)
  if (!asked.ok) {
    const [{ field = '', message } = { message: '' }] = asked.refusals
    return failed(400, field === 'sort' ? 'invalid_sort_field' : 'invalid_selection_field', message)
  }
  const place = placeOf(caller)
  const { total, bodies } = listed(await documentsIn(place), asked.value)
  const body = { CFDocuments: bodies }
  const { limit, offset } = asked.value
  const links = [
    ...(offset + limit < total ? [['next', offset + limit] as const] : []),
    ...(offset > 0 ? [['prev', Math.max(0, offset - limit)] as const] : []),
  ].map(([name, from]) => {
    const query = new URLSearchParams(caller.query)
    query.set('limit', String(limit))
    query.set('offset', String(from))
    return `<${place.origin}${BASE}/CFDocuments?${query}>; rel="${name}"`
  })
  return sent(caller, markOf(body), body, {
    'x-total-count': String(total),
    ...(links.length > 0 ? { link: links.join(', ') } : {}),
    'access-control-expose-headers': 'x-total-count, link, etag',
  })
}

/** The read-only addresses of CASE 1.1, of frameworks that were made public. Source: CASE 1.1, REST binding; interop.md 1. */
export const openRoutes: OpenRoute[] = [
  { method: 'GET', path: `${BASE}/CFDocuments`, run: listAnswer },
  byIdentifier('CFPackages', packageAnswer),
  one('CFDocuments', documentIn),
  one('CFItems', itemOf),
  one('CFItemAssociations', itemAssociations),
  one('CFAssociations', associationIn),
  ...DEFINITION_KINDS.map((kind) => one(kind, (place, id) => definitionIn(place, kind, id))),
  {
    method: 'GET',
    path: `${BASE}/*`,
    run: () => failed(404, 'unknownobject', 'There is nothing at this address.'),
  },
]
