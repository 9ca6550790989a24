import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isJudged, isWritten, mayHold, officeOf } from './office.ts'

const docx = (more: Record<string, string> = {}) => {
  const all: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': '<w:p><w:t>Dear Ms Whitlock,</w:t></w:p><w:p><w:t>a &amp; b</w:t></w:p>',
    ...more,
  }
  return {
    parts: Object.entries(all).map(([name, content]) => ({
      name,
      begins: Buffer.from(content).subarray(0, 8),
    })),
    words: new Map(Object.entries(all).filter(([name]) => isJudged(name) || isWritten(name))),
  }
}
const whyNot = (more: Record<string, string>) => {
  const found = officeOf(docx(more))
  return found.ok ? '' : (found.refusals[0]?.message ?? '')
}
const relation = (type: string, mode: string) =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.example/relationships/${type}" Target="https://elsewhere.example/x" TargetMode="${mode}"/></Relationships>`

test('a letter is known by its parts, and its words are read line by line', () => {
  const found = officeOf(docx())
  assert.ok(found.ok)
  assert.equal(found.value.ending, 'docx')
  assert.match(found.value.text, /Dear Ms Whitlock,\na & b/)
})

test('macros, programs, packed files and what loads from elsewhere are refused', () => {
  assert.match(whyNot({ 'word/vbaProject.bin': 'x' }), /macros/)
  assert.match(
    whyNot({ '[Content_Types].xml': 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    /macros/,
  )
  assert.match(whyNot({ 'word/media/image1.png': 'MZ\x90' }), /macros, or parts that run/)
  assert.match(whyNot({ 'word/embeddings/oleObject1.bin': 'x' }), /Another file is packed into it/)
  assert.match(
    whyNot({ 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'External') }),
    /loads something from elsewhere/,
  )
})

test('a link that a reader has to press is no reason to refuse', () => {
  assert.equal(whyNot({ 'word/_rels/document.xml.rels': relation('hyperlink', 'External') }), '')
  assert.equal(whyNot({ 'word/_rels/document.xml.rels': relation('image', 'Internal') }), '')
})

test('an archive of anything else is refused, and only the sheet behind a chart may be an archive itself', () => {
  const found = officeOf({ parts: [{ name: 'holiday.jpg', begins: Buffer.from('x') }], words: new Map() })
  assert.match(found.ok ? '' : (found.refusals[0]?.message ?? ''), /archives are not kept/)
  assert.ok(mayHold('word/embeddings/Microsoft_Excel_Sheet1.xlsx'))
  assert.ok(!mayHold('word/media/a.zip'))
})

test('hostile markup is read in a moment', () => {
  const started = performance.now()
  officeOf(
    docx({
      'word/document.xml': '<'.repeat(2_000_000),
      'word/_rels/a.rels': '<Relationship '.repeat(70_000),
    }),
  )
  assert.ok(performance.now() - started < 2000)
})
