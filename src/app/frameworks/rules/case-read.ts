import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { readAssociations } from './case-associations.ts'
import { overfullIn, readDefinitions, rubricsIn } from './case-definitions.ts'
import { endTitle, ownOrNot, PACKAGE_EXTENSIONS, takeOwn } from './case-derived.ts'
import { readItems } from './case-items.ts'
import { itemOf } from './case-levels.ts'
import { CASE_LIMITS, parseWithin } from './case-limits.ts'
import { type Findings, findings, identifierOf, isUnkeepable, listIn, without } from './case-members.ts'
import { type Body, isBody } from './case-shapes.ts'
import type { FrameworkPackage } from './item.ts'

/** A framework that was read, with what its reader should know of it, a sentence each. */
export type FrameworkRead = { package: FrameworkPackage; warnings: string[] }

const DOCUMENT_READ = new Set([
  'identifier',
  'uri',
  'title',
  'version',
  'description',
  'language',
  'caseVersion',
  'CFPackageURI',
])

/** What warnings say: kinds as `findings` notes them, how many, and the first of them. */
const WARNINGS: Record<string, (counted: number, names: string) => string> = {
  'upper case': (counted, names) =>
    `${count(counted, 'identifier')} had capital letters and ${counted === 1 ? 'is' : 'are'} kept in lower case: ${names}.`,
  unattached: (counted, names) =>
    `${count(counted, 'item')} ${counted === 1 ? 'stands' : 'stand'} under nothing, not even the framework, and ${counted === 1 ? 'is' : 'are'} kept so: ${names}.`,
  outside: (counted, names) =>
    `${count(counted, 'item')} ${counted === 1 ? 'stands' : 'stand'} under something outside this file: ${names}.`,
  'several parents': (counted, names) =>
    `${count(counted, 'item')} ${counted === 1 ? 'stands' : 'stand'} under more than one other and ${counted === 1 ? 'is' : 'are'} shown under the first: ${names}.`,
  twice: (counted) =>
    `${count(counted, 'part')} came twice, word for word, and ${counted === 1 ? 'is' : 'are'} kept once.`,
  'no statement': (counted, names) =>
    `${count(counted, 'item')} ${counted === 1 ? 'has' : 'have'} no full statement: ${names}.`,
  'no creator': () => 'The framework does not say who made it.',
  levels: (counted, names) =>
    `${count(counted, 'item')} ${counted === 1 ? 'has' : 'have'} more than five levels in a rubric. The rubric is kept; the levels are not used: ${names}.`,
  'odd sequence': (counted, names) =>
    `${count(counted, 'place')} in the order ${counted === 1 ? 'is' : 'are'} no whole number and ${counted === 1 ? 'is' : 'are'} left out: ${names}.`,
}

/** The package of a file, bare or wrapped, or why it is none, by the name of what it is instead. */
function packageIn(sent: unknown): Outcome<Body> {
  const wrong = (message: string) => refused({ field: 'file', message })
  if (!isBody(sent)) return wrong('This is not a framework in CASE: the file holds no object at its top.')
  if (Array.isArray(sent.CFDocuments))
    return wrong(
      `This is a list of ${count(sent.CFDocuments.length, 'framework')} (CFDocuments), not a framework. Import one of them by its own package, CFPackages and its identifier.`,
    )
  const body = isBody(sent.CFPackage) ? sent.CFPackage : sent
  if (!isBody(body.CFDocument))
    return wrong(
      'This is not a framework in CASE: it has no CFDocument. Export the whole package (CFPackage), and import that.',
    )
  for (const member of ['CFItems', 'CFAssociations', 'CFRubrics'])
    if (body[member] !== undefined && body[member] !== null && !Array.isArray(body[member]))
      return wrong(`${member} is not a list. Export the framework again as a CASE package.`)
  if (
    body.CFItems === undefined &&
    body.CFAssociations === undefined &&
    isBody(body.CFDocument.CFPackageURI) &&
    body.CFDefinitions === undefined
  )
    return wrong(
      'This is the head of a framework (CFDocument) without its items. Import its package, CFPackages and its identifier.',
    )
  return done(body)
}

