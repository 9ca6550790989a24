import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openKeys } from './keys.ts'

let folder: string

before(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'goldthread-keys-')), 'keys')
})
after(() => rm(join(folder, '..'), { recursive: true, force: true }))

test('a lasting key is made once, found again by another process, and readable to its owner alone', async () => {
  const key = await openKeys(folder).lasting('links')
  assert.equal(key.length, 32)
  assert.deepEqual(await openKeys(folder).lasting('links'), key)
  const other = await openKeys(folder).lasting('pseudonyms')
  assert.notDeepEqual(other, key)
  const { mode } = await stat(join(folder, 'lasting', 'links'))
  assert.equal(mode & 0o777, 0o600)
})

test('of two that make a key at once both get the same one, and nothing half made is left', async () => {
  const made = await Promise.all(
    Array.from({ length: 8 }, () => openKeys(folder).make('larkfield', 'round-1')),
  )
  assert.equal(new Set(made.map((key) => key.toString('hex'))).size, 1)
  assert.deepEqual(await readdir(join(folder, 'larkfield')), ['round-1'])
})

test('a destroyed key is gone, and making it again makes another', async () => {
  const keys = openKeys(folder)
  const first = await keys.make('larkfield', 'round-2')
  assert.deepEqual(await keys.find('larkfield', 'round-2'), first)
  await keys.destroy('larkfield', 'round-2')
  await keys.destroy('larkfield', 'round-2')
  assert.equal(await keys.find('larkfield', 'round-2'), null)
  assert.notDeepEqual(await keys.make('larkfield', 'round-2'), first)
})

test('sets and their keys are listed; lasting keys are none of them', async () => {
  const keys = openKeys(folder)
  await keys.lasting('links')
  await keys.make('quayside', 'round-9')
  assert.ok((await keys.sets()).includes('quayside'))
  assert.ok(!(await keys.sets()).includes('lasting'))
  assert.deepEqual(
    (await keys.list('quayside')).map(({ name }) => name),
    ['round-9'],
  )
  assert.deepEqual(await keys.list('nobody'), [])
})

test('a file that is no key is not taken for one, and a name cannot leave the folder', async () => {
  const keys = openKeys(folder)
  await keys.make('larkfield', 'round-3')
  await writeFile(join(folder, 'larkfield', 'round-3'), 'short')
  await assert.rejects(keys.find('larkfield', 'round-3'), /is no key/)
  for (const name of ['../links', 'a/b', '', '.'])
    await assert.rejects(async () => keys.find('larkfield', name), /plain name/)
  assert.equal((await readFile(join(folder, 'larkfield', 'round-3'))).toString(), 'short')
})
