import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { listPositions, positionChanged } from '../people/people.ts'
import { listRoles, roleOf } from './roles.ts'

const world = await openWorld()
const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
const amara = await world.add({ name: 'Amara Okafor', job: 'Article editor', team: 'Northgate' })
const kofi = await world.add({ name: 'Kofi Mensah', job: 'Article editor' })
const priya = await world.add({ name: 'Priya Nair', job: 'Workforce planner' })
world.setToday('2026-12-01')

const roles = () => world.inOrg(listRoles)
const roleIn = async (personId: string, day = world.today) =>
  (await world.inOrg((tx) => roleOf(tx, personId, day)))?.title
const [competency] = await world.inOrg(listCompetencies)
const asks = { [`level-${competency?.competencyId}`]: '3' }
const role = (fields: Record<string, string>) => ({
  track: 'Knowledge',
  responsibility: '3',
  ...asks,
  ...fields,
})

const moved: { personId: string; from: string | undefined; to: string | undefined }[] = []
positionChanged.listen(async (_, { personId, before, after }) => {
  moved.push({ personId, from: before.roleId ?? undefined, to: after.roleId ?? undefined })
})

test('a new role that is called as Amara’s job is hers from that day on: told, in her positions, and with its cause', async () => {
  const adviser = (await roles()).find(({ title }) => title === 'Customer service adviser')
  const senior = (await roles()).find(({ title }) => title === 'Senior adviser')
  await dana.session.post(paths.positions(kofi.personId), {
    role: senior?.roleId ?? '',
    job: 'Article editor',
    leader: '',
    'from-day': '1',
    'from-month': '12',
    'from-year': '2026',
  })
  assert.equal(await roleIn(amara.personId), 'Customer service adviser')
  moved.length = 0
  const saved = await dana.session.post(
    paths.roleNew,
    role({ title: 'Knowledge manager', jobs: 'article editor' }),
  )
  assert.match(
    saved.text,
    /Knowledge manager is added\. 1 person has it from today, by what their job is called/,
  )
  const added = (await roles()).find(({ title }) => title === 'Knowledge manager')
  assert.deepEqual(moved, [{ personId: amara.personId, from: adviser?.roleId, to: added?.roleId }])
  assert.equal(await roleIn(amara.personId), 'Knowledge manager')
  assert.equal(await roleIn(amara.personId, '2026-11-30'), 'Customer service adviser')
  assert.equal(await roleIn(kofi.personId), 'Senior adviser', 'a role that was chosen stays')
  const positions = await world.inOrg((tx) => listPositions(tx, amara.personId))
  assert.deepEqual(
    positions.map(({ from, job, team }) => [from, job, team]),
    [
      ['2026-01-05', 'Article editor', 'Northgate'],
      ['2026-12-01', 'Article editor', 'Northgate'],
    ],
  )
  const [entry] = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }))
  assert.equal(entry?.kind, 'people.placed')
})

test('where Dana calls a role otherwise, Priya, whose job is called as before, keeps it', async () => {
  const planner = (await roles()).find(({ title }) => title === 'Workforce planner')
  assert.ok(planner)
  moved.length = 0
  const renamed = await dana.session.post(paths.roleProfile(planner.roleId), {
    version: planner.version,
    title: 'Capacity lead',
    jobs: '',
    because: 'It is what we say.',
  })
  assert.match(renamed.text, /Version 2026-2 is in force\. Title/)
  assert.equal(await roleIn(priya.personId), 'Capacity lead')
  assert.deepEqual(moved, [])
})

test('what names one role cannot name another: both are told apart before anybody is moved', async () => {
  const refused = async (fields: Record<string, string>) => {
    const page = await dana.session.post(paths.roleNew, role(fields))
    assert.equal(page.status, 422)
    return page.text
  }
  assert.match(
    await refused({ title: 'Editor', jobs: 'sub-editor\nArticle  Editor' }),
    /“article {1,2}editor” names Knowledge manager already\. Take it out here, or there first/,
  )
  assert.match(
    await refused({ title: 'Editor', jobs: 'team leader' }),
    /“team leader” names Team leader already/,
  )
  assert.match(
    await refused({ title: 'Article editor' }),
    /“Article editor” is another name of Knowledge manager\. Take it out there first, or choose another title/,
  )
  const manager = (await roles()).find(({ title }) => title === 'Knowledge manager')
  const kept = await dana.session.post(paths.roleProfile(manager?.roleId ?? ''), {
    version: manager?.version ?? '',
    entry: 'Articles that others correct.',
    because: 'Its own names are its own.',
  })
  assert.match(kept.text, /Version 2026-2 is in force/)
})
