import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Event, event } from '../../shell/events.ts'
import type { FrameworkDiff } from './rules/difference.ts'

/** A role that moving people to a version touches: what happens to what it asks, and how many people hold it today. */
export type TouchedRole = { roleId: Id; title: string; people: number; words: string[] }

/** Asked before people are moved: those who know what depends on competencies add what is touched to `found`. */
export const frameworkWeighed: Event<{ diff: FrameworkDiff; today: Day; found: TouchedRole[] }> = event()

/** The roles that a change of framework touches, those with the most people first. */
export async function weighMove(tx: OrgTx, diff: FrameworkDiff, today: Day): Promise<TouchedRole[]> {
  const found: TouchedRole[] = []
  await frameworkWeighed.happen(tx, { diff, today, found })
  return found.sort((a, b) => b.people - a.people || a.title.localeCompare(b.title))
}
