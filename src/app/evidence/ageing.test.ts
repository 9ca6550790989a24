import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { type Competency, listCompetencies } from '../frameworks/frameworks.ts'
import { verifyHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { addEvidence, currencyOf, legalOf } from './evidence.ts'

let world: World
let ben: Character
let amara: Character
let priya: Character
let dana: Character
let competencies: Competency[]

before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  priya = await world.add({ name: 'Priya Nair', team: 'Northgate', leader: 'Ben Hughes' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  competencies = await world.inOrg((tx) => listCompetencies(tx))
})

const called = (title: string) => competencies.find((one) => one.title.startsWith(title))?.competencyId ?? ''
const legal = () => competencies.filter((one) => one.legal)

const DETAIL = {
  compliment: { giver: 'A customer', quote: 'You rang when you said.' },
  observation: { observer: 'Ben Hughes, team leader', done: 'She let the caller finish.' },
  certificate: { awarder: 'The water company' },
}

async function keep(said: {
  by?: Character
  of?: Character
  kind?: keyof typeof DETAIL
  text?: string
  happenedOn?: string
  expiresOn?: string
  bearing?: 'for' | 'against'
  about: string[]
}): Promise<string> {
  const { by = amara, of = amara, kind = 'compliment', bearing = 'for' } = said
  const asked = {
    personId: of.personId,
    kind,
    text: said.text ?? 'A short course on how to hear what a customer means.',
    happenedOn: said.happenedOn ?? '2026-11-03',
    expiresOn: said.expiresOn ?? null,
    detail: DETAIL[kind],
    links: said.about.map((competencyId) => ({ competencyId, reason: 'It was so.', bearing })),
  }
  const outcome = await world.inOrg((tx) => addEvidence(tx, by.actor, asked, world.today))
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

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
    (await ben.session.post(page, { ...said, ...until, competency: called('Handling complaints') })).status,
    422,
  )
})

test('a duty said not to apply is not called out of date beside its old evidence: not in the list, not in the count', async () => {
  const lena = await world.add({ name: 'Lena Vogt', leader: 'Ben Hughes' })
  const duty = legal()[0]
  assert.ok(duty)
  await keep({ of: lena, by: lena, happenedOn: '2024-03-04', about: [duty.competencyId] })
  const list = async () => (await lena.session.get(paths.evidence(lena.personId))).text
  assert.match(await list(), /1 of 1 competency out of date/)
  assert.match(await list(), new RegExp(`${duty.title}: out of date since`))
  await ben.session.post(paths.legalDuties(lena.personId), {
    competency: duty.competencyId,
    reason: 'She handles no customer data until the move in spring.',
    'until-day': '31',
    'until-month': '3',
    'until-year': '2027',
  })
  const said = await list()
  assert.match(said, /Does not apply until 31 Mar 2027/)
  assert.doesNotMatch(said, /competenc(y|ies) out of date/)
  assert.doesNotMatch(said, new RegExp(`${duty.title}: out of date since`))
  world.setToday('2027-04-01')
  assert.match(await list(), /1 of 1 competency out of date/)
  world.setToday('2026-11-17')
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

test('rules and exemptions stand in the history, whose chain holds', async () => {
  const kinds = await world.inOrg((tx) =>
    tx.db.selectFrom('history_entry').select('kind').where('org_id', '=', world.orgId).distinct().execute(),
  )
  for (const kind of ['age-rule-set', 'exempted', 'exemption-ended'])
    assert.ok(
      kinds.some((row) => row.kind === `evidence.${kind}`),
      kind,
    )
  const verified = await world.inOrg((tx) => verifyHistory(tx))
  assert.ok(verified.ok, JSON.stringify(verified))
})
