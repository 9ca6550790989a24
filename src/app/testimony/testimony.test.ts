// Over 400 lines: one world of people asked and answering in order; later tests look at what earlier ones left behind.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type Page, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import { findEvidence, listEvidence } from '../evidence/evidence.ts'
import { attachFiles } from '../evidence/files.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { witnessesOf } from './testimony.ts'

let world: World
let amara: Character
let ben: Character
let chidi: Character
let dana: Character
let competencies: { competencyId: Id; title: string }[]

before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  await world.inOrg((tx) =>
    tx.db
      .insertInto('assignment')
      .values({ org_id: world.orgId, assessor_id: chidi.personId, person_id: amara.personId })
      .execute(),
  )
  competencies = await world.inOrg(listCompetencies)
})

const competency = (at: number) => {
  const found = competencies[at]
  assert.ok(found)
  return found
}

type Fields = Record<string, string | string[]>

const asked = (changed: Fields = {}): Fields => ({
  kind: 'witness',
  name: 'Femi Adeyemi',
  relationship: 'engineer on the visit',
  about: 'The visit that was moved twice on 3 November',
  'happened-day': '3',
  'happened-month': '11',
  'happened-year': '2026',
  purpose: 'It shows how Amara keeps customers told.',
  days: '14',
  ...changed,
})

const said = (changed: Fields = {}): Fields => ({
  'saw-day': '3',
  'saw-month': '11',
  'saw-year': '2026',
  done: 'Amara rang the tenant twice while I stood at the door, and moved the visit to the afternoon.',
  said: 'I will ring you before noon, whatever happens.',
  name: 'Femi Adeyemi',
  work: 'Field engineer, Quayside Homes',
  relationship: 'We met on that visit',
  contact: 'femi@quayside.example',
  declared: 'yes',
  signature: 'Femi Adeyemi',
  ...changed,
})

const linkIn = (page: Page) => {
  const link = /value="http:\/\/localhost:3000(\/testimony\/[^"]+)"/.exec(page.html)?.[1]
  assert.ok(link, page.text)
  return link
}

/** Asks, and answers the path of the link. */
const ask = async (changed: Fields = {}, by: Character = amara) =>
  linkIn(await by.session.post(paths.testimonyNew(amara.personId), asked(changed)))

const newest = async () => {
  const [item] = await world.inOrg((tx) => listEvidence(tx, amara.personId))
  assert.ok(item)
  return item
}

test('a witness answers by a link without an account, and their words become evidence that nobody here can change', async () => {
  const link = await ask({ competency: [competency(0).competencyId, competency(1).competencyId] })
  const femi = world.visitor()
  const form = await femi.get(link)
  assert.equal(form.status, 200)
  assert.match(form.text, /What did you see of Amara Okafor’s work/)
  assert.match(form.text, /with your name/)
  assert.match(form.text, /No account needed/)
  assert.equal(form.headers.get('x-robots-tag'), 'noindex')
  const first = competency(0)
  const sent = await femi.post(
    link,
    said({
      [`shows-${first.competencyId}`]: 'for',
      [`line-${first.competencyId}`]: 'She said what happens next, and when.',
      [`shows-${competency(1).competencyId}`]: '',
    }),
  )
  assert.match(sent.text, /This link has been answered/)
  const item = await newest()
  assert.equal(item.kind, 'witness testimony')
  assert.equal(item.by, 'other')
  assert.equal(item.addedBy, amara.personId)
  assert.equal(item.happenedOn, '2026-11-03')
  assert.deepEqual(item.standsBehind, {
    name: 'Femi Adeyemi',
    relationship: 'Field engineer, Quayside Homes; We met on that visit',
    as: 'witness',
  })
  assert.deepEqual(
    item.links.map(({ competencyId, reason, bearing }) => ({ competencyId, reason, bearing })),
    [{ competencyId: first.competencyId, reason: 'She said what happens next, and when.', bearing: 'for' }],
  )
  const changed = await amara.session.post(paths.evidenceItem(amara.personId, item.evidenceId), {
    kind: 'witness testimony',
    text: 'Amara was wonderful.',
    version: '1',
  })
  assert.ok(changed.status >= 400)
  const file = { name: 'praise.txt', hash: 'a'.repeat(64), size: 3, type: 'text/plain', keptBecause: null }
  await world.inOrg(async (tx) => {
    const added = { personId: amara.personId, evidenceId: item.evidenceId, files: [file] }
    assert.equal((await attachFiles(tx, amara, added, world.today)).ok, false)
  })
  const after = await world.inOrg((tx) => findEvidence(tx, amara.personId, item.evidenceId))
  assert.equal(after?.text, item.text)
})

