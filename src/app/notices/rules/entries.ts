import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'

export type EntryKind = 'review' | 'objective' | 'action' | 'feedback'

/** What a calendar should hold: one day of one record. `source` is the record's id, or a review's number. */
export type Wanted = { kind: EntryKind; source: string; day: Day; over?: boolean }

/** An entry as calendars know it. */
export type Entry = {
  entryId: Id
  personId: Id
  kind: EntryKind
  source: string
  day: Day
  /** Counts the changes; it never goes back. Source: RFC 5545, 3.8.7.4. */
  sequence: number
  changedAt: Date
  cancelledAt: Date | null
}

/** How an entry has to change; `entryId` is null where it is new. */
export type EntryChange = {
  entryId: Id | null
  kind: EntryKind
  source: string
  day: Day
  cancelled: boolean
}

const key = ({ kind, source }: { kind: EntryKind; source: string }) => `${kind} ${source}`

/**
 * What has to change so that calendars hold what is wanted. What is over, or past and no longer wanted, stays as it is;
 * what is over is never put in anew.
 */
export function changesOf(known: readonly Entry[], wanted: readonly Wanted[], today: Day): EntryChange[] {
  const before = new Map(known.map((entry) => [key(entry), entry]))
  const now = new Map(wanted.map((one) => [key(one), one]))
  const changes: EntryChange[] = []
  for (const { kind, source, day, over } of now.values()) {
    const entry = before.get(key({ kind, source }))
    if (over) continue
    if (!entry) changes.push({ entryId: null, kind, source, day, cancelled: false })
    else if (entry.day !== day || entry.cancelledAt !== null)
      changes.push({ entryId: entry.entryId, kind, source, day, cancelled: false })
  }
  for (const entry of before.values())
    if (!now.has(key(entry)) && entry.cancelledAt === null && entry.day >= today) {
      const { entryId, kind, source, day } = entry
      changes.push({ entryId, kind, source, day, cancelled: true })
    }
  return changes
}

/** What an entry is called: never whose it is, nor what it is about. */
export const ENTRY_TITLES: Record<EntryKind, string> = {
  review: 'Development review',
  objective: 'An objective falls due',
  action: 'An action falls due',
  feedback: 'Last day for feedback',
}
