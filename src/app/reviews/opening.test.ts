import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterwards, anonymously, colleagues, launched, withMail } from '../../../test/feedback-round.ts'
import { openReviews, REVIEW_DAY, TODAY } from '../../../test/review-desk.ts'

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
