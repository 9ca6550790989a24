import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Character, openWorld, type Page, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import {
  addItem,
  beginDraft,
  frameworkInForce,
  listVersionsOf,
  publishDraft,
  readPackage,
  retireItem,
} from './frameworks.ts'

const SHARED = fileURLToPath(new URL('../../../../shared/data/interop/case/frameworks/', import.meta.url))

let world: World
let dana: Character
before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Reyes', standing: 'administrator' })
})

const TODAY = '2026-11-17'
const id = (number: number) => `d1000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const exported = async (frameworkId: string, format: string) => {
  const [newest] = await world.inOrg((tx) => listVersionsOf(tx, frameworkId))
  return (await dana.session.get(paths.frameworkExport(frameworkId, newest?.version ?? '', format))).html
}

const offered = (text: string, name = 'again.csv'): Promise<Page> =>
  dana.session.post(paths.frameworkImport, { file: new File([text], name), address: '', format: '' })

const keep = async (text: string, name = 'again.json') => dana.session.post((await offered(text, name)).path)

const actionIn = ({ html }: Page) =>
  (/action="([^"]*import\/file[^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')

/** Loads a plain list as the next version of a framework, once the page has shown it as that. */
async function listed(text: string, onto: string, title: string): Promise<{ shown: Page; kept: Page }> {
  const named = { title, publisher: '', onto }
  const first = await offered(text)
  const shown = await dana.session.post(actionIn(first), { do: 'read', ...named })
  return { shown, kept: await dana.session.post(actionIn(shown), { do: 'load', ...named }) }
}

const at = '2026-01-01T00:00:00+00:00'
const linked = (number: number, type: string, from: number, to: number | Record<string, unknown>) => ({
  identifier: id(number),
  uri: `https://far.example/${number}`,
  lastChangeDateTime: at,
  associationType: type,
  originNodeURI: { title: String(from), identifier: id(from), uri: `https://far.example/${from}` },
  destinationNodeURI:
    typeof to === 'number' ? { title: String(to), identifier: id(to), uri: `https://far.example/${to}` } : to,
})

/** A framework of a publisher who gives it no version: two skills under a strand, each linked to what lies elsewhere. */
const FAR = JSON.stringify({
  CFDocument: {
    identifier: id(1),
    uri: 'https://far.example/1',
    creator: 'Far Council',
    lastChangeDateTime: at,
    title: 'Far framework',
    notes: 'Kept as it came',
  },
  CFItems: [
    { identifier: id(2), fullStatement: 'Strand', humanCodingScheme: 'A', CFItemType: 'Strand' },
    {
      identifier: id(3),
      fullStatement: ' Listens to the end\r\nof the sentence',
      abbreviatedStatement: 'Listens',
      humanCodingScheme: 'A.1',
      CFItemType: 'Skill standard',
    },
    { identifier: id(4), fullStatement: 'Answers in time', humanCodingScheme: 'A.2', educationLevel: ['09'] },
  ].map((item) => ({ uri: `https://far.example/${item.identifier}`, lastChangeDateTime: at, ...item })),
  CFAssociations: [
    linked(11, 'isChildOf', 2, 1),
    linked(12, 'isChildOf', 3, 2),
    linked(13, 'isChildOf', 4, 2),
    linked(14, 'precedes', 3, 4),
    linked(15, 'isRelatedTo', 4, {
      title: 'Far away',
      identifier: 'S1',
      uri: 'https://x.example/S1',
      targetType: 'ext:sector',
    }),
  ],
  CFDefinitions: {
    CFItemTypes: [
      {
        identifier: id(20),
        uri: 'https://far.example/20',
        title: 'Skill standard',
        hierarchyCode: '1',
        lastChangeDateTime: at,
      },
    ],
  },
})

test('the framework in force, exported as CASE, as Moodle’s CSV or as a plain list and imported again, says the same already', async () => {
  const { frameworkId, title, version } = await world.inOrg(frameworkInForce)
  const same = new RegExp(`Nothing was added: version ${version} says the same already`)
  assert.match((await keep(await exported(frameworkId, 'case'))).text, same)
  assert.match((await keep(await exported(frameworkId, 'moodle-csv'), 'moodle.csv')).text, same)
  assert.match((await listed(await exported(frameworkId, 'csv'), frameworkId, title)).kept.text, same)
})

test('a publisher’s framework without a version goes out without one, and says the same already by every way back', async () => {
  assert.match((await keep(FAR)).text, /Version 2026-1 is in the library/)
  const whole = JSON.parse(await exported(id(1), 'case'))
  assert.equal('version' in whole.CFDocument, false)
  const same = /Nothing was added: version 2026-1 says the same already/
  assert.match((await keep(await exported(id(1), 'case'))).text, same)
  assert.match((await keep(await exported(id(1), 'moodle-csv'), 'moodle.csv')).text, same)
  assert.match((await listed(await exported(id(1), 'csv'), id(1), 'Far framework')).kept.text, same)
})

