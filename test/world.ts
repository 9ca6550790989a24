import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { Hono } from 'hono'
import pg from 'pg'
import { furnish } from '../src/app/house.ts'
import {
  addPerson,
  findPerson,
  makeOrganisation,
  type NewPerson,
  type Person,
} from '../src/app/people/people.ts'
import type { House } from '../src/app/visit.ts'
import { openSite } from '../src/app/web.ts'
import type { Actor, Standing } from '../src/kernel/actor.ts'
import type { Day } from '../src/kernel/day.ts'
import type { Id } from '../src/kernel/id.ts'
import { readConfig } from '../src/shell/config.ts'
import type { OrgTx } from '../src/shell/db.ts'
import { migrate } from '../src/shell/migrate.ts'

const MIGRATIONS = new URL('../migrations/', import.meta.url)
export const ORIGIN = 'http://localhost:3000'

const closing: (() => Promise<void>)[] = []
after(async () => {
  for (const close of closing) await close()
})

/** The server that tests use; `bin/test.mjs` starts one. */
export function testServer(): string {
  const url = process.env.GOLDTHREAD_TEST_DATABASE
  if (!url)
    throw new Error(
      'Run tests with `npm test -- PATH`, or set GOLDTHREAD_TEST_DATABASE to a PostgreSQL server.',
    )
  return url
}

/** A connection string like another, for a database of another name. */
export function databaseAt(server: string, name: string): string {
  return server.replace(/(\/\/[^/]*\/)[^?]*/, `$1${name}`)
}

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: testServer() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The database that others are copies of, under a name that says which migrations it has; whoever comes first makes it. */
async function migratedTemplate(client: pg.Client): Promise<string> {
  const digest = createHash('sha256')
  for (const name of (await readdir(MIGRATIONS)).sort())
    digest.update(name).update(await readFile(new URL(name, MIGRATIONS)))
  const template = `template_${digest.digest('hex').slice(0, 16)}`
  const isThere = async () =>
    (await client.query('select 1 from pg_database where datname = $1 and datistemplate', [template]))
      .rowCount
  if (await isThere()) return template
  await client.query('select pg_advisory_lock(hashtext($1))', [template])
  if (await isThere()) return template
  await client.query(`drop database if exists ${template}`)
  await client.query(`create database ${template}`)
  await migrate(databaseAt(testServer(), template), MIGRATIONS)
  await client.query(`alter database ${template} is_template true`)
  return template
}

/** A migrated database of one's own. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdmin(async (client) => {
    const template = await migratedTemplate(client)
    await client.query(`create database ${name} template ${template}`)
  })
  return {
    url: databaseAt(testServer(), name),
    drop: () =>
      asAdmin(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  }
}

/** Somebody's browser without a browser: keeps cookies, follows forms by their address. */
export type Session = {
  get(path: string): Promise<Page>
  post(path: string, fields?: Record<string, string | string[] | File | File[]>): Promise<Page>
}

export type Page = { status: number; path: string; html: string; text: string; headers: Headers }

export type World = {
  house: House
  site: Hono
  orgId: Id
  now: Date
  today: Day
  /** Moves the clock, to ten in the morning UTC where no time is given; it never runs by itself. */
  setToday(day: Day, time?: string): void
  inOrg<T>(work: (tx: OrgTx) => Promise<T>): Promise<T>
  /** A person of the organisation, signed in as the session. */
  add(
    person: Partial<NewPerson> & { name: string; standing?: Standing; leader?: string | null },
  ): Promise<Character>
  visitor(): Session
}

export type Character = { personId: Id; person: Person; actor: Actor; session: Session }

const toText = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')

