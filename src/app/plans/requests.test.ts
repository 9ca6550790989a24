import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPlans, RING_BACK } from '../../../test/plan-desk.ts'
import { listHistory } from '../history/history.ts'

const { need, world, amara, ben, at, write, change, lead, agree, seen, plan, versionIn } = await openPlans()

test('a new objective that Ben declines is a draft again with his reason, and Amara proposes it again', async () => {
  const id = await write({ title: 'Fewer reopened' })
  const bare = await lead(id, 'declining', { decline: '' })
  assert.equal(bare.status, 422)
  assert.match(bare.html, /href="#f-decline"/)
  const declined = await lead(id, 'declining', { decline: 'Too much before Christmas.' })
  assert.equal(declined.status, 200)
  const page = await amara.session.get(at(`/objectives/${id}`))
  assert.match(page.text, /Declined on 17 November 2026 by Ben Hughes: “Too much before Christmas”/)
  assert.match(page.text, /draft, declined on 17 November 2026/)
  assert.match(
    (await amara.session.get(at('/plan'))).text,
    /Ben Hughes waits for you: change O-1 or close it/,
  )
  await change(id, { title: 'Fewer reopened', 'due-month': '3' })
  const again = await seen(id)
  assert.deepEqual([again?.state, again?.declined], ['proposed', null])
  assert.equal((await agree(id)).status, 200)
  const said = await ben.session.get(at(`/objectives/${id}`))
  assert.match(said.text, /Ben Hughes declined it: “Too much before Christmas\.”/)
})

test('an objective added to an agreed plan asks its cause when it is proposed, and not while it is a draft', async () => {
  const bare = await amara.session.post(at('/objectives'), { need, ...RING_BACK, cause: '', do: 'propose' })
  assert.equal(bare.status, 422)
  assert.match(bare.html, /href="#f-cause"/)
  assert.match(bare.text, /Say why it is added/)
  const id = await write({ title: 'Added', cause: '' }, 'draft')
  await change(id, { title: 'Added', cause: 'other', 'cause-reason': 'we have time in December' })
  await agree(id)
  const { version } = await plan()
  const page = await ben.session.get(at(`/plan/versions/${version}`))
  assert.match(page.text, /added: “Added”; because we have time in December/)
})

test('a change that Ben declines leaves the objective as agreed; both read why, and what was asked', async () => {
  const id = await write({ title: 'Steady' })
  await agree(id)
  const { version } = await plan()
  await change(id, { title: 'Steady', target: '10' })
  assert.match((await ben.session.get(at('/plan'))).text, /waits for you: agree or decline the change to O-/)
  const page = await lead(id, 'declining', { decline: 'Ten is out of reach.' })
  assert.match(page.text, /What was asked: target moved from 18 to 10\./)
  for (const who of [amara, ben]) {
    const now = await seen(id, who)
    assert.deepEqual([now?.state, now?.target, now?.declined?.reason], ['agreed', 18, 'Ten is out of reach.'])
  }
  assert.equal((await plan()).version, version, 'nothing changed, so there is no version')
  const history = await world.inOrg((tx) => listHistory(tx, { recordId: id }))
  const entry = history.find(({ kind }) => kind === 'plans.declined')
  assert.match(JSON.stringify(entry?.payload), /"target":10/, 'what was asked is kept')
})

test('Ben agrees the later date and declines the new target: one version, and the rest as it was', async () => {
  const id = await write({ title: 'Half' })
  await agree(id)
  await change(id, {
    title: 'Half',
    target: '10',
    'due-month': '3',
    actions: '1',
    'a0-what': 'Teach the card',
    'a0-with': 'Priya Nair',
    'a0-way': 'others',
  })
  const open = await ben.session.get(at(`/objectives/${id}`))
  const items = [...open.html.matchAll(/name="(item-[^"]+)"/g)].map((match) => match[1] ?? '')
  assert.equal(items.length, 3, items.join())
  const chosen = Object.fromEntries(
    items.filter((name) => name !== 'item-target').map((name) => [name, 'yes']),
  )
  const bare = await agree(id, { items: 'yes', ...chosen })
  assert.equal(bare.status, 422)
  assert.match(bare.html, /href="#f-decline-items"/)
  const none = await agree(id, { items: 'yes', 'decline-items': 'No.' })
  assert.match(none.text, /Nothing is left to agree/)
  const agreed = await agree(id, { items: 'yes', ...chosen, 'decline-items': 'Ten is out of reach.' })
  assert.equal(agreed.status, 200)
  const now = await seen(id)
  assert.deepEqual([now?.target, now?.due, now?.actions[0]?.withWhom], [18, '2027-03-29', 'Priya Nair'])
  assert.match(agreed.text, /What was asked: target moved from 18 to 10/)
  assert.match(agreed.text, /agreed on 17 November 2026, amended on the same day/)
  const { version } = await plan()
  const page = await amara.session.get(at(`/plan/versions/${version}`))
  assert.match(page.text, /due 2 months later/)
  assert.match(page.text, /action added: “Teach the card”, with Priya Nair, learnt from others/)
  assert.doesNotMatch(page.text, /target moved/)
})

