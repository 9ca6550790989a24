import type { Id } from '../../../kernel/id.ts'

/** Where on the ladder of five: 1 aware, 2 with help, 3 on my own, 4 in hard cases, 5 leads others. */
export type LevelNumber = 1 | 2 | 3 | 4 | 5

/** One level of a competency: its short label and the behaviour that shows it, in the first person. */
export type Level = { level: LevelNumber; label: string; anchor: string }

/** Something a person knows, can do, or does; `soft` and `legal` mark what mission.md B8 and B10 ask to see. */
export type Competency = {
  competencyId: Id
  code: string
  title: string
  statement: string
  kind: 'knowledge' | 'skill' | 'behaviour'
  soft: boolean
  legal: boolean
  levels: Level[]
  /** Lower-case words that suggest the competency; a word also matches its longer forms. */
  words: string[]
}

/** How an item of ours stands to an item of theirs. Source: CASE 1.1 association types. */
export type Relation = 'exactMatchOf' | 'isPartOf' | 'isRelatedTo'

/** Whether the code and title were read in a public source, or still need checking there. */
export type Confidence = 'seen' | 'from memory'

/** A link from a competency to an item of a recognised framework: code and title only, with where it was read. */
export type CrosswalkRow = {
  competencyId: Id
  framework: string
  publisher: string
  version: string
  /** Where the framework, or the item itself, can be read. */
  address: string
  /** The item's own code; empty where the framework gives it none. */
  code: string
  title: string
  relation: string
  source: string
  confidence: Confidence
}

/** A version of a framework, as the organisation uses it. */
export type Framework = { frameworkId: Id; title: string; version: string; publisher: string; uri: string }

export const LEVEL_LABELS: Record<LevelNumber, string> = {
  1: 'aware',
  2: 'with help',
  3: 'on my own',
  4: 'in hard cases',
  5: 'leads others',
}

export const LEVELS: readonly LevelNumber[] = [1, 2, 3, 4, 5]
