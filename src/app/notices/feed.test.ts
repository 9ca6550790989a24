import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import ICAL from 'ical.js'
import { on, openReviews, reviewsAt, TODAY } from '../../../test/review-desk.ts'
import type { Character } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { closeOwn, planOf } from '../plans/plans.ts'
import { tendMails } from './jobs.ts'

let desk: Awaited<ReturnType<typeof openReviews>>
let amara: Character
let address: string

before(async () => {
  desk = await openReviews()
  amara = await desk.world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  await desk.agreeObjective(amara, 'Resolve 76% of billing contacts first time by 18 December 2026')
  address = await subscribe(amara)
})

async function subscribe(who: Character): Promise<string> {
  const page = await who.session.post(paths.noticesFeed(who.personId), { act: 'open' })
  return /http:\/\/localhost:3000(\/calendar\/[\w.-]+)/.exec(page.html)?.[1] ?? ''
}

const fetchFeed = (headers: Record<string, string> = {}, at = address) =>
  desk.world.site.request(`http://localhost:3000${at}`, { headers })

type Shown = {
  uid: string
  title: string
  day: string
  days: number
  sequence: number
  status: string
  description: string
}

/** The entries of the calendar as a calendar program reads them. */
async function entries(at = address): Promise<Shown[]> {
  const text = await (await fetchFeed({}, at)).text()
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one)
    assert.ok(event.startDate.isDate, 'a whole day, which no zone moves')
    return {
      uid: event.uid,
      title: event.summary,
      day: event.startDate.toString(),
      days: event.duration.toSeconds() / 86_400,
      sequence: Number(event.sequence),
      status: String(one.getFirstPropertyValue('status')),
      description: event.description,
    }
  })
}

const review = (shown: readonly Shown[]) => shown.find(({ title }) => title === 'Development review')

test('a calendar program reads Amara’s days by the secret address: whole days, without a word of what they are about', async () => {
  const response = await fetchFeed()
  assert.match(response.headers.get('content-type') ?? '', /^text\/calendar; charset=utf-8$/)
  const text = await response.text()
  for (const line of text.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, line)
    assert.ok(!line.includes('\n'))
  }
  assert.doesNotMatch(text.replace(/\r\n /g, ''), /Amara|Okafor|billing|76%|check-back|Northgate/)
  const shown = await entries()
  assert.deepEqual(shown.map(({ title, day, days }) => [title, day, days]).sort(), [
    ['An action falls due', '2026-10-16', 1],
    ['An objective falls due', '2026-12-18', 1],
    ['Development review', '2026-11-24', 1],
  ])
  for (const { uid, description } of shown) {
    assert.match(uid, /^(review|objective|action)-[0-9a-f-]{36}@localhost$/)
    assert.match(description, /^http:\/\/localhost:3000\/people\/\S+$/)
  }
})

test('a calendar that has not changed is not sent again', async () => {
  const first = await fetchFeed()
  const etag = first.headers.get('etag') ?? ''
  assert.equal((await fetchFeed({ 'if-none-match': etag })).status, 304)
  desk.world.setToday('2026-09-30')
  assert.equal((await fetchFeed({ 'if-none-match': etag })).status, 304, 'nor because a day has passed')
  desk.world.setToday(TODAY)
})

test('a review that moves keeps its number, and its sequence rises and never goes back', async () => {
  const before = review(await entries())
  const seen: number[] = [before?.sequence ?? -1]
  for (const day of ['2026-12-01', '2026-11-24', '2026-12-08']) {
    await amara.session.post(`${reviewsAt(amara)}/next`, on('next', day))
    const now = review(await entries())
    assert.deepEqual([now?.uid, now?.day], [before?.uid, day])
    seen.push(now?.sequence ?? -1)
    assert.equal(review(await entries())?.sequence, now?.sequence, 'to look changes nothing')
  }
  assert.deepEqual(seen, [0, 1, 2, 3])
})

test('what is called off stays in the calendar, and says so', async () => {
  const personId = amara.personId
  const known = new Set((await entries()).map(({ uid }) => uid))
  const alone = await desk.agreeObjective(amara, 'Finish the course on listening by 4 December 2026', {
    private: true,
  })
  const before = (await entries()).find(({ uid, title }) => !known.has(uid) && /objective/.test(title))
  const own = await desk.actorIn(amara)
  await desk.world.inOrg(async (tx) => {
    const plan = await planOf(tx, personId, own, desk.world.today)
    const version = plan.objectives.find(({ objectiveId }) => objectiveId === alone)?.version ?? 0
    const closed = await closeOwn(
      tx,
      own,
      { personId, objectiveId: alone, version, as: 'no longer needed' },
      TODAY,
    )
    assert.ok(closed.ok, JSON.stringify(closed))
  })
  const after = (await entries()).find(({ uid }) => uid === before?.uid)
  assert.deepEqual([before?.status, after?.status, after?.sequence], ['CONFIRMED', 'CANCELLED', 1])
  desk.world.setToday('2027-02-01')
  assert.equal(
    (await entries()).some(({ uid }) => uid === before?.uid),
    false,
    'after three months it is gone',
  )
  desk.world.setToday(TODAY)
})

test('Ben’s calendar shows the reviews of those he leads, and nothing else of them', async () => {
  const at = await subscribe(desk.ben)
  assert.deepEqual(
    (await entries(at)).map(({ title }) => title),
    ['Development review'],
  )
})

test('Ben’s calendar shows a review of Ellie’s, who never looked into hers, where no mail server is set', async () => {
  assert.equal(desk.world.house.mail.configured, false)
  const at = await subscribe(desk.ben)
  const before = (await entries(at)).length
  const ellie = await desk.world.add({ name: 'Ellie Marsh', team: 'Northgate', leader: 'Ben Hughes' })
  await desk.agreeObjective(ellie, 'Resolve 76% of billing contacts first time by 18 December 2026')
  assert.equal((await entries(at)).length, before)
  await tendMails(desk.world.house)
  assert.equal((await entries(at)).length, before + 1)
})

test('a new address ends the old one, and one taken away opens nothing; the database holds neither', async () => {
  const before = address
  address = await subscribe(amara)
  assert.equal((await fetchFeed({}, before)).status, 404)
  assert.equal((await fetchFeed()).status, 200)
  const rows = await desk.world.inOrg((tx) => tx.db.selectFrom('notice_feed').selectAll().execute())
  assert.ok(!JSON.stringify(rows).includes(address.split('.').at(-1) ?? ''))
  await amara.session.post(paths.noticesFeed(amara.personId), { act: 'close' })
  assert.equal((await fetchFeed()).status, 404)
})
