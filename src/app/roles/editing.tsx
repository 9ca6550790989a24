import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { count } from '../../kernel/text.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { type Answer, found, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { LevelWordsPage } from './pages/level-words-page.tsx'
import { MovesPage } from './pages/moves-page.tsx'
import { NewRolePage, ProfilePage } from './pages/profile-page.tsx'
import {
  addRole,
  findRole,
  holdersOf,
  listMoves,
  listRoles,
  publishProfile,
  saveMoves,
  tracksOf,
} from './roles.ts'
import { versionAfter } from './rules/bands.ts'
import { readProfile } from './rules/fields.ts'
import { typedOf, valuesOf } from './rules/form.ts'
import { type Ways, waysOf } from './rules/moves.ts'
import type { ProfileFields, Requirement, RoleProfile } from './rules/profile.ts'
import { readLevelWords, readRequirements } from './rules/requirements.ts'

type Values = Readonly<Record<string, string>>

export const editingRoutes: readonly Route[] = [
  get(paths.roleNew, 'roles.change', (visit) => newPage(visit)),
  post(paths.roleNew, 'roles.change', add),
  get(paths.roleProfile(':role'), 'roles.change', (visit) => profilePage(visit)),
  post(paths.roleProfile(':role'), 'roles.change', publish),
  get(paths.roleLevels(':role', ':competency'), 'roles.change', (visit) => wordsPage(visit)),
  post(paths.roleLevels(':role', ':competency'), 'roles.change', reword),
  get(paths.roleMoves(':role'), 'roles.change', (visit) => movesPage(visit)),
  post(paths.roleMoves(':role'), 'roles.change', changeMoves),
]

/** What was typed over what stands: what a form leaves out stays as it is. */
const over = (role: RoleProfile, { form }: Visit): Values => ({ ...valuesOf(role), ...form.values })

async function readFields(
  visit: Visit,
  values: Values,
  now: readonly Requirement[],
): Promise<{ refusals: Refusal[]; profile: ProfileFields | null }> {
  const typed = (await listCompetencies(visit.tx)).map(({ competencyId }) => ({
    competencyId,
    level: values[`level-${competencyId}`] ?? '',
    essential: values[`needed-${competencyId}`] !== 'helpful',
    weight: values[`weight-${competencyId}`] ?? '',
  }))
  const requirements = readRequirements(typed, now)
  const fields = readProfile(typedOf(values))
  if (fields.ok && requirements.ok)
    return { refusals: [], profile: { ...fields.value, requirements: requirements.value } }
  const [levels, about] = [requirements, fields].map((read) => (read.ok ? [] : read.refusals))
  // As they stand on the page: a new role is named first.
  const refusals = [about ?? [], levels ?? []]
  return { refusals: (now.length > 0 ? refusals.toReversed() : refusals).flat(), profile: null }
}

async function newPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, form } = visit
  return page(
    {
      title: 'Add a role',
      lead: 'What it answers for, what it asks, and where that comes from. Say afterwards where people come to it from.',
      nav: paths.roles,
      crumbs: [{ text: 'Roles', href: paths.roles }, { text: 'Add a role' }],
      refusals,
    },
    <NewRolePage
      competencies={await listCompetencies(tx)}
      tracks={tracksOf(await listRoles(tx))}
      refusals={refusals}
      values={form.values}
    />,
  )
}

async function add(visit: Visit): Promise<Answer> {
  const { tx, actor, today } = visit
  const { refusals, profile } = await readFields(visit, visit.form.values, [])
  if (!profile) return newPage(visit, refusals)
  const outcome = await addRole(tx, actor, profile, today)
  if (!outcome.ok) return newPage(visit, outcome.refusals)
  const { roleId, title } = outcome.value
  return goTo(
    paths.roleMoves(roleId),
    `${title} is added. ${comingWords((await holdersOf(tx, roleId)).length)}Say where people come to it from, and go on to.`,
  )
}

async function profilePage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, params, form, today } = visit
  const role = found(await findRole(tx, params.role ?? ''))
  const overtaken = refusals.length > 0 && form.text('version') !== role.version
  const next = versionAfter(role.version, today)
  return page(
    {
      title: `${role.title}: version ${next}`,
      lead: `What the role is and asks from now on. Version ${role.version} is in force.`,
      nav: paths.roles,
      crumbs: crumbsTo(role, `Version ${next}`),
      refusals,
      status: overtaken ? 409 : undefined,
    },
    <ProfilePage
      role={role}
      next={next}
      competencies={await listCompetencies(tx)}
      tracks={tracksOf(await listRoles(tx))}
      refusals={refusals}
      values={over(role, visit)}
    />,
  )
}

const crumbsTo = (role: RoleProfile, text: string) => [
  { text: 'Roles', href: paths.roles },
  { text: role.title, href: paths.role(role.roleId) },
  { text },
]

