// Over 400 lines: one round told in order, from the first rating to the next round; each test stands on those before it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Actor } from '../../kernel/actor.ts'
import { addEvidence } from '../evidence/evidence.ts'
import { type Competency, listCompetencies } from '../frameworks/frameworks.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { actorOf } from '../people/people.ts'
import { findRole, listRoles, roleOf } from '../roles/roles.ts'
import { gapsOf, listAssessments, listNeeds, makeNeed } from './assessments.ts'

const world = await openWorld()
const ben = await world.add({ name: 'Ben Hughes', team: 'Northgate', standing: 'leader' })
const amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
const kofi = await world.add({ name: 'Kofi Mensah', team: 'Northgate', leader: 'Ben Hughes' })

const as = async (who: Character, at: World = world): Promise<Actor> => {
  const found = await at.inOrg((tx) => actorOf(tx, who.personId))
  assert.ok(found)
  return found.actor
}

/** What the role of a person asks, in the order of the pages. */
const askedOf = async (who: Character, at: World = world): Promise<Competency[]> => {
  const role = await at.inOrg((tx) => roleOf(tx, who.personId, at.today))
  const all = await at.inOrg(listCompetencies)
  return all.filter((each) => role?.requirements.some((one) => one.competencyId === each.competencyId))
}

const competency = async (code: string, at: World = world): Promise<Competency> => {
  const found = (await at.inOrg(listCompetencies)).find((each) => each.code === code)
  assert.ok(found)
  return found
}

/** Begins a pass, by the page, and answers its address. */
const begin = async (who: Character, about: Character, at: World = world) => {
  const { path, status } = await who.session.post(paths.assessments(about.personId))
  assert.equal(status, 200, `${who.person.name} begins at ${at.today}`)
  return path
}

/** Rates all competencies of a pass, all at one level but those named by code, and hands it in. */
const handInAll = async (
  who: Character,
  about: Character,
  path: string,
  level: number,
  named: Record<string, { level?: number; did?: string }> = {},
  at: World = world,
) => {
  const asked = await askedOf(about, at)
  for (const [index, each] of asked.entries()) {
    const own = named[each.code]
    const fields: Record<string, string> = {
      competency: each.competencyId,
      level: String(own?.level ?? level),
      ...(own?.did
        ? { when: 'Friday', who: 'a customer', did: own.did, followed: 'it stayed closed' }
        : { none: 'yes' }),
      go: index === asked.length - 1 ? 'in' : 'next',
    }
    const { status, text } = await who.session.post(path, fields)
    assert.equal(status, 200, `${each.title}: ${text.slice(0, 600)}`)
  }
}

const SELF_WORDS = 'I promised a call back on Friday and made it'
const BEN_WORDS = 'She left the customer waiting without a word'

