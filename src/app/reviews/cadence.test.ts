import assert from 'node:assert/strict'
import { test } from 'node:test'
import { on, openReviews, REVIEW_DAY, reviewsAt, TODAY } from '../../../test/review-desk.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { cadenceFor, rhythmFor } from './reviews.ts'

const { world, ben, actorIn, agreeObjective, reviewed, complete, sign } = await openReviews()
const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })

test('plans are reviewed every 12 weeks until Dana sets other weeks for everybody, from 2 to 26', async () => {
  const amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  const inForce = () => world.inOrg((tx) => cadenceFor(tx, amara.personId))
  assert.deepEqual(await inForce(), { weeks: 12, setFor: 'usual' })
  for (const weeks of ['1', '27', '4.5', 'often', '']) {
    const refused = await dana.session.post(paths.rhythm, { weeks })
    assert.equal(refused.status, 422, weeks)
    assert.match(refused.text, /Give a whole number of weeks, from 2 to 26/)
  }
  assert.match((await dana.session.get(paths.people)).html, new RegExp(`href="${paths.rhythm}"`))
  const set = await dana.session.post(paths.rhythm, { weeks: '8' })
  assert.match(set.text, /Every 8 weeks, set for the whole organisation/)
  assert.deepEqual(await inForce(), { weeks: 8, setFor: 'organisation' })
  assert.match(
    (await amara.session.get(reviewsAt(amara))).text,
    /go through the plan together, at least every 8 weeks/,
  )
  assert.equal((await amara.session.post(paths.rhythm, { weeks: '4' })).status, 403)
  assert.equal((await ben.session.get(paths.rhythm)).status, 403)
})

test('Ben sets other weeks for one person, which count before the organisation’s; empty lets those count again', async () => {
  const priya = await world.add({ name: 'Priya Nair', team: 'Northgate', leader: 'Ben Hughes' })
  const kwame = await world.add({ name: 'Kwame Boateng', team: 'Northgate', leader: 'Ben Hughes' })
  const inForce = (who = priya) => world.inOrg((tx) => cadenceFor(tx, who.personId))
  const at = paths.reviewCadence(priya.personId)
  const led = await priya.session.post(at, { weeks: '26' })
  assert.equal(led.status, 422)
  assert.match(led.text, /Ben Hughes sets how often this plan is reviewed/)
  assert.doesNotMatch(led.html, new RegExp(`action="${at}"`))
  assert.equal((await ben.session.post(at, { weeks: '40' })).status, 422)
  const set = await ben.session.post(at, { weeks: '4' })
  assert.match(set.text, /The plan of Priya Nair is reviewed every 4 weeks from now on/)
  assert.deepEqual(await inForce(), { weeks: 4, setFor: 'person' })
  assert.deepEqual(await inForce(kwame), { weeks: 8, setFor: 'organisation' })
  const [entry] = await world.inOrg((tx) => listHistory(tx, { personId: priya.personId }))
  assert.deepEqual([entry?.kind, entry?.actorId], ['reviews.cadence', ben.personId])
  await ben.session.post(at, { weeks: '' })
  assert.deepEqual(await inForce(), { weeks: 8, setFor: 'organisation' })
})

test('Efua, whom nobody leads, sets her own weeks; not those of anybody else, and no longer once Ben leads her', async () => {
  const efua = await world.add({ name: 'Efua Asante', team: 'Quayside' })
  const at = paths.reviewCadence(efua.personId)
  assert.match((await efua.session.get(reviewsAt(efua))).html, new RegExp(`action="${at}"`))
  const set = await efua.session.post(at, { weeks: '6' })
  assert.match(set.text, /Your plan is reviewed every 6 weeks from now on/)
  const inForce = () => world.inOrg((tx) => cadenceFor(tx, efua.personId))
  assert.deepEqual(await inForce(), { weeks: 6, setFor: 'person' })
  assert.equal((await efua.session.post(paths.reviewCadence(ben.personId), { weeks: '6' })).status, 403)
  assert.equal((await ben.session.post(at, { weeks: '4' })).status, 403)
  const moved = await dana.session.post(paths.personChange(efua.personId), {
    name: 'Efua Asante',
    email: 'efua.asante@larkfield.example',
    standings: 'adviser',
    leader: ben.personId,
    team: 'Quayside',
  })
  assert.equal(moved.status, 200, moved.text)
  assert.equal((await efua.session.post(at, { weeks: '26' })).status, 422)
  assert.deepEqual(await inForce(), { weeks: 6, setFor: 'person' })
})

test('a plan reviewed every four weeks is due after three and stale after four, on every page that says so', async () => {
  world.setToday(TODAY)
  const yusuf = await world.add({ name: 'Yusuf Demir', team: 'Northgate', leader: 'Ben Hughes' })
  await ben.session.post(paths.reviewCadence(yusuf.personId), { weeks: '4' })
  await agreeObjective(yusuf, 'Close 40 chats a week without a hand-over by 30 June 2027')
  const own = await actorIn(yusuf)
  const rhythm = (day: string) => world.inOrg((tx) => rhythmFor(tx, yusuf.personId, own, day))
  assert.equal((await rhythm(TODAY)).nextOn, '2026-10-20')
  assert.equal((await rhythm('2026-10-26')).state, 'overdue')
  assert.equal((await rhythm('2026-10-27')).state, 'stale')
  world.setToday('2026-10-28')
  assert.match((await yusuf.session.get(reviewsAt(yusuf))).text, /This plan is stale/)
  assert.match(
    (await yusuf.session.get(paths.plan(yusuf.personId))).text,
    /lies for more than 4 weeks goes stale/,
  )
})

test('the last signature finds the day of the cadence filled in, and another day is as good', async () => {
  const { who, review } = await reviewed('Sofia Rossi')
  await ben.session.post(paths.reviewCadence(who.personId), { weeks: '6' })
  await complete(who, review)
  await sign(who, review)
  const page = await ben.session.get(review)
  assert.match(page.text, /Within 6 weeks: by Tuesday 5 January 2027/)
  for (const [part, value] of Object.entries(on('next', '2027-01-05')))
    assert.match(page.html, new RegExp(`name="${part}" value="${Number(value)}"`))
  assert.equal((await sign(ben, review, '2026-12-22')).status, 200)
  const next = await world.inOrg(async (tx) => rhythmFor(tx, who.personId, await actorIn(who), REVIEW_DAY))
  assert.equal(next.nextOn, '2026-12-22')
})
