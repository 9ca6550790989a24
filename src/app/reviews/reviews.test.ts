import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { addDays } from '../../kernel/day.ts'
import { countInTally, startTally } from '../measures/measures.ts'
import { actorOf } from '../people/people.ts'
import { agree, amendPlan, planAt, planOf, propose, saveDraft } from '../plans/plans.ts'
import { saveReflection } from '../reflections/reflections.ts'
import { listReviews } from './reviews.ts'

let world: World
let ben: Character
let people = 0

const TODAY = '2026-09-29'
const REVIEW_DAY = '2026-11-24'
const STAGES = {
  description:
    'On 2 September a customer rang about a bill that had doubled, and I promised to ring her back on Friday with the reading.',
  feelings: 'I felt embarrassed, then defensive, because the answer had been right.',
  evaluation: 'The explanation was clear and she said so. The promise failed because nobody else knew of it.',
  analysis: 'It failed because the promise was only in my head, and nobody could see it while I was away.',
  conclusion: 'I could have put the promise into the team diary with a name beside it.',
  action: 'I will use the check-back card on every billing call from 21 September.',
}

before(async () => {
  world = await openWorld({ today: TODAY })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
})

const actorIn = (who: Character, where = world) =>
  where.inOrg(async (tx) => {
    const acting = await actorOf(tx, who.personId)
    assert.ok(acting)
    return acting.actor
  })

async function agreeObjective(
  who: Character,
  text: string,
  more: { private?: boolean; measure?: string; where?: World } = {},
): Promise<string> {
  const where = more.where ?? world
  const alone = more.private || where !== world
  const own = await actorIn(who, where)
  const leader = alone ? own : await actorIn(ben)
  return where.inOrg(async (tx) => {
    const asked = { personId: who.personId, objectiveId: null, version: null, cause: null, causeReason: '' }
    const fields = {
      title: '',
      text,
      kind: 'personal' as const,
      why: 'It is asked for in every billing call.',
      private: more.private ?? false,
      measure: more.measure ?? null,
      unit: more.measure ? ('share' as const) : null,
      baseline: null,
      target: more.measure ? 0.76 : null,
      due: '2026-12-18',
      resources: 'An hour a week',
      success: 'Fewer ring back',
      priorityId: null,
      servesAspiration: false,
      needId: null,
      actions: [
        {
          actionId: null,
          what: 'Write the check-back card',
          owner: who.person.name,
          by: '2026-10-16',
          drop: false,
        },
      ],
    }
    const saved = await saveDraft(tx, own, { ...asked, fields }, where.today)
    assert.ok(saved.ok, JSON.stringify(saved))
    if (!alone)
      await propose(tx, own, { personId: who.personId, objectiveId: saved.value, words: '' }, where.today)
    const plan = await planOf(tx, who.personId, own, where.today)
    const version = plan.objectives.find(({ objectiveId }) => objectiveId === saved.value)?.version ?? 0
    const items = [{ objectiveId: saved.value, version, reason: 'Agreed for the test.' }]
    const agreed = await agree(tx, leader, { personId: who.personId, items }, where.today)
    assert.ok(agreed.ok, JSON.stringify(agreed))
    return saved.value
  })
}

const reviewsAt = (who: Character) => `/people/${who.personId}/reviews`
const on = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** Opens a review of the person's and answers its address. */
async function start(who: Character, by = who, where = world): Promise<string> {
  const page = await by.session.post(reviewsAt(who), on('held', where.today))
  assert.equal(page.status, 200, page.text)
  const own = await actorIn(who, where)
  const [review] = await where.inOrg((tx) => listReviews(tx, who.personId, own))
  return `${reviewsAt(who)}/${review?.reviewId}`
}

/** The value of a hidden field of a form, by the form's address. */
const hidden = (html: string, form: string, name: string): string => {
  const from = html.indexOf(`action="${form}"`)
  assert.ok(from >= 0, `no form for ${form}`)
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html.slice(from))?.[1] ?? ''
}

