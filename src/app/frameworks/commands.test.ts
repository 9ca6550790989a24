import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, mock, test } from 'node:test'
import { parseArgs } from 'node:util'
import { openWorld, type World } from '../../../test/world.ts'
import { UsageError } from '../command.ts'
import { findOrganisation } from '../people/people.ts'
import { commands } from './commands.ts'
import { frameworkInForce, listVersionsOf } from './frameworks.ts'

let world: World
let folder: string
before(async () => {
  world = await openWorld()
  await world.add({ name: 'Dana Reyes', standing: 'administrator' })
  folder = await mkdtemp(join(tmpdir(), 'goldthread-framework-'))
})
after(() => rm(folder, { recursive: true, force: true }))

/** Runs `framework NAME …` as the shell would: its exit code, answer, what it said, and what it wrote. */
async function run(name: string, ...args: string[]) {
  const command = commands.find(({ words }) => words[1] === name)
  assert.ok(command)
  const { values, positionals } = parseArgs({ args, options: command.options, allowPositionals: true })
  const org = await world.inOrg(findOrganisation)
  assert.ok(org)
  const answers: { document: unknown; words: string }[] = []
  const said: string[] = []
  const wrote: Uint8Array[] = []
  const write = mock.method(process.stdout, 'write', (bytes: Uint8Array, after?: () => void) => {
    wrote.push(bytes)
    after?.()
    return true
  })
  try {
    const given = { values: values as Record<string, string>, positionals }
    await command.check?.(given)
    const code = await command.run({
      ...given,
      house: world.house,
      orgId: world.orgId,
      org,
      today: world.today,
      answer: (document, words) => answers.push({ document, words }),
      say: (line) => said.push(line),
    })
    return {
      code,
      ...answers[0],
      said: said.join('\n'),
      wrote: Buffer.concat(wrote.filter((one) => typeof one !== 'string')).toString(),
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { code: 2, said: error.message, wrote: '' }
  } finally {
    write.mock.restore()
  }
}

const id = (number: number) => `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const far = (...says: string[]) => ({
  CFDocument: { identifier: id(1), title: 'Far framework', creator: 'Far Council' },
  CFItems: says.map((fullStatement, at) => ({ identifier: id(at + 2), fullStatement })),
})

async function written(name: string, body: unknown): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, typeof body === 'string' ? body : JSON.stringify(body))
  return path
}

test('a framework is imported from a file, exported as it came, and its versions are compared by their places', async () => {
  const first = await run('import', await written('one.json', far('Listens', 'Asks')), '--format', 'case')
  assert.equal(first.code, 0, first.said)
  assert.deepEqual(first.document, {
    id: id(1),
    title: 'Far framework',
    version: '2026-1',
    items: 2,
    warnings: ['2 items stand under nothing, not even the framework, and are kept so: “Listens” and “Asks”.'],
  })
  const second = await run('import', await written('two.json', far('Listens well', 'Asks', 'Repeats')))
  assert.equal((second.document as { version: string }).version, '2026-2')
  const diff = await run('diff', `${id(1)}@1`, `${id(1)}@2`)
  assert.match(
    diff.words ?? '',
    /\+ “Repeats”\n~ “Listens well”: statement\n1 added, 1 reworded, 0 removed, 0 moved, 1 unchanged\.$/,
  )
  for (const [named, items] of [
    [id(1), 3],
    [`${id(1)}@1`, 2],
    [`${id(1)}@2026-1`, 2],
  ] as const) {
    const exported = await run('export', named, '--format', 'case')
    assert.equal((JSON.parse(exported.wrote) as { CFItems: unknown[] }).CFItems.length, items, named)
  }
  const csv = await run('export', id(1), '--format', 'csv')
  assert.match(csv.wrote, /Repeats/)
  const again = await run('import', await written('two.json', far('Listens well', 'Asks', 'Repeats')))
  assert.match(again.words ?? '', /says the same already\. Nothing was added\./)
})

test('an import from the shell is nobody’s: neither history nor the version names an administrator', async () => {
  const entries = await world.inOrg((tx) =>
    tx.db.selectFrom('history_entry').select('actor_id').where('kind', '=', 'framework.imported').execute(),
  )
  assert.deepEqual([...new Set(entries.map(({ actor_id }) => actor_id))], [null])
  const versions = await world.inOrg((tx) => listVersionsOf(tx, id(1)))
  assert.deepEqual([...new Set(versions.map(({ madeByName }) => madeByName))], [''])
})

test('what cannot be done is said, with what there is', async () => {
  const ours = (await world.inOrg(frameworkInForce)).frameworkId
  assert.match(
    (await run('export', id(9))).said,
    new RegExp(`There is no framework ${id(9)}. There are:[^]*${ours}`),
  )
  assert.match((await run('export', `${ours}@7`)).said, /has no version 7\. It has 2026-1\./)
  assert.match((await run('export', `${ours}@0`)).said, /has no version 0/)
  assert.equal((await run('diff', ours)).code, 2)
  assert.match((await run('import', join(folder, 'nowhere.json'))).said, /There is no file/)
  assert.match((await run('export', ours, '--format', 'docx')).said, /There is no format docx/)
  const broken = await run('import', await written('bad.json', far('Listens').CFItems))
  assert.equal(broken.code, 1)
  assert.match(broken.said, /bad\.json: This is not a framework in CASE/)
  assert.match(
    (await run('import', 'http://far.example/x.json')).said,
    /Only addresses that begin with https/,
  )
})
