import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { addOrganisation, type Character, openWorld, type World } from '../../../test/world.ts'
import { actorOf } from '../people/people.ts'
import { agree, planAt, planOf, propose, saveDraft } from '../plans/plans.ts'
import { saveReflection } from '../reflections/reflections.ts'
import { listReviews } from './reviews.ts'

let world: World
let ben: Character
let amara: Character
let chidi: Character
let stranger: Character

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
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  stranger = await world.add({ name: 'Priya Nair', team: 'Northgate' })
  await agreeObjective(amara, 'Resolve 76% of billing contacts first time by 18 December 2026')
})

const actorIn = (who: Character) =>
  world.inOrg(async (tx) => {
    const acting = await actorOf(tx, who.personId)
    assert.ok(acting)
    return acting.actor
  })

async function agreeObjective(
  who: Character,
  text: string,
  more: { kind?: 'professional' | 'personal'; private?: boolean; alone?: boolean } = {},
): Promise<string> {
  const [own, leader] = [await actorIn(who), await actorIn(ben)]
  return world.inOrg(async (tx) => {
    const asked = { personId: who.personId, objectiveId: null, version: null, cause: null, causeReason: '' }
    const fields = {
      title: '',
      text,
      kind: more.kind ?? ('personal' as const),
      why: 'It is asked for in every billing call.',
      private: more.private ?? false,
      measure: null,
      unit: null,
      baseline: null,
      target: null,
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
    const saved = await saveDraft(tx, own, { ...asked, fields }, world.today)
    assert.ok(saved.ok, JSON.stringify(saved))
    const alone = more.private || more.alone
    if (!alone)
      await propose(tx, own, { personId: who.personId, objectiveId: saved.value, words: '' }, world.today)
    const plan = await planOf(tx, who.personId, own, world.today)
    const version = plan.objectives.find(({ objectiveId }) => objectiveId === saved.value)?.version ?? 0
    const items = [{ objectiveId: saved.value, version, reason: 'Agreed for the test.' }]
    const agreed = await agree(tx, alone ? own : leader, { personId: who.personId, items }, world.today)
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
async function start(who: Character, by = who): Promise<string> {
  const page = await by.session.post(reviewsAt(who), on('held', world.today))
  assert.equal(page.status, 200, page.text)
  const [review] = await world.inOrg(async (tx) => listReviews(tx, who.personId, await actorIn(who)))
  return `${reviewsAt(who)}/${review?.reviewId}`
}

const hidden = (html: string, form: string, name: string): string => {
  const start = html.indexOf(`action="${form}"`)
  assert.ok(start >= 0, `no form for ${form}`)
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html.slice(start))?.[1] ?? ''
}

/** Says where every objective of the plan is, as somebody. */
async function answerAll(who: Character, review: string, by = who): Promise<void> {
  const actor = await actorIn(by)
  const plan = await world.inOrg((tx) => planOf(tx, who.personId, actor, world.today))
  for (const { objectiveId, state } of plan.objectives.filter((one) => !one.private)) {
    if (state === 'closed') continue
    const page = await by.session.get(`${review}?objective=${objectiveId}`)
    const version = hidden(page.html, `${review}/progress`, 'version')
    const fields = { objective: objectiveId, version, where: 'going to plan', impact: 'Fewer ring back.' }
    assert.equal((await by.session.post(`${review}/progress`, fields)).status, 200)
  }
}

const versionToSign = async (who: Character, review: string) =>
  hidden((await who.session.get(review)).html, `${review}/signature`, 'version')

let first = ''
let objectiveId = ''

test('Amara starts a review once something is agreed, and only one at a time', async () => {
  world.setToday(REVIEW_DAY)
  const nobody = await stranger.session.post(reviewsAt(stranger), on('held', REVIEW_DAY))
  assert.equal(nobody.status, 422)
  assert.match(nobody.text, /No objective is agreed yet/)
  first = await start(amara)
  const again = await amara.session.post(reviewsAt(amara), on('held', REVIEW_DAY))
  assert.equal(again.status, 422)
  assert.match(again.text, /Review 1 is still in progress/)
  const page = await amara.session.get(first)
  assert.match(page.text, /Review 1, Tuesday 24 November 2026/)
  assert.match(page.text, /What changed since 29 September 2026/)
  assert.match(page.text, /8 weeks, 1 event\b/)
  assert.match(page.text, /1 late.*Write the check-back card \(39 days late\)/)
})

test('Ben reads Amara’s review, Chidi only when he is assigned, and Priya never', async () => {
  assert.equal((await ben.session.get(first)).status, 200)
  assert.equal((await chidi.session.get(first)).status, 403)
  assert.equal((await stranger.session.get(first)).status, 403)
  assert.equal((await stranger.session.post(`${first}/progress`, {})).status, 403)
})

test('a review of one person is not there under another’s address', async () => {
  const own = first.replace(amara.personId, stranger.personId)
  assert.equal((await stranger.session.get(own)).status, 404)
})

test('nobody signs before sections 1 to 4 are complete, and Ben never before Amara', async () => {
  const early = await amara.session.post(`${first}/signature`, { version: '1' })
  assert.equal(early.status, 422)
  assert.match(early.text, /Not complete yet: progress by objective \(0 of 1 answered\)/)
  await answerAll(amara, first)
  await amara.session.post(`${first}/account/none`, { 'no-account': 'Written for the last unit.' })
  await amara.session.post(`${first}/nothing`, { nothing: 'yes' })
  const version = await versionToSign(ben, first)
  const ahead = await ben.session.post(`${first}/signature`, { version, ...on('next', '2027-01-19') })
  assert.equal(ahead.status, 422)
  assert.match(ahead.text, /Amara Okafor signs first/)
})

test('a change says its cause and what happened, and what was typed is kept where it does not', async () => {
  const plan = await world.inOrg(async (tx) => planOf(tx, amara.personId, await actorIn(amara), world.today))
  objectiveId = plan.objectives[0]?.objectiveId ?? ''
  const fields = { of: objectiveId, what: 'due', ...on('due', '2027-01-29') }
  const loose = await amara.session.post(`${first}/changes`, fields)
  assert.equal(loose.status, 422)
  assert.match(loose.text, /Choose the cause of this change/)
  assert.match(loose.text, /Say what happened/)
  assert.match(loose.html, /name="due-year" value="2027"/)
  const past = await amara.session.post(`${first}/changes`, { ...fields, ...on('due', '2026-11-01') })
  assert.match(past.text, /That day has passed/)
  const cause = { cause: 'organisation priority', reason: 'Winter billing doubles billing contacts.' }
  const added = await amara.session.post(`${first}/changes`, { ...fields, ...cause })
  assert.equal(added.status, 200)
  assert.match(added.html, /<del>.*18 December 2026<\/del>/)
  assert.match(added.html, /<ins>.*29 January 2027<\/ins>/)
  assert.match(added.text, /Organisation priority Winter billing doubles/)
  assert.match(added.text, /Plan version 1 becomes version 2 when both have signed/)
  const twice = await amara.session.post(`${first}/changes`, { ...fields, ...cause })
  assert.match(twice.text, /This review changes that of O-1 already/)
})

test('a change of Ben’s after Amara has signed voids her signature, and the page says who did what', async () => {
  const signed = await amara.session.post(`${first}/signature`, {
    version: await versionToSign(amara, first),
  })
  assert.equal(signed.status, 200)
  assert.match(signed.text, /You have signed. Ben Hughes signs next/)
  const locked = await amara.session.post(`${first}/nothing`, { nothing: '' })
  assert.equal(locked.status, 422)
  assert.match(locked.text, /Take your signature back/)
  const action = {
    of: objectiveId,
    what: 'action',
    action: 'Teach the card at the huddle',
    ...on('by', '2026-12-04'),
  }
  const added = await ben.session.post(`${first}/changes`, {
    ...action,
    cause: 'feedback',
    reason: 'The team asked for it.',
  })
  assert.equal(added.status, 200)
  const page = await amara.session.get(first)
  assert.match(
    page.text,
    /The signature of Amara Okafor no longer stands. Ben Hughes added a change to O-1 on 24 November 2026/,
  )
  const ahead = await ben.session.post(`${first}/signature`, {
    version: await versionToSign(ben, first),
    ...on('next', '2027-01-19'),
  })
  assert.match(ahead.text, /Amara Okafor signs first/)
})

test('a signature on a page that is no longer what it was is refused with who changed it', async () => {
  const stale = await amara.session.post(`${first}/signature`, { version: '1' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /Ben Hughes changed this review on 24 November 2026 at 10:00/)
})

test('two who write on the same objective both see both versions, and nothing typed is lost', async () => {
  const seen = hidden(
    (await ben.session.get(`${first}?objective=${objectiveId}`)).html,
    `${first}/progress`,
    'version',
  )
  const fields = { objective: objectiveId, version: seen }
  await amara.session.post(`${first}/progress`, {
    ...fields,
    where: 'behind the plan',
    impact: 'Two weeks of leave.',
  })
  const late = await ben.session.post(`${first}/progress`, {
    ...fields,
    where: 'going to plan',
    impact: 'Seen on three calls.',
  })
  assert.equal(late.status, 409)
  assert.match(late.text, /Amara Okafor changed the progress of O-1 on 24 November 2026 at 10:00/)
  assert.match(late.text, /Behind the plan. Two weeks of leave/)
  assert.match(late.html, /Seen on three calls/)
  const [review] = await world.inOrg(async (tx) => listReviews(tx, amara.personId, await actorIn(ben)))
  assert.equal(review?.progress[0]?.impact, 'Two weeks of leave.')
})

test('the last signature closes the review with the next date, and the plan is version 2 with both changes', async () => {
  await amara.session.post(`${first}/signature`, { version: await versionToSign(amara, first) })
  const version = await versionToSign(ben, first)
  const noDate = await ben.session.post(`${first}/signature`, { version })
  assert.equal(noDate.status, 422)
  assert.match(noDate.text, /Give the date of the next review/)
  const closed = await ben.session.post(`${first}/signature`, { version, ...on('next', '2027-01-19') })
  assert.equal(closed.status, 200, closed.text)
  assert.match(closed.text, /Plan version 1 became version 2/)
  await world.inOrg(async (tx) => {
    const actor = await actorIn(amara)
    const [objective] = (await planOf(tx, amara.personId, actor, world.today)).objectives
    assert.equal(objective?.due, '2027-01-29')
    assert.deepEqual(
      objective?.actions.map(({ what, by }) => [what, by]),
      [
        ['Write the check-back card', '2026-10-16'],
        ['Teach the card at the huddle', '2026-12-04'],
      ],
    )
    assert.equal((await planAt(tx, amara.personId, 1))[0]?.due, '2026-12-18')
    const [review] = await listReviews(tx, amara.personId, actor)
    assert.equal(review?.state, 'closed')
    assert.equal(review?.nextOn, '2027-01-19')
    assert.deepEqual([review?.planVersionBefore, review?.planVersionAfter], [1, 2])
    assert.deepEqual(
      review?.signatures.map(({ name, as }) => [name, as]),
      [
        ['Amara Okafor', 'person'],
        ['Ben Hughes', 'leader'],
      ],
    )
    assert.deepEqual(
      review?.changes.map(({ cause }) => cause),
      ['organisation priority', 'feedback'],
    )
  })
})

test('a closed review is never changed: a correction stands beside it, and the database refuses the rest', async () => {
  const changed = await ben.session.post(`${first}/progress`, {
    objective: objectiveId,
    version: '2',
    where: 'met, with evidence',
    impact: 'Rewritten.',
  })
  assert.equal(changed.status, 422)
  assert.match(changed.text, /This review is closed. Add a correction beside it/)
  const corrected = await amara.session.post(`${first}/corrections`, {
    correction: 'The leave was one week.',
  })
  assert.match(corrected.text, /Amara Okafor: The leave was one week/)
  assert.match(corrected.text, /Two weeks of leave/)
  for (const table of ['review_progress', 'review_signature'] as const) {
    const rewrite = world.inOrg((tx) =>
      tx.db.updateTable(table).set({ org_id: tx.orgId }).where('org_id', '=', tx.orgId).execute(),
    )
    await assert.rejects(rewrite, /A closed review is never changed/)
  }
})

test('what a closed review showed stays, whatever the plan says later', async () => {
  await agreeObjective(amara, 'Shadow two complaint calls with Priya Nair by 12 February 2027')
  const page = await amara.session.get(first)
  assert.match(page.text, /1 objective\b/)
  assert.doesNotMatch(page.text, /Shadow two complaint calls/)
})

test('an objective for Amara’s eyes only is in her review and in nobody else’s, and asks nobody for a signature', async () => {
  const secret = await agreeObjective(amara, 'Run five kilometres without stopping by 1 March 2027', {
    private: true,
  })
  world.setToday('2027-01-19')
  const second = await start(amara)
  const own = await amara.session.get(`${second}?objective=${secret}`)
  assert.match(own.text, /Run five kilometres/)
  const fields = { objective: secret, version: '0', where: 'going to plan', impact: 'I sleep better.' }
  assert.equal((await amara.session.post(`${second}/progress`, fields)).status, 200)
  const theirs = await ben.session.get(second)
  assert.doesNotMatch(theirs.text, /Run five kilometres|only you see|sleep better/)
  assert.match(theirs.text, /2 objectives/)
  const forced = await ben.session.post(`${second}/progress`, { ...fields, version: '1', impact: 'Seen.' })
  assert.equal(forced.status, 422)
  assert.doesNotMatch(forced.text, /kilometres/)
  const [asBen, asAmara] = await world.inOrg(async (tx) => [
    await listReviews(tx, amara.personId, await actorIn(ben)),
    await listReviews(tx, amara.personId, await actorIn(amara)),
  ])
  assert.equal(asBen[0]?.progress.length, 0)
  assert.equal(asAmara[0]?.progress.length, 1)
  const change = { of: secret, what: 'remove', cause: 'other', reason: 'No time.' }
  assert.equal((await amara.session.post(`${second}/changes`, change)).status, 422)
})

test('an account is written inside the review stage by stage, and shown only to those who may read it', async () => {
  const second = `${reviewsAt(amara)}/${(await world.inOrg(async (tx) => listReviews(tx, amara.personId, await actorIn(amara))))[0]?.reviewId}`
  const begun = await amara.session.get(`${second}?model=gibbs`)
  assert.match(begun.html, /name="description"/)
  const some = { model: 'gibbs', sharing: 'me', description: STAGES.description }
  const saved = await amara.session.post(`${second}/account`, some)
  assert.equal(saved.status, 200, saved.text)
  assert.match(saved.text, /Reflective account , 1 of 6 stages/)
  const theirs = await ben.session.get(second)
  assert.doesNotMatch(theirs.text, /bill that had doubled/)
  assert.match(theirs.text, /Only Amara Okafor reads it/)
  const version = hidden(saved.html, `${second}/account`, 'version')
  const whole = await amara.session.post(`${second}/account`, {
    model: 'gibbs',
    version,
    sharing: 'leader',
    ...STAGES,
  })
  assert.match(whole.text, /Reflective account , complete/)
  assert.match((await ben.session.get(second)).text, /The promise failed because nobody else knew/)
  assert.equal((await ben.session.post(`${second}/account`, { model: 'kolb', sharing: 'me' })).status, 403)
})

test('the next review asks whether the account’s action happened, of both, each for themself', async () => {
  const second = `${reviewsAt(amara)}/${(await world.inOrg(async (tx) => listReviews(tx, amara.personId, await actorIn(amara))))[0]?.reviewId}`
  await answerAll(amara, second)
  await amara.session.post(`${second}/nothing`, { nothing: 'yes' })
  await amara.session.post(`${second}/signature`, { version: await versionToSign(amara, second) })
  const closed = await ben.session.post(`${second}/signature`, {
    version: await versionToSign(ben, second),
    ...on('next', '2027-03-16'),
  })
  assert.match(closed.text, /Plan version 3 stayed as it was/)
  world.setToday('2027-03-16')
  const third = await start(amara, ben)
  const page = await amara.session.get(third)
  assert.match(
    page.text,
    /“I will use the check-back card on every billing call from 21 September.” Did it happen\? Not answered yet/,
  )
  const partly = await amara.session.post(`${third}/answer`, { answer: 'partly', 'answer-words': '' })
  assert.match(partly.text, /what happened instead/)
  await amara.session.post(`${third}/answer`, { answer: 'yes', 'answer-words': 'since 21 September' })
  const both = await ben.session.post(`${third}/answer`, {
    answer: 'yes',
    'answer-words': 'seen on 3 of 3 calls',
  })
  assert.match(both.text, /Amara Okafor: yes, since 21 September. Ben Hughes: yes, seen on 3 of 3 calls/)
})

test('an account for nobody else’s eyes is asked about only where its writer looks', async () => {
  const kwame = await world.add({ name: 'Kwame Boateng', team: 'Northgate', leader: 'Ben Hughes' })
  await agreeObjective(kwame, 'Close 40 chats a week without a hand-over by 30 June 2027')
  const kwames = await actorIn(kwame)
  await world.inOrg((tx) =>
    saveReflection(tx, kwames, {
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
  assert.match((await kwame.session.get(review)).text, /check-back card.*Did it happen/)
  assert.doesNotMatch((await ben.session.get(review)).text, /check-back card|Did it happen/)
})

test('a plan that nobody reviewed for 12 weeks is called stale, and a review ends that', async () => {
  const dina = await world.add({ name: 'Dina Khalil', team: 'Northgate', leader: 'Ben Hughes' })
  world.setToday('2027-04-01')
  await agreeObjective(dina, 'Answer 9 of 10 tariff questions without help by 1 October 2027')
  world.setToday('2027-06-23')
  assert.doesNotMatch((await dina.session.get(reviewsAt(dina))).text, /stale/)
  assert.match((await dina.session.get(reviewsAt(dina))).text, /The booked review has not been held/)
  world.setToday('2027-06-24')
  const page = await ben.session.get(reviewsAt(dina))
  assert.match(page.text, /This plan is stale. Nobody has reviewed it since 1 April 2027, 12 weeks ago/)
  const booked = await dina.session.post(`${reviewsAt(dina)}/next`, on('next', '2027-07-01'))
  assert.match(booked.text, /The next review is booked for 1 July 2027/)
  assert.match(booked.text, /stale/)
  assert.equal((await dina.session.post(`${reviewsAt(dina)}/next`, on('next', '2027-06-01'))).status, 422)
})

test('a change whose objective was changed meanwhile is not made over the top of that', async () => {
  const [review] = await world.inOrg(async (tx) => listReviews(tx, amara.personId, await actorIn(amara)))
  const third = `${reviewsAt(amara)}/${review?.reviewId}`
  const fields = { of: objectiveId, what: 'remove', cause: 'job role', reason: 'Amara moves to chat.' }
  assert.equal((await ben.session.post(`${third}/changes`, fields)).status, 200)
  await world.inOrg((tx) =>
    tx.db
      .updateTable('objective')
      .set({ title: 'Another title' })
      .where('org_id', '=', tx.orgId)
      .where('objective_id', '=', objectiveId)
      .execute(),
  )
  await answerAll(amara, third)
  await amara.session.post(`${third}/account/none`, { 'no-account': 'Nothing new.' })
  await amara.session.post(`${third}/signature`, { version: await versionToSign(amara, third) })
  const refused = await ben.session.post(`${third}/signature`, {
    version: await versionToSign(ben, third),
    ...on('next', '2027-09-01'),
  })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /O-1 was changed in the plan after this change was written/)
})

test('a person whom nobody leads signs alone, and the review says that nobody else has', async () => {
  const other = await openWorld({ kind: 'me', today: TODAY, name: 'Just Femi' })
  world = other
  const femi = await other.add({ name: 'Femi Ade' })
  ben = femi
  await agreeObjective(femi, 'Keep three observed calls by 30 November 2026', { alone: true })
  other.setToday('2026-11-24')
  const review = await start(femi)
  await answerAll(femi, review)
  await femi.session.post(`${review}/account/none`, { 'no-account': 'Kept in my journal.' })
  await femi.session.post(`${review}/nothing`, { nothing: 'yes' })
  const version = await versionToSign(femi, review)
  const closed = await femi.session.post(`${review}/signature`, { version, ...on('next', '2027-01-19') })
  assert.equal(closed.status, 200, closed.text)
  assert.match(closed.text, /Femi Ade signed alone. Nobody else has/)
  await addOrganisation(other.house, 'Quayside Homes')
})
