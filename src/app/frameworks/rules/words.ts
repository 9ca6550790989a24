import type { Competency, Confidence } from './competency.ts'
import type { FrameworkSource, ItemKind } from './item.ts'

export const KIND_WORDS: Record<Competency['kind'], string> = {
  knowledge: 'Knowledge',
  skill: 'Skill',
  behaviour: 'Behaviour',
}

export const ITEM_KIND_WORDS: Record<ItemKind, string> = {
  group: 'Heading',
  ...KIND_WORDS,
  unit: 'Unit',
  'learning outcome': 'Learning outcome',
  'assessment criterion': 'Assessment criterion',
}

/** How the levels of competencies run, as a sentence; '' where they have none, or do not all run alike. */
export function levelsRun(competencies: readonly Pick<Competency, 'levels'>[]): string {
  const runs = competencies.flatMap(({ levels }) => {
    const [first, last] = [levels[0], levels.at(-1)]
    return first && last && first !== last
      ? [`Levels run from ${first.level}, ${first.label}, to ${last.level}, ${last.label}.`]
      : []
  })
  const [one = '', ...others] = new Set(runs)
  return others.length === 0 ? one : ''
}

const RELATIONS: Record<string, string> = {
  exactMatchOf: 'the same',
  isPartOf: 'part of it',
  isRelatedTo: 'related',
}

/** What the association says of the first item, and the other way round. */
const STANDINGS: Record<string, readonly [string, string]> = {
  exactMatchOf: ['says the same as', 'says the same as'],
  isPartOf: ['is part of', 'has as a part'],
  isRelatedTo: ['is related to', 'is related to'],
  isPeerOf: ['stands beside', 'stands beside'],
  precedes: ['comes before', 'comes after'],
  replacedBy: ['is replaced by', 'replaces'],
  exemplar: ['has as an example', 'is an example of'],
  hasSkillLevel: ['has the level', 'is a level of'],
  isTranslationOf: ['is a translation of', 'is translated in'],
}

/** How an item stands to another in an association, as a verb. Source: CASE 1.1 association types. */
export function standsTo(type: string, forwards: boolean): string {
  return STANDINGS[type]?.[forwards ? 0 : 1] ?? `is linked (${type}) to`
}

/** How an item of ours stands to theirs, in a word or two. Source: CASE 1.1 association types. */
export function relationWords(relation: string): string {
  return RELATIONS[relation] ?? relation
}

export const CONFIDENCE_WORDS: Record<Confidence, string> = {
  seen: 'Read in its source',
  'from memory': 'From memory: check it first',
}

export const FORMAT_WORDS: Record<FrameworkSource['format'], string> = {
  case: 'CASE file',
  'moodle-csv': 'Moodle CSV',
  csv: 'CSV table',
}
