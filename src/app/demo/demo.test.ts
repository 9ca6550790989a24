import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { openWorld, type Session, type World } from '../../../test/world.ts'
import type { Actor } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { gapsOf, johariOf, listAssessments, listBoards, listNeeds } from '../assessments/assessments.ts'
import { listContacts } from '../contacts/contacts.ts'
import { legalOf, listEvidence } from '../evidence/evidence.ts'
import { feedbackOf, listRounds } from '../feedback/feedback.ts'
import { listHistory, verifyHistory } from '../history/history.ts'
import { figureOf } from '../measures/measures.ts'
import { paths } from '../paths.ts'
import { actorOf, listOrganisations, listPeople } from '../people/people.ts'
import { lateBy, planOf, unmetLetters } from '../plans/plans.ts'
import { readinessOf } from '../readiness/readiness.ts'
import { recordRatesOf } from '../records/records.ts'
import { listReviews, rhythmFor, viewReview } from '../reviews/reviews.ts'
import { witnessesOf } from '../testimony/testimony.ts'
import { CAST } from './cast.ts'
import { deleteDemo, findDemo, loadDemo, TOUR } from './demo.ts'

/** One file, though a long one: loading the demo takes far longer than all that is asked of it, so it is loaded once. */
let world: World
let orgId: Id
const told: string[] = []

before(async () => {
  world = await openWorld({ today: '2026-11-17' })
  orgId = await loadDemo(world.house, (words) => told.push(words))
})

const inDemo = <T>(work: (tx: OrgTx) => Promise<T>) => world.house.db.inOrg(orgId, work, { readOnly: true })

async function who(tx: OrgTx, name: string): Promise<Actor> {
  const person = (await listPeople(tx)).find((one) => one.name === name)
  const seen = person && (await actorOf(tx, person.personId))
  assert.ok(seen, name)
  return seen.actor
}

async function as(name: string): Promise<Session> {
  const session = world.visitor()
  await session.post(paths.demo)
  const { personId } = await inDemo((tx) => who(tx, name))
  await session.post(`${paths.demo}/as`, { person: personId })
  return session
}

test('Larkfield Energy has 21 people in two teams, all with a story and a sign-in', async () => {
  const people = await inDemo(listPeople)
  assert.equal(people.length, 21)
  assert.deepEqual([...new Set(people.map(({ team }) => team))].filter(Boolean).sort(), [
    'Northgate',
    'Quayside',
  ])
  for (const { personId, name, story, state } of people) {
    assert.ok(story, name)
    assert.equal(state, 'active', name)
    assert.ok(await world.house.identity.userOf(personId), name)
  }
})

test('two years of contacts end on the day of loading, and each is matched to a person', async () => {
  const contacts = await inDemo((tx) => listContacts(tx))
  assert.ok(contacts.length > 20_000 && contacts.length < 35_000, `${contacts.length}`)
  assert.equal(contacts.at(-1)?.day, '2026-11-17')
  assert.ok((contacts[0]?.day ?? '') < '2024-11-20')
  assert.ok(contacts.every(({ at }) => at <= world.now))
  const imports = await inDemo((tx) => listHistory(tx, {}, 5000))
  const counts = imports.filter(({ kind }) => kind === 'contacts.imported').map(({ payload }) => payload)
  assert.ok(counts.length >= 7)
  for (const count of counts) assert.equal((count as { rejected: number }).rejected, 0)
  const people = new Set((await inDemo(listPeople)).map(({ personId }) => personId))
  assert.ok(contacts.every(({ personKey }) => personKey === null || people.has(personKey)))
})

test('the charts tell the stories of the characters', async () => {
  const verdictOf = (name: string, measure: string) =>
    inDemo(async (tx) => (await figureOf(tx, (await who(tx, name)).personId, measure, world.today))?.verdict)
  assert.equal(await verdictOf('Amara Okafor', 'fcr'), 'improvement signal')
  assert.equal(await verdictOf('Amara Okafor', 'csat'), 'no signal')
  assert.equal(await verdictOf('Tom Walsh', 'csat'), 'no signal')
  assert.equal(await verdictOf('Grace Lim', 'handle_time'), 'improvement signal')
  assert.equal(await verdictOf('Yusuf Demir', 'fcr'), 'concern signal')
  assert.equal(await verdictOf('Sofia Rossi', 'fcr'), 'no signal')
  assert.equal(await verdictOf('Kofi Mensah', 'fcr'), 'too few points')
  assert.equal(await verdictOf('Dan Pryce', 'csat'), 'too few points')
})

