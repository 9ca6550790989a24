import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { listHistory } from '../src/app/history/history.ts'
import { paths } from '../src/app/paths.ts'
import { changePerson } from '../src/app/people/people.ts'
import { listRoles } from '../src/app/roles/roles.ts'
import { make } from './battlefield.ts'
import { crawl } from './fuzzing.ts'
import { form, raw } from './requests.ts'
import { addCharacter, addOrganisation, type Character, openWorld, type Page, type World } from './world.ts'

let world: World
let amara: Character
let ben: Character
let chidi: Character
let efua: Character
let dana: Character
let grace: Character
let mallory: Character
let targetId: string
let noteId: string
let sharedNoteId: string
let comparisonId: string
let leadId: string
let analystId: string

const at = (tail: string) => `/people/${amara.personId}/career/${tail}`
const people = () => [ben, chidi, efua, dana, grace, mallory]

/** Words that only Amara reads. */
const SECRET = /xylophone|walrus|pelican/i

const ADVERT = `We look for a xylophone conductor.
You will coach a team of six and give feedback after each shift.
You calm angry guests and put complaints right on the spot.`

const note = (title: string, more: Record<string, string> = {}) => ({
  kind: 'person spoken to',
  title,
  address: '',
  learnt: `What ${title} taught me.`,
  reliance: 'with care',
  'reliance-why': `One ${title} in one place.`,
  sharing: 'me',
  'seen-day': '10',
  'seen-month': '11',
  'seen-year': '2026',
  ...more,
})

const noteIds = (page: Page) => [
  ...new Set([...page.html.matchAll(/\?note=([0-9a-f-]{36})/g)].map(([, id]) => id ?? '')),
]

