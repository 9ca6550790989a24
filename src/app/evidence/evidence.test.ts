import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { makePdf } from '../../../test/crafted-files.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { verifyHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { addEvidence, listDrafts, listEvidence } from './evidence.ts'
import { listRevisions } from './store/revisions.ts'

let world: World
let ben: Character
let amara: Character
let priya: Character
let chidi: Character
let competencies: { competencyId: string; title: string }[]

before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  priya = await world.add({ name: 'Priya Nair', team: 'Northgate', leader: 'Ben Hughes' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  competencies = await world.inOrg((tx) => listCompetencies(tx))
})

const SAID = { 'd-giver': 'A customer, by e-mail', 'd-quote': 'She rang when she said.' }
const HEAT = {
  'd-heard': 'Her bill had doubled and nobody had rung.',
  'd-empathised': 'I said that I would be cross as well.',
  'd-apologised': 'For the call that was not made.',
  'd-action': 'I took a reading and rang on the day.',
  'd-outcome': 'She kept her tariff.',
}
const SEEN = { 'd-observer': 'Ben Hughes, team leader', 'd-done': 'Asked for it to be said back.' }
const LETTER = makePdf('Dear customer')
const STORY = 'I checked the reading with her, promised to ring on Thursday, and did.'
const id = (n: number) => competencies[n]?.competencyId ?? ''
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

test('Amara saves with one field, as a draft for her alone, and it counts once she says its kind', async () => {
  const kofi = await world.add({ name: 'Kofi Mensah', team: 'Northgate', leader: 'Ben Hughes' })
  const saved = await kofi.session.post(paths.evidence(kofi.personId), { text: STORY })
  assert.equal(saved.status, 200)
  assert.match(saved.text, /kept as a draft/)
  assert.match(saved.path, /\/change$/)
  const [draft] = await world.inOrg((tx) => listDrafts(tx, kofi.personId, kofi))
  assert.equal(draft?.ref, 'E-1')
  assert.deepEqual(await world.inOrg((tx) => listEvidence(tx, kofi.personId, { includePrivate: true })), [])
  assert.doesNotMatch(
    (await ben.session.get(paths.evidence(kofi.personId))).text,
    /promised to ring on Thursday/,
  )
  assert.equal(
    (await ben.session.get(paths.evidenceItem(kofi.personId, draft?.evidenceId ?? ''))).status,
    404,
  )
  const kept = await kofi.session.post(paths.evidenceItem(kofi.personId, draft?.evidenceId ?? ''), {
    text: STORY,
    kind: 'compliment',
    ...SAID,
    version: hidden(saved.html, 'version'),
  })
  assert.match(kept.text, /It is kept\./)
  assert.match((await ben.session.get(paths.evidence(kofi.personId))).text, /promised to ring on Thursday/)
})

