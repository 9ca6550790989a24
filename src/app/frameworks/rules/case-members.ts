import { type Id, isId } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { clip, count, listing } from '../../../kernel/text.ts'
import { type Body, isBody } from './case-shapes.ts'

/** How many of one kind are named; the rest are counted. */
const NAMED = 3

/** The longest identifier that an index can hold. */
const LONGEST = 2000

/** What a reading has found fault with so far: refusals that end it, warnings that do not, few of each kind. */
export type Findings = {
  /** Refuses with a sentence about one thing; of many alike the first few are said. */
  refuse(kind: string, message: string): void
  /** Notes a thing that is to be counted in one warning of its kind. */
  note(kind: string, name: string): void
  refusals(): Refusal[]
  /** One sentence a kind, made of how many there were and the names of the first few. */
  warnings(words: (kind: string, counted: number, names: string) => string): string[]
}

export function findings(): Findings {
  const refused = new Map<string, { messages: string[]; more: number }>()
  const noted = new Map<string, { names: string[]; counted: number }>()
  return {
    refuse(kind, message) {
      const some = refused.get(kind) ?? { messages: [], more: 0 }
      if (some.messages.length < NAMED) some.messages.push(message)
      else some.more++
      refused.set(kind, some)
    },
    note(kind, name) {
      const some = noted.get(kind) ?? { names: [], counted: 0 }
      some.counted++
      if (some.names.length < NAMED && name) some.names.push(name)
      noted.set(kind, some)
    },
    refusals: () =>
      [...refused.values()].flatMap(({ messages, more }) => [
        ...messages.map((message) => ({ field: 'file', message })),
        ...(more > 0 ? [{ field: 'file', message: `${count(more, 'more')} of the same kind.` }] : []),
      ]),
    warnings: (words) =>
      [...noted].map(([kind, { names, counted }]) =>
        words(kind, counted, listing(counted > names.length ? [...names, 'others'] : names)),
      ),
  }
}

/** What somebody would call an object of a file: its code and words, else its identifier, else its place in the file. */
export function nameOf(body: Body, at: number, what = 'Item'): string {
  const text = (member: string) => {
    const value = body[member]
    return typeof value === 'string' ? value : ''
  }
  const words = clip(text('abbreviatedStatement') || text('fullStatement') || text('title'), 60)
  const code = clip(text('humanCodingScheme'), 40)
  const called = [code, words && `“${words}”`].filter(Boolean).join(' ')
  return called || clip(text('identifier'), 40) || `${what} ${at + 1}`
}

/** The identifier of an object in lower case; refused where it is missing or no UUID. */
export function identifierOf(body: Body, called: () => string, found: Findings): Id {
  const { identifier } = body
  if (typeof identifier === 'string') {
    if (isId(identifier)) return identifier
    const lower = identifier.trim().toLowerCase()
    if (isId(lower)) {
      found.note('upper case', called())
      return lower
    }
  }
  found.refuse(
    'identifier',
    `${called()} has ${typeof identifier === 'string' && identifier ? `the identifier “${clip(identifier, 60)}”, which is no UUID` : 'no identifier'}. Give it a UUID such as 1b4e28ba-2fa1-4d3b-9a3f-ef19b5a7633b.`,
  )
  return ''
}

/** The identifier that an end of an association names: a UUID in lower case, or what another scheme calls it. */
export function endOf(value: unknown): Id | null {
  const id = isBody(value) ? value.identifier : null
  if (typeof id === 'number') return String(id)
  if (typeof id !== 'string' || id === '' || id.length > LONGEST) return null
  const lower = id.toLowerCase()
  return isId(lower) ? lower : id
}

/** Whether the text holds what PostgreSQL cannot keep: NUL, or half of a pair of surrogates. */
export function isUnkeepable(value: unknown): boolean {
  if (typeof value === 'string') return !value.isWellFormed() || value.includes('\0')
  if (Array.isArray(value)) return value.some(isUnkeepable)
  if (typeof value !== 'object' || value === null) return false
  for (const key in value) if (isUnkeepable(key) || isUnkeepable((value as Body)[key])) return true
  return false
}

/** The object without its nulls and without some members. */
export function without(body: Body, members: ReadonlySet<string>): Body {
  const rest: Body = {}
  for (const member in body)
    if (body[member] !== null && member !== '__proto__' && !members.has(member)) rest[member] = body[member]
  return rest
}

/** The lists of a package: none where the member is missing or null. */
export function listIn(body: Body, member: string): unknown[] {
  const value = body[member]
  return Array.isArray(value) ? value : []
}
