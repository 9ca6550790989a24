import { anyOf, assessesThem, assuresQuality, isOwn, leadsThem } from '../../kernel/actor.ts'

export const may = {
  /** The accounts that their writer shares with the reader; the rules of sharing decide one by one. */
  'reflections.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  'reflections.write': isOwn,
}
