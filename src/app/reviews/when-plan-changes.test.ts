import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPlans, RING_BACK } from '../../../test/plan-desk.ts'
import { DATE, hidden, on, WINTER } from '../../../test/review-desk.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { openCauses, openQuestions } from './reviews.ts'

const { world, amara, ben, chidi, at, write, change, agree, lead, viewer, seen, versionIn } =
  await openPlans()
const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })

const asked = async (id: string, who = amara) =>
  (await world.inOrg((tx) => openQuestions(tx, amara.personId, viewer(who)))).filter(
    ({ objectiveId }) => objectiveId === id,
  )
const causes = () => world.inOrg((tx) => openCauses(tx, amara.personId))
const answers = async (id: string) => {
  const all = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }))
  return all.flatMap(({ kind, actorId, payload }) => {
    const said = payload as { objectiveId?: string; answer?: string }
    return kind === 'reviews.relevance' && said.objectiveId === id ? [[said.answer, actorId]] : []
  })
}
/** A new priority asks of every professional objective that serves none. */
const priority = async (title: string) => {
  const added = await dana.session.post(paths.priorities, {
    title,
    owner: 'Ruth Ellis',
    measure: '',
    ...on('from', '2026-11-01'),
  })
  assert.equal(added.status, 200, added.text)
}
const REVIEWS = at('/reviews')
const review = async () => {
  const opened = await amara.session.post(REVIEWS, on('held', world.today))
  assert.equal(opened.status, 200, opened.text)
  return opened.path.replace(/[?#].*/, '')
}
/** Fills in what is left of a review, and all who sign it sign: the last of them with a day for the next. */
const close = async (to: string, signers = [amara, ben]) => {
  const [who = amara] = signers
  for (;;) {
    const page = await who.session.get(to)
    if (!/\d+ of \d+ answered/.test(page.text)) break
    const form = `${to}/progress`
    const [objective, version] = [hidden(page.html, form, 'objective'), hidden(page.html, form, 'version')]
    const said = await who.session.post(form, { objective, version, where: 'going to plan', impact: '' })
    assert.equal(said.status, 200, said.text)
  }
  await who.session.post(`${to}/account/none`, { 'no-account': 'Written for the last unit.' })
  for (const signer of signers) {
    const version = hidden((await signer.session.get(to)).html, `${to}/signature`, 'version')
    const next = signer === signers.at(-1) ? on('next', '2027-01-19') : {}
    const signed = await signer.session.post(`${to}/signature`, { version, ...next })
    assert.equal(signed.status, 200, signed.text)
  }
}

test('a change that Ben agrees in the objective’s own form has answered what was asked: amend, by him, on the day', async () => {
  const id = await write({ title: 'Ring back' })
  await agree(id)
  await priority('Winter billing')
  assert.equal((await asked(id)).length, 1)
  const proposed = await change(id, { target: '17', cause: 'organisation priority' })
  assert.equal(proposed.status, 200, proposed.text)
  assert.equal((await asked(id)).length, 1, 'a proposal answers nothing')
  await lead(id, 'declining', { decline: 'Not before Christmas.' })
  assert.equal((await asked(id)).length, 1, 'nor does one that is declined')
  await change(id, { target: '17', cause: 'organisation priority' })
  await agree(id)
  assert.equal((await seen(id))?.target, 17)
  assert.deepEqual(await asked(id), [])
  assert.deepEqual(await answers(id), [['amend', ben.personId]])
  const opened = await chidi.session.get(await review())
  assert.match(
    opened.text,
    /Still relevant\? O-1 Ring back: answered “amend it”, Ben Hughes, 17 November 2026/,
  )
})

test('what a review changes and what it ends is answered by that; the rest of what it took up is kept', async () => {
  const ids = [
    await write({ title: 'Dated' }),
    await write({ title: 'Ended' }),
    await write({ title: 'Left' }),
  ]
  for (const id of ids) await agree(id)
  const [dated = '', ended = '', left = ''] = ids
  await priority('Smart meters')
  const to = (await amara.session.get(REVIEWS)).html.match(/reviews\/[0-9a-f-]{36}/)?.[0] ?? ''
  const open = at(`/${to}`)
  await amara.session.post(`${open}/changes`, { of: dated, ...DATE, ...on('due', '2027-02-26'), ...WINTER })
  const gone = { of: ended, what: 'close', as: 'not met', cause: 'target missed', reason: 'The desk moved.' }
  const added = await amara.session.post(`${open}/changes`, gone)
  assert.equal(added.status, 200, added.text)
  await close(open)
  assert.deepEqual(
    [await answers(dated), await answers(ended)],
    [[['amend', ben.personId]], [['close', ben.personId]]],
  )
  assert.deepEqual(await asked(left), [])
  assert.match((await amara.session.get(open)).text, /Left: kept as it is, Ben Hughes/)
})

test('what only Amara sees is answered as she changes or closes it herself', async () => {
  const wish = (aspiration: string) => amara.session.post(at('/aspiration'), { aspiration })
  await wish('Team leader of Northgate')
  const fields = { kind: 'personal', sharing: 'me', need: '', aspiration: 'yes' }
  const id = await write({ ...fields, title: 'Half marathon' }, 'draft')
  const shown = await amara.session.get(at(`/objectives/${id}`))
  const kept = await amara.session.post(at(`/objectives/${id}/agreement`), {
    version: versionIn(shown.html),
    [`unmet-${id}`]: 'Mine.',
  })
  assert.equal(kept.status, 200, kept.text)
  await wish('Quality analyst')
  assert.equal((await asked(id)).length, 1)
  const changed = await change(id, { ...fields, title: 'Ten miles' }, 'draft')
  assert.equal(changed.status, 200, changed.text)
  assert.deepEqual(await asked(id), [])
  await wish('Complaints specialist')
  assert.equal((await asked(id)).length, 1)
  const now = await amara.session.get(at(`/objectives/${id}`))
  const closed = await amara.session.post(at(`/objectives/${id}/closing`), {
    version: versionIn(now.html),
    as: 'met',
  })
  assert.equal(closed.status, 200, closed.text)
  const all = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }))
  const hers = all.filter(
    ({ kind, payload }) => kind === 'reviews.relevance' && 'private' in (payload as object),
  )
  assert.equal(hers.length, 2)
  assert.doesNotMatch(JSON.stringify(hers), /marathon|miles|amend|close/)
})

