import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { test } from 'node:test'
import { RequestFilteringHttpsAgent } from 'request-filtering-agent'
import { CERTIFICATE, withHttps } from '../../../test/https-here.ts'
import { fetchFile } from './fetching.ts'

/** As every address is asked, but for this machine, which a test lets through. */
const letting = () => new RequestFilteringHttpsAgent({ allowIPAddressList: ['127.0.0.1'], ca: CERTIFICATE })

const answers: Record<string, RequestListener> = {
  '/package': (_, response) => response.end('{"CFDocument":{}}'),
  '/away': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/gone': (_, response) => response.writeHead(404).end('{}'),
  '/packed': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
  '/says-large': (_, response) => response.writeHead(200, { 'content-length': '5000' }).end('x'.repeat(5000)),
  '/is-large': (_, response) => {
    response.writeHead(200)
    for (let piece = 0; piece < 50; piece++) response.write('x'.repeat(100))
    response.end()
  },
  '/endless': (_, response) => response.writeHead(200).write('{'),
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': '500' }).write('{')
    setImmediate(() => response.destroy())
  },
}

async function ask(path: string, options: Parameters<typeof fetchFile>[1] = {}) {
  return withHttps(
    (request, response) => answers[request.url ?? '']?.(request, response),
    async (origin) => fetchFile(`${origin}${path}`, { through: letting(), ...options }),
  )
}

const words = (outcome: Awaited<ReturnType<typeof fetchFile>>) =>
  outcome.ok ? outcome.value.bytes.toString() : outcome.refusals.map(({ message }) => message).join(' ')

test('a framework is fetched from an address by https', async () => {
  const fetched = await ask('/package')
  assert.ok(fetched.ok)
  assert.equal(Buffer.from(fetched.value.bytes).toString(), '{"CFDocument":{}}')
  assert.match(fetched.value.name, /^https:\/\/127\.0\.0\.1:\d+\/package$/)
})

test('what leads elsewhere, is not there, is packed, too large or broken off is refused, and what goes on for ever is given up', async () => {
  assert.match(words(await ask('/away')), /sends on to http:\/\/169\.254\.169\.254\/latest/)
  assert.match(words(await ask('/gone')), /answered 404/)
  assert.match(words(await ask('/packed')), /packed file/)
  assert.match(words(await ask('/says-large', { limit: 1000 })), /larger than/)
  assert.match(words(await ask('/is-large', { limit: 1000 })), /larger than/)
  assert.match(words(await ask('/cut')), /broke off|cannot be reached/)
  assert.match(words(await ask('/endless', { millis: 300 })), /took too long/)
})

test('only https to the open web is asked: no other scheme, no password, no address of this machine or its network', async () => {
  assert.match(words(await fetchFile('http://far.example/x')), /Only addresses that begin with https/)
  assert.match(words(await fetchFile('file:///etc/passwd')), /Only addresses that begin with https/)
  assert.match(words(await fetchFile('https://dana:secret@far.example/x')), /a name or a password/)
  assert.match(words(await fetchFile('far.example')), /This is not an address/)
  for (const host of [
    '127.0.0.1',
    'localhost',
    '10.0.0.1',
    '192.168.1.1',
    '172.16.0.9',
    '169.254.169.254',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[fd00::1]',
    '2130706433',
    '0x7f.1',
  ])
    assert.match(words(await fetchFile(`https://${host}/x`)), /is a private address/, host)
})

test('a server that cannot show who it is is not believed', async () => {
  const untrusting = new RequestFilteringHttpsAgent({ allowIPAddressList: ['127.0.0.1'] })
  assert.match(words(await ask('/package', { through: untrusting })), /certificate is not trusted/)
})
