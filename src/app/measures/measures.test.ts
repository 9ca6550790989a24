import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { parseArgs } from 'node:util'
import { asContacts, contactsOf } from '../../../seeds/contacts.ts'
import { TELEPHONE } from '../../../seeds/larkfield.ts'
import { putContacts } from '../../../test/imported.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { UsageError } from '../command.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { findOrganisation } from '../people/people.ts'
import { commands } from './commands.ts'
import {
  chartOf,
  figureOf,
  figuresOf,
  freezeFigure,
  measureNames,
  peopleFigures,
  startTally,
} from './measures.ts'
import { contactBook } from './rules/book.ts'
import { definitionOf } from './rules/definitions.ts'
import { chart } from './rules/measure.ts'

const TODAY = '2025-10-06'
const planned = contactsOf(TELEPHONE)

let world: World
let ben: Character
let amara: Character
let tom: Character
let dan: Character
let chidi: Character
let stranger: Character

before(async () => {
  world = await openWorld({ today: TODAY })
  ben = await world.add({ name: 'Ben Hughes', team: 'Northgate', standing: 'leader' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  tom = await world.add({ name: 'Tom Walsh', team: 'Northgate', leader: 'Ben Hughes' })
  dan = await world.add({ name: 'Dan Fry', team: 'Northgate', leader: 'Ben Hughes' })
  chidi = await world.add({ name: 'Chidi Eze', team: 'Southbank' })
  stranger = await world.add({ name: 'Sofia Rossi', team: 'Southbank' })
  await putContacts(world, planned, {
    'Amara Okafor': amara.personId,
    'Tom Walsh': tom.personId,
    'Sofia Rossi': stranger.personId,
  })
})

/** Runs the command as the shell would, and answers what it printed. */
async function runMeasures(...args: string[]) {
  const [command] = commands
  assert.ok(command)
  const { values, positionals } = parseArgs({ args, options: command.options, allowPositionals: true })
  const lines: Record<string, unknown>[] = []
  const org = await world.inOrg(findOrganisation)
  assert.ok(org)
  const code = await command.run({
    house: world.house,
    orgId: world.orgId,
    org,
    today: world.today,
    values: values as Record<string, string>,
    positionals,
    answer: (document) => lines.push(document as Record<string, unknown>),
    say: () => {},
  })
  return { code, lines }
}

const wholeBook = () => {
  const name = { 'Amara Okafor': amara.personId, 'Tom Walsh': tom.personId } as Record<string, string>
  return contactBook(
    asContacts(planned).map((one) => ({ ...one, personKey: name[one.personKey ?? ''] ?? one.personKey })),
    TODAY,
  )
}

test('Amara’s figures are those that a book of all contacts gives, though only hers and her customers’ are read', async () => {
  const figures = await world.inOrg((tx) => figuresOf(tx, amara.personId, TODAY))
  assert.deepEqual(
    figures.map((figure) => figure.measure),
    ['fcr', 'resolved', 'csat', 'csat_mean', 'first_reply', 'handle_time'],
  )
  for (const figure of figures) {
    const definition = definitionOf(figure.measure)
    assert.ok(definition)
    const whole = chart(definition, wholeBook(), {
      people: [amara.personId],
      from: figure.from,
      to: figure.to,
    })
    for (const key of ['n', 'numerator', 'value', 'p90', 'low', 'high', 'verdict', 'provisional'] as const)
      assert.deepEqual(figure[key], whole.figure[key], `${figure.measure} ${key}`)
  }
  const fcr = figures[0]
  assert.deepEqual([fcr?.from, fcr?.to], ['2025-04-07', '2025-10-05'], '26 weeks up to the last contact')
  assert.equal(fcr?.verdict, 'improvement signal')
})

test('whether Dan Pryce’s few contacts are final is read from everybody’s, not from his own', async () => {
  const definition = definitionOf('fcr')
  assert.ok(definition)
  const range = { from: '2025-08-25', to: '2025-08-31' }
  const [shown] = await world.inOrg((tx) => peopleFigures(tx, ['Dan Pryce'], TODAY, 'fcr', range))
  const whole = chart(definition, wholeBook(), { people: ['Dan Pryce'], ...range })
  assert.deepEqual(
    [shown?.shown.figure.n, shown?.shown.figure.provisional, shown?.shown.chart.weeks],
    [whole.figure.n, false, whole.weeks],
  )
})

test('without a range the weeks end with the data, however old they are', async () => {
  const later = await world.inOrg((tx) => figureOf(tx, amara.personId, 'csat', '2027-03-01'))
  assert.deepEqual([later?.from, later?.to], ['2025-04-07', '2025-10-05'])
})

test('Amara sees figures with count, interval, verdict, definition and version', async () => {
  const page = await amara.session.get(paths.work(amara.personId))
  assert.equal(page.status, 200)
  assert.match(page.text, /What your work shows/)
  const figure = await world.inOrg((tx) => figureOf(tx, amara.personId, 'fcr', TODAY))
  assert.ok(figure?.value)
  assert.match(
    page.text,
    new RegExp(`${Math.round(figure.value * 100)}% ${figure.numerator} of ${figure.denominator}, interval`),
  )
  assert.match(page.text, /Improvement signal/)
  assert.match(page.text, /\d+ weeks in a row above your mean of \d+%/)
  assert.match(page.text, /Rule: version 1/)
  const detail = await amara.session.get(paths.measure(amara.personId, 'fcr'))
  assert.match(detail.text, /until 7 days after the contact was solved/)
  assert.match(detail.text, /fcr\.v1/)
  assert.match(detail.text, /7 April to 5 October 2025/)
  assert.match(detail.html, /wide-only/)
  assert.match(detail.html, /narrow-only/)
  assert.match(detail.html, /evidence\/new\?measure=fcr&amp;from=2025-04-07&amp;to=2025-10-05/)
})

test('Tom’s satisfaction is a concern signal, and his leader reads the same words with his name', async () => {
  const page = await ben.session.get(paths.measure(tom.personId, 'csat'))
  assert.equal(page.status, 200)
  assert.match(page.text, /Concern signal/)
  assert.match((await ben.session.get(paths.work(tom.personId))).text, /What Tom Walsh’s work shows/)
})

test('no signal offers an observation and feedback instead of a judgement', async () => {
  const page = await amara.session.get(
    `${paths.measure(amara.personId, 'handle_time')}?from=2025-01-06&to=2025-06-29`,
  )
  assert.match(page.text, /No signal/)
  assert.match(page.html, /evidence\/new\?kind=observation/)
  assert.match(page.text, /ask for feedback/)
  const signal = await amara.session.get(paths.measure(amara.personId, 'fcr'))
  assert.doesNotMatch(signal.html, /evidence\/new\?kind=observation/)
})

test('the contacts behind a figure are exactly those it counts, and name no customer', async () => {
  const figure = await world.inOrg((tx) =>
    figureOf(tx, amara.personId, 'fcr', TODAY, { from: '2025-09-01', to: '2025-09-14' }),
  )
  assert.ok(figure?.numerator)
  const page = await amara.session.get(paths.contacts(amara.personId, 'fcr', '2025-09-01', '2025-09-14'))
  assert.equal(page.status, 200)
  assert.match(
    page.text,
    new RegExp(
      `All ${figure.n} , Counted for: ${figure.numerator} , Counted against: ${figure.n - figure.numerator} `,
    ),
  )
  assert.equal(page.html.match(/<th scope="row"/g)?.length, figure.n)
  const against = await amara.session.get(
    `${paths.contacts(amara.personId, 'fcr', '2025-09-01', '2025-09-14')}&counted=against`,
  )
  assert.equal(against.html.match(/<th scope="row"/g)?.length ?? 0, figure.n - figure.numerator)
  for (const one of planned.filter(({ person }) => person === 'Amara Okafor').slice(0, 400))
    assert.ok(!page.html.includes(one.customer), one.customer)
})

test('a repeat that came to a colleague counts against the contact it follows', async () => {
  const page = await amara.session.get(paths.contacts(amara.personId, 'fcr', '2025-02-01', '2025-02-28'))
  assert.match(page.text, /Against: came back \d+ (Feb|Mar)/)
})

test('a stranger in the organisation sees neither figures nor contacts', async () => {
  for (const path of [
    paths.work(amara.personId),
    paths.measure(amara.personId, 'fcr'),
    paths.contacts(amara.personId, 'fcr', '2025-09-01', '2025-09-14'),
  ])
    assert.equal((await chidi.session.get(path)).status, 403, path)
  assert.equal((await chidi.session.post(paths.tallies(amara.personId), { name: 'x' })).status, 403)
})

test('a period typed wrong is said at its field, and nothing typed is lost', async () => {
  const page = await amara.session.get(
    `${paths.work(amara.personId)}?from-day=31&from-month=2&from-year=2025&to-day=1&to-month=6&to-year=2025`,
  )
  assert.equal(page.status, 422)
  assert.match(page.text, /The first day does not exist/)
  assert.match(page.html, /value="31"/)
  const turned = await amara.session.get(`${paths.work(amara.personId)}?from=2025-06-01&to=2025-05-01`)
  assert.match(turned.text, /The last day is before the first/)
})

test('a measure that is none is not found', async () => {
  assert.equal((await amara.session.get(paths.measure(amara.personId, 'rank'))).status, 404)
  assert.equal((await amara.session.get(paths.measure(amara.personId, 'tally:rank'))).status, 404)
})

test('Dan, whom no helpdesk counts, keeps a tally by the same rules', async () => {
  const page = await dan.session.get(paths.work(dan.personId))
  assert.match(page.text, /No helpdesk\? Keep a tally/)
  const asked = {
    name: 'Observed calls with the next step said',
    words: 'The customer hears what happens next, and on which day.',
    kind: 'share',
    better: 'higher',
  }
  const refused = await dan.session.post(paths.tallies(dan.personId), { ...asked, words: '' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Say when it counts/)
  assert.match(refused.html, /value="Observed calls with the next step said"/)
  const made = await dan.session.post(paths.tallies(dan.personId), asked)
  assert.equal(made.status, 200)
  assert.match(made.text, /is kept\. Add what you have counted/)
  const tallyId = /tallies\/([0-9a-f-]{36})\/entries/.exec(made.html)?.[1] ?? ''
  const entries = paths.tallyEntries(dan.personId, tallyId)
  const day = { 'day-day': '2', 'day-month': '10', 'day-year': '2025' }
  const wrong = await dan.session.post(entries, { ...day, met: '4', of: '3' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /It cannot be met 4 times out of 3/)
  const counted = await dan.session.post(entries, { ...day, met: '2', of: '3' })
  assert.match(counted.text, /2 of 3/)
  assert.match(counted.text, /Too few points/)
  await dan.session.post(entries, { ...day, 'day-day': '3', met: '7', of: '7' })
  const [figure] = await world.inOrg((tx) => figuresOf(tx, dan.personId, TODAY))
  assert.deepEqual(
    [figure?.measure, figure?.numerator, figure?.denominator, figure?.value],
    [`tally:${tallyId}`, 9, 10, 0.9],
  )
  assert.ok(Math.abs((figure?.low ?? 0) - 0.5958) < 0.0001)
  const shown = await ben.session.get(paths.measure(dan.personId, `tally:${tallyId}`))
  const removal = /action="([^"]*\/removal)"/.exec(shown.html)?.[1] ?? ''
  assert.match((await dan.session.post(removal)).text, /The entry is taken back/)
  assert.equal((await world.inOrg((tx) => figureOf(tx, dan.personId, `tally:${tallyId}`, TODAY)))?.n, 3)
  const entriesOfHistory = await world.inOrg((tx) => listHistory(tx, { recordId: tallyId }))
  assert.deepEqual(
    entriesOfHistory.map((entry) => entry.kind),
    ['tally.count-taken-back', 'tally.counted', 'tally.counted', 'tally.started'],
  )
  assert.equal((await world.inOrg((tx) => measureNames(tx, dan.personId))).length, 7)
  assert.equal((await world.inOrg((tx) => measureNames(tx))).length, 6)
})

test('two compliments are a count alone', async () => {
  const made = await world.inOrg((tx) =>
    startTally(tx, dan.actor, {
      personId: dan.personId,
      name: 'Compliments',
      words: 'In writing.',
      kind: 'count',
      betterIs: 'higher',
    }),
  )
  assert.ok(made.ok)
  const page = await dan.session.post(paths.tallyEntries(dan.personId, made.value), {
    'day-day': '3',
    'day-month': '10',
    'day-year': '2025',
    met: '2',
  })
  assert.equal(page.status, 200)
  assert.match(page.text, /Figure 2 a count alone/)
  assert.match(page.text, /A count alone never gets a verdict/)
})

test('a frozen figure carries definition, version, count, days, source file and a hash of its rows', async () => {
  const range = { from: '2025-07-07', to: '2025-10-05' }
  const [kept, again, other] = await world.inOrg(async (tx) => [
    await freezeFigure(tx, amara.personId, 'fcr', range, TODAY),
    await freezeFigure(tx, amara.personId, 'fcr', range, TODAY),
    await freezeFigure(tx, amara.personId, 'fcr', { ...range, from: '2025-07-14' }, TODAY),
  ])
  assert.ok(kept && again && other)
  assert.equal(kept.provenance.version, 'fcr.v1')
  assert.equal(kept.provenance.n, kept.figure.n)
  assert.deepEqual(
    kept.provenance.sources.map(({ file }) => file),
    ['telephone.csv'],
  )
  assert.match(kept.provenance.rowsHash, /^[0-9a-f]{64}$/)
  assert.equal(kept.provenance.rowsHash, again.provenance.rowsHash)
  assert.notEqual(kept.provenance.rowsHash, other.provenance.rowsHash)
  assert.equal(await world.inOrg((tx) => freezeFigure(tx, dan.personId, 'fcr', range, TODAY)), null)
})

test('the chart that others draw holds the same figure, and takes a target', async () => {
  const drawn = await world.inOrg((tx) => chartOf(tx, amara.personId, 'fcr', TODAY))
  assert.ok(drawn)
  assert.equal(drawn.chart.points.length, 26)
  assert.equal(drawn.chart.points.at(-1)?.open, true, 'the last week is provisional')
  assert.equal(drawn.chart.points.filter((point) => point.signal === 'improvement').length >= 7, true)
  assert.equal(drawn.chart.target, null)
})

test('the team’s charts come in the order of the list, whatever they show', async () => {
  const ids = [tom.personId, dan.personId, amara.personId]
  const board = await world.inOrg((tx) => peopleFigures(tx, ids, TODAY, 'csat'))
  assert.deepEqual(
    board.map(({ personId }) => personId),
    ids,
  )
  assert.deepEqual(
    board.map(({ shown }) => shown.figure.n > 0),
    [true, false, true],
  )
})

test('the command line answers one line per person and measure, agents under the name of the source', async () => {
  const { code, lines } = await runMeasures('--by', 'period')
  assert.equal(code, 0)
  assert.equal(lines.length, 9 * 6)
  assert.deepEqual(Object.keys(lines[0] ?? {}), [
    'person',
    'measure',
    'definition',
    'version',
    'from',
    'to',
    'numerator',
    'denominator',
    'n',
    'value',
    'unit',
    'p90',
    'low',
    'high',
    'verdict',
    'provisional',
  ])
  assert.deepEqual([lines[0]?.from, lines[0]?.to], [TELEPHONE.from, TELEPHONE.to])
  const found = lines.filter(({ person, measure }) => person === 'Priya Nair' && measure === 'csat')
  const rated = planned.filter((one) => one.person === 'Priya Nair' && one.rating !== null && one.answered)
  assert.deepEqual([found.length, found[0]?.n], [1, rated.length])
  assert.equal(found[0]?.numerator, rated.filter((one) => (one.rating ?? 0) >= 4).length)
})

test('the command line narrows by person, team, measure and days, and by week', async () => {
  const weeks = await runMeasures(
    '--person',
    'amara okafor',
    '--measure',
    'fcr',
    '--by',
    'week',
    '--from',
    '2025-06-02',
    '--to',
    '2025-06-29',
  )
  assert.deepEqual(
    weeks.lines.map(({ from, to }) => [from, to]),
    [
      ['2025-06-02', '2025-06-08'],
      ['2025-06-09', '2025-06-15'],
      ['2025-06-16', '2025-06-22'],
      ['2025-06-23', '2025-06-29'],
    ],
  )
  assert.ok(weeks.lines.every(({ verdict }) => verdict === 'too few points'))
  const team = await runMeasures('--team', 'Northgate', '--measure', 'csat')
  assert.deepEqual(
    team.lines.map(({ person }) => person),
    ['Amara Okafor', 'Tom Walsh'],
  )
  const planted = await runMeasures('--person', 'Kofi Mensah', '--measure', 'handle_time')
  assert.equal(planted.lines[0]?.verdict, 'concern signal')
  assert.equal((await runMeasures('--person', 'Dan Fry')).lines.length, 0, 'Dan is here and has no contacts')
})

test('the command line names the key that is wrong', async () => {
  for (const [args, key] of [
    [['--measure', 'nps'], /--measure/],
    [['--person', 'Nobody Here'], /--person/],
    [['--team', 'Nowhere'], /--team/],
    [['--from', '2025-02-30'], /--from/],
    [['--from', '2025-02-03', '--to', '2025-01-03'], /--to/],
    [['--by', 'month'], /--by/],
  ] as const)
    await assert.rejects(
      runMeasures(...args),
      (error) => error instanceof UsageError && key.test(error.message),
    )
})