test('Amara has a blind spot in complaints and a hidden strength in listening', async () => {
  const { gaps, agreedOn } = await inDemo(async (tx) => {
    const amara = await who(tx, 'Amara Okafor')
    const found = await gapsOf(tx, amara.personId, world.today, amara)
    assert.ok(found)
    return found
  })
  const of = (code: string) => gaps.find(({ competency }) => competency.code === code)
  assert.deepEqual(
    gaps.filter(({ blindSpot }) => blindSpot).map(({ competency }) => competency.code),
    ['CS-07'],
  )
  assert.ok(of('CS-01')?.hiddenStrength)
  assert.equal(of('CS-07')?.short, 1)
  assert.equal(of('CS-08')?.state, 'not agreed')
  assert.ok(agreedOn)
})

test('Amara’s evidence is of every kind but a performance review, and her complaint walks HEAT', async () => {
  const evidence = await inDemo(async (tx) => {
    const amara = await who(tx, 'Amara Okafor')
    return listEvidence(tx, amara.personId, { includePrivate: true })
  })
  assert.deepEqual([...new Set(evidence.map(({ kind }) => kind))].sort(), [
    'audit',
    'certificate',
    'complaint',
    'compliment',
    'customer feedback',
    'expert testimony',
    'measure',
    'observation',
    'peer feedback',
    'professional discussion',
    'reflection',
    'witness testimony',
    'work product',
  ])
  const complaint = evidence.find(({ kind, standsBehind }) => kind === 'complaint' && standsBehind === null)
  for (const step of ['heard', 'empathised', 'apologised', 'action', 'outcome'])
    assert.ok(complaint?.detail[step], step)
  assert.ok(evidence.some(({ private: onlyYou }) => onlyYou))
})

test('Amara has one certificate that ends soon and one that has ended; health and safety does not apply, with a reason', async () => {
  await inDemo(async (tx) => {
    const { personId } = await who(tx, 'Amara Okafor')
    const ends = (await listEvidence(tx, personId)).flatMap(({ kind, expiresOn }) =>
      kind === 'certificate' && expiresOn ? [expiresOn] : [],
    )
    assert.equal(ends.filter((day) => day > world.today && day <= addDays(world.today, 30)).length, 1)
    assert.equal(ends.filter((day) => day < world.today).length, 1)
    const legal = await legalOf(tx, personId, world.today)
    assert.deepEqual(legal.map(({ competency, state }) => [competency.code, state]).sort(), [
      ['CS-08', 'evidenced'],
      ['CS-16', 'evidenced'],
      ['CS-17', 'does not apply'],
    ])
  })
})

test('Amara’s evidence leaves one stage of the service cycle empty, and the page says which', async () => {
  const session = await as('Amara Okafor')
  const { personId } = await inDemo((tx) => who(tx, 'Amara Okafor'))
  const items = await inDemo((tx) => listEvidence(tx, personId))
  const stages = new Set(items.flatMap(({ detail }) => detail.cycle ?? []))
  assert.deepEqual([...stages].sort(), ['Closing', 'Finding out', 'Following up', 'Solving', 'Welcome'])
  assert.match((await session.get(paths.evidence(personId))).text, /Getting through/)
})

test('Chidi and Ben judged the same link of Amara’s, and do not agree on every letter', async () => {
  const session = await as('Chidi Eze')
  const { personId } = await inDemo((tx) => who(tx, 'Amara Okafor'))
  const letter = (await inDemo((tx) => listEvidence(tx, personId))).find(({ title }) =>
    title.startsWith('“She stayed calm'),
  )
  assert.ok(letter)
  const page = await session.get(paths.evidenceItem(personId, letter.evidenceId))
  assert.match(page.text, /One letter, which Amara chose\./)
  assert.match(page.text, /I know of two more like it/)
})

