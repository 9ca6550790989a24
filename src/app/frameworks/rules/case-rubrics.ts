import type { Id } from '../../../kernel/id.ts'
import { definitionBody, linkTo, type Writing } from './case-bodies.ts'
import { caseAddress, endTitle, rubricIdOf } from './case-derived.ts'
import { criteriaIn, itemOf, levelsByItem, sameLevels } from './case-levels.ts'
import { type Body, isBody, momentOf } from './case-shapes.ts'
import type { Definition, FrameworkPackage, Item } from './item.ts'
import { associationIdOf } from './tree.ts'

/** A rubric in two parts, so that one of fifty thousand criteria can be written piece by piece. */
export type RubricParts = { head: Body; criteria: () => Iterable<Body> }

/** The rubrics of a package: those it came with, as far as their levels still hold, and one of ours for all other levels. */
export function rubricsOf(
  pkg: Pick<FrameworkPackage, 'frameworkId' | 'items' | 'definitions'>,
  writing: Writing,
): RubricParts[] {
  const came = pkg.definitions.filter(({ kind }) => kind === 'CFRubrics')
  const levels = levelsByItem(came.map(({ body }) => body))
  const items = new Map(pkg.items.map((item) => [item.itemId, item]))
  const holds = (criterion: Body): boolean => {
    const id = itemOf(criterion)
    const [item, said] = [items.get(id ?? ''), levels.get(id ?? '')]
    return !item || !said || sameLevels(item.levels, said)
  }
  const kept = came.map((rubric) => partsOf(rubric, holds, writing, pkg.frameworkId))
  const ours = pkg.items.filter(
    (item) => item.levels.length > 0 && !sameLevels(item.levels, levels.get(item.itemId) ?? []),
  )
  if (ours.length === 0) return kept
  return [
    ...kept,
    {
      head: {
        identifier: rubricIdOf(pkg.frameworkId),
        uri: caseAddress(writing.origin, 'CFRubrics', rubricIdOf(pkg.frameworkId)),
        title: 'Levels',
        lastChangeDateTime: writing.at,
      },
      *criteria() {
        for (const [at, item] of ours.entries()) yield ownCriterion(item, at + 1, pkg.frameworkId, writing)
      },
    },
  ]
}

function partsOf(
  rubric: Definition,
  holds: (criterion: Body) => boolean,
  writing: Writing,
  frameworkId: Id,
): RubricParts {
  const criteria = criteriaIn(rubric.body)
  const strict = (part: Body, name: string): Body => {
    const identifier =
      typeof part.identifier === 'string'
        ? part.identifier
        : associationIdOf(frameworkId, rubric.definitionId, 'part', name)
    return {
      ...part,
      identifier,
      uri: part.uri ?? `${caseAddress(writing.origin, 'CFRubrics', rubric.definitionId)}#${identifier}`,
      lastChangeDateTime: momentOf(part.lastChangeDateTime) ?? writing.at,
    }
  }
  const { CFRubricCriteria: _, ...head } = definitionBody(
    { ...rubric, body: { ...rubric.body, CFRubricCriteria: [] } },
    writing,
  )
  return {
    head,
    *criteria() {
      for (const [at, criterion] of criteria.entries()) {
        if (!holds(criterion)) continue
        const some = Array.isArray(criterion.CFRubricCriterionLevels) ? criterion.CFRubricCriterionLevels : []
        const whole = strict(
          {
            ...criterion,
            CFRubricCriterionLevels: some.filter(isBody).map((level, step) => strict(level, `${at} ${step}`)),
          },
          `${at}`,
        )
        const body = { ...rubric.body, CFRubricCriteria: [whole] }
        const { CFRubricCriteria } = definitionBody({ ...rubric, body }, writing)
        yield* CFRubricCriteria as Body[]
      }
    },
  }
}

function ownCriterion(item: Item, position: number, frameworkId: Id, { origin, at }: Writing): Body {
  const rubricId = rubricIdOf(frameworkId)
  const part = (name: string) => {
    const identifier = associationIdOf(frameworkId, item.itemId, 'CFRubricCriterion', name)
    return { identifier, uri: `${caseAddress(origin, 'CFRubrics', rubricId)}#${identifier}` }
  }
  const criterion = part('')
  return {
    ...criterion,
    CFItemURI: linkTo(endTitle(item), item.itemId, item.uri || caseAddress(origin, 'CFItems', item.itemId)),
    position,
    rubricId,
    lastChangeDateTime: at,
    CFRubricCriterionLevels: item.levels.map(({ level, label, anchor }) => ({
      ...part(String(level)),
      description: anchor,
      quality: label,
      score: level,
      position: level,
      rubricCriterionId: criterion.identifier,
      lastChangeDateTime: at,
    })),
  }
}
