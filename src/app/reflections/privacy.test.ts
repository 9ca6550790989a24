import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { listEvidence } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'

let world: World
let ben: Character
let amara: Character
let competency: string

before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  competency = (await world.inOrg(listCompetencies))[0]?.competencyId ?? ''
})

const CONCEPT = { concept: 'A worry of mine: promises slip because nobody owns them.' }

/** Amara writes an account and keeps it as evidence: the addresses of both. */
async function kept(sharing: string): Promise<{ account: string; evidence: string }> {
  const saved = await amara.session.post(paths.reflections(amara.personId), {
    model: 'kolb',
    ...CONCEPT,
    sharing,
  })
  const item = await amara.session.post(`${saved.path}/evidence`, { competency, reason: 'It shows why.' })
  return { account: saved.path, evidence: item.path }
}
const share = (account: string, version: number, sharing: string) =>
  amara.session.post(account, { version: String(version), ...CONCEPT, sharing })
const benReads = async (path: string) => (await ben.session.get(path)).status
const listed = async () => (await ben.session.get(paths.evidence(amara.personId))).text

test('evidence kept of a shared account is Amara’s alone once the account is, and Ben no longer reads it', async () => {
  const { account, evidence } = await kept('leader')
  assert.equal(await benReads(evidence), 200)
  assert.match(await listed(), /promises slip/)
  await share(account, 1, 'assessor')
  assert.equal(await benReads(evidence), 200)
  await share(account, 2, 'me')
  assert.equal(await benReads(account), 404)
  assert.equal(await benReads(evidence), 404)
  assert.doesNotMatch(await listed(), /promises slip/)
  assert.equal((await amara.session.get(evidence)).status, 200)
})

test('evidence kept of an account for her alone is there for Ben once she shares the account', async () => {
  const { account, evidence } = await kept('me')
  assert.equal(await benReads(evidence), 404)
  await share(account, 1, 'leader')
  assert.equal(await benReads(evidence), 200)
  const items = await world.inOrg((tx) => listEvidence(tx, amara.personId))
  assert.equal(items.length, 1)
})

test('evidence of another account stays as it was', async () => {
  const one = await kept('leader')
  const other = await kept('leader')
  await share(one.account, 1, 'me')
  assert.equal(await benReads(other.evidence), 200)
})

test('a new account is for Amara alone until she chooses otherwise, and a found number is told so', async () => {
  const form = await amara.session.get(paths.reflectionNew(amara.personId, 'kolb'))
  assert.match(form.html, /<input(?=[^>]*name="sharing")(?=[^>]*value="me")(?=[^>]*checked)[^>]*>/)
  const number = { model: 'kolb', concept: 'Ring 07700 900417, because a promise is a promise.' }
  const own = await amara.session.post(paths.reflections(amara.personId), { ...number, sharing: 'me' })
  assert.match(own.text, /take it out before you share the account/)
  const shared = await amara.session.post(paths.reflections(amara.personId), { ...number, sharing: 'leader' })
  assert.match(shared.text, /the account is shared, so others can read it\. Take it out and save/)
})

test('the first button of the form, which Enter presses, saves the account', async () => {
  const { html } = await amara.session.get(paths.reflectionNew(amara.personId, 'kolb'))
  const form = html.slice(html.indexOf('data-keep="reflection"'))
  const [first] = form.match(/<button[^>]*>[^<]*/) ?? []
  assert.match(first ?? '', />Save the account$/)
  assert.doesNotMatch(first ?? '', /name=/)
})
