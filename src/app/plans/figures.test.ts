import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { contactsOf } from '../../../seeds/contacts.ts'
import { TELEPHONE } from '../../../seeds/larkfield.ts'
import { putContacts } from '../../../test/imported.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { figureOf } from '../measures/measures.ts'
import { planOf } from './plans.ts'

const COLLEAGUES = [
  'Priya Nair',
  'Tom Walsh',
  'Grace Lim',
  'Yusuf Demir',
  'Ellie Marsh',
  'Kofi Mensah',
  'Sofia Rossi',
]

let world: World
let amara: Character

before(async () => {
  world = await openWorld({ today: '2025-10-06' })
  await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  const matched: Record<string, string> = { 'Amara Okafor': amara.personId }
  for (const name of COLLEAGUES)
    matched[name] = (await world.add({ name, team: 'Northgate', leader: 'Ben Hughes' })).personId
  await putContacts(world, contactsOf(TELEPHONE), matched)
})

test('an objective begins from Amara’s own figure, with her best weeks and her colleagues’ middle half beside it', async () => {
  const figure = await world.inOrg((tx) => figureOf(tx, amara.personId, 'fcr', world.today))
  assert.ok(figure?.value)
  const now = Math.round(figure.value * 100)
  const fields = {
    kind: 'professional',
    text: 'Check back every estimated bill in my own words by 18 December 2025',
    measure: 'fcr',
    target: String(now + 2),
    'due-day': '18',
    'due-month': '12',
    'due-year': '2025',
  }
  const checked = await amara.session.post(`/people/${amara.personId}/objectives`, { ...fields, do: 'check' })
  assert.match(checked.html, new RegExp(`name="baseline" value="${now}"`))
  assert.match(checked.text, /Your best 8 weeks/)
  assert.match(checked.text, /Middle half of team/)
  await amara.session.post(`/people/${amara.personId}/objectives`, { ...fields, do: 'draft' })
  const plan = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  const [saved] = plan.objectives
  assert.equal(saved?.baseline, now / 100)
  assert.equal(saved?.basis?.now?.value, figure.value)
  assert.ok((saved?.basis?.team?.people ?? 0) >= 5)
  assert.equal(saved?.reading.letters.A?.found, true)
  const page = await amara.session.get(`/people/${amara.personId}/plan`)
  assert.match(page.text, new RegExp(`${now}% of \\d+, interval \\d+ to \\d+%; target ${now + 2}%`))
})

test('a target far beyond all on record is not found achievable, and is saved all the same', async () => {
  await amara.session.post(`/people/${amara.personId}/objectives`, {
    text: 'Please every customer by 18 December 2025',
    measure: 'csat',
    target: '100',
    do: 'draft',
  })
  const plan = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  assert.equal(plan.objectives.at(-1)?.reading.letters.A?.found, false)
})

test('a safe and a stretch target stand beside Amara’s own figures, and without JavaScript one click brings the form back filled', async () => {
  const fields = {
    kind: 'professional',
    text: 'Check back every estimated bill in my own words by 18 December 2025',
    why: 'The role needs it.',
    measure: 'fcr',
    target: '99',
    resources: 'Two hours with Priya',
    'due-day': '18',
    'due-month': '12',
    'due-year': '2025',
  }
  const post = (wanted: string, more = {}) =>
    amara.session.post(`/people/${amara.personId}/objectives`, { ...fields, ...more, do: wanted })
  const typed = await post('check')
  assert.match(
    typed.text,
    /Nobody has held it\..*99% by Thursday 18 December 2025 asks for a level that nobody in the team/,
  )
  assert.match(typed.text, /8 weeks, usually/)
  const fill = (name: string) =>
    new RegExp(`value="use-${name}" form="objective-form" data-smart-fill="(\\d+)"`).exec(typed.html)?.[1]
  const [safe, stretch] = [fill('safe'), fill('stretch')]
  assert.ok(safe && stretch && Number(safe) < Number(stretch))
  const filled = await post('use-safe')
  assert.match(filled.html, new RegExp(`name="target" value="${safe}"`))
  assert.match(filled.text, /Within reach\. Your weekly figure usually runs between/)
  assert.match(filled.html, /value="Two hours with Priya"|>Two hours with Priya</)
  assert.match((await post('use-stretch')).html, new RegExp(`name="target" value="${stretch}"`))
  const unread = await post('use-safe', { 'due-day': '41', target: 'ninety' })
  assert.match(unread.html, new RegExp(`name="target" value="${safe}"`))
  assert.match(unread.text, /Give the target date as day, month and year/)
  assert.match(unread.html, /name="due-day" value="41"/)
})

test('where nothing is known of a measure, no other target is offered and nothing typed is lost', async () => {
  const answer = await amara.session.post(`/people/${amara.personId}/objectives`, {
    text: 'Thank three colleagues a week',
    measure: 'count',
    target: '3',
    do: 'use-safe',
  })
  assert.match(answer.html, /name="target" value="3"/)
  assert.doesNotMatch(answer.html, /data-smart-fill/)
})
