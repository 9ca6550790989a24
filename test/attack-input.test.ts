import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import sharp from 'sharp'
import { form, raw } from './requests.ts'
import { type Character, ORIGIN, openWorld, type World } from './world.ts'

let world: World
let amara: Character
let dana: Character
before(async () => {
  world = await openWorld()
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
})

test('a body that is cut off, not UTF-8 or far too long is said so, not failed on', async () => {
  const at = `/people/${amara.personId}/evidence`
  const broken = await raw(world, '/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x', origin: ORIGIN },
    body: '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\nno end',
  })
  assert.equal(broken.status, 400)
  assert.match(await broken.text(), /did not arrive whole/)
  const none = await raw(world, '/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data', origin: ORIGIN },
    body: 'x',
  })
  assert.equal(none.status, 400)
  const latin = await raw(world, '/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN },
    body: 'email=%ff%fe%c0%80&password=%ed%a0%80',
  })
  assert.equal(latin.status, 422)
  const long = await amara.session.post(at, { text: 'a '.repeat(5_000_000), kind: 'compliment' })
  assert.equal(long.status, 413)
  assert.match(long.text, /more text than a form can hold/)
  const page = await amara.session.post(at, { text: 'b'.repeat(10_001), kind: 'compliment' })
  assert.equal(page.status, 422)
  const huge = await raw(world, '/sign-in', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: ORIGIN,
      'content-length': String(65 * 1024 * 1024),
    },
    body: 'x=1',
  })
  assert.equal(huge.status, 413)
})

test('NUL, emoji, __proto__ and repeated names are text like any other', async () => {
  const at = `/people/${amara.personId}`
  const kept = await amara.session.post(`${at}/reflections`, {
    model: 'kolb',
    experience: 'a\u0000b 👩🏽‍🚒 \u202e',
    sharing: 'me',
    __proto__: 'x',
    constructor: 'y',
    'about-words': ['one', 'two\u0000'],
  })
  assert.equal(kept.status, 200)
  assert.match(kept.text, /ab 👩🏽‍🚒/)
  assert.equal(({} as Record<string, unknown>).x, undefined)
  for (const path of [
    `${at}/work/%00`,
    '/join/%00',
    `${at}/plan/versions/%00`,
    '/people?name=%00',
    `${at}/%00`,
    `/people/%00`,
  ])
    assert.ok([200, 403, 404].includes((await amara.session.get(path)).status), path)
  for (const path of [
    '/people/%',
    `${at}/work/%ff`,
    '/join/%E0%A4%A',
    `${at}/plan/versions/99999999999999999999`,
  ])
    assert.ok((await amara.session.get(path)).status < 500, path)
})

test('days and numbers that cannot be are refused, and none makes a page of ten thousand weeks', async () => {
  const at = `/people/${amara.personId}`
  for (const [from, to] of [
    ['0000-01-01', '0000-02-01'],
    ['0001-01-01', '9999-12-31'],
    ['0001-01-01', '2026-11-01'],
    ['9999-12-01', '9999-12-31'],
    ['2026-02-30', 'x'],
    ['12026-01-01', '12026-02-01'],
  ]) {
    for (const path of ['/work', '/work/fcr', '/work/csat/contacts']) {
      const began = performance.now()
      const { status } = await amara.session.get(`${at}${path}?from=${from}&to=${to}`)
      assert.ok(status < 500, `${status} from ${path} ${from}`)
      assert.ok(performance.now() - began < 3000, `${path} from ${from} took too long`)
    }
    const kept = await amara.session.post(`${at}/evidence/figures`, {
      measure: 'fcr',
      from: from ?? '',
      to: to ?? '',
      competency: 'x',
      reason: 'x',
    })
    assert.ok(kept.status < 500)
  }
  for (const figure of ['1e309', '-5', '1e308', 'NaN', '0x10', '9'.repeat(400)]) {
    const goal = await amara.session.post(`${at}/objectives`, {
      do: 'draft',
      text: 'I will do it by June.',
      measure: 'fcr',
      baseline: figure,
      target: figure,
      'due-day': '31',
      'due-month': '12',
      'due-year': '9999',
      kind: 'professional',
    })
    assert.equal(goal.status, 422)
    const count = await amara.session.post(`${at}/objectives`, {
      do: 'draft',
      text: 'I will do it by June.',
      measure: 'count',
      baseline: figure,
      target: figure,
      kind: 'professional',
    })
    assert.ok(count.status < 500, `${count.status} for ${figure}`)
  }
  assert.equal((await amara.session.get(`${at}/plan`)).status, 200)
})

