import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { listHistory } from '../history/history.ts'
import {
  addItem,
  beginDraft,
  type Draft,
  diffOf,
  diffOfDraft,
  drawItems,
  dropDraft,
  findDraft,
  frameworkInForce,
  type ItemFields,
  listDrafts,
  listLibrary,
  listVersionsOf,
  moveItem,
  publishDraft,
  readPackage,
  restoreItem,
  retireItem,
  rewordItem,
  splitItem,
} from './frameworks.ts'

let world: World
let dana: Character
let efua: Character
let amara: Character

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  efua = await world.add({ name: 'Efua Asante', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor' })
})

const fields = (statement: string, parts: Partial<ItemFields> = {}): ItemFields => ({
  kind: 'skill',
  code: '',
  title: '',
  statement,
  soft: false,
  legal: false,
  words: [],
  levels: [],
  ...parts,
})

function value<T>(outcome: Outcome<T>): T {
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

const why = (outcome: Outcome<unknown>): string =>
  outcome.ok ? '' : outcome.refusals.map(({ field = '', message }) => `${field}: ${message}`).join(' ')

const draftOf = async (frameworkId: Id): Promise<Draft> => {
  const draft = await world.inOrg((tx) => findDraft(tx, frameworkId))
  assert.ok(draft)
  return draft
}

/** The draft as an indented list. */
const treeOf = async (frameworkId: Id): Promise<string> => {
  const { items } = await draftOf(frameworkId)
  const depth = (id: Id | null): number =>
    id === null ? 0 : 1 + depth(items.find(({ itemId }) => itemId === id)?.parentId ?? null)
  return items
    .map(
      ({ parentId, statement, retired }) => `${'>'.repeat(depth(parentId))}${statement}${retired ? '†' : ''}`,
    )
    .join(' ')
}

const add = (frameworkId: Id, statement: string, parentId: Id | null = null, afterId?: Id | null) =>
  world.inOrg(async (tx) =>
    value(await addItem(tx, dana.actor, { frameworkId, parentId, afterId, fields: fields(statement) })),
  )

const begin = (title: string) => world.inOrg(async (tx) => value(await beginDraft(tx, dana.actor, { title })))

const publish = (frameworkId: Id, because = 'It is agreed.', version?: string) =>
  world.inOrg((tx) => publishDraft(tx, dana.actor, { frameworkId, because, version }, world.today))

test('Dana writes a framework: items where she puts them, moved with what stands below, never below themselves', async () => {
  const id = await begin('Retail service')
  const [a, c] = [await add(id, 'A'), await add(id, 'C')]
  const b = await add(id, 'B', null, a)
  const a1 = await add(id, 'A1', a)
  await add(id, 'A0', a, null)
  assert.equal(await treeOf(id), 'A >A0 >A1 B C')
  const move = (itemId: Id, parentId: Id | null, afterId: Id | null) =>
    world.inOrg((tx) => moveItem(tx, dana.actor, { frameworkId: id, itemId, parentId, afterId }))
  value(await move(a, b, null))
  assert.equal(await treeOf(id), 'B >A >>A0 >>A1 C')
  value(await move(c, null, null))
  assert.equal(await treeOf(id), 'C B >A >>A0 >>A1')
  value(await move(a1, b, a))
  assert.equal(await treeOf(id), 'C B >A >>A0 >A1')
  assert.match(why(await move(b, a, null)), /parentId: “B” cannot stand under “A”, which stands below it/)
  assert.match(why(await move(b, b, null)), /“B” cannot stand under itself/)
  assert.match(why(await move(b, id, null)), /no longer in this draft/)
  assert.equal(await treeOf(id), 'C B >A >>A0 >A1')
})

test('what is typed wrong is refused field by field', async () => {
  const id = await begin('Refusals')
  const asked = fields('', { code: 'x'.repeat(101), levels: [{ level: 2, label: '', anchor: ' ' }] })
  const refused = await world.inOrg((tx) =>
    addItem(tx, dana.actor, { frameworkId: id, parentId: null, fields: asked }),
  )
  assert.deepEqual(refused.ok ? [] : refused.refusals.map(({ field }) => field), [
    'statement',
    'code',
    'anchor-2',
  ])
  assert.match(why(await world.inOrg((tx) => beginDraft(tx, dana.actor, { title: ' ' }))), /title: Give/)
})

test('of two who reword at once both keep what is theirs: other items both save, the same one tells who was first', async () => {
  const id = await begin('Two at once')
  const [a, b] = [await add(id, 'Listens'), await add(id, 'Writes')]
  const seen = await draftOf(id)
  const revisionOf = (itemId: Id) => seen.items.find((each) => each.itemId === itemId)?.revision ?? 0
  const reword = (who: Character, itemId: Id, statement: string) =>
    world.inOrg((tx) =>
      rewordItem(tx, who.actor, {
        frameworkId: id,
        itemId,
        revision: revisionOf(itemId),
        fields: fields(statement),
      }),
    )
  const [first, second] = await Promise.all([reword(dana, a, 'Listens well'), reword(efua, b, 'Writes well')])
  value(first)
  value(second)
  assert.equal(await treeOf(id), 'Listens well Writes well')
  const late = await reword(efua, a, 'Listens to all')
  assert.match(
    why(late),
    /revision: Dana Price changed “Listens well” on 17 November 2026 at 10:00\. What you typed is kept/,
  )
  assert.equal(await treeOf(id), 'Listens well Writes well')
  const stale = { frameworkId: id, itemId: a, revision: revisionOf(a) }
  assert.match(
    why(await world.inOrg((tx) => retireItem(tx, efua.actor, { ...stale, replacedBy: null }))),
    /revision/,
  )
  const into = [fields('One'), fields('Two')]
  assert.match(why(await world.inOrg((tx) => splitItem(tx, efua.actor, { ...stale, into }))), /revision/)
  const entries = await world.inOrg((tx) => listHistory(tx, { recordId: id }))
  assert.deepEqual(
    entries.map(({ kind }) => kind.replace('framework.draft-', '')),
    ['item-reworded', 'item-reworded', 'item-added', 'item-added', 'begun'],
  )
})

test('a next version begins from the newest, keeps identifiers, and is published once with what differs', async () => {
  const { frameworkId } = await world.inOrg(frameworkInForce)
  const before = await world.inOrg((tx) => readPackage(tx, frameworkId))
  assert.ok(before)
  value(await world.inOrg((tx) => beginDraft(tx, dana.actor, { frameworkId })))
  value(await world.inOrg((tx) => beginDraft(tx, efua.actor, { frameworkId })))
  assert.match(why(await publish(frameworkId)), /Nothing differs from version 2026-1/)
  const { items } = await draftOf(frameworkId)
  assert.deepEqual(
    items.map(({ itemId }) => itemId),
    before.items.map(({ itemId }) => itemId),
  )
  const [listening, coaching, writing, knowledge, organising] = items
  assert.ok(listening && coaching && writing && knowledge && organising)
  await world.inOrg(async (tx) => {
    const { revision, itemId } = listening
    const asked = { ...listening, statement: 'I listen, and say back what I heard.' }
    value(await rewordItem(tx, dana.actor, { frameworkId, itemId, revision, fields: asked }))
    const retired = { frameworkId, itemId: writing.itemId, replacedBy: knowledge.itemId }
    value(await retireItem(tx, dana.actor, retired))
  })
  const [first, second] = await world.inOrg(async (tx) =>
    value(
      await splitItem(tx, dana.actor, {
        frameworkId,
        itemId: coaching.itemId,
        into: [fields('Coaches'), fields('Gives feedback')],
      }),
    ),
  )
  assert.ok(first && second)
  const move = { frameworkId, itemId: organising.itemId, parentId: null, afterId: null }
  value(await world.inOrg((tx) => moveItem(tx, dana.actor, move)))
  const shown = await world.inOrg((tx) => diffOfDraft(tx, frameworkId))
  assert.match(
    why(await publish(frameworkId, ' ', '2026-1')),
    /because: .*version: There is a version 2026-1/,
  )
  assert.equal(value(await publish(frameworkId)), '2026-2')
  assert.equal(await world.inOrg((tx) => findDraft(tx, frameworkId)), null)
  assert.equal((await world.inOrg(frameworkInForce)).version, '2026-1')
  const diff = await world.inOrg((tx) =>
    diffOf(tx, { frameworkId, version: '2026-1' }, { frameworkId, version: '2026-2' }),
  )
  assert.deepEqual(diff, shown)
  assert.deepEqual(
    diff && {
      added: diff.added.map(({ itemId }) => itemId),
      reworded: diff.reworded.map(({ after, what }) => [after.itemId, what]),
      removed: diff.removed.map(({ item, replacedBy }) => [item.itemId, replacedBy.toSorted()]),
      moved: diff.moved.map(({ item, from, to }) => [item.itemId, from.place, to.place]),
      unchanged: diff.unchanged,
    },
    {
      added: [first, second],
      reworded: [[listening.itemId, ['statement']]],
      removed: [
        [coaching.itemId, [first, second].toSorted()],
        [writing.itemId, [knowledge.itemId]],
      ],
      moved: [[organising.itemId, 5, 1]],
      unchanged: 14,
    },
  )
  assert.deepEqual(await world.inOrg((tx) => readPackage(tx, frameworkId, '2026-1')), before)
  const after = await world.inOrg((tx) => readPackage(tx, frameworkId))
  const idsOf = (type: string, pkg = after) =>
    new Map(
      pkg?.associations.flatMap((each) =>
        each.type === type ? [[`${each.originId} ${each.destinationId}`, each.associationId]] : [],
      ),
    )
  const stayed = [...idsOf('isChildOf', before)].filter(([ends]) => idsOf('isChildOf').has(ends))
  assert.equal(stayed.length, 18)
  for (const [ends, id] of stayed) assert.equal(idsOf('isChildOf').get(ends), id)
  assert.deepEqual(
    [...idsOf('replacedBy').keys()].toSorted(),
    [
      ...[first, second].map((each) => `${coaching.itemId} ${each}`),
      `${writing.itemId} ${knowledge.itemId}`,
    ].toSorted(),
  )
})

test('what is brought back is no longer replaced, and what was never published leaves without a trace', async () => {
  const { frameworkId } = await world.inOrg(frameworkInForce)
  value(await world.inOrg((tx) => beginDraft(tx, dana.actor, { frameworkId })))
  const writing = (await draftOf(frameworkId)).items.find(({ retired, code }) => retired && code === 'CS-03')
  assert.ok(writing)
  const back = { frameworkId, itemId: writing.itemId }
  value(await world.inOrg((tx) => restoreItem(tx, dana.actor, back)))
  const group = await add(frameworkId, 'A heading')
  const below = await add(frameworkId, 'Stands below', group)
  const retire = (itemId: Id, replacedBy: Id | null = null) =>
    world.inOrg((tx) => retireItem(tx, dana.actor, { frameworkId, itemId, replacedBy }))
  assert.match(why(await retire(group)), /“Stands below” stands below it/)
  assert.match(why(await retire(below, below)), /replacedBy: Choose another item/)
  value(await retire(below))
  value(await retire(group))
  assert.ok(!(await draftOf(frameworkId)).items.some(({ itemId }) => itemId === group))
  assert.equal(value(await publish(frameworkId)), '2026-3')
  const now = await world.inOrg((tx) => readPackage(tx, frameworkId))
  assert.deepEqual(
    now?.associations.filter(({ type, originId }) => type === 'replacedBy' && originId === writing.itemId),
    [],
  )
  assert.ok(now?.items.some(({ itemId, retired }) => itemId === writing.itemId && !retired))
})

test('items drawn from another framework are copies with a link to where they come from, once each', async () => {
  const [source] = await world.inOrg(listLibrary)
  assert.ok(source)
  const { frameworkId } = source
  value(await world.inOrg((tx) => beginDraft(tx, dana.actor, { frameworkId })))
  const heading = await add(frameworkId, 'Heading')
  await add(frameworkId, 'First below', heading)
  await add(frameworkId, 'Second below', heading)
  const version = value(await publish(frameworkId))
  const pkg = await world.inOrg((tx) => readPackage(tx, frameworkId, version))
  const wanted = pkg?.items.filter(({ retired }) => !retired).slice(-4) ?? []
  const id = await begin('Drawn')
  await add(id, 'Our own')
  const from = { frameworkId, version }
  const draw = (itemIds: Id[]) =>
    world.inOrg((tx) => drawItems(tx, dana.actor, { frameworkId: id, from, itemIds }))
  const drawn = value(await draw(wanted.map(({ itemId }) => itemId)))
  assert.equal(drawn.length, 4)
  assert.equal(await treeOf(id), `Our own ${wanted[0]?.statement} Heading >First below >Second below`)
  assert.match(
    why(await draw(wanted.slice(0, 1).map(({ itemId }) => itemId))),
    /items: .* has been drawn already/,
  )
  assert.match(why(await draw([id])), /items: Choose items that/)
  assert.equal(value(await publish(id, 'Ours.', 'one')), 'one')
  const made = await world.inOrg((tx) => readPackage(tx, id))
  assert.deepEqual(
    made?.associations
      .filter(({ type }) => type === 'exactMatchOf')
      .map(({ originId, destinationId }) => [originId, destinationId])
      .toSorted(),
    drawn.map((itemId, at) => [itemId, wanted[at]?.itemId ?? '']).toSorted(),
  )
})

test('a draft can be thrown away; nobody but an administrator writes, begins or publishes one', async () => {
  const id = await begin('Thrown away')
  const item = await add(id, 'Listens')
  const all = await world.inOrg(async (tx) => [
    await beginDraft(tx, amara.actor, { title: 'Mine' }),
    await addItem(tx, amara.actor, { frameworkId: id, parentId: null, fields: fields('Mine') }),
    await rewordItem(tx, amara.actor, { frameworkId: id, itemId: item, revision: 1, fields: fields('Mine') }),
    await moveItem(tx, amara.actor, { frameworkId: id, itemId: item, parentId: null, afterId: null }),
    await retireItem(tx, amara.actor, { frameworkId: id, itemId: item, replacedBy: null }),
    await publishDraft(tx, amara.actor, { frameworkId: id, because: 'Mine' }, world.today),
    await dropDraft(tx, amara.actor, { frameworkId: id }),
  ])
  for (const outcome of all) assert.match(why(outcome), /Only an administrator/)
  assert.ok(
    (await world.inOrg(listDrafts)).some(({ frameworkId, items }) => frameworkId === id && items === 1),
  )
  value(await world.inOrg((tx) => dropDraft(tx, dana.actor, { frameworkId: id })))
  assert.equal(await world.inOrg((tx) => findDraft(tx, id)), null)
  assert.deepEqual(await world.inOrg((tx) => listVersionsOf(tx, id)), [])
  const gone = await world.inOrg((tx) =>
    addItem(tx, dana.actor, { frameworkId: id, parentId: null, fields: fields('Late') }),
  )
  assert.match(why(gone), /published or dropped/)
})