test('the history says that the answer came, from nobody with a sign-in, and holds neither name nor address', async () => {
  await ask({ kind: 'customer', name: 'Rosa Delgado', email: 'rosa@home.example' })
  const entries = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }))
  const answered = entries.find(({ kind }) => kind === 'testimony.answered')
  assert.ok(answered)
  assert.equal(answered.actorId, null)
  assert.equal(entries.find(({ kind }) => kind === 'evidence.added')?.actorId, null)
  assert.equal(entries.find(({ kind }) => kind === 'testimony.asked')?.actorId, amara.personId)
  assert.doesNotMatch(JSON.stringify(entries), /rosa|delgado|femi/i)
})

test('what was typed stays where the answer is refused, and every reason is said', async () => {
  const link = await ask()
  const refused = await world
    .visitor()
    .post(
      link,
      said({ done: 'She wrote the day down and read it back.', signature: 'Somebody Else', contact: '' }),
    )
  assert.equal(refused.status, 422)
  assert.match(refused.html, /<title>Error: /)
  assert.match(refused.text, /The signature and the name above differ/)
  assert.match(refused.text, /so that an assessor can check/)
  assert.match(refused.html, /She wrote the day down and read it back\./)
  assert.match(refused.html, /value="Field engineer, Quayside Homes"/)
})

test('a date that does not exist is said once', async () => {
  const link = await ask()
  const refused = await world.visitor().post(link, said({ 'saw-day': '31' }))
  assert.equal(refused.status, 422)
  assert.match(refused.text, /There is no such day/)
  assert.doesNotMatch(refused.text, /Give the day on which you saw it/)
  assert.match(refused.html, /name="saw-day" value="31"/)
})

test('once answered, a link says so and shows nothing of the answer; a second answer is not taken', async () => {
  const link = await ask()
  const femi = world.visitor()
  await femi.post(link, said({ done: 'She drew the tariff on paper for him.' }))
  const count = (await world.inOrg((tx) => listEvidence(tx, amara.personId))).length
  const again = await femi.get(link)
  assert.match(again.text, /This link has been answered/)
  assert.doesNotMatch(again.text, /tariff|Femi|Amara/)
  const second = await femi.post(link, said({ done: 'Something else that I would rather have said.' }))
  assert.match(second.text, /This link has been answered/)
  assert.match(second.text, /Something else that I would rather have said/, 'what was typed can be copied')
  assert.equal((await world.inOrg((tx) => listEvidence(tx, amara.personId))).length, count)
})

test('of two answers sent at the same moment one is taken', async () => {
  const link = await ask()
  const count = (await world.inOrg((tx) => listEvidence(tx, amara.personId))).length
  const pages = await Promise.all(
    [1, 2, 3, 4].map((n) =>
      world.visitor().post(link, said({ done: `Answer number ${n} of the same moment.` })),
    ),
  )
  for (const page of pages) assert.match(page.text, /This link has been answered/)
  const items = await world.inOrg((tx) => listEvidence(tx, amara.personId))
  assert.equal(items.length, count + 1)
})

test('an expert witness who declares an interest is kept as a witness, with the reason', async () => {
  const link = await ask({ kind: 'expert witness', name: 'Ngozi Bello' })
  const answered = await world.visitor().post(
    link,
    said({
      name: 'Ngozi Bello',
      signature: 'Ngozi Bello',
      competence: 'Eleven years on service desks, the last four as coach',
      assessing: 'evaluates',
      conflict: 'some',
      'conflict-words': 'Amara is my niece',
    }),
  )
  assert.match(answered.text, /This link has been answered/)
  const item = await newest()
  assert.equal(item.kind, 'witness testimony')
  assert.equal(item.standsBehind?.as, 'witness')
  const list = await chidi.session.get(paths.witnesses(amara.personId))
  assert.match(list.text, /Asked as an expert witness, but declares a conflict of interest/)
  assert.match(list.text, /Interest declared: Amara is my niece/)
})

