import type { Actor } from '../../kernel/actor.ts'
import { type Day, dayIn, longDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { endOfQuiet, type Quiet } from '../../kernel/quiet.ts'
import { possessive } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Mailing } from '../../shell/mail.ts'
import { postMail } from '../../shell/outbox.ts'
import { paths } from '../paths.ts'
import { actorOf, findPerson, type Organisation, type Person } from '../people/people.ts'
import type { House } from '../visit.ts'
import { tendCalendar } from './calendar.ts'
import { invitationOf } from './calendar-file.ts'
import { type Line, lineOf } from './lines.ts'
import { type DigestChoice, digestAhead } from './rules/digest-day.ts'
import { KIND_WORDS, type NoticeKind } from './rules/kinds.ts'
import { type Choice, findChoice, findHours } from './store/choices.ts'
import { findEntry, listGuests, takeTouched } from './store/entries.ts'
import { listToTell, lockWaiting, markTold, type Notice } from './store/notices.ts'
import { stopToken } from './unsubscribing.ts'

/** Somebody who can be written to: signed up, still here, with an address. */
export type Reader = {
  actor: Actor
  person: Person
  email: string
  choice: Choice & { digestOn: Day | null }
  quiet: Quiet & { zone: string }
}

/** Who reads, and how they want to be written to; null where they can't be. */
export async function readerOf(tx: OrgTx, personId: Id, zone: string): Promise<Reader | null> {
  const acting = await actorOf(tx, personId)
  if (acting?.person.state !== 'active' || acting.person.email === null) return null
  const { actor, person } = acting
  const choice = await findChoice(tx, personId)
  const usual = await findHours(tx)
  const quiet = { ...usual, ...choice.hours, weekends: choice.weekends ?? usual.weekends, zone }
  return { actor, person, email: acting.person.email, choice, quiet }
}

/**
 * Brings calendars up to date in one organisation, which people subscribe to without mail too, and posts what is due to be
 * told. The demo writes to nobody.
 */
export async function tellAll(house: House, org: Organisation): Promise<void> {
  const { db } = house
  const today = dayIn(db.now(), org.zone)
  await db.inOrg(org.orgId, async (tx) => {
    for (const personId of await takeTouched(tx)) await tendCalendar(tx, personId, today)
  })
  if (!house.mail.configured || org.demo) return
  for (const personId of await db.inOrg(org.orgId, listToTell, { readOnly: true }))
    await db.inOrg(org.orgId, (tx) => tellOne(house, tx, org, personId, today))
}

/** Posts what somebody is to be told, outside their quiet hours: one mail for each kind. */
async function tellOne(house: House, tx: OrgTx, org: Organisation, personId: Id, today: Day): Promise<void> {
  const reader = await readerOf(tx, personId, org.zone)
  if (reader && endOfQuiet(tx.now, reader.quiet, org.zone) > tx.now) return
  const held = reader !== null && waitsForDigest(tx, reader)
  const notices = (await lockWaiting(tx, personId)).filter(({ kind }) => !(held && kind === 'stale'))
  await markTold(
    tx,
    notices.map(({ noticeId }) => noticeId),
  )
  if (!reader) return
  const wanted = notices.filter(({ kind }) => !reader.choice.off.includes(kind))
  for (const [kind, same] of Map.groupBy(wanted, (notice) => notice.kind)) {
    if (kind === 'calendar') await postInvitations(house, tx, reader, same, today)
    else await postLines(house, tx, reader, kind, await linesOf(tx, same, reader.actor, today))
  }
}

/** When somebody's digest goes, and which one they got. */
export const digestChoice = ({ choice, quiet }: Reader): DigestChoice => ({
  weekday: choice.digestWeekday,
  sentFor: choice.digestOn,
  quiet,
  zone: quiet.zone,
})

/** Whether what has waited for a while is said by the digest of the same day. */
const waitsForDigest = (tx: OrgTx, reader: Reader): boolean =>
  !reader.choice.off.includes('digest') && digestAhead(tx.now, digestChoice(reader))

async function linesOf(tx: OrgTx, notices: readonly Notice[], actor: Actor, today: Day): Promise<Line[]> {
  const lines: Line[] = []
  for (const notice of notices) {
    const line = await lineOf(tx, notice, actor, today)
    if (line) lines.push(line)
  }
  return lines
}

/** Posts one mail of a kind with these lines, none of them twice; no mail where there is nothing to say. */
export async function postLines(
  house: House,
  tx: OrgTx,
  reader: Reader,
  kind: NoticeKind,
  lines: readonly Line[],
): Promise<void> {
  if (lines.length === 0) return
  const { publicUrl } = house.config
  const said = new Set(lines.map(({ words, lead, path }) => `${words}\n${lead}: ${publicUrl}${path}`))
  await post(house, tx, reader, kind, { said: [...said] })
}

/** The newest word about each review: an invitation, a new day, or that it is off. */
async function postInvitations(
  house: House,
  tx: OrgTx,
  reader: Reader,
  notices: readonly Notice[],
  today: Day,
): Promise<void> {
  const { actor, email } = reader
  for (const entryId of new Set(notices.flatMap(({ recordId }) => recordId ?? []))) {
    const entry = await findEntry(tx, entryId)
    const guest = (await listGuests(tx, [entryId])).find(({ personId }) => personId === actor.personId)
    const about = entry && (await findPerson(tx, entry.personId))
    if (!entry || !guest || !about || entry.day < today) continue
    const { publicUrl, mailFrom } = house.config
    const calendar = invitationOf(entry, { ...guest, email }, { publicUrl, mailFrom })
    const whose = actor.personId === about.personId ? 'Your' : possessive(about.name)
    const day = longDay(entry.day)
    const said = guest.cancelled
      ? [`${whose} development review of ${day} is off for you. Take it out of your calendar.`]
      : [
          `${whose} development review is on ${day}. Put it into your calendar with what comes with this mail.`,
        ]
    const lead = `Open the reviews: ${publicUrl}${paths.reviews(about.personId)}`
    const subject = guest.cancelled
      ? 'Development review called off'
      : guest.sequence > 0
        ? 'Development review: please note the day'
        : KIND_WORDS.calendar.subject
    await post(house, tx, reader, 'calendar', { said: [...said, lead], subject, calendar })
  }
}

/** Posts a mail with a greeting, and at its end why it came and how to stop it. */
async function post(
  house: House,
  tx: OrgTx,
  { actor, person, email, quiet }: Reader,
  kind: NoticeKind,
  mail: { said: readonly string[]; subject?: string; calendar?: Mailing['calendar'] },
): Promise<void> {
  const { publicUrl } = house.config
  const { personId } = actor
  const { title, subject } = KIND_WORDS[kind]
  const stop = `${publicUrl}${paths.unsubscribe(await stopToken(house.keys, { orgId: tx.orgId, personId, kind }))}`
  await postMail(house, tx, {
    kind: kind === 'calendar' ? 'calendar' : 'notice',
    aboutId: null,
    to: email,
    subject: mail.subject ?? subject,
    text: [
      `Hello ${person.name},`,
      ...mail.said,
      `You get this mail because “${title}” is on for you.\nStop mails of this kind: ${stop}\nChoose which mails you get, and when: ${publicUrl}${paths.notices(personId)}`,
      '',
    ].join('\n\n'),
    unsubscribe: stop,
    quiet,
    calendar: mail.calendar,
  })
}
