import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import {
  addItem,
  beginDraft,
  diffOf,
  type FrameworkVersion,
  findDraft,
  frameworkInForce,
  frameworkWeighed,
  listCompetencies,
  publishDraft,
  putInForce,
  retireItem,
  rewordItem,
} from '../frameworks/frameworks.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { findRole, listRoles, type RoleProfile } from './roles.ts'

const world = await openWorld()
const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
const amara = await world.add({ name: 'Amara Okafor', job: 'Adviser' })

const value = <T>(outcome: Outcome<T>): T => {
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}
const called = async (title: string) => {
  const found = (await world.inOrg(listRoles)).find((each) => each.title === title)
  assert.ok(found, title)
  return found
}

/** What the page before a move says of each role. */
const weigh = (to: FrameworkVersion) =>
  world.inOrg(async (tx) => {
    const diff = await diffOf(tx, await frameworkInForce(tx), to)
    assert.ok(diff)
    const found: Parameters<Parameters<typeof frameworkWeighed.listen>[0]>[1]['found'] = []
    await frameworkWeighed.happen(tx, { diff, today: world.today, found })
    return found
  })

const move = async (to: FrameworkVersion, because = 'It is agreed.') =>
  value(await world.inOrg((tx) => putInForce(tx, dana.actor, { ...to, because }, world.today)))

test('where everybody moves to a version without a competency, each role asks for its replacement at the same level', async () => {
  const framework = await world.inOrg(frameworkInForce)
  const { frameworkId } = framework
  const codes = new Map((await world.inOrg(listCompetencies)).map((one) => [one.code, one.competencyId]))
  const [old, dropped] = [codes.get('CS-06') ?? '', codes.get('CS-11') ?? '']
  const before = await called('Senior adviser')
  const planner = await called('Workforce planner')
  const fresh = await world.inOrg(async (tx) => {
    value(await beginDraft(tx, dana.actor, { frameworkId }))
    const item = (await findDraft(tx, frameworkId))?.items.find(({ itemId }) => itemId === old)
    assert.ok(item)
    const { kind, code, statement, soft, legal, words, levels } = item
    const fields = { kind, code, title: 'Settling on any channel', statement, soft, legal, words, levels }
    const added = value(await addItem(tx, dana.actor, { frameworkId, parentId: item.parentId, fields }))
    value(await retireItem(tx, dana.actor, { frameworkId, itemId: old, replacedBy: added }))
    value(await retireItem(tx, dana.actor, { frameworkId, itemId: dropped, replacedBy: null }))
    return added
  })
  const because = 'Chats are contacts too.'
  const version = value(
    await world.inOrg((tx) => publishDraft(tx, dana.actor, { frameworkId, because }, world.today)),
  )

  const weighed = await weigh({ frameworkId, version })
  const adviser = weighed.find(({ title }) => title === 'Customer service adviser')
  assert.ok((adviser?.people ?? 0) >= 1, 'Amara has it')
  assert.deepEqual(adviser?.words, [
    'Resolving at first contact: Settling on any channel asked for in its place, at level 4',
  ])

  value(await world.inOrg((tx) => putInForce(tx, dana.actor, { frameworkId, version, because }, world.today)))
  const after = await called('Senior adviser')
  assert.equal(after.version, '2026-2')
  const levelOf = (role: typeof after, id: string) =>
    role.requirements.find(({ competencyId }) => competencyId === id)?.level
  assert.equal(levelOf(after, fresh), levelOf(before, old))
  assert.deepEqual([levelOf(after, old), levelOf(after, dropped)], [undefined, undefined])
  assert.equal(after.requirements.length, before.requirements.length - 1)
  assert.deepEqual(await world.inOrg((tx) => findRole(tx, before.roleId, before.version)), before)
  const now = await called('Workforce planner')
  assert.equal(now.requirements.length, planner.requirements.length - 1)
  const [entry] = await world.inOrg((tx) => listHistory(tx, { recordId: before.roleId }))
  const payload = entry?.payload as { because: string; words: string[] } | null
  assert.match(payload?.because ?? '', /^Moved to .*: Chats are contacts too\.$/)
  assert.deepEqual(payload?.words, [
    'Resolving at first contact: Settling on any channel asked for in its place, at level 4',
    'Working as a team: no longer asked for, and nothing takes its place',
  ])
})

