import assert from 'node:assert/strict'
import { test } from 'node:test'
import { on, openReviews, REVIEW_DAY, reviewsAt, TODAY } from '../../../test/review-desk.ts'
import { sayAspiration } from '../careers/careers.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { setLeft } from '../people/people.ts'
import { planOf } from '../plans/plans.ts'
import { listRoles, roleOf } from '../roles/roles.ts'

const { world, ben, actorIn, agreeObjective, start, complete, sign, coached, questionsOf, causesOf } =
  await openReviews()
const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })

/** Dana's form of what a role asks: the levels in force, with some of them changed. */
async function publish(
  roleId: string,
  levels: Record<string, string>,
  because = 'Complaints are settled here now.',
) {
  const page = await dana.session.get(paths.roleProfile(roleId))
  const version = /name="version" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
  const fields: Record<string, string> = { version, because }
  for (const [, name = '', options = ''] of page.html.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  ))
    fields[name] = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? ''
  for (const [competencyId, level] of Object.entries(levels)) fields[`level-${competencyId}`] = level
  return dana.session.post(paths.roleProfile(roleId), fields)
}

const { who: amara, competency, role, objectiveId } = await coached('Amara Okafor', 'CS-06')

test('a new version of the role’s profile shows the gap that moved, asks of the objective on it, and proposes a review', async () => {
  const other = await agreeObjective(amara, 'Take the tariff course by 18 December 2026')
  world.setToday(REVIEW_DAY)
  const asks = role.requirements.find((each) => each.competencyId === competency.competencyId)
  assert.ok(asks)
  const level = asks.level + 1
  const published = await publish(role.roleId, { [competency.competencyId]: String(level) })
  assert.equal(published.status, 200, published.text)
  assert.match(
    published.text,
    new RegExp(
      `Version 2026-2 is in force\\. ${competency.title}: level ${asks.level} became level ${level}`,
    ),
  )
  const page = await amara.session.get(reviewsAt(amara))
  assert.match(
    page.text,
    /Something has changed .*Role profile: .* is now version 2026-2.*Hold a review because of this, today/,
  )
  assert.match(
    page.text,
    new RegExp(
      `${competency.title}: level ${asks.level} before, now level ${level}\\. No level is agreed yet`,
    ),
  )
  assert.match(page.text, /Still relevant\? O-1 Settle 8 of 10 complaints.*Keep O-1 Amend O-1 Close O-1/)
  assert.doesNotMatch(page.text, /Still relevant.*Take the tariff course/)
  const asked = await questionsOf(amara)
  assert.deepEqual(
    asked.map((one) => [one.objectiveId, one.cause]),
    [[objectiveId, 'profile changed']],
  )
  assert.ok(!asked.some((one) => one.objectiveId === other))
  const gaps = await amara.session.get(paths.gaps(amara.personId))
  assert.match(gaps.text, /2026-2/)
})

test('the plan page and the review page lead to the question; an assessor reads it and answers nothing', async () => {
  const chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  const [asked] = await questionsOf(amara)
  assert.ok(asked)
  assert.match(
    (await amara.session.get(paths.plan(amara.personId))).text,
    /Is O-1 still relevant\? Keep, amend or close it/,
  )
  const answer = paths.reviewQuestion(amara.personId, asked.questionId)
  assert.equal((await chidi.session.post(answer, { answer: 'keep' })).status, 403)
  assert.equal((await questionsOf(amara)).length, 1)
})

test('Amara keeps an objective with one press: dated, in the history, and asked no more', async () => {
  const [asked] = await questionsOf(amara)
  assert.ok(asked)
  const answer = paths.reviewQuestion(amara.personId, asked.questionId)
  const kept = await amara.session.post(answer, { answer: 'keep' })
  assert.match(kept.text, /Kept as it is/)
  assert.match(
    kept.text,
    /Something has changed .*Still relevant\? O-1 Settle .*?: kept as it is, Amara Okafor, 24 November 2026/,
  )
  assert.doesNotMatch(kept.text, /Keep O-/)
  assert.deepEqual(await questionsOf(amara), [])
  const [entry] = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }))
  assert.equal(entry?.kind, 'reviews.relevance')
  assert.deepEqual([entry?.day, (entry?.payload as { answer: string } | null)?.answer], [REVIEW_DAY, 'keep'])
  const twice = await ben.session.post(answer, { answer: 'close' })
  assert.equal(twice.status, 422)
  assert.match(twice.text, /Amara Okafor has answered this on 24 November 2026: keep it/)
})

