import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkFile, FILE_LIMIT, fileTypeOf } from './file-type.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

test('a file is what its content says, whatever it is called', () => {
  const kept: [string, string][] = [
    ['%PDF-1.7 ...', 'application/pdf'],
    ['\x89PNG\r\n\x1a\n....', 'image/png'],
    ['\xff\xd8\xff\xe0....', 'image/jpeg'],
    ['RIFF....WEBPVP8 ', 'image/webp'],
    [
      'PK\x03\x04....[Content_Types].xml....word/document.xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['Notes of the call, in plain words.', 'text/plain; charset=utf-8'],
  ]
  for (const [content, type] of kept) assert.equal(fileTypeOf(bytes(content))?.type, type, content)
})

test('programs, pages, drawings with script, bare archives and macros are refused', () => {
  for (const content of [
    'MZ\x90\x00\x03',
    '\x7fELF\x02',
    '<!doctype html><p>hello',
    '<svg xmlns="x"><script>alert(1)</script></svg>',
    '  <?xml version="1.0"?><svg/>',
    'PK\x03\x04....evil.exe',
    'PK\x03\x04....word/document.xml....word/vbaProject.bin',
    '\x00\x01\x02',
  ]) {
    assert.equal(fileTypeOf(bytes(content)), null, content)
  }
})

test('a letter with two endings or a path for a name is kept under a safe name', () => {
  const name = (text: string) => {
    const checked = checkFile({ name: text, bytes: bytes('%PDF-1.7') })
    return checked.ok ? checked.value.name : null
  }
  assert.equal(name('letter.pdf'), 'letter.pdf')
  assert.equal(name('letter.PDF'), 'letter.pdf')
  assert.equal(name('letter.pdf.exe'), 'letter.pdf.exe.pdf')
  assert.equal(name('..\\..\\windows\\letter'), 'letter.pdf')
  assert.equal(name('../../etc/passwd'), 'passwd.pdf')
  assert.equal(name('.pdf'), 'pdf.pdf')
  assert.equal(name('a\u0000b<c>.pdf'), 'abc.pdf')
})

test('20 MB is kept; one byte more is refused with the size and what to do', () => {
  const file = new Uint8Array(FILE_LIMIT + 1)
  file.set(bytes('%PDF-'))
  const refused = checkFile({ name: 'scan.pdf', bytes: file })
  assert.ok(!refused.ok && /21 MB.*up to 20 MB.*smaller copy/.test(refused.refusals[0]?.message ?? ''))
  assert.ok(checkFile({ name: 'scan.pdf', bytes: file.subarray(0, FILE_LIMIT) }).ok)
})
