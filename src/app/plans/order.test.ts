import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPlans } from '../../../test/plan-desk.ts'
import { planAt } from './plans.ts'

const { world, amara, ben, chidi, efua, at, write, change, agree, viewer, seen, plan } = await openPlans()

test('an objective that comes after another says so; a circle is refused by name, and an early date is told', async () => {
  const first = await write({ title: 'First' })
  const second = await write({ title: 'Second', after: first, 'due-day': '4' })
  const refs = [(await seen(first))?.ref, (await seen(second))?.ref]
  const page = await amara.session.get(at(`/objectives/${second}`))
  assert.match(
    page.text,
    new RegExp(`Comes after ${refs[0]}. It falls due on 4 January 2027, before ${refs[0]}`),
  )
  const circle = await change(first, { title: 'First', after: second })
  assert.equal(circle.status, 422)
  assert.match(circle.text, new RegExp(`${refs[1]} comes after ${refs[0]} already`))
  const secret = await write({ title: 'Secret', kind: 'personal', sharing: 'me', need: '' }, 'draft')
  const leak = await change(second, { title: 'Second', after: secret })
  assert.match(leak.text, /Fewer people may read O-\d+ than this one/)
})

test('Amara puts what matters first; a private one between leaves no gap for Ben', async () => {
  const [one, two, three] = [
    await write({ title: 'Alpha' }),
    await write({ title: 'Hidden', kind: 'personal', sharing: 'me', need: '' }, 'draft'),
    await write({ title: 'Omega' }),
  ]
  const order = (text: string) => {
    const table = text.slice(text.indexOf('Objectives with their place'))
    return ['Alpha', 'Hidden', 'Omega'].sort((a, b) => table.indexOf(a) - table.indexOf(b))
  }
  for (const id of [three, three]) {
    const moved = await amara.session.post(at(`/objectives/${id}/order`), { to: 'up' })
    assert.equal(moved.path, `${at('/plan')}#objectives`)
  }
  assert.deepEqual(order((await amara.session.get(at('/plan'))).text), ['Omega', 'Alpha', 'Hidden'])
  const bens = (await ben.session.get(at('/plan'))).html
  assert.doesNotMatch(bens, /Hidden/)
  const ranks = [
    ...bens.matchAll(/>(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|number \d+)</g),
  ]
  assert.equal(
    new Set(ranks.map(([, rank]) => rank)).size,
    (await plan(ben)).objectives.filter(({ state }) => state !== 'closed').length,
  )
  assert.ok(one && two)
  assert.equal((await chidi.session.post(at(`/objectives/${one}/order`), { to: 'up' })).status, 403)
})

test('what Amara shares with Ben alone reaches no assessor: not by page, plan, version or count', async () => {
  const id = await write({
    title: 'Walrus',
    text: 'Sing with the walrus choir by 31 March 2027.',
    kind: 'personal',
    sharing: 'leader',
    need: '',
  })
  const objective = await seen(id)
  assert.equal(objective?.sharing, 'leader')
  assert.match((await ben.session.get(at(`/objectives/${id}`))).text, /Shared with the leader/)
  await agree(id)
  const { version } = await plan(ben)
  for (const who of [chidi, efua]) {
    assert.equal((await who.session.get(at(`/objectives/${id}`))).status, 404)
    assert.equal((await who.session.get(at(`/plan/versions/${version}`))).status, 404)
    for (const page of ['/plan', '/account', '/plan?on=2026-11-17', '/needs'])
      assert.doesNotMatch((await who.session.get(at(page))).text, /walrus/i, page)
    const theirs = await plan(who)
    assert.doesNotMatch(JSON.stringify(theirs), /walrus/i)
    const content = await world.inOrg((tx) => planAt(tx, amara.personId, version, viewer(who)))
    assert.doesNotMatch(JSON.stringify(content), /walrus/i)
  }
  assert.doesNotMatch(
    (await amara.session.get(at('/account'))).text,
    /walrus/i,
    'her account is made to be handed on',
  )
  const narrower = await change(id, {
    title: 'Walrus',
    text: 'Sing.',
    kind: 'personal',
    sharing: 'me',
    need: '',
  })
  assert.equal(narrower.status, 422)
  await change(id, {
    title: 'Walrus',
    text: 'Sing aloud by 31 March 2027.',
    kind: 'personal',
    sharing: 'assessor',
    need: '',
  })
  await agree(id)
  assert.match((await chidi.session.get(at(`/objectives/${id}`))).text, /Sing aloud/)
  assert.doesNotMatch(
    JSON.stringify(await plan(chidi)),
    /walrus choir/,
    'what it said before stays where it was',
  )
})

test('a hint comes where every action is a course', async () => {
  const action = { actions: '1', 'a0-what': 'Take the course', 'a0-way': 'course' }
  const id = await write({ title: 'Courses', ...action })
  assert.match((await ben.session.get(at(`/objectives/${id}`))).text, /Every action here is a course/)
  assert.match((await ben.session.get(at(`/objectives/${id}`))).text, /Take the course On a course/)
})

test('a review goes through what is shared with Ben alone, and shows nothing of it to Chidi', async () => {
  const personal = { kind: 'personal', sharing: 'leader', need: '', text: 'Draw a narwhal by 31 March 2027.' }
  const id = await write({ title: 'Narwhal', ...personal })
  await agree(id)
  const day = { 'held-day': '17', 'held-month': '11', 'held-year': '2026' }
  const review = /\/reviews\/[0-9a-f-]{36}/.exec((await amara.session.post(at('/reviews'), day)).path)?.[0]
  const said = { objective: id, where: 'going to plan', impact: 'A narwhal’s tusk is done.', version: '0' }
  assert.equal((await amara.session.post(at(`${review}/progress`), said)).status, 200)
  assert.match((await ben.session.get(at(`${review}?objective=${id}`))).text, /narwhal/i)
  for (const who of [chidi, efua])
    for (const path of [`${review}`, `${review}?objective=${id}`, '/account', '/reviews', '/plan'])
      assert.doesNotMatch((await who.session.get(at(path))).text, /narwhal/i, path)
})
