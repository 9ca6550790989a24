import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../test/property.ts'
import { type Field, FORM_LIMITS, fieldsOf, Unreadable } from './bodies.ts'

type Typed = string | { name: string; type: string; text: string }

/** A form as a browser sends it. */
async function sentBy(
  fields: readonly (readonly [string, Typed])[],
): Promise<{ type: string; body: Buffer }> {
  const form = new FormData()
  for (const [name, value] of fields)
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, new File([value.text], value.name, { type: value.type }))
  const request = new Request('https://goldthread.example', { method: 'POST', body: form })
  return {
    type: request.headers.get('content-type') ?? '',
    body: Buffer.from(await request.arrayBuffer()),
  }
}

/** The same body in pieces of so many bytes. */
function arriving(
  type: string,
  body: Uint8Array,
  size = 64 * 1024,
  told?: number,
  onGiven: (bytes: number) => void = () => undefined,
): Request {
  let at = 0
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= body.length) return controller.close()
      controller.enqueue(body.subarray(at, at + size))
      at += size
      onGiven(at)
    },
  })
  return new Request('https://goldthread.example', {
    method: 'POST',
    body: stream,
    duplex: 'half',
    headers: { 'content-type': type, ...(told !== undefined && { 'content-length': String(told) }) },
  } as RequestInit)
}

const readable = (fields: readonly Field[]) =>
  fields.map(([name, value]) =>
    typeof value === 'string'
      ? [name, value]
      : [name, { name: value.name, type: value.type, text: Buffer.from(value.bytes).toString() }],
  )

const is = (why: Unreadable['why']) => (error: unknown) => error instanceof Unreadable && error.why === why

const line = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((text) => text.replace(/[\r\n\\]/g, '').toWellFormed())

test('whatever is typed and attached arrives as it was, in order, however the body is cut into pieces', async () => {
  const file = fc.record(
    {
      name: line.map((name) => `a${name.replace(/%0[ad]|%22/gi, '')}.txt`),
      type: fc.constantFrom('text/plain', 'application/json'),
      text: fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text.toWellFormed()),
    },
    { noNullPrototype: true },
  )
  const words = fc
    .string({ unit: 'grapheme', maxLength: 100 })
    .map((text) => text.toWellFormed().replace(/\r\n?|\n/g, '\r\n'))
  const field = fc.tuple(
    line.map((name) => name.replace(/%0[ad]|%22/gi, '')),
    fc.oneof(words, file),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(field, { maxLength: 8 }),
      fc.integer({ min: 1, max: 200 }),
      async (fields, size) => {
        const { type, body } = await sentBy(fields)
        assert.deepEqual(readable(await fieldsOf(arriving(type, body, size))), fields)
      },
    ),
  )
})

test('a form that breaks off anywhere is not taken for a whole one', async () => {
  const { type, body } = await sentBy([
    ['because', 'She listens'],
    ['file', { name: 'notes.txt', type: 'text/plain', text: 'What was said.\r\n--and more' }],
    ['once', '1'],
  ])
  const whole = body.toString().trimEnd().length
  for (let length = 0; length < whole; length += 1)
    await assert.rejects(fieldsOf(arriving(type, body.subarray(0, length), 50)), is('broken'), `${length}`)
  assert.equal((await fieldsOf(arriving(type, body))).length, 3)
  await assert.rejects(fieldsOf(arriving('multipart/form-data', body)), is('broken'))
})

test('a form of too many words or parts is refused, with files or without', async () => {
  const words = 'x'.repeat(FORM_LIMITS.words)
  const asText = (fields: Record<string, string>) =>
    arriving('application/x-www-form-urlencoded', Buffer.from(new URLSearchParams(fields).toString()))
  assert.equal((await fieldsOf(asText({ '': words }))).length, 1)
  await assert.rejects(fieldsOf(asText({ a: words })), is('too long'))
  await assert.rejects(fieldsOf(asText({ a: words.repeat(12) })), is('too long'))
  for (const length of [1, 12]) {
    const { type, body } = await sentBy([['a', words.repeat(length)]])
    await assert.rejects(fieldsOf(arriving(type, body)), is('too long'))
  }
  const many = await sentBy(Array.from({ length: FORM_LIMITS.parts + 1 }, () => ['a', '']))
  await assert.rejects(fieldsOf(arriving(many.type, many.body)), is('too long'))
  const asMany = (fields: number) =>
    arriving('application/x-www-form-urlencoded', Buffer.from('='.padEnd(2 * fields - 1, '&=')))
  assert.equal((await fieldsOf(asMany(FORM_LIMITS.parts))).length, FORM_LIMITS.parts)
  await assert.rejects(fieldsOf(asMany(FORM_LIMITS.parts + 1)), is('too long'))
})

