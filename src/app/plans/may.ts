import {
  administers,
  anyOf,
  assessesThem,
  assuresQuality,
  isMember,
  isOwn,
  leadsThem,
} from '../../kernel/actor.ts'

export const may = {
  'plan.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  /** Writing objectives, proposing them, saying where one wants to go. */
  'plan.write': isOwn,
  /** Agreeing objectives: the leader; the person themself where nobody leads them, and for what only they see. */
  'plan.agree': anyOf(isOwn, leadsThem),
  'plan.question': leadsThem,
  /** Saying that an action is done. */
  'plan.act': anyOf(isOwn, leadsThem),
  'priorities.read': isMember,
  'priorities.change': administers,
}