/** Says where every objective of the plan is, as somebody. */
async function answerAll(
  who: Character,
  review: string,
  where = world,
  by = who,
  place = 'going to plan',
): Promise<void> {
  const own = await actorIn(who, where)
  const plan = await where.inOrg((tx) => planOf(tx, who.personId, own, where.today))
  for (const { objectiveId } of plan.objectives.filter((one) => !one.private)) {
    const page = await by.session.get(`${review}?objective=${objectiveId}`)
    const version = hidden(page.html, `${review}/progress`, 'version')
    const fields = { objective: objectiveId, version, where: place, impact: 'Fewer ring back.' }
    assert.equal((await by.session.post(`${review}/progress`, fields)).status, 200)
  }
}

/** An adviser of Ben's with one objective agreed on 29 September, on the day of the review. */
async function reviewed(
  name = 'Amara Okafor',
): Promise<{ who: Character; objectiveId: string; review: string }> {
  world.setToday(TODAY)
  people += 1
  const email = `adviser-${people}@northgate.example`
  const who = await world.add({ name, email, team: 'Northgate', leader: 'Ben Hughes' })
  const objectiveId = await agreeObjective(
    who,
    'Resolve 76% of billing contacts first time by 18 December 2026',
  )
  world.setToday(REVIEW_DAY)
  return { who, objectiveId, review: await start(who) }
}

/** Fills in what is left of the sections, as the person. */
async function complete(who: Character, review: string, where = world): Promise<void> {
  await answerAll(who, review, where)
  await who.session.post(`${review}/account/none`, { 'no-account': 'Written for the last unit.' })
  const page = await who.session.post(`${review}/nothing`, { nothing: 'yes' })
  assert.ok(page.status === 200 || page.status === 422)
}

/** Signs as somebody, on the page as it is now. */
async function sign(who: Character, review: string, next?: string) {
  const version = hidden((await who.session.get(review)).html, `${review}/signature`, 'version')
  return who.session.post(`${review}/signature`, { version, ...(next ? on('next', next) : {}) })
}

const reviewsOf = (who: Character, viewer = who) =>
  world.inOrg(async (tx) => listReviews(tx, who.personId, await actorIn(viewer)))

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

const DATE = { what: 'due', ...on('due', '2027-01-29') }
const WINTER = { cause: 'organisation priority', reason: 'Winter billing doubles billing contacts.' }

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
    await planAt(tx, who.personId, 1),
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

async function closedReview() {
  const made = await reviewed()
  await complete(made.who, made.review)
  await sign(made.who, made.review)
  const closed = await sign(ben, made.review, '2027-01-19')
  assert.match(closed.text, /Plan version 1 stayed as it was/)
  return made
}

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

