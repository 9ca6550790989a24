import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../test/property.ts'
import { openWorld } from '../../../test/world.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { findRole, listRoles, listVersions } from './roles.ts'
import type { LevelNumber, Requirement } from './rules/profile.ts'
import { changeWords, requirementChanges } from './rules/publish.ts'
import { readRequirements } from './rules/requirements.ts'

const world = await openWorld()
const amara = await world.add({ name: 'Amara Okafor' })
const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })

const roleCalled = async (title: string) => {
  const found = (await world.inOrg(listRoles)).find((each) => each.title === title)
  assert.ok(found, title)
  return found
}

/** The form as it stands on the page, every select with what is chosen. */
async function formOf(roleId: string): Promise<Record<string, string>> {
  const { html } = await dana.session.get(paths.roleProfile(roleId))
  const fields: Record<string, string> = { version: /name="version" value="([^"]+)"/.exec(html)?.[1] ?? '' }
  for (const [, name = '', options = ''] of html.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  ))
    fields[name] = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? ''
  return fields
}

test('Dana publishes the next version: the one before stays as it was, and the history says in words what differs', async () => {
  const before = await roleCalled('Senior adviser')
  const [first, second] = before.requirements
  assert.ok(first && second)
  const level = first.level === 5 ? 4 : first.level + 1
  const fields = {
    ...(await formOf(before.roleId)),
    [`level-${first.competencyId}`]: String(level),
    [`level-${second.competencyId}`]: '',
    because: 'Complaints are settled here now.',
  }
  const page = await dana.session.post(paths.roleProfile(before.roleId), fields)
  assert.equal(page.status, 200, page.text)
  assert.match(page.text, /Version 2026-2 is in force/)
  const after = await roleCalled('Senior adviser')
  assert.equal(after.requirements.length, before.requirements.length - 1)
  assert.equal(after.requirements.find((each) => each.competencyId === first.competencyId)?.level, level)
  assert.deepEqual(await world.inOrg((tx) => findRole(tx, before.roleId, '2026-1')), before)
  assert.deepEqual(
    (await world.inOrg((tx) => listVersions(tx, before.roleId))).map(({ version, inForce }) => [
      version,
      inForce,
    ]),
    [
      ['2026-2', true],
      ['2026-1', false],
    ],
  )
  const [entry] = await world.inOrg((tx) => listHistory(tx, { recordId: before.roleId }))
  const payload = entry?.payload as { because: string; words: string[] } | null
  assert.equal(entry?.kind, 'roles.published')
  assert.equal(payload?.because, 'Complaints are settled here now.')
  assert.match(payload?.words[0] ?? '', new RegExp(`: level ${first.level} became level ${level}$`))
  assert.match(payload?.words[1] ?? '', /: no longer asked for$/)
})

test('nothing is published without a difference, a reason or an essential competency; what was chosen is kept', async () => {
  const role = await roleCalled('Team leader')
  const same = { ...(await formOf(role.roleId)), because: 'It is time.' }
  const at = paths.roleProfile(role.roleId)
  assert.match((await dana.session.post(at, same)).text, /Nothing differs from version 2026-1/)
  const [first] = role.requirements
  const changed = { ...same, [`level-${first?.competencyId}`]: first?.level === 5 ? '4' : '5', because: '' }
  const silent = await dana.session.post(at, changed)
  assert.equal(silent.status, 422)
  assert.match(silent.text, /Say in a sentence why the role asks something else now/)
  assert.match(silent.html, new RegExp(`<option value="${first?.level === 5 ? 4 : 5}" selected`))
  const none = Object.fromEntries(
    Object.keys(same).map((name) => [name, name.startsWith('level-') ? '' : 'x']),
  )
  assert.match(
    (await dana.session.post(at, { ...same, ...none })).text,
    /at least one competency that is essential/,
  )
  assert.equal((await roleCalled('Team leader')).version, '2026-1')
})

test('of two who publish at once the second is told who was first, and neither is lost', async () => {
  const role = await roleCalled('Quality analyst')
  const [first, second] = role.requirements
  assert.ok(first && second)
  const fields = { ...(await formOf(role.roleId)), because: 'Two at once.' }
  const other = (level: number) => String(level === 5 ? 4 : level + 1)
  await dana.session.post(paths.roleProfile(role.roleId), {
    ...fields,
    [`level-${first.competencyId}`]: other(first.level),
  })
  const late = await dana.session.post(paths.roleProfile(role.roleId), {
    ...fields,
    [`level-${second.competencyId}`]: other(second.level),
  })
  assert.equal(late.status, 409)
  assert.match(late.text, /Dana Price changed this role on .*: it is now version 2026-2/)
  assert.equal((await roleCalled('Quality analyst')).version, '2026-2')
})

