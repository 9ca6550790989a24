import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { listEvidence } from './evidence.ts'
import { detailField, type EvidenceKind, KIND_WORDS, KINDS, kindsFor } from './rules/kinds.ts'

let world: World
let ben: Character
let amara: Character
let competencies: Awaited<ReturnType<typeof listCompetencies>>

before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  competencies = await world.inOrg((tx) => listCompetencies(tx))
})

/** What each kind needs, written down a second time: by the person themself, and by somebody else. */
const NEEDED: Record<string, { own?: string; other?: string }> = {
  compliment: { own: 'giver quote', other: 'giver quote' },
  complaint: {
    own: 'heard empathised apologised action outcome',
    other: 'heard empathised apologised action outcome',
  },
  observation: { other: 'observer done' },
  audit: { other: 'sheet lines' },
  'performance review': { own: 'holder period counted agreed', other: 'holder period counted agreed' },
  'professional discussion': { other: 'areas discussed heldBy' },
  'customer feedback': { own: 'channel customerWords' },
  'peer feedback': { own: 'colleague colleagueWords', other: '' },
  reflection: { own: 'learnt next' },
  'work product': { own: 'place' },
  certificate: { own: 'awarder' },
}

/** The fields of a form in which everything that a kind needs is said. */
function filled(needed: string): Record<string, string> {
  const keys = needed.split(' ').filter((key) => key !== '')
  return Object.fromEntries(
    keys.flatMap((key) =>
      key === 'lines'
        ? [
            ['sheet-item-0', 'Greeting'],
            ['sheet-got-0', '2'],
            ['sheet-of-0', '2'],
          ]
        : [[`d-${key}`, `Said of ${key}`]],
    ),
  )
}

const itemsOf = (who: Character) => world.inOrg((tx) => listEvidence(tx, who.personId))
const idOf = (code: string) => competencies.find((one) => one.code === code)?.competencyId ?? ''

for (const [kind, { own, other }] of Object.entries(NEEDED)) {
  test(`${kind}: every detail it needs is asked for at once, and with them it is kept; a draft needs words alone`, async () => {
    for (const [needed, writer] of [
      [own, amara],
      [other, ben],
    ] as const) {
      if (needed === undefined) continue
      const at = paths.evidence(amara.personId)
      const base: Record<string, string> = { text: `A ${kind} by ${writer.person.name}.`, kind }
      const bare = await writer.session.post(at, base)
      const missing = needed.split(' ').filter((key) => key !== '')
      for (const key of missing) {
        const { label } = KIND_WORDS[kind as EvidenceKind].fields.find((field) => field.key === key) ?? {}
        assert.match(bare.text, new RegExp(`“${label?.replace('?', '\\?')}” is still empty`), key)
        assert.match(bare.html, new RegExp(`href="#f-${detailField(key)}"`))
      }
      if (missing.length > 0) assert.match(bare.text, /“Save and finish later” keeps it as a draft/)
      const later = await writer.session.post(at, { ...base, do: 'later' })
      assert.match(later.text, /It is kept as a draft/)
      const end: Record<string, string> = kind === 'certificate' ? { 'd-endless': 'yes' } : {}
      const kept = await writer.session.post(at, { ...base, ...filled(needed), ...end })
      assert.equal(kept.status, 200, kept.text)
      const [item] = await itemsOf(amara)
      assert.equal(item?.kind, kind)
      for (const key of missing.filter((key) => key !== 'lines'))
        assert.equal(item?.detail[key], `Said of ${key}`)
    }
  })
}

test('each may add the kinds that are theirs to add, and is told who adds the others', async () => {
  assert.deepEqual(
    kindsFor(true),
    KINDS.filter((kind) => NEEDED[kind]?.own !== undefined),
  )
  assert.deepEqual(
    kindsFor(false),
    KINDS.filter((kind) => NEEDED[kind]?.other !== undefined),
  )
  const at = paths.evidence(amara.personId)
  const form = await amara.session.get(paths.evidenceNew(amara.personId))
  assert.doesNotMatch(form.html, /name="kind" value="observation"/)
  assert.match(form.text, /added by whoever makes them\. Ask for one/)
  const all = Object.assign(
    {},
    ...Object.values(NEEDED).map(({ own = '', other = '' }) => filled(`${own} ${other}`)),
  )
  for (const [writer, own] of [
    [amara, true],
    [ben, false],
  ] as const) {
    for (const kind of KINDS.filter((one) => !kindsFor(own).includes(one))) {
      const refused = await writer.session.post(at, { ...all, text: 'Not mine to add.', kind })
      assert.equal(refused.status, 422, `${writer.person.name} added ${kind}`)
      assert.match(refused.text, / is added by | answers by a link| kept from its own page/)
    }
  }
  assert.ok(!(await itemsOf(amara)).some(({ text }) => text === 'Not mine to add.'))
})

