import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type Character, openWorld, type Page, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { listLibrary, readPackage } from './frameworks.ts'

let world: World
let dana: Character
let amara: Character

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor' })
})

const LIST =
  'Ref;Says;Stands under;Novice;Expert\n' +
  'D;Desk;;;\n' +
  'D1;Greets whoever comes;D;Is reminded;Shows others how\n' +
  'D2;Writes down what was promised;D;;\n'

const csv = (text: string, name = 'Front desk.csv') => new File([text], name, { type: 'text/csv' })

/** Chooses a file, and answers the page that shows how it is read with the address of its form. */
async function chosen(file: File): Promise<{ page: Page; action: string }> {
  const page = await dana.session.post(paths.frameworkImport, { file, format: '' })
  const [, action = ''] = /action="([^"]*import\/file[^"]*)"/.exec(page.html) ?? []
  return { page, action: action.replaceAll('&amp;', '&') }
}

test('Dana says which column holds the statements, sees the first rows as they will be kept, and keeps them', async () => {
  const { page, action } = await chosen(csv(LIST))
  assert.match(page.text, /Check how the file is read/)
  assert.match(page.text, /Which column says what a person knows, can do or does\?/)
  assert.doesNotMatch(page.text, /Load 3 rows/)
  const read = await dana.session.post(action, { do: 'read', 'which-statement': 'Says', title: 'Front desk' })
  assert.match(read.text, /The file was read again with these settings/)
  assert.match(read.text, /D1 D Skill Greets whoever comes 1 Novice, 5 Expert/)
  assert.match(read.text, /Load 3 rows/)
  const [, again = ''] = /action="([^"]*import\/file[^"]*)"/.exec(read.html) ?? []
  const kept = await dana.session.post(again.replaceAll('&amp;', '&'), {
    do: 'load',
    title: 'Front desk',
    publisher: 'Northgate',
    onto: '',
  })
  assert.match(kept.text, /Version 2026-1 is in the library, with 3 items/)
  const [entry] = (await world.inOrg(listLibrary)).filter(({ title }) => title === 'Front desk')
  assert.equal(entry?.source?.format, 'csv')
  assert.equal(entry?.source?.address, 'Front desk.csv')
})

test('the same list in other words becomes the next version of it: what has the same code stays the same item', async () => {
  const [entry] = (await world.inOrg(listLibrary)).filter(({ title }) => title === 'Front desk')
  assert.ok(entry)
  const first = await world.inOrg((tx) => readPackage(tx, entry.frameworkId))
  const { action } = await chosen(csv('Code,Statement\nD,Desk\nD1,Greets everybody who comes\n', 'next.csv'))
  const kept = await dana.session.post(action, {
    do: 'load',
    title: 'Front desk',
    publisher: 'Northgate',
    onto: entry.frameworkId,
  })
  assert.match(kept.text, /Version 2026-2 is in the library, with 2 items/)
  const second = await world.inOrg((tx) => readPackage(tx, entry.frameworkId))
  const idOf = (pkg: typeof first, wanted: string) => pkg?.items.find(({ code }) => code === wanted)?.itemId
  assert.equal(idOf(second, 'D1'), idOf(first, 'D1'))
  const before = first?.items.find(({ code }) => code === 'D1')
  assert.equal(before?.levels.length, 2)
  assert.deepEqual(
    second?.items.find(({ code }) => code === 'D1'),
    { ...before, statement: 'Greets everybody who comes' },
    'what the list has no column for, levels and place in the tree, stays as it was',
  )
})

test('rows that cannot be read are listed with why, and nothing of the file is kept', async () => {
  const before = (await world.inOrg(listLibrary)).length
  const { page, action } = await chosen(csv('Code,Statement,Kind\n1,One,Skill\n1,Again,Trick\n', 'bad.csv'))
  assert.match(page.text, /1 row cannot be read/)
  assert.match(page.text, /Line 3 “1 Again” “Trick” is no kind/)
  assert.match(page.text, /Line 3 “1 Again” Line 2 has “1” too/)
  assert.doesNotMatch(page.text, /Load 2 rows/)
  const forced = await dana.session.post(action, { do: 'load', title: 'Bad', publisher: '', onto: '' })
  assert.equal(forced.status, 422)
  assert.equal((await world.inOrg(listLibrary)).length, before)
})

