import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { parseArgs } from 'node:util'
import { recordSamples } from '../../../seeds/records.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { UsageError } from '../command.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { findOrganisation } from '../people/people.ts'
import { commands } from './commands.ts'

let world: World
let folder: string
let amara: Character

before(async () => {
  world = await openWorld({ today: '2025-10-07' })
  amara = await world.add({ name: 'Amara Okafor' })
  folder = await mkdtemp(join(tmpdir(), 'goldthread-records-'))
})

after(() => rm(folder, { recursive: true, force: true }))

async function written(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

/** Runs a command as the shell would: its exit code, its answers, and what it said. */
async function run(words: string, ...args: string[]) {
  const command = commands.find((one) => one.words.join(' ') === words)
  assert.ok(command)
  const { values, positionals } = parseArgs({ args, options: command.options, allowPositionals: true })
  const org = await world.inOrg(findOrganisation)
  assert.ok(org)
  const answers: unknown[] = []
  const said: string[] = []
  const given = { values: values as Record<string, string>, positionals }
  try {
    await command.check?.(given)
    const code = await command.run({
      ...given,
      house: world.house,
      orgId: world.orgId,
      org,
      today: world.today,
      answer: (document: unknown) => answers.push(document),
      say: (line: string) => said.push(line),
    })
    return { code, answers, said: said.join('\n') }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { code: 2, answers, said: error.message }
  }
}

test('the complaints of the samples are imported once; the impossible row lies beside the file with its reason', async () => {
  const text = recordSamples()['records-complaints.csv'] ?? ''
  const file = await written('complaints.csv', text)
  const rows = text.trimEnd().split('\r\n').length - 1
  const rejectsFile = join(folder, 'complaints.rejected.csv')
  const tried = await run('import records', file, '--kind', 'complaint', '--dry-run')
  assert.deepEqual(
    tried.answers.map((one) => ({ ...(one as object), rejectsFile: '' })),
    [{ kind: 'complaint', read: rows, accepted: rows - 1, rejected: 1, duplicates: 0, rejectsFile: '' }],
  )
  const first = await run('import records', file, '--kind', 'complaint')
  assert.deepEqual(
    [first.code, first.answers],
    [0, [{ kind: 'complaint', read: rows, accepted: rows - 1, rejected: 1, duplicates: 0, rejectsFile }]],
    'the dry run loaded nothing',
  )
  assert.match(readFileSync(rejectsFile, 'utf8'), /September has 30 days/)
  const again = await run('import records', file, '--kind', 'complaint')
  assert.deepEqual(again.answers, [
    { kind: 'complaint', read: rows, accepted: 0, rejected: 1, duplicates: rows - 1, rejectsFile },
  ])
})

test('words are kept with --with-text alone', async () => {
  const file = await written(
    'praise.csv',
    'Id,Date,Adviser,Comment\n1,2025-07-08,Amara Okafor,Ring 01632 960114 and thank her\n',
  )
  await run('import records', file, '--kind', 'compliment')
  const words = () =>
    world.inOrg(async ({ db, orgId }) => {
      const rows = await db
        .selectFrom('evidence')
        .select('words')
        .where('org_id', '=', orgId)
        .where('kind', '=', 'compliment')
        .where('undone_on', 'is', null)
        .execute()
      return rows.map((row) => row.words)
    })
  assert.deepEqual(await words(), [''])
  await run('import records', file, '--kind', 'compliment', '--with-text')
  assert.deepEqual(await words(), ['Ring [phone] and thank her'])
})

test('wrong usage is told before anything is read', async () => {
  const file = await written('some.csv', 'Id,Date,Adviser\n1,2025-07-08,Amara Okafor\n')
  const codes = [
    await run('import records', file),
    await run('import records', file, '--kind', 'gossip'),
    await run('import records', '--kind', 'audit'),
    await run('import records', join(folder, 'none.csv'), '--kind', 'audit'),
    await run(
      'import records',
      file,
      '--kind',
      'audit',
      '--mapping',
      await written('m.json', '{"columns":{"Id":"telephone"}}'),
    ),
    await run('records'),
    await run('records', '--person', 'Nobody Here'),
    await run('records', '--person', 'Amara Okafor', '--from', 'May'),
  ]
  assert.deepEqual(
    codes.map(({ code }) => code),
    codes.map(() => 2),
  )
  assert.match(
    codes[1]?.said ?? '',
    /--kind is one of compliment\|complaint\|audit\|observation. gossip is none/,
  )
})

test('a question that only a person can answer loads nothing, and names the key', async () => {
  const file = await written('open.csv', 'Ref;Fault\n1;x\n2;y\n')
  const { code, said } = await run('import records', file, '--kind', 'complaint')
  assert.equal(code, 2)
  assert.match(said, /\{"columns":\{"Ref":"person"\}\}/)
  const mapping = await written('open.json', '{"columns":{"Ref":"person"},"dateOrder":"dmy"}')
  assert.equal((await run('import records', file, '--kind', 'complaint', '--mapping', mapping)).code, 2)
})

test('an empty file is refused in words', async () => {
  const { code, said } = await run('import records', await written('empty.csv', ''), '--kind', 'audit')
  assert.equal(code, 1)
  assert.match(said, /The file is empty/)
})

test('the rates of one person come as a line a kind', async () => {
  const { code, answers } = await run('records', '--person', 'Amara Okafor')
  assert.equal(code, 0)
  assert.deepEqual(
    answers.map((one) => (one as { kind: string }).kind),
    ['compliment', 'complaint'],
  )
})

test('what the command line imported says so, on Amara’s page of it and in the history, and names no administrator', async () => {
  const csv = 'Date,Agent,Text,ID\n2025-09-30,Amara Okafor,She stayed until it was mended,c-901\n'
  const file = await written('kind.csv', csv)
  assert.equal((await run('import records', file, '--kind', 'compliment', '--with-text')).code, 0)
  const kept = await world.inOrg((tx) =>
    tx.db.selectFrom('evidence').selectAll().where('words', 'like', 'She stayed%').executeTakeFirstOrThrow(),
  )
  assert.equal(kept.added_by, null)
  const page = await amara.session.get(paths.evidenceItem(amara.personId, kept.evidence_id))
  assert.match(page.text, /Added by The command line today/)
  assert.doesNotMatch(page.text, /First Administrator/)
  const entries = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }))
  const imported = entries.filter(({ kind }) => kind === 'evidence.records-kept')
  assert.ok(imported.length > 0)
  assert.ok(imported.every(({ actorId }) => actorId === null))
})

test('what nobody added has a record behind it: the database takes nothing else', async () => {
  const nobody = (behind: string | null) =>
    world.inOrg(async (tx) => {
      const row = await tx.db
        .selectFrom('evidence')
        .selectAll()
        .where('added_by', 'is', null)
        .executeTakeFirstOrThrow()
      const [evidence_id, detail, snapshot] = [tx.newId(), '{}', null]
      const { words_digest: _, ...whole } = row
      const copy = { ...whole, evidence_id, number: 9000, detail, snapshot, stands_behind: behind }
      await tx.db.insertInto('evidence').values(copy).execute()
      throw new Error('it is let in')
    })
  await assert.rejects(
    nobody(JSON.stringify({ as: 'record', name: 'The desk', relationship: 'record' })),
    /let in/,
  )
  for (const behind of [null, '{}', JSON.stringify({ as: 'witness', name: 'Ben', relationship: 'leader' })])
    await assert.rejects(nobody(behind), /evidence_added_by_somebody/, String(behind))
})
