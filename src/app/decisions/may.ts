import { anyOf, assessesThem, assuresQuality, isOwn, leadsThem } from '../../kernel/actor.ts'

export const may = {
  'decisions.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  /** Awarding, referring, saying not yet: their assessor alone, and nobody of themself. */
  'decisions.make': assessesThem,
}
