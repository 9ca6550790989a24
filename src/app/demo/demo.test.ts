import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLarkfield, who } from '../../../test/larkfield.ts'
import { careersAreTold } from '../../../test/larkfield-careers.ts'
import { plansAreTold } from '../../../test/larkfield-plans.ts'
import { addDays } from '../../kernel/day.ts'
import { gapsOf, johariOf, listBoards, listNeeds } from '../assessments/assessments.ts'
import { listContacts } from '../contacts/contacts.ts'
import { legalOf, listEvidence } from '../evidence/evidence.ts'
import { feedbackOf, listRounds } from '../feedback/feedback.ts'
import { listHistory, verifyHistory } from '../history/history.ts'
import { figureOf } from '../measures/measures.ts'
import { paths } from '../paths.ts'
import { listOrganisations, listPeople } from '../people/people.ts'
import { recordRatesOf } from '../records/records.ts'
import { witnessesOf } from '../testimony/testimony.ts'
import { CAST } from './cast.ts'
import { deleteDemo, findDemo, TOUR } from './demo.ts'

/** The demo is loaded once for all that is asked of it: its plans are told in test/larkfield-plans.ts, its careers in test/larkfield-careers.ts. */
const larkfield = openLarkfield()
const { inDemo, as, told } = larkfield

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
    assert.ok(await larkfield.world.house.identity.userOf(personId), name)
  }
})

test('two years of contacts end on the day of loading, and each is matched to a person', async () => {
  const contacts = await inDemo((tx) => listContacts(tx))
  assert.ok(contacts.length > 20_000 && contacts.length < 35_000, `${contacts.length}`)
  assert.equal(contacts.at(-1)?.day, '2026-11-17')
  assert.ok((contacts[0]?.day ?? '') < '2024-11-20')
  assert.ok(contacts.every(({ at }) => at <= larkfield.world.now))
  const imports = await inDemo((tx) => listHistory(tx, {}, 5000))
  const counts = imports.filter(({ kind }) => kind === 'contacts.imported').map(({ payload }) => payload)
  assert.ok(counts.length >= 7)
  for (const count of counts) assert.equal((count as { rejected: number }).rejected, 0)
  const people = new Set((await inDemo(listPeople)).map(({ personId }) => personId))
  assert.ok(contacts.every(({ personKey }) => personKey === null || people.has(personKey)))
})

test('the charts tell the stories of the characters', async () => {
  const verdictOf = (name: string, measure: string) =>
    inDemo(
      async (tx) =>
        (await figureOf(tx, (await who(tx, name)).personId, measure, larkfield.world.today))?.verdict,
    )
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
    const found = await gapsOf(tx, amara.personId, larkfield.world.today, amara)
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
    assert.equal(
      ends.filter((day) => day > larkfield.world.today && day <= addDays(larkfield.world.today, 30)).length,
      1,
    )
    assert.equal(ends.filter((day) => day < larkfield.world.today).length, 1)
    const legal = await legalOf(tx, personId, larkfield.world.today)
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
      const { readings, held } = await feedbackOf(tx, amara.personId, viewer, larkfield.world.today)
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
  const feedback = await inDemo((tx) => feedbackOf(tx, tom.personId, tom, larkfield.world.today))
  assert.deepEqual(feedback, { readings: [], held: [], texts: [] })
  const home = await (await as('Amara Okafor')).get(paths.home)
  assert.match(home.text, /Tom Walsh/)
  assert.match(home.html, /href="\/feedback\//)
})

test('Amara’s Johari window has something in each of its four panes', async () => {
  await inDemo(async (tx) => {
    const amara = await who(tx, 'Amara Okafor')
    const view = await johariOf(tx, amara.personId, larkfield.world.today, amara)
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
    const rates = await recordRatesOf(tx, amara.personId, larkfield.world.today)
    assert.deepEqual(rates.map(({ kind }) => kind).sort(), ['audit', 'complaint', 'compliment'])
    const kofi = await who(tx, 'Kofi Mensah')
    assert.ok((await listEvidence(tx, kofi.personId)).every(({ standsBehind }) => standsBehind === null))
  })
})

plansAreTold(larkfield)
careersAreTold(larkfield)

test('the history reads in order of time, from the first person on, and is true', async () => {
  const entries = (await inDemo((tx) => listHistory(tx, {}, 5000))).reverse()
  const moments = entries.map(({ at }) => at?.getTime() ?? 0)
  assert.deepEqual(
    moments,
    moments.toSorted((a, b) => a - b),
  )
  assert.ok((entries[0]?.day ?? '') < addDays(larkfield.world.today, -200))
  assert.ok(entries.every(({ at }) => at && at <= larkfield.world.now))
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
  'career',
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
  const stranger = await larkfield.world.add({ name: 'Nadia Stranger', standing: 'administrator' })
  const { personId } = await inDemo((tx) => who(tx, 'Amara Okafor'))
  assert.equal((await stranger.session.get(paths.plan(personId))).status, 404)
  assert.equal((await stranger.session.get(paths.characters)).status, 404)
  const dana = await as('Dana Price')
  assert.equal((await dana.get(paths.plan(stranger.personId))).status, 404)
})

test('with GOLDTHREAD_DEMO=off the demo is not there', async () => {
  larkfield.world.house.config.demo = false
  const visitor = larkfield.world.visitor()
  assert.equal((await visitor.post(paths.demo)).status, 404)
  assert.equal((await visitor.get(`${paths.demo}/loading`)).status, 404)
  larkfield.world.house.config.demo = true
})

test('progress is told in plain words, and the demo can be deleted within seconds', async () => {
  assert.equal(told.at(-1), 'Ready')
  assert.ok(told.length >= 8, told.join('; '))
  const started = performance.now()
  await deleteDemo(larkfield.world.house)
  assert.ok(performance.now() - started < 5000)
  assert.equal(await findDemo(larkfield.world.house.db), null)
  assert.equal((await listOrganisations(larkfield.world.house.db)).filter(({ demo }) => demo).length, 0)
})
