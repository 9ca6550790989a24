import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'

let world: World
let amara: Character
let ben: Character
let research: string

before(async () => {
  world = await openWorld({ today: '2026-11-17' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  research = paths.careerResearch(amara.personId)
})

const source = (title: string, sharing: string) => ({
  ...{ kind: 'person spoken to', title, address: '', learnt: `What ${title} taught me.`, sharing },
  ...{ 'seen-day': '10', 'seen-month': '11', 'seen-year': '2026' },
  ...{ reliance: 'with care', 'reliance-why': 'One person in one place.' },
})

const WORDS = 'Both say that coaching takes most of the day; only Lucy says what it costs.'
const options = async () =>
  [
    ...(await amara.session.get(research)).html.matchAll(/<option value="([0-9a-f-]{36})">\d+\. ([^<]+)/g),
  ].map(([, noteId = '', title]) => ({ noteId, title }))

/** Two sources of Amara's that assessors may read, compared and kept as evidence. */
async function kept(
  first: string,
  second: string,
): Promise<{ one: string; other: string; evidence: string }> {
  for (const title of [first, second]) await amara.session.post(research, source(title, 'assessor'))
  const all = await options()
  const [one = '', other = ''] = [first, second].map(
    (title) => all.find((each) => each.title === title)?.noteId ?? '',
  )
  return { one, other, evidence: await compared(one, other, WORDS) }
}

async function compared(one: string, other: string, words: string): Promise<string> {
  const page = await amara.session.post(paths.careerSources(amara.personId), { one, other, words })
  const press = /action="([^"]+\/evidence)"/.exec(page.html)?.[1] ?? ''
  return (await amara.session.post(press)).path
}

async function share(note: string, title: string, sharing: string, more: Record<string, string> = {}) {
  const { html } = await amara.session.get(`${research}?note=${note}`)
  const revision = /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''
  return amara.session.post(research, { ...source(title, sharing), note, revision, ...more })
}

const benReads = async (path: string) => (await ben.session.get(path)).status

test('evidence of two sources is Amara’s alone once one of them is, in the same step, and the page says so', async () => {
  const { one, evidence } = await kept('Lucy', 'Careers page')
  assert.equal(await benReads(evidence), 200)
  assert.match(
    (await amara.session.get(`${research}?note=${one}`)).text,
    /evidence made of it follows: only you read it while assessors may not read both/,
  )
  const narrowed = await share(one, 'Lucy', 'me')
  assert.match(narrowed.text, /Saved\. E-1, made of this source, is for your eyes only now/)
  assert.equal(await benReads(evidence), 404)
  assert.doesNotMatch((await ben.session.get(paths.evidence(amara.personId))).text, /Lucy/)
  assert.equal((await amara.session.get(evidence)).status, 200)
  const again = await share(one, 'Lucy', 'assessor')
  assert.match(again.text, /E-1, made of this source, is there again for those who read your evidence/)
  assert.equal(await benReads(evidence), 200)
})

test('evidence of a comparison that she has said anew since follows its sources too', async () => {
  const { one, other, evidence } = await kept('Mo', 'A college')
  const second = await compared(one, other, `${WORDS} I trust Mo on the days.`)
  assert.notEqual(second, evidence)
  const narrowed = await share(other, 'A college', 'leader')
  assert.match(narrowed.text, /E-3 and E-2, made of this source, are for your eyes only now/)
  assert.deepEqual([await benReads(evidence), await benReads(second)], [404, 404])
})

test('it stays hers alone where the other source is not shared, or was taken away', async () => {
  const { one, other, evidence } = await kept('Priya', 'A union')
  await share(one, 'Priya', 'me')
  await share(other, 'A union', 'me')
  await share(one, 'Priya', 'assessor')
  assert.equal(await benReads(evidence), 404, 'the other is hers alone')
  await amara.session.post(paths.careerNoteRemoval(amara.personId, other))
  await share(one, 'Priya', 'me')
  await share(one, 'Priya', 'assessor')
  assert.equal(await benReads(evidence), 404, 'the other was hers alone when it went')
})

test('other words in a source leave who reads the evidence as it is', async () => {
  const { one, evidence } = await kept('Sam', 'A fair')
  const saved = await share(one, 'Sam', 'assessor', { learnt: 'More than I thought.' })
  assert.doesNotMatch(saved.text, /made of this source/)
  assert.equal(await benReads(evidence), 200)
})

test('evidence that Amara hid herself stays hers where a source only gets other words', async () => {
  const { one, evidence } = await kept('Nell', 'A podcast')
  const evidenceId = evidence.split('/').at(-1) ?? ''
  await world.inOrg((tx) =>
    tx.db.updateTable('evidence').set({ private: true }).where('evidence_id', '=', evidenceId).execute(),
  )
  const saved = await share(one, 'Nell', 'assessor', { learnt: 'More than I thought.' })
  assert.doesNotMatch(saved.text, /made of this source/)
  assert.equal(await benReads(evidence), 404)
})