async function publish(visit: Visit): Promise<Answer> {
  const { tx, actor, params, form, today } = visit
  const role = found(await findRole(tx, params.role ?? ''))
  const { refusals, profile } = await readFields(visit, over(role, visit), role.requirements)
  if (!profile) return profilePage(visit, refusals)
  const outcome = await publishProfile(tx, actor, {
    roleId: role.roleId,
    version: form.text('version'),
    profile,
    because: form.text('because'),
    today,
  })
  return outcome.ok ? published(role, outcome.value) : profilePage(visit, outcome.refusals)
}

type Published = { profile: RoleProfile; words: string[]; moved: number }

const published = (role: RoleProfile, { profile, words, moved }: Published) =>
  goTo(
    paths.role(role.roleId),
    `Version ${profile.version} is in force. ${comingWords(moved)}${words.join('. ')}.`,
  )

/** Who came to a role because their job title names it now. */
const comingWords = (moved: number) =>
  moved === 0
    ? ''
    : `${count(moved, 'person has', 'people have')} it from today, by what their job is called. `

async function worded(visit: Visit) {
  const { tx, params } = visit
  const role = found(await findRole(tx, params.role ?? ''))
  const competencyId = params.competency ?? ''
  const requirement = found(role.requirements.find((each) => each.competencyId === competencyId))
  const competency = found((await listCompetencies(tx)).find((one) => one.competencyId === competencyId))
  return { role, requirement, competency }
}

async function wordsPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { role, requirement, competency } = await worded(visit)
  const { form, today } = visit
  const next = versionAfter(role.version, today)
  const overtaken = refusals.length > 0 && form.text('version') !== role.version
  return page(
    {
      title: `${competency.title} in ${role.title}`,
      lead: `What each level looks like in this role. Version ${role.version} is in force.`,
      nav: paths.roles,
      crumbs: crumbsTo(role, competency.title),
      refusals,
      status: overtaken ? 409 : undefined,
    },
    <LevelWordsPage
      {...{ role, next, competency, requirement, refusals }}
      values={refusals.length > 0 ? form.values : {}}
    />,
  )
}

async function reword(visit: Visit): Promise<Answer> {
  const { role, requirement, competency } = await worded(visit)
  const { tx, actor, form, today } = visit
  const read = readLevelWords((level) => form.text(`words-${level}`), competency.levels)
  if (!read.ok) return wordsPage(visit, read.refusals)
  const requirements = role.requirements.map((each) =>
    each === requirement ? { ...each, levelWords: read.value } : each,
  )
  const outcome = await publishProfile(tx, actor, {
    roleId: role.roleId,
    version: form.text('version'),
    profile: { ...role, requirements },
    because: form.text('because'),
    today,
  })
  return outcome.ok ? published(role, outcome.value) : wordsPage(visit, outcome.refusals)
}

async function movesPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, params, form } = visit
  const role = found(await findRole(tx, params.role ?? ''))
  const ways = waysOf(role.roleId, await listMoves(tx))
  const typed = { from: form.all('from'), to: form.all('to') }
  return page(
    {
      title: `Moves from and to ${role.title}`,
      lead: 'The moves that people make are the lines of the career map. A move promises nobody a post.',
      nav: paths.roles,
      crumbs: crumbsTo(role, 'Moves'),
      refusals,
    },
    <MovesPage
      role={role}
      roles={await listRoles(tx)}
      ways={ways}
      chosen={refusals.length > 0 ? typed : ways}
      values={form.values}
      refusals={refusals}
    />,
  )
}

async function changeMoves(visit: Visit): Promise<Answer> {
  const { tx, actor, params, form } = visit
  const roles = await listRoles(tx)
  const byTitle = new Map(roles.map(({ roleId, title }) => [title.toLowerCase(), roleId]))
  const refusals: Refusal[] = []
  const chosen = (side: keyof Ways) => {
    const titles = form
      .text(`${side}-titles`)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    const unknown = titles.filter((title) => !byTitle.has(title.toLowerCase()))
    if (unknown.length > 0)
      refusals.push({
        field: `${side}-titles`,
        message: `No role is called ${unknown.join(', ')}. Write titles as the list of roles has them.`,
      })
    return [...form.all(side), ...titles.flatMap((title) => byTitle.get(title.toLowerCase()) ?? [])]
  }
  const ways = { from: chosen('from'), to: chosen('to') }
  if (refusals.length > 0) return movesPage(visit, refusals)
  const seen = (side: keyof Ways) => form.text(`seen-${side}`).split(' ').filter(isId)
  const roleId = params.role ?? ''
  const outcome = await saveMoves(tx, actor, {
    roleId,
    ...ways,
    seen: { from: seen('from'), to: seen('to') },
  })
  if (!outcome.ok) return movesPage(visit, outcome.refusals)
  return goTo(paths.role(roleId), 'The moves are saved.')
}
