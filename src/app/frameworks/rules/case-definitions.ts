import { rubricIdOf } from './case-derived.ts'
import { TYPE_IDS } from './case-kinds.ts'
import { criteriaIn } from './case-levels.ts'
import { type Findings, identifierOf, isUnkeepable, listIn, nameOf, without } from './case-members.ts'
import { type Body, isBody } from './case-shapes.ts'
import type { Definition, DefinitionKind } from './item.ts'

export const DEFINITION_KINDS: readonly DefinitionKind[] = [
  'CFConcepts',
  'CFSubjects',
  'CFLicenses',
  'CFItemTypes',
  'CFAssociationGroupings',
  'CFRubrics',
]

const NOTHING: ReadonlySet<string> = new Set()
const OURS = new Set<string>(Object.values(TYPE_IDS))

/** What a package defines beside its items, as it came; what follows from the items again, as an export of ours, is left out. */
export function readDefinitions(
  body: Body,
  { frameworkId, ours }: { frameworkId: string; ours: (uri: unknown) => boolean },
  found: Findings,
): Definition[] {
  const definitions = isBody(body.CFDefinitions) ? body.CFDefinitions : {}
  return DEFINITION_KINDS.flatMap((kind) => {
    const seen = new Map<string, string>()
    return listIn(kind === 'CFRubrics' ? body : definitions, kind).flatMap((one, at): Definition[] => {
      if (!isBody(one)) return []
      const called = () => `${kind.slice(2)}: ${nameOf(one, at, 'number')}`
      const definitionId = identifierOf(one, called, found)
      if (isUnkeepable(one))
        found.refuse('text', `${called()} holds NUL or half a character. Take it out, and import it again.`)
      const text = JSON.stringify(one)
      const earlier = seen.get(definitionId)
      if (earlier === text) found.note('twice', called())
      else if (earlier !== undefined && definitionId)
        found.refuse(
          'twice',
          `Two of the ${kind} have the identifier ${definitionId}: ${called()} is one of them.`,
        )
      const again =
        ours(one.uri) &&
        (kind === 'CFItemTypes' ? OURS.has(definitionId) : definitionId === rubricIdOf(frameworkId))
      if (earlier !== undefined || again) return []
      seen.set(definitionId, text)
      return [{ kind, definitionId, body: { ...without(one, NOTHING), identifier: definitionId } }]
    })
  })
}

/** Every rubric of a package, those that follow from the items too. */
export function rubricsIn(body: Body): Body[] {
  return listIn(body, 'CFRubrics').filter(isBody)
}

/** Items whose criteria describe more levels than can be used. */
export function overfullIn(rubrics: readonly Body[]): Body[] {
  return rubrics
    .flatMap(criteriaIn)
    .filter((criterion) => listIn(criterion, 'CFRubricCriterionLevels').length > 5)
}
