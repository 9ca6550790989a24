import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { contactsOf } from '../../../seeds/contacts.ts'
import { TELEPHONE } from '../../../seeds/larkfield.ts'
import { putContacts } from '../../../test/imported.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Day } from '../../kernel/day.ts'
import { paths } from '../paths.ts'
import { listReflections } from './reflections.ts'

let world: World
let ben: Character
let amara: Character
let tom: Character

before(async () => {
  world = await openWorld({ today: '2025-09-01' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  tom = await world.add({ name: 'Tom Walsh', team: 'Northgate', leader: 'Ben Hughes' })
  await putContacts(world, contactsOf(TELEPHONE), {
    'Amara Okafor': amara.personId,
    'Tom Walsh': tom.personId,
  })
})

const since = (day: Day) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'since-day': date, 'since-month': month, 'since-year': year }
}
const WORDS = {
  model: 'era',
  'about-words': 'The promised call',
  experience: 'I promised a call on Friday and nobody made it.',
  impact: 'Each promise is in the diary now, and callers do not chase me.',
  sharing: 'leader',
}
const newest = async (who: Character) => {
  const [account] = await world.inOrg((tx) => listReflections(tx, who.personId, who.actor))
  assert.ok(account)
  return account
}

test('Amara sees before and after beside her words before she saves, and nothing is kept yet', async () => {
  const page = await amara.session.post(paths.reflections(amara.personId), {
    ...WORDS,
    measure: 'fcr',
    ...since('2025-07-07'),
    do: 'show',
  })
  assert.equal(page.status, 200)
  assert.match(page.text, /Higher: the interval of the difference leaves out 0/)
  assert.match(page.text, /It is kept as it is now when you save/)
  assert.match(page.html, /Each promise is in the diary now/)
  assert.equal((await world.inOrg((tx) => listReflections(tx, amara.personId, amara.actor))).length, 0)
})

test('the figure is kept with the account as it was counted, until she has it counted again', async () => {
  const form = { ...WORDS, measure: 'fcr', ...since('2025-07-07') }
  await amara.session.post(paths.reflections(amara.personId), form)
  const first = await newest(amara)
  assert.equal(first.shown?.countedOn, '2025-09-01')
  assert.equal(first.shown.version, 'fcr.v1')
  assert.equal(first.shown.before.from, '2025-04-07')
  world.setToday('2025-10-06')
  const at = paths.reflection(amara.personId, first.reflectionId)
  await amara.session.post(at, { ...form, impact: 'Still so in October.', version: '1' })
  const second = await newest(amara)
  assert.deepEqual(second.shown, first.shown)
  assert.equal(second.impact, 'Still so in October.')
  await amara.session.post(at, { ...form, anew: 'yes', version: '2' })
  const third = await newest(amara)
  assert.equal(third.shown?.countedOn, '2025-10-06')
  assert.ok(third.shown.after.n > first.shown.after.n)
  await amara.session.post(at, { ...form, measure: 'csat', version: '3' })
  assert.equal((await newest(amara)).shown?.measure, 'csat')
  await amara.session.post(at, { ...form, version: '4' })
})

test('Ben reads the figure and her words where she shares them; Tom reads neither', async () => {
  const { reflectionId } = await newest(amara)
  const at = paths.reflection(amara.personId, reflectionId)
  const read = (await ben.session.get(at)).text
  assert.match(read, /First-contact resolution, before and after/)
  assert.match(read, /Counted on 6 October 2025 and kept as it was/)
  assert.match(read, /Each promise is in the diary now/)
  assert.equal((await tom.session.get(at)).status, 403)
  await amara.session.post(at, {
    ...WORDS,
    measure: 'fcr',
    ...since('2025-07-07'),
    sharing: 'me',
    version: '5',
  })
  assert.equal((await ben.session.get(at)).status, 404)
})

test('a change made in Tom’s worst weeks says regression to the mean, with the fairer comparison', async () => {
  world.setToday('2025-10-06')
  const page = await tom.session.post(paths.reflections(tom.personId), {
    ...WORDS,
    measure: 'csat',
    ...since('2025-08-25'),
    do: 'show',
  })
  assert.match(page.text, /Regression to the mean/)
  assert.match(page.text, /the comparison is fairer/)
})

test('a measure without a day, a day to come and a day that is none are refused, and nothing typed is lost', async () => {
  for (const [day, message] of [
    [{}, /Give the first day on which you worked differently/],
    [since('2025-12-24'), /That day is still to come/],
    [since('2025-02-30'), /a day that exists/],
  ] as const) {
    const page = await amara.session.post(paths.reflections(amara.personId), {
      ...WORDS,
      measure: 'fcr',
      ...day,
    })
    assert.equal(page.status, 422)
    assert.match(page.text, message)
    assert.match(page.html, /Each promise is in the diary now/)
  }
})
