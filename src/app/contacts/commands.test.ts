import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { samples } from '../../../seeds/samples.ts'
import { addOrganisation, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import { UsageError } from '../command.ts'
import { listHistory } from '../history/history.ts'
import { findOrganisation } from '../people/people.ts'
import { commands } from './commands.ts'
import { listAgents, listContacts } from './contacts.ts'

const SHARED = new URL('../../../../shared/data/helpdesk/', import.meta.url)

let world: World
let folder: string
let orgId: Id
let organisations = 0

before(async () => {
  world = await openWorld({ today: '2026-11-17' })
  folder = await mkdtemp(join(tmpdir(), 'goldthread-cli-'))
})

after(() => rm(folder, { recursive: true, force: true }))

const newOrg = async () => {
  organisations += 1
  orgId = (await addOrganisation(world.house, `Centre ${organisations}`)).orgId
}

async function written(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

/** Runs the command as the shell would: its exit code, its answers, and what it said. */
async function run(...args: string[]): Promise<{ code: number; answer: unknown; said: string }> {
  const [command] = commands
  assert.ok(command)
  const { values, positionals } = parseArgs({ args, options: command.options, allowPositionals: true })
  const org = await world.house.db.inOrg(orgId, findOrganisation)
  assert.ok(org)
  const answers: unknown[] = []
  const said: string[] = []
  const context = {
    house: world.house,
    orgId,
    org,
    today: world.today,
    values: values as Record<string, string>,
    positionals,
    answer: (document: unknown) => answers.push(document),
    say: (line: string) => said.push(line),
  }
  try {
    const code = await command.run(context)
    return { code, answer: answers[0], said: said.join('\n') }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { code: 2, answer: undefined, said: error.message }
  }
}

test('the history says of what the command line imported that nobody of the organisation did', async () => {
  await newOrg()
  const file = await written('by-command.csv', samples()['helpdesk-tickets.csv'] ?? '')
  assert.equal((await run(file)).code, 0)
  const { batch, entries } = await world.house.db.inOrg(orgId, async (tx) => {
    const [loaded] = await tx.db.selectFrom('import_batch').selectAll().where('org_id', '=', orgId).execute()
    return { batch: loaded, entries: await listHistory(tx, { recordId: loaded?.batch_id }) }
  })
  assert.equal(batch?.made_by, null)
  assert.deepEqual(
    entries.map(({ kind, actorId }) => [kind, actorId]),
    [['contacts.imported', null]],
  )
})

const facts = () => world.house.db.inOrg(orgId, (tx) => listContacts(tx))

test('tickets spread over several rows count once; a repeated row is a duplicate, an impossible one is rejected', async () => {
  await newOrg()
  const text = samples()['helpdesk-tickets.csv'] ?? ''
  const rows = text.trimEnd().split('\r\n').slice(1)
  const file = await written('tickets.csv', text)
  const tickets = new Set(rows.map((row) => row.split(';')[0])).size - 1
  const { code, answer } = await run(file)
  assert.equal(code, 0)
  assert.deepEqual(answer, {
    read: rows.length,
    accepted: rows.length - 2,
    rejected: 1,
    duplicates: 1,
    contacts: tickets,
    rejectsFile: join(folder, 'tickets.rejected.csv'),
  })
  assert.equal((await facts()).length, tickets)
  const rejects = readFileSync(join(folder, 'tickets.rejected.csv'), 'utf8')
  assert.ok(
    rejects.includes(`"${rows.length + 1}","Opened 31/09/2025 10:15","September has 30 days"`),
    rejects,
  )
  const again = await run(file)
  assert.equal(again.code, 0)
  assert.deepEqual(again.answer, {
    read: rows.length,
    accepted: 0,
    rejected: 1,
    duplicates: rows.length - 1,
    contacts: 0,
    rejectsFile: join(folder, 'tickets.rejected.csv'),
  })
})

test('a file that mixes encodings loads nothing until somebody says how to read it', async () => {
  await newOrg()
  const bytes = Buffer.from(
    'id;agent;opened\n1;Ann\xe9;2026-10-13 10:00\n2;Ann\xc3\xa9;2026-10-14 10:00\n',
    'latin1',
  )
  const file = join(folder, 'mixed.csv')
  await writeFile(file, bytes)
  const asked = await run(file)
  assert.equal(asked.code, 2)
  assert.match(asked.said, /The key is "encoding"/)
  assert.match(asked.said, /\{"encoding":"windows-1252"\}: Windows-1252: reads “Anné”/)
  assert.deepEqual(await facts(), [])
  const mapping = await written('mixed.json', '{"encoding":"windows-1252"}')
  assert.equal((await run(file, '--mapping', mapping)).code, 0)
  assert.equal((await facts()).length, 2)
})

test('a dry run counts and loads nothing; agents appear under the name that the source gives', async () => {
  await newOrg()
  const file = await written('before.csv', samples()['telephone-before.csv'] ?? '')
  const dry = await run(file, '--dry-run')
  assert.equal(dry.code, 0)
  assert.deepEqual(await facts(), [])
  const real = await run(file)
  assert.deepEqual(real.answer, dry.answer)
  const tickets = await written('dry-tickets.csv', samples()['helpdesk-tickets.csv'] ?? '')
  const rejecting = await run(tickets, '--dry-run')
  const { rejectsFile } = rejecting.answer as { rejectsFile: string }
  assert.equal(rejectsFile, join(tmpdir(), 'dry-tickets.rejected.csv'))
  assert.match(readFileSync(rejectsFile, 'utf8'), /September has 30 days/)
  assert.ok(!existsSync(join(folder, 'dry-tickets.rejected.csv')), 'nothing is written beside the source')
  const agents = await world.house.db.inOrg(orgId, listAgents)
  assert.ok(agents.some(({ name, personId }) => name === 'Amara Okafor' && personId === null))
  const later = await run(await written('later.csv', samples()['telephone-three-months-later.csv'] ?? ''))
  assert.equal((later.answer as { rejected: number }).rejected, 0)
  assert.equal(later.code, 0)
})

test('what the data cannot prove stops the import with the key that answers it', async () => {
  await newOrg()
  const head = 'id,agent,date,time,answered,resolved,rating'
  for (const [name, text, key, answer] of [
    [
      'order.csv',
      `${head}\n1,Amara,03/04/2026,09:00,Y,Y,4\n2,Ben,05/04/2026,09:00,Y,Y,4\n`,
      'dateOrder',
      'dmy',
    ],
    ['grain.csv', `${head}\n1,Amara,13/04/2026,09:00,Y,Y,4\n1,Ben,14/04/2026,09:00,Y,N,4\n`, 'grain', 'row'],
    [
      'decimal.csv',
      `${head},handle time in seconds\n1,Amara,13/04/2026,09:00,Y,Y,4,"1,234"\n`,
      'decimal',
      '.',
    ],
  ] as const) {
    const file = await written(name, text)
    const asks = await run(file)
    assert.equal(asks.code, 2, name)
    assert.equal(asks.answer, undefined)
    assert.match(asks.said, new RegExp(`"${key}"`))
    const mapping = await written(`${name}.json`, JSON.stringify({ [key]: answer, name }))
    const done = await run(file, '--mapping', mapping)
    assert.equal(done.code, 0, done.said)
    assert.ok((done.answer as { accepted: number }).accepted > 0)
  }
})

test('what cannot be read is refused with 1, a wrong call with 2', async () => {
  await newOrg()
  const good = await written('good.csv', samples()['telephone-before.csv'] ?? '')
  for (const [text, says] of [
    ['', /The file is empty/],
    [Buffer.from([0x50, 0x4b, 0x03, 0x04, 9, 9]), /zip file with a \.csv name/],
    ['id,agent,date\n', /no rows below them/],
  ] as const) {
    const { code, said } = await run(await written('bad.csv', text))
    assert.equal(code, 1)
    assert.match(said, says)
  }
  for (const [args, says] of [
    [[], /Name one file/],
    [[join(folder, 'missing.csv')], /cannot be read/],
    [[good, '--mapping', good], /is not JSON/],
    [[good, '--mapping', await written('m.json', '{"dateOrdr":"dmy"}')], /dateOrdr/],
    [[good, '--mapping', await written('n.json', '{"dateOrder":"ydm"}')], /dateOrder/],
  ] as const) {
    const { code, said } = await run(...args)
    assert.equal(code, 2, String(says))
    assert.match(said, says)
  }
  assert.deepEqual(await facts(), [])
})

for (const [name, expected] of [
  ['call-center-5000.csv', { read: 5000, accepted: 5000, rejected: 0, duplicates: 0, contacts: 5000 }],
  ['glpi-pt-utf8bom-semicolon.csv', { read: 3568, contacts: 1315, rejected: 0 }],
] as const) {
  test(`${name} loads by the command line as an independent count finds it`, async (t) => {
    const path = new URL(name, SHARED)
    if (!existsSync(path)) return t.skip('shared data is not here')
    await newOrg()
    const copy = join(folder, name)
    await copyFile(fileURLToPath(path), copy)
    const { code, answer } = await run(copy)
    assert.equal(code, 0)
    const { rejectsFile, ...counts } = answer as Record<string, number | null>
    assert.equal(rejectsFile, null)
    assert.deepEqual({ ...counts, ...expected }, counts)
    assert.equal((counts.accepted ?? 0) + (counts.duplicates ?? 0), counts.read)
    const loaded = await facts()
    assert.equal(loaded.length, counts.contacts)
    const rated = loaded.filter(({ rating }) => rating !== null).length
    assert.equal(rated, name.startsWith('glpi') ? 14 : 4054)
    assert.equal(loaded.filter(({ answered }) => !answered).length, name.startsWith('glpi') ? 0 : 946)
    assert.equal((await run(copy)).code, 0)
    assert.deepEqual(await facts(), loaded, 'loading it again changes nothing')
    return undefined
  })
}
