import type { Id } from '../../../kernel/id.ts'
import { caseAddress, FILE_PLACE, OWN, OWN_VERSION, PACKAGE_EXTENSIONS } from './case-derived.ts'
import { kindOf, TYPE_IDS, TYPE_WORDS } from './case-kinds.ts'
import { type Body, isBody, momentOf, type Shape, shaped } from './case-shapes.ts'
import {
  type Association,
  type Definition,
  type FrameworkPackage,
  ITEM_KINDS,
  type Item,
  type ItemKind,
} from './item.ts'

/** What follows from where and when a package is written, and not from what it says. */
export type Writing = {
  /** The https origin of addresses that are made here. */
  origin: string
  /** The moment of what says none of its own, RFC 3339. */
  at: string
}

const textIn = (body: Body, member: string): string | undefined => {
  const value = body[member]
  return typeof value === 'string' ? value : undefined
}

/** `extensions` as they came, with members of ours. */
function extended(rest: Body, own: Body): Body | undefined {
  const others = isBody(rest.extensions) ? rest.extensions : undefined
  return Object.keys(own).length > 0 ? { ...others, [OWN]: own } : others
}

/** The head of a framework as CASE 1.1 writes it. */
export function documentBody(
  pkg: Omit<FrameworkPackage, 'associations' | 'definitions'>,
  { origin, at }: Writing,
): Body {
  const { rest, frameworkId } = pkg
  const creator = textIn(rest, 'creator') ?? pkg.publisher
  const follows = pkg.items.some(({ kind }) => kind === 'unit')
  return shaped('document', {
    ...rest,
    identifier: frameworkId,
    uri: pkg.uri || caseAddress(origin, 'CFDocuments', frameworkId),
    caseVersion: '1.1',
    creator,
    title: pkg.title,
    publisher: 'publisher' in rest || pkg.publisher !== creator ? pkg.publisher : undefined,
    description: pkg.description || rest.description,
    language: pkg.language || rest.language,
    version: (rest[OWN_VERSION] === pkg.version ? null : pkg.version) ?? rest.version,
    lastChangeDateTime: momentOf(rest.lastChangeDateTime) ?? at,
    extensions: extended(rest, pkg.kind === 'qualification' && !follows ? { kind: pkg.kind } : {}),
  })
}

/** Whether an item was made here and its kind is called by our own word. */
export function hasOwnType({ uri, typeWords, rest }: Pick<Item, 'uri' | 'typeWords' | 'rest'>): boolean {
  return uri === null && typeWords === '' && rest.CFItemType === undefined && rest.CFItemTypeURI === undefined
}

const typeAddress = (origin: string, kind: ItemKind) => caseAddress(origin, 'CFItemTypes', TYPE_IDS[kind])

/** One item as CASE 1.1 writes it. */
export function itemBody(item: Item, { origin, at }: Writing, hasChildren: boolean): Body {
  const { rest, kind, typeWords } = item
  const type: Body = hasOwnType(item)
    ? {
        CFItemType: TYPE_WORDS[kind],
        CFItemTypeURI: {
          title: TYPE_WORDS[kind],
          identifier: TYPE_IDS[kind],
          uri: typeAddress(origin, kind),
        },
      }
    : { CFItemType: typeWords || rest.CFItemType }
  const said = isBody(rest.CFItemTypeURI) ? (textIn(rest.CFItemTypeURI, 'title') ?? '') : ''
  const own: Body = {
    ...(!hasOwnType(item) && kindOf(typeWords || said, hasChildren) !== kind ? { kind } : {}),
    ...(item.soft ? { soft: true } : {}),
    ...(item.legal ? { legal: true } : {}),
    ...(item.retired ? { retired: true } : {}),
    ...(item.replacedBy ? { replacedBy: item.replacedBy } : {}),
  }
  return shaped('item', {
    ...rest,
    ...type,
    identifier: item.itemId,
    uri: item.uri || caseAddress(origin, 'CFItems', item.itemId),
    fullStatement: item.statement,
    humanCodingScheme: item.code || rest.humanCodingScheme,
    abbreviatedStatement: item.title || rest.abbreviatedStatement,
    conceptKeywords: item.words.length > 0 ? item.words : rest.conceptKeywords,
    lastChangeDateTime: momentOf(rest.lastChangeDateTime) ?? at,
    extensions: extended(rest, own),
  })
}