test('an expert witness who is competent, evaluates staff and has no interest gives expert testimony', async () => {
  const link = await ask({ kind: 'expert witness', name: 'Ngozi Bello' })
  await world.visitor().post(
    link,
    said({
      name: 'Ngozi Bello',
      signature: 'Ngozi Bello',
      competence: 'Eleven years on service desks',
      assessing: 'qualification',
      'assessing-words': 'CAVA, 2021',
      conflict: 'none',
    }),
  )
  assert.equal((await newest()).kind, 'expert testimony')
})

test('a customer’s details are offered for replacing before they are sent, and their name is left out unless they allow it', async () => {
  const link = await ask({ kind: 'customer', name: 'Yusuf Demir', competency: competency(2).competencyId })
  const rosa = world.visitor()
  const form = await rosa.get(link)
  assert.match(form.text, /How did Amara serve you\?/)
  assert.doesNotMatch(form.text, /Yusuf|Demir/)
  const words = 'She rang me on 07700 900123 when she had said she would.'
  const offered = await rosa.post(link, { words, well: 'yes' })
  assert.equal(offered.status, 422)
  assert.match(offered.text, /1 detail could identify you or somebody else/)
  assert.match(offered.html, /<mark>07700 900123<\/mark>/)
  assert.match(offered.html, /She rang me on 07700 900123/)
  await rosa.post(link, { words, well: 'yes', offered: '07700 900123', redact: '07700 900123' })
  const item = await newest()
  assert.equal(item.kind, 'customer feedback')
  assert.equal(item.detail.customerWords, 'She rang me on [phone] when she had said she would.')
  assert.equal(item.standsBehind?.name, 'A customer')
  assert.deepEqual(
    item.links.map(({ bearing }) => bearing),
    ['for'],
  )
  const list = await amara.session.get(paths.testimony(amara.personId))
  assert.doesNotMatch(list.text, /Yusuf|Demir/)
  assert.match(list.text, /A customer Customer The visit/)
})

test('when a customer has answered, neither their name nor their address is anywhere in the records', async () => {
  const link = await ask({
    kind: 'customer',
    name: 'Thandiwe Nkosi',
    relationship: 'Nkosi account',
    email: 'thandiwe@home.example',
  })
  await world
    .visitor()
    .post(link, { words: 'He said four days and it was three.', 'show-name': 'yes', 'first-name': 'Thandi' })
  assert.equal((await newest()).standsBehind?.name, 'Thandi')
  const rows = await world.inOrg((tx) =>
    tx.db.selectFrom('testimony_request').selectAll().where('org_id', '=', tx.orgId).execute(),
  )
  assert.doesNotMatch(JSON.stringify(rows), /Thandiwe|Nkosi|thandiwe@home/)
})

test('“I cannot say anything” and “this is not for me” are answers: the link ends and the address is forgotten', async () => {
  for (const [how, words] of [
    ['cannot say', 'Can’t say anything about it'],
    ['not for me', 'Says it was not meant for them'],
  ] as const) {
    const name = how === 'cannot say' ? 'Olu Ade' : 'Pia Holt'
    const link = await ask({ name, email: 'somebody@quayside.example' })
    const thanks = await world.visitor().post(`${link}/refusal`, { how })
    assert.match(thanks.text, /Thank you for saying so/)
    const list = await amara.session.get(paths.testimony(amara.personId))
    assert.ok(list.text.includes(words), list.text)
  }
  const kept = await world.inOrg((tx) =>
    tx.db
      .selectFrom('testimony_request')
      .select(['state', 'email'])
      .where('org_id', '=', tx.orgId)
      .where('name', 'in', ['Olu Ade', 'Pia Holt'])
      .execute(),
  )
  assert.deepEqual(
    kept.map(({ state, email }) => [state, email]),
    [
      ['cannot say', null],
      ['not for me', null],
    ],
  )
})

