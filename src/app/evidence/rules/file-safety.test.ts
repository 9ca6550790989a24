import assert from 'node:assert/strict'
import { test } from 'node:test'
import { box, makeFilm, makePdf, makeZip } from '../../../../test/crafted-files.ts'
import { faultAroundPdf, faultAroundRecording, withoutTelling } from './file-safety.ts'

const zip = makeZip([{ name: 'a.exe', content: 'MZ' }])

test('a PDF begins and ends as one, and nothing else follows it or lies in it', () => {
  const letter = makePdf('Dear customer')
  assert.equal(faultAroundPdf(letter), null)
  assert.equal(faultAroundPdf(Buffer.concat([letter, Buffer.from('\r\n \n')])), null)
  assert.match(faultAroundPdf(Buffer.concat([letter, zip])) ?? '', /two files in one/)
  assert.match(faultAroundPdf(Buffer.concat([letter, Buffer.from('<script>')])) ?? '', /two files in one/)
  assert.match(faultAroundPdf(letter.subarray(0, 300)) ?? '', /breaks off before its end/)
})

test('a recording with an archive behind it, or a page in it, is refused', () => {
  assert.equal(faultAroundRecording(Buffer.from('OggS and the sound')), null)
  assert.match(faultAroundRecording(Buffer.concat([Buffer.from('OggS'), zip])) ?? '', /two files in one/)
  assert.match(faultAroundRecording(Buffer.from('ID3 <script>alert(1)</script>')) ?? '', /two files in one/)
})

test('a film is kept without the place where it was taken, and nothing in it moves', () => {
  const film = makeFilm('+51.5074-000.1278/')
  const clean = Buffer.from(withoutTelling(film) ?? [])
  assert.equal(clean.length, film.length)
  assert.equal(clean.includes('51.5074'), false)
  assert.equal(clean.indexOf('the film itself'), film.indexOf('the film itself'))
})

test('a film that breaks off, has no film in it, or has another file behind it is refused', () => {
  const film = makeFilm('')
  assert.equal(withoutTelling(film.subarray(0, film.length - 3)), null)
  assert.equal(withoutTelling(Buffer.concat([film, Buffer.from('PK and more')])), null)
  assert.equal(withoutTelling(box('ftyp', 'isom')), null)
})
