import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  findAspiration,
  listComparedSources,
  listComparisons,
  listNotes,
  routesFor,
  routeTo,
  tracksOf,
} from '../src/app/careers/careers.ts'
import { diffOfDraft, frameworkInForce, listLibrary } from '../src/app/frameworks/frameworks.ts'
import { listOccupations } from '../src/app/occupations/occupations.ts'
import { paths } from '../src/app/paths.ts'
import { listPeople } from '../src/app/people/people.ts'
import { readinessOf } from '../src/app/readiness/readiness.ts'
import { listRoles, tracksOf as tracksOfRoles } from '../src/app/roles/roles.ts'
import { type Larkfield, who } from './larkfield.ts'

/** What the demo's careers and its library of frameworks and occupations show. */
export function careersAreTold(larkfield: Larkfield): void {
  const { inDemo, as } = larkfield

  test('Amara goes to team leader by way of senior adviser, and sees another way through complaints', async () => {
    await inDemo(async (tx) => {
      const [amara, today] = [await who(tx, 'Amara Okafor'), larkfield.world.today]
      const roles = await listRoles(tx)
      assert.deepEqual([roles.length, tracksOfRoles(roles).length], [15, 5])
      const aspiration = await findAspiration(tx, amara.personId, amara)
      assert.deepEqual([aspiration?.targetTitle, aspiration?.routeKind], ['Team leader', 'fewest steps'])
      assert.ok(aspiration?.why && aspiration.by && aspiration.targetRoleId)
      const titles = (steps: readonly { title: string }[] = []) => steps.map(({ title }) => title)
      const route = await routeTo(tx, amara.personId, amara, today)
      assert.deepEqual(titles(route?.steps), ['Senior adviser', 'Team leader'])
      const asked = { personId: amara.personId, toRoleId: aspiration.targetRoleId, viewer: amara, today }
      const routes = await routesFor(tx, asked)
      assert.ok(routes.ok)
      assert.deepEqual(titles(routes.value.at(-1)?.steps), ['Complaints handler', 'Team leader'])
    })
    const session = await as('Amara Okafor')
    const { personId } = await inDemo((tx) => who(tx, 'Amara Okafor'))
    assert.match((await session.get(paths.career(personId))).text, /You, since March 2024/)
    assert.match((await session.get(paths.careerInterview(personId))).text, /15 of 18 competencies/)
  })

  test('Amara compared two kinds of source and two tracks, and shows her advert to nobody', async () => {
    const { personId } = await inDemo(async (tx) => {
      const [amara, chidi] = [await who(tx, 'Amara Okafor'), await who(tx, 'Chidi Eze')]
      const kinds = (await listNotes(tx, amara.personId, chidi)).map(({ kind }) => kind)
      assert.deepEqual(kinds, ['occupation page', 'person spoken to'])
      const [compared] = await listComparedSources(tx, amara.personId, chidi)
      assert.ok(compared?.evidenceId)
      const [ways] = await listComparisons(tx, amara.personId, chidi)
      assert.equal(tracksOf(ways?.options ?? []), 2)
      const checks = await readinessOf(tx, amara.personId, amara, larkfield.world.today)
      const check = (number: number) => checks.find((one) => one.check === number)
      assert.equal(check(10)?.missing ?? null, null)
      assert.doesNotMatch(check(7)?.missing ?? '', /O-1/, 'its date was a date when it was agreed')
      return amara
    })
    const advert = /Ouse Valley Water/
    assert.match((await (await as('Amara Okafor')).get(paths.careerAdverts(personId))).text, advert)
    assert.doesNotMatch((await (await as('Ben Hughes')).get(paths.careerAdverts(personId))).text, advert)
  })

  test('the library holds a standard that anybody may read, a draft with two changes, and occupations', async () => {
    await inDemo(async (tx) => {
      const opened = (await listLibrary(tx)).filter((one) => one.public)
      assert.deepEqual(
        opened.map(({ title }) => title),
        ['The Larkfield call standard'],
      )
      const diff = await diffOfDraft(tx, (await frameworkInForce(tx)).frameworkId)
      assert.deepEqual(
        [diff?.added.map(({ code }) => code), diff?.reworded.map(({ after }) => after.code)],
        [['CS-19'], ['CS-03']],
      )
      assert.ok((await listOccupations(tx, { limit: 1, offset: 0 })).of > 20)
      const sectors = (await listPeople(tx)).flatMap(({ name, sector }) => (sector ? [[name, sector]] : []))
      assert.deepEqual(sectors, [['Leila Haddad', 'Retail']])
    })
    const open = await larkfield.world.visitor().get('/ims/case/v1p1/CFDocuments')
    assert.match(open.html, /The Larkfield call standard/)
    assert.match((await (await as('Dana Price')).get(paths.occupations)).text, /O\*NET 29\.2 Database/)
  })
}
