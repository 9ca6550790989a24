import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { paths } from '../paths.ts'
import { listPeople } from '../people/people.ts'
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
      nav: changing ? paths.people : paths.roles,
      crumbs: changing
        ? [
            { text: 'People', href: paths.people },
            { text: person.name, href: paths.personChange(person.personId) },
            { text: 'Positions' },
          ]
        : [{ text: 'Roles', href: paths.roles }, { text: 'Positions' }],
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

async function change(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const from = form.day('from')
  if (from === null || from === 'wrong')
    return positionsPage(visit, [
      { field: 'from', message: 'Give the day from which it holds, such as 17 11 2026.' },
    ])
  const leader = form.text('leader')
  const outcome = await changePosition(
    tx,
    actor,
    {
      personId: person.personId,
      roleId: form.text('role'),
      job: form.text('job') || null,
      team: form.text('team') || null,
      leaderId: isId(leader) ? leader : null,
      from,
    },
    today,
  )
  if (!outcome.ok) return positionsPage(visit, outcome.refusals)
  return goTo(paths.positions(person.personId), `${person.name} is ${outcome.value.title} from that day on.`)
}