test('a list that words one criterion anew and leaves another out changes these alone, and says before what is gone', async () => {
  const before = await world.inOrg((tx) => readPackage(tx, id(1)))
  const { shown, kept } = await listed(
    'Code,Statement\nA,Strand\nA.1,Hears people out\n',
    id(1),
    'Far framework',
  )
  assert.match(shown.text, /1 item is gone: in use before and not in the list, A\.2 “Answers in time”/)
  assert.match(kept.text, /Version 2026-2 is in the library, with 2 items/)
  const now = await world.inOrg((tx) => readPackage(tx, id(1)))
  assert.deepEqual(now?.definitions, before?.definitions)
  assert.deepEqual([now?.publisher, now?.rest.notes], ['Far Council', 'Kept as it came'])
  assert.deepEqual(now?.items[1], { ...before?.items[1], statement: 'Hears people out' })
  assert.deepEqual(
    now?.associations.map(({ associationId }) => associationId),
    [id(11), id(12)],
    'links of what is gone go with it',
  )
  assert.match(await exported(id(1), 'case'), /"version":"2026-2"/, 'a version made here has its name')
})

test('a file of Moodle’s that words a competency in force anew keeps its levels, marks and words, and the preview says so', async () => {
  const { frameworkId, version } = await world.inOrg(frameworkInForce)
  const before = await world.inOrg((tx) => readPackage(tx, frameworkId))
  const legal = before?.items.find((item) => item.legal && item.levels.length === 5 && item.words.length > 0)
  const gone = before?.items.findLast((item) => item.levels.length === 5 && !item.legal)
  assert.ok(legal && gone)
  const text = (await exported(frameworkId, 'moodle-csv'))
    .replace(`"${legal.statement}"`, '"Keeps what customers say to itself"')
    .split('\r\n')
    .filter((line) => !line.includes(gone.itemId))
    .join('\r\n')
  const preview = await offered(text)
  assert.match(preview.text, /says nothing of levels.*: what version .* says of them stays/)
  assert.match(preview.text, new RegExp(`1 item is gone: it is in version ${version} and not in the file`))
  assert.match((await dana.session.post(preview.path)).text, /Version 2026-\d is in the library/)
  const now = await world.inOrg((tx) => readPackage(tx, frameworkId))
  assert.equal(now?.publisher, before?.publisher)
  assert.deepEqual(
    now?.items.find(({ itemId }) => itemId === legal.itemId),
    { ...legal, statement: 'Keeps what customers say to itself' },
  )
  assert.ok(!now?.items.some(({ itemId }) => itemId === gone.itemId))
})

test('what Dana retired stays retired, with what replaces it, when a list or Moodle’s file comes back without it', async () => {
  const frameworkId = id(1)
  const fields = { kind: 'skill' as const, title: '', soft: false, legal: false, words: [], levels: [] }
  await world.inOrg(async (tx) => {
    const add = async (code: string, statement: string) => {
      const added = await addItem(tx, dana.actor, {
        frameworkId,
        parentId: id(2),
        fields: { ...fields, code, statement },
      })
      return added.ok ? added.value : ''
    }
    const publish = () => publishDraft(tx, dana.actor, { frameworkId, because: 'Last year’s words' }, TODAY)
    await beginDraft(tx, dana.actor, { frameworkId })
    const old = await add('A.3', 'Rings back')
    await publish()
    await beginDraft(tx, dana.actor, { frameworkId })
    const replacedBy = await add('A.4', 'Rings back within a day')
    assert.ok((await retireItem(tx, dana.actor, { frameworkId, itemId: old, replacedBy })).ok)
    assert.ok((await publish()).ok)
  })
  const before = await world.inOrg((tx) => readPackage(tx, frameworkId))
  assert.ok(before?.items.some(({ retired, replacedBy }) => retired && replacedBy))
  const text = await exported(frameworkId, 'csv')
  assert.doesNotMatch(text, /"Rings back"/)
  const same = /Nothing was added/
  assert.match((await listed(text, frameworkId, 'Far framework')).kept.text, same)
  assert.match((await keep(await exported(frameworkId, 'moodle-csv'), 'moodle.csv')).text, same)
  const longer = text.replace('"Rings back within a day"', '"Rings back within an hour"')
  assert.match((await listed(longer, frameworkId, 'Far framework')).kept.text, /is in the library/)
  const now = await world.inOrg((tx) => readPackage(tx, frameworkId))
  assert.deepEqual(
    now?.items.filter(({ retired }) => retired),
    before?.items.filter(({ retired }) => retired),
  )
  assert.deepEqual(
    now?.associations.filter(({ type }) => type === 'replacedBy'),
    before?.associations.filter(({ type }) => type === 'replacedBy'),
  )
})

test('every real framework that was exported and comes back says the same already', async (t) => {
  if (!existsSync(SHARED)) return t.skip('shared data is not here')
  for (const name of readdirSync(SHARED)) {
    const text = readFileSync(`${SHARED}${name}`, 'utf8')
    const { CFDocument } = JSON.parse(text) as { CFDocument?: { identifier: string; version?: string } }
    if (!CFDocument) continue
    await keep(text, name)
    const back = await exported(CFDocument.identifier, 'case')
    assert.equal(JSON.parse(back).CFDocument.version || undefined, CFDocument.version || undefined, name)
    assert.match((await keep(back, name)).text, /Nothing was added/, name)
    assert.match(
      (await keep(await exported(CFDocument.identifier, 'moodle-csv'), 'm.csv')).text,
      /Nothing was added/,
      name,
    )
  }
})
