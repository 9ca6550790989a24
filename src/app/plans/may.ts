import {
  administers,
  anyOf,
  assessesThem,
  assuresQuality,
  isMember,
  isOwn,
  leadsThem,
  type May,
} from '../../kernel/actor.ts'

/** Leaders, and administrators. */
export const writesTemplates: May = (actor) =>
  administers(actor, null) || actor.leads.length > 0 || actor.standings.includes('leader')

export const may = {
  'plan.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  /** Writing objectives, proposing them, saying where one wants to go. */
  'plan.write': isOwn,
  /** Agreeing objectives: the leader; the person themself where nobody leads them, and for what only they see. */
  'plan.agree': anyOf(isOwn, leadsThem),
  'plan.question': leadsThem,
  /** Declining a proposal or items of a change, with a reason. */
  'plan.decline': leadsThem,
  /** Approving or declining the money that an objective asks for. */
  'plan.budget': leadsThem,
  /** Saying which objective comes first. */
  'plan.order': anyOf(isOwn, leadsThem),
  /** Agreeing how a plan year ends, or sending it back. */
  'plan.end-year': leadsThem,
  /** Saying that an action is done. */
  'plan.act': anyOf(isOwn, leadsThem),
  /** Having a goal read by the API. */
  'goals.check': isMember,
  'letters.read': isMember,
  'letters.change': administers,
  'templates.write': writesTemplates,
  /** In which month plan years begin. */
  'plan-years.change': administers,
  'priorities.read': isMember,
  'priorities.change': administers,
}