test('a witness, an expert and a customer answered Amara’s links, and one has not yet', async () => {
  const { personId } = await inDemo((tx) => who(tx, 'Amara Okafor'))
  const witnesses = await inDemo((tx) => witnessesOf(tx, personId, { contacts: false }))
  assert.deepEqual(
    witnesses.map(({ as, name }) => [as, name]),
    [
      ['witness', 'Marek Nowak'],
      ['customer', 'Rosa'],
      ['expert witness', 'Hilary Stone'],
    ],
  )
  const session = await as('Amara Okafor')
  assert.match((await session.get(paths.testimony(personId))).text, /Petra Lang/)
})

test('Amara’s round asked nine people; what two peers answered is held back, the rest is released and shared', async () => {
  await inDemo(async (tx) => {
    const amara = await who(tx, 'Amara Okafor')
    const [round] = await listRounds(tx, amara.personId, amara)
    assert.equal(round?.state, 'closed')
    assert.equal(round?.groups.flatMap(({ raters }) => raters).length, 9)
    const chidi = await who(tx, 'Chidi Eze')
    for (const viewer of [amara, chidi]) {
      const { readings, held } = await feedbackOf(tx, amara.personId, viewer, world.today)
      assert.deepEqual([...new Set(readings.map(({ group }) => group))].sort(), [
        'customers',
        'leader',
        'peers',
        'self',
      ])
      assert.ok(readings.every(({ group, by }) => group === 'peers' || by !== null))
      const levels = held.filter(({ question }) => question === null)
      assert.deepEqual(
        levels.map(({ group, why }) => [group, why]),
        [['peers', 'fewer than k']],
      )
    }
  })
})

