import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { as, developFully, got } from '../../../test/developed.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { addEvidence } from '../evidence/evidence.ts'
import { findPerson } from '../people/people.ts'
import { portfolioOf } from '../portfolio/portfolio.ts'
import { startReview } from '../reviews/reviews.ts'
import { waitingForOwn } from './waiting.ts'

let world: World
let ben: Character
let amara: Character
let tom: Character
let chidi: Character
let efua: Character
let dana: Character

before(async () => {
  world = await openWorld({ today: '2025-07-01' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  tom = await world.add({ name: 'Tom Walsh', team: 'Northgate', leader: 'Ben Hughes' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  efua = await world.add({ name: 'Efua Asante', standing: 'quality-assurer' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  await developFully(world, amara, ben)
})

test('Amara sees what waits for her, the thread of her first objective, and what her work shows', async () => {
  world.setToday('2025-11-10')
  const { status, text, html } = await amara.session.get('/home')
  assert.equal(status, 200)
  assert.match(text, /My development Monday 10 November 2025. Plan version 3, reviewed 7 days ago/)
  assert.match(text, /Waiting for you 1 thing/)
  assert.match(text, /Write the check-back card Action for O-1. Its date was 1 September 2025. Waiting since/)
  assert.match(text, /since 2 September 2025. Mark as done/)
  assert.match(text, /Next review 12 January, Monday/)
  assert.match(text, /With Ben Hughes, in 9 weeks/)
  assert.match(text, /The thread of your first objective/)
  assert.match(html, /aria-label="Thread of objective O-1"/)
  assert.match(text, /First-contact resolution/)
  assert.match(text, /Nobody is ranked/)
  assert.match(text, /Nothing in 12 months from: helpdesk measure, complaint/)
})

test('what has waited too long stands first, and then the rest', async () => {
  const own = await as(world, amara)
  await world.inOrg((tx) =>
    addEvidence(
      tx,
      own,
      {
        personId: amara.personId,
        kind: 'compliment',
        text: 'She thanked me',
        happenedOn: null,
        links: [],
        detail: { giver: 'A customer', quote: 'Thank you' },
      },
      '2025-08-01',
    ),
  )
  const { text } = await amara.session.get('/home')
  assert.match(text, /2 things Write the check-back card.*Say when it happened/)
})

test('somebody new gets three first steps, each a sentence and a button', async () => {
  const { status, text, html } = await tom.session.get('/home')
  assert.equal(status, 200)
  for (const step of [
    '1. See what your work shows',
    '2. Assess yourself',
    '3. Keep the first piece of evidence',
  ])
    assert.ok(text.includes(step), step)
  assert.equal(html.match(/class="btn(?: btn-2)?" href="\/people/g)?.length, 3)
})

test('each begins where their work is: leader and assessor with people, the administrator with people and teams', async () => {
  assert.match((await ben.session.get('/start')).text, /Team Northgate/)
  assert.match((await chidi.session.get('/start')).text, /Nobody is here yet/)
  assert.match((await dana.session.get('/start')).text, /People and teams/)
  assert.match((await dana.session.get('/home')).text, /People and teams/)
  assert.match((await amara.session.get('/start')).text, /My development/)
  assert.match((await ben.session.get('/home')).text, /My development/)
})

test('Ben opens Amara’s page and finds every kind of record; a colleague does not', async () => {
  const path = `/people/${amara.personId}`
  const { status, text, html } = await ben.session.get(path)
  assert.equal(status, 200)
  assert.match(text, /Team \/? ?Amara Okafor|Team Amara Okafor/)
  for (const page of ['work', 'evidence', 'assessments', 'gaps', 'plan', 'reviews', 'account'])
    assert.ok(html.includes(`href="${path}/${page}"`), page)
  assert.doesNotMatch(text, /Waiting for you/)
  assert.equal((await tom.session.get(path)).status, 403)
  assert.equal((await chidi.session.get(path)).status, 403)
})

test('the team page names who needs a review and what is late, in list order and without a ranking', async () => {
  const { text, html } = await ben.session.get('/team')
  assert.match(text, /Team Northgate 2 people/)
  assert.match(text, /Actions late 1/)
  assert.match(
    text,
    /Where you could help .*Amara Okafor Write the check-back card ?\. Action for O-1\. Its date was/,
  )
  assert.match(text, /No plan agreed yet: Tom Walsh/)
  assert.match(text, /Gap between agreed and required level/)
  assert.match(text, /Read along the weeks, not across the people/)
  const gaps = text.slice(text.indexOf('Gap between agreed'))
  assert.ok(gaps.indexOf('Amara Okafor') < gaps.indexOf('Tom Walsh'))
  assert.doesNotMatch(html, /aria-sort|\?sort=/)
})

test('a plan that nobody looked at for twelve weeks is called stale once it has waited two more with its person', async () => {
  world.setToday('2026-02-08')
  assert.match((await ben.session.get('/team')).text, /Stale plans 0/)
  world.setToday('2026-02-09')
  const { text } = await ben.session.get('/team')
  assert.match(text, /Stale plans 1/)
  assert.match(text, /Amara Okafor 3 November 2025, 14 weeks v3 Stale/)
  world.setToday('2025-11-10')
})

test('the board shows the measure that is asked for, and an unknown one falls back', async () => {
  const csat = await ben.session.get('/team?measure=csat')
  assert.match(csat.html, /<option value="csat" selected/)
  const odd = await ben.session.get('/team?measure=%3Cscript%3E&team=Elsewhere')
  assert.equal(odd.status, 200)
  assert.match(odd.html, /<option value="fcr" selected/)
})

test('a quality assurer reads people’s pages; an adviser has no team page', async () => {
  assert.match((await efua.session.get('/team')).text, /Amara Okafor/)
  assert.equal((await efua.session.get(`/people/${amara.personId}`)).status, 200)
  assert.equal((await amara.session.get('/team')).status, 403)
})

test('when Amara wants to go elsewhere, she and Ben are asked whether what served it is still relevant', async () => {
  const path = `/people/${amara.personId}/aspiration`
  assert.equal((await amara.session.post(path, { aspiration: 'Train new starters' })).status, 200)
  assert.match(
    (await amara.session.get('/home')).text,
    /Is O-1 still relevant\? Resolve billing contacts first time/,
  )
  assert.match(
    (await ben.session.get('/team')).text,
    /Waiting for you .*Is O-1 of Amara Okafor still relevant\?/,
  )
})

test('a review on a day to come is planned for that day, and held only once the day is there', async () => {
  const [own, leader] = [await as(world, amara), await as(world, ben)]
  const asked = { personId: amara.personId, heldOn: '2026-01-12' }
  got(await world.inOrg((tx) => startReview(tx, leader, asked, '2025-11-10')))
  const portfolio = await world.inOrg((tx) => portfolioOf(tx, amara.personId, own, '2025-11-10'))
  const person = await world.inOrg((tx) => findPerson(tx, amara.personId))
  assert.ok(person)
  const whyOn = (today: string) =>
    waitingForOwn(portfolio, person, 'Europe/London', today).find(({ title }) => title.includes('review'))
      ?.why
  assert.equal(whyOn('2025-11-10'), 'Planned for 12 January 2026')
  assert.equal(whyOn('2026-01-12'), 'Held on 12 January 2026')
})
