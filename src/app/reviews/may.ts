import { administers, anyOf, assessesThem, assuresQuality, isOwn, leadsThem } from '../../kernel/actor.ts'

export const may = {
  'reviews.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  /** Writing in a review, signing it, booking the next. */
  'reviews.write': anyOf(isOwn, leadsThem),
  /** How often the organisation’s plans are reviewed. */
  'reviews.rhythm': administers,
  /** How often one person’s plan is: the door looks whether anybody leads whoever sets their own. */
  'reviews.cadence': anyOf(leadsThem, isOwn),
  /** The reflective account is the person's own. */
  'reviews.reflect': isOwn,
}
