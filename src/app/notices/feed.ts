import type { Actor } from '../../kernel/actor.ts'
import { addDays, type Day, dayIn } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { actorOf, makeToken, tokenDigest } from '../people/people.ts'
import { tendCalendar } from './calendar.ts'
import { calendarOf } from './calendar-file.ts'
import type { Entry } from './rules/entries.ts'
import { listEntries, listReviewEntries } from './store/entries.ts'
import { deleteFeed, findByDigest, saveFeed } from './store/feeds.ts'

/** Days for which an entry that is past, or called off, stays in the calendar. */
const KEPT = { past: 365, off: 90 }

/**
 * Gives a person's calendar a secret address; the one it had stops working. Whoever has the address reads the days, and
 * nothing else of anybody's records.
 * @returns the token of the address, known only now: its digest alone is kept
 */
export async function openFeed(tx: OrgTx, actor: Pick<Actor, 'personId'>, personId: Id): Promise<string> {
  const { token, digest } = makeToken(tx.orgId)
  await saveFeed(tx, personId, digest)
  await record(tx, { kind: 'notices.feed-opened', actor, personId, recordId: personId, payload: {} })
  return token
}

/** Takes the address of a person's calendar away. */
export async function closeFeed(tx: OrgTx, actor: Pick<Actor, 'personId'>, personId: Id): Promise<void> {
  await deleteFeed(tx, personId)
  await record(tx, { kind: 'notices.feed-closed', actor, personId, recordId: personId, payload: {} })
}

/** The calendar that a token opens, as a file: one's own days, and the reviews of those one leads; null where it opens none. */
export async function feedOf(
  tx: OrgTx,
  token: string,
  place: { publicUrl: string },
  today: Day,
  zone: string,
): Promise<string | null> {
  const personId = await findByDigest(tx, tokenDigest(token))
  const acting = personId && (await actorOf(tx, personId))
  if (!acting) return null
  const { actor } = acting
  await tendCalendar(tx, actor.personId, today)
  const own = await listEntries(tx, actor.personId)
  const reviews = await listReviewEntries(tx, actor.leads)
  const shown = ({ day, cancelledAt }: Entry) =>
    day >= addDays(today, -KEPT.past) &&
    (cancelledAt === null || dayIn(cancelledAt, zone) >= addDays(today, -KEPT.off))
  return calendarOf([...own, ...reviews].filter(shown), place)
}
