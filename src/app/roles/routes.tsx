import type { Refusal } from '../../kernel/outcome.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { competenciesEver, listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { findPerson } from '../people/people.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { editingRoutes } from './editing.tsx'
import { RolePage } from './pages/role-page.tsx'
import { RolesPage } from './pages/roles-page.tsx'
import { positionRoutes } from './position-routes.tsx'
import {
  addStarters,
  declareBands,
  findRole,
  holdersOf,
  listMoves,
  listRetired,
  listRoles,
  listVersions,
  missingStarters,
  roleOf,
  setRetired,
} from './roles.ts'
import { BAND_LEVELS, readBands } from './rules/bands.ts'
import { waysOf } from './rules/moves.ts'
import { RESPONSIBILITIES, type RoleProfile } from './rules/profile.ts'

export const routes: readonly Route[] = [
  get(paths.roles, 'roles.read', rolesPage),
  post(paths.roleStarters, 'roles.change', addMissing),
  ...editingRoutes,
  get(paths.role(':role'), 'roles.read', (visit) => rolePage(visit, visit.query.get('version') ?? undefined)),
  post(`${paths.role(':role')}/bands`, 'roles.change', declare),
  post(paths.roleRetirement(':role'), 'roles.change', (visit) => retire(visit, true)),
  post(paths.roleReturn(':role'), 'roles.change', (visit) => retire(visit, false)),
  ...positionRoutes,
]

async function rolesPage({ tx, actor, today, may, query }: Visit): Promise<Answer> {
  const mayChange = may('roles.change')
  const roles = await listRoles(tx)
  const about = query.get('about')?.trim() ?? ''
  return page(
    {
      title: 'Roles',
      lead: 'What each role asks, and what you answer for in it. Level 3 is level 3 on every track.',
      actions: (
        <>
          <ButtonLink kind="quiet" href={paths.positions(actor.personId)}>
            Your positions
          </ButtonLink>
          <ButtonLink kind="quiet" href={paths.occupations}>
            Occupations
          </ButtonLink>
          {mayChange && (
            <ButtonLink kind="secondary" icon="plus" href={paths.roleNew}>
              Add a role
            </ButtonLink>
          )}
        </>
      ),
      nav: paths.roles,
    },
    <RolesPage
      roles={about ? roles.filter((role) => isAbout(role, about)) : roles}
      find={roles.length > FEW ? about : null}
      own={await roleOf(tx, actor.personId, today)}
      sector={(await findPerson(tx, actor.personId))?.sector ?? null}
      unasked={await unaskedOf(tx, roles)}
      retired={mayChange ? await listRetired(tx) : []}
      missing={mayChange ? (await missingStarters(tx)).map(({ title }) => title) : []}
    />,
  )
}

/** The roles that ask for nothing essential that the framework in force has, as after a move to another one. */
async function unaskedOf(tx: Visit['tx'], roles: readonly RoleProfile[]): Promise<ReadonlySet<string>> {
  const inForce = new Set((await listCompetencies(tx)).map(({ competencyId }) => competencyId))
  return new Set(
    roles.flatMap(({ roleId, requirements }) =>
      requirements.some((one) => one.essential && inForce.has(one.competencyId)) ? [] : [roleId],
    ),
  )
}

/** Up to so many roles are read at a glance; beyond, they can be searched. */
const FEW = 40

function isAbout({ title, track, sector, jobs }: RoleProfile, about: string): boolean {
  const words = [title, track, sector ?? '', ...jobs].join(' ').toLowerCase()
  return words.includes(about.toLowerCase())
}

async function addMissing({ tx, actor, today }: Visit): Promise<Answer> {
  const added = await addStarters(tx, actor, today)
  return goTo(paths.roles, added.length > 0 ? `Added: ${added.join(', ')}.` : 'You have them all already.')
}

async function rolePage(visit: Visit, version?: string, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, params, org, form, may } = visit
  const role = found(await findRole(tx, params.role ?? '', version))
  const overtaken =
    refusals.length > 0 && form.values.version !== undefined && form.text('version') !== role.version
  const ways = waysOf(role.roleId, await listMoves(tx))
  const roles = await listRoles(tx)
  const named = (ids: readonly string[]) => roles.filter(({ roleId }) => ids.includes(roleId))
  const { answersFor } = RESPONSIBILITIES[role.responsibility]
  const mayChange = may('roles.change')
  return page(
    {
      title: role.title,
      lead: `${role.track} track, profile ${role.version}${role.sector ? `, ${role.sector}` : ''}. Responsibility ${role.responsibility} of 6: ${answersFor}.`,
      nav: paths.roles,
      crumbs: [{ text: 'Roles', href: paths.roles }, { text: role.title }],
      actions: mayChange && (
        <ButtonLink kind="secondary" href={paths.roleProfile(role.roleId)}>
          Change what it asks
        </ButtonLink>
      ),
      refusals,
      status: overtaken ? 409 : undefined,
    },
    <RolePage
      role={role}
      competencies={
        await competenciesEver(
          tx,
          role.requirements.map(({ competencyId }) => competencyId),
        )
      }
      moves={{ from: named(ways.from), to: named(ways.to) }}
      versions={await listVersions(tx, role.roleId)}
      zone={org.zone}
      mayChange={mayChange}
      holders={mayChange ? (await holdersOf(tx, role.roleId)).length : 0}
      refusals={refusals}
      values={refusals.length > 0 ? form.values : {}}
    />,
  )
}

async function retire(visit: Visit, retired: boolean): Promise<Answer> {
  const { tx, actor, params, today } = visit
  const role = found(await findRole(tx, params.role ?? ''))
  const outcome = await setRetired(tx, actor, { roleId: role.roleId, retired, today })
  if (!outcome.ok) return rolePage(visit, undefined, outcome.refusals)
  return goTo(paths.role(role.roleId), `${role.title} is ${retired ? 'retired' : 'back'}.`)
}

async function declare(visit: Visit): Promise<Answer> {
  const { tx, actor, params, form, today } = visit
  const roleId = params.role ?? ''
  const competencyId = form.text('competency')
  const measure = form.text('measure')
  const typed = BAND_LEVELS.map((level) => {
    const name = `level-${level}`
    return { level, figure: form.number(name), text: form.text(name) }
  })
  const bands = readBands(measure, typed)
  const missing: Refusal[] = competencyId ? [] : [{ field: 'competency', message: 'Choose a competency.' }]
  if (!bands.ok || missing.length > 0)
    return rolePage(visit, undefined, [...missing, ...(bands.ok ? [] : bands.refusals)])
  const version = form.text('version')
  const outcome = await declareBands(tx, actor, {
    roleId,
    version,
    competencyId,
    measure,
    bands: bands.value,
    today,
  })
  if (!outcome.ok) return rolePage(visit, undefined, outcome.refusals)
  return goTo(paths.role(roleId), `Declared. The profile is now version ${outcome.value.version}.`)
}