test('what turns into a heading, or is replaced by one, is told as dropped, and is', async () => {
  const { frameworkId } = await world.inOrg(frameworkInForce)
  const before = await called('Senior adviser')
  const [turning, replaced] = before.requirements.map(({ competencyId }) => competencyId)
  const titles = new Map((await world.inOrg(listCompetencies)).map((one) => [one.competencyId, one.title]))
  const version = await world.inOrg(async (tx) => {
    value(await beginDraft(tx, dana.actor, { frameworkId }))
    const item = (await findDraft(tx, frameworkId))?.items.find(({ itemId }) => itemId === turning)
    assert.ok(item && replaced)
    const { itemId, revision } = item
    const heading = { ...item, kind: 'group' as const }
    value(await rewordItem(tx, dana.actor, { frameworkId, itemId, revision, fields: heading }))
    const fields = { ...heading, code: '', title: 'Head' }
    const head = value(await addItem(tx, dana.actor, { frameworkId, parentId: null, fields }))
    value(await retireItem(tx, dana.actor, { frameworkId, itemId: replaced, replacedBy: head }))
    const because = 'They are headings.'
    return value(await publishDraft(tx, dana.actor, { frameworkId, because }, world.today))
  })
  const words = (await weigh({ frameworkId, version })).find(({ roleId }) => roleId === before.roleId)?.words
  assert.deepEqual(
    words,
    [turning, replaced].map(
      (id) => `${titles.get(id ?? '')}: no longer asked for, and nothing takes its place`,
    ),
  )
  await move({ frameworkId, version })
  const after = await called('Senior adviser')
  assert.deepEqual(after.requirements, before.requirements.slice(2))
  const [entry] = await world.inOrg((tx) => listHistory(tx, { recordId: before.roleId }))
  assert.deepEqual((entry?.payload as { words: string[] } | null)?.words, words, 'as it was told')
})

const byRole = (roles: RoleProfile[]) =>
  roles.map(({ roleId, requirements }) => [
    roleId,
    requirements.toSorted((a, b) => a.competencyId.localeCompare(b.competencyId)),
  ])

test('moved to a version without a competency and back, each role asks for what it asked for before', async () => {
  const framework = await world.inOrg(frameworkInForce)
  const { frameworkId } = framework
  const before = await world.inOrg(listRoles)
  const [first] = (await called('Senior adviser')).requirements
  const because = 'To try.'
  const version = await world.inOrg(async (tx) => {
    value(await beginDraft(tx, dana.actor, { frameworkId }))
    const itemId = first?.competencyId ?? ''
    value(await retireItem(tx, dana.actor, { frameworkId, itemId, replacedBy: null }))
    return value(await publishDraft(tx, dana.actor, { frameworkId, because }, world.today))
  })
  await move({ frameworkId, version })
  assert.notDeepEqual(byRole(await world.inOrg(listRoles)), byRole(before))
  const back = (await weigh(framework)).find(({ title }) => title === 'Senior adviser')
  assert.match(back?.words[0] ?? '', new RegExp(`: asked for again, at level ${first?.level}$`))
  await move(framework)
  assert.deepEqual(byRole(await world.inOrg(listRoles)), byRole(before))
})

test('where another framework leaves a role nothing essential, it is named before, stays as it is, and says so', async () => {
  const framework = await world.inOrg(frameworkInForce)
  const before = await world.inOrg(listRoles)
  const other = await world.inOrg(async (tx) => {
    const frameworkId = value(await beginDraft(tx, dana.actor, { title: 'Another framework' }))
    const fields = { kind: 'skill', code: 'X', title: '', statement: 'Does it all', soft: false } as const
    const asked = { ...fields, legal: false, words: [], levels: [] }
    value(await addItem(tx, dana.actor, { frameworkId, parentId: null, fields: asked }))
    const because = 'To try.'
    return {
      frameworkId,
      version: value(await publishDraft(tx, dana.actor, { frameworkId, because }, world.today)),
    }
  })
  const senior = await called('Senior adviser')
  const line = `Nothing essential that it asks for is left, so it stays at version ${senior.version} until you say what it asks.`
  const weighing = await dana.session.get(paths.frameworkMoving(other.frameworkId, other.version))
  const [, named = ''] = weighing.text.split(line)
  assert.match(named, /^ [^.]*Senior adviser/, weighing.text)
  await move(other)
  assert.deepEqual(await world.inOrg(listRoles), before)
  assert.match(
    (await dana.session.get(paths.role(senior.roleId))).text,
    /This role asks for nothing essential that the framework in force has\. Say what it asks .* No longer in the framework\./,
  )
  assert.match(
    (await amara.session.get(paths.roles)).text,
    /Senior adviser 3: [^:]* Nothing essential of the framework in force/,
  )
  const [only] = await world.inOrg(listCompetencies)
  const mended = await dana.session.post(paths.roleProfile(senior.roleId), {
    version: senior.version,
    [`level-${only?.competencyId}`]: '3',
    because: 'So that it asks for something.',
  })
  assert.match(
    mended.text,
    /is in force\. Does it all: added at level 3, essential\. Coaching others: no longer asked for/,
  )
  await move(framework)
  assert.deepEqual(byRole(await world.inOrg(listRoles)), byRole(before))
})

test('an old version of a role shows all that it asked, worded as it was, whatever became of the framework', async () => {
  const role = await called('Workforce planner')
  const { text } = await amara.session.get(`${paths.role(role.roleId)}?version=2026-1`)
  assert.match(text, /Working as a team No longer in the framework\. \d, /)
  assert.match(text, /Why: Moved to .*: Chats are contacts too\. .*Working as a team: no longer asked for/)
})
