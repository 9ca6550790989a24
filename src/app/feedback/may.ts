import { anyOf, assessesThem, isOwn, leadsThem } from '../../kernel/actor.ts'

export const may = {
  /** Rounds and what closed ones show. The door gives an assessor the rounds that the person shared, and nothing else. */
  'feedback.read': anyOf(isOwn, leadsThem, assessesThem),
  /** Planning a round and nominating; the door lets a leader adjust with a reason. */
  'feedback.plan': anyOf(isOwn, leadsThem),
  /** The leader; the person where nobody leads them: the door decides between the two. */
  'feedback.launch': anyOf(isOwn, leadsThem),
  'feedback.share': isOwn,
}
