import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { listAssessments, listNeeds } from '../src/app/assessments/assessments.ts'
import { listEvidence } from '../src/app/evidence/evidence.ts'
import { planAt, planOf } from '../src/app/plans/plans.ts'
import { commands as account } from '../src/app/portfolio/commands.ts'
import { listReflections } from '../src/app/reflections/reflections.ts'
import { listReviews } from '../src/app/reviews/reviews.ts'
import { type Battlefield, openBattlefield } from './battlefield.ts'
import { as } from './developed.ts'
import { attack, crawl, formsOf } from './fuzzing.ts'
import { addCharacter, addOrganisation, type Character } from './world.ts'

let field: Battlefield
before(async () => {
  field = await openBattlefield()
})

const idIn = (path: string) => /[0-9a-f]{8}-[0-9a-f-]{27}$/.exec(path.split(/[?#]/)[0] ?? '')?.[0] ?? ''

/** Posts and answers the identifier of the record that the answer leads to. */
async function make(
  who: Character,
  path: string,
  fields: Record<string, string | string[] | File>,
): Promise<string> {
  const page = await who.session.post(path, fields)
  assert.equal(page.status, 200, page.text.slice(0, 600))
  return idIn(page.path)
}

/** What Amara keeps for herself, each with a word that stands nowhere else. */
async function keepSecrets(): Promise<string[]> {
  const { amara } = field
  const at = `/people/${amara.personId}`
  const need = await make(amara, `${at}/needs`, {
    kind: 'personal',
    private: 'yes',
    title: 'Zanzibar need',
    why: 'Zanzibar why',
  })
  const objective = await make(amara, `${at}/objectives`, {
    do: 'draft',
    kind: 'personal',
    need,
    title: 'Quokka objective',
    text: 'I will quokka twice a week by 31 March 2026.',
    why: 'Quokka why',
    'a0-what': 'Quokka action',
    'a0-owner': 'Amara Okafor',
    'a0-by-day': '21',
    'a0-by-month': '1',
    'a0-by-year': '2026',
    actions: '1',
  })
  const seen = await amara.session.get(`${at}/objectives/${objective}`)
  const version = /name="version" value="(\d+)"/.exec(seen.html)?.[1] ?? '1'
  await amara.session.post(`${at}/objectives/${objective}/agreement`, {
    version,
    [`unmet-${objective}`]: 'Quokka reason',
  })
  const evidence = await make(amara, `${at}/evidence`, {
    kind: 'compliment',
    text: 'Xylophone compliment of a private kind.',
    private: 'yes',
    'happened-day': '5',
    'happened-month': '1',
    'happened-year': '2026',
    reason: 'Xylophone reason',
    competency: field.competencyId,
    file: new File(['xylophone file'], 'xylophone.txt'),
  })
  await amara.session.post(`${at}/evidence`, { do: 'later', text: 'Walrus draft about a call.' })
  const drafts = await amara.session.get(`${at}/evidence`)
  const draft = /evidence\/([0-9a-f-]{36})\/change/.exec(drafts.html)?.[1] ?? ''
  assert.ok(draft)
  const mine = await make(amara, `${at}/reflections`, {
    model: 'gibbs',
    'about-words': 'Yurt account',
    description: 'Yurt words about what happened.',
    action: 'Yurt action next month.',
    sharing: 'me',
  })
  const leaders = await make(amara, `${at}/reflections`, {
    model: 'gibbs',
    'about-words': 'Kestrel account',
    description: 'Kestrel words for my leader.',
    sharing: 'leader',
  })
  const review = field.openReviewId
  await amara.session.post(`${at}/reviews/${review}/account/link`, { reflection: mine })
  await amara.session.post(`${at}/reviews/${review}/progress`, {
    objective,
    where: 'going to plan',
    impact: 'Quokka impact',
    version: '0',
  })
  const pass = field.selfPassId
  await amara.session.post(`${at}/assessments/${pass}`, {
    competency: field.competencyId,
    level: '4',
    when: 'Narwhal day',
    who: 'Narwhal caller',
    did: 'Narwhal deed',
    followed: 'Narwhal end',
    evidence,
  })
  return [
    `${at}/needs/${need}`,
    `${at}/objectives/${objective}`,
    `${at}/objectives/${objective}?change=yes`,
    `${at}/objectives/new?need=${need}`,
    `${at}/evidence/${evidence}`,
    `${at}/evidence/${evidence}/file`,
    `${at}/evidence/${evidence}/change`,
    `${at}/evidence/${draft}`,
    `${at}/evidence/${draft}/change`,
    `${at}/reflections/${mine}`,
    `${at}/reflections/${leaders}`,
    `${at}/assessments/${pass}`,
    `${at}/reviews/${review}`,
  ]
}

const ONLY_AMARA = /zanzibar|quokka|xylophone|walrus|yurt|narwhal/i
const NOT_OUTSIDE_THE_TEAM = /kestrel/i

test('nobody reads on any page, or by a guessed address, what Amara keeps for herself or what is blind', async () => {
  const guessed = await keepSecrets()
  const { amara, ben, chidi, efua, dana, grace } = field
  const own = await amara.session.get(guessed[1] ?? '')
  assert.match(own.text, /Quokka action/, 'the secrets are there to be found')
  const ends = [
    '',
    '/work',
    '/evidence',
    '/gaps',
    '/plan',
    '/reviews',
    '/assessments',
    '/reflections',
    '/needs',
    '/account',
    '/account?only-you=yes',
    '/plan/versions/1',
    '/plan/versions/3',
    '/objectives/new',
    '/needs/new',
  ]
  for (const who of [ben, chidi, efua, dana, grace]) {
    const starts = [
      '/start',
      '/home',
      '/team',
      '/people',
      '/imports',
      ...ends.map((end) => `/people/${amara.personId}${end}`),
      ...guessed,
    ]
    const { pages } = await crawl(who, starts, 70)
    for (const [path, html] of pages) {
      const hit = ONLY_AMARA.exec(html)
      assert.equal(hit?.[0], undefined, `${who.person.name} reads it on ${path}`)
      if (who !== ben) assert.doesNotMatch(html, NOT_OUTSIDE_THE_TEAM, `${who.person.name} on ${path}`)
    }
    for (const path of guessed.slice(0, 10)) {
      const { status } = await who.session.get(path)
      assert.ok(status === 404 || status === 403, `${who.person.name} gets ${status} from ${path}`)
    }
  }
  assert.match(
    (await ben.session.get(guessed[10] ?? '')).text,
    /Kestrel words/,
    'what is shared with Ben he reads',
  )
})

test('no door hands out what is only Amara’s to anybody else, in plans, versions, reviews, counts or by command', async () => {
  const { world, amara, ben, chidi, efua, dana, grace } = field
  const { personId } = amara
  for (const who of [ben, chidi, efua, dana, grace]) {
    const viewer = await as(world, who)
    const all = await world.inOrg(async (tx) => {
      const plan = await planOf(tx, personId, viewer, world.today)
      return JSON.stringify([
        plan,
        await Promise.all(plan.versions.map(({ version }) => planAt(tx, personId, version))),
        await listReviews(tx, personId, viewer),
        await listNeeds(tx, personId, viewer),
        await listEvidence(tx, personId),
        await listReflections(tx, personId, viewer),
        await listAssessments(tx, personId, viewer),
      ])
    })
    assert.equal(ONLY_AMARA.exec(all)?.[0], undefined, who.person.name)
  }
  const [command] = account
  let said = ''
  await command?.run({
    house: world.house,
    orgId: world.orgId,
    today: world.today,
    positionals: ['Amara Okafor'],
    options: {},
    answer: (document: unknown, words: string) => {
      said = JSON.stringify(document) + words
    },
  } as never)
  assert.match(said, /Resolve billing/)
  assert.equal(ONLY_AMARA.exec(said)?.[0], undefined)
})

test('what a shared item said while it was only Amara’s stays with her', async () => {
  const { amara, ben } = field
  const at = `/people/${amara.personId}/evidence`
  const said = { kind: 'compliment', reason: 'It shows it.', competency: field.competencyId }
  const when = { 'happened-day': '5', 'happened-month': '1', 'happened-year': '2026' }
  const id = await make(amara, at, { ...said, ...when, text: 'Ocelot words, for me.', private: 'yes' })
  await make(amara, `${at}/${id}`, { ...said, ...when, text: 'A customer thanked me.', version: '1' })
  assert.match((await amara.session.get(`${at}/${id}`)).text, /Ocelot/)
  const seen = await ben.session.get(`${at}/${id}`)
  assert.match(seen.text, /A customer thanked me/)
  assert.doesNotMatch(seen.html, /ocelot/i)
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
      competency: id,
      reason: 'x',
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
    const match = await dana.session.post(`/imports/${field.batchId}/names`, {
      do: 'all',
      'name-0': 'Zed',
      'whose-0': id,
    })
    assert.ok(match.status < 500, `${match.status} for ${id}`)
  }
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
  const teams = await Promise.all(
    [1, 2, 3].map((n) =>
      field.dana.session.post('/people', { name: `New ${n}`, team: 'Brand new team', standing: 'adviser' }),
    ),
  )
  assert.deepEqual(
    teams.map(({ status }) => status),
    [200, 200, 200],
  )
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

test('a closed review of private things shows the leader none of them', async () => {
  const { ben, amara } = field
  const list = await ben.session.get(`/people/${amara.personId}/reviews`)
  for (const [, path = ''] of list.html.matchAll(/href="(\/people\/[^"]*\/reviews\/[0-9a-f-]{36})"/g))
    assert.doesNotMatch((await ben.session.get(path)).html, ONLY_AMARA)
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

test('five seconds of twisted requests as Amara, Ben and Dana never make the server fail', async () => {
  const { crashes, sent } = await attack(await field.grounds(), { seconds: 5, seed: 20_261_117 })
  assert.deepEqual(crashes, [])
  assert.ok(sent > 10)
})
