import { anyOf, assessesThem, assuresQuality, isOwn, leadsThem } from '../../kernel/actor.ts'

export const may = {
  /** Whom was asked and what came of it, and the list of witnesses. */
  'testimony.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  'testimony.ask': anyOf(isOwn, leadsThem, assessesThem),
  /** How a witness can be reached: for whoever checks, and not for the person whose work it was. Source: domain.md 1.7. */
  'testimony.contacts': anyOf(leadsThem, assessesThem, assuresQuality),
}
