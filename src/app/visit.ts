import type { ComponentChildren, VNode } from 'preact'
import type { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import { dayOf } from '../kernel/day.ts'
import type { Refusal } from '../kernel/outcome.ts'
import type { Sent } from '../shell/bodies.ts'
import type { Config } from '../shell/config.ts'
import type { Database, OrgTx } from '../shell/db.ts'
import type { Files } from '../shell/files.ts'
import type { Identity } from '../shell/identity.ts'
import type { Jobs } from '../shell/jobs.ts'
import type { Keys } from '../shell/keys.ts'
import type { Mail } from '../shell/mail.ts'
import type { Organisation, Person } from './people/people.ts'

/** What the whole installation shares. */
export type House = {
  config: Config
  db: Database
  identity: Identity
  mail: Mail
  files: Files
  /** Keys that do not lie in the database. */
  keys: Keys
  jobs: Jobs
  setUpCode: string
}

/** What was posted, or asked for in the address. */
export type Form = {
  /** Every text field as it was typed, the last of each name: to show the form again. */
  values: Readonly<Record<string, string>>
  /** Every text field as it was typed, each tick of a name too: to send the form again. */
  texts: readonly [string, string][]
  /** Trimmed; '' where the field is missing. */
  text(name: string): string
  /** Every value of a name: ticked boxes. */
  all(name: string): string[]
  /** A whole number, or null where empty or not one. */
  whole(name: string): number | null
  /** A decimal number, or null where empty or not one. */
  number(name: string): number | null
  /** The day of three boxes (`name-day`, `name-month`, `name-year`): null where empty; 'wrong' where there is no such day. */
  day(name: string): Day | null | 'wrong'
  file(name: string): Sent | null
  /** Every file chosen under a name, empty ones too. */
  files(name: string): Sent[]
}

/** A signed-in person's request, inside one transaction of their organisation. GET transactions cannot write. */
export type Visit = {
  house: House
  actor: Actor
  org: Organisation
  today: Day
  tx: OrgTx
  /** Whom the page is about: the `:person` of the address, or the visitor. */
  person: Person
  /** Whether the page is the visitor's own. */
  own: boolean
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  form: Form
  path: string
  /** Asks the one table whether the visitor may do this to the page's person. */
  may(action: string): boolean
}

export type Crumb = { text: string; href?: string }

/** What a route answers. Data alone: `sending.ts` turns it into HTTP. */
export type Answer =
  | {
      kind: 'page'
      body: VNode
      status: number
      failed: boolean
      options: PageOptions
      cookies?: string[]
    }
  | { kind: 'go'; path: string; flash?: string; cookies?: string[] }
  | { kind: 'file'; name: string; type: string; bytes: Uint8Array | string; inline?: boolean; etag?: string }
  | {
      kind: 'data'
      status: number
      /** Made JSON, unless it is the text of one already. */
      body: unknown
      /** In place of those that keep an answer from being kept. */
      headers?: Readonly<Record<string, string>>
    }

export type PageOptions = {
  /** The record's own words; the heading too, unless `h1` says otherwise (null: the body has its own). */
  title: string
  h1?: ComponentChildren | null
  /** The line under the heading. */
  lead?: ComponentChildren
  /** At the right of the heading. */
  actions?: ComponentChildren
  /** The navigation entry that is current, by its address. */
  nav?: string
  crumbs?: Crumb[]
  /** Why the form was not accepted: the status is 422 and the title starts with "Error:". Show `ErrorSummary` first in the body. */
  refusals?: readonly Refusal[]
  status?: number
  /** Loads the page again by itself, for work in progress. */
  refreshSeconds?: number
  /** Browser modules below /assets/, such as "smart.js". */
  scripts?: string[]
  /** The organisation's name, on a page for somebody who follows a link and has no sign-in. */
  guestOf?: string
}

export function page(options: PageOptions, body: VNode): Answer {
  const failed = (options.refusals?.length ?? 0) > 0
  return { kind: 'page', status: options.status ?? (failed ? 422 : 200), failed, body, options }
}

/** Sends the visitor on (303). The words of `flash` stand at the top of the next page, once. */
export function goTo(path: string, flash?: string): Answer {
  return { kind: 'go', path, flash }
}

export function download(name: string, type: string, bytes: Uint8Array | string): Answer {
  return { kind: 'file', name, type, bytes }
}

/** Thrown where a record does not exist, or exists where this visitor may not know of it. */
export class NotFound extends Error {}

/**
 * Thrown by a route that must wait for another server before it goes on: the transaction is let go, `wait` runs without
 * one, and what it answers is run in its place in a new one.
 */
export class Waits extends Error {
  constructor(readonly wait: () => Promise<Route['run']>) {
    super('waits')
  }
}

/** The record, or a 404. */
export function found<T>(record: T | null | undefined): T {
  if (record === null || record === undefined) throw new NotFound()
  return record
}

/** One address and method of the product: what it does and by which entry of the table it is guarded. */
export type Route = {
  method: 'GET' | 'POST'
  path: string
  action: string
  run(visit: Visit): Promise<Answer> | Answer
}

export function get(path: string, action: string, run: Route['run']): Route {
  return { method: 'GET', path, action, run }
}

export function post(path: string, action: string, run: Route['run']): Route {
  return { method: 'POST', path, action, run }
}

/** A request by somebody who may not be signed in. */
export type Caller = {
  house: House
  headers: Headers
  form: Form
  query: URLSearchParams
  params: Readonly<Record<string, string>>
  path: string
  /** Whether the request came from this machine itself. */
  local: boolean
}

export type OpenRoute = {
  method: 'GET' | 'POST'
  path: string
  run(caller: Caller): Promise<Answer> | Answer
}

/** Reads a form from its fields. */
export function readForm(fields: readonly (readonly [string, string | Sent])[]): Form {
  const texts = fields.filter((field): field is [string, string] => typeof field[1] === 'string')
  const uploads = fields.filter((field): field is [string, Sent] => typeof field[1] !== 'string')
  const values = Object.fromEntries(texts)
  const text = (name: string) => (values[name] ?? '').trim()
  const number = (name: string) => {
    const typed = text(name).replace(/\s|%$/g, '')
    const value = Number(typed.replace(',', '.'))
    return typed === '' || !Number.isFinite(value) ? null : value
  }
  const files = (name: string) =>
    uploads
      .filter(([key, upload]) => key === name && (upload.bytes.length > 0 || upload.name !== ''))
      .map(([, upload]) => upload)
  return {
    values,
    texts,
    text,
    number,
    files,
    all: (name) => texts.filter(([key]) => key === name).map(([, value]) => value.trim()),
    whole: (name) => {
      const value = number(name)
      return value !== null && Number.isInteger(value) ? value : null
    },
    day: (name) => {
      const [day, month, year] = ['day', 'month', 'year'].map((part) => text(`${name}-${part}`))
      if (!day && !month && !year) return null
      if (![day, month, year].every((part) => part && /^\d{1,4}$/.test(part))) return 'wrong'
      return (
        dayOf(Number(year) < 100 ? 2000 + Number(year) : Number(year), Number(month), Number(day)) ?? 'wrong'
      )
    },
    file: (name) => files(name).find(({ bytes }) => bytes.length > 0) ?? null,
  }
}

/** What a program may ask below `/api/v1`: JSON in, JSON out, for a signed-in person. It reads and changes nothing. */
export type Endpoint = {
  path: string
  action: string
  summary: string
  asks: z.ZodType
  answers: z.ZodType
  /** The answer to what was sent, or why it cannot be read, a sentence each. */
  run(sent: unknown, today: Day): { body: unknown } | { unread: string[] }
}

/** An endpoint whose work is done only on what its schema lets through. */
export function endpoint<Asked, Answered>(
  named: Pick<Endpoint, 'path' | 'action' | 'summary'> & {
    asks: z.ZodType<Asked>
    answers: z.ZodType<Answered>
    run(asked: Asked, today: Day): Answered
  },
): Endpoint {
  return {
    ...named,
    run(sent, today) {
      const read = named.asks.safeParse(sent)
      if (!read.success) return { unread: read.error.issues.map(({ message }) => message) }
      return { body: named.run(read.data, today) }
    },
  }
}
