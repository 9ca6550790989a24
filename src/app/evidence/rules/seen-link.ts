import type { Day } from '../../../kernel/day.ts'
import { listing } from '../../../kernel/text.ts'
import type { AgeRule } from './currency.ts'
import type { JudgedVerdict, Letter } from './judgement.ts'
import type { EvidenceKind } from './kinds.ts'

/** An item that bears on a competency. `source` tells apart who stands behind items; `sourceName` names them. */
export type Bearing = {
  ref: string
  kind: EvidenceKind
  happenedOn: Day | null
  expiresOn: Day | null
  bearing: 'for' | 'against'
  source: string
  sourceName: string
}

/** What can be seen of one link: an item, the competency that it is said to bear on, and what else bears on that. */
export type SeenLink = {
  personName: string
  item: Omit<Bearing, 'kind'> & {
    kind: EvidenceKind | null
    by: 'self' | 'other' | 'helpdesk'
    addedByName: string
    /** Set where somebody without a sign-in stands behind it. */
    standsBehind: { name: string; relationship: string } | null
    declaredOn: Day | null
    undoneOn: Day | null
    /** Refs of the person's other items with the same words or the same file. */
    sameAs: readonly string[]
    /** Whether an item of somebody else, never said whose, holds the same. */
    elsewhere: { words: boolean; file: boolean }
  }
  link: { reason: string; madeByName: string; madeOn: Day }
  competency: { title: string; kind: 'knowledge' | 'skill' | 'behaviour' }
  rule: AgeRule
  others: readonly Bearing[]
  /** Judgements of this link so far, oldest first. */
  judgements: readonly { letter: Letter; verdict: JudgedVerdict; judgedBy: string }[]
}

/** What the machine sees of one letter, and the question that only a person can answer. */
export type Reading = {
  /** A few words for a narrow strip. */
  short: string
  /** Whether something that can be seen is missing; never whether the letter is met. */
  lacks: boolean
  sees: { there: boolean; text: string }[]
  asks: string
}

/** "E-3, E-5 and 4 more". */
export function fewOf(refs: readonly string[]): string {
  return refs.length <= 4 ? listing(refs) : `${refs.slice(0, 3).join(', ')} and ${refs.length - 3} more`
}
