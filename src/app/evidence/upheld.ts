import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { type Event, event } from '../../shell/events.ts'

/**
 * Complaints about somebody, which are evidence, were upheld, wholly or in part; or it was said which competency upheld
 * ones bear on.
 */
export const complaintsUpheld: Event<{
  personId: Id
  complaints: readonly { evidenceId: Id; happenedOn: Day | null }[]
  /** Null for the command line. */
  by: Id | null
  today: Day
}> = event()

/** Evidence about somebody stands no longer as it did: its import was undone, or a complaint was not upheld after all. */
export const evidenceFallen: Event<{ personId: Id; evidenceIds: readonly Id[] }> = event()
