import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { fc } from '../../../test/property.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { importFile, matchAgent } from '../contacts/contacts.ts'
import { paths } from '../paths.ts'
import { figureOf, figuresOf, peopleFigures } from './measures.ts'

const TODAY = '2026-11-17'
const NAMES = ['A Okafor', 'T Walsh', 'Quality desk']

let world: World
let dana: Character
let amara: Character
let tom: Character
const loaded: Id[] = []

before(async () => {
  world = await openWorld({ today: TODAY })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate' })
  tom = await world.add({ name: 'Tom Walsh', team: 'Northgate' })
})

/** Calls of a month, by turns of three names; which of them were solved, and what they scored, hangs on the seed. */
function calls(first: number, many: number, seed: number): string {
  const rows = Array.from({ length: many }, (_, index) => {
    const number = first + index
    const lot = (number * 7919 + seed * 104_729) % 97
    const day = String(1 + (number % 28)).padStart(2, '0')
    return `C${number},${NAMES[number % 3]},c${number % 11}@mail.example,${day}/10/2026,09:${String(number % 60).padStart(2, '0')}:00,Billing,Y,${lot % 3 === 0 ? 'N' : 'Y'},${1 + (lot % 5)}`
  })
  return ['call_id,agent,customer,date,time,topic,answered,resolved,satisfaction', ...rows, ''].join('\n')
}

async function importCalls(text: string): Promise<void> {
  const outcome = await importFile(world.house, world.orgId, null, {
    name: 'calls.csv',
    bytes: Buffer.from(text),
  })
  assert.ok(outcome.ok && outcome.value.kind === 'loaded' && outcome.value.batchId, JSON.stringify(outcome))
  loaded.push(outcome.value.batchId)
}

async function undo(which: number): Promise<void> {
  const [batchId] = loaded.splice(which % Math.max(1, loaded.length), 1)
  if (!batchId) return
  const page = await dana.session.post(paths.importUndoing(batchId))
  assert.equal(page.status, 200)
}

/** Says whose a name is, where it is known to a source. */
async function match(name: string, personId: Id | 'nobody' | null): Promise<void> {
  await world.inOrg(async (tx) => {
    const sources = await tx.db
      .selectFrom('contact_source')
      .select('source_id')
      .where('org_id', '=', tx.orgId)
      .execute()
    for (const { source_id: sourceId } of sources)
      await matchAgent(tx, dana.actor, { sourceId, name, personId })
  })
}

/** All that is shown of the two, as a page would read it. */
const shown = async (tx: OrgTx) => [
  await figuresOf(tx, amara.personId, TODAY),
  await figuresOf(tx, tom.personId, TODAY),
  await peopleFigures(tx, [amara.personId, tom.personId, ...NAMES], TODAY, 'fcr'),
]
const asKept = () => world.house.db.inOrg(world.orgId, shown, { readOnly: true })

const step = fc.oneof(
  fc.record({
    do: fc.constant('import' as const),
    first: fc.integer({ min: 1, max: 60 }),
    many: fc.integer({ min: 20, max: 60 }),
    seed: fc.nat(1000),
  }),
  fc.record({ do: fc.constant('undo' as const), which: fc.nat(9) }),
  fc.record({
    do: fc.constant('match' as const),
    name: fc.constantFrom(...NAMES),
    whose: fc.constantFrom('amara' as const, 'tom' as const, 'nobody' as const, 'open' as const),
  }),
)

test('figures that are kept are those counted anew, after any row of imports, undoings and matches', async () => {
  let different = 0
  let before = ''
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const one of steps) {
        if (one.do === 'import') await importCalls(calls(one.first, one.many, one.seed))
        else if (one.do === 'undo') await undo(one.which)
        else {
          const whose = { amara: amara.personId, tom: tom.personId, nobody: 'nobody', open: null } as const
          await match(one.name, whose[one.whose])
        }
        const fresh = await world.inOrg(shown)
        assert.deepEqual(await asKept(), fresh)
        assert.deepEqual(await asKept(), fresh, 'and again')
        const now = JSON.stringify(fresh)
        if (now !== before) different += 1
        before = now
      }
    }),
    { numRuns: 15 },
  )
  assert.ok(different > 5, 'the steps change what is shown')
})

test('contacts written past the import move what is kept as well', async () => {
  await importCalls(calls(500, 40, 1))
  await match('A Okafor', amara.personId)
  await asKept()
  await world.inOrg((tx) =>
    tx.db.updateTable('contact').set({ outcome: 'unsolved' }).where('org_id', '=', tx.orgId).execute(),
  )
  const fresh = await world.inOrg(shown)
  assert.deepEqual(await asKept(), fresh)
  const resolved = await world.inOrg((tx) => figureOf(tx, amara.personId, 'resolved', TODAY))
  assert.equal(resolved?.numerator, 0)
})

test('what one transaction wrote and did not keep is shown to nobody', async () => {
  const kept = await asKept()
  await assert.rejects(
    world.inOrg(async (tx) => {
      await tx.db.deleteFrom('contact').where('org_id', '=', tx.orgId).execute()
      assert.deepEqual((await shown(tx))[0], [])
      throw new Error('not kept')
    }),
  )
  assert.deepEqual(await asKept(), kept)
})