test('Tom’s round is open and shows nothing; it waits for Amara on her first page', async () => {
  const tom = await inDemo((tx) => who(tx, 'Tom Walsh'))
  const feedback = await inDemo((tx) => feedbackOf(tx, tom.personId, tom, world.today))
  assert.deepEqual(feedback, { readings: [], held: [], texts: [] })
  const home = await (await as('Amara Okafor')).get(paths.home)
  assert.match(home.text, /Tom Walsh/)
  assert.match(home.html, /href="\/feedback\//)
})

test('Amara’s Johari window has something in each of its four panes', async () => {
  await inDemo(async (tx) => {
    const amara = await who(tx, 'Amara Okafor')
    const view = await johariOf(tx, amara.personId, world.today, amara)
    const panes = Object.groupBy(view?.items ?? [], ({ pane }) => pane)
    const codes = (pane: keyof typeof panes) => panes[pane]?.map(({ competency }) => competency.code)
    assert.deepEqual(codes('blind spot'), ['CS-07'])
    assert.ok(codes('hidden strength')?.includes('CS-01'))
    assert.deepEqual(codes('unknown'), ['CS-13'])
    assert.ok((codes('open')?.length ?? 0) > 4)
  })
})

test('Amara keeps her first SWOT to herself, and Ben reads her second', async () => {
  await inDemo(async (tx) => {
    const [amara, ben] = [await who(tx, 'Amara Okafor'), await who(tx, 'Ben Hughes')]
    const boards = await listBoards(tx, amara.personId, amara)
    assert.deepEqual(
      boards.map(({ number, sharing }) => [number, sharing]),
      [
        [2, 'leader'],
        [1, 'me'],
      ],
    )
    assert.deepEqual(
      (await listBoards(tx, amara.personId, ben)).map(({ number }) => number),
      [2],
    )
  })
})

test('Amara’s needs are professional, personal and both, of three priorities and from different places', async () => {
  await inDemo(async (tx) => {
    const amara = await who(tx, 'Amara Okafor')
    const needs = await listNeeds(tx, amara.personId, amara)
    assert.deepEqual([...new Set(needs.map(({ kind }) => kind))].sort(), ['both', 'personal', 'professional'])
    assert.deepEqual([...new Set(needs.map(({ priority }) => priority))].sort(), [1, 2, 3])
    assert.deepEqual([...new Set(needs.map(({ from }) => from))].sort(), [
      'aspiration',
      'assessment',
      'complaint',
      'role change',
    ])
  })
})

test('imported compliments and complaints stand beside Amara’s evidence per 1,000 contacts; what nobody knows waits', async () => {
  await inDemo(async (tx) => {
    const amara = await who(tx, 'Amara Okafor')
    const rates = await recordRatesOf(tx, amara.personId, world.today)
    assert.deepEqual(rates.map(({ kind }) => kind).sort(), ['audit', 'complaint', 'compliment'])
    const kofi = await who(tx, 'Kofi Mensah')
    assert.ok((await listEvidence(tx, kofi.personId)).every(({ standsBehind }) => standsBehind === null))
  })
})

test('Amara’s plan has three versions, each change with its cause, and one objective is only hers', async () => {
  await inDemo(async (tx) => {
    const [amara, ben] = [await who(tx, 'Amara Okafor'), await who(tx, 'Ben Hughes')]
    const plan = await planOf(tx, amara.personId, amara, world.today)
    assert.equal(plan.version, 3)
    const changes = plan.versions[0]?.changes ?? []
    assert.deepEqual(changes.map(({ cause }) => cause).sort(), ['feedback', 'target met'])
    assert.deepEqual(plan.objectives.map(({ state }) => state).sort(), [
      'agreed',
      'agreed',
      'agreed',
      'closed',
      'draft',
    ])
    const hers = plan.objectives.filter((one) => one.private)
    assert.deepEqual(
      hers.map(({ title }) => title),
      ['Speak at a community evening'],
    )
    const seen = await planOf(tx, amara.personId, ben, world.today)
    assert.ok(!seen.objectives.some((one) => one.private))
    assert.ok(!(await listNeeds(tx, amara.personId, ben)).some((one) => one.private))
    const first = plan.objectives.find(({ measure }) => measure === 'fcr')
    assert.ok(first)
    assert.deepEqual(unmetLetters(first.reading), [])
  })
})

test('Amara has two signed reviews and one in progress with an account at four of six stages', async () => {
  await inDemo(async (tx) => {
    const amara = await who(tx, 'Amara Okafor')
    const [open, ...signed] = await listReviews(tx, amara.personId, amara)
    assert.deepEqual([open?.state, ...signed.map(({ state }) => state)], ['open', 'closed', 'closed'])
    assert.ok(signed.every(({ signatures }) => signatures.length === 2))
    const view = open && (await viewReview(tx, amara.personId, open.reviewId, amara, world.today))
    assert.deepEqual([view?.accountState?.done, view?.accountState?.of], [4, 6])
  })
})

test('Yusuf’s plan is stale, Grace’s review waits for Ben, Hannah’s passes are blind', async () => {
  await inDemo(async (tx) => {
    const ben = await who(tx, 'Ben Hughes')
    const yusuf = await who(tx, 'Yusuf Demir')
    assert.equal((await rhythmFor(tx, yusuf.personId, ben, world.today)).state, 'stale')
    const grace = await who(tx, 'Grace Lim')
    assert.equal((await listReviews(tx, grace.personId, ben))[0]?.state, 'signed by one')
    const hannah = await who(tx, 'Hannah Boyle')
    const leah = await who(tx, 'Leah Coleman')
    assert.deepEqual(
      (await listAssessments(tx, hannah.personId, leah)).map(({ pass, withheld }) => [pass, withheld]),
      [['self', true]],
    )
  })
})

test('Yusuf’s plan alone lies still: nobody else has an action that is more than two weeks late', async () => {
  const late = await inDemo(async (tx) => {
    const found: string[] = []
    for (const { personId, name } of await listPeople(tx)) {
      const seen = await who(tx, name)
      const { objectives } = await planOf(tx, personId, seen, world.today)
      for (const { state, actions } of objectives)
        for (const action of actions)
          if (state !== 'closed' && lateBy(action, world.today) > 14) found.push(`${name}: ${action.what}`)
    }
    return found
  })
  assert.deepEqual(late, ['Yusuf Demir: Rewrite the first five'])
})

test('Amara’s plan says each figure with its count and interval, where it began, and which need is met', async () => {
  const session = await as('Amara Okafor')
  const { personId } = await inDemo((tx) => who(tx, 'Amara Okafor'))
  const plan = await session.get(paths.plan(personId))
  assert.match(
    plan.text,
    /\d+% of \d+, interval \d+ to \d+%, since [\w ]+: (too few points|(improvement|concern|no) signal); target 76%/,
  )
  assert.match(plan.text, /from 31, target 50/)
  assert.match(plan.text, /Met with O-\d+\./)
  const home = await session.get(paths.home)
  assert.match(home.text, /\d+% of \d+, interval \d+ to \d+%; target 76%/)
  assert.match(home.text, /Self-assessment\s*, agreed on \d+ \w+ 202\d/)
})

test('Amara’s account names what is missing: a need on her word only, and an objective that is not agreed', async () => {
  const checks = await inDemo(async (tx) => {
    const amara = await who(tx, 'Amara Okafor')
    return readinessOf(tx, amara.personId, amara, world.today)
  })
  assert.equal(checks.length, 13)
  const missing = checks.filter(({ state }) => state === 'missing').map(({ check }) => check)
  for (const check of [2, 7]) assert.ok(missing.includes(check), `${check}`)
  for (const check of [1, 3, 4, 5, 6, 9, 12, 13]) assert.ok(!missing.includes(check), `${check}`)
})

test('the history reads in order of time, from the first person on, and is true', async () => {
  const entries = (await inDemo((tx) => listHistory(tx, {}, 5000))).reverse()
  const moments = entries.map(({ at }) => at?.getTime() ?? 0)
  assert.deepEqual(
    moments,
    moments.toSorted((a, b) => a - b),
  )
  assert.ok((entries[0]?.day ?? '') < addDays(world.today, -200))
  assert.ok(entries.every(({ at }) => at && at <= world.now))
  assert.equal((await inDemo(verifyHistory)).ok, true)
})

test('each character’s home opens, and a leader opens every main page of each of theirs', async () => {
  for (const { name } of CAST) {
    const session = await as(name)
    assert.equal((await session.get(paths.home)).status, 200, name)
    const actor = await inDemo((tx) => who(tx, name))
    for (const id of [actor.personId, ...actor.leads])
      for (const page of MAIN) {
        const address = paths[page](id)
        assert.equal((await session.get(address)).status, 200, `${name} opens ${page}`)
      }
  }
})

const MAIN = [
  'person',
  'work',
  'evidence',
  'reflections',
  'assessments',
  'gaps',
  'plan',
  'reviews',
  'account',
] as const

test('the six steps of the tour lead to a page that opens for the one whose turn it is', async () => {
  const amara = await as('Amara Okafor')
  for (const [index, step] of TOUR.entries()) {
    const shown = await amara.get(paths.tour(index + 1))
    assert.equal(shown.status, 200)
    const href = /(?:href|value)="(\/people\/[^"]+)"/.exec(shown.html.slice(shown.html.indexOf('<main')))?.[1]
    assert.ok(href, `step ${index + 1}`)
    assert.equal((await (await as(step.as)).get(href)).status, 200, href)
  }
})