test('Amara reads what a role asks and cannot publish', async () => {
  const { roleId } = await roleCalled('Team leader')
  assert.doesNotMatch((await amara.session.get(paths.role(roleId))).text, /Change what it asks/)
  assert.equal((await amara.session.get(paths.roleProfile(roleId))).status, 403)
  assert.equal((await amara.session.post(paths.roleProfile(roleId), {})).status, 403)
})

test('Dana weighs a competency otherwise: it is looked at first, nothing else changes, and Amara reads why', async () => {
  const before = await roleCalled('Complaints handler')
  const last = before.requirements.toSorted((a, b) => a.weight - b.weight)[0]
  assert.ok(last && last.weight < 5)
  const fields = {
    ...(await formOf(before.roleId)),
    [`weight-${last.competencyId}`]: '5',
    because: 'Half of our complaints come from it.',
  }
  const { text } = await dana.session.post(paths.roleProfile(before.roleId), fields)
  assert.match(text, new RegExp(`in force\\. [^.]*: weight ${last.weight} became 5\\.`))
  const after = await roleCalled('Complaints handler')
  assert.deepEqual(
    after.requirements,
    before.requirements.map((each) => (each === last ? { ...each, weight: 5 } : each)),
  )
  assert.match(
    (await amara.session.get(paths.role(before.roleId))).text,
    new RegExp(
      `Version 2026-2 In force since [^.]*Why: Half of our complaints come from it\\. [^.]*: weight ${last.weight} became 5\\. Version 2026-1 Made on`,
    ),
  )
})

test('the version of a role in which Dana declared figures says so too', async () => {
  const role = await roleCalled('Quality manager')
  const [asked] = role.requirements
  await dana.session.post(`${paths.role(role.roleId)}/bands`, {
    version: role.version,
    competency: asked?.competencyId ?? '',
    measure: 'csat',
    'level-3': '70',
  })
  assert.match(
    (await amara.session.get(paths.role(role.roleId))).text,
    /Version 2026-2 In force since [^.]*: other figures make its levels\. Version 2026-1/,
  )
})

const requirement = fc.record({
  competencyId: fc.constantFrom('a', 'b', 'c', 'd'),
  level: fc.integer({ min: 1, max: 5 }).map((level) => level as LevelNumber),
  essential: fc.boolean(),
  weight: fc.integer({ min: 1, max: 5 }),
  bands: fc.constant(null),
  levelWords: fc.constant({}),
})
const requirements = fc.uniqueArray(requirement, { selector: ({ competencyId }) => competencyId })

test('two versions differ in exactly what is told, and every difference reads as words', () => {
  fc.assert(
    fc.property(requirements, requirements, (before: Requirement[], after: Requirement[]) => {
      const changes = requirementChanges(before, after)
      const told = new Set(changes.map(({ competencyId }) => competencyId))
      for (const id of ['a', 'b', 'c', 'd']) {
        const [was, is] = [before, after].map((all) => all.find((each) => each.competencyId === id))
        assert.equal(told.has(id), was?.level !== is?.level || was?.essential !== is?.essential, id)
      }
      for (const change of changes)
        assert.match(
          changeWords(change, 'Coaching'),
          /^Coaching: (added at|no longer|level \d became|essential|helpful)/,
        )
      assert.deepEqual(requirementChanges(before, before), [])
    }),
  )
})

test('a level that is none is refused at its field; weights stay, and what is new weighs 3', () => {
  const now: Requirement[] = [
    { competencyId: 'a', level: 3, essential: true, weight: 5, bands: null, levelWords: {} },
  ]
  const typed = [
    { competencyId: 'b', level: '2', essential: false, weight: '' },
    { competencyId: 'a', level: '4', essential: true, weight: '' },
    { competencyId: 'c', level: '', essential: true, weight: '3' },
  ]
  assert.deepEqual(readRequirements(typed, now), {
    ok: true,
    value: [
      { competencyId: 'a', level: 4, essential: true, weight: 5, bands: null, levelWords: {} },
      { competencyId: 'b', level: 2, essential: false, weight: 3, bands: null, levelWords: {} },
    ],
  })
  const refused = (level: string, weight: string) => {
    const read = readRequirements([{ competencyId: 'a', level, essential: true, weight }], now)
    return read.ok ? null : read.refusals[0]?.field
  }
  assert.equal(refused('6', ''), 'level-a')
  assert.equal(refused('4', '0'), 'weight-a')
})
