import { anyOf, assessesThem, assuresQuality, isOwn, leadsThem } from '../../kernel/actor.ts'

export const may = {
  /** Rounds, gaps and needs. A pass that is blind, and a need that is "only you", never leave the door for others. */
  'assessments.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  /** Which pass it is decides between the two: the door refuses the other. */
  'assessments.rate': anyOf(isOwn, leadsThem),
  'assessments.agree': leadsThem,
  'needs.make': anyOf(isOwn, leadsThem),
  'needs.share': isOwn,
  /** Boards that are not shared never leave the door for others. */
  'swot.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  'swot.write': isOwn,
}
