import type { Decision } from '../../../kernel/rows/decisions.ts'
import { plain } from '../../../kernel/rows/plain.ts'
import { LEVEL_LABELS, type LevelNumber } from './competency.ts'

/** What a column of a plain list of competencies can become. */
export const PLAIN_ROLES = [
  'code',
  'parent',
  'title',
  'statement',
  'kind',
  'level1',
  'level2',
  'level3',
  'level4',
  'level5',
  'soft',
  'legal',
  'words',
  'id',
  'ignore',
] as const

export type PlainRole = (typeof PLAIN_ROLES)[number]

export const PLAIN_ROLE_WORDS: Record<PlainRole, string> = {
  code: 'Code',
  parent: 'Code of what it stands under',
  title: 'Title',
  statement: 'Statement',
  kind: 'Kind: knowledge, skill, behaviour or heading',
  level1: 'What level 1 looks like',
  level2: 'What level 2 looks like',
  level3: 'What level 3 looks like',
  level4: 'What level 4 looks like',
  level5: 'What level 5 looks like',
  soft: 'Soft skill, yes or no',
  legal: 'Legal duty, yes or no',
  words: 'Words that suggest it',
  id: 'Identifier (UUID)',
  ignore: 'Leave out',
}

const levelRole = (level: LevelNumber): PlainRole => `level${level}`

/** Every level with the name that is usual for it, in several houses' words. */
const NAMES: readonly [LevelNumber, RegExp][] = [
  [1, /^(aware(ness)?|novice|foundation(al)?|beginner|entry|basic)$/],
  [2, /^(with help|working|developing|intermediate|advanced beginner)$/],
  [3, /^(on my own|practitioner|competent|proficient|capable)$/],
  [4, /^(in hard cases|advanced|experienced|skilled)$/],
  [5, /^(leads others|expert|leading|mastery|strategic)$/],
]

/** What lists of competencies call their columns; the first that fits counts. */
const SIGNS: readonly [PlainRole, RegExp][] = [
  ['id', /^(identifier|uuid|guid)$/],
  [
    'parent',
    /^(parent( (code|id|id number|ref|reference|number))?|stands under|under|belongs to|group( code)?|is child of)$/,
  ],
  [
    'code',
    /^((competency |competence |item |criterion |unit |ac |lo )?(code|id|ref|reference|number|no|nr|key)|id number|human coding scheme|code)$/,
  ],
  [
    'statement',
    /^((full )?statement|description|definition|text|wording|words of it|assessment criteri(on|a)|full text)$/,
  ],
  ['title', /^(title|name|short ?name|short title|competency|competence|heading|abbreviated statement)$/],
  ['kind', /^(kind|type|item type|category|cf ?item ?type)$/],
  ['soft', /^(is )?soft( skills?)?$/],
  ['legal', /^((is )?legal( dut(y|ies))?|law|regulat(ion|ory)|statutory)$/],
  ['words', /^(words|key ?words|suggested by|tags)$/],
]

const NUMBERED = /^(?:level|lvl|l)? ?([1-5])(?: (.+))?$/

/** The name of a level as its heading gives it, in the heading's own letters: "Level 2: with help" is "with help". */
export function labelIn(heading: string, level: LevelNumber): string {
  const [, , named = ''] =
    /^\s*(?:level|lvl|l)?\s*([1-5])\s*[:.,()\u2013-]*\s*(.*?)\)?\s*$/i.exec(heading) ?? []
  if (named) return named
  return NAMES.some(([, pattern]) => pattern.test(plain(heading))) ? heading.trim() : LEVEL_LABELS[level]
}

function roleOf(heading: string): PlainRole | null {
  const name = plain(heading)
  const [, number] = NUMBERED.exec(name) ?? []
  if (number) return levelRole(Number(number) as LevelNumber)
  const [level] = NAMES.find(([, pattern]) => pattern.test(name)) ?? []
  return SIGNS.find(([, pattern]) => pattern.test(name))?.[0] ?? (level ? levelRole(level) : null)
}

/** What each column becomes: as a person said, else by its heading, the first of several that say the same. */
export function plainColumns(
  headings: readonly string[],
  saved: Readonly<Record<string, PlainRole>> = {},
): Record<string, Decision<PlainRole>> {
  const taken = new Set<PlainRole>()
  return Object.fromEntries(
    headings.map((heading): [string, Decision<PlainRole>] => {
      const said = saved[heading]
      if (said) return [heading, { value: said, how: 'saved', because: 'As you said.' }]
      const role = roleOf(heading)
      if (role === null)
        return [heading, { value: 'ignore', how: 'found', because: 'Its heading says nothing known.' }]
      if (taken.has(role))
        return [heading, { value: 'ignore', how: 'found', because: 'Another column says the same.' }]
      taken.add(role)
      return [heading, { value: role, how: 'found', because: 'By its heading.' }]
    }),
  )
}