test('nobody outside the demo sees it, and nobody in it sees outside', async () => {
  const stranger = await world.add({ name: 'Nadia Stranger', standing: 'administrator' })
  const { personId } = await inDemo((tx) => who(tx, 'Amara Okafor'))
  assert.equal((await stranger.session.get(paths.plan(personId))).status, 404)
  assert.equal((await stranger.session.get(paths.characters)).status, 404)
  const dana = await as('Dana Price')
  assert.equal((await dana.get(paths.plan(stranger.personId))).status, 404)
})

test('with GOLDTHREAD_DEMO=off the demo is not there', async () => {
  world.house.config.demo = false
  const visitor = world.visitor()
  assert.equal((await visitor.post(paths.demo)).status, 404)
  assert.equal((await visitor.get(`${paths.demo}/loading`)).status, 404)
  world.house.config.demo = true
})

test('progress is told in plain words, and the demo can be deleted within seconds', async () => {
  assert.equal(told.at(-1), 'Ready')
  assert.ok(told.length >= 8, told.join('; '))
  const started = performance.now()
  await deleteDemo(world.house)
  assert.ok(performance.now() - started < 5000)
  assert.equal(await findDemo(world.house.db), null)
  assert.equal((await listOrganisations(world.house.db)).filter(({ demo }) => demo).length, 0)
})
