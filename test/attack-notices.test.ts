import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import ICAL from 'ical.js'
import { tendMails, tendNotices } from '../src/app/notices/jobs.ts'
import { openFeed } from '../src/app/notices/notices.ts'
import { stopToken } from '../src/app/notices/unsubscribing.ts'
import { paths } from '../src/app/paths.ts'
import { changePerson } from '../src/app/people/people.ts'
import { idIn } from './battlefield.ts'
import { calendarIn, type MailServer, openMailServer, postThrough } from './mailbox.ts'
import { openPlans, RING_BACK } from './plan-desk.ts'
import { form, raw } from './requests.ts'
import { addCharacter, addOrganisation, type Character, ORIGIN } from './world.ts'

let desk: Awaited<ReturnType<typeof openPlans>>
let server: MailServer
let zoe: Character
let otherOrg: string
let dana: Character
before(async () => {
  server = await openMailServer()
  desk = await openPlans()
  postThrough(desk.world, server.url)
  dana = await desk.world.add({ name: 'Dana Price', standing: 'administrator' })
  otherOrg = (await addOrganisation(desk.world.house, 'Quayside Homes')).orgId
  zoe = await addCharacter(desk.world, otherOrg, { name: 'Zoe Elsewhere', standing: 'administrator' })
})

const stopped = (personId: string) =>
  desk.world.inOrg(async ({ db, orgId }) => {
    const row = await db
      .selectFrom('notice_choice')
      .select('off')
      .where('org_id', '=', orgId)
      .where('person_id', '=', personId)
      .executeTakeFirst()
    return row?.off ?? []
  })

test('no link that stops mails can be made up: not of another kind, person or organisation', async () => {
  const { world, amara, ben } = desk
  const { keys } = world.house
  const stop = { orgId: world.orgId, personId: amara.personId, kind: 'digest' as const }
  const token = await stopToken(keys, stop)
  const bytes = Buffer.from(token, 'base64url')
  const forged = [
    ...Array.from(bytes.keys(), (at) => {
      const other = Buffer.from(bytes)
      other[at] = (other[at] ?? 0) ^ 1
      return other.toString('base64url')
    }),
    bytes.subarray(0, 33).toString('base64url'),
    Buffer.concat([bytes, bytes]).toString('base64url'),
    `${token}=`,
    token.toUpperCase(),
    'A'.repeat(65),
    'x'.repeat(10_000),
    '%E0%A4%A',
    '..%2f',
    Buffer.concat([
      Buffer.from(await stopToken(keys, { ...stop, personId: ben.personId }), 'base64url').subarray(0, 33),
      bytes.subarray(33),
    ]).toString('base64url'),
  ]
  for (const one of forged)
    for (const method of ['GET', 'POST']) {
      const { status } = await raw(world, paths.unsubscribe(one), { method })
      assert.ok(status === 404 || status === 400, `${status} ${one.slice(0, 80)}`)
    }
  const elsewhere = await stopToken(keys, { ...stop, orgId: otherOrg })
  assert.equal((await raw(world, paths.unsubscribe(elsewhere), { method: 'POST' })).status, 404)
  for (const who of [amara, ben]) assert.deepEqual(await stopped(who.personId), [])
})

test('one click stops one kind, from anywhere and without a cookie, and opens nothing else', async () => {
  const { world, amara } = desk
  const token = await stopToken(world.house.keys, {
    orgId: world.orgId,
    personId: amara.personId,
    kind: 'stale',
  })
  const at = paths.unsubscribe(token)
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']) await raw(world, at, { method })
  assert.deepEqual(await stopped(amara.personId), [], 'looking stops nothing')
  const foreign = { origin: 'https://mail.example' }
  const clicked = await raw(
    world,
    at,
    form({ 'List-Unsubscribe': 'One-Click', kind: 'digest', on: '' }, foreign),
  )
  assert.equal(clicked.status, 200)
  assert.deepEqual(clicked.headers.getSetCookie(), [])
  assert.deepEqual(await stopped(amara.personId), ['stale'])
  const again = await raw(world, at, { method: 'POST' })
  assert.equal(again.status, 200, 'without a body, and twice')
  assert.deepEqual(await stopped(amara.personId), ['stale'])
  for (const path of [
    `/notices/../sign-out`,
    `/notices/%2e%2e/sign-out`,
    `/notices/..%2fsign-out`,
    `//notices/x`,
    `/notices/${token}/../../sign-out`,
    paths.notices(amara.personId),
    paths.noticeHours,
    paths.noticesFeed(amara.personId),
  ]) {
    const { status } = await raw(world, path, form({ act: 'close' }, foreign))
    assert.ok([403, 404].includes(status), `${status} ${path}`)
  }
})