test('Amara rates herself one competency at a time, stops when she likes, and hands in when all are rated', async () => {
  const path = await begin(amara, amara)
  const asked = await askedOf(amara)
  const [first, second] = asked
  assert.ok(first && second)
  const page = await amara.session.get(path)
  assert.match(page.text, /Where do you stand in your role\?/)
  assert.match(page.text, new RegExp(`0 of ${asked.length} rated`))
  assert.doesNotMatch(page.text, /Your role needs this/, 'the level needed is not shown before she chooses')
  const saved = await amara.session.post(path, { competency: first.competencyId, level: '3', go: 'stop' })
  assert.match(saved.text, /Saved\. Go on whenever you like/)
  const again = await amara.session.get(`${path}?competency=${first.competencyId}`)
  assert.match(again.text, /Your role needs this/)
  const beside = await amara.session.get(`${path}?competency=${second.competencyId}`)
  assert.match(beside.text, /1 Listening and questioning 3, nothing shows it yet/)
  const early = await amara.session.post(path, { competency: first.competencyId, level: '3', go: 'in' })
  assert.equal(early.status, 422)
  assert.match(early.text, new RegExp(`${asked.length} competencies to go`))
  const both = await amara.session.post(path, {
    competency: first.competencyId,
    level: '3',
    none: 'yes',
    did: 'I rang back',
    go: 'next',
  })
  assert.equal(both.status, 422)
  assert.match(both.text, /You ticked “No example yet” and gave one too/)
  assert.match(both.html, /I rang back<\/textarea>/, 'what she typed is kept')
  const general = { when: 'usually', who: 'customers', did: 'I am polite', followed: 'they like it' }
  const hinted = await amara.session.post(path, {
    competency: first.competencyId,
    level: '3',
    ...general,
    go: 'stop',
  })
  assert.match(hinted.text, /Saved.* The example reads as general/)
  const shown = await amara.session.get(`${path}?competency=${first.competencyId}`)
  assert.match(
    shown.text,
    /reads as how you are, more than as one time\. It says “usually” and “i am polite”/,
  )
  await handInAll(amara, amara, path, 3, { 'CS-07': { level: 4, did: SELF_WORDS } })
  const locked = await amara.session.get(path)
  assert.match(locked.text, /Your pass is in and locked/)
  const late = await amara.session.post(path, {
    competency: first.competencyId,
    level: '5',
    none: 'yes',
    go: 'stop',
  })
  assert.equal(late.status, 422)
  assert.match(late.text, /A new opinion is a new assessment/)
})

test('Ben’s pass is blind: no page and no door shows either side the other’s until both are in', async () => {
  const [self] = (await world.inOrg(async (tx) => listAssessments(tx, amara.personId, await as(amara)))) ?? []
  assert.ok(self)
  const seenByBen = await world.inOrg(async (tx) => listAssessments(tx, amara.personId, await as(ben)))
  assert.deepEqual(
    seenByBen.map(({ pass, state, withheld, ratings }) => [pass, state, withheld, ratings]),
    [['self', 'in', true, []]],
  )
  const pages = [
    paths.assessments(amara.personId),
    paths.assessment(amara.personId, self.assessmentId),
    paths.gaps(amara.personId),
    paths.needs(amara.personId),
  ]
  for (const path of pages) {
    const { status, text } = await ben.session.get(path)
    assert.equal(status, 200, path)
    assert.doesNotMatch(text, new RegExp(SELF_WORDS), path)
    assert.doesNotMatch(text, /own level is \d/, path)
  }
  const measured = await world.inOrg(async (tx) => gapsOf(tx, amara.personId, world.today, await as(ben)))
  assert.ok(measured?.gaps.every(({ levels, selfOnly }) => levels.length === 0 && !selfOnly))

  const path = await begin(ben, amara)
  await handInHalf(path)
  const [, leader] = await world.inOrg(async (tx) => listAssessments(tx, amara.personId, await as(amara)))
  assert.deepEqual([leader?.pass, leader?.withheld, leader?.ratings], ['leader', true, []])
  for (const each of [...pages, path]) {
    const { text } = await amara.session.get(each)
    assert.doesNotMatch(text, new RegExp(BEN_WORDS), each)
    assert.doesNotMatch(text, /Ben Hughes sees \d/, each)
  }
  assert.equal(
    (await amara.session.post(path, { level: '5', go: 'stop' })).status,
    422,
    'nor may she write in it',
  )
  const told = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }, 500))
  const content = JSON.stringify(told.map(({ payload }) => payload))
  assert.ok(!content.includes(SELF_WORDS) && !content.includes(BEN_WORDS), 'the history gives nothing away')

  await handInAll(ben, amara, path, 3, { 'CS-07': { level: 3, did: BEN_WORDS }, 'CS-01': { level: 4 } })
  const open = await amara.session.get(path)
  assert.match(open.text, new RegExp(`${SELF_WORDS}.*${BEN_WORDS}`))
  assert.match((await ben.session.get(path)).text, new RegExp(`${SELF_WORDS}.*${BEN_WORDS}`))
  const now = JSON.stringify(await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }, 500)))
  assert.ok(now.includes(SELF_WORDS) && now.includes(BEN_WORDS))
})

