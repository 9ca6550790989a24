import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  DATE,
  hidden,
  on,
  openReviews,
  REVIEW_DAY,
  reviewsAt,
  TODAY,
  WINTER,
} from '../../../test/review-desk.ts'
import { openWorld } from '../../../test/world.ts'
import { planAt, planOf } from '../plans/plans.ts'

const {
  world,
  ben,
  actorIn,
  agreeObjective,
  start,
  answerAll,
  reviewed,
  complete,
  sign,
  reviewsOf,
  closedReview,
} = await openReviews()

test('nobody signs before sections 1 to 4 are complete, and Ben never before Amara', async () => {
  const { who, review } = await reviewed()
  const early = await who.session.post(`${review}/signature`, { version: '1' })
  assert.equal(early.status, 422)
  assert.match(early.text, /Not complete yet: progress by objective \(0 of 1 answered\)/)
  await complete(who, review)
  const ahead = await sign(ben, review, '2027-01-19')
  assert.equal(ahead.status, 422)
  assert.match(ahead.text, /Amara Okafor signs first/)
  assert.equal((await sign(who, review)).status, 200)
})

test('a change of Ben’s after Amara has signed voids her signature, and the page says who did what', async () => {
  const { who, objectiveId, review } = await reviewed()
  await complete(who, review)
  assert.match((await sign(who, review)).text, /You have signed. Ben Hughes signs next/)
  const locked = await who.session.post(`${review}/nothing`, { nothing: '' })
  assert.equal(locked.status, 422)
  assert.match(locked.text, /Take your signature back/)
  const action = { of: objectiveId, what: 'action', action: 'Teach the card at the huddle' }
  const cause = { cause: 'feedback', reason: 'The team asked for it.' }
  await ben.session.post(`${review}/changes`, { ...action, ...on('by', '2026-12-04'), ...cause })
  const page = await who.session.get(review)
  assert.match(
    page.text,
    /The signature of Amara Okafor no longer stands. Ben Hughes added a change to O-1 on 24 November 2026/,
  )
  assert.match((await sign(ben, review, '2027-01-19')).text, /Amara Okafor signs first/)
  assert.equal((await sign(who, review)).status, 200)
  assert.doesNotMatch((await who.session.get(review)).text, /no longer stands/)
})

test('Amara takes her signature back before Ben has signed, and can write again', async () => {
  const { who, review } = await reviewed()
  await complete(who, review)
  await sign(who, review)
  assert.equal((await who.session.post(`${review}/signature/withdrawal`)).status, 200)
  assert.equal((await who.session.post(`${review}/nothing`, { nothing: '' })).status, 200)
  const [kept] = await reviewsOf(who)
  assert.deepEqual([kept?.state, kept?.signatures], ['open', []])
})

test('a signature on a page that is no longer what it was is refused with who changed it, and when', async () => {
  const { who, review } = await reviewed()
  const seen = hidden((await who.session.get(review)).html, `${review}/signature`, 'version')
  await complete(who, review)
  await answerAll(who, review, world, ben, 'behind the plan')
  const stale = await who.session.post(`${review}/signature`, { version: seen })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /Ben Hughes changed this review on 24 November 2026 at 10:00/)
})

test('the last signature closes the review with the next date, and the plan is version 2 with each change', async () => {
  const { who, objectiveId, review } = await reviewed()
  await who.session.post(`${review}/changes`, { of: objectiveId, ...DATE, ...WINTER })
  const action = { of: objectiveId, what: 'action', action: 'Teach the card at the huddle' }
  const cause = { cause: 'feedback', reason: 'The team asked for it.' }
  await ben.session.post(`${review}/changes`, { ...action, ...on('by', '2026-12-04'), ...cause })
  await complete(who, review)
  await sign(who, review)
  const noDate = await sign(ben, review)
  assert.equal(noDate.status, 422)
  assert.match(noDate.text, /Give the date of the next review/)
  const closed = await sign(ben, review, '2027-01-19')
  assert.equal(closed.status, 200, closed.text)
  assert.match(closed.text, /Plan version 1 became version 2/)
  const own = await actorIn(who)
  const [plan, before] = await world.inOrg(async (tx) => [
    await planOf(tx, who.personId, own, world.today),
    await planAt(tx, who.personId, 1, own),
  ])
  assert.equal(plan.version, 2)
  assert.equal(plan.nextReviewOn, '2027-01-19')
  assert.equal(plan.objectives[0]?.due, '2027-01-29')
  assert.equal(plan.objectives[0]?.actions.at(-1)?.what, 'Teach the card at the huddle')
  assert.equal(before[0]?.due, '2026-12-18')
  const [kept] = await reviewsOf(who)
  assert.equal(kept?.state, 'closed')
  assert.equal(kept?.nextOn, '2027-01-19')
  assert.deepEqual([kept?.planVersionBefore, kept?.planVersionAfter], [1, 2])
  const signed = kept?.signatures.map(({ name, as }) => [name, as])
  assert.deepEqual(signed, [
    ['Amara Okafor', 'person'],
    ['Ben Hughes', 'leader'],
  ])
  assert.deepEqual(
    kept?.changes.map((change) => change.cause),
    ['organisation priority', 'feedback'],
  )
})

