import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { dayIn } from '../kernel/day.ts'
import { isId } from '../kernel/id.ts'
import { Unreadable } from '../shell/bodies.ts'
import { CLIENT_ADDRESS, type SignedIn } from '../shell/identity.ts'
import { log } from '../shell/log.ts'
import { claimPost, settlePost } from '../shell/once.ts'
import { openApi } from './api.ts'
import type { Asset } from './assets.ts'
import { isConnectionLost, isLostRace, patternOf, placesOf } from './faults.ts'
import { MAY } from './may.ts'
import { paths } from './paths.ts'
import {
  expiredPage,
  faultPage,
  foreignPage,
  leftPage,
  notFoundPage,
  notYoursPage,
  unreadablePage,
} from './people/pages/refusals.tsx'
import { actorOf, findPerson } from './people/people.ts'
import { clientOf, formOf } from './request.ts'
import { OPEN_ROUTES, ROUTES } from './routes.ts'
import { send, serveAsset } from './sending.ts'
import { noteMended } from './staleness/staleness.ts'
import {
  type Answer,
  type Form,
  goTo,
  type House,
  NotFound,
  type OpenRoute,
  type Route,
  readForm,
  type Visit,
  Waits,
} from './visit.ts'

/** Parts of an address that are not identifiers of records. */
const PLAIN = new Set(['measure', 'version', 'step', 'token'])
/** Pages that anybody may read, and that stand in the footer or the navigation of whoever is signed in. */
const ASIDE = new Set<string>([
  paths.kept,
  paths.accessibility,
  paths.appearance,
  paths.help,
  paths.components,
])
/** How often a form is run where others do the same at once. */
const TRIES = 3

const CONTENT_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}

/** Thrown to undo what a route wrote before it refused; carries what it answered. */
class Refused extends Error {
  constructor(readonly answer: Answer) {
    super('refused')
  }
}

/** The header by which a trial says what time it is, such as `2026-11-17T09:00:00Z`. */
const NOW = 'goldthread-now'

/**
 * The whole site over a house: every page, asset and health check.
 * @param moveTo moves the clock to where a trial's header says; without it the header means nothing
 */