test('a target that moves asks of what comes after it alone, with the cause that moved it', async () => {
  const first = await write({ title: 'First of two' })
  await agree(first)
  const second = await write({ title: 'Second of two', after: first })
  const apart = await write({ title: 'On its own' })
  for (const id of [second, apart]) await agree(id)
  const ref = (await seen(first))?.ref
  await change(first, { title: 'First of two', after: '', 'due-day': '30', cause: 'feedback' })
  await agree(first)
  assert.deepEqual(await asked(second), [], 'another date asks nothing')
  await change(first, { title: 'First of two', 'due-day': '30', target: '21', cause: 'target missed' })
  await agree(first)
  const [question] = await asked(second, ben)
  assert.deepEqual(
    [question?.cause, question?.words],
    ['target missed', `${ref}, which comes first: target moved from 18 to 21`],
  )
  assert.deepEqual([await asked(apart), await asked(first)], [[], []])
  const page = await ben.session.get(REVIEWS)
  assert.match(page.text, new RegExp(`Still relevant\\? O-\\d+ Second of two ${ref}, which comes first`))
  const form = await ben.session.post(paths.reviewQuestion(amara.personId, question?.questionId ?? ''), {
    answer: 'close',
  })
  assert.match(form.html, /value="target missed"[^>]*checked|checked[^>]*value="target missed"/)
})

test('a target that a review moves asks once it has closed, for the next review, and is not kept by the same hands', async () => {
  const open = at(`/${(await amara.session.get(REVIEWS)).html.match(/reviews\/[0-9a-f-]{36}/)?.[0]}`)
  const first = await write({ title: 'Upstream' })
  await agree(first)
  const second = await write({ title: 'Downstream', after: first })
  await agree(second)
  const moved = await amara.session.post(`${open}/changes`, {
    of: first,
    what: 'target',
    target: '15',
    cause: 'target met',
    reason: 'Reached in October.',
  })
  assert.equal(moved.status, 200, moved.text)
  await close(open)
  assert.deepEqual(
    (await asked(second)).map(({ cause, raisedOn }) => [cause, raisedOn]),
    [['target met', world.today]],
  )
  assert.ok((await causes()).some(({ words }) => words.endsWith('target moved from 18 to 15')))
})

test('where only what Amara alone sees comes after it, nobody else learns that anything was asked', async () => {
  const first = await write({ title: 'Seen by all' })
  await agree(first)
  const fields = { kind: 'personal', sharing: 'me', need: '', after: first }
  const id = await write({ ...fields, title: 'Kestrel' }, 'draft')
  const shown = await amara.session.get(at(`/objectives/${id}`))
  await amara.session.post(at(`/objectives/${id}/agreement`), {
    version: versionIn(shown.html),
    [`unmet-${id}`]: 'Mine.',
  })
  const before = await causes()
  await change(first, { title: 'Seen by all', target: '20', cause: 'feedback' })
  await agree(first)
  assert.equal((await asked(id)).length, 1)
  assert.deepEqual(await causes(), before)
  assert.doesNotMatch((await ben.session.get(REVIEWS)).text, /target moved from 18 to 20|Kestrel/)
  const [question] = await asked(id)
  assert.equal(question?.href, `${REVIEWS}#happened`)
  const kept = await amara.session.post(paths.reviewQuestion(amara.personId, question?.questionId ?? ''), {
    answer: 'keep',
  })
  assert.match(kept.text, /Kept as it is/)
  assert.deepEqual(await asked(id), [])
})

test('Grace, whom nobody leads, moves a target at her review: what comes after it is asked and not kept by that signature', async () => {
  const grace = await world.add({ name: 'Grace Lim', team: 'Quayside' })
  const hers = `/people/${grace.personId}`
  const make = async (fields: Record<string, string>) => {
    const made = await grace.session.post(`${hers}/objectives`, {
      ...RING_BACK,
      kind: 'personal',
      sharing: 'assessor',
      need: '',
      ...fields,
      do: 'draft',
    })
    const objective = made.path.replace(/[?#].*/, '')
    const id = objective.split('/').at(-1) ?? ''
    const { html } = await grace.session.get(objective)
    const words = { version: versionIn(html), [`unmet-${id}`]: 'Agreed with myself.' }
    const agreed = await grace.session.post(`${objective}/agreement`, words)
    assert.equal(agreed.status, 200, agreed.text)
    return id
  }
  const first = await make({ title: 'Upstream' })
  const second = await make({ title: 'Downstream', after: first })
  const opened = await grace.session.post(`${hers}/reviews`, on('held', world.today))
  const to = opened.path.replace(/[?#].*/, '')
  const why = { cause: 'target met', reason: 'Reached in October.' }
  const moved = await grace.session.post(`${to}/changes`, { of: first, what: 'target', target: '15', ...why })
  assert.equal(moved.status, 200, moved.text)
  await close(to, [grace])
  const questions = await world.inOrg((tx) => openQuestions(tx, grace.personId, grace.actor))
  assert.deepEqual(
    questions.map(({ objectiveId, cause }) => [objectiveId, cause]),
    [[second, 'target met']],
  )
})
