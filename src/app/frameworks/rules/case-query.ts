import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import type { Body } from './case-shapes.ts'

/** What is asked of a list: which of it, in what order, and what of each. */
export type ListQuery = {
  limit: number
  offset: number
  sort: string | null
  descending: boolean
  fields: readonly string[] | null
  keeps: (body: Body) => boolean
}

/** How many come where nobody says, and at most. Source: CASE 1.1, REST binding. */
const LIMITS = { usual: 100, most: 500 }

const COMPARISON = /^\s*([A-Za-z]+)\s*(!=|>=|<=|=|>|<|~)\s*'([^']*)'\s*$/

const wordsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap(wordsOf) : value === undefined || value === null ? [] : [String(value)]

const COMPARED: Record<string, (value: string, than: string) => boolean> = {
  '=': (value, than) => value === than,
  '!=': (value, than) => value !== than,
  '>': (value, than) => value > than,
  '>=': (value, than) => value >= than,
  '<': (value, than) => value < than,
  '<=': (value, than) => value <= than,
  '~': (value, than) => value.toLowerCase().includes(than.toLowerCase()),
}

/** `field='words'`, two of which may be joined by AND or OR. */
function filterOf(text: string, known: ReadonlySet<string>): ((body: Body) => boolean) | null {
  const joined = /^(.*')\s+(AND|OR)\s+(.*)$/i.exec(text)
  const [parts, by] = joined
    ? [[joined[1] ?? '', joined[3] ?? ''], joined[2]?.toUpperCase()]
    : [[text], 'AND']
  const tests = parts.map((part) => {
    const [, field = '', sign = '', than = ''] = COMPARISON.exec(part) ?? []
    const compare = COMPARED[sign]
    if (!compare || !known.has(field)) return null
    return (body: Body) => wordsOf(body[field]).some((value) => compare(value, than))
  })
  if (tests.some((test) => test === null)) return null
  return (body) => (by === 'OR' ? tests.some((test) => test?.(body)) : tests.every((test) => test?.(body)))
}

const whole = (text: string, least: number): number | null =>
  /^\d{1,9}$/.test(text) && Number(text) >= least ? Number(text) : null

/**
 * Reads what an address asks of a list. Refused with the name of the parameter as its field.
 * @param known the members that a list's objects may have
 */
export function readQuery(query: URLSearchParams, known: ReadonlySet<string>): Outcome<ListQuery> {
  const wrong = (field: string, message: string) => refused({ field, message })
  const limit = whole(query.get('limit') ?? String(LIMITS.usual), 1)
  if (limit === null) return wrong('limit', 'limit is a whole number, 1 or more.')
  const offset = whole(query.get('offset') ?? '0', 0)
  if (offset === null) return wrong('offset', 'offset is a whole number, 0 or more.')
  const sort = query.get('sort')
  if (sort !== null && !known.has(sort)) return wrong('sort', `There is no member ${sort} to sort by.`)
  const order = query.get('orderBy') ?? 'asc'
  if (order !== 'asc' && order !== 'desc') return wrong('orderBy', 'orderBy is asc or desc.')
  const fields =
    query
      .get('fields')
      ?.split(',')
      .map((field) => field.trim()) ?? null
  const unknown = fields?.find((field) => !known.has(field))
  if (unknown !== undefined) return wrong('fields', `There is no member ${unknown}.`)
  const filter = query.get('filter')
  const keeps = filter === null ? () => true : filterOf(filter, known)
  if (!keeps) return wrong('filter', "filter is such as title~'customer', of a member that there is.")
  return done({
    limit: Math.min(limit, LIMITS.most),
    offset,
    sort,
    descending: order === 'desc',
    fields,
    keeps,
  })
}

/** What is asked of a list, of all that there is. */
export function listed(all: readonly Body[], { keeps, sort, descending, offset, limit, fields }: ListQuery) {
  const kept = all.filter(keeps)
  const key = (body: Body) => wordsOf(body[sort ?? '']).join(' ')
  if (sort !== null) kept.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
  if (sort !== null && descending) kept.reverse()
  const some = kept.slice(offset, offset + limit)
  return {
    total: kept.length,
    bodies: fields
      ? some.map((body) =>
          Object.fromEntries(Object.entries(body).filter(([member]) => fields.includes(member))),
        )
      : some,
  }
}
