import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { type Competency, listCompetencies } from '../frameworks/frameworks.ts'
import { verifyHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { addEvidence, listEvidence } from './evidence.ts'

let world: World
let ben: Character
let amara: Character
let priya: Character
let chidi: Character
let competencies: Competency[]

before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  priya = await world.add({ name: 'Priya Nair', team: 'Northgate', leader: 'Ben Hughes' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  await world.inOrg((tx) =>
    tx.db
      .insertInto('assignment')
      .values({ org_id: world.orgId, assessor_id: chidi.personId, person_id: amara.personId })
      .execute(),
  )
  competencies = await world.inOrg((tx) => listCompetencies(tx))
})

const COMPLAINTS = 'Handling complaints'
const called = (title: string) => competencies.find((one) => one.title.startsWith(title))?.competencyId ?? ''
const STORY = 'I read the bill with her line by line, promised to ring on Friday, and rang on Friday.'

type Said = {
  by?: Character
  of?: Character
  text?: string
  kind?: 'compliment' | 'observation'
  happenedOn?: string | null
  bearing?: 'for' | 'against'
  about?: string[]
  private?: boolean
  file?: string
}
const DETAIL = {
  compliment: { giver: 'A customer', quote: 'You rang when you said.' },
  observation: { observer: 'Ben Hughes, team leader', done: 'She let the caller finish.' },
}

async function keep(said: Said = {}): Promise<string> {
  const { by = amara, of = amara, kind = 'compliment', bearing = 'for' } = said
  const outcome = await world.inOrg((tx) =>
    addEvidence(
      tx,
      by.actor,
      {
        personId: of.personId,
        kind,
        text: said.text ?? STORY,
        happenedOn: said.happenedOn === undefined ? '2026-11-03' : said.happenedOn,
        detail: DETAIL[kind],
        links: (said.about ?? [called(COMPLAINTS)]).map((competencyId) => ({
          competencyId,
          reason: 'The promise was in the diary and kept.',
          bearing,
        })),
        private: said.private,
        files: said.file ? [{ name: 'letter.pdf', hash: said.file, size: 900, type: 'application/pdf' }] : [],
      },
      world.today,
    ),
  )
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

/** The address of the first link's case. */
async function caseOf(of: Character, evidenceId: string): Promise<string> {
  const items = await world.inOrg((tx) => listEvidence(tx, of.personId, { includePrivate: true }))
  const link = items.find((one) => one.evidenceId === evidenceId)?.links[0]
  return paths.evidenceCase(of.personId, evidenceId, link?.linkId ?? '')
}

test('each link shows five letters in words, and never a score or a bare tick', async () => {
  const evidenceId = await keep({ text: `${STORY} She said so herself.` })
  const { html, text } = await amara.session.get(paths.evidenceItem(amara.personId, evidenceId))
  const strip = /<dl class="vacsr">([\s\S]*?)<\/dl>/.exec(html)?.[1] ?? ''
  assert.deepEqual(
    [...strip.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, name, short]) => `${name}: ${short}`),
    [
      'Valid: reason given',
      'Authentic: not declared',
      'Current: 2 weeks ago',
      'Sufficient: 1 occasion, 1 kind',
      'Reliable: one account only',
    ],
  )
  assert.match(text, /Only a person can say: Is it Amara Okafor’s own work/)
  assert.match(text, /Whether it is true and enough is for people to judge/)
  assert.doesNotMatch(html, />Judge it/, 'nobody judges their own')
})

test('what others keep for the same competency is counted, each source once', async () => {
  const grace = await world.add({ name: 'Grace Lim', leader: 'Ben Hughes' })
  const evidenceId = await keep({ by: grace, of: grace, text: `${STORY} First.` })
  await keep({ by: ben, of: grace, kind: 'observation', happenedOn: '2026-10-01', text: 'She asked back.' })
  await keep({ by: grace, of: grace, text: `${STORY} Mine alone.`, private: true, happenedOn: '2026-09-09' })
  const { text } = await grace.session.get(paths.evidenceItem(grace.personId, evidenceId))
  assert.match(text, /2 occasions, 2 kinds/)
  assert.match(text, /1 other source points the same way: Ben Hughes \(E-2\)/)
})

test('the same words in somebody else’s item are said, and never whose', async () => {
  const words = 'The customer thanked me twice for explaining the meter in plain words.'
  const hers = await keep({ text: words })
  await keep({ by: priya, of: priya, text: `  ${words.toUpperCase()}` })
  const own = await amara.session.get(paths.evidenceItem(amara.personId, hers))
  assert.match(own.text, /Somebody else’s item has these words/)
  assert.doesNotMatch(own.text, /Priya/)
  const secret = 'A sentence of seven words for Priya alone.'
  await keep({ by: priya, of: priya, text: secret, private: true })
  const alike = await keep({ text: secret })
  assert.doesNotMatch(
    (await amara.session.get(paths.evidenceItem(amara.personId, alike))).text,
    /Somebody else’s item has/,
    'what is only Priya’s is not even hinted at',
  )
})

