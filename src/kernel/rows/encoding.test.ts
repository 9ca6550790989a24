import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { detectEncoding, MAX_BYTES, readable, toUtf8 } from './encoding.ts'

const PORTUGUESE =
  'Requerente;Data Solução;Satisfação\nJoão;não há ligação;péssima atenção à média\nAntônio;é só;manutenção às três\n'
const GERMAN = 'Bearbeiter;Lösung;Größe\nJürgen Müller;gelöst;für Straße und Grüße\n'

const said = (bytes: Uint8Array): string => {
  const outcome = readable(bytes)
  return outcome.ok ? 'read' : (outcome.refusals[0]?.message ?? '')
}

for (const encoding of ['windows-1252', 'cp850'] as const) {
  for (const text of [PORTUGUESE, GERMAN]) {
    test(`a ${encoding} file is known by its accented letters and read without loss: ${text.slice(0, 10)}`, () => {
      const bytes = iconv.encode(text, encoding)
      const found = detectEncoding(bytes)
      assert.equal(found.ok && found.value.encoding, encoding)
      const read = toUtf8(bytes, encoding)
      assert.equal(read.ok && read.value.toString(), text)
    })
  }
}

test('a file with euro signs from an ISO-8859-15 system is read with euro signs', () => {
  const bytes = iconv.encode('topic;note\nprix;trop élevé: 30 € de frais, cœur et sœur\n', 'iso-8859-15')
  assert.equal(iconv.decode(bytes, 'windows-1252').includes('€'), false)
  const found = detectEncoding(bytes)
  assert.equal(found.ok && found.value.encoding, 'iso-8859-15')
})

test('marked files are read by their mark: UTF-8, and UTF-16 in both byte orders', () => {
  const cases = [
    ['utf-8', Buffer.from(`\ufeff${PORTUGUESE}`)],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(PORTUGUESE, 'utf-16le')])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(PORTUGUESE, 'utf-16be')])],
  ] as const
  for (const [encoding, bytes] of cases) {
    assert.equal(said(bytes), 'read')
    const found = detectEncoding(bytes)
    assert.equal(found.ok && found.value.encoding, encoding)
    const read = toUtf8(bytes, encoding)
    assert.equal(read.ok && read.value.toString(), PORTUGUESE)
  }
})

test('a UTF-8 file with one broken byte is not read as another encoding: its line is named', () => {
  const good = Buffer.from(`topic\n${'ligação\n'.repeat(20)}`)
  const found = detectEncoding(Buffer.concat([good, Buffer.from([0xe7, 0x0a])]))
  assert.equal(found.ok, false)
  assert.match(found.ok ? '' : (found.refusals[0]?.message ?? ''), /line 22/)
})

test('a file that mixes encodings is never read in silence: Dana is asked, and sees how each would read it', () => {
  const found = detectEncoding(Buffer.from('agent;n\nAnn\xe9;1\nAnn\xc3\xa9;2\n', 'latin1'))
  assert.ok(found.ok)
  assert.match(found.value.doubt?.because ?? '', /line 3 holds UTF-8 and line 2 does not/)
  assert.ok(
    found.value.doubt?.choices.some(({ label }) => label === 'Windows-1252: reads “Anné” and “AnnÃ©”'),
  )
})

test('where two encodings fit about equally well it is asked; where one is plainly right it is not', () => {
  const doubtOf = (text: string) => {
    const found = detectEncoding(Buffer.from(text, 'latin1'))
    assert.ok(found.ok)
    return found.value.doubt?.choices.map(({ value }) => value) ?? null
  }
  assert.deepEqual(doubtOf('note\nCredit of \xa3 20\n'), ['cp850', 'windows-1252', 'iso-8859-15'])
  assert.equal(doubtOf('agent\nJos\xe9\n'), null)
  assert.equal(doubtOf('note\nCredit of \xa320\n'.repeat(20)), null)
})

test('Dana chooses UTF-8 for a file that is not: she is told which line says otherwise', () => {
  const read = toUtf8(iconv.encode('a;b\nc;d\nnão;é\n', 'windows-1252'), 'utf-8')
  assert.match(read.ok ? '' : (read.refusals[0]?.message ?? ''), /^Line 3 is not UTF-8/)
})

test('what is not a text is refused with what to do', () => {
  assert.equal(
    said(Buffer.from('PK\u0003\u0004 and so on')),
    'This is a zip file with a .csv name. Unpack it, or save the sheet as CSV.',
  )
  assert.match(said(Buffer.from('%PDF-1.7')), /This is a PDF/)
  assert.match(said(Buffer.from([0x1f, 0x8b, 8, 0])), /gzip/)
  assert.match(said(Buffer.from('id,agent\u0000\u0001\u0002')), /does not hold text/)
  assert.match(said(new Uint8Array(0)), /The file is empty/)
  assert.match(said(new Uint8Array(MAX_BYTES + 1)), /51 MB\. The most that can be read at once is 50 MB/)
})

test('line ends of every kind become line feeds', () => {
  const read = toUtf8(Buffer.from('a\r\nb\rc\nd\r\r\ne'), 'utf-8')
  assert.equal(read.ok && read.value.toString(), 'a\nb\nc\nd\n\ne')
})
