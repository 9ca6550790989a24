import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { serve } from '@hono/node-server'
import { makeOrganisation } from '../src/app/people/people.ts'
import { openSite } from '../src/app/web.ts'
import { form, raw } from './requests.ts'
import { addCharacter, addOrganisation, type Character, ORIGIN, openWorld, type World } from './world.ts'

let world: World
let amara: Character
let ben: Character
let dana: Character
before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
})

test('no address that a form names leads to another site, however it is written', async () => {
  const fields = { email: 'first@larkfield-test.example', password: 'plum harvest lantern' }
  const ways = [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\nSet-Cookie: a=b',
    '/.//evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
    '/%09/evil.example',
    '\u0000//evil.example',
  ]
  for (const [at, next] of ways.entries()) {
    const response = await raw(
      world,
      '/sign-in',
      form({ ...fields, next }, { 'x-forwarded-for': `10.0.0.${at}` }),
    )
    if (response.status === 422) continue // too many tries
    const to = new URL(response.headers.get('location') ?? '', ORIGIN)
    assert.equal(response.status, 303, next)
    assert.equal(to.origin, ORIGIN, JSON.stringify(next))
    assert.ok(!response.headers.get('location')?.startsWith('//'), JSON.stringify(next))
    assert.equal(response.headers.get('a'), null)
  }
  const back = await raw(
    world,
    '/appearance',
    form({ theme: 'dark' }, { referer: 'http://localhost:3000//evil.example/' }),
  )
  assert.equal(back.headers.get('location'), '/appearance')
})

test('five wrong passwords a minute from an address, also where they come at once; another address may still try', async () => {
  const other = await openWorld({ name: 'Rate Test' })
  const attempt = (address: string) =>
    other.site.request(
      `${ORIGIN}/sign-in`,
      form({ email: 'first@rate-test.example', password: 'wrong wrong wrong' }),
      { incoming: { socket: { remoteAddress: address } } },
    )
  const texts = await Promise.all(
    Array.from({ length: 30 }, async () => (await attempt('203.0.113.9')).text()),
  )
  const tried = texts.filter((text) => /do not belong together/.test(text)).length
  assert.ok(tried <= 5, `${tried} tries were let through`)
  assert.match(await (await attempt('203.0.113.9')).text(), /Too many tries/)
  assert.match(await (await attempt('203.0.113.10')).text(), /do not belong together/)
})

test('a header that says who asks is not believed', async () => {
  const other = await openWorld({ name: 'Header Test' })
  let tried = 0
  for (let at = 0; at < 8; at += 1) {
    const headers = {
      'x-forwarded-for': `198.51.100.${at}`,
      'x-goldthread-client': `198.51.100.${at}`,
      'x-real-ip': `198.51.100.${at}`,
    }
    const fields = { email: 'first@header-test.example', password: 'wrong wrong wrong' }
    const response = await other.site.request(`${ORIGIN}/sign-in`, form(fields, headers), {
      incoming: { socket: { remoteAddress: '203.0.113.77' } },
    })
    if (/do not belong together/.test(await response.text())) tried += 1
  }
  assert.equal(tried, 5)
})

test('private pages are kept by no cache, cookies by no script, and a foreign form changes nothing', async () => {
  const page = await amara.session.get('/home')
  assert.equal(page.headers.get('cache-control'), 'no-store')
  assert.equal(page.headers.get('x-frame-options'), 'DENY')
  const fields = { email: 'first@larkfield-test.example', password: 'plum harvest lantern' }
  const response = await world.site.request(`${ORIGIN}/sign-in`, form(fields), {
    incoming: { socket: { remoteAddress: '203.0.113.1' } },
  })
  const cookies = response.headers.getSetCookie()
  assert.ok(cookies.length > 0)
  for (const cookie of cookies) assert.match(cookie, /HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/i)
  assert.equal(response.headers.get('location'), '/start')
  for (const type of [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'Application/X-WWW-Form-Urlencoded',
    '',
  ]) {
    for (const origin of ['https://evil.example', 'null', '']) {
      const headers: Record<string, string> = {
        ...(type && { 'content-type': type }),
        ...(origin && { origin }),
      }
      const { status } = await raw(world, '/sign-out', { method: 'POST', headers, body: type ? 'a=b' : null })
      assert.equal(status, 403, `${type} from ${origin}`)
    }
  }
})

