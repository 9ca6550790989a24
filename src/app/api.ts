import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { dayIn } from '../kernel/day.ts'
import { log } from '../shell/log.ts'
import { MAY } from './may.ts'
import { actorOf } from './people/people.ts'
import { endpoints as plans } from './plans/api.ts'
import type { Endpoint, House } from './visit.ts'

/** Every address for programs, each guarded by an entry of the one table. */
const ENDPOINTS: readonly Endpoint[] = [...plans]

const LIMIT = 64 * 1024

type Status = 400 | 401 | 403 | 404 | 405 | 413 | 415 | 500

const REFUSALS: Record<Status, { code: string; message: string }> = {
  400: { code: 'unreadable', message: 'The body is not JSON. Send an object such as {"text": "…"}.' },
  401: { code: 'signed_out', message: 'You are signed out. Sign in, then send it again.' },
  403: { code: 'not_yours', message: 'You may not ask this. Your administrator can tell you who may.' },
  404: {
    code: 'not_here',
    message: 'There is nothing at this address. /api/v1/openapi.json lists what there is.',
  },
  405: { code: 'wrong_method', message: 'This address only answers POST. Send it as POST.' },
  413: { code: 'too_long', message: 'The body is longer than 64 KB. Send less at a time.' },
  415: {
    code: 'not_json',
    message: 'The body is not named as JSON. Send it with "content-type: application/json".',
  },
  500: {
    code: 'fault',
    message: 'Something went wrong here, and nothing was changed. Send it again in a minute.',
  },
}

function refuse(context: Context, status: Status, message = REFUSALS[status].message): Response {
  return context.json({ error: { code: REFUSALS[status].code, message } }, status)
}

const refusal = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) })

/** The address book of the API, made from the same schemas that read what is sent. Source: OpenAPI 3.1. */
function addressBook(): object {
  const body = (schema: z.ZodType) => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema)
    return { 'application/json': { schema: rest } }
  }
  const failing = ([400, 401, 403, 413, 415, 500] as const).map((status) => [
    status,
    { description: REFUSALS[status].message, content: body(refusal) },
  ])
  const path = ({ summary, asks, answers }: Endpoint) => ({
    post: {
      summary,
      requestBody: { required: true, content: body(asks) },
      responses: {
        200: { description: 'The answer.', content: body(answers) },
        ...Object.fromEntries(failing),
      },
    },
  })
  return {
    openapi: '3.1.0',
    info: { title: 'Goldthread', version: '1' },
    servers: [{ url: '/api/v1' }],
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'the cookie of your sign-in' } },
    },
    security: [{ session: [] }],
    paths: Object.fromEntries(ENDPOINTS.map((one) => [one.path, path(one)])),
  }
}

async function answer(house: House, one: Endpoint, context: Context): Promise<Response> {
  const signedIn = await house.identity.whoIs(context.req.raw.headers)
  if (!signedIn) return refuse(context, 401)
  const asker = await house.db.inOrg(
    signedIn.orgId,
    async (tx) => {
      const acting = await actorOf(tx, signedIn.personId)
      return acting && { ...acting, today: dayIn(tx.now, acting.org.zone) }
    },
    { readOnly: true },
  )
  if (!asker || !MAY[one.action]?.(asker.actor, asker.actor)) return refuse(context, 403)
  if (!/^application\/json\b/.test(context.req.header('content-type') ?? '')) return refuse(context, 415)
  const sent = await context.req.json().catch(() => undefined)
  if (sent === undefined) return refuse(context, 400)
  const ran = one.run(sent, asker.today)
  return 'body' in ran
    ? context.json(ran.body as object)
    : refuse(context, 400, [...new Set(ran.unread)].join(' '))
}

/** The API below `/api/v1`: JSON for whoever is signed in, errors as `{"error": {"code", "message"}}`. */
export function openApi(house: House): Hono {
  const api = new Hono()
  const book = addressBook()
  api.use(async (context, next) => {
    context.header('cache-control', 'no-store')
    await next()
  })
  api.use(bodyLimit({ maxSize: LIMIT, onError: (context) => refuse(context, 413) }))
  api.get('/openapi.json', (context) => context.json(book))
  for (const one of ENDPOINTS) {
    api.post(one.path, (context) => answer(house, one, context))
    api.all(one.path, (context) => {
      context.header('allow', 'POST')
      return refuse(context, 405)
    })
  }
  api.all('*', (context) => refuse(context, 404))
  api.onError((error, context) => {
    log.error({ error: { name: error.name }, path: context.req.path }, 'request failed')
    return refuse(context, 500)
  })
  return api
}