async function handInHalf(path: string) {
  const complaints = await competency('CS-07')
  await ben.session.post(path, {
    competency: complaints.competencyId,
    level: '3',
    when: 'Friday',
    who: 'a customer',
    did: BEN_WORDS,
    followed: 'she rang again',
    go: 'stop',
  })
}

test('a colleague may read none of it', async () => {
  for (const path of [
    paths.gaps(amara.personId),
    paths.assessments(amara.personId),
    paths.needs(amara.personId),
  ])
    assert.equal((await kofi.session.get(path)).status, 403, path)
})

test('Ben writes down what both agreed as a third record; neither pass changes, and it is locked', async () => {
  const [self] = await world.inOrg(async (tx) => listAssessments(tx, amara.personId, await as(ben)))
  assert.ok(self)
  const complaints = await competency('CS-07')
  const listening = await competency('CS-01')
  const path = paths.agreement(amara.personId, self.assessmentId)
  const fields = {
    [`level-${complaints.competencyId}`]: '3',
    [`note-${complaints.competencyId}`]: 'Keeps promises, not yet to the end',
    [`level-${listening.competencyId}`]: '4',
  }
  assert.equal((await amara.session.post(path, { ...fields, go: 'finish', together: 'yes' })).status, 403)
  const alone = await ben.session.post(path, { ...fields, go: 'finish' })
  assert.equal(alone.status, 422)
  assert.match(alone.text, /Say that you and Amara Okafor agreed these levels together/)
  assert.match(alone.html, /value="Keeps promises, not yet to the end"/)
  await ben.session.post(path, { ...fields, go: 'save' })
  const half = await amara.session.get(paths.assessment(amara.personId, self.assessmentId))
  assert.doesNotMatch(half.text, /Keeps promises/, 'a half-written agreement stays with Ben')
  const before = await world.inOrg(async (tx) => listAssessments(tx, amara.personId, await as(ben)))
  const agreed = await ben.session.post(path, { ...fields, go: 'finish', together: 'yes' })
  assert.match(agreed.text, /The levels agreed with Amara Okafor are recorded/)
  const after = await world.inOrg(async (tx) => listAssessments(tx, amara.personId, await as(amara)))
  for (const pass of ['self', 'leader'])
    assert.deepEqual(
      after.find((each) => each.pass === pass),
      before.find((each) => each.pass === pass),
    )
  assert.equal(after.find(({ pass }) => pass === 'agreed')?.state, 'in')
  assert.equal((await ben.session.post(path, { ...fields, go: 'finish', together: 'yes' })).status, 422)
  await assert.rejects(
    world.inOrg((tx) =>
      tx.db
        .updateTable('assessment_rating')
        .set({ level: 5 })
        .where('org_id', '=', tx.orgId)
        .where('assessment_id', '=', self.assessmentId)
        .execute(),
    ),
    /This pass is in and cannot be changed/,
  )
})

