import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { findDraft, frameworkInForce, keepPackage, listCompetencies } from './frameworks.ts'
import type { FrameworkPackage, Item } from './rules/item.ts'

let world: World
let dana: Character
let amara: Character
let frameworkId = ''

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Ellis', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor', job: 'Customer service adviser' })
  frameworkId = (await world.inOrg(frameworkInForce)).frameworkId
})

const draftItem = async (title: string) => {
  const draft = await world.inOrg((tx) => findDraft(tx, frameworkId))
  const item = draft?.items.find((each) => each.title === title)
  assert.ok(item, title)
  return item
}

const item = (number: number, fields: Partial<Item> = {}): Item => ({
  itemId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  parentId: null,
  attached: true,
  kind: 'skill',
  typeWords: '',
  code: `N${number}`,
  title: '',
  statement: `Statement number ${number}`,
  soft: false,
  legal: false,
  words: [],
  levels: [],
  retired: false,
  replacedBy: null,
  uri: null,
  rest: {},
  ...fields,
})

const national = (title: string, last: number, items: Item[]): FrameworkPackage => ({
  frameworkId: item(last).itemId,
  title,
  version: '1.1',
  publisher: 'Standards Office',
  uri: 'https://standards.example/ims/case/v1p1/CFDocuments/national',
  language: 'en',
  description: '',
  kind: 'competencies',
  rest: {},
  items,
  associations: [],
  definitions: [],
  source: { format: 'case', address: 'national.json', sha256: 'a'.repeat(64), readOn: '2026-11-03' },
})

const keep = async (pkg: FrameworkPackage) => {
  const kept = await world.inOrg((tx) => keepPackage(tx, dana.actor, pkg, world.today))
  assert.ok(kept.ok, JSON.stringify(kept))
}

test('the library says of each framework its version, publisher, items, where it is from, and which is in force', async () => {
  await keep(national('National skills', 900001, [item(1), item(2, { parentId: item(1).itemId })]))
  const { text } = await amara.session.get(paths.library)
  assert.match(text, /Goldthread customer service competencies .* 2026-1 18 Written here in force/)
  assert.match(
    text,
    /National skills Standards Office 1\.1 2 CASE file, 3 November 2026 national\.json in the library/,
  )
  assert.doesNotMatch(text, /Import a framework/)
  assert.match((await dana.session.get(paths.library)).text, /Import a framework/)
})

test('a page of a framework owes ESCO and O*NET their attribution, once each', async () => {
  const { text } = await amara.session.get(paths.framework(frameworkId))
  assert.equal(text.split('uses the ESCO classification').length, 2)
  assert.match(text, /O\*NET 29\.2 Database .* has not approved, endorsed, or tested/)
  const other = await amara.session.get(paths.framework(item(900001).itemId))
  assert.doesNotMatch(other.text, /ESCO|O\*NET/)
})

test('every framework and every item has an https address from the day it is made', async () => {
  const ours = await amara.session.get(paths.framework(frameworkId))
  assert.match(ours.text, new RegExp(`https://\\S+/ims/case/v1p1/CFDocuments/${frameworkId}`))
  const theirs = await amara.session.get(paths.framework(item(900001).itemId))
  assert.match(theirs.text, /https:\/\/standards\.example\/ims\/case\/v1p1\/CFDocuments\/national/)
  const [first] = await world.inOrg(listCompetencies)
  const { competencyId = '' } = first ?? {}
  const page = await amara.session.get(paths.competency(competencyId))
  assert.match(page.text, new RegExp(`https://\\S+/ims/case/v1p1/CFItems/${competencyId}`))
})

test('a version in the library and a draft show what each level of an item looks like, and its address', async () => {
  const [first] = await world.inOrg(listCompetencies)
  const { competencyId = '', levels = [] } = first ?? {}
  await dana.session.post(paths.draft(frameworkId))
  const library = await amara.session.get(paths.framework(frameworkId))
  const draft = await dana.session.get(paths.draft(frameworkId))
  for (const page of [library, draft]) {
    assert.match(page.text, /5 levels and address of CS-01/)
    for (const { level, label, anchor } of levels)
      assert.ok(page.text.includes(`${level}, ${label} ${anchor}`))
    assert.match(page.text, new RegExp(`https://\\S+/ims/case/v1p1/CFItems/${competencyId}`))
  }
  await dana.session.post(paths.draftEnd(frameworkId))
})

test('of 1,200 items a page shows 500, leads on to the others, and finds any by its words', async () => {
  const heads = Array.from({ length: 3 }, (_, at) => item(2001 + at, { kind: 'group' }))
  const leaves = Array.from({ length: 1200 }, (_, at) =>
    item(3001 + at, { parentId: heads[at % 3]?.itemId ?? null }),
  )
  await keep(national('A large one', 900002, [...heads, ...leaves]))
  const at = paths.framework(item(900002).itemId)
  const whole = await amara.session.get(at)
  assert.equal(whole.html.split('id="item-').length - 1, 500)
  assert.match(whole.text, /400 items under it/)
  const [, inside = ''] = /href="([^"]*\?at=[^"]*)"/.exec(whole.html) ?? []
  const part = await amara.session.get(inside)
  assert.match(part.text, /Under the whole framework › Statement number 200\d/)
  assert.equal(part.html.split('id="item-').length - 1, 400)
  const found = await amara.session.get(`${at}?about=number+4200`)
  assert.match(found.text, /1 of 1,203 items/)
  assert.match(found.text, /Statement number 4200/)
})