const textIn = (body: Body, member: string): string => {
  const value = body[member]
  return typeof value === 'string' ? value : ''
}

/** A member that is a text and not empty has been read; an empty one is kept as it came. */
function documentRest(document: Body): Body {
  const read = new Set(DOCUMENT_READ)
  for (const member of ['description', 'language', 'version'])
    if (document[member] === '') read.delete(member)
  return without(document, read)
}

/**
 * Reads a CASE package, 1.0 or 1.1, bare or wrapped. Texts, identifiers and moments are kept as they are; members that are
 * null are left out, and unknown ones kept aside. Refused with the item named where it does not hold together.
 * @param options.origin addresses below it are our own, and follow from the identifier again
 * Source: CASE 1.1, information model; interop.md 1.
 */
export function readCase(
  text: string,
  options: { origin: string; limits?: typeof CASE_LIMITS },
): Outcome<FrameworkRead> {
  const limits = options.limits ?? CASE_LIMITS
  const parsed = parseWithin(text.startsWith('\uFEFF') ? text.slice(1) : text, limits)
  if (!parsed.ok) return parsed
  const body = packageIn(parsed.value)
  if (!body.ok) return body
  const found = findings()
  const read = readBody(body.value, options.origin, limits, found)
  const refusals = found.refusals()
  if (!read || refusals.length > 0) return refused(...refusals)
  return done({
    package: read,
    warnings: found.warnings((kind, counted, names) => WARNINGS[kind]?.(counted, names) ?? names),
  })
}

function readBody(
  body: Body,
  origin: string,
  limits: typeof CASE_LIMITS,
  found: Findings,
): FrameworkPackage | null {
  const document = body.CFDocument as Body
  const frameworkId = identifierOf(document, () => 'The framework', found)
  const title = textIn(document, 'title')
  if (!title.trim()) found.refuse('title', 'The framework has no title. Give it one, and import it again.')
  if (isUnkeepable(document) || isUnkeepable(body.extensions))
    found.refuse(
      'text',
      'The framework itself holds NUL or half a character. Take it out, and import it again.',
    )
  const items = listIn(body, 'CFItems')
  if (items.length > limits.items) {
    found.refuse(
      'too many',
      `The file holds ${count(items.length, 'item')}. A framework may have ${limits.items.toLocaleString('en-GB')}: split it, and import the parts.`,
    )
    return null
  }
  const publisher = textIn(document, 'publisher') || textIn(document, 'creator')
  if (!textIn(document, 'creator')) found.note('no creator', '')
  const uri = ownOrNot(textIn(document, 'uri'), origin)
  const head = { frameworkId, title, uri }
  const ours = (address: unknown) =>
    typeof address === 'string' && address !== '' && ownOrNot(address, origin) === null
  const definitions = readDefinitions(body, { frameworkId, ours }, found)
  const rubrics = rubricsIn(body)
  const drafts = readItems(items, { frameworkId, origin, found })
  const read = readAssociations(listIn(body, 'CFAssociations'), drafts, {
    head,
    origin,
    found,
    rubrics,
    limits,
  })
  if (!read) return null
  const names = new Map(read.items.map((item) => [item.itemId, endTitle(item)]))
  for (const criterion of overfullIn(rubrics)) found.note('levels', names.get(itemOf(criterion) ?? '') ?? '')
  const rest = documentRest(document)
  const own = takeOwn(rest)
  if (isBody(body.extensions)) rest[PACKAGE_EXTENSIONS] = body.extensions
  return {
    frameworkId,
    title,
    version: textIn(document, 'version') || null,
    publisher,
    uri,
    language: textIn(document, 'language'),
    description: textIn(document, 'description'),
    kind:
      own.kind === 'qualification' || read.items.some(({ kind }) => kind === 'unit')
        ? 'qualification'
        : 'competencies',
    rest,
    ...read,
    definitions,
    source: null,
  }
}
