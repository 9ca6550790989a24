import type { Refusal } from '../../kernel/outcome.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { ProfilePage } from './pages/profile-page.tsx'
import { RolePage } from './pages/role-page.tsx'
import { RolesPage } from './pages/roles-page.tsx'
import { declareBands, findRole, listRoles, listVersions, publishProfile, roleOf } from './roles.ts'
import { BAND_LEVELS, readBands, versionAfter } from './rules/bands.ts'
import { RESPONSIBILITIES } from './rules/profile.ts'
import { readRequirements } from './rules/publish.ts'

export const routes: readonly Route[] = [
  get(paths.roles, 'roles.read', async ({ tx, actor, today }) =>
    page(
      {
        title: 'Roles',
        lead: 'What each role asks, and what you answer for in it. Level 3 is level 3 on every track.',
        nav: paths.roles,
      },
      <RolesPage roles={await listRoles(tx)} own={await roleOf(tx, actor.personId, today)} />,
    ),
  ),
  get(paths.role(':role'), 'roles.read', (visit) => rolePage(visit, visit.query.get('version') ?? undefined)),
  post(`${paths.role(':role')}/bands`, 'roles.change', declare),
  get(paths.roleProfile(':role'), 'roles.change', (visit) => profilePage(visit)),
  post(paths.roleProfile(':role'), 'roles.change', publish),
]

async function rolePage(visit: Visit, version?: string, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, params, org, form, may } = visit
  const role = found(await findRole(tx, params.role ?? '', version))
  const overtaken = refusals.length > 0 && form.text('version') !== role.version
  return page(
    {
      title: role.title,
      lead: `${role.track} track, profile ${role.version}. Responsibility ${role.responsibility} of 5: ${RESPONSIBILITIES[role.responsibility]}.`,
      nav: paths.roles,
      crumbs: [{ text: 'Roles', href: paths.roles }, { text: role.title }],
      actions: may('roles.change') && (
        <ButtonLink kind="secondary" href={paths.roleProfile(role.roleId)}>
          Change what it asks
        </ButtonLink>
      ),
      refusals,
      status: overtaken ? 409 : undefined,
    },
    <RolePage
      role={role}
      competencies={await listCompetencies(tx)}
      versions={await listVersions(tx, role.roleId)}
      zone={org.zone}
      mayChange={may('roles.change')}
      refusals={refusals}
      values={refusals.length > 0 ? form.values : {}}
    />,
  )
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

async function profilePage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, params, form, today } = visit
  const role = found(await findRole(tx, params.role ?? ''))
  const overtaken = refusals.length > 0 && form.text('version') !== role.version
  const next = versionAfter(role.version, today)
  return page(
    {
      title: `${role.title}: version ${next}`,
      lead: `What the role asks from now on. Version ${role.version} is in force.`,
      nav: paths.roles,
      crumbs: [
        { text: 'Roles', href: paths.roles },
        { text: role.title, href: paths.role(role.roleId) },
        { text: `Version ${next}` },
      ],
      refusals,
      status: overtaken ? 409 : undefined,
    },
    <ProfilePage
      role={role}
      next={next}
      competencies={await listCompetencies(tx)}
      refusals={refusals}
      values={refusals.length > 0 ? form.values : {}}
    />,
  )
}

async function publish(visit: Visit): Promise<Answer> {
  const { tx, actor, params, form, today } = visit
  const role = found(await findRole(tx, params.role ?? ''))
  const typed = (await listCompetencies(tx)).map(({ competencyId }) => ({
    competencyId,
    level: form.text(`level-${competencyId}`),
    essential: form.text(`needed-${competencyId}`) !== 'helpful',
  }))
  const read = readRequirements(typed, role.requirements)
  if (!read.ok) return profilePage(visit, read.refusals)
  const outcome = await publishProfile(tx, actor, {
    roleId: role.roleId,
    version: form.text('version'),
    requirements: read.value,
    because: form.text('because'),
    today,
  })
  if (!outcome.ok) return profilePage(visit, outcome.refusals)
  const { profile, words } = outcome.value
  return goTo(paths.role(role.roleId), `Version ${profile.version} is in force. ${words.join('. ')}.`)
}
