import type { Competency, Confidence } from './competency.ts'

export const KIND_WORDS: Record<Competency['kind'], string> = {
  knowledge: 'Knowledge',
  skill: 'Skill',
  behaviour: 'Behaviour',
}

const RELATIONS: Record<string, string> = {
  exactMatchOf: 'the same',
  isPartOf: 'part of it',
  isRelatedTo: 'related',
}

/** How an item of ours stands to theirs, in a word or two. Source: CASE 1.1 association types. */
export function relationWords(relation: string): string {
  return RELATIONS[relation] ?? relation
}

export const CONFIDENCE_WORDS: Record<Confidence, string> = {
  seen: 'Read in its source',
  'from memory': 'From memory: check it first',
}
