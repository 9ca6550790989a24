import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { openSite } from '../src/app/web.ts'
import { openWorld, type World } from './world.ts'

let world: World
before(async () => {
  world = await openWorld()
})

const ask = (path: string, init: RequestInit = {}, env: object = {}) =>
  world.site.request(`http://localhost:3000${path}`, { redirect: 'manual', ...init }, env)
const form = (fields: Record<string, string>, origin = 'http://localhost:3000') => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
  body: new URLSearchParams(fields).toString(),
})
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })

test('every page forbids inline scripts and styles, framing and other hosts', async () => {
  const policy = (await ask('/')).headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.match(policy, /script-src 'self'/)
  assert.doesNotMatch(policy, /unsafe-inline|\*/)
  assert.match(policy, /frame-ancestors 'none'/)
  assert.equal((await ask('/')).headers.get('x-content-type-options'), 'nosniff')
  assert.doesNotMatch(await (await ask('/')).text(), / style="| onclick=/)
})

test('a form from another site is refused', async () => {
  assert.equal(
    (await ask('/sign-in', form({ email: 'a@b.example', password: 'x' }, 'https://evil.example'))).status,
    403,
  )
  assert.equal((await ask('/sign-in', form({ email: 'a@b.example', password: 'x' }))).status, 422)
})

test('from this machine set-up needs no code; from another machine, and through a proxy, it does', async () => {
  assert.doesNotMatch(await (await ask('/set-up?kind=team', {}, from('127.0.0.1'))).text(), /Set-up code/)
  assert.match(await (await ask('/set-up?kind=team', {}, from('203.0.113.9'))).text(), /Set-up code/)
  const proxied = await ask(
    '/set-up?kind=team',
    { headers: { 'x-forwarded-for': '203.0.113.9' } },
    from('127.0.0.1'),
  )
  assert.match(await proxied.text(), /Set-up code/)
  const fields = {
    kind: 'team',
    organisation: 'Far Away',
    name: 'Mallory',
    email: 'm@far.example',
    password: 'three words together',
    zone: 'Europe/London',
  }
  const wrong = await ask('/set-up', form({ ...fields, code: 'guess' }), from('203.0.113.9'))
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /not the one printed in the start log/)
  const right = await ask('/set-up', form({ ...fields, code: world.house.setUpCode }), from('203.0.113.9'))
  assert.equal(right.status, 303)
})

test('ten tries a minute at the set-up code from an address, the right one among them; another address may still try', async () => {
  const attempt = async (code: string, address: string) =>
    (await ask('/set-up', form({ kind: 'team', code, name: 'Mallory' }), from(address))).text()
  for (let at = 0; at < 10; at += 1)
    assert.match(await attempt(`guess ${at}`, '203.0.113.20'), /not the one printed in the start log/)
  const late = await attempt(world.house.setUpCode, '203.0.113.20')
  assert.match(late, /Too many tries from this address. Wait a minute, then try again/)
  assert.match(late, /value="Mallory"/)
  assert.match(await attempt('guess', '203.0.113.21'), /not the one printed in the start log/)
})

test('a refused set-up says every reason at once, each at its field, and keeps what was typed', async () => {
  const refused = await ask(
    '/set-up',
    form({
      kind: 'team',
      organisation: '',
      name: '',
      email: 'not-an-address',
      password: 'short',
      zone: 'Europe/London',
    }),
  )
  const html = await refused.text()
  assert.equal(refused.status, 422)
  for (const field of ['organisation', 'name', 'email', 'password'])
    assert.match(html, new RegExp(`href="#f-${field}"`))
  assert.match(html, /value="not-an-address"/)
  assert.match(html, /<title>Error: /)
})

test('an unknown address is a page that says so', async () => {
  const response = await ask('/no/such/page')
  assert.equal(response.status, 404)
  assert.match(await response.text(), /This page is not here/)
})

test('whoever is signed in keeps their navigation where nothing is, and on the pages of the footer', async () => {
  const amara = await world.add({ name: 'Amara Okafor' })
  const nobody = '00000000-0000-4000-8000-000000000000'
  for (const path of ['/no/such/page', `/people/${nobody}/plan`, '/help', '/what-we-keep', '/appearance']) {
    const { text } = await amara.session.get(path)
    assert.match(text, /My development .* Sign out/, path)
    assert.doesNotMatch(text, / Sign in /, path)
  }
  assert.match(await (await ask('/help')).text(), />Sign in</)
})

test('an administrator who leads somebody still reaches every page of the administration', async () => {
  const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  assert.match((await dana.session.get('/people')).text, /People Helpdesk import Frameworks Roles Priorities/)
  await world.add({ name: 'Kofi Mensah', leader: 'Dana Price' })
  const { text, html } = await dana.session.get('/people')
  assert.match(text, /Team My development .* Administration Career Add evidence Sign out/)
  for (const path of ['/imports', '/frameworks', '/roles', '/priorities'])
    assert.ok(html.includes(`href="${path}"`), path)
})

test('a lost database is said, nothing is lost, and the form can be sent again', async () => {
  const lost = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const broken = openSite(
    { ...world.house, identity: { ...world.house.identity, whoIs: () => Promise.reject(lost) } },
    new Map(),
  )
  const response = await broken.request(
    'http://localhost:3000/people',
    form({ name: 'A name that took a while to type', standing: 'adviser' }),
  )
  const html = await response.text()
  assert.equal(response.status, 503)
  assert.match(html, /The database cannot be reached/)
  assert.match(html, /Try again with what I typed/)
  assert.match(html, /name="name" value="A name that took a while to type"/)
})

test('the health checks answer without signing in', async () => {
  assert.equal(await (await ask('/healthz')).text(), 'ok')
  assert.equal(await (await ask('/readyz')).text(), 'ready')
})

test('after signing in one is sent to a page of this site, never to another', async () => {
  const fields = { email: 'first@larkfield-test.example', password: 'plum harvest lantern' }
  const inside = await ask('/sign-in', form({ ...fields, next: '/people?name=a' }))
  assert.equal(inside.headers.get('location'), '/people?name=a')
  for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    assert.equal((await ask('/sign-in', form({ ...fields, next }))).headers.get('location'), '/start')
  }
})
