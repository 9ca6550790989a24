import { type Day, dayIn, daysBetween, longDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { postMail } from '../../shell/outbox.ts'
import { paths } from '../paths.ts'
import { findPerson, listOrganisations } from '../people/people.ts'
import type { House } from '../visit.ts'
import { closeRounds } from './releasing.ts'
import { tokenOf } from './sealing.ts'
import { type Request, takeReminders } from './store/requests.ts'
import { listIds, readRound, type StoredRound } from './store/rounds.ts'

/** The name of the job that closes rounds and reminds. */
const TEND = 'tend-feedback'

/** Closes rounds and reminds, every hour. */
export async function startJobs(house: House): Promise<void> {
  await house.jobs.work(TEND, () => tend(house))
  await house.jobs.every(TEND, '11 * * * *')
  await house.jobs.send(TEND, {})
}

/**
 * Posts a mail to everybody in a round that is launched, in the transaction that launches; none where no mail server is
 * set.
 */
export async function inviteAll(house: House, tx: OrgTx, roundId: Id): Promise<void> {
  const round = house.mail.configured ? await readRound(tx, roundId) : null
  if (round?.state !== 'open') return
  const raters = round.groups.flatMap(({ group, raters }) => raters.map((rater) => ({ ...rater, group })))
  await postAll(house, tx, round, raters, 'first')
}

async function tend(house: House): Promise<void> {
  for (const { orgId, zone } of await listOrganisations(house.db)) {
    const today = dayIn(house.db.now(), zone)
    await closeRounds(house, orgId, today)
    if (house.mail.configured) await remind(house, orgId, today)
  }
  await forgetKeys(house)
}

/**
 * Destroys the keys of organisations that are gone. Looks at the keys first: an organisation whose keys are there is
 * there too, unless it is gone.
 */
async function forgetKeys(house: House): Promise<void> {
  const sets = await house.keys.sets()
  const here = new Set((await listOrganisations(house.db)).map(({ orgId }) => orgId))
  for (const set of sets)
    if (!here.has(set)) for (const { name } of await house.keys.list(set)) await house.keys.destroy(set, name)
}

/** Days before the last one on which those who still wait are reminded. No more than these two. Source: mission.md A11. */
const REMINDERS = { first: 7, second: 2 }

/**
 * Reminds those who have not answered, a week and two days before a round closes. That somebody was reminded is noted
 * with its mail: nobody ever gets a third.
 */
async function remind(house: House, orgId: Id, today: Day): Promise<void> {
  await house.db.inOrg(orgId, async (tx) => {
    for (const roundId of await listIds(tx, 'open')) {
      const round = await readRound(tx, roundId)
      const which = round && reminderDue(round, today)
      if (which) await postAll(house, tx, round, await takeReminders(tx, roundId, which), 'again')
    }
  })
}

/** Which reminder a day is for: not one of them in the first three days. */
export function reminderDue(
  { launchedOn, closesOn }: Pick<StoredRound, 'launchedOn' | 'closesOn'>,
  today: Day,
): 1 | 2 | null {
  if (launchedOn === null || closesOn === null || today > closesOn) return null
  const left = daysBetween(today, closesOn)
  if (left <= REMINDERS.second) return 2
  return left <= REMINDERS.first && daysBetween(launchedOn, today) >= 3 ? 1 : null
}

/** Posts a mail to each: traceless, so that nothing says later who was written to, or reminded. */
async function postAll(
  house: House,
  tx: OrgTx,
  round: StoredRound,
  raters: readonly Pick<Request, 'requestId' | 'personId' | 'email' | 'group'>[],
  which: 'first' | 'again',
): Promise<void> {
  const about = await findPerson(tx, round.personId)
  if (!about || round.closesOn === null) return
  for (const { requestId, personId, email, group } of raters) {
    const colleague = personId ? await findPerson(tx, personId) : null
    const to = colleague ? colleague.state !== 'left' && colleague.email : email
    if (!to) continue
    const link = `${house.config.publicUrl}${paths.answer(await tokenOf(house.keys, tx.orgId, requestId))}`
    const { name } = about
    const words = mailOf({ name, own: group === 'self', link, which, closesOn: round.closesOn })
    const { roundId: aboutId } = round
    await postMail(house, tx, { kind: 'feedback', aboutId, traceless: true, to, ...words })
  }
}

function mailOf(about: {
  name: string
  own: boolean
  link: string
  which: 'first' | 'again'
  closesOn: Day
}): { subject: string; text: string } {
  const { name, own, link, which, closesOn } = about
  const subject = own ? 'Your own view, for your feedback' : 'Your feedback is asked for'
  const first = own
    ? 'You asked for feedback on your work. Answer the same questions about yourself, so that you can compare.'
    : `${name} would like to know how you see their work. It takes a few minutes, and you need no account.`
  const again = own
    ? 'Your own answers for your feedback are still to come.'
    : `You were asked for feedback on ${name}’s work, and there is still time.`
  return {
    subject,
    text: [
      which === 'first' ? first : again,
      `Open this link by the end of ${longDay(closesOn)}:\n${link}`,
      own
        ? 'The link is yours alone: do not pass it on.'
        : 'The page says first who will see what you answer, and what stays without your name. If you can’t answer, say so there: that is an answer too. The link is yours alone: do not pass it on.',
    ].join('\n\n'),
  }
}
