import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { changePerson } from '../people/people.ts'
import { listRoles } from '../roles/roles.ts'

let world: World
let amara: Character
let ben: Character
let chidi: Character
let leila: Character

const at = (who: Character, tail: string) => `/people/${who.personId}/career/${tail}`
const roleCalled = async (title: string) => {
  const found = (await world.inOrg((tx) => listRoles(tx))).find((role) => role.title === title)
  assert.ok(found, title)
  return found
}
const idIn = (path: string) => path.split('/').at(-1)?.split('?')[0] ?? ''

before(async () => {
  world = await openWorld({ today: '2026-11-17' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  const team = { team: 'Northgate', leader: 'Ben Hughes' }
  amara = await world.add({ name: 'Amara Okafor', ...team })
  leila = await world.add({ name: 'Leila Haddad', ...team })
  const dana = await world.add({ name: 'Dana Cole', standing: 'administrator' })
  const { job, email, standings } = amara.person
  await world.inOrg(async (tx) => {
    const place = { team: 'Northgate', leaderId: ben.personId, job, email, standings: [...standings] }
    const asked = { personId: amara.personId, name: 'Amara Okafor', ...place, today: world.today }
    const assigned = await changePerson(tx, dana.actor, { ...asked, assessorIds: [chidi.personId] })
    assert.ok(assigned.ok)
  })
})

test('Amara says which role she wants, why and by when, and Ben reads it; the words default to the role', async () => {
  const lead = await roleCalled('Team leader')
  const fields = { role: lead.roleId, why: 'I want to answer for how we all do it.' }
  const saved = await amara.session.post(at(amara, 'target'), {
    ...fields,
    'by-day': '31',
    'by-month': '12',
    'by-year': '2028',
  })
  assert.equal(saved.status, 200)
  for (const reader of [amara, ben]) {
    const { text } = await reader.session.get(at(amara, 'target'))
    assert.match(text, /Team leader/)
    assert.match(text, /I want to answer for how we all do it/)
    assert.match(text, /31 December 2028/)
  }
  assert.match((await amara.session.get(`/people/${amara.personId}/plan`)).text, /Team leader/)
  const late = await amara.session.post(at(amara, 'target'), {
    ...fields,
    'by-day': '1',
    'by-month': '2',
    'by-year': '2026',
  })
  assert.equal(late.status, 422)
  assert.match(late.text, /That day is not to come/)
  assert.equal((await ben.session.post(at(amara, 'target'), fields)).status, 403)
})

test('the words on the plan page leave the target, and none of either takes it away', async () => {
  const say = (aspiration: string) =>
    amara.session.post(`/people/${amara.personId}/aspiration`, { aspiration })
  await say('Leading at Northgate')
  const { text } = await amara.session.get(at(amara, 'target'))
  assert.match(text, /Leading at Northgate/)
  assert.match(text, /answer for how we all do it/)
  await amara.session.post(at(amara, 'target'), { role: '', aspiration: '', why: '' })
  assert.doesNotMatch((await ben.session.get(at(amara, 'target'))).text, /Leading at Northgate/)
})

const ADVERT = `Shift supervisor, evenings.
You will coach a team of six and give feedback after each shift.
You calm angry guests and put complaints right on the spot.
A knowledge of data protection is a plus.`

test('an advert becomes a role of Leila’s alone: proposed from its words, confirmed by her, cited, and her target', async () => {
  const own = await leila.session.post(at(leila, 'adverts'), {
    title: 'Shift supervisor',
    advert: ADVERT,
    source: 'Harbour Hotel',
    address: 'https://jobs.example/17',
    sector: 'Hospitality',
    responsibility: '4',
  })
  assert.equal(own.status, 200)
  assert.match(own.text, /Confirm what it asks/)
  const plus = /value="([0-9a-f-]{36})"[^>]*> *<span class="l">Essential<span class="vh">: Data protection/
  assert.match(own.html, plus)
  assert.doesNotMatch(plus.exec(own.html)?.[0] ?? 'checked', /checked/)
  assert.match(own.text, /“You calm angry guests and put complaints right on the spot\.”/)
  const target = idIn(own.path)
  const hidden = await ben.session.get(own.path)
  assert.equal(hidden.status, 404)
  assert.doesNotMatch((await ben.session.get(at(leila, 'adverts'))).text, /Shift supervisor/)

  const none = await leila.session.post(own.path, { revision: '1', title: 'Shift supervisor', sharing: 'me' })
  assert.equal(none.status, 422)
  assert.match(none.text, /Choose a level for at least one competency/)
  const names = [...own.html.matchAll(/name="level-([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '')
  const [first = '', second = ''] = names
  const fields = {
    revision: '1',
    title: 'Shift supervisor',
    responsibility: '4',
    sector: 'Hospitality',
    sharing: 'me',
    [`level-${first}`]: '4',
    [`level-${second}`]: '3',
    essential: first,
  }
  const kept = await leila.session.post(own.path, fields)
  assert.match(kept.text, /Make it my target/)
  const stale = await leila.session.post(own.path, { ...fields, title: 'Night supervisor' })
  assert.equal(stale.status, 409)
  assert.match(stale.html, /value="Night supervisor"/)

  const wordless = await leila.session.post(at(leila, 'target'), { role: target, why: 'It is near.' })
  assert.equal(wordless.status, 422)
  assert.match(wordless.text, /Say where you want to go in your own words/)
  const aimed = await leila.session.post(at(leila, 'target'), {
    role: target,
    aspiration: 'Leading a shift',
    why: 'I want the evenings to run.',
  })
  assert.match(aimed.text, /Shift supervisor/)
  const seen = await ben.session.get(at(leila, 'target'))
  assert.match(seen.text, /Leading a shift/)
  assert.doesNotMatch(seen.text, /Shift supervisor|Harbour/)
  const interview = await leila.session.get(`${at(leila, 'interview')}?role=${target}`)
  assert.match(interview.text, /Examples for Shift supervisor/)
  assert.match(interview.text, /No example yet/)
  assert.equal((await ben.session.get(`${at(leila, 'interview')}?role=${target}`)).status, 404)
})

test('once Leila shares the advert with Ben, he reads the role, its words and the target; Chidi still does not', async () => {
  const list = await leila.session.get(at(leila, 'adverts'))
  const target = /career\/adverts\/([0-9a-f-]{36})/.exec(list.html)?.[1] ?? ''
  const page = await leila.session.get(at(leila, `adverts/${target}`))
  const [first = ''] = [...page.html.matchAll(/name="level-([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '')
  const revision = /name="revision" value="(\d+)"/.exec(page.html)?.[1] ?? ''
  await leila.session.post(at(leila, `adverts/${target}`), {
    revision,
    title: 'Shift supervisor',
    responsibility: '4',
    sharing: 'leader',
    [`level-${first}`]: '4',
    essential: first,
  })
  assert.match((await ben.session.get(at(leila, `adverts/${target}`))).text, /You calm angry guests/)
  assert.match((await ben.session.get(at(leila, 'target'))).text, /Shift supervisor/)
})

test('Leila says where she stands in what the advert asks, sees what is short, and makes an objective of it in one click', async () => {
  const list = await leila.session.get(at(leila, 'adverts'))
  const target = /career\/adverts\/([0-9a-f-]{36})/.exec(list.html)?.[1] ?? ''
  const role = at(leila, `roles/${target}`)
  const fresh = await leila.session.get(role)
  const [, competency = ''] = /name="own-([0-9a-f-]{36})"/.exec(fresh.html) ?? []
  assert.match(fresh.text, /\(not agreed\)/)
  const levels = `${role}/levels`
  const none = await leila.session.post(levels, { [`own-${competency}`]: '' })
  assert.equal(none.status, 422)
  assert.match(none.text, /Choose a level for at least one competency/)
  const said = await leila.session.post(levels, { [`own-${competency}`]: '2' })
  assert.match(said.text, /2 \(own word\)/)
  assert.match(said.text, /4 \(2 short\)/)
  assert.match(said.text, /1 of 1 rated/)
  assert.match((await ben.session.get(role)).text, /2 \(own word\)/)
  assert.equal((await ben.session.post(levels, { [`own-${competency}`]: '5' })).status, 403)
  const objective = await leila.session.post(`${role}/needs`, { competency })
  assert.match(objective.path, /objectives\/new/)
  const [, need = ''] = /need=([0-9a-f-]{36})/.exec(`${objective.path}${objective.html}`) ?? []
  const named = await leila.session.get(`/people/${leila.personId}/needs/${need}`)
  assert.match(named.text, /asks for level 4 in .*, and their own word is 2, with no level agreed yet/)
  const met = await leila.session.post(levels, { [`own-${competency}`]: '4' })
  assert.match(met.text, /Nothing is short for the next step/)
  assert.match(met.text, /some of them by your own word alone/)
  const unsaid = await leila.session.post(levels, { [`own-${competency}`]: '' })
  assert.equal(unsaid.status, 200)
  assert.doesNotMatch(unsaid.text, /own word\)/)
  assert.doesNotMatch((await ben.session.get(role)).text, /own word\)/)
})

const source = (title: string, more: Record<string, string> = {}) => ({
  kind: 'person spoken to',
  title,
  address: '',
  'seen-day': '10',
  'seen-month': '11',
  'seen-year': '2026',
  learnt: `What ${title} taught me.`,
  reliance: 'with care',
  'reliance-why': 'One person in one place.',
  sharing: 'assessor',
  ...more,
})

test('two of Amara’s sources, compared in her words, become evidence that names the unit’s criteria', async () => {
  const bare = await amara.session.post(at(amara, 'research'), source('Lucy', { 'reliance-why': '' }))
  assert.equal(bare.status, 422)
  assert.match(bare.text, /Say why: who made it, when, and from what/)
  assert.match(bare.html, /What Lucy taught me/)
  await amara.session.post(at(amara, 'research'), source('Lucy'))
  await amara.session.post(
    at(amara, 'research'),
    source('Careers page', { kind: 'careers service', address: 'https://careers.example/tl' }),
  )
  const page = await amara.session.get(at(amara, 'research'))
  const [one = '', other = ''] = [...page.html.matchAll(/<option value="([0-9a-f-]{36})"/g)].map(
    ([, id]) => id ?? '',
  )
  const words = 'Both say that coaching takes most of the day; only Lucy says what it costs.'
  const twice = await amara.session.post(at(amara, 'research/sources'), { one, other: one, words })
  assert.equal(twice.status, 422)
  const compared = await amara.session.post(at(amara, 'research/sources'), { one, other, words })
  assert.match(compared.text, /only Lucy says what it costs/)
  assert.match(compared.text, /Manage personal and professional development, 1\.1/)
  const press = /action="([^"]+\/evidence)"/.exec(compared.html)?.[1] ?? ''
  const kept = await amara.session.post(press)
  assert.match(kept.text, /Two sources compared/)
  assert.match(kept.text, /only Lucy says what it costs/)
  assert.equal((await chidi.session.get(kept.path)).status, 200)
  assert.equal((await amara.session.post(press)).path, kept.path)
})

test('what Amara keeps to herself of her sources is there for nobody else, nor counted', async () => {
  await amara.session.post(at(amara, 'research'), source('A rival’s recruiter', { sharing: 'me' }))
  for (const reader of [ben, chidi])
    assert.doesNotMatch((await reader.session.get(at(amara, 'research'))).text, /recruiter|3 so far/)
  assert.match((await amara.session.get(at(amara, 'research'))).text, /recruiter/)
})

test('a note that was changed in another window is not written over', async () => {
  const page = await amara.session.get(at(amara, 'research'))
  const note = /\?note=([0-9a-f-]{36})/.exec(page.html)?.[1] ?? ''
  const change = (learnt: string) =>
    amara.session.post(at(amara, 'research'), { ...source('A recruiter', { learnt }), note, revision: '1' })
  assert.equal((await change('They pay for nights.')).status, 200)
  const second = await change('They pay for weekends.')
  assert.equal(second.status, 409)
  assert.match(second.html, /They pay for weekends/)
})

test('ways on two tracks stand beside each other with what each asks; a mere new job gets a hint and is kept', async () => {
  const [lead, analyst] = [await roleCalled('Team leader'), await roleCalled('Quality analyst')]
  const beside = await amara.session.get(
    `${at(amara, 'comparisons')}?role=${lead.roleId}&role=${analyst.roleId}`,
  )
  assert.match(beside.text, /Responsibility gained/)
  assert.match(beside.text, /levels? more than now/)
  assert.match(beside.text, /How people get in/)
  const role = [lead.roleId, analyst.roleId]
  const short = await amara.session.post(at(amara, 'comparisons'), {
    role,
    suits: lead.roleId,
    why: 'I like it.',
  })
  assert.equal(short.status, 422)
  assert.match(short.text, /Say what you would answer for there/)
  const kept = await amara.session.post(at(amara, 'comparisons'), {
    role,
    suits: lead.roleId,
    why: 'I like helping new advisers.',
    progression: 'It pays more and it is nearer home.',
    sharing: 'assessor',
  })
  assert.match(kept.text, /do not yet say what you would answer for/)
  const better = await amara.session.post(kept.path, {
    revision: '1',
    suits: lead.roleId,
    why: 'I like helping new advisers.',
    progression: 'I would be responsible for eight people and their rota.',
    sharing: 'assessor',
  })
  assert.doesNotMatch(better.text, /do not yet say what you would answer for/)
  assert.match((await chidi.session.get(kept.path)).text, /responsible for eight people/)
})

test('a comparison that holds Leila’s advert is shared no wider than the advert', async () => {
  const list = await leila.session.get(at(leila, 'adverts'))
  const target = /career\/adverts\/([0-9a-f-]{36})/.exec(list.html)?.[1] ?? ''
  const analyst = await roleCalled('Quality analyst')
  const fields = {
    role: [target, analyst.roleId],
    suits: target,
    why: 'The evenings suit me.',
    progression: 'I would lead six people.',
  }
  const wide = await leila.session.post(at(leila, 'comparisons'), { ...fields, sharing: 'assessor' })
  assert.equal(wide.status, 422)
  assert.match(wide.text, /Share the advert first, or share this less/)
  const kept = await leila.session.post(at(leila, 'comparisons'), { ...fields, sharing: 'leader' })
  assert.equal((await ben.session.get(kept.path)).status, 200)
  await leila.session.post(at(leila, `adverts/${target}/removal`))
  assert.equal((await ben.session.get(kept.path)).status, 404)
  assert.match((await leila.session.get(kept.path)).text, /No longer here: Shift supervisor/)
})
