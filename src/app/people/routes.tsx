import type { Standing } from '../../kernel/actor.ts'
import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { count } from '../../kernel/text.ts'
import { postMail } from '../../shell/outbox.ts'
import { dropMailsAbout, listUnconfirmed, mailsAbout } from '../../shell/outbox-mails.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ADMINISTRATION, paths } from '../paths.ts'
import { type Answer, get, goTo, page, post, type Visit } from '../visit.ts'
import { ChangePage } from './pages/change.tsx'
import { LinkList, ListPage } from './pages/list.tsx'
import { PeoplePage } from './pages/people.tsx'
import { SettingsPage } from './pages/settings.tsx'
import {
  addList,
  addPerson,
  changePerson,
  checkList,
  listAssessors,
  listLinks,
  listPeople,
  makeLink,
  setLeft,
} from './people.ts'
import { checkPassword } from './rules.ts'

type Made = { personId: string; address: string }[]

/** Whether an administrator leads or develops too, so that their navigation is of that. */
const hasOwnWork = ({ actor }: Visit) =>
  actor.leads.length > 0 || actor.standings.some((one) => one === 'leader' || one === 'adviser')

async function peoplePage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, org, today, query, form, house } = visit
  const people = await listPeople(tx)
  const here = people.filter((person) => person.state !== 'left')
  const waiting = here.filter((person) => person.state === 'invited').length
  const mails = await listUnconfirmed(tx)
  const teams = new Set(here.map((person) => person.teamId).filter(Boolean)).size
  return page(
    {
      title: 'People and teams',
      lead: `${org.name}. ${count(here.length, 'person', 'people')} in ${count(teams, 'team')}${waiting ? `, ${waiting} not joined yet` : ''}.`,
      actions: (
        <>
          <ButtonLink kind="quiet" href={paths.rhythm}>
            How often plans are reviewed
          </ButtonLink>
          <ButtonLink kind="secondary" icon="plus" href="#add-one">
            Add people
          </ButtonLink>
        </>
      ),
      nav: paths.people,
      refusals,
    },
    <PeoplePage
      org={org}
      alsoLeadsTo={hasOwnWork(visit) ? ADMINISTRATION.slice(1) : []}
      people={people}
      links={await listLinks(tx)}
      mails={
        await mailsAbout(
          tx,
          people.flatMap(({ personId, state }) => (state === 'invited' ? [personId] : [])),
        )
      }
      unconfirmed={{
        all: mails.length,
        waiting: mails.filter(({ state }) => state === 'refused' || state === 'may not have been sent')
          .length,
        tried: mails.filter(({ state, why }) => state === 'to send' && why !== null).length,
      }}
      mail={house.mail.configured}
      now={tx.now}
      today={today}
      filter={{ name: query.get('name') ?? '', team: query.get('team') ?? '' }}
      values={form.values}
      refusals={refusals}
    />,
  )
}

/**
 * Makes links, posts those whose address is known where mail is set, and answers the addresses of the rest: to hand over.
 * @param byHand answers all of them, as where the mail does not get through
 */
async function invite(visit: Visit, personIds: readonly string[], byHand = false): Promise<Made> {
  const { tx, actor, house } = visit
  const people = await listPeople(tx)
  const made: Made = []
  for (const personId of personIds) {
    const person = people.find((one) => one.personId === personId)
    if (!person || person.state === 'left') continue
    const purpose = person.state === 'active' ? 'reset' : 'join'
    const address = `${house.config.publicUrl}${paths.link(await makeLink(tx, actor, personId, purpose))}`
    await dropMailsAbout(tx, personId)
    if (byHand || !house.mail.configured || !person.email) {
      made.push({ personId, address })
      continue
    }
    const text =
      purpose === 'join'
        ? `${actor.name} invites you to ${visit.org.name} on Goldthread. Follow this link within 14 days; it works once.`
        : `${actor.name} made you a link to set a new password. Follow it within a day; it works once.`
    await postMail(house, tx, {
      kind: purpose === 'join' ? 'invitation' : 'password',
      aboutId: personId,
      to: person.email,
      subject:
        purpose === 'join' ? `Join ${visit.org.name} on Goldthread` : 'Set a new password for Goldthread',
      text: `${text}\n\n${address}\n`,
    })
  }
  return made
}

