import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { as, got } from '../../../test/developed.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import { type Competency, listCompetencies } from '../frameworks/frameworks.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { saveAssessors } from '../people/store/people.ts'
import { findNeed, listNeeds, makeNeed } from './assessments.ts'

let world: World
let ben: Character
let amara: Character
let chidi: Character
let soft: Competency
let hard: Competency

before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', team: 'Northgate', standing: 'leader' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  await world.inOrg((tx) => saveAssessors(tx, amara.personId, [chidi.personId]))
  const all = await world.inOrg(listCompetencies)
  const [one, other] = [all.find((each) => each.soft), all.find((each) => !each.soft)]
  assert.ok(one && other)
  soft = one
  hard = other
})

const save = (who: Character, fields: Record<string, string | string[]>) =>
  who.session.post(paths.needs(amara.personId), fields)
const idIn = (path: string): Id => path.split('/').at(-1) ?? ''
const list = async (who: Character) => {
  const viewer = await as(world, who)
  return world.inOrg((tx) => listNeeds(tx, amara.personId, viewer))
}
const versionOf = async (needId: Id) => {
  const viewer = await as(world, amara)
  const need = await world.inOrg((tx) => findNeed(tx, amara.personId, needId, viewer))
  return String(need?.version)
}

/** An objective of Amara's that closes a need, agreed on today, or closed. */
const putObjective = (needId: Id, closedAs: 'met' | 'not met' | null, number: number) =>
  world.inOrg((tx) =>
    tx.db
      .insertInto('objective')
      .values({
        org_id: tx.orgId,
        objective_id: tx.newId(),
        person_id: amara.personId,
        number,
        need_id: needId,
        title: `Ring back ${number}`,
        words: 'Ring back on the day',
        kind: 'professional',
        why: 'The job',
        private: false,
        resources: '',
        success: '',
        serves_aspiration: false,
        state: closedAs ? 'closed' : 'agreed',
        closed_as: closedAs,
        version: 1,
        made_on: world.today,
        agreed_on: world.today,
        agreed_alone: false,
        changed_at: world.now,
        changed_by: amara.personId,
      })
      .execute(),
  )

const CHOIR = { kind: 'personal', title: 'Sing in the choir again', why: 'It keeps me calm on Mondays' }

test('a personal need is shared step by step: with nobody, with Ben, with the assessor too, and back', async () => {
  const { path } = await save(amara, { ...CHOIR, sharing: 'me' })
  const needId = idIn(path)
  const sharing = paths.needSharing(amara.personId, needId)
  await putObjective(needId, null, 1)
  const seenBy = async (who: Character) => {
    const page = await who.session.get(path)
    const listed = (await who.session.get(paths.needs(amara.personId))).text.includes('choir')
    const account = (await who.session.get(paths.account(amara.personId))).text
    assert.match(account, /Ring back 1/, 'the objective itself is shared')
    assert.equal(page.status === 200, listed, `${who.person.name}: page and list agree`)
    return { read: listed, account: account.includes('choir') }
  }
  const share = async (how: string) =>
    amara.session.post(sharing, { sharing: how, version: await versionOf(needId) })
  const [NONE, SEEN] = [
    { read: false, account: false },
    { read: true, account: true },
  ]
  assert.deepEqual([await seenBy(ben), await seenBy(chidi)], [NONE, NONE])
  await share('leader')
  assert.deepEqual([await seenBy(ben), await seenBy(chidi)], [SEEN, NONE])
  const own = await amara.session.get(paths.account(amara.personId))
  assert.doesNotMatch(own.text, /choir/, 'her account can be handed to an assessor')
  await share('assessor')
  assert.deepEqual([await seenBy(ben), await seenBy(chidi)], [SEEN, SEEN])
  await share('me')
  assert.deepEqual([await seenBy(ben), await seenBy(chidi)], [NONE, NONE])
  assert.equal((await ben.session.post(sharing, { sharing: 'leader', version: '1' })).status, 403)
})

test('what was private when it was written is not in the history, however it is shared later', async () => {
  const entries = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }))
  const [made] = entries.filter(({ kind }) => kind === 'needs.made')
  assert.deepEqual(made?.payload, { ref: 'N-1', private: true })
  const unshared = entries.find(({ kind }) => kind === 'needs.unshared')
  assert.deepEqual(unshared?.payload && Object(unshared.payload).after, { ref: 'N-1', private: true })
})

