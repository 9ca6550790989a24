import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saidOf } from './aspiration.ts'
import { gainWords, speaksOfGrowth, tracksOf } from './comparison.ts'
import { narrower } from './research.ts'
import { bestExample, situationOf, starOfComplaint } from './sheet.ts'
import { onlyWished } from './target.ts'

test('words that tell what one would answer for speak of growth; pay, place and hours do not', () => {
  for (const words of [
    'I would be responsible for eight people.',
    'I’d lead the evening shift and sign off refunds',
    'As an analyst I judge the calls of others',
    'I take the hardest cases and help others with theirs',
    'It is a step to the team leader’s post',
    'I will coach new starters',
    'The whole desk would be mine to look after',
    'I decide who works when',
  ])
    assert.equal(speaksOfGrowth(words), true, words)
  for (const words of [
    'It pays two thousand more a year.',
    'It is nearer home and the hours suit me.',
    'A new company, a fresh start.',
    'I am bored where I am',
    'The office is nicer and they have a canteen',
    'I would like a change',
  ])
    assert.equal(speaksOfGrowth(words), false, words)
})

test('tracks are counted whatever their capitals, and what is gained is said in levels', () => {
  const on = (track: string, personal = false) => ({ track, personal })
  assert.equal(tracksOf([on('Line'), on('line'), on('Resolution')]), 2)
  assert.equal(tracksOf([on('Line'), on('Elsewhere', true)]), 1, 'an advert is on no track')
  assert.equal(gainWords(2, 4), '2 levels more than now')
  assert.equal(gainWords(3, 3), 'as much as now')
  assert.equal(gainWords(3, 2), '1 level less than now')
  assert.equal(gainWords(null, 4), 'not known')
})

test('the role is added to the words only where they do not name it', () => {
  assert.equal(saidOf('Team leader by 2028', 'Team leader'), 'Team leader by 2028')
  assert.equal(saidOf('Leading people.', 'Team leader'), 'Leading people (Team leader)')
  assert.equal(saidOf('Leading people.', null), 'Leading people.')
})

test('two records are read together by those who may read the narrower', () => {
  assert.equal(narrower('assessor', 'me'), 'me')
  assert.equal(narrower('leader', 'assessor'), 'leader')
})

test('what an advert only wishes for is proposed as helpful; one plain demand makes it essential', () => {
  assert.equal(onlyWished(['Excel is a plus.']), true)
  assert.equal(onlyWished(['Excel is a plus.', 'You plan rotas in Excel.']), false)
  assert.equal(onlyWished([]), false)
})

const told = {
  situation: 'In May, for a caller',
  task: '',
  action: 'rang back',
  result: 'she thanked me',
  recorded: false,
  short: false,
  evidenceIds: [],
}
const item = (evidenceId: string, on: string, outside: boolean, occasion = true) => ({
  evidenceId,
  ref: evidenceId,
  title: evidenceId,
  on,
  outside,
  occasion,
  task: '',
})

test('an example that was told for less than the role asks comes after one that was not, and before a habit', () => {
  const occasion = { ...told, general: false, on: '2026-06-01' }
  const short = {
    ...occasion,
    situation: 'In June, for a caller',
    short: true,
    on: '2026-09-01',
    evidenceIds: ['E-1'],
  }
  const habit = { ...told, situation: 'Always, for a caller', general: true, on: '2026-10-01' }
  const evidence = [item('E-1', '2026-03-05', true)]
  const best = bestExample([short, occasion, habit], evidence)
  assert.deepEqual([best.star?.situation, best.short], ['In May, for a caller', false])
  const next = bestExample([short, habit], evidence)
  assert.deepEqual([next.star?.situation, next.short, next.general], ['In June, for a caller', true, false])
})

test('one occasion goes before a habit, evidence cited before none, newer before older', () => {
  const examples = [
    { ...told, situation: 'Always, for a caller', general: true, on: '2026-10-01', evidenceIds: ['E-1'] },
    { ...told, situation: 'In May, for a caller', general: false, on: '2026-06-01' },
    { ...told, situation: 'In July, for a caller', general: false, on: '2026-08-01' },
    { ...told, situation: 'In March, for a caller', general: false, on: '2026-04-01', evidenceIds: ['E-1'] },
  ]
  const evidence = [
    item('E-1', '2026-03-05', false),
    item('E-2', '2026-09-01', true),
    item('E-3', '2026-09-09', true, false),
  ]
  const best = bestExample(examples, evidence)
  assert.equal(best.star?.situation, 'In March, for a caller')
  assert.deepEqual(
    best.evidence.map(({ ref }) => ref),
    ['E-1', 'E-2', 'E-3'],
  )
  assert.equal(bestExample(examples.slice(0, 3), evidence).star?.situation, 'In July, for a caller')
  assert.equal(situationOf('In May', 'A caller'), 'In May, for a caller')
  assert.equal(situationOf('In May', 'Ada Lee'), 'In May, for Ada Lee')
  assert.equal(bestExample([], evidence).star, null)
  assert.deepEqual(
    bestExample([], evidence).evidence.map(({ ref }) => ref),
    ['E-2', 'E-3', 'E-1'],
  )
})

test('a task that the example does not say is that of the evidence it cites, and of no other', () => {
  const cites = { ...told, general: false, on: '2026-06-01', evidenceIds: ['E-1'] }
  const cited = { ...item('E-1', '2026-03-05', true), task: 'To find out why.' }
  const other = { ...item('E-2', '2026-03-05', true), task: 'To sell a plan.' }
  assert.equal(bestExample([cites], [other, cited]).star?.task, 'To find out why.')
  assert.equal(bestExample([cites], [other]).star?.task, '')
  assert.equal(bestExample([{ ...cites, task: 'To calm her.' }], [cited]).star?.task, 'To calm her.')
})

test('a complaint tells a whole occasion by its steps; her own words go before it, and a habit after it', () => {
  const detail = {
    heard: 'Two bills.',
    apologised: 'For both.',
    action: 'Took a reading.',
    outcome: 'One bill.',
  }
  const star = starOfComplaint({ ...detail, task: 'To say which was right.' })
  assert.deepEqual(star, {
    situation: 'Two bills.',
    task: 'To say which was right.',
    action: 'For both. Took a reading.',
    result: 'One bill.',
  })
  assert.equal(starOfComplaint({ ...detail, outcome: '' }), null)
  assert.ok(star)
  const record = { ...told, ...star, recorded: true, general: false, on: '2026-09-01', evidenceIds: ['E-1'] }
  const own = { ...told, general: false, on: '2026-06-01' }
  const evidence = [item('E-1', '2026-09-01', true)]
  assert.equal(bestExample([record, own], evidence).star?.situation, 'In May, for a caller')
  assert.equal(bestExample([{ ...own, general: true }, record], evidence).star?.situation, 'Two bills.')
})
