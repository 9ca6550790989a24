import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { addCharacter, addOrganisation, type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { frameworkInForce, setPublic } from './frameworks.ts'
import { importFramework } from './importing.ts'

const BASE = '/ims/case/v1p1'

let world: World
let dana: Character
let chidi: Character

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Reyes', standing: 'administrator' })
  world.setToday('2026-11-17', '10:30')
  const { orgId: other } = await addOrganisation(world.house, 'Other House')
  chidi = await addCharacter(world, other, { name: 'Chidi Eze', standing: 'administrator' })
})

async function ask(path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await world.site.request(`http://localhost:3000${BASE}${path}`)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const id = (number: number) => `e1000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Keeps a framework of one item in an organisation, and opens it to everybody. */
async function publishes(who: Character, frameworkId: string, title: string): Promise<void> {
  const pkg = {
    CFDocument: { identifier: frameworkId, uri: 'https://far.example/1', creator: 'Far Council', title },
    CFItems: [{ identifier: id(9), uri: 'https://far.example/9', fullStatement: title }],
    CFAssociations: [],
  }
  const bytes = Buffer.from(JSON.stringify(pkg))
  await world.house.db.inOrg(who.actor.orgId, async (tx) => {
    const asked = { name: 'far.json', bytes, origin: 'https://localhost:3000' }
    const kept = await importFramework(tx, who.actor, asked, world.today)
    assert.ok(kept.ok, JSON.stringify(kept))
    assert.ok((await setPublic(tx, who.actor, frameworkId, true)).ok)
  })
}

test('of two organisations that opened one framework or one item, the first to publish it is read, whichever is older', async () => {
  world.setToday('2026-11-17', '11:00')
  await publishes(chidi, id(1), 'In the words of Other House')
  world.setToday('2026-11-17', '12:00')
  await publishes(dana, id(1), 'In the words of Larkfield')
  await publishes(dana, id(2), 'Larkfield was first')
  world.setToday('2026-11-17', '13:00')
  await publishes(chidi, id(2), 'Other House came later')
  assert.equal((await ask(`/CFDocuments/${id(1)}`)).body.title, 'In the words of Other House')
  assert.equal((await ask(`/CFDocuments/${id(2)}`)).body.title, 'Larkfield was first')
  assert.equal((await ask(`/CFItems/${id(9)}`)).body.fullStatement, 'In the words of Other House')
  const { body } = await ask('/CFDocuments?sort=title')
  assert.deepEqual(
    (body.CFDocuments as { title: string }[]).map(({ title }) => title),
    ['In the words of Other House', 'Larkfield was first'],
  )
})

test('whose words are not the ones read at a shared address is told so on the page; the other is not', async () => {
  const { frameworkId } = await world.inOrg(frameworkInForce)
  const page = async (who: Character) => (await who.session.get(paths.framework(frameworkId))).text
  assert.match(await page(chidi), /Only your organisation reads it/)
  for (const who of [dana, chidi])
    await world.house.db.inOrg(who.actor.orgId, (tx) => setPublic(tx, who.actor, frameworkId, true))
  assert.match(await page(dana), /Anybody may read it/)
  assert.doesNotMatch(await page(dana), /another organisation/)
  assert.match(await page(chidi), /Its addresses answer in another organisation’s words/)
  assert.doesNotMatch(await page(chidi), /Anybody may read it/)
})

test('links that are found only by making them are looked for by a few at a time: the others are asked to come again', async () => {
  const unknown = `/CFAssociations/${id(7).replace('-4000-', '-3000-')}`
  const asked = await world.inOrg(async (tx) => {
    await sql`lock table goldthread.crosswalk in access exclusive mode`.execute(tx.db)
    const all = Array.from({ length: 12 }, () => ask(unknown))
    let turnedAway = 0
    await new Promise<void>((four) => {
      for (const one of all)
        one.then(() => {
          turnedAway++
          if (turnedAway === 4) four()
        })
    })
    return all
  })
  const statuses = (await Promise.all(asked)).map(({ status }) => status).toSorted()
  assert.deepEqual(statuses, [...Array(8).fill(404), ...Array(4).fill(429)])
})