/** Confirms what the advert asks, and who reads of it. */
async function confirm(sharing: string, title = 'Xylophone conductor') {
  const page = await amara.session.get(at(`adverts/${targetId}`))
  const revision = /name="revision" value="(\d+)"/.exec(page.html)?.[1] ?? ''
  const names = [...page.html.matchAll(/name="level-([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '')
  const asks = Object.fromEntries(names.slice(0, 3).map((id) => [`level-${id}`, '5']))
  const said = { revision, title, responsibility: '4', sector: 'Music', sharing, essential: names[0] ?? '' }
  const kept = await amara.session.post(at(`adverts/${targetId}`), { ...said, ...asks })
  assert.equal(kept.status, 200, kept.text)
}

before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  efua = await world.add({ name: 'Efua Asante', standing: 'quality-assurer' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  grace = await world.add({ name: 'Grace Lim', team: 'Northgate', leader: 'Ben Hughes' })
  const elsewhere = await addOrganisation(world.house, 'Elsewhere Ltd')
  mallory = await addCharacter(world, elsewhere.orgId, { name: 'Mallory Stone', standing: 'administrator' })
  await world.inOrg(async (tx) => {
    const { job, email, standings } = amara.person
    const place = { team: 'Northgate', leaderId: ben.personId, job, email, standings: [...standings] }
    const asked = { personId: amara.personId, name: 'Amara Okafor', ...place, today: world.today }
    assert.ok((await changePerson(tx, dana.actor, { ...asked, assessorIds: [chidi.personId] })).ok)
    const roles = await listRoles(tx)
    leadId = roles.find(({ title }) => title === 'Team leader')?.roleId ?? ''
    analystId = roles.find(({ title }) => title === 'Quality analyst')?.roleId ?? ''
  })
  const advert = { title: 'Xylophone conductor', advert: ADVERT, source: 'Walrus Hall' }
  targetId = await make(amara, at('adverts'), { ...advert, address: 'https://walrus.example/1' })
  await confirm('me')
  const aimed = { role: targetId, aspiration: 'Somewhere musical', why: 'I hear music.' }
  await make(amara, at('target'), aimed)
  await amara.session.post(at('research'), note('pelican'))
  noteId = noteIds(await amara.session.get(at('research')))[0] ?? ''
  await amara.session.post(at('research'), note('Lucy', { sharing: 'leader' }))
  sharedNoteId = noteIds(await amara.session.get(at('research'))).find((id) => id !== noteId) ?? ''
  const words = 'Only the pelican says what it costs.'
  const compared = { one: noteId, other: sharedNoteId, words }
  assert.equal((await amara.session.post(at('research/sources'), compared)).status, 200)
  comparisonId = await make(amara, at('comparisons'), {
    role: [targetId, leadId],
    suits: targetId,
    why: 'I would be a walrus.',
    progression: 'I would answer for a xylophone section.',
    sharing: 'me',
  })
  for (const id of [targetId, noteId, sharedNoteId, comparisonId]) assert.ok(id)
})

const STARTS = () =>
  [
    'career',
    'career/target',
    'career/research',
    'career/comparisons',
    'career/adverts',
    'career/interview',
    `career/roles/${leadId}`,
    `career?role=${targetId}`,
    `career?focus=${targetId}`,
    `career/interview?role=${targetId}`,
    `career/comparisons?role=${targetId}&role=${leadId}`,
    `career/research?note=${noteId}`,
    `career/target?role=${targetId}`,
    'plan',
    'gaps',
    'needs',
    'reviews',
    'assessments',
    'evidence',
    'readiness',
    'portfolio',
    'account',
    'notices',
    '',
  ].map((tail) => `/people/${amara.personId}${tail && '/'}${tail}`)

test('what Amara keeps to herself of her way is on no page, in no form and behind no link of anybody else', async () => {
  for (const who of people()) {
    const { pages } = await crawl(who, ['/home', '/team', ...STARTS()], 50)
    for (const [path, html] of pages) {
      assert.doesNotMatch(html, SECRET, `${who.person.name} ${path}`)
      assert.doesNotMatch(html, new RegExp(noteId), `${who.person.name} ${path}`)
    }
    for (const tail of [
      `roles/${targetId}`,
      `adverts/${targetId}`,
      `comparisons/${comparisonId}`,
      `interview?role=${targetId}`,
    ]) {
      const { status, text } = await who.session.get(at(tail))
      assert.ok([403, 404].includes(status), `${who.person.name} ${tail} ${status}`)
      assert.doesNotMatch(text, SECRET)
    }
  }
  assert.match((await amara.session.get(at(`adverts/${targetId}`))).text, SECRET)
})

test('the history keeps none of it either, nor do notices', async () => {
  const history = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }, 500))
  assert.ok(history.some(({ kind }) => kind === 'careers.advert-kept'))
  assert.doesNotMatch(JSON.stringify(history), SECRET)
  for (const who of [ben, chidi, efua, dana])
    assert.doesNotMatch((await who.session.get(paths.notices(who.personId))).html, SECRET)
})

test('a need and an objective that come of a role only Amara reads of tell nobody which role it is', async () => {
  const asked = await amara.session.get(at(`adverts/${targetId}`))
  const competency = /name="level-([0-9a-f-]{36})"/.exec(asked.html)?.[1] ?? ''
  assert.ok(competency)
  const led = await amara.session.post(at(`roles/${targetId}/needs`), { competency })
  assert.match(led.path, /objectives\/new\?need=/)
  assert.match((await amara.session.get(paths.needs(amara.personId))).text, /Xylophone/)
  for (const who of people()) {
    const { pages } = await crawl(who, STARTS(), 30)
    for (const [path, html] of pages) assert.doesNotMatch(html, SECRET, `${who.person.name} ${path}`)
  }
  const history = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }, 500))
  assert.doesNotMatch(JSON.stringify(history), SECRET)
  for (const who of people()) {
    const answer = await who.session.post(at(`roles/${targetId}/needs`), { competency })
    assert.ok([200, 403, 404].includes(answer.status), `${who.person.name} ${answer.status}`)
    assert.doesNotMatch(answer.html, SECRET)
  }
})

