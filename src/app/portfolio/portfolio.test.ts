import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { as, developFully, got } from '../../../test/developed.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { forgetful } from '../../shell/remembering.ts'
import { UsageError } from '../command.ts'
import { addEvidence } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { targetStanding } from '../measures/measures.ts'
import { findOrganisation } from '../people/people.ts'
import { saveDraft } from '../plans/plans.ts'
import { outsideKinds, readinessOf } from '../readiness/readiness.ts'
import { commands } from './commands.ts'
import { portfolioOf, threadIn, threadsOf } from './portfolio.ts'
import { knotStates } from './rules/thread.ts'
import { sealOf } from './seal.ts'
import { impactWords } from './words.ts'

let world: World
let ben: Character
let amara: Character
let sofia: Character

before(async () => {
  world = await openWorld({ today: '2025-07-01' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  sofia = await world.add({ name: 'Sofia Rossi', team: 'Southbank' })
  await developFully(world, amara, ben)
  const own = await as(world, amara)
  await world.inOrg(async (tx) => {
    const fields = {
      title: 'Speak at a community evening',
      text: 'Speak for ten minutes at a community evening by 31 March 2026.',
      kind: 'personal' as const,
      why: 'I want to be braver in front of people.',
      private: true,
      measure: null,
      unit: null,
      baseline: null,
      target: null,
      due: '2026-03-31',
      resources: '',
      success: '',
      priorityId: null,
      servesAspiration: false,
      needId: null,
      actions: [],
    }
    const asked = { personId: amara.personId, objectiveId: null, version: null, cause: null, causeReason: '' }
    got(await saveDraft(tx, own, { ...asked, fields }, world.today))
    const [competency] = await listCompetencies(tx)
    const links = [{ competencyId: competency?.competencyId ?? '', reason: 'Mine', bearing: 'for' as const }]
    const secret = {
      kind: 'reflection' as const,
      text: 'My diary of stage fright',
      happenedOn: '2025-10-01',
      detail: { learnt: 'It passes', next: 'Breathe out first' },
    }
    got(
      await addEvidence(tx, own, { personId: amara.personId, ...secret, links, private: true }, world.today),
    )
  })
})

const account = () => `/people/${amara.personId}/account`

async function run(...args: string[]) {
  const [command] = commands
  assert.ok(command)
  const { values, positionals } = parseArgs({ args, options: command.options, allowPositionals: true })
  const documents: unknown[] = []
  const org = await world.inOrg(findOrganisation)
  assert.ok(org)
  const code = await command.run({
    house: world.house,
    orgId: world.orgId,
    org,
    today: world.today,
    values: values as Record<string, string>,
    positionals,
    answer: (document) => documents.push(JSON.parse(JSON.stringify(document))),
    say: () => {},
  })
  return { code, document: documents[0] as Record<string, unknown> }
}

test('the account shows the whole thread of an objective, each record linked to the one before it', async () => {
  const { status, text, html } = await amara.session.get(account())
  assert.equal(status, 200)
  assert.match(text, /Account of development, Amara Okafor/)
  assert.match(text, /O-1 Resolve billing contacts first time professional, serves “Winter billing”/)
  assert.match(text, /Evidence E-\d .*2 kinds? from others|Evidence E-\d .*1 kind from others/)
  assert.match(text, /N-1 Check understanding before closing/)
  assert.match(text, /agreed 3, role needs \d/)
  assert.match(text, /from 68% to 76%, by 31 May 2026/)
  assert.match(text, /0 of 2 done/)
  assert.match(text, /1 is 63 days late/)
  assert.match(text, /Review 2 , going to plan; Review 1|Review 2, going to plan; Review 1/)
  assert.match(text, /signed by Amara Okafor and Ben Hughes/)
  assert.match(text, /First-contact resolution.*since 7 July 2025/)
  assert.match(text, /Callers hear the next step twice/)
  assert.match(text, /No criterion is decided on this evidence yet/)
  for (const part of ['evidence/', 'needs/', 'objectives/', 'reviews/', 'reflections/'])
    assert.match(html, new RegExp(`href="/people/${amara.personId}/${part}[0-9a-f-]{36}"`), part)
})

test('the thirteen checks are there without a score, and say what no record shows yet', async () => {
  const { text } = await ben.session.get(account())
  assert.match(text, /This is not a mark and adds up to no score/)
  assert.match(text, /13 Objectives serve the organisation’s priorities/)
  assert.doesNotMatch(text, /\d+ of 13|13 of 13/)
  const rows = await world.inOrg(async (tx) =>
    readinessOf(tx, amara.personId, await as(world, ben), world.today),
  )
  const states = rows.map(({ check, state, missing }) => `${check} ${state}${missing ? `: ${missing}` : ''}`)
  assert.deepEqual(states, [
    '1 there',
    '2 there',
    '3 there',
    '4 there',
    '5 there',
    '6 there',
    '7 there',
    '8 there',
    '9 there',
    '10 missing: A target role, the way to it, and what it is known from',
    '11 missing: A SWOT that may be read here, or 360 feedback for the Johari window',
    '12 there',
    '13 there',
  ])
})

test('what only Amara sees is in her account where she asks for it, and in nobody else’s', async () => {
  const plain = await amara.session.get(account())
  assert.match(plain.text, /Also what only you see: O-2/)
  assert.doesNotMatch(plain.text, /community evening|stage fright/)
  const asked = `${account()}?shown=1&threads=yes&readiness=yes&only-you=yes`
  const whole = await amara.session.get(asked)
  assert.match(whole.text, /O-2 Speak at a community evening/)
  assert.match(whole.text, /stage fright/)
  for (const path of [account(), asked]) {
    const seen = await ben.session.get(path)
    assert.equal(seen.status, 200)
    assert.doesNotMatch(seen.text, /community evening|stage fright|O-2|only you see/)
  }
})

test('a colleague may not read the account', async () => {
  assert.equal((await sofia.session.get(account())).status, 403)
})

test('threads and checks are shown as they are chosen', async () => {
  const only = await amara.session.get(`${account()}?shown=1&readiness=yes`)
  assert.doesNotMatch(only.text, /The thread of each objective/)
  assert.match(only.text, /Readiness: thirteen checks/)
})

test('the account quotes the history only as far as it was read again, with how to check it', async () => {
  const { text } = await amara.session.get(account())
  assert.match(text, /Entries 1 to \d+ of the history agree with each other/)
  assert.match(text, /ends in [0-9a-f]{4} [0-9a-f]{4}/)
  assert.match(text, /bin\/goldthread history verify/)
})

test('somebody with nothing has an account that says so, and where to begin', async () => {
  const { status, text } = await sofia.session.get(`/people/${sofia.personId}/account`)
  assert.equal(status, 200)
  assert.match(text, /No objective yet/)
  assert.match(text, /No self-assessment yet/)
})

test('the command prints the same account as one document, without what is only Amara’s', async () => {
  const { code, document } = await run('amara okafor')
  assert.equal(code, 0)
  assert.deepEqual(Object.keys(document), ['person', 'threads', 'readiness'])
  assert.equal(document.person, 'Amara Okafor')
  const [thread, second] = document.threads as Record<string, unknown>[]
  assert.equal(second, undefined)
  assert.ok(thread)
  assert.deepEqual(Object.keys(thread), [
    'evidence',
    'need',
    'objective',
    'actions',
    'reviews',
    'impact',
    'decisions',
  ])
  assert.equal((thread.evidence as unknown[]).length, 2)
  assert.equal((thread.reviews as unknown[]).length, 2)
  assert.deepEqual(thread.decisions, [])
  const rows = document.readiness as { check: number; state: string; links: unknown[] }[]
  assert.deepEqual(
    rows.map(({ check }) => check),
    Array.from({ length: 13 }, (_, index) => index + 1),
  )
  assert.deepEqual(Object.keys(rows[0] ?? {}), ['check', 'state', 'what', 'links'])
  assert.equal(JSON.stringify(document).includes('community evening'), false)
})

test('the command asks for a person who is here, and for one of two of the same name', async () => {
  await assert.rejects(run('Nobody Here'), UsageError)
  await assert.rejects(run(), UsageError)
})

test('a thread without its need says so, and the gap is drawn as a gap', async () => {
  const threads = await world.inOrg(async (tx) =>
    threadsOf(tx, amara.personId, await as(world, amara), world.today, { onlyYou: true }),
  )
  assert.deepEqual(
    threads.map(({ need }) => need?.ref ?? null),
    ['N-1', null],
  )
  const held = {
    evidence: 2,
    need: false,
    agreed: true,
    closed: false,
    actions: { done: 0, of: 2 },
    reviews: 0,
    account: null,
    impact: false,
    awarded: false,
  }
  assert.deepEqual(knotStates(held), ['done', 'gap', 'done', 'now', 'todo', 'todo', 'todo'])
  const nothing = { ...held, evidence: 0, agreed: false }
  assert.deepEqual(knotStates(nothing), ['now', 'todo', 'todo', 'todo', 'todo', 'todo', 'todo'])
})

test('a target inside the interval is not yet shown; a better figure of few contacts shows nothing', () => {
  const figure = { value: 0.74, low: 0.69, high: 0.79, betterIs: 'higher' as const, n: 306 }
  assert.equal(targetStanding(figure, 0.76), 'inside the interval')
  assert.equal(targetStanding(figure, 0.6), 'shown')
  assert.equal(targetStanding(figure, 0.9), 'not reached')
  assert.equal(targetStanding({ ...figure, n: 12 }, 0.6), null)
  assert.equal(targetStanding({ ...figure, betterIs: 'lower' }, 0.9), 'shown')
  assert.equal(targetStanding({ ...figure, low: null }, 0.6), null)
})

test('an impact says the figure since it was agreed, and the verdict with the days it was judged over', async () => {
  const { text } = await amara.session.get(account())
  assert.match(
    text,
    /First-contact resolution: \d+% \(\d+ of \d+, interval \d+ to \d+%\) since 7 July 2025\. \w+( \w+){1,2} on the chart of 26 weeks to \d+ \w+ 2025/,
  )
  const { document } = await run('Amara Okafor')
  const [first] = document.threads as { impact: { figure: { from: string }; judged: object } }[]
  assert.equal(first?.impact.figure.from, '2025-07-07')
  assert.deepEqual(Object.keys(first?.impact.judged ?? {}), ['verdict', 'from', 'to'])

  const own = await as(world, amara)
  const [thread] = await world.inOrg((tx) => threadsOf(tx, amara.personId, own, world.today))
  assert.ok(thread?.impact?.figure)
  const { figure } = thread.impact
  const words = impactWords({
    ...thread,
    impact: {
      ...thread.impact,
      figure: { ...figure, verdict: 'too few points' },
      judged: { verdict: 'improvement signal', from: '2026-05-25', to: '2026-11-22' },
    },
  })
  assert.match(words ?? '', /\. Improvement signal on the chart of 26 weeks to 22 November 2026\. /)
  assert.match(words ?? '', /The weeks since the objective was agreed are too few for a verdict of their own/)
})

test('the evidence of a thread and check 4 count the kinds from others by one rule', async () => {
  const { text } = await amara.session.get(account())
  const own = await as(world, amara)
  const [thread] = await world.inOrg((tx) => threadsOf(tx, amara.personId, own, world.today))
  const kinds = outsideKinds(thread?.evidence ?? [])
  assert.ok(
    text.includes(
      `${kinds.length} kind${kinds.length === 1 ? '' : 's'} from others or the helpdesk on this thread`,
    ),
  )
  const said = { kind: 'compliment' as const, by: 'self' as const }
  assert.deepEqual(outsideKinds([said, said, { kind: 'reflection', by: 'self' }]), ['compliment'])
})

test('a page never says that a tampered history agrees with itself', async () => {
  const undo = new Error('undo')
  let seal: unknown = null
  await world.house.db.installation
    .transaction()
    .execute(async (db) => {
      await sql`update goldthread.history_entry set kind = 'evidence.removed' where seq = 6`.execute(db)
      seal = await sealOf({
        orgId: world.orgId,
        db,
        now: world.now,
        newId: () => '',
        afterwards: () => {},
        ...forgetful,
      })
      throw undo
    })
    .catch((error) => assert.equal(error, undo))
  assert.deepEqual(seal, { state: 'broken', firstBroken: 6 })
})

test('a thread holds only what its need rests on, and only a level that both agreed', async () => {
  const own = await as(world, amara)
  const portfolio = await world.inOrg(async (tx) => {
    const item = {
      kind: 'compliment' as const,
      text: 'A card about moving home',
      happenedOn: '2025-10-01',
      detail: { giver: 'A customer', quote: 'Settled in one call' },
    }
    got(await addEvidence(tx, own, { personId: amara.personId, ...item, links: [] }, world.today))
    return portfolioOf(tx, amara.personId, own, world.today)
  })
  const [objective] = portfolio.objectives
  assert.ok(objective)
  const thread = threadIn(portfolio, objective, { figure: null, judged: null })
  assert.ok(portfolio.evidence.some(({ text }) => text === 'A card about moving home'))
  assert.ok(thread.evidence.length > 0)
  assert.ok(thread.evidence.every(({ text }) => text !== 'A card about moving home'))
  assert.equal(thread.agreedLevel, 3)
  const assessments = portfolio.assessments.filter(({ pass }) => pass !== 'agreed')
  assert.equal(
    threadIn({ ...portfolio, assessments }, objective, { figure: null, judged: null }).agreedLevel,
    null,
  )
})