test('a file is what it holds, has a safe name, and is only ever downloaded', async () => {
  const at = `/people/${amara.personId}/evidence`
  const said = { kind: 'work product', text: 'A document I wrote.', private: '', do: 'later' }
  for (const [name, content] of [
    ['picture.png', '<!doctype html><script>alert(1)</script>'],
    ['picture.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['notes.txt', '<html><body onload=alert(1)>'],
    ['run.exe', 'MZ\u0000\u0001'],
    ['a.zip', 'PK\u0003\u0004hello'],
  ] as const) {
    const page = await amara.session.post(at, { ...said, file: new File([content], name) })
    assert.equal(page.status, 422, name)
    assert.match(page.text, /is not attached\./)
  }
  const gif = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#284' } })
    .gif()
    .toBuffer()
  const polyglot = new Uint8Array(Buffer.concat([gif, Buffer.from('/*<script>alert(1)</script>*/')]))
  const names = [
    '../../../etc/passwd',
    '..\\..\\win.ini',
    'a"; filename="b.html',
    'x\r\nSet-Cookie: a=b.gif',
    '',
    '.htaccess',
    `${'n'.repeat(5000)}.gif`,
    'naïve 👩🏽‍🚒.gif',
  ]
  for (const name of names) {
    const page = await amara.session.post(at, {
      ...said,
      do: '',
      'happened-day': '1',
      'happened-month': '11',
      'happened-year': '2026',
      file: new File([polyglot], name),
    })
    assert.ok(page.status < 500, name)
    const id = /evidence\/([0-9a-f-]{36})/.exec(page.path)?.[1]
    if (!id) continue
    const address = /\/people\/[0-9a-f-]+\/evidence\/[0-9a-f-]+\/files\/[0-9a-f-]+/.exec(page.html)?.[0]
    if (!address) continue // a file without a name is none
    const file = await amara.session.get(address)
    assert.equal(file.headers.get('content-type'), 'image/png')
    assert.doesNotMatch(file.html, /script/)
    assert.equal(file.headers.get('x-content-type-options'), 'nosniff')
    assert.match(file.headers.get('content-disposition') ?? '', /^attachment; filename="[\w.-]+\.png"$/)
    assert.equal(file.headers.get('set-cookie'), null)
    assert.equal(file.headers.get('cache-control'), 'no-store')
  }
  const large = await amara.session.post(at, {
    ...said,
    file: new File([Buffer.alloc(21 * 1024 * 1024, 'a')], 'a.txt'),
  })
  assert.equal(large.status, 422)
  assert.match(large.text, /21 MB/)
  assert.ok((await amara.session.post(at, { ...said, file: new File([''], 'empty.txt') })).status < 500)
  const many = new FormData()
  for (const [name, value] of Object.entries(said)) many.append(name, value)
  for (let n = 0; n < 300; n += 1) many.append('file', new File(['words'], `${n}.txt`))
  assert.ok((await raw(world, at, { method: 'POST', headers: { origin: ORIGIN }, body: many })).status < 500)
})

test('names that are too long, not one line or of no known kind are refused', async () => {
  const long = Array.from({ length: 3000 }, (_, n) => (n * 7919).toString(36)).join('')
  const wrong: Record<string, string>[] = [
    { name: long },
    { team: long },
    { job: long },
    { name: 'Eve\nSubject: x' },
    { team: 'a\nb' },
    { standing: 'owner' },
    { leader: long },
    { email: `${long}@example.org` },
  ]
  for (const fields of wrong) {
    const { status } = await dana.session.post('/people', { name: 'Eve', standing: 'adviser', ...fields })
    assert.equal(status, 422, JSON.stringify(fields).slice(0, 40))
  }
  const founder = {
    kind: 'team',
    name: 'Eve',
    email: 'eve@example.org',
    password: 'plum harvest lantern',
    zone: 'Europe/London',
    organisation: long,
  }
  assert.equal((await raw(world, '/set-up', form(founder))).status, 422)
})