test('how a witness can be reached is seen by leader and assessor, on the list and in the account, never by the person', async () => {
  const link = await ask()
  await world.visitor().post(link, said({ contact: '0191 498 0777' }))
  for (const path of [paths.witnesses(amara.personId), paths.account(amara.personId)]) {
    assert.match((await ben.session.get(path)).text, /0191 498 0777/)
    assert.match((await chidi.session.get(path)).text, /0191 498 0777/)
    const own = await amara.session.get(path)
    assert.match(own.text, /Femi Adeyemi/)
    assert.match(own.text, /Link handed over by Amara Okafor/)
    assert.doesNotMatch(own.html, /0191 498 0777/)
  }
  const alone = await amara.session.get(paths.witnesses(amara.personId))
  assert.match(alone.text, /Amara Okafor\. The witness signatory list/, 'also where it is printed')
  const item = await newest()
  assert.doesNotMatch(
    (await amara.session.get(paths.evidenceItem(amara.personId, item.evidenceId))).html,
    /0191 498 0777/,
  )
  const witnesses = await world.inOrg((tx) => witnessesOf(tx, amara.personId, { contacts: false }))
  assert.ok(witnesses.length > 1)
  assert.ok(witnesses.every(({ contact }) => contact === null))
})

test('the form begins with what the item and the competency say that somebody asks about', async () => {
  const added = await amara.session.post(paths.evidence(amara.personId), {
    kind: 'compliment',
    text: 'The engineer and I moved the visit twice.',
    'd-giver': 'The tenant',
    'd-quote': 'Thank you for ringing',
    'happened-day': '4',
    'happened-month': '11',
    'happened-year': '2026',
  })
  assert.equal(added.status, 200, added.text)
  const item = await newest()
  const form = await amara.session.get(
    `${paths.testimony(amara.personId)}?evidence=${item.evidenceId}&competency=${competency(3).competencyId}`,
  )
  assert.match(form.html, /value="The engineer and I moved the visit twice\."/)
  assert.match(form.html, /name="happened-day" value="4"/)
  assert.match(form.html, new RegExp(`value="${competency(3).competencyId}"[^>]*checked`))
  const link = linkIn(
    await amara.session.post(paths.testimonyNew(amara.personId), asked({ evidence: item.evidenceId })),
  )
  const list = await amara.session.get(paths.testimony(amara.personId))
  assert.ok(list.text.includes(item.ref))
  const seen = await world.visitor().get(link)
  assert.doesNotMatch(seen.text, /moved the visit twice\./, 'the item itself is not shown')
})

test('what would identify a customer is offered for replacing before anybody outside reads it', async () => {
  const page = await amara.session.post(
    paths.testimonyNew(amara.personId),
    asked({ about: 'The call with Mrs Thistlewood' }),
  )
  assert.equal(page.status, 422)
  assert.match(page.html, /<mark>Mrs Thistlewood<\/mark>/)
  const link = linkIn(
    await amara.session.post(
      paths.testimonyNew(amara.personId),
      asked({
        about: 'The call with Mrs Thistlewood',
        offered: 'Mrs Thistlewood',
        redact: 'Mrs Thistlewood',
      }),
    ),
  )
  assert.match((await world.visitor().get(link)).text, /The call with \[customer\]/)
})

test('what was typed into the form that asks stays where it is refused', async () => {
  const page = await ben.session.post(
    paths.testimonyNew(amara.personId),
    asked({ days: '90', name: '', about: 'The second visit' }),
  )
  assert.equal(page.status, 422)
  assert.match(page.text, /Say whom you ask/)
  assert.match(page.text, /1 to 60 days/)
  assert.match(page.html, /value="The second visit"/)
})

test('a leader’s request is the leader’s to remind and take back, and not the person’s', async () => {
  const link = await ask({ name: 'Gil Park' }, ben)
  const id = await world.inOrg((tx) =>
    tx.db
      .selectFrom('testimony_request')
      .select('request_id')
      .where('org_id', '=', tx.orgId)
      .where('name', '=', 'Gil Park')
      .executeTakeFirstOrThrow(),
  )
  const by = paths.testimonyRevoking(amara.personId, id.request_id)
  const refused = await amara.session.post(by)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /only they can do that/)
  assert.equal((await world.visitor().get(link)).status, 200)
  assert.match((await ben.session.post(by)).text, /It is taken back/)
  assert.equal((await world.visitor().get(link)).status, 410)
})

test('an administrator who neither leads nor assesses reads no testimony and asks for none', async () => {
  for (const path of [
    paths.testimony(amara.personId),
    paths.testimonyNew(amara.personId),
    paths.witnesses(amara.personId),
  ])
    assert.equal((await dana.session.get(path)).status, 403, path)
})
