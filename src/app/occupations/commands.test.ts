import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { parseArgs } from 'node:util'
import { onetTables } from '../../../test/occupation-tables.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { UsageError } from '../command.ts'
import { findOrganisation } from '../people/people.ts'
import { commands } from './commands.ts'

let world: World
let folder: string

before(async () => {
  world = await openWorld({ today: '2026-11-22' })
  folder = await mkdtemp(join(tmpdir(), 'goldthread-onet-30.1-'))
  for (const [name, rows] of Object.entries(onetTables()))
    await writeFile(join(folder, `${name}.txt`), rows.map((row) => row.join('\t')).join('\n'))
})
after(() => rm(folder, { recursive: true, force: true }))

/** Runs a command as the shell would: its exit code, its answer, and what it said. */
async function run(words: string, ...args: string[]) {
  const command = commands.find((one) => one.words.join(' ') === words)
  assert.ok(command)
  const { values, positionals } = parseArgs({ args, options: command.options, allowPositionals: true })
  const org = await world.inOrg(findOrganisation)
  assert.ok(org)
  const answers: { document: unknown; words: string }[] = []
  const said: string[] = []
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
  const [{ document, words: told } = { document: undefined, words: '' }] = answers
  return { code, answer: document, words: told, said: said.join('\n') }
}

test('a download is loaded from the shell, with a document that says what came of it', async () => {
  const first = await run('roles import', 'onet', folder)
  assert.equal(first.code, 0, first.said)
  const { added, ...rest } = first.answer as { added: number }
  assert.ok(added > 10)
  assert.deepEqual(rest, {
    scheme: 'onet',
    version: '30.1',
    shown: '30.1',
    occupations: 3,
    skills: 2,
    relations: 5,
    changed: 0,
    warnings: [],
  })
  const again = (await run('roles import', 'onet', folder)).answer as { added: number; changed: number }
  assert.deepEqual([again.added, again.changed], [0, 0])
})

test('an older version is kept, and the answer says which one is shown', async () => {
  const older = await run('roles import', 'onet', folder, '--version', '28.3')
  assert.match(older.words, /^O\*NET 28\.3: .* It is kept; O\*NET 30\.1 is shown\.$/)
  assert.equal((older.answer as { shown: string }).shown, '30.1')
})

test('what is done from the shell is nobody’s: history names no administrator who never did it', async () => {
  await world.add({ name: 'Dana Price', standing: 'administrator' })
  await run('roles import', 'onet', folder, '--version', '28.2')
  const entries = await world.inOrg((tx) =>
    tx.db.selectFrom('history_entry').select('actor_id').where('kind', '=', 'occupations.imported').execute(),
  )
  assert.ok(entries.length >= 3)
  assert.deepEqual([...new Set(entries.map(({ actor_id }) => actor_id))], [null])
})

test('a folder that holds something else is refused with a reason, and nothing is loaded', async () => {
  const { code, said, answer } = await run('roles import', 'esco', folder)
  assert.equal(code, 1)
  assert.equal(answer, undefined)
  assert.match(said, /There is no table “occupations_en” in it/)
})

test('a pack is loaded by its name, and again nothing changes', async () => {
  const { rows } = (await run('roles pack', 'hospitality')).answer as { rows: number }
  assert.ok(rows > 100)
  assert.deepEqual((await run('roles pack', 'hospitality')).answer, { pack: 'hospitality', rows: 0 })
})

test('what was asked for wrongly is said before anything is opened', async () => {
  for (const [words, ...args] of [
    ['roles import', 'isco', folder],
    ['roles import', 'onet'],
    ['roles import', 'onet', join(folder, 'nothing')],
    ['roles import', 'onet', folder, '--version', 'new'],
    ['roles pack', 'airlines'],
  ] as const)
    await assert.rejects(run(words, ...args), UsageError, args.join(' '))
})
