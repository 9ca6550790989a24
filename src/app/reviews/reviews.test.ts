import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hidden, on, openReviews, REVIEW_DAY, reviewsAt } from '../../../test/review-desk.ts'
import { addDays } from '../../kernel/day.ts'
import { countInTally, startTally } from '../measures/measures.ts'
import { staleOf } from '../staleness/staleness.ts'

const { world, ben, actorIn, agreeObjective, start, reviewed, complete, sign, reviewsOf } =
  await openReviews()

test('a review opens with what changed since the plan was agreed, and only one is open at a time', async () => {
  const { who, review } = await reviewed()
  const page = await who.session.get(review)
  assert.match(page.text, /Review 1, Tuesday 24 November 2026/)
  assert.match(page.text, /What changed since 29 September 2026/)
  assert.match(page.text, /8 weeks, 1 event\b/)
  assert.match(page.text, /1 late.*Write the check-back card \(39 days late\)/)
  const again = await ben.session.post(reviewsAt(who), on('held', REVIEW_DAY))
  assert.equal(again.status, 422)
  assert.match(again.text, /Review 1 is still in progress/)
})

test('no review is held before the plan was first agreed', async () => {
  const zoe = await world.add({ name: 'Zoe Bell', team: 'Northgate', leader: 'Ben Hughes' })
  await agreeObjective(zoe, 'Answer 9 of 10 tariff questions without help by 1 March 2027')
  const long = await zoe.session.post(reviewsAt(zoe), on('held', '1999-01-01'))
  assert.equal(long.status, 422)
  assert.match(long.text, /The plan was first agreed on 24 November 2026: give that day or a later one/)
  assert.deepEqual(await reviewsOf(zoe), [])
})

test('nobody starts a review where nothing is agreed', async () => {
  const priya = await world.add({ name: 'Priya Nair', team: 'Northgate', leader: 'Ben Hughes' })
  const page = await priya.session.post(reviewsAt(priya), on('held', world.today))
  assert.equal(page.status, 422)
  assert.match(page.text, /No objective is agreed yet/)
})

test('Ben reads and writes Amara’s review; an assessor who is not assigned and a colleague do neither', async () => {
  const { who, review } = await reviewed()
  const chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  const sofia = await world.add({ name: 'Sofia Rossi', team: 'Northgate' })
  assert.equal((await ben.session.get(review)).status, 200)
  for (const other of [chidi, sofia]) {
    assert.equal((await other.session.get(review)).status, 403)
    assert.equal((await other.session.post(`${review}/progress`, {})).status, 403)
  }
  const asOwn = review.replace(who.personId, sofia.personId)
  assert.equal((await sofia.session.get(asOwn)).status, 404)
  assert.equal((await sofia.session.post(`${asOwn}/nothing`, { nothing: 'yes' })).status, 404)
})

test('two who write on the same objective both see both versions, and nothing typed is lost', async () => {
  const { who, objectiveId, review } = await reviewed()
  const fields = { objective: objectiveId, version: '0' }
  const first = { ...fields, where: 'behind the plan', impact: 'Two weeks of leave.' }
  await who.session.post(`${review}/progress`, first)
  const late = await ben.session.post(`${review}/progress`, {
    ...fields,
    where: 'going to plan',
    impact: 'Seen on three calls.',
  })
  assert.equal(late.status, 409)
  assert.match(late.text, /Amara Okafor changed the progress of O-1 on 24 November 2026 at 10:00/)
  assert.match(late.text, /Behind the plan. Two weeks of leave/)
  assert.match(late.html, /Seen on three calls/)
  assert.equal((await reviewsOf(who))[0]?.progress[0]?.impact, 'Two weeks of leave.')
  const version = hidden(late.html, `${review}/progress`, 'version')
  const both = { ...fields, version, where: 'behind the plan', impact: 'Leave, then seen on three calls.' }
  assert.equal((await ben.session.post(`${review}/progress`, both)).status, 200)
})

test('an objective for Amara’s eyes only is in her review and in nobody else’s, and asks nobody to sign', async () => {
  const { who, review } = await reviewed()
  const secret = await agreeObjective(who, 'Run five kilometres without stopping by 1 March 2027', {
    private: true,
  })
  assert.match((await who.session.get(`${review}?objective=${secret}`)).text, /Run five kilometres/)
  const fields = { objective: secret, version: '0', where: 'going to plan', impact: 'I sleep better.' }
  await complete(who, review)
  await sign(who, review)
  assert.equal((await who.session.post(`${review}/progress`, fields)).status, 200)
  const theirs = await ben.session.get(review)
  assert.doesNotMatch(theirs.text, /Run five kilometres|only you see|sleep better/)
  assert.match(theirs.text, /1 objective\b/)
  const forced = await ben.session.post(`${review}/progress`, { ...fields, version: '1', impact: 'Seen.' })
  assert.equal(forced.status, 422)
  assert.doesNotMatch(forced.text, /kilometres/)
  const closed = await sign(ben, review, '2027-01-19')
  assert.equal(closed.status, 200, closed.text)
  assert.doesNotMatch(closed.text, /kilometres|sleep better/)
  assert.match((await who.session.get(review)).text, /Run five kilometres.*sleep better/)
  assert.equal((await reviewsOf(who, ben))[0]?.progress.length, 1)
  assert.equal((await reviewsOf(who))[0]?.progress.length, 2)
})