test('a form that names its type in capitals is read; a field or file without a name breaks it', async () => {
  const part = (about: string) => `--x\r\nContent-Disposition: form-data${about}\r\n\r\nShe listens\r\n`
  const form = (...parts: string[]) =>
    arriving('Multipart/Form-Data; boundary=x', Buffer.from(`${parts.join('')}--x--\r\n`))
  assert.deepEqual(await fieldsOf(form(part('; name="because"'))), [['because', 'She listens']])
  for (const nameless of ['', '; filename="a.txt"'])
    await assert.rejects(fieldsOf(form(part(nameless), part('; name="because"'))), is('broken'))
  const text = arriving('Application/X-WWW-Form-Urlencoded', Buffer.from('because=She+listens'))
  assert.deepEqual(await fieldsOf(text), [['because', 'She listens']])
})

test('a file input left empty, and the names that people give their files, arrive as they are', async () => {
  const part = (about: string, text: string) =>
    `--x\r\nContent-Disposition: form-data; name="file"; ${about}\r\nContent-Type: text/plain\r\n\r\n${text}\r\n`
  const sent = [
    ['filename=""', '', ''],
    ['filename="Größe “A”; 5%.txt"', 'Größe “A”; 5%.txt', ''],
    ['filename="said %22so%22.txt"', 'said "so".txt', 'one'],
    ['filename="said %22so%22.txt"', 'said "so".txt', 'two'],
  ] as const
  const body = `${sent.map(([about, , text]) => part(about, text)).join('')}--x--\r\n`
  const fields = await fieldsOf(arriving('multipart/form-data; boundary=x', Buffer.from(body), 7))
  assert.deepEqual(
    readable(fields),
    sent.map(([, name, text]) => ['file', { name, type: 'text/plain', text }]),
  )
})

test('a file takes the room of its own bytes and no more, however it was cut into pieces', async () => {
  const { type, body } = await sentBy([
    ['file', { name: 'a.txt', type: 'text/plain', text: 'x'.repeat(100_000) }],
  ])
  for (const size of [999, 1_000_000]) {
    const [[, file] = []] = await fieldsOf(arriving(type, body, size))
    assert.equal(typeof file === 'object' && file.bytes.buffer.byteLength, 100_000)
  }
})

test('a form that is refused for its words is taken whole first: a browser shows no answer before it has sent all', async () => {
  const words = 'x'.repeat(FORM_LIMITS.words + 1)
  const file = { name: 'a.txt', type: 'text/plain', text: words }
  const withFile = await sentBy([
    ['a', words],
    ['file', file],
  ])
  const manyParts = await sentBy([
    ...Array.from({ length: FORM_LIMITS.parts + 1 }, () => ['a', ''] as const),
    ['file', file],
  ])
  const text = Buffer.from(`${'&'.repeat(FORM_LIMITS.parts)}a=${words}`)
  for (const { type, body } of [
    withFile,
    manyParts,
    { type: 'application/x-www-form-urlencoded', body: text },
  ]) {
    let given = 0
    await assert.rejects(
      fieldsOf(arriving(type, body, 64 * 1024, undefined, (at) => (given = at))),
      is('too long'),
    )
    assert.ok(given >= body.length)
  }
})

test('a body without an end is let go, and takes no more room than the largest that may be', async () => {
  const before = process.memoryUsage().arrayBuffers
  const endless = Buffer.alloc(1024 * 1024, 'a')
  const head = Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n')
  let [given, room] = [0, 0]
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(given === 0 ? head : endless)
      given += 1
      room = Math.max(room, process.memoryUsage().arrayBuffers - before)
    },
  })
  const request = new Request('https://goldthread.example', {
    method: 'POST',
    body: stream,
    duplex: 'half',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  } as RequestInit)
  await assert.rejects(fieldsOf(request), is('too large'))
  assert.ok(room < 3 * FORM_LIMITS.bytes, `${room} bytes`)
})

test('a body larger than any may be is refused, whether it says so beforehand or not', async () => {
  const { type, body } = await sentBy([
    ['file', { name: 'a.txt', type: 'text/plain', text: 'x'.repeat(FORM_LIMITS.bytes) }],
  ])
  await assert.rejects(fieldsOf(arriving(type, body)), is('too large'))
  await assert.rejects(fieldsOf(arriving(type, Buffer.from('x'), 1, FORM_LIMITS.bytes + 1)), is('too large'))
})
