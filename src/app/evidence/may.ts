import { anyOf, assessesThem, assuresQuality, isOwn, leadsThem } from '../../kernel/actor.ts'

export const may = {
  /** What is "only you" and what is a draft stays with whoever wrote it all the same. */
  'evidence.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  /** Also to link it to competencies, and to change what one wrote oneself. */
  'evidence.add': anyOf(isOwn, leadsThem, assessesThem),
}
