import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import sharp from 'sharp'
import { makeDocx, makeFilm, makePdf } from '../../../test/crafted-files.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { findEvidence, listDrafts, listEvidence } from './evidence.ts'
import { attachFiles, forgetBytes, forgetGone, keepBytes } from './files.ts'
import { forgetHeldFiles } from './holding-files.ts'
import { startJobs } from './jobs.ts'

let world: World
let ben: Character
let amara: Character
let priya: Character

before(async () => {
  world = await openWorld()
  await startJobs(world.house)
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  priya = await world.add({ name: 'Priya Nair', team: 'Northgate', leader: 'Ben Hughes' })
})

const file = (name: string, content: string | Buffer) =>
  new File([new Uint8Array(Buffer.from(content))], name)
const hidden = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`name="${name}" value="([^"]+)"`, 'g'))].map((match) => match[1] ?? '')
const heldOf = (html: string) => ({
  'held-hash': hidden(html, 'held-hash'),
  'held-name': hidden(html, 'held-name').map((name) => name.replaceAll('&quot;', '"')),
  'held-sign': hidden(html, 'held-sign'),
})

type Fields = Record<string, string | string[] | File | File[]>
const add = (who: Character, fields: Fields) =>
  who.session.post(paths.evidence(who.personId), {
    text: 'The letter that I wrote after the call.',
    kind: 'work product',
    ...fields,
  })
const newest = async (who: Character) => {
  const [item] = await world.inOrg((tx) => listEvidence(tx, who.personId, { includePrivate: true }))
  assert.ok(item)
  return item
}
const bytesOf = async (hash: string) => {
  const bytes = await world.house.files.read(world.orgId, hash)
  return bytes && Buffer.from(bytes)
}

