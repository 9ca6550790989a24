import type { Refusal } from '../../kernel/outcome.ts'
import type { Quiet } from '../../kernel/quiet.ts'
import { count } from '../../kernel/text.ts'
import { paths } from '../paths.ts'
import { type Answer, get, goTo, page, post, type Visit } from '../visit.ts'
import { chooseNotices, closeFeed, giveUp, openFeed, resend, setHours, unconfirmed } from './notices.ts'
import { FeedPage } from './pages/feed-page.tsx'
import { HoursPage } from './pages/hours-page.tsx'
import { NoticesPage, type NoticesPageProps } from './pages/notices-page.tsx'
import { OutboxPage } from './pages/outbox-page.tsx'
import { KINDS } from './rules/kinds.ts'
import { readTime } from './rules/quiet.ts'
import { findChoice, findHours } from './store/choices.ts'
import { feedSince } from './store/feeds.ts'

async function outboxPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, house, today, org } = visit
  const mails = await unconfirmed(tx)
  const waiting = mails.filter(({ waits }) => waits).length
  return page(
    {
      title: 'Mail not confirmed',
      lead: `${count(mails.length, 'mail')} that no mail server has confirmed, ${waiting} of them for you to decide.`,
      nav: paths.people,
      crumbs: [{ text: 'People', href: paths.people }, { text: 'Mail not confirmed' }],
      refusals,
    },
    <OutboxPage
      mails={mails}
      mail={house.mail.configured}
      today={today}
      zone={org.zone}
      refusals={refusals}
    />,
  )
}

async function sendAgain(visit: Visit): Promise<Answer> {
  const outcome = await resend(visit.house, visit.tx, visit.actor, visit.params.mail ?? '')
  if (!outcome.ok) return outboxPage(visit, outcome.refusals)
  return goTo(paths.outbox, 'It is sent again. It stays here until the mail server has confirmed it.')
}

async function leave(visit: Visit): Promise<Answer> {
  const outcome = await giveUp(visit.tx, visit.actor, visit.params.mail ?? '')
  if (!outcome.ok) return outboxPage(visit, outcome.refusals)
  return goTo(paths.outbox, 'It is left at that. What it said is gone.')
}

function noticesAnswer(
  visit: Visit,
  shown: Pick<NoticesPageProps, 'off' | 'hours' | 'usual' | 'digestWeekday' | 'feedSince'>,
  refusals: readonly Refusal[],
): Answer {
  const { house, person, org } = visit
  return page(
    {
      title: 'Your mail and calendar',
      lead: 'What we write to you about, and when. Links that you ask for always come.',
      refusals,
    },
    <NoticesPage
      {...shown}
      personId={person.personId}
      mail={house.mail.configured}
      email={person.email}
      zone={org.zone}
      refusals={refusals}
    />,
  )
}

async function noticesPage(visit: Visit): Promise<Answer> {
  const { tx, person } = visit
  const { personId } = person
  const { off, hours: own, weekends, digestWeekday } = await findChoice(tx, personId)
  const usual = await findHours(tx)
  const hours = {
    whose: own || weekends !== null ? ('own' as const) : ('usual' as const),
    ...(own ?? usual),
    weekends: weekends ?? usual.weekends,
  }
  return noticesAnswer(
    visit,
    { off, hours, usual, digestWeekday, feedSince: await feedSince(tx, personId) },
    [],
  )
}

async function choose(visit: Visit): Promise<Answer> {
  const { tx, person, actor, form } = visit
  const { personId } = person
  const own = form.text('hours') === 'own'
  const typed = { from: readTime(form.text('from')), to: readTime(form.text('to')) }
  const weekends = form.text('weekends') === 'yes'
  const on = form.all('on')
  const digestWeekday = form.whole('weekday') ?? 1
  const asked = { personId, on, hours: own ? typed : null, weekends: own ? weekends : null, digestWeekday }
  const outcome = await chooseNotices(tx, actor, asked)
  if (outcome.ok) return goTo(paths.notices(personId), 'It is saved.')
  return noticesAnswer(
    visit,
    {
      off: KINDS.filter((kind) => !on.includes(kind)),
      hours: { whose: 'own', from: form.text('from'), to: form.text('to'), weekends },
      usual: await findHours(tx),
      digestWeekday,
      feedSince: await feedSince(tx, personId),
    },
    outcome.refusals,
  )
}

async function changeFeed(visit: Visit): Promise<Answer> {
  const { tx, person, actor, form, house } = visit
  const back = paths.notices(person.personId)
  if (form.text('act') === 'close') {
    await closeFeed(tx, actor, person.personId)
    return goTo(back, 'The address no longer works.')
  }
  const token = await openFeed(tx, actor, person.personId)
  return page(
    {
      title: 'Subscribe to your calendar',
      crumbs: [{ text: 'Your mail and calendar', href: back }, { text: 'Subscribe' }],
    },
    <FeedPage address={`${house.config.publicUrl}${paths.calendar(token)}`} back={back} />,
  )
}

function hoursAnswer(hours: Quiet, refusals: readonly Refusal[]): Answer {
  return page(
    {
      title: 'Quiet hours',
      lead: 'When nobody in the organisation is written to.',
      nav: paths.people,
      crumbs: [{ text: 'People', href: paths.people }, { text: 'Quiet hours' }],
      refusals,
    },
    <HoursPage hours={hours} refusals={refusals} />,
  )
}

async function saveTheHours(visit: Visit): Promise<Answer> {
  const { tx, actor, form } = visit
  const weekends = form.text('weekends') === 'yes'
  const outcome = await setHours(tx, actor, {
    from: readTime(form.text('from')),
    to: readTime(form.text('to')),
    weekends,
  })
  if (!outcome.ok)
    return hoursAnswer({ from: form.text('from'), to: form.text('to'), weekends }, outcome.refusals)
  return goTo(paths.noticeHours, 'The quiet hours are saved.')
}

export const routes = [
  get(paths.notices(':person'), 'notices.own', noticesPage),
  post(paths.notices(':person'), 'notices.own', choose),
  post(paths.noticesFeed(':person'), 'notices.own', changeFeed),
  get(paths.noticeHours, 'notices.hours', async ({ tx }) => hoursAnswer(await findHours(tx), [])),
  post(paths.noticeHours, 'notices.hours', saveTheHours),
  get(paths.outbox, 'outbox.manage', (visit) => outboxPage(visit)),
  post(paths.mailSending(':mail'), 'outbox.manage', sendAgain),
  post(paths.mailEnd(':mail'), 'outbox.manage', leave),
]
