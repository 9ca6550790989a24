import { anyOf, assessesThem, assuresQuality, isOwn, leadsThem } from '../../kernel/actor.ts'

export const may = {
  /** A person's figures, and the contacts they were counted from. */
  'measures.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  /** Keeping a tally of a person's work by hand. */
  'measures.tally': anyOf(isOwn, leadsThem),
}
