import { isIP } from 'node:net'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'

/** How this installation is set up, read once from the environment at the start. */
export type Config = {
  /** 0 to 65535; 0 lets the machine choose. */
  port: number
  /** The address the server listens on. */
  host: string
  /** Absolute path of the folder that holds everything this installation keeps. */
  dataDir: string
  /** A PostgreSQL of the user's own, or null for the embedded one. */
  databaseUrl: string | null
  /** The public origin, without a slash at its end: cookies, mail links and URIs begin with it. */
  publicUrl: string
  /** The address or range whose `X-Forwarded-*` headers are believed, or null: none is. */
  trustedProxy: string | null
  /** Whether the demo may be explored. */
  demo: boolean
  smtpUrl: string | null
  /** The sender of every mail. */
  mailFrom: string
  /**
   * Whether a header of a request may move the clock, and where it stands at first (null: now); null where it may not.
   * For trials only, and only where this machine alone can reach it.
   */
  timeTravel: { from: Date | null } | null
  /** Whether only this machine can reach the server: false off loopback, behind a proxy and under a public name. */
  loopback: boolean
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/

const url = (name: string, schemes: string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
    error: `${name} is not an address that can be used. Write it like ${example}.`,
  })

/** `postgresql://user@/name?host=/folder` (a Unix socket) is right for PostgreSQL and wrong for `URL`. */
const DATABASE = z.string().regex(/^postgres(ql)?:\/\/\S+$/, {
  error:
    'DATABASE_URL is not an address that can be used. Write it like postgresql://user:password@host:5432/goldthread.',
})

const isRange = (text: string) => {
  const [address = '', bits, ...rest] = text.split('/')
  const size = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return (
    size > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= size))
  )
}

const isOrigin = (text: string) => {
  const { protocol, pathname, search, hash, username } = new URL(text)
  return /^https?:$/.test(protocol) && pathname === '/' && !search && !hash && !username
}

const Environment = z.object({
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65535, {
      error: 'PORT is not a port. Give a whole number from 0 to 65535.',
    })
    .default('3000'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, {
      error: 'HOST is not an address to listen on. Write it like 127.0.0.1 or 0.0.0.0.',
    })
    .default('127.0.0.1'),
  GOLDTHREAD_DATA: z.string().optional(),
  DATABASE_URL: DATABASE.optional(),
  GOLDTHREAD_URL: z
    .string()
    .refine((text) => URL.canParse(text) && isOrigin(text), {
      error:
        'GOLDTHREAD_URL is not a public origin. Write it like https://goldthread.example.org, with no path.',
    })
    .optional(),
  GOLDTHREAD_TRUSTED_PROXY: z
    .string()
    .refine(isRange, {
      error: 'GOLDTHREAD_TRUSTED_PROXY is not an address or a range. Write it like 10.0.0.5 or 10.0.0.0/24.',
    })
    .optional(),
  GOLDTHREAD_DEMO: z
    .enum(['on', 'off'], { error: 'GOLDTHREAD_DEMO is neither on nor off. Write one of them.' })
    .default('on'),
  GOLDTHREAD_TIME_TRAVEL: z
    .union([z.enum(['on', 'off']), z.iso.datetime()], {
      error: 'GOLDTHREAD_TIME_TRAVEL is neither on, off nor a moment. Leave it off but for trials.',
    })
    .default('off'),
  GOLDTHREAD_SMTP_URL: url(
    'GOLDTHREAD_SMTP_URL',
    ['smtp:', 'smtps:'],
    'smtp://user:password@mail.example.org:587',
  ).optional(),
  GOLDTHREAD_MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
      error: 'GOLDTHREAD_MAIL_FROM is not a sender. Write it like Goldthread <goldthread@example.org>.',
    })
    .optional(),
})

const dataFolder = (env: NodeJS.ProcessEnv): string => {
  if (env.GOLDTHREAD_DATA) return resolve(env.GOLDTHREAD_DATA)
  const base = env.XDG_DATA_HOME && isAbsolute(env.XDG_DATA_HOME) ? env.XDG_DATA_HOME : null
  return join(base ?? join(env.HOME || homedir(), '.local', 'share'), 'goldthread')
}

/**
 * Reads the settings. A name that is set to nothing counts as not set.
 * @throws an Error whose message holds one line for each value that can't be used, saying what to write instead
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const read = Environment.safeParse(given)
  if (!read.success) throw new Error(read.error.issues.map((issue) => issue.message).join('\n'))
  const settings = read.data
  const publicUrl = settings.GOLDTHREAD_URL
    ? new URL(settings.GOLDTHREAD_URL).origin
    : `http://localhost:${settings.PORT}`
  const trustedProxy = settings.GOLDTHREAD_TRUSTED_PROXY ?? null
  const { hostname } = new URL(publicUrl)
  const loopback = LOOPBACK.test(settings.HOST) && LOOPBACK.test(hostname) && trustedProxy === null
  const travel = settings.GOLDTHREAD_TIME_TRAVEL
  if (travel !== 'off' && !loopback)
    throw new Error(
      'GOLDTHREAD_TIME_TRAVEL lets anybody move the clock. Leave it off where others can reach this server.',
    )
  return {
    port: Number(settings.PORT),
    host: settings.HOST,
    dataDir: dataFolder(given),
    databaseUrl: settings.DATABASE_URL ?? null,
    publicUrl,
    trustedProxy,
    demo: settings.GOLDTHREAD_DEMO === 'on',
    smtpUrl: settings.GOLDTHREAD_SMTP_URL ?? null,
    mailFrom: settings.GOLDTHREAD_MAIL_FROM ?? `Goldthread <goldthread@${hostname}>`,
    timeTravel: travel === 'off' ? null : { from: travel === 'on' ? null : new Date(travel) },
    loopback,
  }
}
