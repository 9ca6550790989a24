import assert from 'node:assert/strict'
import { test } from 'node:test'
import { on, openReviews, REVIEW_DAY, reviewsAt } from '../../../test/review-desk.ts'
import { paths } from '../paths.ts'

test('a new priority that asks of an objective of three people is one thing that waits for Ben, with the place of each', async () => {
  const { world, ben, coached, agreeObjective } = await openReviews()
  const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  const { who: amara } = await coached('Amara Okafor', 'CS-06')
  const { who: tom } = await coached('Tom Walsh', 'CS-06')
  const { who: kofi } = await coached('Kofi Mensah', 'CS-07')
  await agreeObjective(amara, 'Close 40 chats a week by 18 December 2026', {
    fields: { servesAspiration: false, kind: 'personal', private: false },
  })
  world.setToday(REVIEW_DAY)
  const fields = { title: 'Winter billing', owner: 'Ruth Ellis', measure: '', ...on('from', '2026-12-01') }
  assert.equal((await dana.session.post(paths.priorities, fields)).status, 200)

  const { text, html } = await ben.session.get(paths.team)
  assert.match(text, /Waiting for you 1 thing/)
  assert.match(
    text,
    /Are 3 objectives of 3 people still relevant\? New priority: Winter billing\. O-1 of Amara Okafor ?, O-1 of Kofi Mensah ?, O-1 of Tom Walsh/,
  )
  for (const who of [amara, tom, kofi])
    assert.ok(html.includes(`href="${reviewsAt(who)}#happened"`), who.person.name)
  const own = await amara.session.get(paths.home)
  assert.match(own.text, /Is O-1 still relevant\?/)
})

test('what happened to one person alone stays a line of its own, though another’s reads the same', async () => {
  const { ben, coached, agreeObjective } = await openReviews()
  const both = [await coached('Amara Okafor', 'CS-06'), await coached('Tom Walsh', 'CS-06')]
  for (const { who } of both) {
    const say = (aspiration: string) =>
      who.session.post(`${paths.person(who.personId)}/aspiration`, { aspiration })
    await say('Coach of new starters')
    for (const text of [
      'Close 40 chats a week by 18 December 2026',
      'Sit in on 2 sessions by 30 November 2026',
    ])
      await agreeObjective(who, text, { fields: { servesAspiration: true } })
    await say('Complaints specialist')
  }
  const { text } = await ben.session.get(paths.team)
  assert.match(text, /Are O-2 and O-3 of Amara Okafor still relevant\?/)
  assert.match(text, /Are O-2 and O-3 of Tom Walsh still relevant\?/)
  const [first] = both
  assert.match((await first?.who.session.get(paths.home))?.text ?? '', /Are O-2 and O-3 still relevant\?/)
})