async function photo(side: number, colour: string): Promise<Buffer> {
  return sharp({ create: { width: side, height: side / 2, channels: 3, background: colour } })
    .withExif({
      IFD0: { Make: 'Telephone of Amara', ImageDescription: 'At Ms Whitlock’s house' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 26/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 7/1 39/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

test('an item holds several files, each kept by what it is', async () => {
  const saved = await add(amara, {
    file: [
      file('letter.pdf', makePdf('Dear customer')),
      file('notes.csv', 'a,b'),
      file('call.docx', makeDocx('Hello')),
    ],
  })
  assert.equal(saved.status, 200)
  const item = await newest(amara)
  assert.deepEqual(
    item.files.map(({ name }) => name),
    ['letter.pdf', 'notes.csv.txt', 'call.docx'],
  )
  assert.match(saved.text, /3 files/)
  for (const one of item.files) {
    const served = await ben.session.get(paths.evidenceFile(amara.personId, item.evidenceId, one.fileId))
    assert.equal(served.status, 200)
    assert.match(served.headers.get('content-disposition') ?? '', /^attachment/)
    assert.ok(
      (await priya.session.get(paths.evidenceFile(amara.personId, item.evidenceId, one.fileId))).status >=
        403,
    )
  }
})

test('a photo is kept upright and no larger than needed, without its place, its camera and what was written into it', async () => {
  const taken = await photo(4000, '#a33')
  assert.ok(taken.includes('Telephone of Amara'))
  assert.ok((await sharp(taken).metadata()).exif)
  await add(amara, { file: file('IMG_1.jpeg', taken) })
  const [kept] = (await newest(amara)).files
  const bytes = await bytesOf(kept?.hash ?? '')
  assert.ok(kept && bytes)
  const { exif, xmp, iptc, orientation, width, height } = await sharp(bytes).metadata()
  assert.deepEqual([exif, xmp, iptc, orientation], [undefined, undefined, undefined, undefined])
  assert.deepEqual([width, height], [1500, 3000])
  for (const word of ['Exif', 'Telephone', 'Whitlock', 'GPS']) assert.equal(bytes.includes(word), false, word)
  assert.equal(kept.size, bytes.length)
})

test('the same photo twice is the same file, so that a copy is noticed', async () => {
  const taken = await photo(300, '#363')
  await add(amara, { text: 'A first story.', file: file('one.jpg', taken) })
  const first = await newest(amara)
  await add(amara, { text: 'Another story.', file: file('two.jpg', taken) })
  const second = await newest(amara)
  assert.equal(second.files[0]?.hash, first.files[0]?.hash)
  assert.notEqual(second.evidenceId, first.evidenceId)
})

test('a film is kept without the place where it was taken', async () => {
  await add(amara, { file: file('clip.mp4', makeFilm('+51.5074-000.1278/')) })
  const [kept] = (await newest(amara)).files
  assert.equal(kept?.type, 'video/mp4')
  assert.equal((await bytesOf(kept?.hash ?? ''))?.includes('51.5074'), false)
})

test('a refused form keeps the files that came with it, and they are attached when it is saved', async () => {
  const refused = await add(amara, { text: '', file: [file('a.txt', 'One.'), file('b.txt', 'Two.')] })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /a\.txt is here already.*b\.txt is here already/)
  const held = heldOf(refused.html)
  const count = (await newest(amara)).files.length
  const saved = await add(amara, { ...held, 'held-leave': held['held-hash'][0] ?? '' })
  assert.equal(saved.status, 200)
  assert.deepEqual(
    (await newest(amara)).files.map(({ name }) => name),
    ['b.txt'],
    `left out: a.txt (${count})`,
  )
})

test('whoever knows what a file holds cannot attach it for that: only whoever laid it aside can', async () => {
  const refused = await add(amara, { text: '', file: file('secret.txt', 'Amara’s own words.') })
  const held = heldOf(refused.html)
  for (const fields of [
    held,
    { ...held, 'held-sign': 'x'.repeat(43) },
    { ...held, 'held-name': 'other.txt' },
  ]) {
    const who = fields === held ? priya : amara
    const saved = await add(who, {
      ...fields,
      text: 'Without a file.',
      place: '',
      'd-place': 'The archive, 12',
    })
    assert.equal(saved.status, 200)
    assert.deepEqual((await newest(who)).files, [])
  }
  assert.equal((await add(amara, held)).status, 200)
  assert.equal((await newest(amara)).files[0]?.name, 'secret.txt')
})

const CALL = 'Ms Whitlock rang.\nWrite to j.whitlock@mail.example, or ring 07700 900417.\nThe bill was right.'
const choiceOf = (html: string) => /name="(file-do-[0-9a-f]+)"/.exec(html)?.[1] ?? ''

test('a customer’s data in a text file is shown before anything is kept, and replaced in the file', async () => {
  const asked = await add(amara, { text: 'Notes of a call.', file: file('call.txt', CALL) })
  assert.equal(asked.status, 422)
  assert.match(asked.text, /“call\.txt” holds 3 details that could identify a customer/)
  assert.match(asked.html, /<mark>07700 900417<\/mark>/)
  assert.notEqual((await newest(amara)).text, 'Notes of a call.')
  const saved = await add(amara, {
    text: 'Notes of a call.',
    ...heldOf(asked.html),
    [choiceOf(asked.html)]: 'replace',
  })
  assert.equal(saved.status, 200)
  const [kept] = (await newest(amara)).files
  assert.equal(
    (await bytesOf(kept?.hash ?? ''))?.toString(),
    '[customer] rang.\nWrite to [e-mail], or ring [phone].\nThe bill was right.',
  )
})

test('of a PDF with a customer’s data the words alone are kept, without it', async () => {
  const asked = await add(amara, {
    file: file('letter.pdf', makePdf('Dear Ms Whitlock,\nring 07700 900417')),
  })
  assert.equal(asked.status, 422)
  assert.match(asked.text, /Keep its words only/)
  const saved = await add(amara, { ...heldOf(asked.html), [choiceOf(asked.html)]: 'replace' })
  assert.equal(saved.status, 200)
  const [kept, ...more] = (await newest(amara)).files
  assert.deepEqual(
    [kept?.name, kept?.type, more.length],
    ['letter, words only.txt', 'text/plain; charset=utf-8', 0],
  )
  const words = (await bytesOf(kept?.hash ?? ''))?.toString() ?? ''
  assert.match(words, /Dear \[customer\]/)
  assert.doesNotMatch(words, /Whitlock|900417/)
})

test('a letter of a word processor is searched too, and can be kept as it is with a reason that all readers see', async () => {
  const asked = await add(amara, { file: file('letter.docx', makeDocx('Dear Ms Whitlock')) })
  assert.equal(asked.status, 422)
  const choice = choiceOf(asked.html)
  const fields = { ...heldOf(asked.html), [choice]: 'keep' }
  const without = await add(amara, fields)
  assert.equal(without.status, 422)
  assert.match(without.text, /Say why “letter\.docx” has to stay as it is/)
  const why = choice.replace('do', 'why')
  assert.equal(
    (await add(amara, { ...fields, [why]: 'She agreed in writing that it is shown.' })).status,
    200,
  )
  const item = await newest(amara)
  assert.equal(item.files[0]?.name, 'letter.docx')
  const read = await ben.session.get(paths.evidenceItem(amara.personId, item.evidenceId))
  assert.match(read.text, /is kept as it is because: She agreed in writing that it is shown\./)
})

test('a file can stay in its place: what is kept is where it can be seen, and who saw it there', async () => {
  const asked = await add(amara, { file: file('call.txt', CALL) })
  const fields = { ...heldOf(asked.html), [choiceOf(asked.html)]: 'place' }
  const without = await add(amara, fields)
  assert.equal(without.status, 422)
  assert.match(without.text, /Say where “call\.txt” can be seen/)
  const saved = await add(amara, {
    ...fields,
    'd-place': 'Desk system, ticket 4471',
    'd-placeSeenBy': 'Ben Hughes, team leader',
    'd-placeSeenOn': '13 November 2026',
  })
  assert.equal(saved.status, 200)
  assert.deepEqual((await newest(amara)).files, [])
  assert.match(
    saved.text,
    /Not copied: it can be seen at Desk system, ticket 4471, seen there by Ben Hughes, team leader on 13 November 2026\./,
  )
})

test('a customer’s name in the name of a file goes', async () => {
  await add(amara, { file: file('Ms Whitlock 07700 900417.txt', 'A quiet call.') })
  assert.doesNotMatch((await newest(amara)).files[0]?.name ?? '', /Whitlock|900417/)
})

test('files are added to an item later by whoever added it, and by nobody else', async () => {
  await add(amara, { text: 'An item without a file.', 'd-place': 'The archive, 12' })
  const { evidenceId } = await newest(amara)
  const at = paths.evidenceFiles(amara.personId, evidenceId)
  assert.match((await amara.session.get(paths.evidenceItem(amara.personId, evidenceId))).html, new RegExp(at))
  assert.equal((await ben.session.get(at)).status, 404)
  assert.equal((await ben.session.post(at, { file: file('b.txt', 'From Ben.') })).status, 404)
  assert.equal((await amara.session.post(at, {})).status, 422)
  const asked = await amara.session.post(at, { file: [file('a.txt', 'From Amara.'), file('call.txt', CALL)] })
  assert.equal(asked.status, 422)
  assert.doesNotMatch(asked.text, /Say where it can be seen instead/)
  const saved = await amara.session.post(at, { ...heldOf(asked.html), [choiceOf(asked.html)]: 'leave' })
  assert.match(saved.text, /Attached: a\.txt\./)
  const again = await amara.session.post(at, { file: file('copy.txt', 'From Amara.') })
  assert.equal(again.status, 200)
  const item = await world.inOrg((tx) => findEvidence(tx, amara.personId, evidenceId))
  assert.deepEqual(
    item?.files.map(({ name }) => name),
    ['a.txt'],
  )
})

test('an item holds ten files at most', async () => {
  const files = Array.from({ length: 11 }, (_, n) => file(`${n}.txt`, `Number ${n}.`))
  const refused = await add(amara, { file: files })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /An item holds 10 files at most/)
  assert.equal((await add(amara, heldOf(refused.html))).status, 200)
  const item = await newest(amara)
  assert.equal(item.files.length, 10)
  const at = paths.evidenceFiles(amara.personId, item.evidenceId)
  assert.equal((await amara.session.post(at, { file: file('more.txt', 'More.') })).status, 422)
})

test('a file taken away is gone once nobody else’s item holds the same, and the history says that it was there', async () => {
  const same = file('card.txt', 'The card beside my screen.')
  await add(amara, { text: 'My card.', file: same })
  await add(priya, { text: 'Our card.', file: same })
  const [mine, hers] = [await newest(amara), await newest(priya)]
  const [kept] = mine.files
  assert.ok(kept)
  const end = `${paths.evidenceFiles(amara.personId, mine.evidenceId)}/end`
  const byBen = await ben.session.post(end, { file: kept.fileId })
  assert.match(byBen.text, /Somebody else attached this file/)
  const gone = await amara.session.post(end, { file: kept.fileId })
  assert.match(gone.text, /card\.txt is taken away/)
  await forgetBytes(world.house, { orgId: world.orgId, hash: kept.hash })
  assert.ok(await bytesOf(kept.hash), 'Priya’s item still holds it')
  assert.equal(
    (await amara.session.get(paths.evidenceFile(amara.personId, mine.evidenceId, kept.fileId))).status,
    404,
  )
  const [her] = hers.files
  await priya.session.post(`${paths.evidenceFiles(priya.personId, hers.evidenceId)}/end`, {
    file: her?.fileId ?? '',
  })
  await forgetGone(world.house, world.orgId)
  assert.equal(await bytesOf(kept.hash), null)
  const entries = await world.inOrg((tx) => listHistory(tx, { recordId: mine.evidenceId }))
  assert.ok(entries.some(({ kind }) => kind === 'evidence.file-taken-away'))
})

test('a file attached while the same is being forgotten keeps its bytes', async () => {
  await add(priya, { text: 'An item that gets its file later.', 'd-place': 'The archive, 12' })
  const { personId, evidenceId } = await newest(priya)
  const bytes = Buffer.from('Words that were taken away elsewhere.')
  const hash = await world.house.files.keep(world.orgId, bytes)
  const ready = { name: 'race.txt', type: 'text/plain', size: bytes.length, hash, bytes }
  const [kept, forgetting] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const attached = world.inOrg(async (tx) => {
    await keepBytes(world.house, tx, [ready])
    kept.resolve()
    await forgetting.promise
    return attachFiles(tx, priya, { personId, evidenceId, files: [ready] }, world.today)
  })
  await kept.promise
  let over = false
  const forgotten = forgetBytes(world.house, { orgId: world.orgId, hash }).then(() => {
    over = true
  })
  const waits = async () => {
    const found = await sql`select 1 from pg_locks join pg_database on oid = database
      where datname = current_database() and locktype = 'advisory' and not granted`.execute(
      world.house.db.installation,
    )
    return found.rows.length > 0
  }
  while (!over && !(await waits()));
  forgetting.resolve()
  assert.ok((await attached).ok)
  await forgotten
  assert.ok(await bytesOf(hash))
})

test('the script of a form lays one file aside and hears what it is called, or why not', async () => {
  const at = paths.evidenceUploads(amara.personId)
  const answer = await amara.session.post(at, { file: file('call.txt', CALL) })
  assert.equal(answer.status, 200)
  const { name, hash, sign, note } = JSON.parse(answer.html)
  assert.match(note, /3 details could identify a customer: you are asked when you save/)
  const asked = await add(amara, { 'held-name': name, 'held-hash': hash, 'held-sign': sign })
  assert.match(asked.text, /“call\.txt” holds 3 details/)
  const bad = await amara.session.post(at, { file: file('setup.exe', 'MZ\x90\0') })
  assert.equal(bad.status, 422)
  assert.match(JSON.parse(bad.html).refused, /“setup\.exe” is not attached\./)
  assert.equal((await priya.session.post(at, { file: file('a.txt', 'x') })).status, 403)
})

test('a draft keeps its files, and a file whose form is never saved goes after a week', async () => {
  await add(amara, { do: 'later', text: 'For later.', file: file('draft.txt', 'Draft words.') })
  const [draft] = await world.inOrg((tx) => listDrafts(tx, amara.personId, amara))
  assert.equal(draft?.files[0]?.name, 'draft.txt')
  const refused = await add(amara, { text: '', file: file('waits.txt', 'Waiting words.') })
  const [hash = ''] = heldOf(refused.html)['held-hash']
  const day = world.today
  await forgetHeldFiles(world.house, world.orgId)
  assert.ok(await world.house.files.readHeld(world.orgId, hash))
  world.setToday('2026-11-26')
  await forgetHeldFiles(world.house, world.orgId)
  assert.equal(await world.house.files.readHeld(world.orgId, hash), null)
  assert.ok(await bytesOf(draft?.files[0]?.hash ?? ''))
  world.setToday(day)
})