export function openSite(house: House, assets: Map<string, Asset>, moveTo?: (moment: Date) => void): Hono {
  const site = new Hono()
  if (moveTo)
    site.use(async (context, next) => {
      const moment = new Date(context.req.header(NOW) ?? '')
      if (!Number.isNaN(moment.getTime())) moveTo(moment)
      await next()
    })
  const asset = (path: string) => assets.get(path)?.address ?? path
  site.use(
    secureHeaders({
      contentSecurityPolicy: CONTENT_POLICY,
      xFrameOptions: 'DENY',
      referrerPolicy: 'same-origin',
      strictTransportSecurity: house.config.publicUrl.startsWith('https:') ? 'max-age=31536000' : false,
    }),
  )
  // PostgreSQL keeps no text with NUL, so no record has an address with it.
  site.use(async (context, next) => (context.req.url.includes('%00') ? context.notFound() : next()))
  site.get('/assets/:name', (context) =>
    serveAsset(context, assets.get(`/assets/${context.req.param('name')}`)),
  )
  site.get('/healthz', (context) => context.text('ok'))
  site.get('/readyz', async (context) => {
    const ready = await house.db.answers()
    return context.text(ready ? 'ready' : 'the database cannot be reached', ready ? 200 : 503)
  })
  site.use(compress())
  site.route('/api/v1', openApi(house))
  const origins = new Set([
    house.config.publicUrl,
    ...(house.config.loopback
      ? ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${house.config.port}`)
      : []),
  ])
  const sameSite = csrf({ origin: (origin) => origins.has(origin) })
  // RFC 8058: a mail program stops mails in one click, from nowhere and without a cookie; its address is its secret.
  site.use((context, next) =>
    context.req.path.startsWith(paths.unsubscribe('')) ? next() : sameSite(context, next),
  )

  const reply: Reply = (context, answer, visit) => send(context, house, answer, { asset, visit })

  for (const route of OPEN_ROUTES) {
    site.on(route.method, route.path, async (context) => {
      const answer = await runOpen(house, route, context)
      return ASIDE.has(context.req.path)
        ? answerAside(house, context, answer, reply)
        : reply(context, answer, null)
    })
  }
  for (const route of ROUTES) {
    if (!MAY[route.action])
      throw new Error(`${route.method} ${route.path} names ${route.action}, which the table does not hold`)
    site.on(route.method, route.path, (context) => runGuarded(house, route, context, reply))
  }
  site.notFound((context) => answerAside(house, context, notFoundPage(), reply))
  site.onError(async (error, context) => {
    if (error instanceof HTTPException && error.status === 403) return reply(context, foreignPage(), null)
    if (error instanceof Unreadable) return reply(context, unreadablePage(error.why), null)
    const lost = isConnectionLost(error)
    log.error(
      {
        error: { name: error.name, code: (error as { code?: string }).code, at: placesOf(error) },
        path: patternOf(context),
      },
      'request failed',
    )
    const form = await formOf(context.req.raw).catch(() => null)
    return reply(
      context,
      faultPage(lost, context.req.method === 'POST' ? { path: context.req.path, form } : null),
      null,
    )
  })
  return site
}

async function runOpen(house: House, route: OpenRoute, context: Context): Promise<Answer> {
  const { address, local } = clientOf(context, house.config.trustedProxy)
  const headers = new Headers(context.req.raw.headers)
  headers.set(CLIENT_ADDRESS, address)
  const form = await formOf(context.req.raw)
  try {
    return await route.run({
      house,
      headers,
      form,
      query: new URL(context.req.url).searchParams,
      params: context.req.param(),
      path: context.req.path,
      local,
    })
  } catch (error) {
    if (error instanceof NotFound) return notFoundPage()
    throw error
  }
}

type Reply = (context: Context, answer: Answer, visit: Visit | null) => Response | Promise<Response>

async function runGuarded(house: House, route: Route, context: Context, reply: Reply): Promise<Response> {
  const signedIn = await house.identity.whoIs(context.req.raw.headers)
  const form = await formOf(context.req.raw)
  if (!signedIn) return reply(context, expired(context, form), null)
  for (let tries = 1; ; tries += 1) {
    try {
      return await visitOnce(house, route, context, reply, { signedIn, form })
    } catch (error) {
      if (tries === TRIES || !isLostRace(error)) throw error
    }
  }
}

/** Whoever is signed in keeps their navigation on a page that is nobody's, or is not here: they are not signed out. */
async function answerAside(house: House, context: Context, answer: Answer, reply: Reply): Promise<Response> {
  const signedIn = await house.identity.whoIs(context.req.raw.headers)
  if (!signedIn) return reply(context, answer, null)
  return house.db.inOrg(
    signedIn.orgId,
    async (tx) => {
      const visit = await beginVisit(house, context, signedIn, readForm([]), tx)
      return reply(context, answer, visit)
    },
    { readOnly: true },
  )
}

async function visitOnce(
  house: House,
  route: Route,
  context: Context,
  reply: Reply,
  { signedIn, form }: { signedIn: SignedIn; form: Form },
): Promise<Response> {
  let visit: Visit | null = null
  try {
    return await house.db.inOrg(
      signedIn.orgId,
      async (tx) => {
        visit = await beginVisit(house, context, signedIn, form, tx)
        if (!visit) throw new Refused(leftPage())
        const opened = await aboutPerson(visit, route)
        if (!('actor' in opened)) throw new Refused(opened)
        visit = opened
        const answer = await runOnce(route, opened)
        if (answer.kind === 'page' && answer.status >= 400) throw new Refused(answer)
        if (route.method === 'POST' && answer.kind === 'go')
          await noteMended(tx, opened.actor, opened.person.personId, opened.today)
        return reply(context, answer, opened)
      },
      { readOnly: route.method === 'GET' },
    )
  } catch (error) {
    if (error instanceof Waits) {
      const run = await error.wait()
      return visitOnce(house, { ...route, run }, context, reply, { signedIn, form })
    }
    const unsaved = route.method === 'POST' ? form : null
    const answer =
      error instanceof Refused ? error.answer : error instanceof NotFound ? notFoundPage(unsaved) : null
    if (!answer) throw error
    return afterRollback(house, visit, (again) => reply(context, answer, again))
  }
}

/** The page of a refusal may read more of the records: in a transaction of its own, as the first is rolled back. */
function afterRollback(
  house: House,
  visit: Visit | null,
  work: (visit: Visit | null) => Promise<Response> | Response,
): Promise<Response> | Response {
  if (!visit) return work(null)
  return house.db.inOrg(visit.actor.orgId, async (tx) => work({ ...visit, tx }), { readOnly: true })
}

function expired(context: Context, form: Form): Answer {
  const path = context.req.path + new URL(context.req.url).search
  if (context.req.method === 'GET') return goTo(`${paths.signIn}?next=${encodeURIComponent(path)}`)
  return expiredPage({ path, form })
}

/** A visit of somebody to what is their own; null where they have left. */
async function beginVisit(
  house: House,
  context: Context,
  signedIn: SignedIn,
  form: Form,
  tx: Visit['tx'],
): Promise<Visit | null> {
  const acting = await actorOf(tx, signedIn.personId)
  if (!acting) return null
  const { actor, org, person } = acting
  return {
    house,
    actor,
    org,
    today: dayIn(tx.now, org.zone),
    tx,
    person,
    own: true,
    params: context.req.param(),
    query: new URL(context.req.url).searchParams,
    form,
    path: context.req.path,
    may: (action) => MAY[action]?.(actor, { personId: person.personId }) ?? false,
  }
}

/** The visit, to the person that the address names; a refusal where that is not open to whoever visits. */
async function aboutPerson(visit: Visit, route: Route): Promise<Visit | Answer> {
  const { actor, params, tx } = visit
  if (Object.entries(params).some(([name, value]) => !PLAIN.has(name) && !isId(value))) throw new NotFound()
  const named = params.person
  const person = named === undefined || named === actor.personId ? visit.person : await findPerson(tx, named)
  if (!person) throw new NotFound()
  const may = (action: string) => MAY[action]?.(actor, { personId: person.personId }) ?? false
  const about = { ...visit, person, own: person.personId === actor.personId, may }
  return may(route.action) ? about : notYoursPage(person.name)
}

/** Runs the route; a form that was posted before is not run again, but sent where it went the first time. */
async function runOnce(route: Route, visit: Visit): Promise<Answer> {
  const once = visit.form.text('once')
  if (route.method === 'GET' || !isId(once)) return route.run(visit)
  const post = { once, personId: visit.actor.personId, path: visit.path }
  const earlier = await claimPost(visit.tx, post)
  if (earlier) return goTo(earlier.location ?? paths.home)
  const answer = await route.run(visit)
  if (answer.kind === 'go') await settlePost(visit.tx, post, answer.path)
  return answer
}