/** Where the file that an item was read from had it; null where that is its place in the tree. */
export function filePlaceOf({ rest }: Pick<Item, 'rest'>): number | null {
  const place = rest[FILE_PLACE]
  return typeof place === 'number' ? place : null
}

const TYPES = new Set([
  'isChildOf',
  'isPeerOf',
  'isPartOf',
  'exactMatchOf',
  'precedes',
  'isRelatedTo',
  'replacedBy',
  'exemplar',
  'hasSkillLevel',
  'isTranslationOf',
])

const typeOf = (type: string): string =>
  TYPES.has(type) || /^ext:[A-Za-z0-9._-]+$/.test(type)
    ? type
    : `ext:${type.replace(/[^A-Za-z0-9._-]+/g, '-')}`

/** One association as CASE 1.1 writes it; an end that was read is written as it came. */
export function associationBody(
  { associationId, type, originId, destinationId, sequence, rest }: Association,
  { origin, at }: Writing,
  ends: (id: string) => { title: string; uri: string } | null,
): Body {
  const end = (came: unknown, id: string): Body => {
    const known = { title: id, uri: caseAddress(origin, 'CFItems', id), ...ends(id) }
    return { ...known, ...(isBody(came) ? came : {}), identifier: id }
  }
  return shaped('association', {
    ...rest,
    identifier: associationId,
    uri: textIn(rest, 'uri') || caseAddress(origin, 'CFAssociations', associationId),
    associationType: typeOf(type),
    sequenceNumber: sequence,
    originNodeURI: end(rest.originNodeURI, originId),
    destinationNodeURI: end(rest.destinationNodeURI, destinationId),
    lastChangeDateTime: momentOf(rest.lastChangeDateTime) ?? at,
  })
}

/** One definition as CASE 1.1 writes it: what it requires and the file left out follows from its title. */
export function definitionBody({ kind, definitionId, body }: Definition, { origin, at }: Writing): Body {
  const title = textIn(body, 'title') ?? ''
  const code = textIn(body, 'hierarchyCode') ?? textIn(body, 'typeCode') ?? title
  const needed: Record<string, Body> = {
    CFItemTypes: { title, hierarchyCode: code, description: textIn(body, 'description') ?? title },
    CFConcepts: { title, hierarchyCode: code },
    CFSubjects: { title, hierarchyCode: code },
    CFLicenses: { title, licenseText: textIn(body, 'licenseText') ?? '' },
    CFAssociationGroupings: { title },
  }
  return shaped(kind satisfies Shape, {
    ...body,
    ...needed[kind],
    identifier: definitionId,
    uri: textIn(body, 'uri') || caseAddress(origin, kind, definitionId),
    lastChangeDateTime: momentOf(body.lastChangeDateTime) ?? at,
  })
}

/** The item types that are called by our own words, of the kinds that are used. */
export function ownTypes(kinds: ReadonlySet<ItemKind>): Definition[] {
  return ITEM_KINDS.filter((kind) => kinds.has(kind)).map((kind, at) => ({
    kind: 'CFItemTypes',
    definitionId: TYPE_IDS[kind],
    body: {
      title: TYPE_WORDS[kind],
      description: TYPE_WORDS[kind],
      hierarchyCode: String(at + 1),
      typeCode: kind,
    },
  }))
}

/** The extensions that a package came with. */
export function packageExtensions(rest: Body): Body | null {
  const extensions = rest[PACKAGE_EXTENSIONS]
  return isBody(extensions) ? extensions : null
}

/** A link to something that is read over CASE's own paths. */
export function linkTo(title: string, identifier: Id, uri: string): Body {
  return { title, identifier, uri }
}