test('a certificate ends on a day or is said not to end, and never both', async () => {
  const at = paths.evidence(amara.personId)
  const base = { text: 'First aid at work, passed.', kind: 'certificate', 'd-awarder': 'Harbour Training' }
  const ends = { 'expires-day': '30', 'expires-month': '6', 'expires-year': '2028' }
  assert.match((await amara.session.post(at, base)).text, /Give the last day on which the certificate holds/)
  assert.match(
    (await amara.session.post(at, { ...base, ...ends, 'd-endless': 'yes' })).text,
    /You gave a last day and said that it does not end/,
  )
  const early = {
    'happened-day': '1',
    'happened-month': '7',
    'happened-year': '2026',
    'expires-day': '1',
    'expires-month': '6',
    'expires-year': '2026',
  }
  assert.match((await amara.session.post(at, { ...base, ...early })).text, /It ends before it happened/)
  await amara.session.post(at, { ...base, ...ends })
  const [item] = await itemsOf(amara)
  assert.equal(item?.expiresOn, '2028-06-30')
})

test('Amara says what was needed of her beside a complaint, and it is kept, shown and open to change', async () => {
  const saved = await amara.session.post(paths.evidence(amara.personId), {
    ...filled('heard empathised apologised action outcome'),
    text: 'A customer complained of two bills for one month, and I put it right that day.',
    kind: 'complaint',
    'd-task': 'To find out which bill was right.',
  })
  assert.equal(saved.status, 200, saved.text)
  assert.match(saved.text, /What was needed of you\? To find out which bill was right/)
  const [item] = await itemsOf(amara)
  const change = await amara.session.get(
    `${paths.evidenceItem(amara.personId, item?.evidenceId ?? '')}/change`,
  )
  assert.match(change.html, /name="d-task"[^>]*>To find out which bill was right/)
})

test('Ben chooses the line of a competency nearest to what he saw, and the record keeps its words', async () => {
  const [heat, ear] = [idOf('CS-07'), idOf('CS-01')]
  const anchor = competencies
    .find(({ code }) => code === 'CS-07')
    ?.levels.find(({ level }) => level === 3)?.anchor
  const form = await ben.session.get(`${paths.evidenceNew(amara.personId)}?kind=observation`)
  for (const { levels } of competencies)
    for (const { anchor } of levels) assert.ok(form.text.includes(anchor), anchor)
  assert.match(form.html, /name="d-observer"[^>]*value="Ben Hughes"/)
  const saved = await ben.session.post(paths.evidence(amara.personId), {
    ...filled('observer done'),
    text: 'One call about a bill that had doubled, heard through to its end.',
    kind: 'observation',
    'd-moment': 'When she named the day.',
    competency: [heat, ear],
    [`reason-${heat}`]: '“I am sorry that nobody rang.”',
    [`level-${heat}`]: '3',
    [`reason-${ear}`]: 'She finished the customer’s sentence twice.',
    [`bearing-${ear}`]: 'against',
  })
  assert.equal(saved.status, 200, saved.text)
  const [item] = await itemsOf(amara)
  assert.equal(
    item?.detail.seen,
    `CS-07 Handling complaints | 3 | ${anchor} | “I am sorry that nobody rang.”`,
  )
  assert.equal(item?.detail.moment, 'When she named the day.')
  const linked = new Map(item?.links.map(({ competencyId, ...link }) => [competencyId, link]))
  assert.equal(linked.get(heat)?.reason, '“I am sorry that nobody rang.”')
  assert.equal(linked.get(ear)?.bearing, 'against')
  assert.ok(saved.text.includes(anchor ?? '-'), 'the line is read on the item’s page')
})

test('a score sheet keeps its lines and its total, and a line that cannot be read is named', async () => {
  const at = paths.evidence(amara.personId)
  const sheet = {
    text: 'Two billing calls, checked against the sheet.',
    kind: 'audit',
    'd-sheet': 'Call quality sheet, version 4',
    'd-looked': '2',
    'sheet-item-0': 'Greeting',
    'sheet-got-0': '4',
    'sheet-of-0': '4',
    'sheet-item-2': 'Next step named',
    'sheet-got-2': '3',
    'sheet-of-2': '6',
    'sheet-comment-2': 'Ring me on 07700 900417 was read out',
    'sheet-item-3': 'Hold music',
  }
  const wrong = await ben.session.post(at, { ...sheet, 'sheet-got-2': '7', offered: '07700 900417' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Line 2 got 7 out of 6\. Change one of them\./)
  assert.match(wrong.html, /value="Next step named"/)
  const more = await ben.session.post(at, { ...sheet, do: 'rows' })
  assert.equal((more.html.match(/name="sheet-item-/g) ?? []).length, 12)
  assert.match(more.text, /7 of 10 in 2 lines; 1 line without a score\./)
  const kept = await ben.session.post(at, { ...sheet, offered: '07700 900417', redact: '07700 900417' })
  assert.equal(kept.status, 200, kept.text)
  const [item] = await itemsOf(amara)
  assert.equal(
    item?.detail.lines,
    'Greeting | 4 | 4\nNext step named | 3 | 6 | Ring me on [phone] was read out\nHold music',
  )
  assert.match(kept.text, /7 of 10 in 2 lines; 1 line without a score\. One sheet/)
})
