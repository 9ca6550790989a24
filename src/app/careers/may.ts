import { anyOf, assessesThem, assuresQuality, isOwn, leadsThem } from '../../kernel/actor.ts'

export const may = {
  /** Where somebody wants to go and the ways there. What they have not shared never leaves the door for others. */
  'career.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  'career.write': isOwn,
}
