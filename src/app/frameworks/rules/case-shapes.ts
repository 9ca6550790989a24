import { isDay } from '../../../kernel/day.ts'
import { isId } from '../../../kernel/id.ts'

/** An object of a JSON file. */
export type Body = Record<string, unknown>

type Kind =
  | 'id'
  | 'text'
  | 'texts'
  | 'moment'
  | 'day'
  | 'whole'
  | 'number'
  | 'link'
  | 'links'
  | 'end'
  | 'object'
  | 'objects'
  | 'criteria'
  | 'criterion levels'

const BEGIN = { identifier: 'id', uri: 'text' } as const
const END = { lastChangeDateTime: 'moment', extensions: 'object' } as const

/** The members that each class of a package may have in CASE 1.1, in its order, and what each holds. */
const SHAPES = {
  document: {
    ...BEGIN,
    frameworkType: 'text',
    caseVersion: 'text',
    creator: 'text',
    title: 'text',
    officialSourceURL: 'text',
    publisher: 'text',
    description: 'text',
    subject: 'texts',
    subjectURI: 'links',
    language: 'text',
    version: 'text',
    adoptionStatus: 'text',
    statusStartDate: 'day',
    statusEndDate: 'day',
    licenseURI: 'link',
    notes: 'text',
    ...END,
  },
  item: {
    ...BEGIN,
    fullStatement: 'text',
    alternativeLabel: 'text',
    CFItemType: 'text',
    humanCodingScheme: 'text',
    listEnumeration: 'text',
    abbreviatedStatement: 'text',
    conceptKeywords: 'texts',
    conceptKeywordsURI: 'link',
    notes: 'text',
    subject: 'texts',
    subjectURI: 'links',
    language: 'text',
    educationLevel: 'texts',
    CFItemTypeURI: 'link',
    licenseURI: 'link',
    statusStartDate: 'day',
    statusEndDate: 'day',
    ...END,
  },
  association: {
    ...BEGIN,
    associationType: 'text',
    sequenceNumber: 'whole',
    originNodeURI: 'end',
    destinationNodeURI: 'end',
    CFAssociationGroupingURI: 'link',
    notes: 'text',
    ...END,
  },
  CFConcepts: {
    ...BEGIN,
    title: 'text',
    keywords: 'text',
    hierarchyCode: 'text',
    description: 'text',
    ...END,
  },
  CFSubjects: { ...BEGIN, title: 'text', hierarchyCode: 'text', description: 'text', ...END },
  CFLicenses: { ...BEGIN, title: 'text', description: 'text', licenseText: 'text', ...END },
  CFItemTypes: {
    ...BEGIN,
    title: 'text',
    description: 'text',
    hierarchyCode: 'text',
    typeCode: 'text',
    ...END,
  },
  CFAssociationGroupings: { ...BEGIN, title: 'text', description: 'text', ...END },
  CFRubrics: { ...BEGIN, title: 'text', description: 'text', CFRubricCriteria: 'criteria', ...END },
  criterion: {
    ...BEGIN,
    category: 'text',
    description: 'text',
    CFItemURI: 'link',
    weight: 'number',
    position: 'whole',
    rubricId: 'id',
    CFRubricCriterionLevels: 'criterion levels',
    ...END,
  },
  level: {
    ...BEGIN,
    description: 'text',
    quality: 'text',
    score: 'number',
    feedback: 'text',
    position: 'whole',
    rubricCriterionId: 'id',
    lastChangeDateTime: 'moment',
    extensions: 'objects',
  },
} as const satisfies Record<string, Record<string, Kind>>

export type Shape = keyof typeof SHAPES

export const DOCUMENT_MEMBERS: readonly string[] = Object.keys(SHAPES.document)

export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i
const LOOSE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?)?\s*(?:(Z)|([+-]\d{2}):?(\d{2}))?$/i

/** A moment as RFC 3339 writes it: as it is where it is one already, in UTC where it names no zone; undefined where it is none. */
export function momentOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return
  const found = LOOSE.exec(value)
  if (!found) return
  const [, day = '', time = '00:00', seconds = ':00', , hours, minutes] = found
  const moment = MOMENT.test(value) ? value : `${day}T${time}${seconds}${hours ? `${hours}:${minutes}` : 'Z'}`
  return isDay(day) && !Number.isNaN(Date.parse(moment)) ? moment : undefined
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined

const textsOf = (value: unknown): string[] | undefined =>
  Array.isArray(value)
    ? value.flatMap((one) => textOf(one) ?? [])
    : typeof value === 'string'
      ? [value]
      : undefined

const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' && isId(value.toLowerCase()) ? value.toLowerCase() : undefined

const wholeOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
  return Number.isSafeInteger(number) ? (number as number) : undefined
}

function linkOf(value: unknown): Body | undefined {
  if (!isBody(value)) return
  const [identifier, uri] = [idOf(value.identifier), textOf(value.uri)]
  return identifier && uri !== undefined ? { title: textOf(value.title) ?? '', identifier, uri } : undefined
}

const TARGET = /^(CASE|ext:[A-Za-z0-9._-]+)$/

function endOf(value: unknown): Body | undefined {
  if (!isBody(value)) return
  const { identifier, targetType } = value
  const link: Body = { title: textOf(value.title) ?? '', identifier, uri: textOf(value.uri) ?? '' }
  return TARGET.test(textOf(targetType) ?? '') ? { ...link, targetType } : link
}

const READ: Record<Kind, (value: unknown) => unknown> = {
  id: idOf,
  text: textOf,
  texts: textsOf,
  moment: momentOf,
  day: (value) => (typeof value === 'string' && isDay(value.slice(0, 10)) ? value.slice(0, 10) : undefined),
  whole: wholeOf,
  number: (value) => (typeof value === 'number' ? value : undefined),
  link: linkOf,
  links: (value) => (Array.isArray(value) ? value.flatMap((one) => linkOf(one) ?? []) : undefined),
  end: endOf,
  object: (value) => (isBody(value) ? value : undefined),
  objects: (value) => (Array.isArray(value) ? value.filter(isBody) : undefined),
  criteria: (value) => partsOf('criterion', value),
  'criterion levels': (value) => partsOf('level', value),
}

const partsOf = (shape: Shape, value: unknown): Body[] | undefined =>
  Array.isArray(value) ? value.filter(isBody).map((one) => shaped(shape, one)) : undefined

const SHAPED = Object.fromEntries(
  Object.entries(SHAPES).map(([shape, members]) => [shape, Object.entries(members) as [string, Kind][]]),
) as Record<Shape, [string, Kind][]>

/**
 * What of an object CASE 1.1 lets a class have: each member of the right kind, in the order of the specification. The
 * rest is left out, and so is what is null. Source: CASE 1.1, JSON Schema of CFPackage.
 */
export function shaped(shape: Shape, body: Body): Body {
  const strict: Body = {}
  for (const [member, kind] of SHAPED[shape]) {
    const value = body[member] === undefined || body[member] === null ? undefined : READ[kind](body[member])
    if (value !== undefined) strict[member] = value
  }
  return strict
}
