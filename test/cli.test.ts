import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { contactsOf } from '../seeds/contacts.ts'
import { telephoneCsv } from '../seeds/export.ts'
import { TELEPHONE } from '../seeds/larkfield.ts'
import { freshDatabase } from './world.ts'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

let database: Awaited<ReturnType<typeof freshDatabase>>
let folder: string

before(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'goldthread-cli-'))
})
after(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

type Ran = { code: number; out: string; err: string; documents: Record<string, unknown>[] }

/** Runs the built command line as a process of its own. */
function run(args: string[], options: { input?: string; url?: string; data?: string } = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      env: {
        ...process.env,
        DATABASE_URL: options.url ?? database.url,
        GOLDTHREAD_DATA: options.data ?? join(folder, 'data'),
      },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString()
    })
    child.stderr.on('data', (part: Buffer) => {
      err += part.toString()
    })
    child.on('close', (code) => {
      const documents = args.includes('--json')
        ? out
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line) as Record<string, unknown>)
        : []
      resolve({ code: code ?? -1, out, err, documents })
    })
    child.stdin.end(options.input ?? '')
  })
}

const calls = (people: number) =>
  telephoneCsv(
    contactsOf({
      ...TELEPHONE,
      from: '2025-01-06',
      to: '2025-05-04',
      people: TELEPHONE.people.slice(0, people),
    }),
  )

test('wrong usage says how, on standard error alone, and answers 2', async () => {
  for (const args of [[], ['nonsense'], ['measures', '--nonsense'], ['import', 'contacts']]) {
    const ran = await run(args)
    assert.equal(ran.code, 2, args.join(' '))
    assert.equal(ran.out, '')
    assert.match(ran.err, /goldthread/)
  }
})

test('what was given wrongly makes nothing: no organisation, no file', async () => {
  const empty = await freshDatabase()
  try {
    for (const args of [
      ['import', 'contacts'],
      ['import', 'contacts', join(folder, 'not-there.csv')],
    ]) {
      const ran = await run(args, { url: empty.url })
      assert.equal(ran.code, 2)
      assert.doesNotMatch(ran.err, /Made an organisation/)
    }
    assert.match((await run(['check', join(folder, 'not-there.txt')])).err, /There is no file/)
    const help = await run(['--help'])
    assert.deepEqual({ code: help.code, err: help.err }, { code: 0, err: '' })
  } finally {
    await empty.drop()
  }
})

test('a goal a line is checked without a database, and vague ones are no failure', async () => {
  const ran = await run(['check', '-', '--json'], {
    input: 'Get better at customers\n\n{"text":"Complete the complaints course by 31 March 2027"}\n',
    url: 'postgresql://nobody@127.0.0.1:1/none',
  })
  assert.equal(ran.code, 0)
  assert.deepEqual(
    ran.documents.map((document) => document.verdict),
    ['vague', 'smart'],
  )
  assert.deepEqual(Object.keys(ran.documents[0] ?? {}), ['text', 'letters', 'verdict', 'advice'])
  const letters = ran.documents[1]?.letters as Record<
    string,
    { found: boolean; because: string; spans: [number, number][] } | null
  >
  assert.deepEqual(Object.keys(letters), ['S', 'M', 'A', 'R', 'T'])
  assert.equal(letters.A, null)
  assert.deepEqual(Object.keys(letters.T ?? {}), ['found', 'because', 'spans'])
})

test('on an empty installation an import makes the organisation; rows add up; the same file again changes nothing', async () => {
  const file = join(folder, 'calls.csv')
  await writeFile(file, calls(3))
  const dry = await run(['import', 'contacts', file, '--dry-run', '--json'])
  assert.equal(dry.code, 0, dry.err)
  const first = await run(['import', 'contacts', file, '--json'])
  assert.equal(first.code, 0, first.err)
  const counts = first.documents[0] as Record<string, number>
  assert.deepEqual(Object.keys(counts), [
    'read',
    'accepted',
    'rejected',
    'duplicates',
    'contacts',
    'rejectsFile',
  ])
  assert.equal((counts.accepted ?? 0) + (counts.rejected ?? 0) + (counts.duplicates ?? 0), counts.read)
  assert.ok((counts.contacts ?? 0) > 500)
  const again = await run(['import', 'contacts', file, '--json'])
  assert.equal(again.code, 0, again.err)
  assert.equal(again.documents[0]?.accepted, 0)
})