test('a plan that nobody reviewed for 12 weeks is called stale, whatever day is booked', async () => {
  world.setToday('2026-09-01')
  const dina = await world.add({ name: 'Dina Khalil', team: 'Northgate', leader: 'Ben Hughes' })
  await agreeObjective(dina, 'Answer 9 of 10 tariff questions without help by 1 March 2027')
  world.setToday('2026-11-23')
  const before = await dina.session.get(reviewsAt(dina))
  assert.doesNotMatch(before.text, /is stale/)
  assert.match(before.text, /The booked review has not been held/)
  world.setToday('2026-11-24')
  const page = await ben.session.get(reviewsAt(dina))
  assert.match(page.text, /This plan is stale. Nobody has reviewed it since 1 September 2026, 12 weeks ago/)
  const booked = await dina.session.post(`${reviewsAt(dina)}/next`, on('next', '2026-12-01'))
  assert.match(booked.text, /The next review is booked for 1 December 2026/)
  assert.match(booked.text, /This plan is stale/)
  const waits = async (day: string) => {
    const own = await actorIn(dina)
    const things = await world.inOrg((tx) => staleOf(tx, dina.personId, own, day))
    return things.some(({ kind }) => kind === 'no review')
  }
  assert.deepEqual([await waits('2026-12-01'), await waits('2026-12-02')], [false, true])
  world.setToday('2026-12-20')
  await dina.session.post(`${reviewsAt(dina)}/next`, on('next', '2026-12-29'))
  assert.deepEqual([await waits('2026-12-21'), await waits('2026-12-22')], [false, true])
  world.setToday('2026-11-24')
  assert.equal((await dina.session.post(`${reviewsAt(dina)}/next`, on('next', '2026-11-01'))).status, 422)
})

test('progress is read from the linked measure, with its count, interval, verdict and chart, and kept as it was', async () => {
  world.setToday('2026-05-04')
  const amara = await world.add({ name: 'Amara Mensah', team: 'Northgate', leader: 'Ben Hughes' })
  const own = await actorIn(amara)
  const { personId } = amara
  world.setToday(REVIEW_DAY)
  const tallyId = await world.inOrg(async (tx) => {
    const about = {
      name: 'Calls checked back',
      words: 'The customer said it back',
      kind: 'share',
      betterIs: 'higher',
    }
    const started = await startTally(tx, own, { personId, ...about })
    assert.ok(started.ok, JSON.stringify(started))
    for (let week = 0; week < 26; week += 1) {
      const [day, met] = [addDays('2026-05-25', 7 * week), week < 16 ? 6 + (week % 2) : 8 + (week % 2)]
      const counted = await countInTally(
        tx,
        own,
        { personId, tallyId: started.value, day, met, of: 10 },
        REVIEW_DAY,
      )
      assert.ok(counted.ok, JSON.stringify(counted))
    }
    return started.value
  })
  world.setToday('2026-09-14')
  const wish = 'Check back on 76% of billing calls by 18 December 2026'
  const objectiveId = await agreeObjective(amara, wish, { measure: `tally:${tallyId}` })
  world.setToday(REVIEW_DAY)
  const review = await start(amara)
  const page = await amara.session.get(review)
  assert.match(page.text, /Improvement signal/)
  assert.match(page.text, /Measures Calls checked back: improvement signal, before that no signal/)
  assert.match(page.text, /Calls checked back: 85% \(85 of 100, interval 77 to 91%\) from 14 September 2026/)
  assert.match(page.text, /The whole interval is at or past the target of 76%/)
  assert.match(
    page.text,
    /Improvement signal on the chart of 2[67] weeks to \d+ November 2026\. The weeks since the objective was agreed are too few for a verdict of their own/,
  )
  assert.match(page.html, /<svg class="chart wide-only"/)
  assert.match(
    page.text,
    /Before O-1 was agreed, and since .*Before 15 June to 13 September 2026 65%, 85 of 130 .*After 14 September to 24 November 2026 85%, 85 of 100 .*19\.6 points higher, 95% interval from 8\.4/,
  )
  await complete(amara, review)
  await sign(amara, review)
  assert.match((await ben.session.get(`${review}?objective=${objectiveId}`)).html, /id="chart-o-1/)
  await world.inOrg((tx) =>
    countInTally(tx, own, { personId, tallyId, day: '2026-11-17', met: 0, of: 50 }, REVIEW_DAY),
  )
  const signed = await ben.session.get(`${review}?objective=${objectiveId}`)
  assert.match(signed.text, /85% \(85 of 100, interval 77 to 91%\)/)
  assert.doesNotMatch(signed.html, /id="chart-o-1/)
  await sign(ben, review, '2027-01-19')
  const [kept] = await reviewsOf(amara)
  assert.equal(
    kept?.progress.find((one) => one.objectiveId === objectiveId)?.figure?.verdict,
    'improvement signal',
  )
  const closed = await ben.session.get(review)
  assert.match(closed.text, /85% \(85 of 100, interval 77 to 91%\)/)
  assert.match(closed.text, /Before O-1 was agreed, and since .* 85%, 85 of 100/)
  assert.match(closed.text, /Counted on 24 November 2026 and kept as it was/)
  world.setToday('2027-01-19')
  const again = await amara.session.get(await start(amara))
  assert.match(again.text, /Before O-1 was agreed, and since .*After 14 September 2026 to .* 57%, 85 of 150/)
})
