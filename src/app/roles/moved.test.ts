import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import {
  addItem,
  beginDraft,
  diffOf,
  findDraft,
  frameworkInForce,
  frameworkWeighed,
  listCompetencies,
  publishDraft,
  putInForce,
  retireItem,
} from '../frameworks/frameworks.ts'
import { listHistory } from '../history/history.ts'
import { findRole, listRoles } from './roles.ts'

const world = await openWorld()
const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
await world.add({ name: 'Amara Okafor', job: 'Adviser' })

const value = <T>(outcome: Outcome<T>): T => {
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}
const called = async (title: string) => {
  const found = (await world.inOrg(listRoles)).find((each) => each.title === title)
  assert.ok(found, title)
  return found
}

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

  const weighed = await world.inOrg(async (tx) => {
    const diff = await diffOf(tx, framework, { frameworkId, version })
    assert.ok(diff)
    const found: Parameters<Parameters<typeof frameworkWeighed.listen>[0]>[1]['found'] = []
    await frameworkWeighed.happen(tx, { diff, today: world.today, found })
    return found
  })
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