test('the gaps show every source beside the level needed, the blind spot and the hidden strength', async () => {
  const complaints = await competency('CS-07')
  await world.inOrg(async (tx) => {
    const item = { personId: amara.personId, kind: 'observation' as const, happenedOn: '2025-09-11' }
    const detail = {
      observer: 'Ben Hughes, team leader',
      done: 'Wrote nothing down',
      said: '“I’ll ring you”',
    }
    const link = {
      competencyId: complaints.competencyId,
      reason: 'She left it open',
      bearing: 'against' as const,
    }
    const added = await addEvidence(
      tx,
      await as(ben),
      { ...item, text: 'Promised to ring back, and did not', detail, declared: true, links: [link] },
      world.today,
    )
    assert.ok(added.ok, JSON.stringify(added))
  })
  const measured = await world.inOrg(async (tx) => gapsOf(tx, amara.personId, world.today, await as(amara)))
  const gap = measured?.gaps.find((each) => each.competency.code === 'CS-07')
  assert.ok(measured && gap)
  assert.equal(measured.gaps[0], gap, 'the heaviest comes first')
  assert.deepEqual(
    gap.levels.map(({ source, level, by }) => [source, level, by]),
    [
      ['self', 4, 'Amara Okafor'],
      ['leader', 3, 'Ben Hughes'],
      ['agreed', 3, 'Ben Hughes'],
    ],
  )
  assert.deepEqual([gap.short, gap.state, gap.blindSpot], [1, 'short', true])
  assert.deepEqual([gap.for.length, gap.against.length, gap.oldest], [0, 1, '2025-09-11'])
  assert.ok(gap.missing.includes('The customer’s own words.'))
  assert.ok(!gap.missing.some((lack) => /watched/.test(lack)), 'Ben has watched it')
  const { text } = await amara.session.get(paths.gaps(amara.personId))
  assert.match(text, /Handling complaints 1 level short Blind spot/)
  assert.match(text, /You rate yourself 4\. Ben Hughes sees 3\./)
  assert.match(text, /Against Observation E-1 : Promised to ring back, and did not\./)
  assert.match(text, /Oldest item 11 September 2025, 14 months ago/)
  assert.match(text, /Listening and questioning level met Hidden strength/)
  assert.match(text, /Handling complaints 4 3 4 3 – –/)
})

test('one click makes a need of a gap, with its reason and evidence, once', async () => {
  const complaints = await competency('CS-07')
  const path = paths.gapNeeds(amara.personId)
  await amara.session.post(path, { competency: complaints.competencyId })
  await amara.session.post(path, { competency: complaints.competencyId })
  const needs = await world.inOrg(async (tx) => listNeeds(tx, amara.personId, await as(ben)))
  assert.equal(needs.length, 1)
  const [need] = needs
  assert.ok(need)
  assert.deepEqual(
    [need.ref, need.kind, need.title, need.private, need.evidenceIds.length],
    ['N-1', 'professional', 'Handling complaints', false, 1],
  )
  assert.match(need.why, /Customer service adviser needs level 4; 3 is agreed\. A blind spot/)
  assert.match(
    (await amara.session.get(paths.gaps(amara.personId))).text,
    /On thread N-1 .* Make an objective/,
  )
  const page = await ben.session.get(paths.need(amara.personId, need.needId))
  assert.match(page.text, /Handling complaints N-1, a professional need of Amara Okafor\./)
  assert.match(page.text, /Observation E-1/)
})