test('what was shared with Ben and is taken back is hers alone again, with the comparison that holds it', async () => {
  await confirm('leader')
  assert.match((await ben.session.get(at(`adverts/${targetId}`))).text, /Xylophone/)
  assert.equal((await chidi.session.get(at(`adverts/${targetId}`))).status, 404)
  const page = await amara.session.get(at(`comparisons/${comparisonId}`))
  const revision = /name="revision" value="(\d+)"/.exec(page.html)?.[1] ?? ''
  const said = { suits: targetId, why: 'I would be a walrus.', progression: 'A xylophone section.' }
  const shared = await amara.session.post(at(`comparisons/${comparisonId}`), {
    ...said,
    revision,
    sharing: 'leader',
  })
  assert.equal(shared.status, 200)
  assert.equal((await ben.session.get(at(`comparisons/${comparisonId}`))).status, 200)
  const wider = await amara.session.post(at(`comparisons/${comparisonId}`), {
    ...said,
    revision: String(Number(revision) + 1),
    sharing: 'assessor',
  })
  assert.equal(wider.status, 422)
  await confirm('me')
  const starts = STARTS().filter((path) => !path.endsWith('/needs'))
  const { pages } = await crawl(ben, starts, 50)
  for (const [path, html] of pages) assert.doesNotMatch(html, SECRET, path)
  assert.equal((await ben.session.get(at(`comparisons/${comparisonId}`))).status, 404)
})

test('nobody writes in Amara’s career but she, whatever identifiers they know', async () => {
  const posts: [string, Record<string, string | string[]>][] = [
    [at('target'), { role: leadId, aspiration: 'Sacked', why: 'x' }],
    [at('route'), { kind: 'fewest steps' }],
    [at('research'), note('Forged', { note: noteId, revision: '1' })],
    [at(`research/${noteId}/removal`), {}],
    [at('research/sources'), { one: noteId, other: sharedNoteId, words: 'x' }],
    [at('comparisons'), { role: [leadId, analystId], suits: leadId, why: 'x', progression: 'x' }],
    [at(`comparisons/${comparisonId}`), { revision: '1', suits: leadId, why: 'x', progression: 'x' }],
    [at('adverts'), { title: 'x', advert: ADVERT }],
    [at(`adverts/${targetId}`), { revision: '1', title: 'Forged' }],
    [at(`adverts/${targetId}/removal`), {}],
  ]
  for (const [path, fields] of posts) {
    for (const who of people()) {
      const { status } = await who.session.post(path, fields)
      assert.ok([403, 404].includes(status), `${who.person.name} ${path} ${status}`)
    }
    const foreign = await raw(world, path, form({ title: 'x' }, { origin: 'https://evil.example' }))
    assert.equal(foreign.status, 403)
  }
  const mine = (tail: string) => `/people/${grace.personId}/career/${tail}`
  for (const [tail, fields] of [
    ['target', { role: targetId, aspiration: 'x' }],
    ['research', note('Forged', { note: noteId, revision: '1' })],
    [`research/${noteId}/removal`, {}],
    ['research/sources', { one: noteId, other: sharedNoteId, words: 'x' }],
    ['comparisons', { role: [targetId, leadId], suits: targetId, why: 'x', progression: 'x' }],
    [`comparisons/${comparisonId}`, { revision: '1', suits: leadId, why: 'x', progression: 'x' }],
    [`adverts/${targetId}`, { revision: '1', title: 'Forged' }],
    [`adverts/${targetId}/removal`, {}],
    [`roles/${targetId}/needs`, { competency: leadId }],
  ] as [string, Record<string, string | string[]>][]) {
    const answer = await grace.session.post(mine(tail), fields)
    assert.doesNotMatch(answer.text, SECRET, tail)
    assert.ok([200, 404, 422].includes(answer.status), `${tail} ${answer.status}`)
  }
  assert.match((await amara.session.get(at('research'))).text, /pelican/)
  assert.match((await amara.session.get(at('target'))).text, /Somewhere musical/)
  assert.doesNotMatch((await amara.session.get(at('research'))).text, /Forged/)
})

test('reading changes nothing: no page of careers, frameworks, roles or occupations writes', async () => {
  const rows = async () => (await world.inOrg((tx) => listHistory(tx, {}, 10_000))).length
  const before = await rows()
  for (const who of [amara, ben, dana]) {
    const starts = [...STARTS(), paths.library, paths.roles, paths.occupations, paths.occupationLoading]
    await crawl(who, starts, 60)
  }
  assert.equal(await rows(), before)
})
