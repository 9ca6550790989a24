import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type OrgTx, readTogether } from './db.ts'
import { forgetful, type Memory, remembering } from './remembering.ts'

const [amara, ben, chidi] = ['a', 'b', 'c']
const reading = (memory: Memory = new Map(), orgId = 'larkfield') => remembering(memory, orgId)

test('what is asked of several in one turn is read together, each once, whoever asks', async () => {
  const asked: string[][] = []
  const read = async (ids: string[]) => {
    asked.push([...ids])
    return new Map(ids.filter((id) => id !== chidi).map((id) => [id, `of ${id}`]))
  }
  const tx = reading()
  const each = (id: string) => tx.each('needs', id, read)
  assert.deepEqual(await Promise.all([each(amara), each(ben), each(amara), each(chidi)]), [
    'of a',
    'of b',
    'of a',
    undefined,
  ])
  assert.equal(await each(ben), 'of b')
  assert.deepEqual(asked, [[amara, ben, chidi]])
})

test('those who go on from one answer to the next stay together', async () => {
  let reads = 0
  const read = async (ids: string[]) => {
    reads += 1
    return new Map(ids.map((id) => [id, id]))
  }
  const tx = reading()
  await Promise.all(
    [amara, ben, chidi].map(async (id) => {
      await tx.each('plan', id, read)
      await tx.each('needs', id, read)
    }),
  )
  assert.equal(reads, 2)
})

test('a reading that fails fails for everybody who asked, and no later one waits for it', async () => {
  const tx = reading()
  const fail = () => Promise.reject(new Error('no connection'))
  const both = await Promise.allSettled([tx.each('needs', amara, fail), tx.each('needs', ben, fail)])
  assert.deepEqual(
    both.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  assert.equal(await tx.each('needs', chidi, async (ids) => new Map(ids.map((id) => [id, 1]))), 1)
})

test('a transaction that writes reads anew each time', async () => {
  let reads = 0
  const read = async (ids: string[]) => {
    reads += 1
    return new Map(ids.map((id) => [id, reads]))
  }
  assert.equal(await forgetful.each('needs', amara, read), 1)
  assert.equal(await forgetful.each('needs', amara, read), 2)
  let counts = 0
  const count = async () => ++counts
  await forgetful.kept('figures', 'monday', count)
  assert.equal(await forgetful.kept('figures', 'monday', count), 2)
})

test('what was read is kept as long as its stamp stands, for its organisation alone', async () => {
  const memory: Memory = new Map()
  let reads = 0
  const read = async () => ++reads
  assert.equal(await reading(memory).kept('figures', 'monday', read), 1)
  assert.equal(await reading(memory).kept('figures', 'monday', read), 1)
  assert.equal(await reading(memory, 'quayside').kept('figures', 'monday', read), 2)
  assert.equal(await reading(memory).kept('figures', 'tuesday', read), 3)
  assert.equal(await reading(memory).kept('figures', 'monday', read), 4, 'one answer is kept of each name')
})

test('the answers asked for last are kept, and no more than 500', async () => {
  const memory: Memory = new Map()
  const tx = reading(memory)
  for (let n = 0; n < 600; n++) {
    await tx.kept(`figures ${n}`, 'monday', async () => n)
    await tx.kept('figures 0', 'monday', async () => 'read again')
  }
  assert.equal(memory.size, 500)
  assert.equal(await tx.kept('figures 0', 'monday', async () => 'read again'), 0)
  assert.equal(await tx.kept('figures 1', 'monday', async () => 'read again'), 'read again')
})

test('a transaction that may write reads many together where it says so, and each time what stands by then', async () => {
  const plans = new Map([
    [amara, 'first'],
    [ben, 'first'],
  ])
  let reads = 0
  const read = async () => {
    reads += 1
    return new Map(plans)
  }
  const tx = { orgId: 'larkfield', ...forgetful } as OrgTx
  const both = (one: OrgTx) => Promise.all([amara, ben].map((id) => one.each('plan', id, read)))
  assert.deepEqual(await readTogether(tx, both), ['first', 'first'])
  assert.equal(reads, 1)
  plans.set(ben, 'second')
  assert.deepEqual(await readTogether(tx, both), ['first', 'second'])
  await both(tx)
  assert.equal(reads, 4, 'by itself it reads each anew')
})