async function add(visit: Visit): Promise<Answer> {
  const { tx, actor, form, today } = visit
  const outcome = await addPerson(tx, actor, {
    name: form.text('name'),
    email: form.text('email') || null,
    standing: (form.text('standing') || 'adviser') as Standing,
    job: form.text('job') || null,
    team: form.text('team') || null,
    leader: form.text('leader') || null,
    from: today,
  })
  if (!outcome.ok) return peoplePage(visit, outcome.refusals)
  return showLinks(visit, await invite(visit, [outcome.value]), `${form.text('name')} is added.`)
}

/** After links were made: the addresses to hand over, once; where all were sent, straight back to the list. */
async function showLinks(visit: Visit, made: Made, done: string): Promise<Answer> {
  if (made.length === 0) return goTo(paths.people, `${done} The invitation is on its way.`)
  const people = await listPeople(visit.tx)
  return linkPage(
    done,
    made.map(({ personId, address }) => ({
      name: people.find((person) => person.personId === personId)?.name ?? '',
      address,
    })),
  )
}

function linkPage(done: string, links: { name: string; address: string }[]): Answer {
  return page(
    {
      title: links.length === 1 ? 'Hand over the link' : 'Hand over the links',
      lead: `${done} Each link works once, for that person only, and is shown now and not again.`,
      nav: paths.people,
      crumbs: [{ text: 'People', href: paths.people }, { text: 'Links' }],
    },
    <LinkList links={links} />,
  )
}

async function checkTheList(visit: Visit): Promise<Answer> {
  const file = visit.form.file('file')
  const text = file ? new TextDecoder().decode(file.bytes) : visit.form.text('list')
  const list = await checkList(visit.tx, text)
  if (!list.ok) return peoplePage(visit, list.refusals)
  const fresh = list.value.filter((line) => line.state === 'new').length
  return page(
    {
      title: 'Check the list',
      lead: `${count(list.value.length, 'line')} read, ${fresh} to add. Nobody is added until you say so.`,
      nav: paths.people,
      crumbs: [{ text: 'People', href: paths.people }, { text: 'Check the list' }],
    },
    <ListPage lines={list.value} text={text} />,
  )
}

async function addTheList(visit: Visit): Promise<Answer> {
  const outcome = await addList(visit.tx, visit.actor, visit.form.text('list'), visit.today)
  if (!outcome.ok) return peoplePage(visit, outcome.refusals)
  const { added, refused } = outcome.value
  const left = refused.length
    ? ` ${count(refused.length, 'line was', 'lines were')} left out: ${refused.map((line) => `line ${line.line}, ${line.why}`).join(' ')}`
    : ''
  return showLinks(
    visit,
    await invite(visit, added),
    `${count(added.length, 'person is', 'people are')} added.${left}`,
  )
}

async function changePage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, form, own } = visit
  const posted = form.values.name !== undefined
  const assessors = await listAssessors(tx, person.personId)
  const values = posted
    ? form.values
    : {
        name: person.name,
        email: person.email ?? '',
        job: person.job ?? '',
        sector: person.sector ?? '',
        team: person.team ?? '',
        leader: person.leaderId ?? '',
      }
  return page(
    {
      title: `Change ${person.name}`,
      nav: paths.people,
      refusals,
      crumbs: [{ text: 'People', href: paths.people }, { text: person.name }],
    },
    <ChangePage
      person={person}
      people={await listPeople(tx)}
      assessorIds={posted ? form.all('assessors') : assessors.map((one) => one.personId)}
      values={values}
      standings={posted ? form.all('standings') : person.standings}
      refusals={refusals}
      own={own}
    />,
  )
}

