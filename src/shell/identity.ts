import { PostgresDialect } from 'kysely'
import type pg from 'pg'
import { z } from 'zod'
import type { Id } from '../kernel/id.ts'

/** A person who has signed in: where in the product they stand. */
export type SignedIn = { userId: string; email: string; orgId: Id; personId: Id }

/** Header in which `web.ts` passes the client's address on; stripped from whatever comes from outside. */
export const CLIENT_ADDRESS = 'x-goldthread-client'

/** Sign-in: passwords, sessions and the limit on tries, kept by better-auth in a schema of its own. */
export type Identity = {
  /** Makes or updates its tables and waits until it can be asked; whatever asks first does so too. */
  ready(): Promise<void>
  /** Who the request's session cookie stands for, or null. */
  whoIs(headers: Headers): Promise<SignedIn | null>
  /** Tries e-mail and password: `cookies` to set, or why not. At most 5 tries a minute from an address. */
  signIn(
    email: string,
    password: string,
    headers: Headers,
  ): Promise<{ cookies: string[] } | { refused: 'wrong' | 'too-many' }>
  /** Whether one more try at the code for setting up is let through: at most 10 a minute from an address. */
  mayTryCode(headers: Headers): Promise<boolean>
  /** A session without a password, for those who just proved a one-time link, and in the demo. */
  signInAs(userId: string, headers: Headers): Promise<string[]>
  signOut(headers: Headers): Promise<string[]>
  /** Ends every session of the user. */
  signOutEverywhere(userId: string): Promise<void>
  findUser(email: string): Promise<{ userId: string; orgId: Id; personId: Id } | null>
  userOf(personId: Id): Promise<{ userId: string; email: string } | null>
  addUser(user: {
    email: string
    name: string
    orgId: Id
    personId: Id
    password: string | null
  }): Promise<string>
  setPassword(userId: string, password: string): Promise<void>
  checkPassword(userId: string, password: string): Promise<boolean>
  /** Removes the sign-ins of a whole organisation (the records are not touched). */
  removeUsersOf(orgId: Id): Promise<void>
  removeUser(userId: string): Promise<void>
}

