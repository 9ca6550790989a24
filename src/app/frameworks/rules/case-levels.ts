import type { Id } from '../../../kernel/id.ts'
import { type Body, isBody } from './case-shapes.ts'
import type { Level, LevelNumber } from './competency.ts'

const bodies = (value: unknown): Body[] => (Array.isArray(value) ? value.filter(isBody) : [])

const textIn = (body: Body, member: string): string => {
  const value = body[member]
  return typeof value === 'string' ? value : ''
}

const isLevel = (value: unknown): value is LevelNumber =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 5

/** The numbers of levels: as they are numbered where that is 1 to 5 each once, else by their order. */
function numbersOf(levels: readonly Body[]): LevelNumber[] {
  for (const member of ['position', 'score']) {
    const numbers = levels.map((level) => level[member]).filter(isLevel)
    if (new Set(numbers).size === levels.length) return numbers
  }
  return levels.map((_, at) => (at + 1) as LevelNumber)
}

/** The levels of one criterion of a rubric, lowest first; none where they are more than five. */
function levelsIn(criterion: Body): Level[] {
  const some = bodies(criterion.CFRubricCriterionLevels)
  if (some.length > 5) return []
  const numbers = numbersOf(some)
  return some
    .map((level, at) => ({
      level: numbers[at] ?? 1,
      label: textIn(level, 'quality'),
      anchor: textIn(level, 'description'),
    }))
    .sort((a, b) => a.level - b.level)
}

/** The item that a criterion of a rubric is about. */
export function itemOf(criterion: Body): Id | null {
  const { CFItemURI } = criterion
  const id = isBody(CFItemURI) ? CFItemURI.identifier : null
  return typeof id === 'string' ? id.toLowerCase() : null
}

export function criteriaIn(rubric: Body): Body[] {
  return bodies(rubric.CFRubricCriteria)
}

/** The levels that rubrics describe, by item: of several criteria for one item the first that has any. Source: CASE 1.1, CFRubric. */
export function levelsByItem(rubrics: readonly Body[]): Map<Id, Level[]> {
  const found = new Map<Id, Level[]>()
  for (const criterion of rubrics.flatMap(criteriaIn)) {
    const [id, levels] = [itemOf(criterion), levelsIn(criterion)]
    if (id && levels.length > 0 && !found.has(id)) found.set(id, levels)
  }
  return found
}

export function sameLevels(a: readonly Level[], b: readonly Level[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at]
      return one.level === other?.level && one.label === other.label && one.anchor === other.anchor
    })
  )
}