function openSession(site: Hono, cookies: Map<string, string> = new Map()): Session {
  const ask = async (path: string, init: RequestInit, hops = 0): Promise<Page> => {
    const headers = new Headers(init.headers)
    headers.set('origin', ORIGIN)
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await site.request(`${ORIGIN}${path}`, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      if (attributes.some((attribute) => /max-age=0/i.test(attribute))) cookies.delete(name)
      else cookies.set(name, pair.slice(pair.indexOf('=') + 1))
    }
    const to = response.headers.get('location')
    if (response.status === 303 && to && hops < 5) return ask(to, { method: 'GET' }, hops + 1)
    const html = await response.text()
    return { status: response.status, path, html, text: toText(html), headers: response.headers }
  }
  return {
    get: (path) => ask(path, { method: 'GET' }),
    post: (path, fields = {}) => {
      const files = Object.values(fields)
        .flat()
        .some((value) => value instanceof File)
      const body = files ? new FormData() : new URLSearchParams()
      for (const [name, value] of Object.entries(fields))
        for (const one of Array.isArray(value) ? value : [value]) body.append(name, one as string)
      return ask(path, { method: 'POST', body })
    },
  }
}

/** An organisation of named people on a real database, asked through the real site. Closed when the test file ends. */
export async function openWorld(
  options: { kind?: 'team' | 'centre' | 'me'; today?: Day; name?: string } = {},
): Promise<World> {
  const { url, drop } = await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'goldthread-test-'))
  let now = new Date(`${options.today ?? '2026-11-17'}T10:00:00Z`)
  const { house, close } = await furnish(
    readConfig({ GOLDTHREAD_DATA: dataDir, DATABASE_URL: url }),
    url,
    () => now,
  )
  closing.push(async () => {
    await close()
    await drop()
    await rm(dataDir, { recursive: true, force: true })
  })
  const site = openSite(house, new Map())
  const { orgId } = await addOrganisation(house, options.name ?? 'Larkfield Test', options.kind ?? 'team')
  const world: World = {
    house,
    site,
    orgId,
    get now() {
      return now
    },
    get today() {
      return now.toISOString().slice(0, 10)
    },
    setToday(day, time = '10:00') {
      now = new Date(`${day}T${time}:00Z`)
    },
    inOrg: (work) => house.db.inOrg(orgId, work),
    add: (person) => addCharacter(world, orgId, person),
    visitor: () => openSession(site),
  }
  return world
}

/** Another organisation on the same installation. */
export async function addOrganisation(
  house: House,
  name: string,
  kind: 'team' | 'centre' | 'me' = 'team',
): Promise<{ orgId: Id }> {
  const today = house.db.now().toISOString().slice(0, 10)
  const made = await makeOrganisation(
    house.db,
    house.identity,
    { name, kind, zone: 'Europe/London', today },
    {
      name: 'First Administrator',
      email: `first@${name.toLowerCase().replace(/\W+/g, '-')}.example`,
      password: 'plum harvest lantern',
    },
  )
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  return made.value
}

/** Adds a person to an organisation and signs them in without a password. */
export async function addCharacter(
  world: Pick<World, 'house' | 'site' | 'today'>,
  orgId: Id,
  asked: Parameters<World['add']>[0],
): Promise<Character> {
  const { house, site } = world
  const email = asked.email ?? `${asked.name.toLowerCase().replace(/\W+/g, '.')}@${orgId.slice(-6)}.example`
  const { personId, person, actor } = await house.db.inOrg(orgId, async (tx) => {
    const added = await addPerson(tx, null, {
      name: asked.name,
      email,
      standing: asked.standing ?? 'adviser',
      job: asked.job ?? null,
      team: asked.team ?? null,
      leader: asked.leader ?? null,
      from: '2026-01-05',
    })
    if (!added.ok) throw new Error(JSON.stringify(added.refusals))
    await tx.db
      .updateTable('person')
      .set({ state: 'active' })
      .where('org_id', '=', orgId)
      .where('person_id', '=', added.value)
      .execute()
    const found = await findPerson(tx, added.value)
    if (!found) throw new Error('not added')
    return {
      personId: added.value,
      person: found,
      actor: {
        orgId,
        personId: added.value,
        name: asked.name,
        standings: found.standings,
        leads: [],
        assesses: [],
      } satisfies Actor,
    }
  })
  const userId = await house.identity.addUser({ email, name: asked.name, orgId, personId, password: null })
  const cookies = new Map(
    (await house.identity.signInAs(userId, new Headers())).map((line) => [
      line.slice(0, line.indexOf('=')),
      line.slice(line.indexOf('=') + 1, line.indexOf(';')),
    ]),
  )
  return { personId, person, actor, session: openSession(site, cookies) }
}