test('a need can be both: it names a competency, is only hers until shared, and says where it came from', async () => {
  const both = {
    kind: 'both',
    competency: soft.competencyId,
    why: 'Calls ask for it and so do my evenings',
    from: 'complaint',
    priority: '1',
  }
  const nameless = await save(amara, { ...both, competency: '', title: 'Calm' })
  assert.match(nameless.text, /Name the competency that your work needs it for/)
  const { text, path } = await save(amara, both)
  assert.match(text, new RegExp(`${soft.title} N-2, a professional and personal need\\.`))
  assert.match(text, /What comes first Now Came from A complaint/)
  assert.equal((await ben.session.get(path)).status, 404)
  const byBen = await world.inOrg(async (tx) =>
    makeNeed(
      tx,
      await as(world, ben),
      { personId: amara.personId, competencyId: soft.competencyId, kind: 'both', why: 'y', evidenceIds: [] },
      world.today,
    ),
  )
  assert.equal(byBen.ok, false)
})

test('“check it first” says what was noticed, keeps what was typed and saves nothing', async () => {
  const typed = {
    kind: 'professional',
    competency: hard.competencyId,
    why: 'I want to lose weight before the holidays',
    do: 'check',
  }
  const before = (await list(amara)).length
  const page = await save(amara, typed)
  assert.match(page.text, /It says “lose weight” and “holidays”, which sounds like life outside work/)
  assert.match(page.text, /Nothing shows it yet/)
  assert.match(page.html, /lose weight before the holidays<\/textarea>/)
  assert.equal((await list(amara)).length, before)
})

test('a list of needs without a soft skill among those for the work says so, until there is one', async () => {
  const kofi = await world.add({ name: 'Kofi Mensah', team: 'Northgate', leader: 'Ben Hughes' })
  const path = paths.needs(kofi.personId)
  const add = (one: Competency) =>
    kofi.session.post(path, { kind: 'professional', competency: one.competencyId, why: 'The work asks' })
  await add(hard)
  assert.match((await kofi.session.get(path)).text, /None of the needs for the work is about a soft skill/)
  assert.match((await kofi.session.get(path)).text, /Every need rests on self-perception alone/)
  await add(soft)
  assert.doesNotMatch((await kofi.session.get(path)).text, /None of the needs for the work/)
})

test('a need that Ben changed while Amara wrote is not written over: she reads who and when', async () => {
  const { path } = await save(amara, { kind: 'professional', competency: hard.competencyId, why: 'Slow' })
  const page = await ben.session.get(paths.needChange(amara.personId, idIn(path)))
  assert.match(page.html, /Slow<\/textarea>/)
  const fields = { kind: 'professional', competency: hard.competencyId, version: '1' }
  const first = await ben.session.post(path, { ...fields, why: 'Slow, seen twice' })
  assert.match(first.text, /The need is changed\. What it said before is kept/)
  const late = await amara.session.post(path, { ...fields, why: 'Slow at month end' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Ben Hughes changed N-\d on 17 November 2026, after you opened it/)
  assert.match(late.text, /As it is now .*Slow, seen twice/)
  assert.match(late.html, /Slow at month end<\/textarea>/)
  const entries = await world.inOrg((tx) => listHistory(tx, { recordId: idIn(path) }))
  const changed = entries.find(({ kind }) => kind === 'needs.changed')
  assert.equal(Object(changed?.payload).before.why, 'Slow')
})

test('Ben changes no need that is personal to Amara, shared or not', async () => {
  const { path } = await save(amara, { ...CHOIR, title: 'Speak up', sharing: 'leader' })
  assert.equal((await ben.session.get(path)).status, 200)
  assert.equal((await ben.session.get(`${path}/change`)).status, 404)
  assert.equal((await ben.session.post(path, { kind: 'professional', why: 'x', version: '1' })).status, 404)
})

test('once its objective is met, a need leads there and offers no new one; closed otherwise, it offers another', async () => {
  const { path } = await save(amara, {
    kind: 'professional',
    competency: soft.competencyId,
    why: 'Rings back',
  })
  assert.match((await amara.session.get(path)).text, /Make an objective/)
  const needId = idIn(path)
  await putObjective(needId, 'not met', 11)
  const notMet = await amara.session.get(path)
  assert.match(notMet.text, /O-11: Ring back 11 Closes this need: closed, not met\..*Make another objective/)
  await putObjective(needId, 'met', 12)
  const met = await amara.session.get(path)
  assert.match(met.text, /O-12: Ring back 12 Closes this need: met\./)
  assert.match(met.text, /Open O-12/)
  assert.doesNotMatch(met.text, /Make an objective|Make another/)
})

test('a need that rests on nothing says so on its page, to whoever reads it', async () => {
  const needId = got(
    await world.inOrg(async (tx) =>
      makeNeed(
        tx,
        await as(world, ben),
        {
          personId: amara.personId,
          competencyId: hard.competencyId,
          kind: 'professional',
          why: 'Seen',
          evidenceIds: [],
        },
        world.today,
      ),
    ),
  )
  assert.match((await ben.session.get(paths.need(amara.personId, needId))).text, /Nothing shows it yet/)
})
