import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterwards, anonymously, colleagues, launched, withMail } from '../../../test/feedback-round.ts'
import { on, openReviews, REVIEW_DAY, TODAY } from '../../../test/review-desk.ts'
import { paths } from '../paths.ts'

const { world, ben, agreeObjective, start } = await openReviews()

test('a review names the 360 feedback released since the plan was agreed, and a round that is still open never', async () => {
  world.setToday(TODAY)
  withMail(world)
  const amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  const peers = []
  for (const name of ['Eve Jones', 'Femi Ade', 'Gwen Hall'])
    peers.push(await world.add({ name, team: 'Northgate', leader: 'Ben Hughes' }))
  await agreeObjective(amara, 'Keep every customer told until it is settled by 18 December 2026')
  await launched({ world, amara, ben }, [anonymously('peers', colleagues(...peers))])
  const review = await start(amara)
  assert.doesNotMatch((await amara.session.get(review)).text, /360 feedback released/)
  await afterwards(world)
  assert.match(
    (await amara.session.get(review)).text,
    /Feedback 360 feedback released: F-1, open until 13 October 2026\./,
  )
  world.setToday(REVIEW_DAY)
  assert.match((await ben.session.get(review)).text, /360 feedback released: F-1/)
})

test('a review says which position and which priority of the organisation came since the plan was agreed', async () => {
  world.setToday(TODAY)
  const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  const leila = await world.add({ name: 'Leila Haddad', team: 'Northgate', leader: 'Ben Hughes' })
  await agreeObjective(leila, 'Close 40 chats a week without a hand-over by 30 June 2027')
  const winter = { title: 'Winter billing', owner: 'Ruth Ellis', measure: '', ...on('from', '2026-10-01') }
  assert.equal((await dana.session.post(paths.priorities, winter)).status, 200)
  world.setToday('2026-10-20')
  const moved = await dana.session.post(paths.personChange(leila.personId), {
    name: 'Leila Haddad',
    email: leila.person.email ?? '',
    standings: 'adviser',
    leader: ben.personId,
    job: 'Adviser',
    team: 'Quayside',
  })
  assert.equal(moved.status, 200, moved.text)
  world.setToday(REVIEW_DAY)
  const page = await leila.session.get(await start(leila))
  assert.match(page.text, /Position Adviser, Quayside, led by Ben Hughes, from 20 October 2026\./)
  assert.match(page.text, /Priority Winter billing, from 1 October 2026\./)
})