/** The library is large: it is loaded when somebody first asks, which most commands never do. */
async function configure(pool: pg.Pool, options: { url: string; secret: string }) {
  const { betterAuth } = await import('better-auth')
  const { createAuthEndpoint } = await import('better-auth/api')
  const { setSessionCookie } = await import('better-auth/cookies')
  const passwordless = {
    id: 'passwordless',
    endpoints: {
      signInAs: createAuthEndpoint(
        '/passwordless',
        { method: 'POST', body: z.object({ userId: z.string() }) },
        async (context) => {
          const user = await context.context.internalAdapter.findUserById(context.body.userId)
          if (!user) throw context.error('UNAUTHORIZED')
          const session = await context.context.internalAdapter.createSession(user.id)
          await setSessionCookie(context, { session, user })
          return context.json({ ok: true })
        },
      ),
      tryCode: createAuthEndpoint('/set-up-code', { method: 'POST' }, async (context) =>
        context.json({ ok: true }),
      ),
    },
  } as const
  return betterAuth({
    appName: 'Goldthread',
    baseURL: options.url,
    basePath: '/identity',
    secret: options.secret,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    database: { dialect: new PostgresDialect({ pool }), type: 'postgres', transaction: true },
    user: {
      additionalFields: {
        orgId: { type: 'string', required: true, input: false },
        personId: { type: 'string', required: true, input: false },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: 12,
      maxPasswordLength: 128,
    },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 5 }, '/set-up-code': { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: 'goldthread',
      useSecureCookies: options.url.startsWith('https:'),
      database: { joins: true },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
    plugins: [passwordless],
  })
}

async function start(pool: pg.Pool, options: { url: string; secret: string }) {
  const auth = await configure(pool, options)
  const { getMigrations } = await import('better-auth/db/migration')
  const { runMigrations } = await getMigrations(auth.options)
  await runMigrations()
  const { adapter, internalAdapter, password } = await auth.$context
  return { auth, adapter, internalAdapter, hasher: password }
}

/** Opens sign-in on its own pool. */
export function openIdentity(pool: pg.Pool, options: { url: string; secret: string }): Identity {
  let opened: ReturnType<typeof start> | null = null
  const open = () => {
    opened ??= start(pool, options)
    return opened
  }
  const forwarded = (headers: Headers) => {
    const passed = new Headers({ 'content-type': 'application/json', origin: new URL(options.url).origin })
    for (const name of ['cookie', 'user-agent', CLIENT_ADDRESS]) {
      const value = headers.get(name)
      if (value) passed.set(name, value)
    }
    return passed
  }
  const post = async (path: string, headers: Headers, body: unknown) =>
    (await open()).auth.handler(
      new Request(new URL(`/identity${path}`, options.url), {
        method: 'POST',
        headers: forwarded(headers),
        body: JSON.stringify(body),
      }),
    )

  return {
    async ready() {
      await open()
    },
    async whoIs(headers) {
      if (!headers.get('cookie')) return null
      const found = await (await open()).auth.api.getSession({ headers })
      if (!found) return null
      const user = found.user
      return { userId: user.id, email: user.email, orgId: user.orgId, personId: user.personId }
    },
    async signIn(email, password, headers) {
      const response = await post('/sign-in/email', headers, { email, password })
      if (response.ok) return { cookies: response.headers.getSetCookie() }
      return { refused: response.status === 429 ? 'too-many' : 'wrong' }
    },
    async mayTryCode(headers) {
      return (await post('/set-up-code', headers, {})).ok
    },
    async signInAs(userId, headers) {
      const { headers: answered } = await (await open()).auth.api.signInAs({
        body: { userId },
        headers: forwarded(headers),
        returnHeaders: true,
      })
      return answered.getSetCookie()
    },
    async signOut(headers) {
      const response = await post('/sign-out', headers, {})
      return response.headers.getSetCookie()
    },
    async signOutEverywhere(userId) {
      const { internalAdapter } = await open()
      await internalAdapter.deleteUserSessions(userId)
    },
    async findUser(email) {
      const { internalAdapter } = await open()
      const found = await internalAdapter.findUserByEmail(email.toLowerCase())
      if (!found) return null
      const user = found.user as unknown as { id: string; orgId: Id; personId: Id }
      return { userId: user.id, orgId: user.orgId, personId: user.personId }
    },
    async userOf(personId) {
      const { adapter } = await open()
      const user = await adapter.findOne<{ id: string; email: string }>({
        model: 'user',
        where: [{ field: 'personId', value: personId }],
      })
      return user && { userId: user.id, email: user.email }
    },
    async addUser({ email, name, orgId, personId, password }) {
      const { internalAdapter, hasher } = await open()
      const user = await internalAdapter.createUser(
        { email: email.toLowerCase(), name, emailVerified: true, orgId, personId },
        { method: 'admin' },
      )
      if (password !== null) {
        await internalAdapter.linkAccount({
          userId: user.id,
          providerId: 'credential',
          accountId: user.id,
          password: await hasher.hash(password),
        })
      }
      return user.id
    },
    async setPassword(userId, password) {
      const { internalAdapter, hasher } = await open()
      const hash = await hasher.hash(password)
      const account = await internalAdapter.findCredentialAccount(userId)
      if (account) await internalAdapter.updatePassword(userId, hash)
      else
        await internalAdapter.linkAccount({
          userId,
          providerId: 'credential',
          accountId: userId,
          password: hash,
        })
    },
    async checkPassword(userId, password) {
      const { internalAdapter, hasher } = await open()
      const hash = (await internalAdapter.findCredentialAccount(userId))?.password
      return hash ? hasher.verify({ hash, password }) : false
    },
    async removeUsersOf(orgId) {
      const { adapter, internalAdapter } = await open()
      const users = await adapter.findMany<{ id: string }>({
        model: 'user',
        where: [{ field: 'orgId', value: orgId }],
      })
      for (const user of users) await internalAdapter.deleteUser(user.id)
    },
    async removeUser(userId) {
      const { internalAdapter } = await open()
      await internalAdapter.deleteUser(userId)
    },
  }
}