test('a closed review is never changed: a correction stands beside it, and the database refuses the rest', async () => {
  const { who, objectiveId, review } = await closedReview()
  const rewritten = {
    objective: objectiveId,
    version: '1',
    where: 'met, with evidence',
    impact: 'Rewritten.',
  }
  const changed = await ben.session.post(`${review}/progress`, rewritten)
  assert.equal(changed.status, 422)
  assert.match(changed.text, /This review is closed. Add a correction beside it/)
  const corrected = await who.session.post(`${review}/corrections`, {
    correction: 'Fewer ring back since May.',
  })
  assert.match(corrected.text, /Amara Okafor: Fewer ring back since May/)
  assert.match(corrected.text, /Going to plan Fewer ring back\./)
  for (const table of ['review_progress', 'review_signature', 'review'] as const) {
    const rewrite = world.inOrg((tx) =>
      tx.db.updateTable(table).set({ org_id: tx.orgId }).where('org_id', '=', tx.orgId).execute(),
    )
    await assert.rejects(rewrite, /A closed review is never changed/)
  }
})

test('a review that is open is changed where it is wrong: a correction is for what both have signed', async () => {
  const { who, review } = await reviewed()
  const early = await who.session.post(`${review}/corrections`, { correction: 'Fewer ring back since May.' })
  assert.equal(early.status, 422)
  assert.match(early.text, /This review is still open: change it where it is wrong/)
})

test('what a closed review showed stays, whatever the plan says later', async () => {
  const { who, review } = await closedReview()
  await agreeObjective(who, 'Shadow two complaint calls with Priya Nair by 12 February 2027')
  const page = await who.session.get(review)
  assert.match(page.text, /1 objective\b/)
  assert.doesNotMatch(page.text, /Shadow two complaint calls/)
})

test('a person whom nobody leads signs alone, and the review says that nobody else has', async () => {
  const own = await openWorld({ kind: 'me', today: TODAY, name: 'Just Femi' })
  const femi = await own.add({ name: 'Femi Ade' })
  await agreeObjective(femi, 'Keep three observed calls by 30 November 2026', { where: own })
  own.setToday(REVIEW_DAY)
  const review = await start(femi, femi, own)
  await complete(femi, review, own)
  const closed = await sign(femi, review, '2027-01-19')
  assert.equal(closed.status, 200, closed.text)
  assert.match(closed.text, /Femi Ade signed alone. Nobody else has/)
})

test('a review planned for a day to come is not closed before it; held today instead, Amara signs again', async () => {
  world.setToday(TODAY)
  const who = await world.add({ name: 'Amara Mensah', team: 'Northgate', leader: 'Ben Hughes' })
  await agreeObjective(who, 'Keep three observed calls by 30 November 2026')
  const planned = await who.session.post(reviewsAt(who), on('held', '2026-10-20'))
  const review = planned.path.replace(/[?#].*/, '')
  await complete(who, review)
  assert.equal((await sign(who, review)).status, 200)
  const early = await sign(ben, review, '2026-10-05')
  assert.equal(early.status, 422)
  assert.match(early.text, /This review is planned for 20 October 2026/)
  const moved = await ben.session.post(`${review}/day`)
  assert.match(moved.text, /Review 1, Tuesday 29 September 2026/)
  assert.match(moved.text, /Amara Mensah signs first/)
  await sign(who, review)
  assert.equal((await sign(ben, review, '2026-12-01')).status, 200)
  assert.deepEqual((await reviewsOf(who))[0]?.heldOn, TODAY)
})

test('what comes in between the two signatures is not in what both signed; where the first is void, it is', async () => {
  const { who, objectiveId, review } = await reviewed('Kwame Boateng')
  await complete(who, review)
  await sign(who, review)
  const own = await actorIn(who)
  const plan = await world.inOrg((tx) => planOf(tx, who.personId, own, world.today))
  const action = plan.objectives[0]?.actions[0]?.actionId
  const at = `/people/${who.personId}/objectives/${objectiveId}/actions/${action}/completion`
  assert.equal((await who.session.post(at, { done: 'yes' })).status, 200)
  const signed = await ben.session.get(review)
  assert.match(signed.text, /As Kwame Boateng signed it on 24 November 2026\. .*0 done, 1 late/)
  await who.session.post(`${review}/signature/withdrawal`)
  const again = await ben.session.get(review)
  assert.match(again.text, /1 done, 0 late/)
  assert.doesNotMatch(again.text, /signed it on/)
  const wish = (aspiration: string) => who.session.post(`/people/${who.personId}/aspiration`, { aspiration })
  await sign(who, review)
  await wish('Quality analyst')
  assert.doesNotMatch((await ben.session.get(review)).text, /Aspiration/)
  await ben.session.post(`${review}/nothing`, { nothing: '' })
  assert.match((await ben.session.get(review)).text, /Aspiration Quality analyst/)
  await complete(who, review)
  await sign(who, review)
  await wish('Team leader of Northgate')
  const closed = await sign(ben, review, '2027-01-19')
  assert.equal(closed.status, 200, closed.text)
  assert.match(closed.text, /Aspiration Quality analyst/)
})
