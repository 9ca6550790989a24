import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPlans } from '../../../test/plan-desk.ts'

const { amara, ben, chidi, at, write, change, agree, plan } = await openPlans()
const title = 'Ring back'
const SECRET = {
  kind: 'personal',
  need: '',
  title: 'Walrus',
  text: 'Sing with the walrus choir by 31 March 2027.',
}

/** Versions 1 to 7 of Amara’s plan: an objective, its target, its date, one for Ben and her, which then is for all, another for Ben and her, a target. */
async function sevenVersions(): Promise<void> {
  const id = await write({ title })
  await agree(id)
  await change(id, { title, target: '15', cause: 'other', 'cause-reason': 'We have time in December.' })
  await agree(id)
  await change(id, { title, target: '15', 'due-month': '3', cause: 'target missed' })
  await agree(id)
  const own = await write({ ...SECRET, sharing: 'leader' })
  await agree(own)
  await change(own, { ...SECRET, sharing: 'assessor', cause: 'aspiration' })
  await agree(own)
  await agree(
    await write({ ...SECRET, title: 'Narwhal', text: 'Draw one by 31 March 2027.', sharing: 'leader' }),
  )
  await change(id, { title, target: '14', 'due-month': '3', cause: 'feedback' })
  await agree(id)
}

test('any two versions are compared, the earlier first, with causes only where one follows the other', async () => {
  await sevenVersions()
  for (const path of ['/plan/versions/3?against=1', '/plan/versions/1?against=3']) {
    const page = await amara.session.get(at(path))
    assert.match(page.text, /What differs between version 1 and version 3/)
    assert.match(
      page.text,
      /O-1 target moved from 18 to 15; due 2 months later, on 29 March 2027 and not 29 January/,
    )
    assert.doesNotMatch(page.text, /; because/)
  }
  const next = await amara.session.get(at('/plan/versions/3?against=2'))
  assert.match(next.text, /What changed since version 2/)
  assert.match(next.text, /O-1 due 2 months later.*because the target was missed/)
  assert.match(next.html, /<select[^>]*name="against"/)
  for (const wrong of ['9', '3', 'one'])
    assert.equal((await amara.session.get(at(`/plan/versions/3?against=${wrong}`))).status, 404, wrong)
})

test('what Amara shared with Ben alone is in no comparison that Chidi asks for', async () => {
  assert.match((await ben.session.get(at('/plan/versions/4?against=1'))).text, /O-2 added: “Walrus”/)
  assert.equal((await chidi.session.get(at('/plan/versions/3?against=4'))).status, 404)
  assert.doesNotMatch((await chidi.session.get(at('/plan/versions/3?against=1'))).text, /walrus|O-2/i)
  const chidis = (await chidi.session.get(at('/plan/versions/7?against=1'))).text
  assert.match(chidis, /O-2 added: “Walrus”/)
  assert.doesNotMatch(chidis, /narwhal|O-3/i)
  assert.match((await ben.session.get(at('/plan/versions/7?against=1'))).text, /O-3 added: “Narwhal”/)
  const [one] = (await plan()).objectives
  for (const target of ['13', '12']) {
    await change(one?.objectiveId ?? '', { title, target, 'due-month': '3' })
    await agree(one?.objectiveId ?? '')
  }
  const later = (await chidi.session.get(at('/plan/versions/9?against=7'))).text
  assert.match(later, /O-1 target moved from 14 to 12/)
  assert.doesNotMatch(later, /narwhal|O-3/i)
})

test('the table of versions names a cause that has no name, in the words it was given', async () => {
  const { text } = await ben.session.get(at('/plan'))
  assert.match(text, /target moved from 18 to 15.*other: We have time in December/)
  assert.doesNotMatch(text, /none named/)
})

test('the plan of a day that has not come is refused', async () => {
  const page = await amara.session.get(at('/plan?on=2026-11-18'))
  assert.equal(page.status, 422)
  assert.match(page.text, /18 November 2026 has not come yet, and the plan may change until then/)
  assert.doesNotMatch(page.text, /as it stood on 18 November/)
  assert.equal((await amara.session.get(at('/plan?on=2026-11-17'))).status, 200)
})

test('Ben reads all that is asked before he agrees several at once: new words, and every item of a change', async () => {
  const first = await write({ title: 'Steady', text: 'Keep the diary of promises by 29 January 2027.' })
  await agree(first)
  await change(first, {
    title: 'Steady',
    target: '11',
    resources: 'Nothing',
    text: 'Keep the diary of promises by 29 January 2027.',
  })
  await write({ title: 'Quite new', text: 'Teach two colleagues the card by 29 January 2027.' })
  const { text } = await ben.session.get(at('/plan'))
  const panel = text.slice(text.indexOf('proposes 2 objectives'), text.indexOf('Agree them as version'))
  assert.match(panel, /Target moved from 18 to 11\. Resources reworded to “Nothing”\./)
  assert.match(panel, /Quite new Teach two colleagues the card/)
})

test('the plan’s guide names the cadence in force, and both ways to begin an objective are buttons of one size', async () => {
  const { text, html } = await amara.session.get(at('/plan'))
  assert.match(text, /It is reviewed at least every 12 weeks/)
  const look = (words: string) =>
    new RegExp(`<a class="([^"]*)"[^>]*>(?:<svg(?:(?!</svg>).)*</svg>)?${words}<`).exec(html)?.[1]
  assert.equal(look('Start from a template'), look('Add an objective'))
})