test('a version that a publisher calls by dots alone is numbered instead, so that it has an address', async () => {
  const dotted = { ...national('Dotted', 900003, [item(5)]), version: '..' }
  await keep(dotted)
  const at = paths.frameworkVersion(item(900003).itemId, '2026-1')
  assert.equal((await amara.session.get(at)).status, 200)
  const again = await world.inOrg((tx) => keepPackage(tx, dana.actor, dotted, world.today))
  assert.ok(again.ok && !again.value.kept)
})

test('only an administrator makes a framework public', async () => {
  const at = item(900001).itemId
  assert.equal((await amara.session.post(paths.frameworkSharing(at), { public: 'yes' })).status, 403)
  const open = await dana.session.post(paths.frameworkSharing(at), { public: 'yes' })
  assert.match(open.text, /Anybody may read it/)
  const closed = await dana.session.post(paths.frameworkSharing(at), { public: 'no' })
  assert.match(closed.text, /Only your organisation reads it/)
})

test('Dana moves everybody to the next version, after reading what changes, whom it touches, and saying why', async () => {
  await dana.session.post(paths.draft(frameworkId))
  const empathy = await draftItem('Empathy and rapport')
  const complaints = await draftItem('Handling complaints')
  const questions = await draftItem('Resolving at first contact')
  await dana.session.post(paths.draftItem(frameworkId, empathy.itemId), {
    kind: empathy.kind,
    code: empathy.code,
    title: empathy.title,
    statement: 'Hears what the customer feels, and says so.',
    soft: 'yes',
    revision: String(empathy.revision),
  })
  await dana.session.post(paths.draftRetirement(frameworkId, complaints.itemId), {
    revision: String(complaints.revision),
    replacedBy: questions.itemId,
  })
  const dots = await dana.session.post(paths.draftPublishing(frameworkId), { version: '..', because: 'X' })
  assert.match(dots.text, /Put a letter or a figure in the name/)
  await dana.session.post(paths.draftPublishing(frameworkId), {
    version: '2027 spring',
    because: 'Complaints are everybody’s work now.',
  })
  const at = paths.frameworkMoving(frameworkId, '2027 spring')
  assert.equal((await amara.session.get(at)).status, 403)
  const page = await dana.session.get(at)
  assert.match(
    page.html,
    /<del>.*You notice how a customer feels.*<\/del>.*<ins>.*Hears what the customer feels, and says so\.<\/ins>/,
  )
  assert.match(
    page.text,
    /CS-07 “Handling complaints” .*What it teaches is passed on\. CS-06 “Resolving at first contact”/,
  )
  assert.match(page.text, /Empathy and rapport: worded anew.* Customer service adviser/)
  const inForce = /name="from" value="([^"]*)"/.exec(page.html)?.[1] ?? ''
  const silent = await dana.session.post(at, { from: inForce, because: '' })
  assert.equal(silent.status, 422)
  assert.match(silent.text, /Say in a sentence why/)
  const stale = await dana.session.post(at, { from: `${frameworkId} 2025-1`, because: 'It is spring.' })
  assert.equal(stale.status, 409)
  assert.match(stale.html, /It is spring\.<\/textarea>/)
  const moved = await dana.session.post(at, { from: inForce, because: 'It is spring.' })
  assert.match(moved.text, /Everybody is moved\. Version 2027 spring is in force/)
  assert.equal((await world.inOrg(listCompetencies)).length, 17)
  const story = await amara.session.get(paths.competency(empathy.itemId))
  assert.match(
    story.text,
    /2027 spring 17 November 2026, Dana Ellis\. Changed: what it says, levels and words that suggest it/,
  )
  assert.match(story.html, /<ins>.*Hears what the customer feels, and says so\.<\/ins>/)
  assert.match(story.text, /2026-1/)
  assert.match(story.text, /Why: Complaints are everybody’s work now\./)
  const versions = await amara.session.get(paths.framework(frameworkId))
  assert.match(
    versions.text,
    /2027 spring Complaints are everybody’s work now\. Put in force on 17 November 2026: It is spring\./,
  )
  const instead = await amara.session.get(paths.competency(questions.itemId))
  assert.match(instead.text, /It replaces .*Handling complaints/)
})

test('any two versions are compared, whichever is the older', async () => {
  const there = await amara.session.get(paths.frameworkDifference(frameworkId, '2026-1', '2027 spring'))
  assert.match(there.text, /Removed or retired 1 item/)
  const back = await amara.session.get(paths.frameworkDifference(frameworkId, '2027 spring', '2026-1'))
  assert.match(back.text, /Added 1 item/)
  const none = await amara.session.get(paths.frameworkDifference(frameworkId, '2026-1', '2026-1'))
  assert.match(none.text, /The two say the same/)
  assert.equal(
    (await amara.session.get(paths.frameworkDifference(frameworkId, '2026-1', '1999'))).status,
    404,
  )
})

test('a framework, a version or a draft that is not there is not found', async () => {
  const nowhere = item(424242).itemId
  for (const path of [
    paths.framework(nowhere),
    paths.frameworkVersion(frameworkId, '1999'),
    paths.frameworkDifference(nowhere),
    paths.draft(nowhere),
    paths.draftItem(frameworkId, nowhere),
    paths.draftPublishing(nowhere),
    paths.frameworkMoving(frameworkId, '1999'),
  ])
    assert.equal((await dana.session.get(path)).status, 404, path)
})
