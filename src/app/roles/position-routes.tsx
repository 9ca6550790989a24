import type { Refusal } from '../../kernel/outcome.ts'
import { paths } from '../paths.ts'
import { listPeople, type Person } from '../people/people.ts'
import { type Answer, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { PositionsPage } from './pages/positions-page.tsx'
import { changePosition, heldPositions } from './positions.ts'
import { listRoles } from './roles.ts'

export const positionRoutes: readonly Route[] = [
  get(paths.positions(':person'), 'positions.read', (visit) => positionsPage(visit)),
  post(paths.positions(':person'), 'positions.change', change),
]

async function positionsPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, own, form, may, today } = visit
  const held = await heldPositions(tx, person.personId)
  const now = held.find(({ position }) => position.to === null)
  const roles = await listRoles(tx)
  const current = now?.role && !roles.some(({ roleId }) => roleId === now.role?.roleId) ? [now.role] : []
  const stands = {
    role: now?.role?.roleId ?? '',
    job: person.job && person.job !== now?.role?.title ? person.job : '',
    team: person.team ?? '',
    leader: person.leaderId ?? '',
  }
  const posted = refusals.length > 0
  const changing = may('positions.change')
  return page(
    {
      title: own ? 'Your positions' : `Positions of ${person.name}`,
      lead: 'Role, team and leader, with the days from and to which they were held.',
      ...placeOf(person, { own, changing }),
      refusals,
    },
    <PositionsPage
      person={person}
      own={own}
      held={held}
      form={
        changing
          ? {
              roles: [...current, ...roles],
              people: await listPeople(tx),
              values: posted ? form.values : stands,
              from: posted
                ? {
                    day: form.text('from-day'),
                    month: form.text('from-month'),
                    year: form.text('from-year'),
                  }
                : today,
              refusals,
            }
          : null
      }
    />,
  )
}

/** Where the page stands: an administrator comes from People, a leader or an assessor from the person's page. */
function placeOf({ personId, name }: Person, { own, changing }: { own: boolean; changing: boolean }) {
  const last = { text: 'Positions' }
  if (changing) {
    const from = { text: name, href: paths.personChange(personId) }
    return { nav: paths.people, crumbs: [{ text: 'People', href: paths.people }, from, last] }
  }
  if (own) return { nav: paths.roles, crumbs: [{ text: 'Roles', href: paths.roles }, last] }
  const from = { text: name, href: paths.person(personId) }
  return { nav: paths.team, crumbs: [{ text: 'Team', href: paths.team }, from, last] }
}

async function change(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const from = form.day('from')
  if (from === null || from === 'wrong')
    return positionsPage(visit, [
      { field: 'from', message: 'Give the day from which it holds, such as 17 11 2026.' },
    ])
  const outcome = await changePosition(
    tx,
    actor,
    {
      personId: person.personId,
      roleId: form.text('role'),
      job: form.text('job') || null,
      team: form.text('team') || null,
      leaderId: form.text('leader') || null,
      from,
    },
    today,
  )
  if (!outcome.ok) return positionsPage(visit, outcome.refusals)
  return goTo(paths.positions(person.personId), `${person.name} is ${outcome.value.title} from that day on.`)
}