async function change(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const outcome = await changePerson(tx, actor, {
    personId: person.personId,
    name: form.text('name'),
    email: form.text('email') || null,
    standings: form
      .all('standings')
      .filter((standing): standing is Standing =>
        ['adviser', 'leader', 'assessor', 'quality-assurer', 'administrator'].includes(standing),
      ),
    team: form.text('team') || null,
    leaderId: form.text('leader') || null,
    job: form.text('job') || null,
    sector: form.values.sector === undefined ? undefined : form.text('sector') || null,
    assessorIds: form.all('assessors').filter(isId),
    today,
  })
  return outcome.ok
    ? goTo(paths.people, `${form.text('name')} is saved.`)
    : changePage(visit, outcome.refusals)
}

async function setPresence(visit: Visit, leaving: boolean): Promise<Answer> {
  const { tx, actor, person, today, house } = visit
  const outcome = await setLeft(tx, actor, person.personId, leaving ? today : null)
  if (!outcome.ok) return changePage(visit, outcome.refusals)
  const user = await house.identity.userOf(person.personId)
  if (user && leaving) await house.identity.signOutEverywhere(user.userId)
  return goTo(
    paths.people,
    leaving
      ? `${person.name} has left. Their records are kept.`
      : `${person.name} is back. Make them a new link.`,
  )
}

async function changePassword(visit: Visit): Promise<Answer> {
  const { house, actor, form } = visit
  const user = await house.identity.userOf(actor.personId)
  const password = form.values.password ?? ''
  const refusals: Refusal[] =
    user && (await house.identity.checkPassword(user.userId, form.values.old ?? ''))
      ? []
      : [{ field: 'old', message: 'That is not your password now. Try again.' }]
  refusals.push(...checkPassword(password, { name: actor.name, email: user?.email ?? '' }))
  if (password !== form.values.again)
    refusals.push({ field: 'again', message: 'The two passwords differ. Type the same one twice.' })
  if (!user || refusals.length > 0) return settingsPage(visit, refusals)
  await house.identity.setPassword(user.userId, password)
  await house.identity.signOutEverywhere(user.userId)
  return {
    kind: 'go',
    path: paths.settings,
    flash: 'Your password is changed. Everywhere else you are signed out.',
    cookies: await house.identity.signInAs(user.userId, new Headers()),
  }
}

async function settingsPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const user = await visit.house.identity.userOf(visit.actor.personId)
  return page(
    { title: 'Your sign-in', refusals },
    <SettingsPage email={user?.email ?? null} refusals={refusals} />,
  )
}

async function signOutEverywhere({ house, actor }: Visit): Promise<Answer> {
  const user = await house.identity.userOf(actor.personId)
  if (user) await house.identity.signOutEverywhere(user.userId)
  return goTo(paths.signIn, 'You are signed out everywhere.')
}

export const routes = [
  get(paths.people, 'people.list', (visit) => peoplePage(visit)),
  post(paths.people, 'people.change', add),
  post(`${paths.people}/list`, 'people.change', checkTheList),
  post(`${paths.people}/list/addition`, 'people.change', addTheList),
  get('/people/:person/change', 'people.change', (visit) => changePage(visit)),
  post('/people/:person/change', 'people.change', change),
  post('/people/:person/invitations', 'people.change', async (visit) =>
    showLinks(
      visit,
      await invite(visit, [visit.person.personId], visit.form.text('hand') === 'yes'),
      `A new link for ${visit.person.name} is made.`,
    ),
  ),
  post('/people/:person/leaving', 'people.change', (visit) => setPresence(visit, true)),
  post('/people/:person/return', 'people.change', (visit) => setPresence(visit, false)),
  get(paths.settings, 'settings.own', (visit) => settingsPage(visit)),
  post(`${paths.settings}/password`, 'settings.own', changePassword),
  post(`${paths.settings}/sessions/end`, 'settings.own', signOutEverywhere),
]
