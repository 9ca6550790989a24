import type { ItemKind } from './item.ts'

/** What a CASE file calls each kind of item that is made here. Source: CASE 1.1, CFItemType. */
export const TYPE_WORDS: Record<ItemKind, string> = {
  group: 'Group',
  knowledge: 'Knowledge',
  skill: 'Skill',
  behaviour: 'Behaviour',
  unit: 'Unit',
  'learning outcome': 'Learning outcome',
  'assessment criterion': 'Assessment criterion',
}

/** Stable identifiers of the item types that are made here, the same in every installation. */
export const TYPE_IDS: Record<ItemKind, string> = {
  group: '0f0a6f8e-7d1c-4f6e-9a51-5d3f0c8b1a01',
  knowledge: '0f0a6f8e-7d1c-4f6e-9a51-5d3f0c8b1a02',
  skill: '0f0a6f8e-7d1c-4f6e-9a51-5d3f0c8b1a03',
  behaviour: '0f0a6f8e-7d1c-4f6e-9a51-5d3f0c8b1a04',
  unit: '0f0a6f8e-7d1c-4f6e-9a51-5d3f0c8b1a05',
  'learning outcome': '0f0a6f8e-7d1c-4f6e-9a51-5d3f0c8b1a06',
  'assessment criterion': '0f0a6f8e-7d1c-4f6e-9a51-5d3f0c8b1a07',
}

const SAYS: readonly [RegExp, ItemKind][] = [
  [/\b(?:assessment|performance|evidence)\s+criteri(?:on|a)\b/i, 'assessment criterion'],
  [/\blearning\s+outcomes?\b/i, 'learning outcome'],
  [/^(?:qualification\s+)?units?\b/i, 'unit'],
  [/\bknowledge\b/i, 'knowledge'],
  [/\b(?:behaviou?rs?|attitudes?|dispositions?|values?)\b/i, 'behaviour'],
  [/\b(?:skills?|abilit(?:y|ies)|competenc(?:y|e|ies|es))\b/i, 'skill'],
  [/\b(?:group|domain|strand|cluster|category|area|theme|level|grade|subject)\b/i, 'group'],
]

/** The kind that a publisher's word for it means; where it says none, what stands above others is a group and the rest a skill. */
export function kindOf(typeWords: string, hasChildren: boolean): ItemKind {
  return SAYS.find(([pattern]) => pattern.test(typeWords))?.[1] ?? (hasChildren ? 'group' : 'skill')
}
