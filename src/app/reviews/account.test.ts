import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STAGES } from '../../../test/account-stages.ts'
import { hidden, openReviews, TODAY } from '../../../test/review-desk.ts'
import { saveReflection } from '../reflections/reflections.ts'

const { world, ben, actorIn, agreeObjective, start, answerAll, reviewed, sign } = await openReviews()

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

test('an account of a review is begun in any of the five models, and kept in the one that was chosen', async () => {
  const { who, review } = await reviewed('Leila Haddad')
  const page = await who.session.get(review)
  for (const model of ['gibbs', 'kolb', 'driscoll', 'rolfe', 'era'])
    assert.match(page.html, new RegExp(`<option value="${model}"`))
  assert.match((await who.session.get(`${review}?model=driscoll`)).text, /So what\?/)
  const era = { model: 'era', sharing: 'leader', experience: STAGES.description }
  const saved = await who.session.post(`${review}/account`, era)
  assert.match(saved.text, /ERA, three stages/)
  assert.match(saved.text, /Reflective account , 1 of 3 stages/)
})

test('the next review asks about the account of the last one, not about a newer one written beside it', async () => {
  const { who, review } = await reviewed('Yusuf Demir')
  await answerAll(who, review)
  await who.session.post(`${review}/nothing`, { nothing: 'yes' })
  await who.session.post(`${review}/account`, { model: 'gibbs', sharing: 'leader', ...STAGES })
  await sign(who, review)
  await sign(ben, review, '2027-01-19')
  world.setToday('2027-01-19')
  const writer = await actorIn(who)
  await world.inOrg((tx) =>
    saveReflection(tx, writer, {
      personId: who.personId,
      model: 'gibbs',
      about: { kind: 'none', id: null, words: 'A hard week' },
      stages: { ...STAGES, action: 'I will leave my desk for ten minutes after each hard call.' },
      impact: '',
      sharing: 'leader',
      saidOn: world.today,
    }),
  )
  const page = await who.session.get(await start(who))
  assert.match(page.text, /use the check-back card on every billing call.*Did it happen\?/)
  assert.doesNotMatch(page.text, /leave my desk/)
})