test('nothing is kept without words, and what was chosen is still on the form', async () => {
  const refused = await amara.session.post(paths.evidence(amara.personId), {
    text: ' ',
    kind: 'complaint',
    'happened-day': '31',
    'happened-month': '2',
    'happened-year': '2026',
    'd-heard': 'Her bill had doubled.',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Say what happened\. A sentence or two is enough\./)
  assert.match(refused.text, /There is no such day/)
  assert.match(refused.html, /<title>Error: /)
  assert.match(refused.html, /value="complaint"[^>]* checked/)
  assert.match(refused.html, />Her bill had doubled\.<\/textarea>/)
  assert.match(refused.html, /name="happened-day" value="31"/)
})

test('a customer’s details are offered ticked before anything is kept, replaced where they stay ticked, and left where Amara unticks them', async () => {
  const text =
    'Ms Whitlock rang about her bill. She wants it in writing: j.whitlock@mail.example, 07700 900417.'
  const fields = { text, kind: 'compliment', ...SAID, 'd-quote': 'Ring me on 07700 900417' }
  const asked = await amara.session.post(paths.evidence(amara.personId), fields)
  assert.equal(asked.status, 422)
  assert.match(asked.text, /3 details could identify a customer/)
  assert.equal((asked.html.match(/name="redact"[^>]* checked/g) ?? []).length, 3)
  assert.deepEqual(await world.inOrg((tx) => listEvidence(tx, amara.personId)), [])
  const offered = ['Ms Whitlock', 'j.whitlock@mail.example', '07700 900417']
  const saved = await amara.session.post(paths.evidence(amara.personId), {
    ...fields,
    offered,
    redact: ['j.whitlock@mail.example', '07700 900417'],
  })
  assert.equal(saved.status, 200)
  const [item] = await world.inOrg((tx) => listEvidence(tx, amara.personId))
  assert.equal(item?.text, 'Ms Whitlock rang about her bill. She wants it in writing: [e-mail], [phone].')
  assert.equal(item?.detail.quote, 'Ring me on [phone]')
})

test('checking first suggests competencies from the words, shows the kind’s fields, and keeps nothing', async () => {
  const before = await world.inOrg((tx) => listEvidence(tx, amara.personId))
  const checked = await amara.session.post(paths.evidence(amara.personId), {
    text: 'The customer complained. I apologised, listened, and explained.',
    kind: 'complaint',
    do: 'check',
  })
  assert.equal(checked.status, 200)
  assert.match(checked.text, /Which competencies could it show\?/)
  assert.match(checked.text, /Empathise/)
  assert.match(checked.text, /How it stands/)
  assert.doesNotMatch(checked.html, /name="competency"[^>]* checked/)
  assert.equal((await world.inOrg((tx) => listEvidence(tx, amara.personId))).length, before.length)
})

test('every link needs a reason of its own; an item linked for and against says both', async () => {
  const base = {
    ...HEAT,
    text: `${STORY} Again.`,
    kind: 'complaint',
    competency: [id(0), id(1)],
    [`reason-${id(0)}`]: 'I let her finish.',
  }
  const refused = await amara.session.post(paths.evidence(amara.personId), base)
  assert.equal(refused.status, 422)
  assert.match(refused.text, new RegExp(`Say in one line why it bears on ${competencies[1]?.title}\\.`))
  assert.doesNotMatch(refused.text, new RegExp(`Say in one line why it bears on ${competencies[0]?.title}`))
  assert.match(refused.html, /value="I let her finish\."/)
  const saved = await amara.session.post(paths.evidence(amara.personId), {
    ...base,
    [`reason-${id(1)}`]: 'The promise was kept.',
  })
  assert.equal(saved.status, 200)
  await ben.session.post(`${saved.path}/links`, {
    competency: id(2),
    reason: 'Nothing was handed over.',
    bearing: 'against',
  })
  const [item] = await world.inOrg((tx) => listEvidence(tx, amara.personId))
  assert.deepEqual(
    item?.links.map((link) => `${link.competencyId} ${link.bearing} ${link.madeBy} ${link.reason}`).sort(),
    [
      `${id(0)} for ${amara.personId} I let her finish.`,
      `${id(1)} for ${amara.personId} The promise was kept.`,
      `${id(2)} against ${ben.personId} Nothing was handed over.`,
    ].sort(),
  )
  const tried = await amara.session.post(`${saved.path}/links/end`, { competency: id(2) })
  assert.equal(tried.status, 422, 'what speaks against her is not hers to take back')
  await amara.session.post(`${saved.path}/links/end`, { competency: id(0) })
  const linked = await world.inOrg((tx) => listEvidence(tx, amara.personId, { competencyId: id(0) }))
  assert.ok(!linked.some((one) => one.evidenceId === item?.evidenceId))
  const against = await world.inOrg((tx) => listEvidence(tx, amara.personId, { competencyId: id(2) }))
  assert.deepEqual(
    against.map((one) => one.evidenceId),
    [item?.evidenceId],
  )
})

test('what is only Amara’s is seen by nobody else, by no address', async () => {
  const saved = await amara.session.post(paths.evidence(amara.personId), {
    text: 'A worry of my own about the night shift.',
    kind: 'reflection',
    'd-learnt': 'I sleep badly after three in a row.',
    'd-next': 'Ask for two at most.',
    private: 'yes',
  })
  assert.match(saved.text, /Only you/)
  for (const reader of [ben, chidi, priya]) {
    assert.doesNotMatch((await reader.session.get(paths.evidence(amara.personId))).text, /night shift/)
    const item = await reader.session.get(saved.path)
    assert.ok(item.status === 404 || item.status === 403)
    assert.doesNotMatch(item.text, /night shift/)
  }
  assert.ok(!(await world.inOrg((tx) => listEvidence(tx, amara.personId))).some((item) => item.private))
  const byBen = await ben.session.post(paths.evidence(amara.personId), {
    text: 'A secret note.',
    kind: 'observation',
    ...SEEN,
    private: 'yes',
  })
  assert.equal(byBen.status, 422)
})

test('Ben’s observation of Amara is by another, and only he can change what it says', async () => {
  const saved = await ben.session.post(paths.evidence(amara.personId), {
    text: 'She asked the caller to say back what would happen next.',
    kind: 'observation',
    ...SEEN,
  })
  const [item] = await world.inOrg((tx) => listEvidence(tx, amara.personId))
  assert.deepEqual([item?.by, item?.addedByName], ['other', 'Ben Hughes'])
  assert.match((await amara.session.get(saved.path)).text, /Ben Hughes stands behind it/)
  assert.equal((await amara.session.get(`${saved.path}/change`)).status, 404)
  assert.equal(
    (await amara.session.post(saved.path, { text: 'She was perfect.', kind: 'observation', version: '1' }))
      .status,
    404,
  )
  assert.equal(
    (await priya.session.post(paths.evidence(amara.personId), { text: 'x', kind: 'observation' })).status,
    403,
  )
})

test('what an item said before is kept, two windows never overwrite each other, and taking out a customer’s name takes it out of the past', async () => {
  const first = await amara.session.post(paths.evidence(amara.personId), {
    text: 'First words about Mr Larch and his meter.',
    kind: 'compliment',
    ...SAID,
    offered: 'Mr Larch',
  })
  const change = (fields: Record<string, string>) =>
    amara.session.post(first.path, { kind: 'compliment', ...SAID, ...fields })
  const second = await change({
    text: 'Second words about Mr Larch.',
    version: '1',
    offered: 'Mr Larch',
    redact: 'Mr Larch',
  })
  assert.match(second.text, /Second words about \[customer\]/)
  assert.match(second.text, /First words about \[customer\] and his meter/)
  const late = await change({ text: 'Words from the other window.', version: '1' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Second words about \[customer\]/)
  assert.match(late.html, />Words from the other window\.<\/textarea>/)
  const [item] = await world.inOrg((tx) => listEvidence(tx, amara.personId))
  assert.equal(item?.version, 2)
  assert.equal(
    (await world.inOrg((tx) => listRevisions(tx, item?.evidenceId ?? '', { includePrivate: true }))).length,
    1,
  )
})

test('a file is kept by what it holds, survives a refused form, and comes back as a download of a safe type', async () => {
  const letter = new File([new Uint8Array(LETTER)], 'letter.exe', { type: 'text/html' })
  const refused = await amara.session.post(paths.evidence(amara.personId), {
    text: '',
    kind: 'work product',
    file: letter,
  })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /letter\.exe\.pdf is here already/)
  const saved = await amara.session.post(paths.evidence(amara.personId), {
    text: 'The letter I wrote.',
    kind: 'work product',
    'held-hash': hidden(refused.html, 'held-hash'),
    'held-name': hidden(refused.html, 'held-name'),
    'held-sign': hidden(refused.html, 'held-sign'),
  })
  const address = /\/people\/[0-9a-f-]+\/evidence\/[0-9a-f-]+\/files\/[0-9a-f-]+/.exec(saved.html)?.[0] ?? ''
  const file = await ben.session.get(address)
  assert.equal(file.html, LETTER.toString())
  assert.equal(file.headers.get('content-type'), 'application/pdf')
  assert.equal(file.headers.get('content-disposition'), 'attachment; filename="letter.exe.pdf"')
  assert.equal(file.headers.get('x-content-type-options'), 'nosniff')
  assert.ok((await priya.session.get(address)).status >= 403)
  const page = new File(['<!doctype html><script>alert(1)</script>'], 'letter.pdf')
  const bad = await amara.session.post(paths.evidence(amara.personId), {
    text: 'A page.',
    kind: 'work product',
    file: page,
  })
  assert.equal(bad.status, 422)
  assert.match(bad.text, /can hold a program/)
})

test('numbers are without a gap, also where two are added at once', async () => {
  const sofia = await world.add({ name: 'Sofia Rossi', team: 'Northgate', leader: 'Ben Hughes' })
  const add = (text: string) =>
    world.inOrg((tx) =>
      addEvidence(
        tx,
        sofia,
        {
          personId: sofia.personId,
          kind: 'compliment',
          text,
          happenedOn: null,
          links: [],
          detail: { giver: 'A customer', quote: 'Thank you' },
        },
        world.today,
      ),
    )
  await Promise.all(['One.', 'Two.', 'Three.', 'Four.'].map(add))
  const items = await world.inOrg((tx) => listEvidence(tx, sofia.personId))
  assert.deepEqual(
    items.map((item) => item.ref),
    ['E-4', 'E-3', 'E-2', 'E-1'],
  )
  assert.match(
    (await sofia.session.get(paths.evidence(sofia.personId))).text,
    /Self only\. Everything here was said by you/,
  )
})

test('the list can be narrowed to a kind, names the sources that are missing, and the history still holds', async () => {
  const list = await amara.session.get(`${paths.evidence(amara.personId)}?kind=observation`)
  assert.match(list.text, /1 of \d+ items/)
  assert.match(list.text, /Nothing in 12 months from: helpdesk measure, [^.]*certificate\./)
  assert.ok((await world.inOrg((tx) => verifyHistory(tx))).ok)
})
