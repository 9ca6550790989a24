import { kindOf } from './case-kinds.ts'
import type { Item, ItemKind } from './item.ts'

/** What Moodle calls the items of each kind. Source: Moodle, taxonomies of a competency framework. */
const TAXONOMIES: Record<ItemKind, string> = {
  group: 'domain',
  knowledge: 'concept',
  skill: 'skill',
  behaviour: 'behaviour',
  unit: 'domain',
  'learning outcome': 'outcome',
  'assessment criterion': 'indicator',
}

const KINDS: Readonly<Record<string, ItemKind>> = {
  concept: 'knowledge',
  outcome: 'learning outcome',
  indicator: 'assessment criterion',
  practice: 'skill',
  proficiency: 'skill',
}

/** What each level of a Moodle tree is called, from the top; an empty list where the cell says nothing that can be read. */
export function taxonomiesIn(cell: string): string[] {
  try {
    const said: unknown = JSON.parse(cell)
    if (typeof said !== 'object' || said === null) return []
    const words: string[] = []
    for (const [depth, word] of Object.entries(said))
      if (/^[1-9]\d?$/.test(depth) && typeof word === 'string') words[Number(depth) - 1] = word
    return Array.from(words, (word) => word ?? '')
  } catch {
    return cell ? cell.split(',').map((word) => word.trim()) : []
  }
}

/** Whether the levels of a tree are those of a qualification: unit, learning outcome, assessment criterion. */
export function isQualification([, second, third]: readonly string[]): boolean {
  return second === TAXONOMIES['learning outcome'] && third === TAXONOMIES['assessment criterion']
}

/** @param depth 1 at the top */
export function kindAt(taxonomies: readonly string[], depth: number, hasChildren: boolean): ItemKind {
  const word = taxonomies[depth - 1] ?? ''
  if (depth === 1 && isQualification(taxonomies)) return 'unit'
  return KINDS[word] ?? kindOf(word === 'competency' ? '' : word, hasChildren)
}

/** What most items at each depth are, as Moodle says it. */
export function taxonomyOf(items: readonly Item[], depthOf: (item: Item) => number): string {
  const depths = Map.groupBy(items, depthOf)
  const words = [...depths]
    .toSorted(([a], [b]) => a - b)
    .map(([depth, some]): [number, string] => {
      const counted = [...Map.groupBy(some, ({ kind }) => TAXONOMIES[kind])]
      const [most] = counted.toSorted(([, a], [, b]) => b.length - a.length)
      return [depth, most?.[0] ?? 'competency']
    })
  return JSON.stringify(Object.fromEntries(words))
}
