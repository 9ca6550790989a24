import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { planOf } from './plans.ts'

let world: World
let amara: Character
let ben: Character

before(async () => {
  world = await openWorld({ today: '2026-11-17' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
})

/** The fields of the page's form of that name, as a browser without JavaScript would send them. */
function fieldsOf(html: string, label: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*aria-label="${label}"[^>]*>(.*?)</form>`, 's').exec(html)?.[1] ?? ''
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]): [string, string] => [
    /name="([^"]*)"/.exec(tag)?.[1] ?? '',
    plain(/value="([^"]*)"/.exec(tag)?.[1] ?? ''),
  ])
  const areas = [...form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g)].map(
    ([, name = '', text = '']): [string, string] => [name, plain(text)],
  )
  return Object.fromEntries([...inputs, ...areas].filter(([name]) => name !== ''))
}

test('the assistant asks one question at a time, carries all that was typed, and its sentence fills the objective', async () => {
  const wording = paths.wording(amara.personId, null)
  const begun = await amara.session.post(`/people/${amara.personId}/objectives`, {
    text: 'Get better with "angry" customers & <co',
    why: 'Three complaints came back.',
    success: 'Ben hears fewer come back.',
    'a0-what': 'Listen in on two calls',
    actions: '1',
    do: 'wording',
  })
  assert.match(begun.text, /Question 1 of 5/)
  assert.match(begun.text, /What will you do\?/)
  assert.equal(fieldsOf(begun.html, 'The question').text, 'Get better with "angry" customers & <co')
  const next = async (html: string, answers: Record<string, string>, wanted = 'next') =>
    amara.session.post(wording, { ...fieldsOf(html, 'The question'), ...answers, do: wanted })
  const lacking = await next(begun.html, {})
  assert.match(lacking.text, /One more thing\. Write what you will do/)
  const second = await next(lacking.html, { 'w-what': 'ring back' })
  assert.match(second.text, /Question 2 of 5/)
  const back = await next(second.html, {}, 'back')
  assert.match(back.html, /name="w-what" type="text" value="ring back"/)
  const again = await next(back.html, {})
  const third = await next(again.html, { 'w-with': 'every customer with an open complaint' })
  assert.match(third.text, /How will you know\?/)
  const fourth = await next(third.html, {
    'w-counted': 'complaints reopened',
    'w-from': '26',
    'w-to': '18',
    'w-unit': '%',
  })
  assert.match(fourth.text, /By when\?/)
  const early = await next(fourth.html, { 'w-when-day': '1', 'w-when-month': '11', 'w-when-year': '2026' })
  assert.match(early.text, /That day has passed/)
  const fifth = await next(early.html, { 'w-when-day': '29', 'w-when-month': '1', 'w-when-year': '2027' })
  const whole = await next(fifth.html, { 'w-help': 'two hours with Priya Nair' })
  const sentence =
    'Ring back every customer with an open complaint, taking complaints reopened from 26% to 18%, by 29 January 2027, helped by two hours with Priya Nair.'
  assert.ok(whole.text.includes(sentence))
  assert.match(whole.text, /How its words read 3 of 3 found/)
  const filled = await amara.session.post(`/people/${amara.personId}/objectives`, {
    ...fieldsOf(whole.html, 'The sentence'),
    do: 'use-words',
  })
  assert.ok(filled.html.includes(`>${sentence}</textarea>`))
  assert.match(filled.html, /name="why" type="text" value="Three complaints came back\."/)
  assert.match(filled.html, /value="Ben hears fewer come back\."/)
  assert.match(filled.html, /value="Listen in on two calls"/)
  assert.match(filled.html, /name="due-day" value="29"/)
  assert.match(filled.html, />two hours with Priya Nair<\/textarea>/)
  const plan = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  assert.equal(plan.objectives.length, 0, 'nothing is saved on the way')
})

test('leaving the assistant brings the form back as it was', async () => {
  const begun = await amara.session.post(`/people/${amara.personId}/objectives`, {
    text: 'Get better with customers',
    why: 'It matters.',
    do: 'wording',
  })
  const left = await amara.session.post(`/people/${amara.personId}/objectives`, {
    ...fieldsOf(begun.html, 'Leave'),
    do: 'check',
  })
  assert.match(left.html, />Get better with customers<\/textarea>/)
  assert.match(left.html, /name="why" type="text" value="It matters\."/)
})

test('of a saved objective only what its words leave open is asked, and a question can be passed over', async () => {
  await amara.session.post(`/people/${amara.personId}/objectives`, {
    text: 'Write six billing articles',
    do: 'draft',
  })
  const plan = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  const objective = plan.objectives.at(-1)
  assert.ok(objective)
  const wording = paths.wording(amara.personId, objective.objectiveId)
  const begun = await amara.session.get(wording)
  assert.match(begun.text, /Question 1 of 2.*By when\?/)
  const kept = fieldsOf(begun.html, 'The question')
  assert.equal(kept.text, 'Write six billing articles')
  const lacking = await amara.session.post(wording, { ...kept, do: 'next' })
  assert.match(lacking.text, /Go on all the same/)
  const on = await amara.session.post(wording, { ...fieldsOf(lacking.html, 'The question'), do: 'anyway' })
  assert.match(on.text, /With what help\?/)
  assert.equal((await ben.session.get(wording)).status, 403)
})
