import { anyOf, assessesThem, assuresQuality, isOwn, leadsThem } from '../../kernel/actor.ts'

export const may = {
  'reviews.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  /** Writing in a review, signing it, booking the next. */
  'reviews.write': anyOf(isOwn, leadsThem),
  /** The reflective account is the person's own. */
  'reviews.reflect': isOwn,
}
