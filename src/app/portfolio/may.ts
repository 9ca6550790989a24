import { anyOf, assessesThem, assuresQuality, isOwn, leadsThem } from '../../kernel/actor.ts'

export const may = {
  /** The account of development, as far as the reader may read each record in it. */
  'account.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
}
