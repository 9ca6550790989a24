import { type Id, namedId } from '../../../kernel/id.ts'
import { count } from '../../../kernel/text.ts'
import type { FrameworkPackage, Item, ItemKind } from './item.ts'
import { childrenOf, inTreeOrder } from './tree.ts'
import type { Unit } from './unit.ts'

/** "Level 3, 3 credits, 12 guided learning hours". */
export const sizeOf = ({ level, credits, hours }: Pick<Unit, 'level' | 'credits' | 'hours'>): string =>
  `Level ${level}, ${count(credits, 'credit')}, ${count(hours, 'guided learning hour')}`

/**
 * A unit as a framework of its own: the unit, its learning outcomes, their assessment criteria.
 * @param publisher who words it so, which is not the awarding body
 */
export function packageOf(unit: Unit, publisher: string): FrameworkPackage {
  const item = (
    itemId: Id,
    parentId: Id | null,
    kind: ItemKind,
    { code, words }: { code: string; words: string },
  ): Item => ({
    itemId,
    parentId,
    attached: true,
    kind,
    typeWords: '',
    code,
    title: '',
    statement: words,
    soft: false,
    legal: false,
    words: [],
    levels: [],
    retired: false,
    replacedBy: null,
    uri: null,
    rest: {},
  })
  return {
    frameworkId: namedId(unit.unitId, 'framework'),
    title: unit.title,
    version: String(unit.version),
    publisher,
    uri: null,
    language: 'en-GB',
    description: `${sizeOf(unit)}. Facts from: ${unit.source}. ${
      unit.wordsFrom === '' ? 'The words are not the awarding body’s.' : `The words are ${unit.wordsFrom}.`
    }`,
    kind: 'qualification',
    rest: {},
    items: [
      item(unit.unitId, null, 'unit', { code: unit.code, words: unit.title }),
      ...unit.outcomes.flatMap((outcome) => [
        item(outcome.outcomeId, unit.unitId, 'learning outcome', outcome),
        ...outcome.criteria.map((one) =>
          item(one.criterionId, outcome.outcomeId, 'assessment criterion', one),
        ),
      ]),
    ],
    associations: [],
    definitions: [],
    source: null,
  }
}

/** A unit as a file words it. */
export type UnitRead = {
  unitId: Id
  code: string
  title: string
  /** The title is the unit's own, and not that of the file or framework around it. */
  named: boolean
  /** What the file says of its size; null where it says nothing. */
  level: number | null
  credits: number | null
  hours: number | null
  outcomes: { code: string; words: string; criteria: { code: string; words: string }[] }[]
}

/** Every unit that a framework holds; the whole as one unit where nothing in it is called one. */
export function unitsIn(pkg: FrameworkPackage): UnitRead[] {
  const items = inTreeOrder(pkg.items.filter(({ retired }) => !retired))
  const children = childrenOf(items)
  const under = ({ itemId }: Item) => children.get(itemId) ?? []
  const named = items.filter(({ kind }) => kind === 'unit')
  const tops = children.get(null) ?? []
  const [only] = tops.length === 1 ? tops : []
  const isUnit = only && under(only).some((outcome) => under(outcome).length > 0)
  const units = named.length > 0 ? named : isUnit ? [only] : []
  const whole = { itemId: pkg.frameworkId, code: '', title: pkg.title, statement: pkg.title }
  const all =
    units.length > 0
      ? units.map((unit) => ({ unit, outcomes: under(unit) }))
      : [{ unit: whole, outcomes: tops }]
  const { level, credits, hours } = factsIn(pkg.description)
  return all
    .map(({ unit, outcomes }) => ({
      unitId: unit.itemId,
      code: unit.code,
      title: unit.title || unit.statement,
      named: unit !== whole,
      level,
      credits,
      hours,
      outcomes: outcomes.map((outcome, at) => {
        const code = numberIn(outcome.code, /\d+/) ?? String(at + 1)
        return {
          code,
          words: wordsOf(outcome),
          criteria: under(outcome).map((criterion, place) => ({
            code: numberIn(criterion.code, /\d+\.\d+/) ?? `${code}.${place + 1}`,
            words: wordsOf(criterion),
          })),
        }
      }),
    }))
    .filter(({ outcomes }) => outcomes.some(({ criteria }) => criteria.length > 0))
}

const wordsOf = ({ title, statement }: Item): string => (statement || title).trim()

/** The number in a code such as "AC 1.1" or "LO1". */
const numberIn = (code: string, pattern: RegExp): string | null => pattern.exec(code)?.[0] ?? null

function factsIn(text: string): Pick<UnitRead, 'level' | 'credits' | 'hours'> {
  const number = (pattern: RegExp) => {
    const [, found] = pattern.exec(text) ?? []
    return found === undefined ? null : Number(found)
  }
  return {
    level: number(/\blevel\s*([1-8])\b/i),
    credits: number(/\b(\d{1,3})\s+credits?\b/i),
    hours: number(/\b(\d{1,4})\s+(?:guided learning )?(?:hours?|GLH)\b/i),
  }
}
