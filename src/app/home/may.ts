import {
  anyOf,
  assessesThem,
  assuresQuality,
  isMember,
  isOwn,
  leadsThem,
  type May,
} from '../../kernel/actor.ts'

/** Whoever looks after others: a leader, an assessor, a quality assurer. */
const looksAfterOthers: May = (actor) =>
  actor.leads.length > 0 ||
  actor.assesses.length > 0 ||
  actor.standings.some((standing) => ['leader', 'assessor', 'quality-assurer'].includes(standing))

export const may = {
  'home.read': isMember,
  /** The page of one person's development. */
  'home.person': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  'team.read': looksAfterOthers,
}