test('one press opens the review that is proposed, with the cause as its first line and the answer beside it', async () => {
  const page = await amara.session.get(reviewsAt(amara))
  assert.match(page.text, /Hold a review because of this, today/)
  const review = await start(amara)
  const opened = await ben.session.get(review)
  assert.match(
    opened.text,
    /What changed since 29 September 2026.*?Why now Role profile: .* is now version 2026-2/,
  )
  assert.match(opened.text, /Still relevant\? O-1 Settle .*: kept as it is, Amara Okafor, 24 November 2026/)
  assert.deepEqual(await causesOf(amara), [])
})

test('Amara amends in the objective’s own form, with the cause filled in; opening it answers nothing', async () => {
  const { who, competency, role } = await coached('Priya Nair', 'CS-06')
  world.setToday(REVIEW_DAY)
  const now = await world.inOrg((tx) => roleOf(tx, who.personId, REVIEW_DAY))
  const level = now?.requirements.find((each) => each.competencyId === competency.competencyId)?.level ?? 1
  await publish(role.roleId, { [competency.competencyId]: String(level - 1) })
  const [asked] = await questionsOf(who)
  assert.ok(asked)
  const form = await who.session.post(paths.reviewQuestion(who.personId, asked.questionId), {
    answer: 'amend',
  })
  assert.equal(form.status, 200)
  assert.match(form.html, /<option value="profile changed" selected/)
  assert.match(form.html, /name="cause-reason"[^>]*value="Role profile: /)
  assert.equal((await questionsOf(who)).length, 1)
  const kept = await who.session.post(paths.reviewQuestion(who.personId, asked.questionId), {
    answer: 'keep',
  })
  assert.match(kept.text, /Kept as it is/)
})

test('Ben closes at a review, which opens for it with the cause and what happened filled in', async () => {
  const { who, competency, role, objectiveId } = await coached('Kwame Boateng', 'CS-06')
  world.setToday(REVIEW_DAY)
  const now = await world.inOrg((tx) => roleOf(tx, who.personId, REVIEW_DAY))
  const level = now?.requirements.find((each) => each.competencyId === competency.competencyId)?.level ?? 1
  await publish(role.roleId, { [competency.competencyId]: String(level + 1) })
  const [asked] = await questionsOf(who, ben)
  assert.ok(asked)
  const form = await ben.session.post(paths.reviewQuestion(who.personId, asked.questionId), {
    answer: 'close',
  })
  assert.match(form.text, /Review 1, Tuesday 24 November 2026/)
  assert.match(form.html, /value="profile changed"[^>]*checked|checked[^>]*value="profile changed"/)
  assert.match(form.html, /name="reason"[^>]*value="Role profile: /)
  assert.match(form.text, /How did it end\?/)
  const [still] = await questionsOf(who)
  assert.match(still?.href ?? '', /reviews\/[0-9a-f-]{36}#changed$/)
  const { objectives } = await world.inOrg(async (tx) =>
    planOf(tx, who.personId, await actorIn(who), REVIEW_DAY),
  )
  assert.equal(objectives.find((one) => one.objectiveId === objectiveId)?.state, 'agreed')
})

test('another job asks about every professional objective and no personal one; another team asks nothing', async () => {
  const { who, objectiveId } = await coached('Sofia Rossi', 'CS-06')
  await agreeObjective(who, 'Read one book on listening by 18 December 2026')
  world.setToday(REVIEW_DAY)
  const change = {
    name: 'Sofia Rossi',
    email: 'sofia.rossi@northgate.example',
    standings: 'adviser',
    leader: ben.personId,
    job: 'Adviser',
  }
  const moved = await dana.session.post(paths.personChange(who.personId), { ...change, team: 'Quayside' })
  assert.equal(moved.status, 200, moved.text)
  assert.deepEqual(await causesOf(who), [])
  await dana.session.post(paths.personChange(who.personId), {
    ...change,
    team: 'Quayside',
    job: 'Team leader',
  })
  const [cause] = await causesOf(who)
  assert.equal(cause?.words, 'Job role: Team leader, before that Adviser')
  assert.ok((cause?.levels ?? []).some(({ title, after }) => title === 'Coaching others' && after === 4))
  assert.deepEqual(
    (await questionsOf(who)).map((one) => one.objectiveId),
    [objectiveId],
  )
})

test('a role that was chosen is a cause too where the job goes on being called the same; the same role anew is none', async () => {
  const { who, role } = await coached('Ines Duarte', 'CS-06')
  world.setToday(REVIEW_DAY)
  const place = { job: 'Adviser', team: 'Northgate', leader: ben.personId, ...on('from', REVIEW_DAY) }
  const at = paths.positions(who.personId)
  await dana.session.post(at, { ...place, role: role.roleId })
  assert.deepEqual(await causesOf(who), [])
  const specialist = (await world.inOrg(listRoles)).find(({ title }) => title === 'Quality analyst')
  await dana.session.post(at, { ...place, role: specialist?.roleId ?? '' })
  const [cause] = await causesOf(who)
  assert.equal(cause?.words, 'Job role: Quality analyst, before that Customer service adviser')
  const review = await start(who)
  assert.match((await ben.session.get(review)).text, /Why now Job role: Quality analyst/)
})

test('a new priority asks of professional objectives that serve none; a personal one is left alone', async () => {
  const { who, objectiveId } = await coached('Yusuf Demir', 'CS-06')
  await agreeObjective(who, 'Learn to swim by 18 December 2026', { private: true })
  world.setToday(REVIEW_DAY)
  const fields = { title: 'Winter billing', owner: 'Ruth Ellis', measure: '', ...on('from', '2026-12-01') }
  const added = await dana.session.post(paths.priorities, fields)
  assert.equal(added.status, 200, added.text)
  assert.deepEqual(
    (await questionsOf(who)).map((one) => [one.objectiveId, one.words]),
    [[objectiveId, 'New priority: Winter billing']],
  )
})

test('another aspiration asks of what serves it: of a private objective the person alone learns', async () => {
  world.setToday(TODAY)
  const leila = await world.add({ name: 'Leila Haddad', team: 'Northgate', leader: 'Ben Hughes' })
  const own = await actorIn(leila)
  const say = (words: string) =>
    world.inOrg((tx) => sayAspiration(tx, own, { personId: leila.personId, words }, world.today))
  await say('Team leader of Northgate')
  await agreeObjective(leila, 'Close 40 chats a week by 30 June 2027')
  await agreeObjective(leila, 'Run a half marathon by 30 June 2027', {
    private: true,
    fields: { servesAspiration: true },
  })
  assert.deepEqual(await causesOf(leila), [])
  await say('Quality analyst')
  await say('Complaints specialist')
  assert.deepEqual(
    (await causesOf(leila)).map(({ words }) => words),
    ['Aspiration: Complaints specialist'],
  )
  assert.equal((await questionsOf(leila)).length, 1)
  assert.deepEqual(await questionsOf(leila, ben), [])
  const theirs = await ben.session.get(reviewsAt(leila))
  assert.match(theirs.text, /Aspiration: Complaints specialist/)
  assert.doesNotMatch(theirs.text, /half marathon|Still relevant/)
  const [asked] = await questionsOf(leila)
  const forced = paths.reviewQuestion(leila.personId, asked?.questionId ?? '')
  const refused = await ben.session.post(forced, { answer: 'keep' })
  assert.equal(refused.status, 422)
  assert.doesNotMatch(refused.text, /half marathon/)
  assert.equal((await questionsOf(leila)).length, 1)
})

test('the history of a cause names what it asks about, and nothing of it that is private', async () => {
  world.setToday(TODAY)
  const omar = await world.add({ name: 'Omar Saleh', team: 'Northgate', leader: 'Ben Hughes' })
  const own = await actorIn(omar)
  const { personId } = omar
  const say = (words: string) => world.inOrg((tx) => sayAspiration(tx, own, { personId, words }, world.today))
  await say('Team leader of Northgate')
  const serves = { fields: { servesAspiration: true } }
  await agreeObjective(omar, 'Lead 4 huddles by 30 June 2027', serves)
  await agreeObjective(omar, 'Run a half marathon by 30 June 2027', { ...serves, private: true })
  await say('Quality analyst')
  assert.equal((await questionsOf(omar)).length, 2)
  const history = await world.inOrg((tx) => listHistory(tx, { personId }))
  const raised = history.filter(({ kind }) => kind.startsWith('reviews.cause-raised'))
  assert.deepEqual(
    raised.map(({ kind, payload }) => [kind, (payload as { asks?: string[] }).asks]),
    [['reviews.cause-raised', ['O-1']]],
  )
})

test('two versions of a profile are one cause, the later, for everybody who holds the role; whoever has left is asked nothing', async () => {
  const [nia, kofi, gone] = [
    await coached('Nia Bell', 'CS-06'),
    await coached('Kofi Mensah', 'CS-06'),
    await coached('Gil Roth', 'CS-06'),
  ]
  world.setToday(REVIEW_DAY)
  await world.inOrg((tx) => setLeft(tx, ben.actor, gone.who.personId, REVIEW_DAY))
  const { competencyId } = nia.competency
  const now = await world.inOrg((tx) => roleOf(tx, nia.who.personId, REVIEW_DAY))
  const level = now?.requirements.find((each) => each.competencyId === competencyId)?.level ?? 1
  const other = level === 5 ? 4 : level + 1
  for (const asked of [other, level])
    await publish(nia.role.roleId, { [competencyId]: String(asked) }, `Now ${asked}.`)
  for (const { who } of [nia, kofi]) {
    const causes = await causesOf(who)
    assert.equal(causes.length, 1, who.person.name)
    assert.match(causes[0]?.words ?? '', new RegExp(`Now ${level}`))
    assert.equal((await questionsOf(who)).length, 1)
  }
  const fields = { title: 'Shorter queues', owner: 'Ruth Ellis', measure: '', ...on('from', '2026-12-01') }
  assert.equal((await dana.session.post(paths.priorities, fields)).status, 200)
  assert.equal((await causesOf(nia.who)).length, 2)
  assert.deepEqual(await causesOf(gone.who), [])
})

test('a cause that arises while a review is open is taken up by it; closing answers what nobody has, as kept', async () => {
  const { who, competency, role } = await coached('Dina Khalil', 'CS-06')
  world.setToday(REVIEW_DAY)
  const review = await start(who)
  const now = await world.inOrg((tx) => roleOf(tx, who.personId, REVIEW_DAY))
  const level = now?.requirements.find((each) => each.competencyId === competency.competencyId)?.level ?? 1
  await publish(role.roleId, { [competency.competencyId]: String(level === 5 ? 4 : level + 1) })
  assert.deepEqual(await causesOf(who), [])
  assert.equal((await questionsOf(who)).length, 1)
  const page = await who.session.get(review)
  assert.match(page.text, /Why now Role profile/)
  assert.match(page.text, /Keep O-1 Amend O-1 Close O-1/)
  await complete(who, review)
  await sign(who, review)
  const closed = await sign(ben, review, '2027-01-19')
  assert.equal(closed.status, 200, closed.text)
  assert.match(closed.text, /Why now Role profile/)
  assert.match(closed.text, /Still relevant\? O-1 Settle .*?: kept as it is, Ben Hughes, 24 November 2026/)
  assert.deepEqual(await questionsOf(who), [])
})

test('where nothing is agreed, nothing that happens asks anything', async () => {
  const nobody = await world.add({ name: 'Ellie Marsh', team: 'Northgate', leader: 'Ben Hughes' })
  const mine = await world.inOrg((tx) => roleOf(tx, nobody.personId, REVIEW_DAY))
  const first = mine?.requirements[1]
  assert.ok(first && mine)
  await publish(mine.roleId, { [first.competencyId]: first.level === 5 ? '4' : String(first.level + 1) })
  assert.deepEqual(await causesOf(nobody), [])
})
