import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { listHistory } from '../src/app/history/history.ts'
import { paths } from '../src/app/paths.ts'
import { ROUTES } from '../src/app/routes.ts'
import { idIn } from './battlefield.ts'
import { openPlans, RING_BACK } from './plan-desk.ts'
import type { Character } from './world.ts'

let desk: Awaited<ReturnType<typeof openPlans>>
let dana: Character
let grace: Character
before(async () => {
  desk = await openPlans()
  dana = await desk.world.add({ name: 'Dana Price', standing: 'administrator' })
  grace = await desk.world.add({ name: 'Grace Lim', team: 'Northgate', leader: 'Ben Hughes' })
})

/** Fields of an objective in which every word that can be typed has the same odd word in it. */
const odd = (word: string, sharing: string) => ({
  kind: 'personal',
  sharing,
  need: '',
  title: `${word} title`,
  text: `Ring the ${word} twice a week, logged, by 29 January 2027.`,
  why: `${word} why`,
  success: `${word} success`,
  resources: `${word} resources`,
  'band-partly': `${word} partly`,
  'band-met': `${word} met`,
  'band-exceeded': `${word} exceeded`,
  'budget-amount': '317',
  'budget-for': `${word} budget`,
  actions: '1',
  'a0-what': `${word} action`,
  'a0-owner': 'Amara Okafor',
  'a0-with': `${word} with`,
  'a0-by-day': '1',
  'a0-by-month': '12',
  'a0-by-year': '2026',
  cause: 'feedback',
  'cause-reason': `${word} cause`,
})

/** Writes an objective of the person's own eyes, and puts it in their plan. */
async function keep(who: Character, fields: Record<string, string>): Promise<string> {
  const at = `/people/${who.personId}/objectives`
  const made = await who.session.post(at, {
    ...RING_BACK,
    ...fields,
    'a0-owner': who.person.name,
    do: 'draft',
  })
  const id = idIn(made.path)
  assert.ok(id, made.text.slice(0, 600))
  const version = desk.versionIn((await who.session.get(`${at}/${id}`)).html)
  const agreed = await who.session.post(`${at}/${id}/agreement`, { version, [`unmet-${id}`]: 'For myself.' })
  assert.match(agreed.text, /It is in the plan/)
  return id
}

/** Every page about Amara, with one record of hers in each address that asks for one. */
function pagesAbout(amara: Character, record: string): string[] {
  const all = ROUTES.filter(({ method }) => method === 'GET').flatMap(({ path }) => {
    const filled = path.replace(':person', amara.personId).replace(':measure', 'csat').replace(':step', '1')
    return /:version/.test(filled)
      ? ['1', '2', '3', '4'].map((version) => filled.replace(':version', version).replace(/:\w+/g, record))
      : [filled.replace(/:\w+/g, record)]
  })
  const plan = paths.plan(amara.personId)
  return [
    ...all,
    `${plan}?on=${desk.world.today}`,
    `${plan}?on=2030-01-01`,
    `${paths.account(amara.personId)}?only-you=yes`,
  ]
}

test('what Amara keeps for herself, or for Ben, is on no page of anybody else', {
  timeout: 280_000,
}, async () => {
  const { amara, ben, chidi, efua, world } = desk
  const hers = await keep(amara, odd('Quokka', 'me'))
  const theirs = await desk.write(odd('Numbat', 'leader'))
  await desk.agree(theirs)
  for (const id of [hers, theirs])
    await amara.session.post(paths.objectiveNotes(amara.personId, id), {
      note: `${id === hers ? 'Quokka' : 'Numbat'} note`,
    })
  const pages = new Set([hers, theirs].flatMap((record) => pagesAbout(amara, record)))
  const shown = async (who: Character, word: RegExp) => {
    for (const path of pages) {
      const page = await who.session.get(path)
      assert.ok(page.status < 500, `${page.status} ${path}`)
      assert.doesNotMatch(page.text, word, `${path} for ${who.person.name}`)
    }
  }
  const own = await amara.session.get(paths.objective(amara.personId, hers))
  assert.match(own.text, /Quokka note/)
  await shown(ben, /Quokka/)
  for (const who of [chidi, efua, dana, grace]) await shown(who, /Quokka|Numbat/)
  const history = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }))
  assert.doesNotMatch(JSON.stringify(history), /Quokka/)
})

test('what Amara noted of an objective while it was hers alone stays hers when Ben may read it', async () => {
  const { amara, ben } = desk
  const id = await keep(amara, odd('Bilby', 'me'))
  await amara.session.post(paths.objectiveNotes(amara.personId, id), { note: 'Ben is a wombat about it' })
  const shared = await desk.change(id, odd('Bilby', 'leader'))
  assert.equal(shared.status, 200, shared.text.slice(0, 600))
  await desk.agree(id)
  const page = await ben.session.get(paths.objective(amara.personId, id))
  assert.match(page.text, /Bilby title/)
  assert.doesNotMatch(page.text, /wombat/)
  assert.doesNotMatch((await ben.session.get(paths.plan(amara.personId))).text, /wombat/)
  assert.match((await amara.session.get(paths.objective(amara.personId, id))).text, /wombat/)
})

