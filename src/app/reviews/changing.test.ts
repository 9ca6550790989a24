import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATE, on, openReviews, WINTER } from '../../../test/review-desk.ts'
import { amendPlan, planOf } from '../plans/plans.ts'

const { world, ben, actorIn, agreeObjective, reviewed, complete, sign, reviewsOf } = await openReviews()

test('a change says its cause and what happened, and what was typed is kept where it does not', async () => {
  const { who, objectiveId, review } = await reviewed()
  const fields = { of: objectiveId, ...DATE }
  const loose = await who.session.post(`${review}/changes`, fields)
  assert.equal(loose.status, 422)
  assert.match(loose.text, /Choose the cause of this change/)
  assert.match(loose.text, /Say what happened/)
  assert.match(loose.html, /name="due-year" value="2027"/)
  const past = await who.session.post(`${review}/changes`, { ...fields, ...on('due', '2026-11-01') })
  assert.match(past.text, /That day has passed/)
  const added = await who.session.post(`${review}/changes`, { ...fields, ...WINTER })
  assert.equal(added.status, 200)
  assert.match(added.html, /<del>.*18 December 2026<\/del>/)
  assert.match(added.html, /<ins>.*29 January 2027<\/ins>/)
  assert.match(added.text, /Organisation priority Winter billing doubles/)
  assert.match(added.text, /Plan version 1 becomes version 2 when both have signed/)
  const twice = await who.session.post(`${review}/changes`, { ...fields, ...WINTER })
  assert.match(twice.text, /This review changes that of O-1 already/)
})

test('the plan stays as it is until the review is closed', async () => {
  const { who, objectiveId, review } = await reviewed()
  await who.session.post(`${review}/changes`, { of: objectiveId, ...DATE, ...WINTER })
  await complete(who, review)
  await sign(who, review)
  const plan = await world.inOrg(async (tx) => planOf(tx, who.personId, await actorIn(who), world.today))
  assert.equal(plan.version, 1)
  assert.equal(plan.objectives[0]?.due, '2026-12-18')
})

test('a review changes nothing that only Amara sees', async () => {
  const { who, review } = await reviewed()
  const secret = await agreeObjective(who, 'Read one book on listening by 1 March 2027', { private: true })
  const change = { of: secret, what: 'remove', cause: 'other', reason: 'No time.' }
  const refused = await who.session.post(`${review}/changes`, change)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Choose an agreed objective of the plan/)
})

test('a change whose objective was changed meanwhile is not made over the top of that', async () => {
  const { who, objectiveId, review } = await reviewed()
  await ben.session.post(`${review}/changes`, { of: objectiveId, ...DATE, ...WINTER })
  await complete(who, review)
  await sign(who, review)
  const [own, leader] = [await actorIn(who), await actorIn(ben)]
  await world.inOrg(async (tx) => {
    const changes = [{ objectiveId, cause: 'job role' as const, reason: 'A new desk.', due: '2027-02-26' }]
    const amended = await amendPlan(
      tx,
      leader,
      { personId: who.personId, reviewId: null, changes },
      world.today,
    )
    assert.ok(amended.ok)
  })
  const refused = await sign(ben, review, '2027-01-19')
  assert.equal(refused.status, 422)
  assert.match(refused.text, /O-1 was changed in the plan after this change was written/)
  const plan = await world.inOrg((tx) => planOf(tx, who.personId, own, world.today))
  assert.equal(plan.objectives[0]?.due, '2027-02-26')
  assert.equal((await reviewsOf(who))[0]?.state, 'signed by one')
})
