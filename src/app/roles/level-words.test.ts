import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import {
  beginDraft,
  findDraft,
  frameworkInForce,
  publishDraft,
  putInForce,
  rewordItem,
} from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { listRoles } from './roles.ts'

const world = await openWorld()
const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
const amara = await world.add({ name: 'Amara Okafor', job: 'Customer service adviser' })

const value = <T>(outcome: Outcome<T>): T => {
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}
const roleCalled = async (title: string) => {
  const found = (await world.inOrg(listRoles)).find((each) => each.title === title)
  assert.ok(found, title)
  return found
}

/** Puts a version in force that says nothing of the levels of one competency. */
async function withoutLevels(code: string): Promise<string> {
  const { frameworkId } = await world.inOrg(frameworkInForce)
  return world.inOrg(async (tx) => {
    value(await beginDraft(tx, dana.actor, { frameworkId }))
    const item = (await findDraft(tx, frameworkId))?.items.find((each) => each.code === code)
    assert.ok(item)
    const { itemId, revision } = item
    value(
      await rewordItem(tx, dana.actor, { frameworkId, itemId, revision, fields: { ...item, levels: [] } }),
    )
    const because = 'Each role says it for itself.'
    const version = value(await publishDraft(tx, dana.actor, { frameworkId, because }, world.today))
    value(await putInForce(tx, dana.actor, { frameworkId, version, because }, world.today))
    return itemId
  })
}

test('where the framework says nothing of a competency’s levels Dana describes them in a role, and Amara chooses among them', async () => {
  const competencyId = await withoutLevels('CS-07')
  const role = await roleCalled('Customer service adviser')
  const at = paths.roleLevels(role.roleId, competencyId)
  const form = await dana.session.get(at)
  assert.match(form.text, /The framework does not say what its levels look like/)
  assert.equal(form.html.match(/<textarea[^>]*name="words-\d"/g)?.length, 5)
  const saved = await dana.session.post(at, {
    version: role.version,
    'words-2': 'Writes the complaint down as it was told.',
    'words-4': 'Settles a disputed bill in the first call.',
    because: 'Bills are what we are asked about.',
  })
  assert.equal(saved.status, 200)
  const begun = await amara.session.post(paths.assessments(amara.personId), { role: role.roleId })
  const pass = /action="([^"]*)"[^>]*data-keep="pass-/.exec(begun.html)?.[1] ?? ''
  const rating = await amara.session.get(`${pass}?competency=${competencyId}`)
  assert.match(rating.text, /2, in this role.* Writes the complaint down as it was told\./)
  assert.match(rating.text, /4, in this role.* Settles a disputed bill in the first call\./)
})