test('a calendar opens to nobody who guesses, and to nobody who has left or leads no longer', async () => {
  const { world, amara, ben } = desk
  await desk.agree(await desk.write({}))
  const token = await world.inOrg((tx) => openFeed(tx, ben.actor, ben.personId))
  const secret = token.split('.')
  assert.equal(secret.length, 2)
  assert.ok(Buffer.from(secret[1] ?? '', 'base64url').length >= 16)
  const theirs = await world.house.db.inOrg(otherOrg, (tx) => openFeed(tx, zoe.actor, zoe.personId))
  const wrong = [
    `${secret[0]}.${theirs.split('.')[1]}`,
    `${theirs.split('.')[0]}.${secret[1]}`,
    token.slice(0, -1),
    `${token}A`,
    secret[0] ?? '',
    `${secret[0]}.`,
    'x',
    'x'.repeat(5_000),
    '%ff',
    '..%2f..%2fetc%2fpasswd',
  ]
  const texts = new Set<string>()
  for (const one of wrong) {
    const page = await raw(world, paths.calendar(one))
    assert.ok(page.status === 404 || page.status === 400, `${page.status} ${one.slice(0, 60)}`)
    texts.add((await page.text()).replace(/value="[^"]*"/g, ''))
  }
  assert.equal(texts.size, 1, 'a wrong address says no more than that')
  await tendNotices(world.house)
  await tendMails(world.house)
  const read = async () => (await raw(world, paths.calendar(token))).text()
  const before = await read()
  assert.match(before, /BEGIN:VEVENT/)
  assert.doesNotMatch(before.replace(/\r\n /g, ''), /Amara|Ring back|18%/)
  await world.inOrg(async (tx) => {
    const { name, email, standings, team, job } = amara.person
    const asked = { name, email, standings, team, job, leaderId: null, assessorIds: [], today: world.today }
    const moved = await changePerson(tx, dana.actor, { personId: amara.personId, ...asked })
    assert.ok(moved.ok, JSON.stringify(moved))
  })
  assert.doesNotMatch(await read(), /BEGIN:VEVENT/, 'Ben leads Amara no longer')
  await world.inOrg(({ db, orgId }) =>
    db
      .updateTable('person')
      .set({ state: 'left' })
      .where('org_id', '=', orgId)
      .where('person_id', '=', ben.personId)
      .execute(),
  )
  assert.equal((await raw(world, paths.calendar(token))).status, 404, 'nor has he a calendar once he left')
  await world.inOrg(({ db, orgId }) =>
    db
      .updateTable('person')
      .set({ state: 'active' })
      .where('org_id', '=', orgId)
      .where('person_id', '=', ben.personId)
      .execute(),
  )
  const posted = await raw(world, paths.calendar(token), { method: 'POST' })
  assert.ok([403, 404].includes(posted.status))
  await tendMails(world.house)
})

test('a name is a name in every mail, whatever signs are in it', async () => {
  const { world, ben } = desk
  world.setToday('2026-11-18')
  const names = [
    '<img src=x onerror=alert(1)>',
    'Femi https://evil.example/login',
    'Femi: http://localhost:3000@evil.example',
    'Femi;ATTENDEE=mailto:thief@evil.example,x',
    'Femi\tAdeyemi',
    '=?utf-8?B?QmNjOiBhQGI=?=',
  ]
  for (const [at, name] of names.entries()) {
    const email = `odd-${at}@larkfield.example`
    const who = await world.add({ name, email, team: 'Northgate', leader: 'Ben Hughes' })
    const made = await who.session.post(`/people/${who.personId}/objectives`, {
      ...RING_BACK,
      kind: 'personal',
      sharing: 'leader',
      text: `\r\nBcc: thief@evil.example\r\n\r\n<script>alert(1)</script> by 29 January 2027`,
      title: 'x\r\nX-Odd: 1',
      do: 'propose',
    })
    assert.equal(made.status, 200, made.text.slice(0, 600))
  }
  for (const end of ['\r', '\n', '\u2028', '\u2029']) {
    const name = `Femi${end}Bcc: thief@evil.example`
    const added = await dana.session.post(paths.people, { name, email: '', standing: 'adviser' })
    assert.equal(added.status, 422, JSON.stringify(name))
  }
  server.received.length = 0
  await tendMails(world.house)
  const mails = server.mails(ben.person.email ?? '')
  assert.ok(mails.length > 0)
  for (const { raw: whole, to } of server.received) {
    assert.equal(to.length, 1)
    const [head = '', ...rest] = whole.split('\r\n\r\n')
    assert.doesNotMatch(head, /^(bcc|cc|x-odd):|thief|odd/im)
    assert.doesNotMatch(head.replace(/^Subject: .*$/im, ''), /Femi/)
    const body = rest.join('\r\n\r\n').replace(/=\r\n/g, '').replaceAll('=3D', '=')
    const html = body.slice(body.indexOf('<!doctype'))
    assert.match(html, /&lt;img src=x/)
    assert.doesNotMatch(html, /<(img|script)/)
    for (const [, href = ''] of body.matchAll(/href="([^"]*)"/g)) assert.equal(new URL(href).origin, ORIGIN)
    assert.doesNotMatch(body, /alert\(1\)<\/script>|Ring back|18%/)
  }
})

test('an invitation is one appointment with one guest, whatever the names around it', async () => {
  const { world, ben } = desk
  const femi = await world.add({
    name: 'Femi\\nBEGIN:VALARM',
    email: 'femi+a=b@larkfield.example',
    team: 'Northgate',
    leader: 'Ben Hughes',
  })
  const at = `/people/${femi.personId}/objectives`
  const fields = { ...RING_BACK, kind: 'personal', sharing: 'leader', do: 'propose' }
  const id = idIn((await femi.session.post(at, fields)).path)
  const version = desk.versionIn((await ben.session.get(`${at}/${id}`)).html)
  await ben.session.post(`${at}/${id}/agreement`, { version, [`unmet-${id}`]: 'For now.' })
  server.received.length = 0
  world.setToday('2026-11-19')
  await tendNotices(world.house)
  await tendMails(world.house)
  const calendars = server.received.map(calendarIn).filter((calendar) => /Femi|femi/i.test(calendar))
  assert.equal(calendars.length, 1, 'Femi’s own; Ben’s has his address')
  for (const calendar of server.received.map(calendarIn).filter(Boolean)) {
    const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent')
    assert.equal(events.length, 1)
    assert.equal(events[0]?.getAllProperties('attendee').length, 1)
    assert.equal(events[0]?.getAllSubcomponents().length, 0)
    assert.doesNotMatch(calendar, /Femi|VALARM|Ring back/)
  }
})