test('a place among the objectives tells an assessor of none that he may not read', async () => {
  const { amara, chidi } = desk
  const id = await desk.write({ title: 'Open one' })
  await desk.agree(id)
  const other = await desk.write({ title: 'Open two' })
  await desk.agree(other)
  const hidden = await desk.write(odd('Dunnart', 'leader'))
  await desk.agree(hidden)
  const order = (one: string, to: string) =>
    amara.session.post(`${paths.objective(amara.personId, one)}/order`, { to })
  for (let at = 0; at < 6; at += 1) await order(hidden, 'up')
  const last = await desk.write({ title: 'Open three' })
  await desk.agree(last)
  const plan = await desk.plan(chidi)
  const words = plan.versions.flatMap(({ changes }) =>
    changes.filter(({ item }) => item === 'order').map((one) => one.words),
  )
  assert.deepEqual(words, [], 'nothing that Chidi reads changed its place')
})

test('a priority that touches only what Amara keeps for herself tells nobody that it is there', async () => {
  const { world, ben } = desk
  const yusuf = await world.add({ name: 'Yusuf Demir', team: 'Northgate', leader: 'Ben Hughes' })
  const add = {
    title: 'Fewer repeats',
    owner: 'Dana Price',
    'from-day': '1',
    'from-month': '11',
    'from-year': '2026',
  }
  await dana.session.post(paths.priorities, add)
  const [priority] = await world.inOrg(({ db, orgId }) =>
    db.selectFrom('priority').selectAll().where('org_id', '=', orgId).execute(),
  )
  assert.ok(priority)
  await keep(yusuf, { ...odd('Potoroo', 'me'), priority: priority.priority_id })
  const ended = await dana.session.post(`${paths.priority(priority.priority_id)}/ending`)
  assert.match(ended.text, /ends today/)
  for (const aspiration of ['Team leader', 'Coach'])
    await yusuf.session.post(`/people/${yusuf.personId}/aspiration`, { aspiration })
  assert.doesNotMatch((await ben.session.get(paths.reviews(yusuf.personId))).text, /Aspiration:/)
  for (const page of [paths.reviews(yusuf.personId), paths.plan(yusuf.personId), paths.team])
    assert.doesNotMatch((await ben.session.get(page)).text, /has ended|Potoroo/, page)
  const mails = await world.inOrg(({ db, orgId }) =>
    db
      .selectFrom('notice')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('person_id', '=', ben.personId)
      .where('about_id', '=', yusuf.personId)
      .execute(),
  )
  assert.deepEqual(mails, [])
})

test('a review tells an assessor of no answer about an objective that he may not read', async () => {
  const { amara, chidi } = desk
  const say = (aspiration: string) =>
    amara.session.post(`/people/${amara.personId}/aspiration`, { aspiration })
  await say('Team leader')
  const id = await desk.write({ ...odd('Kowari', 'leader'), aspiration: 'yes' })
  await desk.agree(id)
  await say('Coach of new advisers')
  const held = { 'held-day': '17', 'held-month': '11', 'held-year': '2026' }
  const review = (await amara.session.post(paths.reviews(amara.personId), held)).path.split('#')[0] ?? ''
  const seen = await amara.session.get(review)
  const question = /questions\/([0-9a-f-]{36})/.exec(seen.html)?.[1] ?? ''
  assert.ok(question, seen.text)
  const kept = await amara.session.post(paths.reviewQuestion(amara.personId, question), { answer: 'keep' })
  assert.match(kept.text, /Kept as it is/)
  const ref = /O-\d+/.exec((await amara.session.get(paths.objective(amara.personId, id))).text)?.[0] ?? ''
  assert.match((await amara.session.get(review)).text, new RegExp(`${ref}\\b`))
  const page = await chidi.session.get(review)
  assert.equal(page.status, 200)
  assert.doesNotMatch(page.text, new RegExp(`Kowari|${ref}\\b|closed now`))
})

test('what Ben and Amara said of an objective between them stays between them when Chidi may read it', async () => {
  const { amara, ben, chidi } = desk
  const id = await desk.write(odd('Quoll', 'leader'))
  const at = paths.objective(amara.personId, id)
  await desk.lead(id, 'question', { question: 'Is that the echidna matter?' })
  await desk.change(id, {
    ...odd('Quoll', 'leader'),
    answer: 'Yes, the echidna.',
    words: 'Yes, the echidna.',
  })
  await desk.lead(id, 'declining', { decline: 'The echidna can wait.' })
  assert.match((await ben.session.get(at)).text, /echidna/)
  await desk.change(id, odd('Quoll', 'assessor'), 'draft')
  assert.equal((await chidi.session.get(at)).status, 200)
  assert.doesNotMatch((await chidi.session.get(at)).text, /echidna/)
  await desk.change(id, odd('Quoll', 'assessor'))
  await desk.agree(id, { [`unmet-${id}`]: 'It will do.' })
  const seen = await chidi.session.get(at)
  assert.doesNotMatch(seen.text, /echidna/)
  assert.match(seen.text, /It will do/)
  assert.match((await amara.session.get(at)).text, /echidna matter/)
})