test('an objective is agreed while its money waits, said aloud; then Ben approves it, and a version says so', async () => {
  const money = { 'budget-amount': '£1,300', 'budget-for': 'the complaints course', title: 'With money' }
  const id = await write(money)
  const agreed = await agree(id)
  assert.match(agreed.text, /Its money, £1,300, still waits for a decision/)
  assert.match((await amara.session.get(at(`/objectives/${id}`))).text, /£1,300.*still waits for Ben Hughes/)
  assert.match(
    (await amara.session.get(at('/plan'))).text,
    /You wait for Ben Hughes: approve or decline the money/,
  )
  const bare = await lead(id, 'budget', { budget: 'no' })
  assert.equal(bare.status, 422)
  assert.match(bare.html, /href="#f-budget-reason"/)
  assert.equal((await amara.session.post(at(`/objectives/${id}/budget`), { budget: 'yes' })).status, 403)
  await lead(id, 'budget', { budget: 'yes', 'budget-reason': 'There is money left.' })
  const { version } = await plan()
  assert.match(
    (await amara.session.get(at(`/plan/versions/${version}`))).text,
    /budget of £1,300 for the complaints course now approved by Ben Hughes on 17 November 2026: There is money left/,
  )
  await change(id, { ...money, resources: 'Nothing more' }, 'draft')
  assert.equal(
    (await seen(id))?.budget?.state,
    'approved',
    'the decision stands while the same money is asked',
  )
  await change(id, { ...money, 'budget-amount': '2000' }, 'draft')
  assert.equal((await seen(id))?.budget?.state, 'asked')
  const wrong = await change(id, { ...money, 'budget-amount': 'a lot' }, 'draft')
  assert.match(wrong.html, /href="#f-budget-amount"/)
})

test('Ben declines the money where he agrees the objective, in one form', async () => {
  const id = await write({ 'budget-amount': '90', 'budget-for': 'a headset', title: 'Headset' })
  const bare = await agree(id, { budget: 'no' })
  assert.equal(bare.status, 422)
  await agree(id, { budget: 'no', 'budget-reason': 'We have spare ones.' })
  const now = await seen(id)
  assert.deepEqual(
    [now?.state, now?.budget?.state, now?.budget?.reason],
    ['agreed', 'declined', 'We have spare ones.'],
  )
})

test('Ben acts on what Amara changed meanwhile: he sees who and when, and nothing of hers is lost', async () => {
  const acts: [string, Record<string, string>][] = [
    ['declining', { decline: 'No.' }],
    ['agreement', { budget: 'yes' }],
    ['budget', { budget: 'yes' }],
  ]
  for (const [act, fields] of acts) {
    const id = await write({ title: `Meanwhile ${act}`, 'budget-amount': '50', 'budget-for': 'a book' })
    const open = await ben.session.get(at(`/objectives/${id}`))
    await change(id, {
      title: `Meanwhile ${act}`,
      'band-partly': '20',
      'band-met': '18',
      'band-exceeded': '15',
      'budget-amount': '60',
      'budget-for': 'a book',
    })
    const late = await ben.session.post(at(`/objectives/${id}/${act}`), {
      version: versionIn(open.html),
      [`unmet-${id}`]: 'Agreed for now.',
      ...fields,
    })
    assert.equal(late.status, 409, act)
    assert.match(late.text, /Amara Okafor changed O-\d+ on 17 November 2026/)
    assert.match(late.text, /Exceeded 15/)
    const now = await seen(id)
    assert.deepEqual(
      [now?.state, now?.bands.exceeded, now?.budget?.amount, now?.budget?.state],
      ['proposed', '15', 60, 'asked'],
    )
  }
})

test('Amara saves what Ben decided about meanwhile: she sees his decision and her own words, and saves again', async () => {
  const money = { 'budget-amount': '50', 'budget-for': 'a book' }
  const id = await write({ title: 'Both at once', ...money })
  await agree(id)
  const open = await amara.session.get(at(`/objectives/${id}?change=yes`))
  await lead(id, 'budget', { budget: 'yes' })
  const fields = { need, ...RING_BACK, title: 'Both at once', ...money, 'band-met': 'Eighteen or fewer' }
  const bands = { 'band-partly': '', 'band-exceeded': '', do: 'draft' }
  const post = (version: string) =>
    amara.session.post(at(`/objectives/${id}`), { ...fields, ...bands, version })
  const late = await post(versionIn(open.html))
  assert.equal(late.status, 409)
  assert.match(late.text, /approved by Ben Hughes/)
  assert.match(late.html, /value="Eighteen or fewer"/)
  assert.equal((await post(versionIn(late.html))).status, 200)
  const now = await seen(id)
  assert.deepEqual([now?.budget?.state, now?.bands.met], ['approved', 'Eighteen or fewer'])
})

test('at a review, what was agreed beforehand stands where Amara says how far she is', async () => {
  const id = await write({
    title: 'Judged',
    'band-partly': '22 or fewer',
    'band-met': '18',
    'band-exceeded': '12',
  })
  await agree(id)
  const day = { 'held-day': '17', 'held-month': '11', 'held-year': '2026' }
  const review = await amara.session.post(at('/reviews'), day)
  const page = await amara.session.get(`${review.path}?objective=${id}`)
  assert.match(page.text, /Agreed beforehand Partly met 22 or fewer Met 18 Exceeded 12/)
})
