import type { Id } from '../../kernel/id.ts'
import type { Compared, Figure, KeptComparison } from '../measures/measures.ts'
import type { Model } from '../reflections/reflections.ts'
import type { OpeningLine } from './rules/opening.ts'

export type Opening = { lines: OpeningLine[]; events: number; weeks: number | null }

/** An objective as it stood in a review, with what its measure said. */
export type Stood = {
  objectiveId: Id
  ref: string
  title: string
  private: boolean
  /** Judged on its chart of 26 weeks; null without a measure, or where there is nothing to count. */
  figure: Figure | null
  /** The same measure since the objective was agreed; null where that is not shorter. */
  since: Figure | null
  /**
   * The same measure before and since the objective was agreed; with the day and the rows it was counted from once the
   * review has closed. Reviews that closed before it was compared have none.
   */
  compared?: Compared | KeptComparison | null
  baseline: number | null
  target: number | null
  actions: { done: number; late: number; of: number }
}

/** How far a linked account was, without what it says: that stays with who may read it. */
export type AccountState = {
  ref: string
  model: Model
  about: string
  done: number
  of: number
  complete: boolean
}

/**
 * What a review showed to whoever signed it first. It is shown from here ever after, whatever the records say later. One
 * that was closed before this was kept at the first signature shows what stood at the last.
 */
export type Kept = {
  opening: Opening
  objectives: Stood[]
  account: AccountState | null
  /** What was asked about: the words of the earlier account's action. */
  asked: string | null
  alone: boolean
  leader: string | null
}