test('measures come a line per person, measure and period, with every field', async () => {
  const ran = await run(['measures', '--measure', 'csat', '--json'])
  assert.equal(ran.code, 0, ran.err)
  assert.deepEqual(
    new Set(ran.documents.map((document) => document.person)),
    new Set(TELEPHONE.people.slice(0, 3).map((person) => person.name)),
  )
  assert.deepEqual(Object.keys(ran.documents[0] ?? {}), [
    'person',
    'measure',
    'definition',
    'version',
    'from',
    'to',
    'numerator',
    'denominator',
    'n',
    'value',
    'unit',
    'p90',
    'low',
    'high',
    'verdict',
    'provisional',
  ])
  const weeks = await run([
    'measures',
    '--measure',
    'csat',
    '--person',
    'Priya Nair',
    '--by',
    'week',
    '--json',
  ])
  assert.ok(weeks.documents.length >= 16)
  assert.ok(weeks.documents.every((document) => document.person === 'Priya Nair'))
  assert.equal((await run(['measures', '--person', 'Nobody Here', '--json'])).code === 0, false)
})

test('an export whose date order nothing proves is not loaded: exit 2, naming the key to give', async () => {
  const file = join(folder, 'unproved.csv')
  await writeFile(
    file,
    'id,agent,date,resolved\n1,Amara Okafor,01/02/2025,Y\n2,Amara Okafor,03/04/2025,N\n3,Amara Okafor,05/06/2025,Y\n',
  )
  const asked = await run(['import', 'contacts', file, '--json'])
  assert.equal(asked.code, 2)
  assert.match(asked.err, /dateOrder/)
  const mapping = join(folder, 'mapping.json')
  await writeFile(mapping, JSON.stringify({ dateOrder: 'dmy' }))
  const loaded = await run(['import', 'contacts', file, '--mapping', mapping, '--json'])
  assert.equal(loaded.code, 0, loaded.err)
  assert.equal(loaded.documents[0]?.accepted, 3)
})

test('a person’s content of the history is erased by name, and the chain is still true', async () => {
  const nobody = await run(['history', 'erase', 'Nobody', 'Here', '--json'])
  assert.deepEqual({ code: nobody.code, out: nobody.out }, { code: 2, out: '' })
  const erased = await run(['history', 'erase', 'Administrator', '--json'])
  assert.equal(erased.code, 0, erased.err)
  assert.ok(Number(erased.documents[0]?.erased) > 0)
  assert.equal((await run(['history', 'verify', '--json'])).documents[0]?.ok, true)
})

test('a history that was tampered with answers 1 and names the entry', async () => {
  const fine = await run(['history', 'verify', '--json'])
  assert.deepEqual({ code: fine.code, ok: fine.documents[0]?.ok }, { code: 0, ok: true })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`update goldthread.history_entry set kind = 'people.invented' where seq = 2`)
  const broken = await run(['history', 'verify', '--json'])
  assert.deepEqual(
    { code: broken.code, documents: broken.documents },
    { code: 1, documents: [{ ok: false, firstBroken: 2 }] },
  )
  await client.query(`delete from goldthread.history_entry where seq = 2`)
  await client.end()
})

test('a backup restores into an empty installation, whole, and into no other', async () => {
  const file = join(folder, 'backup.gz')
  const made = await run(['backup', file, '--json'])
  assert.equal(made.code, 0, made.err)
  const empty = await freshDatabase()
  try {
    const restored = await run(['restore', file, '--json'], { url: empty.url, data: join(folder, 'other') })
    assert.equal(restored.code, 0, restored.err)
    assert.equal(restored.documents[0]?.rows, made.documents[0]?.rows)
    const [before, afterwards] = await Promise.all([
      run(['measures', '--json']),
      run(['measures', '--json'], { url: empty.url, data: join(folder, 'other') }),
    ])
    assert.equal(afterwards.out, before.out)
    const twice = await run(['restore', file], { url: empty.url, data: join(folder, 'other') })
    assert.equal(twice.code, 1)
    assert.match(twice.err, /already holds/)
  } finally {
    await empty.drop()
  }
})

test('a backup cut off in the middle is refused before anything is touched', async () => {
  const file = join(folder, 'backup.gz')
  const cut = join(folder, 'cut.gz')
  await writeFile(cut, (await readFile(file)).subarray(0, 20_000))
  const refused = await run(['restore', cut])
  assert.equal(refused.code, 1)
  assert.match(refused.err, /not a backup that can be read|cut off/)
})
