import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { count } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import { feedbackOf, type Group, type Held, levelsFrom360 } from '../feedback/feedback.ts'
import type { SourceLevel } from './rules/levels.ts'

/** What 360 feedback says of one competency, and what of it may not be shown. */
export type FromFeedback = {
  levels: SourceLevel[]
  /** "360 feedback from peers is held back: fewer than 3 answered." */
  held: string[]
}

const WHO: Record<Group, string> = {
  self: 'yourself',
  leader: 'the leader',
  peers: 'peers',
  reports: 'people they lead',
  customers: 'customers',
}

/** The same, by competency, for all that a viewer may read. Own answers are no view of others, and are left out. */
export async function feedbackByCompetency(
  tx: OrgTx,
  personId: Id,
  viewer: Actor,
  today: Day,
): Promise<(competencyId: Id) => FromFeedback> {
  const { readings, held } = await feedbackOf(tx, personId, viewer, today)
  const levels = Map.groupBy(levelsFrom360(readings), ({ competencyId }) => competencyId)
  const shown = new Set(readings.map(({ competencyId, group }) => `${competencyId} ${group}`))
  const back = Map.groupBy(
    held.filter(({ competencyId, group }) => competencyId && !shown.has(`${competencyId} ${group}`)),
    ({ competencyId }) => competencyId,
  )
  return (competencyId) => ({
    levels: (levels.get(competencyId) ?? []).map(({ competencyId: _, ...level }) => level),
    held: [...new Set((back.get(competencyId) ?? []).map(heldWords))],
  })
}

/** Why something is held back, in a sentence. It never says how many answered. */
function heldWords({ group, why, threshold }: Held): string {
  const rule =
    why === 'shares raters with an earlier round'
      ? 'some of the same people answered an earlier round, so the difference would tell what few said'
      : `fewer than ${count(threshold, 'person', 'people')} answered`
  return `360 feedback from ${WHO[group]} is held back: ${rule}.`
}