test('a file in another encoding, one that is packed and one with an open quotation mark are told as that', async () => {
  const json = Buffer.from('\uFEFF{"CFDocument":{"title":"Front desk, and more"}}', 'utf16le')
  const told: [string, Uint8Array<ArrayBuffer>, RegExp][] = [
    ['UTF-16', json, /The file is not UTF-8, as CASE asks/],
    ['UTF-16 without a mark, the other way round', Buffer.from(json.subarray(2)).swap16(), /is not UTF-8/],
    ['gzip', gzipSync('{"CFDocument":{}}'), /This is a gzip file\. Unpack it, and choose the file inside/],
    ['open', Buffer.from('Code,Statement\n1,"One\n2,Two\n'), /Line 2 opens a quotation mark that is never/],
  ]
  for (const [name, bytes, words] of told)
    assert.match((await chosen(new File([bytes], 'desk.json'))).page.text, words, name)
})

test('two columns cannot be the same thing; what was typed is kept', async () => {
  const { action } = await chosen(csv('Code,Statement,Notes\n1,One,Aside\n'))
  const twice = await dana.session.post(action, {
    do: 'read',
    'column-2': 'statement',
    title: 'Typed by Dana',
  })
  assert.equal(twice.status, 422)
  assert.match(twice.text, /“Statement and Notes” cannot all be “Statement”/)
  assert.match(twice.html, /value="Typed by Dana"/)
})

test('a list put aside is not kept; Amara cannot import at all', async () => {
  const before = (await world.inOrg(listLibrary)).length
  const { action } = await chosen(csv('Code,Statement\n1,One\n'))
  const aside = await dana.session.post(action, { do: 'aside' })
  assert.match(aside.text, /is put aside\. Nothing of it was kept/)
  assert.equal((await world.inOrg(listLibrary)).length, before)
  assert.equal((await amara.session.get(paths.frameworkImport)).status, 403)
})

test('a framework of Moodle’s is known by its columns, kept, and exported again as Moodle’s and as a plain list', async () => {
  const text =
    'Parent ID number,ID number,Shortname,Description,Description format,Scale values,Scale configuration,Rule type,Rule outcome,Rule config,Is framework,Taxonomy\n' +
    ',Care,Care for customers,,1,"No,Yes","[{""scaleid"":""1""},{""id"":2,""scaledefault"":1,""proficient"":1}]",,,,1,\n' +
    ',1,Listens,,1,,,,0,,,\n' +
    '1,1.1,Lets people finish,"=Waits until the customer has finished",1,,,,0,,,\n'
  const preview = await dana.session.post(paths.frameworkImport, {
    file: csv(text, 'moodle.csv'),
    format: '',
  })
  assert.match(preview.text, /Care for customers/)
  const [, action = ''] = /action="([^"]*import\/file[^"]*)"/.exec(preview.html) ?? []
  assert.match((await dana.session.post(action.replaceAll('&amp;', '&'))).text, /with 2 items/)
  const [entry] = (await world.inOrg(listLibrary)).filter(({ title }) => title === 'Care for customers')
  assert.ok(entry)
  const moodle = await amara.session.get(
    paths.frameworkExport(entry.frameworkId, entry.version, 'moodle-csv'),
  )
  assert.match(moodle.headers.get('content-type') ?? '', /text\/csv/)
  const [head = '', , first = '', second = ''] = moodle.html.split('\r\n')
  assert.equal(head.split('","').length, 14)
  assert.match(first, /^"","1","Listens"/)
  assert.match(second, /^"1","1.1","Lets people finish","=Waits until/)
  const plain = await amara.session.get(paths.frameworkExport(entry.frameworkId, entry.version, 'csv'))
  assert.match(plain.html, /"1.1","1","Lets people finish","'=Waits until the customer has finished","skill"/)
})
