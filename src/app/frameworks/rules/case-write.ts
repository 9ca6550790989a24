import { atOnce, type Steps } from '../../../kernel/steps.ts'
import {
  associationBody,
  definitionBody,
  documentBody,
  filePlaceOf,
  hasOwnType,
  itemBody,
  ownTypes,
  packageExtensions,
  type Writing,
} from './case-bodies.ts'
import { DEFINITION_KINDS } from './case-definitions.ts'
import { endsOf } from './case-derived.ts'
import { type RubricParts, rubricsOf } from './case-rubrics.ts'
import type { Body } from './case-shapes.ts'
import type { FrameworkPackage, Item } from './item.ts'
import { treeInSteps } from './tree.ts'

/** A package as CASE 1.1 writes it, in parts that are made one by one as they are asked for. */
type Parts = {
  document: Body
  items: () => Iterable<Body>
  associations: () => Iterable<Body>
  definitions: Body
  rubrics: RubricParts[]
  extensions: Body | null
}

/** The items as the file that they were read from had them; in the order of their tree where none was. */
function inFileOrder(items: readonly Item[]): readonly Item[] {
  if (items.length === 0 || items.some((item) => filePlaceOf(item) === null)) return items
  return items.toSorted((a, b) => (filePlaceOf(a) ?? 0) - (filePlaceOf(b) ?? 0))
}

function* partsOf(given: FrameworkPackage, writing: Writing): Steps<Parts> {
  const pkg = yield* treeInSteps(given)
  yield
  const above = new Set(pkg.items.map(({ parentId }) => parentId))
  yield
  const ends = endsOf(pkg, writing.origin)
  yield
  const came = new Set(pkg.definitions.map(({ definitionId }) => definitionId))
  const own = ownTypes(new Set(pkg.items.filter(hasOwnType).map(({ kind }) => kind)))
  const definitions = [...pkg.definitions, ...own.filter(({ definitionId }) => !came.has(definitionId))]
  const lists = DEFINITION_KINDS.filter((kind) => kind !== 'CFRubrics').flatMap((kind) => {
    const some = definitions.filter((each) => each.kind === kind)
    return some.length > 0 ? [[kind, some.map((each) => definitionBody(each, writing))] as const] : []
  })
  yield
  const rubrics = rubricsOf(pkg, writing)
  yield
  return {
    document: documentBody(pkg, writing),
    *items() {
      for (const item of inFileOrder(pkg.items)) yield itemBody(item, writing, above.has(item.itemId))
    },
    *associations() {
      for (const association of pkg.associations) yield associationBody(association, writing, ends)
    },
    definitions: Object.fromEntries(lists),
    rubrics,
    extensions: packageExtensions(pkg.rest),
  }
}

/**
 * A package as CASE 1.1 writes it, strictly: only what its schema knows, everything that it requires. What an imported
 * file said of identifiers, addresses, moments and texts stands as it came. Source: CASE 1.1, JSON Schema of CFPackage.
 */
export function writeCase(pkg: FrameworkPackage, writing: Writing): Body {
  const { document, items, associations, definitions, rubrics, extensions } = atOnce(partsOf(pkg, writing))
  return {
    CFDocument: document,
    CFItems: [...items()],
    CFAssociations: [...associations()],
    ...(Object.keys(definitions).length > 0 ? { CFDefinitions: definitions } : {}),
    ...(rubrics.length > 0
      ? { CFRubrics: rubrics.map(({ head, criteria }) => ({ ...head, CFRubricCriteria: [...criteria()] })) }
      : {}),
    ...(extensions ? { extensions } : {}),
  }
}

/** How many bodies are made text at a time: few enough that nothing else waits. */
const PIECE = 500

function* listed(bodies: Iterable<Body>): Generator<string> {
  let [piece, first]: [string[], boolean] = [[], true]
  for (const body of bodies) {
    piece.push(JSON.stringify(body))
    if (piece.length < PIECE) continue
    yield `${first ? '' : ','}${piece.join(',')}`
    ;[piece, first] = [[], false]
  }
  if (piece.length > 0) yield `${first ? '' : ','}${piece.join(',')}`
}

/** The text of what `writeCase` answers, piece by piece; undefined where a step was done that made no text. */
export function* caseChunks(pkg: FrameworkPackage, writing: Writing): Generator<string | undefined> {
  const { document, items, associations, definitions, rubrics, extensions } = yield* partsOf(pkg, writing)
  yield `{"CFDocument":${JSON.stringify(document)},"CFItems":[`
  yield* listed(items())
  yield '],"CFAssociations":['
  yield* listed(associations())
  yield ']'
  if (Object.keys(definitions).length > 0) yield `,"CFDefinitions":${JSON.stringify(definitions)}`
  for (const [at, { head, criteria }] of rubrics.entries()) {
    yield `${at === 0 ? ',"CFRubrics":[' : ','}${JSON.stringify(head).slice(0, -1)},"CFRubricCriteria":[`
    yield* listed(criteria())
    yield ']}'
  }
  if (rubrics.length > 0) yield ']'
  yield `${extensions ? `,"extensions":${JSON.stringify(extensions)}` : ''}}`
}
