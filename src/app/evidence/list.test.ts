import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { addEvidence, keepRecords } from './evidence.ts'

let world: World
let ben: Character
let amara: Character
let competencyId: string

before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  competencyId = (await world.inOrg((tx) => listCompetencies(tx)))[0]?.competencyId ?? ''
  await keep('A call about a leak', { happenedOn: '2026-11-02', cycle: 'Welcome', linked: true })
  await keep('A letter that nobody dated', { happenedOn: null, cycle: 'Solving' })
  await keep('A call of two summers ago', { happenedOn: '2024-07-01', linked: true })
  await keep('How she closed the call', {
    by: ben,
    happenedOn: '2026-11-05',
    cycle: 'Closing',
    moment: 'yes',
  })
})

async function keep(
  title: string,
  said: { by?: Character; happenedOn: string | null; cycle?: string; linked?: boolean; moment?: string },
): Promise<void> {
  const { by = amara, happenedOn, cycle = '', linked = false, moment = '' } = said
  const detail: Record<string, string> =
    by === amara
      ? { giver: 'A customer', quote: 'Thank you.' }
      : { observer: 'Ben Hughes', done: 'She asked.' }
  const outcome = await world.inOrg((tx) =>
    addEvidence(
      tx,
      by.actor,
      {
        personId: amara.personId,
        kind: by === amara ? 'compliment' : 'observation',
        title,
        text: `${title}.`,
        happenedOn,
        detail: { ...detail, cycle, moment },
        links: linked ? [{ competencyId, reason: 'It was so.', bearing: 'for' }] : [],
      },
      world.today,
    ),
  )
  assert.ok(outcome.ok, JSON.stringify(outcome))
}

/** The titles listed on Amara's page, narrowed. */
async function listed(who: Character, narrowed: Record<string, string> = {}): Promise<string[]> {
  const { html } = await who.session.get(`${paths.evidence(amara.personId)}?${new URLSearchParams(narrowed)}`)
  const table = /<table[^>]*><caption[^>]*>Evidence, newest first[\s\S]*?<\/table>/.exec(html)?.[0] ?? ''
  return [...table.matchAll(/<th scope="row"[^>]*><a [^>]*>(.*?)<\/a>/g)].map(([, title = '']) => title)
}

test('the list is narrowed by stage, by kind, by competency, and by what needs attention', async () => {
  assert.equal((await listed(amara)).length, 4)
  assert.deepEqual(await listed(amara, { stage: 'Solving' }), ['A letter that nobody dated'])
  assert.deepEqual(await listed(ben, { kind: 'observation' }), ['How she closed the call'])
  assert.deepEqual(await listed(amara, { lacks: 'date' }), ['A letter that nobody dated'])
  assert.deepEqual(await listed(amara, { lacks: 'competency' }), [
    'How she closed the call',
    'A letter that nobody dated',
  ])
  assert.deepEqual(await listed(amara, { lacks: 'old' }), ['A call of two summers ago'])
  assert.equal((await listed(amara, { lacks: 'self' })).length, 3)
  assert.deepEqual(await listed(amara, { competency: competencyId, lacks: 'old' }), [
    'A call of two summers ago',
  ])
  assert.deepEqual(await listed(amara, { lacks: 'date', stage: 'Welcome' }), [])
})

test('beside the list stands the way to whoever was asked by a link', async () => {
  const { html } = await ben.session.get(paths.evidence(amara.personId))
  assert.ok(html.includes(`href="${paths.testimony(amara.personId)}"`))
})

test('the strip names the stages that nothing shows, in words, and counts moments of truth', async () => {
  const { text } = await ben.session.get(paths.evidence(amara.personId))
  assert.match(text, /Welcome 1 item: compliment/)
  assert.match(text, /Finding out nothing yet/)
  assert.match(text, /Nothing yet from: Getting through, Finding out and Following up\./)
  assert.match(text, /1 of 1 observation or reflection names a moment of truth/)
  assert.match(text, /Observation none none none none 1 none/, 'the table has a figure for each stage')
})

test('of very many items the newest 200 are shown, and all when asked for, as narrowed', async () => {
  await world.inOrg((tx) =>
    keepRecords(
      tx,
      ben.actor,
      Array.from({ length: 230 }, (_, at) => ({
        personId: amara.personId,
        kind: 'complaint' as const,
        title: `Complaint ${at + 1}`,
        text: '',
        happenedOn: '2026-10-01',
        detail: {},
        standsBehind: { name: 'Complaints register', relationship: 'our register', as: 'record' as const },
        links: [],
        sheet: [],
      })),
      world.today,
    ),
  )
  assert.equal((await listed(amara)).length, 200)
  assert.equal((await listed(amara, { show: 'all' })).length, 234)
  const { html } = await amara.session.get(`${paths.evidence(amara.personId)}?kind=complaint`)
  assert.match(html, /\?kind=complaint&amp;show=all">Show all 230 items</)
})
