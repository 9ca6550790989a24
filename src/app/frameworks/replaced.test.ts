import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import {
  addItem,
  beginDraft,
  type DraftItem,
  findDraft,
  type ItemFields,
  moveItem,
  publishDraft,
  readPackage,
  restoreItem,
  retireItem,
  splitItem,
} from './frameworks.ts'

let world: World
let dana: Character

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
})

function value<T>(outcome: Outcome<T>): T {
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

const why = (outcome: Outcome<unknown>): string =>
  outcome.ok ? '' : outcome.refusals.map(({ message }) => message).join(' ')

const says = (statement: string): ItemFields => ({
  kind: 'skill',
  code: '',
  title: '',
  statement,
  soft: false,
  legal: false,
  words: [],
  levels: [],
})

/** A draft of Dana's, after a first version that holds what is named. */
async function drafted(title: string, ...published: string[]) {
  const frameworkId = await world.inOrg(async (tx) => value(await beginDraft(tx, dana.actor, { title })))
  const add = (statement: string, parentId: Id | null = null) =>
    world.inOrg(async (tx) =>
      value(await addItem(tx, dana.actor, { frameworkId, parentId, fields: says(statement) })),
    )
  const publish = () =>
    world.inOrg((tx) => publishDraft(tx, dana.actor, { frameworkId, because: 'It is agreed.' }, world.today))
  const ids: Id[] = []
  for (const statement of published) ids.push(await add(statement))
  value(await publish())
  value(await world.inOrg((tx) => beginDraft(tx, dana.actor, { frameworkId })))
  const retire = (itemId: Id, replacedBy: Id | null = null) =>
    world.inOrg((tx) => retireItem(tx, dana.actor, { frameworkId, itemId, replacedBy }))
  const items = async (): Promise<readonly DraftItem[]> =>
    (await world.inOrg((tx) => findDraft(tx, frameworkId)))?.items ?? []
  return { frameworkId, ids, add, publish, retire, items }
}

test('a retired item outlives the new heading that it stood under: it then stands where the heading stood', async () => {
  const { frameworkId, ids, add, publish, retire, items } = await drafted('Headings', 'Greets', 'Listens')
  const [greets = '', listens = ''] = ids
  const part = await add('A part')
  const heading = await add('A heading', part)
  const move = { frameworkId, itemId: greets, parentId: heading, afterId: null }
  value(await world.inOrg((tx) => moveItem(tx, dana.actor, move)))
  value(await retire(greets, listens))
  value(await retire(heading))
  assert.equal((await items()).find(({ itemId }) => itemId === greets)?.parentId, part)
  value(await retire(part))
  value(await publish())
  const now = await world.inOrg((tx) => readPackage(tx, frameworkId))
  assert.deepEqual(
    now?.items.map(({ itemId, parentId, retired }) => [itemId, parentId, retired]).toSorted(),
    [
      [greets, null, true],
      [listens, null, false],
    ].toSorted(),
  )
})

test('where what replaces an item is split in the same draft, its parts replace it', async () => {
  const { frameworkId, ids, add, publish, retire } = await drafted('Split at once', 'Settles and writes up')
  const [old = ''] = ids
  const fresh = await add('Settles, then writes up')
  value(await retire(old, fresh))
  const into = [says('Settles'), says('Writes up')]
  const parts = await world.inOrg(async (tx) =>
    value(await splitItem(tx, dana.actor, { frameworkId, itemId: fresh, into })),
  )
  value(await publish())
  const now = await world.inOrg((tx) => readPackage(tx, frameworkId))
  assert.equal(now?.items.find(({ itemId }) => itemId === old)?.replacedBy, parts[0])
  const replaced = now?.associations.filter(({ type }) => type === 'replacedBy')
  assert.deepEqual(
    replaced?.map(({ originId, destinationId }) => [originId, destinationId]).toSorted(),
    parts.map((part) => [old, part]).toSorted(),
  )
})

test('a new item that replaces another cannot be taken out before that one names something else', async () => {
  const { ids, add, retire, items } = await drafted('Serving', 'Greets')
  const [greets = ''] = ids
  const fresh = await add('Greets by name')
  value(await retire(greets, fresh))
  assert.match(why(await retire(fresh)), /“Greets” is replaced by it\. Name another replacement there first/)
  assert.ok((await items()).some(({ itemId }) => itemId === fresh))
})

test('an item is brought back only after the one that it stands under', async () => {
  const { frameworkId, ids, retire, items } = await drafted('Bringing back', 'A heading', 'Listens')
  const [heading = '', listens = ''] = ids
  const move = { frameworkId, itemId: listens, parentId: heading, afterId: null }
  value(await world.inOrg((tx) => moveItem(tx, dana.actor, move)))
  value(await retire(listens))
  value(await retire(heading))
  const restore = (itemId: Id) => world.inOrg((tx) => restoreItem(tx, dana.actor, { frameworkId, itemId }))
  assert.match(
    why(await restore(listens)),
    /“A heading”, which it stands under, is retired\. Bring that back/,
  )
  assert.ok((await items()).find(({ itemId }) => itemId === listens)?.retired)
  value(await restore(heading))
  value(await restore(listens))
  assert.ok((await items()).every(({ retired }) => !retired))
})
