import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import writeExcelFile from 'write-excel-file/node'
import { makeZip } from '../../../test/crafted-files.ts'
import { escoTables, onetTables, type Tables } from '../../../test/occupation-tables.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { OrgTx } from '../../shell/db.ts'
import { paths } from '../paths.ts'
import { startJobs } from './jobs.ts'
import { importOccupations, loadDownload } from './loading.ts'
import { findOccupation, listOccupations, loadPack, relatedTo, type Scheme, skillsOf } from './occupations.ts'
import { listReleases } from './store/releases.ts'

let world: World
let dana: Character
let amara: Character
let folder: string

before(async () => {
  world = await openWorld({ today: '2026-11-22' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate' })
  await startJobs(world.house)
  folder = await mkdtemp(join(tmpdir(), 'goldthread-occupations-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const csv = (rows: string[][]) => rows.map((row) => row.map(quoted).join(',')).join('\n')
const tabs = (rows: string[][]) => rows.map((row) => row.join('\t')).join('\r\n')

/** Writes tables as files of one kind into a folder of their own. */
async function laid(name: string, tables: Tables, ending: 'txt' | 'csv'): Promise<string> {
  const at = join(folder, name)
  await mkdir(at, { recursive: true })
  for (const [table, rows] of Object.entries(tables))
    await writeFile(join(at, `${table}.${ending}`), ending === 'txt' ? tabs(rows) : csv(rows))
  return at
}

const load = (scheme: Scheme, path: string, version: string | null = null) =>
  importOccupations(world.house, world.orgId, dana.actor, { scheme, at: { path }, version })
const inOrg = <T>(work: (tx: OrgTx) => Promise<T>) => world.inOrg(work)
const all = async (scheme: Scheme) =>
  (await inOrg((tx) => listOccupations(tx, { scheme, limit: 100, offset: 0 }))).found

/** The report of a download that was handed in, once it is loaded or refused. */
async function afterwards({ path }: { path: string }) {
  await loadDownload(world.house, { orgId: world.orgId, loadId: path.split('/').at(-1) ?? '' })
  return dana.session.get(path)
}

async function loaded(scheme: Scheme, path: string, version: string | null = null) {
  const outcome = await load(scheme, path, version)
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

test('O*NET’s text tables load once: again, and as spreadsheets, they change nothing', async () => {
  const text = await laid('db_30_1_text', onetTables(), 'txt')
  const first = await loaded('onet', text)
  assert.deepEqual([first.version, first.occupations, first.changed], ['30.1', 3, 0])
  const again = await loaded('onet', text)
  assert.deepEqual([again.added, again.changed], [0, 0])
  const laidAsSheets = async (at: string, tables: Tables) => {
    await mkdir(at)
    for (const [name, [head = [], ...rows]] of Object.entries(tables)) await laySheet(at, name, head, rows)
  }
  /** As O*NET lays them: one sheet, which has the table's name, cut where a spreadsheet takes no longer one. */
  const laySheet = async (at: string, name: string, head: string[], rows: string[][]) => {
    const cells = [head, ...rows].map((row, at) =>
      row.map((cell) =>
        at > 0 && /^-?\d+(\.\d+)?$/.test(cell)
          ? { type: Number, value: Number(cell) }
          : { type: String, value: cell },
      ),
    )
    const sheet = name.slice(0, 31)
    await writeFile(join(at, `${name}.xlsx`), await writeExcelFile(cells, { sheet }).toBuffer())
  }
  const sheets = join(folder, 'db_30_1_excel')
  await laidAsSheets(sheets, onetTables())
  const broken = onetTables()
  const [, , wrong = []] = broken.Skills ?? []
  wrong[4] = '9.5'
  await laidAsSheets(join(folder, 'broken_excel'), broken)
  const refused = await load('onet', join(folder, 'broken_excel'), '99.8')
  assert.match(
    (!refused.ok && refused.refusals[0]?.message) || '',
    /^Skills\.xlsx, row 3, column “Data Value”: “9\.5” is no figure/,
  )
  const fromSheets = await loaded('onet', sheets)
  assert.deepEqual([fromSheets.version, fromSheets.added, fromSheets.changed], ['30.1', 0, 0])
  const [adviser] = (await all('onet')).filter(({ code }) => code === '43-9901.00')
  assert.ok(adviser)
  assert.deepEqual(adviser.alternatives, ['Help Line Adviser'])
  assert.equal(adviser.jobZone, 2)
  const [listening, quiet] = await inOrg((tx) => skillsOf(tx, adviser.occupationId))
  assert.deepEqual(
    [listening?.title, listening?.importance, listening?.level, listening?.anchors.map(({ value }) => value)],
    ['Listening Closely', 4.12, 3.5, [2, 6]],
  )
  assert.equal(quiet?.level, null, 'a level that is not relevant is none')
  assert.deepEqual(
    (await inOrg((tx) => relatedTo(tx, adviser.occupationId))).map(({ occupation, tier }) => [
      occupation.title,
      tier,
    ]),
    [
      ['Team Leaders of Help Lines', 'Primary-Short'],
      ['43-9903.00', 'Supplemental'],
    ],
  )
  const shown = await amara.session.get(paths.occupation(adviser.occupationId))
  assert.match(
    shown.text,
    /Level 2: Hear that somebody is upset \(nearest to this occupation\) Level 6: Hear what/,
  )
  assert.match(shown.text, /To attend to what callers say/)
  assert.match(shown.text, /O\*NET 30\.1 Database/)
})

test('a newer version is kept beside the older and takes its place in views, whichever is loaded last', async () => {
  const newer = onetTables()
  newer['Occupation Data'] =
    newer['Occupation Data']?.map((row) =>
      row[0] === '43-9901.00' ? ['43-9901.00', 'Helpline Guides', row[2] ?? ''] : row,
    ) ?? []
  await loaded('onet', await laid('later', newer, 'txt'), '31.0')
  await loaded('onet', await laid('earlier', onetTables(), 'txt'), '29.9')
  assert.deepEqual(
    (await inOrg(listReleases))
      .map(({ scheme, version, shown }) => [scheme, version, shown])
      .filter(([s]) => s === 'onet'),
    [
      ['onet', '31.0', true],
      ['onet', '30.1', false],
      ['onet', '29.9', false],
    ],
  )
  assert.deepEqual(
    (await all('onet')).map(({ title }) => title),
    ['Directors of Help Lines', 'Helpline Guides', 'Team Leaders of Help Lines'],
  )
})

test('ESCO’s CSV tables load out of a zip, by the page, behind it, with progress and a report', async () => {
  const tables = Object.entries(escoTables()).map(([name, rows]) => ({
    name: `ESCO dataset - v9.1.0 - classification - en - csv/${name}.csv`,
    content: `\ufeff${csv(rows)}`,
  }))
  const zip = makeZip(tables)
  const file = new File([new Uint8Array(zip)], 'ESCO dataset - v9.1.0 - classification - en - csv.zip')
  const waits = await dana.session.post(paths.occupationLoading, { scheme: 'esco', version: '', file })
  assert.match(waits.text, /Waits to be loaded|Rows/)
  const report = await afterwards(waits)
  assert.match(report.text, /Version ESCO 9\.1\.0 Occupations 3/)
  const agent = (await all('esco')).find(({ title }) => title === 'help line agent')
  assert.ok(agent)
  assert.deepEqual(agent.alternatives, ['agent at a help line', 'help line adviser'])
  assert.equal(agent.group, 'Contact centre salespersons')
  assert.match(agent.description, /^Help line agents, by telephone,\n?\s*answer/)
  const near = await inOrg((tx) => relatedTo(tx, agent.occupationId))
  assert.deepEqual(
    near.map(({ occupation, tier }) => [occupation.title, tier]),
    [
      ['night help line agent', 'narrower'],
      ['help line supervisor', 'shared skills'],
    ],
  )
  assert.match(near[1]?.why ?? '', /shares 1 of its 2 essential skills/)
})

test('a label without an address takes it from the download of the same version, with what asked for it', async () => {
  await inOrg((tx) => loadPack(tx, null, 'contact-centre'))
  const agent = (await inOrg((tx) => listOccupations(tx, { about: '', limit: 1, offset: 0 }))).found
  assert.ok(agent.length > 0)
  const uri = 'http://data.europa.eu/esco/occupation/0ededdc2-050a-4ec3-8e70-6295105fcd19'
  const skill = 'http://data.europa.eu/esco/skill/11111111-2222-4333-8444-555555555555'
  const tables = {
    occupations_en: [
      ['conceptUri', 'preferredLabel', 'iscoGroup', 'code'],
      [uri, 'call centre agent', '5244', '5244.1'],
    ],
    skills_en: [
      ['conceptUri', 'preferredLabel', 'skillType'],
      [skill, 'carry out active selling', 'skill/competence'],
    ],
  }
  await loaded('esco', await laid('esco-1.2.0-part', tables, 'csv'), '1.2.0')
  const known = await inOrg(async (tx) => {
    const rows = await tx.db
      .selectFrom('occupation_skill as s')
      .innerJoin('occupation_ask as a', (on) =>
        on
          .onRef('a.skill_id', '=', 's.skill_id')
          .onRef('a.version', '=', 's.version')
          .onRef('a.org_id', '=', 's.org_id'),
      )
      .select(['s.uri', 'a.relation'])
      .where('s.title', '=', 'carry out active selling')
      .execute()
    return rows
  })
  assert.ok(known.length > 1)
  assert.deepEqual([...new Set(known.map((row) => row.uri))], [skill])
  assert.deepEqual(
    await inOrg((tx) => loadPack(tx, null, 'contact-centre')),
    { ok: true, value: 0 },
    'the pack finds the address by its label, and adds no second one',
  )
})

test('what is wrong is named by file, row and column, and nothing of it is loaded', async () => {
  const before = await inOrg(listReleases)
  const broken = async (name: string, change: (tables: Tables) => void, scheme: Scheme = 'onet') => {
    const tables: Tables = scheme === 'onet' ? onetTables() : escoTables()
    change(tables)
    const outcome = await load(scheme, await laid(name, tables, scheme === 'onet' ? 'txt' : 'csv'), '99.9')
    assert.ok(!outcome.ok, name)
    return outcome.refusals.map(({ message }) => message).join('\n')
  }
  const cell = (rows: string[][] | undefined, row: number, column: number, value: string) => {
    const line = rows?.[row]
    assert.ok(line)
    line[column] = value
  }
  assert.match(
    await broken('rating', ({ Skills }) => cell(Skills, 1, 4, '9.5')),
    /^Skills\.txt, row 2, column “Data Value”: “9\.5” is no figure from 1 to 5\./,
  )
  assert.match(
    await broken('code', (tables) => cell(tables['Occupation Data'], 2, 0, '43-99')),
    /^Occupation Data\.txt, row 3, column “O\*NET-SOC Code”: “43-99” is no O\*NET-SOC code/,
  )
  assert.match(
    await broken('heading', ({ Skills }) => cell(Skills, 0, 1, 'Element')),
    /^Skills\.txt: there is no column “Element ID”\. Its headings are “O\*NET-SOC Code”, “Element”/,
  )
  assert.match(
    await broken('none', (tables) => delete tables['Occupation Data']),
    /no table “Occupation Data”/,
  )
  assert.match(
    await broken('relation', (tables) => cell(tables.occupationSkillRelations_en, 2, 1, 'useful'), 'esco'),
    /^occupationSkillRelations_en\.csv, row 3, column “relationType”: “useful” is neither essential nor optional/,
  )
  assert.match(
    await broken('address', (tables) => cell(tables.occupations_en, 1, 1, 'javascript:alert(1)'), 'esco'),
    /^occupations_en\.csv, row 2, column “conceptUri”: .* no address that begins with http:\/\/data\.europa\.eu/,
  )
  const many = await broken('many', ({ Skills }) => {
    for (const row of Skills?.slice(1) ?? []) row[4] = 'n/a'
    Skills?.push(...Array.from({ length: 20 }, () => ['43-9901.00', '9.A', 'x', 'IM', 'n/a', '', '']))
  })
  assert.match(many, /\d+ more rows have such faults\.$/)
  const odd = await laid('odd', onetTables(), 'txt')
  await writeFile(join(odd, 'Skills.txt'), Buffer.from([0x41, 0x09, 0xff, 0xfe, 0x0a]))
  const outcome = await load('onet', odd, '99.9')
  assert.match(outcome.ok ? '' : (outcome.refusals[0]?.message ?? ''), /^Skills\.txt: It is not UTF-8 text/)
  const nameless = await load('onet', await laid('nameless', onetTables(), 'txt'))
  assert.match(nameless.ok ? '' : (nameless.refusals[0]?.message ?? ''), /do not say which version of O\*NET/)
  const nowhere = await load('esco', join(folder, 'nowhere'))
  assert.match(nowhere.ok ? '' : (nowhere.refusals[0]?.message ?? ''), /There is nothing at/)
  assert.deepEqual(await inOrg(listReleases), before)
})

test('a zip that is none, or a file of another kind, is refused by the page in plain words', async () => {
  const post = (file: File, fields = {}) =>
    dana.session.post(paths.occupationLoading, { scheme: 'onet', file, ...fields })
  assert.match((await post(new File(['x'], 'onet.pdf'))).text, /is no zip, CSV, text or xlsx file/)
  assert.match((await post(new File(['x'], 'onet.zip'), { version: 'new' })).text, /written like 29\.2/)
  assert.match(
    (await dana.session.post(paths.occupationLoading, {})).text,
    /Say which classification.*Choose the download/,
  )
  const report = await afterwards(await post(new File(['x'], 'onet.zip')))
  assert.match(report.text, /Nothing of it was loaded\..*no zip file that can be opened/)
})

const SHARED = fileURLToPath(new URL('../../../../shared/data/interop/', import.meta.url))

test('the subsets at hand load: 15 O*NET occupations with anchors, 22 of ESCO with 571 relations', async (t) => {
  if (!existsSync(SHARED)) return t.skip('shared data is not here')
  const onet = await loaded('onet', join(SHARED, 'onet-29.2'))
  assert.deepEqual([onet.version, onet.occupations, onet.skills, onet.warnings], ['29.2', 15, 84, []])
  const esco = await loaded('esco', join(SHARED, 'esco-1.2.0'))
  assert.deepEqual([esco.version, esco.occupations, esco.relations, esco.warnings], ['1.2.0', 22, 571, []])
  for (const [scheme, path] of [
    ['onet', join(SHARED, 'onet-29.2')],
    ['esco', join(SHARED, 'esco-1.2.0')],
  ] as const) {
    const again = await loaded(scheme, path)
    assert.deepEqual([again.added, again.changed], [0, 0], scheme)
  }
  assert.ok(await inOrg((tx) => findOccupation(tx, '258c7409-60f6-88eb-a7ef-c557d13d6476')))
})