test('the same file in somebody else’s item is said by its content, and an own copy by its ref', async () => {
  const file = 'c0ffee'.padEnd(64, '0')
  await keep({ by: priya, of: priya, text: 'A letter about a leak, in four sentences.', file })
  const first = await keep({ text: 'The letter to the house on the corner.', file })
  const { text } = await amara.session.get(paths.evidenceItem(amara.personId, first))
  assert.match(text, /Somebody else’s item has this file/)
  await keep({ text: 'The same letter, once more.', file })
  const again = await ben.session.get(paths.evidenceItem(amara.personId, first))
  assert.match(again.text, /The same words or the same file as E-\d+\. One thing that happened counts once/)
  assert.doesNotMatch(again.text, /Priya/)
})

test('Chidi judges letters in words; a verdict alone is refused and nothing typed is lost', async () => {
  const evidenceId = await keep({ text: `${STORY} To be judged.` })
  const path = await caseOf(amara, evidenceId)
  const refused = await chidi.session.post(path, {
    'verdict-valid': 'shown',
    'verdict-sufficient': 'not yet',
    'words-sufficient': 'All of one week.',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Valid: say what you looked at/)
  assert.match(refused.html, />All of one week\.<\/textarea>/)
  assert.match(refused.html, /name="verdict-valid" value="shown"[^>]* checked/)
  const kept = await chidi.session.post(path, {
    'verdict-valid': 'shown',
    'words-valid': 'Read the note of the call.',
    'verdict-sufficient': 'not yet',
    'words-sufficient': 'All of one week.',
  })
  assert.match(kept.text, /Your judgement is kept/)
  const own = await amara.session.get(paths.evidenceItem(amara.personId, evidenceId))
  assert.match(own.text, /Chidi Eze: not yet/)
  assert.match(own.text, /Chidi Eze: shown ?\. Read the note of the call\./)
  assert.match(own.text, /One person has judged it/)
  await ben.session.post(path, { 'verdict-valid': 'shown', 'words-valid': 'I know the call.' })
  const both = await amara.session.get(path)
  assert.match(both.text, /2 people have judged it; they agree on 1 of the 1 letter/)
  assert.doesNotMatch(both.html, /<textarea/, 'Amara reads it, and judges nothing')
})

test('nobody judges their own, nor what is only another’s, nor a link that is not there', async () => {
  const evidenceId = await keep({
    text: 'For me alone, about the night shift and how it goes.',
    private: true,
  })
  const path = await caseOf(amara, evidenceId)
  const fields = { 'verdict-valid': 'shown', 'words-valid': 'I was there.' }
  assert.equal((await amara.session.post(path, fields)).status, 403)
  for (const who of [ben, chidi]) assert.equal((await who.session.post(path, fields)).status, 404)
  assert.equal((await priya.session.post(path, fields)).status, 403)
})

test('a judgement says which version it was made of, and stays with a link that is taken back', async () => {
  const evidenceId = await keep({ text: `${STORY} As it was first.` })
  const path = await caseOf(amara, evidenceId)
  await chidi.session.post(path, { 'verdict-authentic': 'shown', 'words-authentic': 'Asked Ben about it.' })
  const item = paths.evidenceItem(amara.personId, evidenceId)
  const form = await amara.session.get(paths.evidenceChange(amara.personId, evidenceId))
  const saved = await amara.session.post(item, {
    text: `${STORY} As it is now.`,
    kind: 'compliment',
    'd-giver': 'A customer',
    'd-quote': 'You rang.',
    version: /name="version" value="(\d+)"/.exec(form.html)?.[1] ?? '',
  })
  assert.equal(saved.status, 200, saved.text)
  assert.match((await chidi.session.get(item)).text, /Judged on version 1\. It has been changed since/)
  await amara.session.post(`${item}/links/end`, { competency: called(COMPLAINTS) })
  const after = await chidi.session.get(item)
  assert.match(after.text, /Links taken back or said anew, with what was judged of them/)
  assert.match(after.text, /authentic shown ?\. Asked Ben about it\./)
  assert.equal((await chidi.session.get(path)).status, 404)
})

test('judging stands in the history, whose chain holds', async () => {
  const kinds = await world.inOrg((tx) =>
    tx.db.selectFrom('history_entry').select('kind').where('org_id', '=', world.orgId).distinct().execute(),
  )
  assert.ok(kinds.some((row) => row.kind === 'evidence.judged'))
  const verified = await world.inOrg((tx) => verifyHistory(tx))
  assert.ok(verified.ok, JSON.stringify(verified))
})
