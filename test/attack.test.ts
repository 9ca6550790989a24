import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { listNeeds } from '../src/app/assessments/assessments.ts'
import { listDrafts, listEvidence } from '../src/app/evidence/evidence.ts'
import { findPerson } from '../src/app/people/people.ts'
import { planOf } from '../src/app/plans/plans.ts'
import { listReviews } from '../src/app/reviews/reviews.ts'
import { type Battlefield, idIn, make, openBattlefield } from './battlefield.ts'
import { as } from './developed.ts'
import { attack, crawl, formsOf } from './fuzzing.ts'
import { addCharacter, addOrganisation, type Character } from './world.ts'

let field: Battlefield
before(async () => {
  field = await openBattlefield()
})

test('a record of Ben’s below Amara’s address is not there, whichever form is sent to it', async () => {
  const { amara, ben } = field
  const bens = `/people/${ben.personId}`
  await ben.session.post(`${bens}/objectives`, {
    do: 'draft',
    text: 'I will listen more.',
    kind: 'professional',
  })
  await ben.session.post(`${bens}/evidence`, { do: 'later', text: 'A draft of Ben’s.' })
  const { addresses } = await crawl(ben, [`${bens}/plan`, `${bens}/evidence`, `${bens}/reviews`], 20)
  const records = addresses.filter(
    (path) =>
      /\/(objectives|evidence|reflections|reviews|assessments)\/[0-9a-f-]{36}/.test(path) &&
      path.startsWith(bens),
  )
  assert.ok(records.length > 0)
  for (const record of records) {
    const path = record.replace(ben.personId, amara.personId).split('?')[0] ?? ''
    assert.equal((await amara.session.get(path)).status, 404, path)
    for (const end of ['', '/agreement', '/closing', '/question', '/links', '/signature', '/restoration']) {
      const { status } = await amara.session.post(path + end, {
        text: 'Mine now',
        version: '1',
        go: 'in',
        do: 'draft',
      })
      assert.ok([403, 404].includes(status), `${status} from ${path}${end}`)
    }
  }
})

test('identifiers of other people, other organisations and nobody are refused wherever a form names one', async () => {
  const { world, amara, ben, dana } = field
  const other = await addOrganisation(world.house, 'Quayside Homes')
  const zoe = await addCharacter(world, other.orgId, { name: 'Zoe Elsewhere', leader: null })
  const at = `/people/${amara.personId}`
  const bensTally = await ben.session.post(`/people/${ben.personId}/tallies`, {
    name: 'Ben’s own',
    words: 'Each time',
    kind: 'count',
    better: 'higher',
  })
  const tally = /tally:[0-9a-f-]{36}/.exec(decodeURIComponent(bensTally.path))?.[0] ?? ''
  assert.ok(tally)
  assert.equal((await amara.session.get(`${at}/work/${tally}`)).status, 404)
  assert.equal(
    (await amara.session.post(`${at}/tallies/${tally.slice(6)}/entries`, { met: '1' })).status,
    404,
  )
  const strange = [
    '0190aaaa-0000-7000-8000-00000000dead',
    zoe.personId,
    ben.personId,
    "x'",
    tally,
    '__proto__',
  ]
  for (const id of strange) {
    const objective = await amara.session.post(`${at}/objectives`, {
      do: 'draft',
      text: `I will ${id}`,
      need: id,
      priority: id,
      measure: id,
      kind: 'professional',
    })
    assert.ok([200, 422].includes(objective.status))
    const evidence = await amara.session.post(`${at}/evidence`, {
      kind: 'compliment',
      text: 'Words',
      'd-giver': 'A customer',
      'd-quote': 'Thank you',
      competency: id,
      [`reason-${id}`]: 'x',
    })
    assert.equal(evidence.status, 422)
    const need = await amara.session.post(`${at}/needs`, {
      kind: 'professional',
      title: `Need ${id}`,
      why: 'x',
      competency: id,
      evidence: id,
    })
    assert.ok([200, 422].includes(need.status))
    const figure = await amara.session.post(`${at}/evidence/figures`, {
      measure: id,
      from: '2026-01-01',
      to: '2026-01-10',
      competency: field.competencyId,
      reason: 'x',
    })
    assert.ok(figure.status < 500 && !/E-\d+/.test(figure.path))
    const change = await dana.session.post(`${at}/change`, {
      name: 'Amara Okafor',
      standings: 'adviser',
      team: 'Northgate',
      leader: id,
      assessors: id,
    })
    assert.ok(change.status < 500, `${change.status} for ${id}`)
    const led = await dana.session.post(`${at}/change`, {
      name: 'Amara Okafor',
      standings: 'adviser',
      leader: id,
    })
    assert.ok(led.status < 500, `${led.status} for ${id} as leader`)
    const match = await dana.session.post(`/imports/${field.batchId}/names`, {
      do: 'all',
      'name-0': 'Zed',
      'whose-0': id,
    })
    assert.ok(match.status < 500, `${match.status} for ${id}`)
  }
  assert.equal(await world.inOrg((tx) => findPerson(tx, 'no identifier')), null)
  assert.equal(await world.inOrg((tx) => findPerson(tx, zoe.personId)), null)
  const owner = await as(world, amara)
  const kept = await world.inOrg((tx) => listNeeds(tx, amara.personId, owner))
  const items = await world.inOrg((tx) => listEvidence(tx, amara.personId, { includePrivate: true }))
  const known = new Set(items.map(({ evidenceId }) => evidenceId))
  assert.ok(kept.every(({ evidenceIds }) => evidenceIds.every((id) => known.has(id))))
  await world.inOrg(async ({ db, orgId }) => {
    const positions = await db
      .selectFrom('position')
      .select('leader_id')
      .where('org_id', '=', orgId)
      .execute()
    assert.ok(!positions.some(({ leader_id }) => leader_id === zoe.personId))
  })
  await dana.session.post(`${at}/change`, {
    name: 'Amara Okafor',
    standings: 'adviser',
    team: 'Northgate',
    leader: ben.personId,
    assessors: field.chidi.personId,
  })
})

