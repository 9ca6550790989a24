import { addDays, type Day, dayIn } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { log } from '../../shell/log.ts'
import { findDead, SEND, sendDue } from '../../shell/outbox.ts'
import { forgetMails } from '../../shell/outbox-mails.ts'
import { findPerson, listOrganisations, type Organisation } from '../people/people.ts'
import { newlyEscalated } from '../staleness/staleness.ts'
import type { House } from '../visit.ts'
import { postDigests } from './digest.ts'
import type { Entry } from './rules/entries.ts'
import { listReviewsFrom } from './store/entries.ts'
import { forgetNotices, saveNotice } from './store/notices.ts'
import { tellAll } from './telling.ts'

/** The job that looks into every outbox, and the one that looks what the day brings, as the queue keeps their names. */
const TEND = 'tend-letters'
const DAILY = 'tend-notices'

/** Days for which it is known that a mail was sent, and that somebody was told. */
const KEPT = 60
const DAY = 86_400_000

/** Days before a review on which both are reminded. */
const BEFORE = [7, 1]

/**
 * Looks into every outbox each minute, and into one at once when something is put there. Whatever was being sent when the
 * server stopped is marked now: this process alone serves the database, so no other sender lives.
 */
export async function startJobs(house: House): Promise<void> {
  const dead = await findDead(house.db, true)
  if (dead > 0) log.warn({ mails: dead }, 'mails that may not have been sent: see the outbox')
  await house.jobs.work<{ orgId: Id }>(SEND, ({ orgId }) => sendDue(house, orgId))
  await house.jobs.work(TEND, () => tendMails(house))
  await house.jobs.work(DAILY, () => tendNotices(house))
  await house.jobs.every(TEND, '* * * * *')
  await house.jobs.every(DAILY, '*/15 * * * *')
}

/** Posts what is to be told by now, and sends what is posted. */
export async function tendMails(house: House): Promise<void> {
  await findDead(house.db, false)
  for (const org of await listOrganisations(house.db)) {
    await tellAll(house, org)
    await sendDue(house, org.orgId)
  }
}

/** Finds what time alone brings: reviews that come near, things that have waited, digests. */
export async function tendNotices(house: House): Promise<void> {
  const before = new Date(house.db.now().getTime() - KEPT * DAY)
  await forgetMails(house.db, before)
  for (const org of await listOrganisations(house.db)) {
    await house.db.inOrg(org.orgId, (tx) => forgetNotices(tx, before))
    if (house.mail.configured && !org.demo) await tendOne(house, org)
  }
}

async function tendOne(house: House, org: Organisation): Promise<void> {
  const today = dayIn(house.db.now(), org.zone)
  await house.db.inOrg(org.orgId, async (tx) => {
    for (const entry of await listReviewsFrom(tx, today, addDays(today, Math.max(...BEFORE)))) {
      const { entryId, personId: aboutId, day } = entry
      const left = nearest(entry, today, org.zone)
      if (left === null) continue
      for (const personId of await bothOf(tx, aboutId))
        await saveNotice(tx, {
          personId,
          kind: 'review due',
          aboutId,
          recordId: entryId,
          day,
          onceKey: `review due ${entryId} ${day} ${left}`,
        })
    }
    for (const { personId: aboutId, toPersonId: personId, kind, ref } of await newlyEscalated(tx, today))
      await saveNotice(tx, {
        personId,
        kind: 'stale',
        aboutId,
        recordId: null,
        day: null,
        onceKey: `stale ${aboutId} ${kind} ${ref} ${today}`,
      })
  })
  await postDigests(house, org, today)
}

/**
 * The reminder of a review that is due by now, in days before it: the last whose day has come. Null where none has, or where
 * the review was put on its day only after that: whoever is invited today need not be reminded of a week ago.
 */
function nearest({ day, changedAt }: Entry, today: Day, zone: string): number | null {
  const due = BEFORE.filter((days) => addDays(day, -days) <= today)
  const left = due.length > 0 ? Math.min(...due) : null
  return left !== null && dayIn(changedAt, zone) <= addDays(day, -left) ? left : null
}

/** A person and whoever leads them. */
async function bothOf(tx: OrgTx, personId: Id): Promise<Id[]> {
  const leaderId = (await findPerson(tx, personId))?.leaderId
  return leaderId ? [personId, leaderId] : [personId]
}