test('a personal need is only Amara’s, and neither Ben nor its address gives it away', async () => {
  const path = paths.needs(amara.personId)
  const fields = {
    kind: 'personal',
    title: 'Sing in the choir again',
    why: 'It keeps me calm',
    sharing: 'me',
  }
  const made = await amara.session.post(path, fields)
  assert.match(made.text, /Sing in the choir again N-2, a personal need\./)
  assert.match(made.text, /Personal Only you/)
  assert.doesNotMatch((await ben.session.get(path)).text, /choir/)
  assert.equal((await ben.session.get(made.path)).status, 404)
  const refused = await amara.session.post(path, { title: '', why: '' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Say whether it is professional, personal or both.*Say in a few words.*Say why/)
  const unnamed = await amara.session.post(path, {
    kind: 'professional',
    title: 'Calm',
    why: 'Calls are loud',
  })
  assert.match(unnamed.text, /Name the competency that your work needs it for/)
  const byBen = await world.inOrg(async (tx) =>
    makeNeed(
      tx,
      await as(ben),
      {
        personId: amara.personId,
        competencyId: null,
        title: 'x',
        kind: 'personal',
        why: 'y',
        evidenceIds: [],
      },
      world.today,
    ),
  )
  assert.equal(byBen.ok, false)
})

test('a new round keeps the one before and its version of the role, and asks what has changed', async () => {
  world.setToday('2027-02-10')
  const path = await begin(amara, amara)
  const complaints = await competency('CS-07')
  const { text } = await amara.session.get(`${path}?competency=${complaints.competencyId}`)
  assert.match(text, /What has changed since 17 November 2026\? You rated yourself 4 then\./)
  await handInAll(amara, amara, path, 4)
  const trend = await amara.session.get(paths.assessments(amara.personId))
  assert.match(trend.text, /Handling complaints 4, 3, 3 4, –, –/)
  const measured = await world.inOrg(async (tx) => gapsOf(tx, amara.personId, world.today, await as(ben)))
  const gap = measured?.gaps.find((each) => each.competency.code === 'CS-07')
  assert.deepEqual(
    gap?.levels.map(({ source, level, on }) => [source, level, on]),
    [
      ['self', 4, '2026-11-17'],
      ['leader', 3, '2026-11-17'],
      ['agreed', 3, '2026-11-17'],
    ],
    'Ben still sees what was open, not the new blind pass',
  )
  const own = await world.inOrg(async (tx) => gapsOf(tx, amara.personId, world.today, await as(amara)))
  const listening = own?.gaps.find((each) => each.competency.code === 'CS-01')
  assert.deepEqual(
    [listening?.levels[0]?.level, listening?.hiddenStrength],
    [3, true],
    'a pass of now is not set against one of three months ago',
  )
  assert.match(
    (await amara.session.get(paths.gaps(amara.personId))).text,
    /Round 2: your pass is in, and the other one is not yet\. The levels below are those of round 1/,
  )
})

test('Amara measures herself against a role she does not hold', async () => {
  const target = (await world.inOrg(listRoles)).find(({ title }) => title === 'Team leader')
  assert.ok(target)
  const { text, status } = await amara.session.get(`${paths.gaps(amara.personId)}?role=${target.roleId}`)
  assert.equal(status, 200)
  assert.match(text, /Gaps against Team leader/)
  assert.match(text, /6 not rated/)
  assert.match(text, /not yet rated .* Assess it/)
  assert.equal((await amara.session.get(`${paths.gaps(amara.personId)}?role=nobody`)).status, 404)
  const profile = await world.inOrg((tx) => findRole(tx, target.roleId))
  const measured = await world.inOrg(async (tx) =>
    gapsOf(tx, amara.personId, world.today, await as(amara), target.roleId),
  )
  assert.equal(measured?.gaps.length, profile?.requirements.length)
})

test('a person alone is told what is missing, and their gaps say “self only” aloud', async () => {
  const alone = await openWorld({ kind: 'me', name: 'Just Priya' })
  const priya = await alone.add({ name: 'Priya Nair' })
  const path = await begin(priya, priya, alone)
  assert.match((await priya.session.get(path)).text, /Nobody leads you yet, so a level cannot be agreed/)
  await handInAll(priya, priya, path, 3, {}, alone)
  const { text } = await priya.session.get(paths.gaps(priya.personId))
  assert.match(text, /Nobody leads you yet/)
  assert.match(text, /Handling complaints not yet agreed Self only/)
  const complaints = await competency('CS-07', alone)
  const customer = {
    personId: priya.personId,
    kind: 'compliment' as const,
    text: '“You rang when you said”',
    happenedOn: '2026-11-13',
    detail: { giver: 'A customer', quote: 'You rang when you said' },
    declared: true,
    links: [{ competencyId: complaints.competencyId, reason: 'Kept a promise', bearing: 'for' as const }],
  }
  const kept = await alone.inOrg(async (tx) => addEvidence(tx, await as(priya, alone), customer, alone.today))
  assert.ok(kept.ok, JSON.stringify(kept))
  const measured = await alone.inOrg(async (tx) =>
    gapsOf(tx, priya.personId, alone.today, await as(priya, alone)),
  )
  const selfOnly = new Map(measured?.gaps.map((gap) => [gap.competency.code, gap.selfOnly]))
  assert.equal(selfOnly.get('CS-07'), false, 'a customer has said something')
  assert.equal(selfOnly.get('CS-01'), true)
})