test('what a closed review showed stays, whatever the plan says later', async () => {
  const { who, review } = await closedReview()
  await agreeObjective(who, 'Shadow two complaint calls with Priya Nair by 12 February 2027')
  const page = await who.session.get(review)
  assert.match(page.text, /1 objective\b/)
  assert.doesNotMatch(page.text, /Shadow two complaint calls/)
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

test('a review changes nothing that only Amara sees', async () => {
  const { who, review } = await reviewed()
  const secret = await agreeObjective(who, 'Read one book on listening by 1 March 2027', { private: true })
  const change = { of: secret, what: 'remove', cause: 'other', reason: 'No time.' }
  const refused = await who.session.post(`${review}/changes`, change)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Choose an agreed objective of the plan/)
})

test('an account is written inside the review stage by stage, and read only by those it is for', async () => {
  const { who, review } = await reviewed()
  assert.match((await who.session.get(`${review}?model=gibbs`)).html, /name="description"/)
  const some = { model: 'gibbs', sharing: 'me', description: STAGES.description }
  const saved = await who.session.post(`${review}/account`, some)
  assert.equal(saved.status, 200, saved.text)
  assert.match(saved.text, /Reflective account , 1 of 6 stages/)
  const theirs = await ben.session.get(review)
  assert.doesNotMatch(theirs.text, /bill that had doubled/)
  assert.match(theirs.text, /Only Amara Okafor reads it/)
  const version = hidden(saved.html, `${review}/account`, 'version')
  const whole = { model: 'gibbs', version, sharing: 'leader', ...STAGES }
  assert.match((await who.session.post(`${review}/account`, whole)).text, /Reflective account , complete/)
  assert.match((await ben.session.get(review)).text, /The promise failed because nobody else knew/)
  assert.equal((await ben.session.post(`${review}/account`, { model: 'kolb', sharing: 'me' })).status, 403)
})

test('the next review asks of both whether the account’s action happened, each for themself', async () => {
  const { who, review } = await reviewed()
  await answerAll(who, review)
  await who.session.post(`${review}/nothing`, { nothing: 'yes' })
  await who.session.post(`${review}/account`, { model: 'gibbs', sharing: 'leader', ...STAGES })
  await sign(who, review)
  await sign(ben, review, '2027-01-19')
  world.setToday('2027-01-19')
  const second = await start(who, ben)
  assert.match(
    (await who.session.get(second)).text,
    /“I will use the check-back card on every billing call from 21 September.” Did it happen\? Not answered yet/,
  )
  const partly = await who.session.post(`${second}/answer`, { answer: 'partly', 'answer-words': '' })
  assert.match(partly.text, /what happened instead/)
  await ben.session.post(`${second}/answer`, { answer: 'yes', 'answer-words': 'seen on 3 of 3 calls' })
  const both = await who.session.post(`${second}/answer`, {
    answer: 'yes',
    'answer-words': 'since 21 September',
  })
  assert.match(
    both.text,
    /Amara Okafor: yes \(since 21 September\)\. Ben Hughes: yes \(seen on 3 of 3 calls\)/,
  )
})

test('an account for nobody else’s eyes is asked about only where its writer looks', async () => {
  world.setToday(TODAY)
  const kwame = await world.add({ name: 'Kwame Boateng', team: 'Northgate', leader: 'Ben Hughes' })
  await agreeObjective(kwame, 'Close 40 chats a week without a hand-over by 30 June 2027')
  const writer = await actorIn(kwame)
  await world.inOrg((tx) =>
    saveReflection(tx, writer, {
      personId: kwame.personId,
      model: 'gibbs',
      about: { kind: 'none', id: null, words: 'A hard week' },
      stages: STAGES,
      impact: '',
      sharing: 'me',
      saidOn: world.today,
    }),
  )
  const review = await start(kwame)
  assert.match((await kwame.session.get(review)).text, /use the check-back card.*Did it happen/)
  assert.doesNotMatch((await ben.session.get(review)).text, /use the check-back card|Did it happen/)
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
  assert.equal((await dina.session.post(`${reviewsAt(dina)}/next`, on('next', '2026-11-01'))).status, 422)
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
  assert.match(page.text, /Calls checked back: 85% \(85 of 100, interval 77 to 91%\) from 14 September 2026/)
  assert.match(page.text, /The whole interval is at or past the target of 76%/)
  assert.match(
    page.text,
    /Improvement signal on the chart of 2[67] weeks to \d+ November 2026\. The weeks since the objective was agreed are too few for a verdict of their own/,
  )
  assert.match(page.html, /<svg class="chart wide-only"/)
  await complete(amara, review)
  await sign(amara, review)
  await sign(ben, review, '2027-01-19')
  await world.inOrg((tx) =>
    countInTally(tx, own, { personId, tallyId, day: REVIEW_DAY, met: 0, of: 50 }, REVIEW_DAY),
  )
  const [kept] = await reviewsOf(amara)
  assert.equal(
    kept?.progress.find((one) => one.objectiveId === objectiveId)?.figure?.verdict,
    'improvement signal',
  )
  assert.match((await amara.session.get(review)).text, /85% \(85 of 100, interval 77 to 91%\)/)
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
