import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Level } from './competency.ts'

/**
 * What an item of a framework is: a heading, something a person knows, can do or does, or a part of a qualification.
 * Source: mission.md A4; CASE 1.1, CFItemType.
 */
export type ItemKind =
  | 'group'
  | 'knowledge'
  | 'skill'
  | 'behaviour'
  | 'unit'
  | 'learning outcome'
  | 'assessment criterion'

export const ITEM_KINDS: readonly ItemKind[] = [
  'group',
  'knowledge',
  'skill',
  'behaviour',
  'unit',
  'learning outcome',
  'assessment criterion',
]

/** Kinds of items that people are assessed on; the rest holds the tree together or belongs to a qualification. */
export const COMPETENCY_KINDS = ['knowledge', 'skill', 'behaviour'] as const satisfies readonly ItemKind[]

/** Whether people can be assessed on an item: one in use, of such a kind. */
export const isCompetency = ({ kind, retired }: Pick<Item, 'kind' | 'retired'>): boolean =>
  !retired && COMPETENCY_KINDS.some((one) => one === kind)

/** One item of a framework. Text is kept byte for byte, as its publisher wrote it. */
export type Item = {
  itemId: Id
  /** The item that it stands under; null at the top, and for what stands nowhere. */
  parentId: Id | null
  /** False where its publisher put it under nothing, not even the document. */
  attached: boolean
  kind: ItemKind
  /** What its publisher calls its kind; '' where that says nothing more. */
  typeWords: string
  /** Its publisher's own code; '' where it has none. */
  code: string
  /** A short name; '' where it has none, so that the statement stands for it. */
  title: string
  statement: string
  soft: boolean
  legal: boolean
  words: string[]
  /** Lowest first; none where its publisher describes none. */
  levels: Level[]
  /** It is no longer used; `replacedBy` names what is used instead. */
  retired: boolean
  replacedBy: Id | null
  /** The address its publisher gave it; null for what was made here: that follows from the identifier. */
  uri: string | null
  /** Members of a CASE item that nothing here reads, as they came. */
  rest: Record<string, unknown>
}

/** How an item stands to another, or to something elsewhere. `isChildOf` makes the tree, `sequence` its order. */
export type Association = {
  associationId: Id
  /** One of CASE 1.1's types, or `ext:name`. */
  type: string
  originId: string
  destinationId: string
  sequence: number | null
  /** Members of a CASE association that nothing here reads, as they came, such as both ends' titles and addresses. */
  rest: Record<string, unknown>
}

export type DefinitionKind =
  | 'CFConcepts'
  | 'CFSubjects'
  | 'CFLicenses'
  | 'CFItemTypes'
  | 'CFAssociationGroupings'
  | 'CFRubrics'

/** A concept, subject, licence, item type, grouping or rubric of a package, as it came. */
export type Definition = { kind: DefinitionKind; definitionId: Id; body: Record<string, unknown> }

/** Where a framework was read from; `address` is a file's name or a URL. */
export type FrameworkSource = {
  format: 'case' | 'moodle-csv' | 'csv'
  address: string
  sha256: string
  readOn: Day
}

/** A framework as a file holds it: read from one, or about to be written to one. Items stand in the document's order. */
export type FrameworkPackage = {
  frameworkId: Id
  title: string
  /** What its publisher calls this version; null where it says none. */
  version: string | null
  publisher: string
  uri: string | null
  language: string
  description: string
  kind: 'competencies' | 'qualification'
  /** Members of a CASE document that nothing here reads, as they came. */
  rest: Record<string, unknown>
  items: Item[]
  associations: Association[]
  definitions: Definition[]
  source: FrameworkSource | null
}

/** A version of a framework in the library, without its items. */
export type LibraryEntry = {
  frameworkId: Id
  title: string
  version: string
  publisher: string
  language: string
  description: string
  kind: 'competencies' | 'qualification'
  uri: string
  items: number
  inForce: boolean
  public: boolean
  source: FrameworkSource | null
  madeByName: string
  madeAt: Date
}
