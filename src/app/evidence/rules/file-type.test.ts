import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { FILE_LIMIT, fileTypeOf, plainName, refusalBySize, safeName, wordsIn } from './file-type.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const typeOf = (content: string) => {
  const found = fileTypeOf(bytes(content))
  return found.ok ? found.value.type : null
}
const whyNot = (content: string) => {
  const found = fileTypeOf(bytes(content))
  return found.ok ? '' : (found.refusals[0]?.message ?? '')
}

test('a file is what its content says, whatever it is called', () => {
  const kept: [string, string][] = [
    ['%PDF-1.7 ...', 'application/pdf'],
    ['\x89PNG\r\n\x1a\n....', 'image/png'],
    ['\xff\xd8\xff\xe0....', 'image/jpeg'],
    ['GIF89a....', 'image/png'],
    ['RIFF....WEBPVP8 ', 'image/webp'],
    ['RIFF....WAVEfmt ', 'audio/wav'],
    ['\0\0\0\x20ftypisom....', 'video/mp4'],
    ['\0\0\0\x14ftypqt  ....', 'video/quicktime'],
    ['Notes of the call, in plain words.', 'text/plain; charset=utf-8'],
  ]
  for (const [content, type] of kept) assert.equal(typeOf(content), type, content)
})

test('what is not kept is refused with what to do instead', () => {
  const refused: [string, RegExp][] = [
    ['MZ\x90\x00\x03', /of a kind that is not kept.*Attach a PDF, a picture/],
    ['\x7fELF\x02\x01\x01\x00', /of a kind that is not kept/],
    ['\x00\x00\x01\x00\x01\x00', /of a kind that is not kept/],
    ['<!doctype html><p>hello', /web page or a drawing that can hold a program/],
    ['<svg xmlns="x"><script>alert(1)</script></svg>', /web page or a drawing/],
    ['  <?xml version="1.0"?><svg/>', /web page or a drawing/],
    ['\0\0\0\x18ftypheic....', /HEIC.*Export it as JPEG/],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', /old kind, or one with a password.*\.docx/],
    ['II*\0\x08\0\0\0', /TIFF.*Export it as JPEG or PDF/],
  ]
  for (const [content, why] of refused) assert.match(whyNot(content), why)
})

test('words are read as UTF-8, as UTF-16 that says so, and in the older Windows letters', () => {
  assert.equal(wordsIn(new TextEncoder().encode('£12, “kept”')), '£12, “kept”')
  assert.equal(wordsIn(bytes('\xa312, \x93kept\x94')), '£12, “kept”')
  assert.equal(wordsIn(new Uint8Array([0xff, 0xfe, ...Buffer.from('£12', 'utf16le')])), '£12')
  assert.equal(wordsIn(bytes('a\x1b[31mred')), null)
})

test('a file has a name that is safe on any machine and ends as its content says', () => {
  const names: [string, string, string][] = [
    ['letter.pdf', 'pdf', 'letter.pdf'],
    ['letter.PDF', 'pdf', 'letter.pdf'],
    ['photo.jpeg', 'jpg', 'photo.jpg'],
    ['letter.pdf.exe', 'pdf', 'letter.pdf.exe.pdf'],
    ['..\\..\\windows\\letter', 'pdf', 'letter.pdf'],
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['.pdf', 'pdf', 'pdf.pdf'],
    ['a\u0000b<c>.pdf', 'pdf', 'abc.pdf'],
    ['CON', 'txt', 'file-CON.txt'],
    ['lpt1.txt', 'txt', 'file-lpt1.txt'],
    ['console.txt', 'txt', 'console.txt'],
    ['gpj.\u202etxt.exe', 'txt', 'gpj.txt.exe.txt'],
    ['   ', 'png', 'file.png'],
  ]
  for (const [name, ending, safe] of names) assert.equal(safeName(name, ending), safe, name)
})

test('whatever a file is called, its name is short, is one, and ends as its content', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 10_000 })),
      (name) => {
        const safe = safeName(name, 'pdf')
        assert.ok([...safe].length <= 105)
        assert.match(safe, /^[^\p{C}/\\<>:"|?*]+\.pdf$/u)
        assert.doesNotMatch(safe, /^\./)
        assert.ok(plainName(name).length > 0)
      },
    ),
  )
})

test('20 MB is kept; one byte more, and nothing at all, are refused with what to do', () => {
  assert.equal(refusalBySize(new Uint8Array(FILE_LIMIT)), null)
  assert.match(
    refusalBySize(new Uint8Array(FILE_LIMIT + 1))?.message ?? '',
    /21 MB.*up to 20 MB.*smaller copy/,
  )
  assert.match(refusalBySize(new Uint8Array(0))?.message ?? '', /empty/)
})