test('somebody who has left is told so, wherever they go, and not sent round in circles', async () => {
  const leo = await world.add({ name: 'Leo Gone' })
  await world.inOrg(({ db, orgId }) =>
    db
      .updateTable('person')
      .set({ state: 'left', left_on: '2026-11-01' })
      .where('org_id', '=', orgId)
      .where('person_id', '=', leo.personId)
      .execute(),
  )
  const page = await leo.session.get('/')
  assert.equal(page.status, 403)
  assert.match(page.text, /no longer part of this organisation/)
  assert.doesNotMatch((await leo.session.get(`/people/${leo.personId}/plan`)).text, /plan/i)
})

test('where the demo is off none of it is there, and where it is on it reaches nobody outside it', async () => {
  const off = openSite({ ...world.house, config: { ...world.house.config, demo: false } }, new Map())
  const ask = (path: string, method: string) =>
    off.request(`${ORIGIN}${path}`, {
      method,
      redirect: 'manual',
      headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
      ...(method === 'POST' && { body: `person=${amara.personId}` }),
    })
  for (const [path, method] of [
    ['/demo', 'POST'],
    ['/demo/loading', 'GET'],
    ['/demo/as', 'POST'],
    ['/demo/leave', 'POST'],
  ] as const) {
    const response = await ask(path, method)
    assert.equal(response.status, 404, path)
    assert.deepEqual(
      response.headers.getSetCookie().filter((line) => /session/.test(line)),
      [],
    )
  }
  assert.doesNotMatch(await (await ask('/', 'GET')).text(), /Explore the demo/)
  const made = await makeOrganisation(
    world.house.db,
    world.house.identity,
    { name: 'Pretend Energy', kind: 'team', zone: 'Europe/London', demo: true, today: world.today },
    null,
  )
  assert.ok(made.ok)
  const pat = await addCharacter(world, made.value.orgId, { name: 'Pat Pretend', standing: 'administrator' })
  await world.house.db.inOrg(made.value.orgId, ({ db, orgId }) =>
    db
      .insertInto('demo_progress')
      .values({ org_id: orgId, done: 1, of_all: 1, words: 'x', ready: true })
      .execute(),
  )
  for (const person of [amara.personId, dana.personId, 'x', '']) {
    const response = await raw(world, '/demo/as', form({ person }))
    assert.equal(response.status, 404)
    assert.deepEqual(response.headers.getSetCookie(), [])
  }
  for (const path of ['/demo/characters', '/demo/tour/1'])
    assert.equal((await amara.session.get(path)).status, 404)
  for (const path of ['/demo/reset', '/demo/deletion'])
    assert.equal((await dana.session.post(path)).status, 404)
  assert.equal(
    (await raw(world, '/demo/as', form({ person: pat.personId, next: '/\t/evil.example' }))).headers.get(
      'location',
    ),
    '/start',
  )
  const refused = await pat.session.post('/people', { name: '' })
  assert.equal(refused.status, 422, 'a refused form of the demo is shown again')
  assert.match(refused.text, /Give the person’s name/)
})

test('the log holds no name, address, query or typed word, also of a request that fails', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-log-'))
  const script = join(folder, 'asks.mjs')
  const worldAt = new URL('./world.ts', import.meta.url).href
  const siteAt = new URL('../src/app/web.ts', import.meta.url).href
  await writeFile(
    script,
    `import { test } from 'node:test'
     import { openWorld } from '${worldAt}'
     import { openSite } from '${siteAt}'
     test('asks', async () => {
       const world = await openWorld({ name: 'Log Test' })
       const eve = await world.add({ name: 'Evangeline Secretname', email: 'evangeline@secret.example', standing: 'administrator' })
       await eve.session.get('/people?name=Secretquery')
       await eve.session.post('/people', { name: 'Secretperson', standing: 'nonsense' })
       await eve.session.post('/sign-in', { email: 'secretmail@secret.example', password: 'Secretpassword1' })
       const thrown = Object.assign(new Error('invalid input syntax: "Secretvalue"'), { code: '22P02', detail: 'Key (email)=(Secretdetail)' })
       const broken = openSite({ ...world.house, identity: { ...world.house.identity, whoIs: () => Promise.reject(thrown) } }, new Map())
       await broken.request('http://localhost:3000/people/0190aaaa-0000-7000-8000-00000000dead/plan?name=Secretquery')
     })`,
  )
  const said = await new Promise<string>((resolve) => {
    const child = spawn(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), '--test', '--test-isolation=none', script],
      {
        env: { ...process.env, GOLDTHREAD_LOG: 'trace', NODE_TEST_CONTEXT: '' },
      },
    )
    let lines = ''
    child.stderr.on('data', (part) => (lines += part))
    child.stdout.on('data', (part) => (lines += part))
    child.on('close', () => resolve(lines))
  })
  await rm(folder, { recursive: true, force: true })
  const logged = said.split('\n').filter((line) => /^\{"level".*"request failed"/.test(line))
  assert.equal(logged.length, 1, said)
  assert.doesNotMatch(said, /secret/i)
  assert.match(logged[0] ?? '', /"path":"\/people\/:person\/plan"/)
  assert.match(logged[0] ?? '', /attack|asks\.mjs/)
})

