import {
  administers,
  anyOf,
  assessesThem,
  assuresQuality,
  isOwn,
  leadsThem,
  type May,
} from '../../kernel/actor.ts'

/** Whoever leads somebody; the door looks whether that somebody leads others. */
const leadsSomebody: May = (actor) => actor.leads.length > 0

export const may = {
  'reviews.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  /** Writing in a review, signing it, booking the next. */
  'reviews.write': anyOf(isOwn, leadsThem),
  /** When others are shown what waits in a plan. */
  'reviews.steps': administers,
  /** Asking a leader about what waits with one of their people. */
  'reviews.ask-up': leadsSomebody,
  /** How often the organisation’s plans are reviewed. */
  'reviews.rhythm': administers,
  /** How often one person’s plan is: the door looks whether anybody leads whoever sets their own. */
  'reviews.cadence': anyOf(leadsThem, isOwn),
  /** The reflective account is the person's own. */
  'reviews.reflect': isOwn,
}