test('of two who do the same at once one does it, the other is told, and versions have no gap', async () => {
  const { world, amara, ben } = field
  const at = `/people/${amara.personId}`
  const id = await make(amara, `${at}/objectives`, {
    do: 'propose',
    kind: 'professional',
    text: 'I will finish two e-learning units on billing by 28 February 2026.',
    why: 'The role asks for it.',
    need: field.needId,
    cause: 'feedback',
    'cause-reason': 'Two customers asked twice about a tariff.',
  })
  const page = await ben.session.get(`${at}/objectives/${id}`)
  const version = /name="version" value="(\d+)"/.exec(page.html)?.[1] ?? ''
  const before = await world.inOrg(async (tx) =>
    planOf(tx, amara.personId, await as(world, amara), world.today),
  )
  const twice = await Promise.all(
    [1, 2, 3, 4].map(() =>
      ben.session.post(`${at}/objectives/${id}/agreement`, { version, [`unmet-${id}`]: 'Within reach' }),
    ),
  )
  assert.deepEqual(twice.map(({ status }) => status).sort(), [200, 409, 409, 409])
  const after = await world.inOrg(async (tx) =>
    planOf(tx, amara.personId, await as(world, amara), world.today),
  )
  assert.equal(after.version, before.version + 1)
  assert.deepEqual(
    after.versions.map((one) => one.version),
    Array.from({ length: after.version }, (_, n) => after.version - n),
  )
  const own = await amara.session.post(`${at}/objectives/${id}/agreement`, { version, [`unmet-${id}`]: 'Me' })
  assert.ok([409, 422].includes(own.status), 'nobody agrees with themself while somebody leads them')
  const unasked = await amara.session.post(`${at}/objectives/${id}`, {
    do: 'draft',
    version: String(Number(version) + 1),
    text: 'Something else by 1 March 2026.',
    kind: 'professional',
    why: 'x',
    need: field.needId,
  })
  assert.equal(unasked.status, 422, 'an agreed objective changes with a cause only')

  const grace = await world.add({ name: 'Grace Two', leader: 'Ben Hughes' })
  const starts = await Promise.all(
    [1, 2, 3].map(() => grace.session.post(`/people/${grace.personId}/assessments`, {})),
  )
  assert.equal(new Set(starts.map(({ path }) => idIn(path))).size, 1)
  const hands = await Promise.all([1, 2, 3].map(() => grace.session.post(`${starts[0]?.path}`, { go: 'in' })))
  assert.ok(hands.every(({ status }) => status === 422))
  const tally = { name: 'Thank-you cards', words: 'Each card', kind: 'count', better: 'higher' }
  const tallies = await Promise.all([1, 2, 3].map(() => amara.session.post(`${at}/tallies`, tally)))
  assert.deepEqual(tallies.map(({ status }) => status).sort(), [200, 422, 422])
  const item = await make(amara, `${at}/evidence`, { do: 'later', text: 'A call that went well.' })
  assert.equal(item, '', 'a draft leads back to the list')
  const [draft] = await world.inOrg(async (tx) => listDrafts(tx, amara.personId, await as(world, amara)))
  const link = { competency: field.competencyId, reason: 'It shows it.' }
  const links = await Promise.all(
    [1, 2, 3].map(() => amara.session.post(`${at}/evidence/${draft?.evidenceId}/links`, link)),
  )
  assert.deepEqual(
    links.map(({ status }) => status),
    [200, 200, 200],
  )
  const [linked] = await world.inOrg(async (tx) => listDrafts(tx, amara.personId, await as(world, amara)))
  assert.equal(linked?.links.length, 1)
})