test('raw requests that are no HTTP, or smuggle, do not stop the server', async () => {
  const server = serve({ fetch: world.site.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const send = (text: string) =>
    new Promise<string>((resolve) => {
      const socket = createConnection({ port, host: '127.0.0.1' }, () => socket.end(text))
      let got = ''
      socket.on('data', (part) => (got += part))
      socket.on('close', () => resolve(got))
      socket.on('error', () => resolve(got))
    })
  for (const text of [
    'GET / HTTP/1.1\r\n\r\n',
    'GET //evil.example/%2f.. HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /home HTTP/1.1\r\n\r\n',
    'GET /people/..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    'GET /assets/..%2f..%2fpackage.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`,
    'GET / HTTP/1.1\r\nHost: localhost\r\nCookie: goldthread.session_token=%00%ff; goldthread.flash=////; goldthread.theme="><script>\r\nConnection: close\r\n\r\n',
    'TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    '\x16\x03\x01\x00\xa5',
  ]) {
    const got = await send(text)
    assert.doesNotMatch(got, /^HTTP\/1.1 5(?!0[15])\d\d/, `${text.slice(0, 60)} -> ${got.slice(0, 200)}`)
    assert.doesNotMatch(got, /root:|"goldthread",|evil\.example|<script>alert/)
  }
  assert.match(await send('GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'), /ok$/)
  await new Promise((resolve) => server.close(resolve))
})

test('an organisation of the same installation is not to be had by its identifiers in any form', async () => {
  const other = await addOrganisation(world.house, 'Quayside Homes')
  const zoe = await addCharacter(world, other.orgId, { name: 'Zoe Elsewhere', standing: 'administrator' })
  for (const path of ['change', 'leaving', 'return', 'invitations']) {
    assert.equal((await zoe.session.post(`/people/${amara.personId}/${path}`, { name: 'Taken' })).status, 404)
  }
  assert.equal((await ben.session.get(`/people/${zoe.personId}`)).status, 404)
})

test('a new password ends every other session, and keeps the one that set it', async () => {
  // A place of its own: other tests here use up the tries of an address.
  const other = await openWorld({ name: 'Password Test' })
  const { house } = other
  const eli = await other.add({ name: 'Eli Marsh' })
  const user = await house.identity.userOf(eli.personId)
  await house.identity.setPassword(user?.userId ?? '', 'orange cart weather')
  const [here, stolen] = [other.visitor(), other.visitor()]
  for (const one of [here, stolen])
    await one.post('/sign-in', { email: user?.email ?? '', password: 'orange cart weather' })
  assert.equal((await stolen.get('/settings')).text.includes('Your sign-in'), true)
  const password = 'silver boat evening'
  const changed = await here.post('/settings/password', {
    old: 'orange cart weather',
    password,
    again: password,
  })
  assert.match(changed.text, /Your password is changed/)
  assert.match((await stolen.get('/settings')).text, /E-mail address/)
})

test('a file that is too large is answered by a page that says what to do, once all of it has come', async () => {
  const server = serve({ fetch: world.site.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const size = 66 * 1024 * 1024
  const head = (line: string) =>
    `POST /sign-in HTTP/1.1\r\nHost: localhost\r\nOrigin: ${ORIGIN}\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=x\r\n${line}\r\n\r\n`
  const body = Buffer.concat([
    Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'),
    Buffer.alloc(size, 'a'),
    Buffer.from('\r\n--x--\r\n'),
  ])
  const whole = [Buffer.from(head(`Content-Length: ${body.length}`)), body]
  const unsaid = [
    Buffer.from(head('Transfer-Encoding: chunked')),
    Buffer.from(`${body.length.toString(16)}\r\n`),
    body,
    Buffer.from('\r\n0\r\n\r\n'),
  ]
  for (const parts of [whole, unsaid]) {
    const got = await new Promise<string>((resolve, reject) => {
      const socket = createConnection({ port, host: '127.0.0.1' })
      let text = ''
      socket.on('data', (part) => (text += part))
      socket.on('close', () => resolve(text))
      socket.on('error', reject)
      for (const part of parts) socket.write(part)
    })
    assert.match(got, /^HTTP\/1\.1 413/)
    assert.match(got, /<h1[^>]*>The file is too large/)
    assert.match(got, /less than 64 MB, or split it/)
  }
  await new Promise((resolve) => server.close(resolve))
})
