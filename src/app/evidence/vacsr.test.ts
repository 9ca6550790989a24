import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { type Competency, listCompetencies } from '../frameworks/frameworks.ts'
import { verifyHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { addEvidence, currencyOf, legalOf, listEvidence } from './evidence.ts'

let world: World
let ben: Character
let amara: Character
let priya: Character
let chidi: Character
let dana: Character
let competencies: Competency[]

before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  priya = await world.add({ name: 'Priya Nair', team: 'Northgate', leader: 'Ben Hughes' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
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
const legal = () => competencies.filter((one) => one.legal)
const STORY = 'I read the bill with her line by line, promised to ring on Friday, and rang on Friday.'

type Said = {
  by?: Character
  of?: Character
  text?: string
  kind?: 'compliment' | 'observation' | 'certificate'
  happenedOn?: string | null
  expiresOn?: string
  bearing?: 'for' | 'against'
  about?: string[]
  private?: boolean
  file?: string
}
const DETAIL = {
  compliment: { giver: 'A customer', quote: 'You rang when you said.' },
  observation: { observer: 'Ben Hughes, team leader', done: 'She let the caller finish.' },
  certificate: { awarder: 'The water company' },
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
        text: said.text ?? `${STORY} ${Math.floor(said.about?.length ?? 0)}`,
        happenedOn: said.happenedOn === undefined ? '2026-11-03' : said.happenedOn,
        expiresOn: said.expiresOn ?? null,
        detail: { ...DETAIL[kind], ...(kind === 'certificate' && !said.expiresOn ? { endless: 'yes' } : {}) },
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

test('on the day a certificate ends its competency turns amber, by word and shape, and not the day before', async () => {
  const sam = await world.add({ name: 'Sam Reid', leader: 'Ben Hughes' })
  const about = [called('Listening')]
  await keep({
    by: sam,
    of: sam,
    kind: 'certificate',
    happenedOn: '2026-01-12',
    expiresOn: '2026-12-04',
    about,
  })
  await keep({
    by: ben,
    of: sam,
    kind: 'observation',
    text: 'She talked over him twice.',
    bearing: 'against',
    about,
  })
  const on = async (day: string) => {
    world.setToday(day)
    const currency = await world.inOrg((tx) => currencyOf(tx, sam.personId, day))
    return {
      state: currency.get(about[0] ?? '')?.state,
      page: await sam.session.get(paths.evidence(sam.personId)),
    }
  }
  const eve = await on('2026-12-03')
  assert.equal(eve.state, 'ageing')
  assert.match(eve.page.text, /Ends 4 Dec/)
  assert.doesNotMatch(eve.page.text, /Out of date (since|from)/)
  const day = await on('2026-12-04')
  assert.equal(day.state, 'stale')
  assert.match(day.page.html, /class="tag tag-late"><svg[\s\S]{0,200}<\/svg>Out of date from today/)
  assert.match(day.page.html, /<option [^>]*>Listening[^<]*: out of date from today<\/option>/)
  const after = await on('2026-12-05')
  assert.match(after.page.text, /Out of date since 4 Dec/)
  world.setToday('2026-11-17')
})

test('Dana sets how long evidence counts, with a reason; everybody reads it, and it holds at once', async () => {
  const about = [called('Written') || (competencies[3]?.competencyId ?? '')]
  const evidenceId = await keep({
    text: 'I wrote to him in four plain sentences, and he understood.',
    happenedOn: '2026-04-02',
    about,
  })
  const path = paths.evidenceRule(about[0] ?? '')
  const form = await dana.session.get(path)
  assert.match(form.html, /name="months" value="12"/)
  const refused = await dana.session.post(path, { months: '0', reason: '', 'before-months': '12' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /from 1 to 120/)
  assert.match(refused.text, /Say in a line why/)
  const set = await dana.session.post(path, {
    months: '6',
    reason: 'The letters changed in May.',
    'before-months': '12',
  })
  assert.match(set.text, /The letters changed in May\. Dana Price/)
  const item = await amara.session.get(paths.evidenceItem(amara.personId, evidenceId))
  assert.match(item.text, /Your organisation lets it count for 6 months: The letters changed in May\./)
  assert.match(item.text, /out of date since 2 Oct/)
  assert.match((await priya.session.get(paths.evidenceRules)).text, /The letters changed in May/)
  assert.equal((await priya.session.get(path)).status, 403)
  const second = await dana.session.post(path, { months: '9', reason: 'A guess.', 'before-months': '12' })
  assert.equal(second.status, 409)
  assert.match(second.text, /Dana Price set it on 17 November 2026/)
  assert.match(second.html, /name="months" value="9"/)
  const again = await dana.session.post(path, {
    months: '9',
    reason: 'Agreed with Ben.',
    'before-months': /name="before-months" value="(\d+)"/.exec(second.html)?.[1] ?? '',
    'before-reason': /name="before-reason" value="([^"]*)"/.exec(second.html)?.[1] ?? '',
  })
  assert.match(again.text, /Agreed with Ben/)
})

test('each duty of the law is evidenced, or Ben says that it does not apply, or it is missing', async () => {
  const kofi = await world.add({ name: 'Kofi Mensah', leader: 'Ben Hughes' })
  const [first, second, third] = legal().map((one) => one.competencyId)
  await keep({
    by: ben,
    of: kofi,
    kind: 'observation',
    text: 'He checked the account before he told anything.',
    about: [first ?? ''],
  })
  const page = paths.legalDuties(kofi.personId)
  const said = { competency: second ?? '', reason: 'He answers no calls until the move in spring.' }
  const until = { 'until-day': '31', 'until-month': '3', 'until-year': '2027' }
  const byKofi = await kofi.session.post(page, { ...said, ...until })
  assert.equal(byKofi.status, 422)
  assert.match(byKofi.text, /Ben Hughes leads you/)
  const wrong = await ben.session.post(page, { ...said, ...until, 'until-day': '32' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /There is no such day/)
  assert.match(wrong.html, /He answers no calls until the move in spring\.<\/textarea>/)
  const kept = await ben.session.post(page, { ...said, ...until })
  assert.match(kept.text, /Does not apply to 31 March 2027/)
  const states = async (day: string) =>
    (await world.inOrg((tx) => legalOf(tx, kofi.personId, day))).map(({ competency, state }) => [
      competency.competencyId,
      state,
    ])
  assert.deepEqual(await states('2027-03-31'), [
    [first, 'evidenced'],
    [second, 'does not apply'],
    [third, 'missing'],
  ])
  assert.equal((await states('2027-04-01'))[1]?.[1], 'lapsed')
  assert.match(
    (await kofi.session.get(paths.evidence(kofi.personId))).text,
    /What the law asks 1 of 3 missing/,
  )
  const back = await ben.session.post(`${page}/end`, { competency: second ?? '' })
  assert.match(back.text, /Evidence is asked for again/)
  assert.equal((await states('2026-11-17'))[1]?.[1], 'missing')
  assert.equal(
    (await ben.session.post(page, { ...said, ...until, competency: called(COMPLAINTS) })).status,
    422,
  )
})

test('somebody whom nobody leads says for themself what does not apply', async () => {
  const sofia = await world.add({ name: 'Sofia Marin' })
  const kept = await sofia.session.post(paths.legalDuties(sofia.personId), {
    competency: legal()[0]?.competencyId ?? '',
    reason: 'I handle no customer data on this placement.',
    'until-day': '1',
    'until-month': '6',
    'until-year': '2027',
  })
  assert.match(kept.text, /Does not apply to 1 June 2027/)
})

test('all of this stands in the history, whose chain holds', async () => {
  const kinds = await world.inOrg((tx) =>
    tx.db.selectFrom('history_entry').select('kind').where('org_id', '=', world.orgId).distinct().execute(),
  )
  for (const kind of ['judged', 'age-rule-set', 'exempted', 'exemption-ended'])
    assert.ok(
      kinds.some((row) => row.kind === `evidence.${kind}`),
      kind,
    )
  const verified = await world.inOrg((tx) => verifyHistory(tx))
  assert.ok(verified.ok, JSON.stringify(verified))
})