test('a review cannot be signed for another, out of turn, twice, or changed once it is closed', async () => {
  const { world, amara, ben, grace } = field
  const reviews = `/people/${amara.personId}/reviews`
  const opened = await Promise.all(
    [amara, ben, amara, ben].map(({ session }) =>
      session.post(reviews, { 'held-day': '20', 'held-month': '1', 'held-year': '2026' }),
    ),
  )
  assert.ok(opened.every(({ status }) => status < 500))
  const at = `${reviews}/${field.openReviewId}`
  const sign = (who: Character, version = '1') =>
    who.session.post(`${at}/signature`, { version, 'next-day': '20', 'next-month': '4', 'next-year': '2026' })
  assert.equal((await sign(grace)).status, 403)
  assert.equal((await sign(field.chidi)).status, 403)
  assert.ok([409, 422].includes((await sign(ben)).status), 'the leader signs second')
  const closed = await world.inOrg(async (tx) =>
    (await listReviews(tx, amara.personId, await as(world, amara))).filter(({ state }) => state === 'closed'),
  )
  const old = `${reviews}/${closed[0]?.reviewId}`
  for (const [end, fields] of [
    [
      '/progress',
      { objective: field.objectiveId, where: 'met, with evidence', impact: 'Rewritten', version: '1' },
    ],
    [
      '/changes',
      {
        of: field.objectiveId,
        what: 'due',
        cause: 'other',
        reason: 'x',
        'due-day': '1',
        'due-month': '6',
        'due-year': '2026',
      },
    ],
    ['/signature', { version: '9', 'next-day': '20', 'next-month': '4', 'next-year': '2026' }],
    ['/signature/withdrawal', {}],
    ['/nothing', { nothing: 'yes' }],
    ['/account', { model: 'gibbs', description: 'Rewritten', sharing: 'leader' }],
    ['/account/link', {}],
    ['/answer', { answer: 'no', 'answer-words': 'Rewritten' }],
  ] as const) {
    const { status } = await amara.session.post(old + end, fields)
    assert.ok([409, 422].includes(status), `${status} from ${end}`)
  }
  assert.doesNotMatch((await ben.session.get(old)).text, /Rewritten/)
})

test('the number of a form leads nobody else to where it went', async () => {
  const { amara, grace } = field
  const once = '0190bbbb-0000-7000-8000-00000000beef'
  const fields = { once, model: 'gibbs', description: 'Some words.', sharing: 'me' }
  const first = await amara.session.post(`/people/${amara.personId}/reflections`, fields)
  const again = await amara.session.post(`/people/${amara.personId}/reflections`, fields)
  assert.equal(idIn(again.path), idIn(first.path), 'the same form twice is one record')
  const stolen = await grace.session.post(`/people/${grace.personId}/reflections`, fields)
  assert.ok(!stolen.path.includes(amara.personId))
  assert.match(stolen.path, new RegExp(grace.personId))
})

test('forms of every page keep their number out of the other forms', async () => {
  const { amara } = field
  const forms = formsOf((await amara.session.get(`/people/${amara.personId}/plan`)).html)
  const numbers = forms.flatMap(({ fields }) =>
    fields.filter(([name]) => name === 'once').map(([, value]) => value),
  )
  assert.equal(new Set(numbers).size, forms.length)
})

test('ninety twisted requests as Amara, Ben and Dana never make the server fail', async () => {
  const goesOn = (sent: number) => sent < 90
  const { crashes } = await attack(await field.grounds(), { goesOn, seed: 20_261_117 })
  assert.deepEqual(crashes, [])
})
