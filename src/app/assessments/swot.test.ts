import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { as, got } from '../../../test/developed.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { saveAssessors } from '../people/store/people.ts'
import { listNeeds } from './assessments.ts'
import { listBoards, writeEntry } from './swot.ts'

let world: World
let ben: Character
let amara: Character
let chidi: Character
let listening: Id

before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', team: 'Northgate', standing: 'leader' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  await world.inOrg((tx) => saveAssessors(tx, amara.personId, [chidi.personId]))
  const found = (await world.inOrg(listCompetencies)).find(({ code }) => code === 'CS-01')
  assert.ok(found)
  listening = found.competencyId
})

const boards = async (who: Character) => {
  const viewer = await as(world, who)
  return world.inOrg((tx) => listBoards(tx, amara.personId, viewer))
}
const newest = async () => {
  const [board] = await boards(amara)
  assert.ok(board)
  return board
}
const add = async (quarter: string, words: string, fields: Record<string, string | string[]> = {}) => {
  const { boardId } = await newest()
  return amara.session.post(paths.swotEntries(amara.personId, boardId), { quarter, words, ...fields })
}
const all = () => paths.swots(amara.personId)

test('Amara begins a SWOT that only she reads, and writes one thing into each quarter', async () => {
  const begun = await amara.session.post(all(), { about: 'Toward team leader' })
  assert.match(begun.text, /SWOT: Toward team leader .*Only you/)
  assert.match(begun.text, /SWOT 1 of Amara Okafor, begun/, 'so that a printed one says whose it is')
  await add('strength', 'I calm angry callers', { competency: listening })
  await add('weakness', 'I close calls without saying the next step', { competency: [listening] })
  await add('opportunity', 'A team leader post falls vacant in spring')
  const page = await add('threat', 'The training budget was cut')
  assert.match(page.text, /I calm angry callers .*The training budget was cut/)
  assert.match(page.text, /2 of 4 lean on nothing yet/)
  const empty = await add('weakness', '')
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Write what it is, in a line/)
})

test('nobody else finds it, by its page, its list or its address, until she shares it with them', async () => {
  const { boardId } = await newest()
  const path = paths.swot(amara.personId, boardId)
  for (const who of [ben, chidi]) {
    assert.equal((await who.session.get(path)).status, 404, who.person.name)
    assert.match((await who.session.get(all())).text, /No SWOT is shared with you/)
    assert.deepEqual(await boards(who), [])
  }
  const history = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }))
  assert.doesNotMatch(JSON.stringify(history), /angry callers|team leader post/)
  await amara.session.post(paths.swotSharing(amara.personId, boardId), { sharing: 'leader' })
  assert.match((await ben.session.get(path)).text, /I calm angry callers/)
  assert.equal((await chidi.session.get(path)).status, 404, 'her assessor is not her leader')
  assert.equal((await ben.session.post(paths.swotEntries(amara.personId, boardId), {})).status, 403)
  await amara.session.post(paths.swotSharing(amara.personId, boardId), { sharing: 'assessor' })
  assert.match((await chidi.session.get(path)).text, /I calm angry callers/)
  await amara.session.post(paths.swotSharing(amara.personId, boardId), { sharing: 'me' })
  assert.equal((await ben.session.get(path)).status, 404, 'she can take it back')
})

test('herself under opportunities gets a hint that names the words, and is saved all the same', async () => {
  const page = await add('opportunity', 'I could become more confident on the phone')
  assert.equal(page.status, 200)
  assert.match(
    page.text,
    /A look again It says “I” and “confident”, so it speaks of yourself\. Opportunities are around you/,
  )
  assert.equal((await newest()).entries.length, 5)
})

test('an entry that is changed keeps what it said, and one changed in another window is not written over', async () => {
  const board = await newest()
  const entry = board.entries.find(({ words }) => words === 'The training budget was cut')
  assert.ok(entry)
  const fields = { quarter: 'threat', entry: entry.entryId, revision: String(entry.revision) }
  const path = paths.swotEntries(amara.personId, board.boardId)
  const changed = await amara.session.post(path, { ...fields, words: 'The training budget was halved' })
  assert.match(
    changed.text,
    /What it said before \(1\) 17 November 2026, threat: The training budget was cut/,
  )
  const late = await amara.session.post(path, { ...fields, words: 'There is no budget' })
  assert.equal(late.status, 409)
  assert.match(late.html, /There is no budget<\/textarea>/, 'what she typed is kept')
  assert.match(late.text, /The training budget was halved/)
})

test('one press makes a need of a weakness with its words and competency; of a private board it stays private', async () => {
  const board = await newest()
  const weakness = board.entries.find(({ quarter }) => quarter === 'weakness')
  assert.ok(weakness)
  const path = paths.swotEntryNeed(amara.personId, board.boardId, weakness.entryId)
  const form = await amara.session.post(path)
  assert.match(form.text, /It is a need now, which only you see/)
  assert.match(form.html, /A weakness on my SWOT: I close calls without saying the next step/)
  await amara.session.post(path)
  const viewer = await as(world, amara)
  const needs = await world.inOrg((tx) => listNeeds(tx, amara.personId, viewer))
  assert.deepEqual(
    needs.map(({ kind, title, competencyId, sharing }) => [kind, title, competencyId, sharing]),
    [['both', 'I close calls without saying the next step', listening, 'me']],
    'once, and carried',
  )
  const leader = await as(world, ben)
  assert.deepEqual(await world.inOrg((tx) => listNeeds(tx, amara.personId, leader)), [])
  assert.match((await amara.session.get(paths.swot(amara.personId, board.boardId))).text, /On thread N-1/)
  const strength = board.entries.find(({ quarter }) => quarter === 'strength')
  const none = paths.swotEntryNeed(amara.personId, board.boardId, strength?.entryId ?? '')
  assert.equal((await amara.session.post(none)).status, 422)
})

test('the gap row shows what her SWOT says of the competency, and leads there', async () => {
  const { text, html } = await amara.session.get(paths.gaps(amara.personId))
  assert.match(text, /Strength : I calm angry callers/)
  assert.match(html, /swot\?competency=/)
  const page = await amara.session.get(paths.swots(amara.personId, listening))
  assert.match(page.html, /value="weakness"[^>]*checked/)
  assert.match(page.html, new RegExp(`value="${listening}"[^>]*checked`))
  assert.doesNotMatch((await ben.session.get(paths.gaps(amara.personId))).text, /I calm angry callers/)
})

test('a new one begins with what stands on this one, which stays as it was and can be read', async () => {
  const before = await newest()
  world.setToday('2027-02-10')
  await amara.session.post(all(), { about: '2027', carry: 'yes', from: before.boardId })
  const after = await newest()
  assert.deepEqual([after.number, after.begunFrom, after.sharing], [2, 1, 'me'])
  assert.deepEqual(
    after.entries.map(({ words }) => words),
    before.entries.map(({ words }) => words),
  )
  const [first] = after.entries
  assert.ok(first)
  const removal = paths.swotEntryRemoval(amara.personId, after.boardId, first.entryId)
  assert.match((await amara.session.post(removal)).text, /Taken off/)
  const [now, old] = await boards(amara)
  assert.deepEqual([now?.entries.length, now?.gone, old?.entries.length], [4, 1, 5])
  const page = await amara.session.get(paths.swot(amara.personId, before.boardId))
  assert.match(page.text, /This one stays as it was when SWOT 2 began/)
  assert.doesNotMatch(page.text, /Write an entry/)
  const viewer = await as(world, amara)
  const asked = { quarter: 'threat' as const, words: 'Late', evidenceIds: [], competencyIds: [], needIds: [] }
  const which = { personId: amara.personId, boardId: before.boardId, entryId: null, revision: null }
  const late = await world.inOrg((tx) => writeEntry(tx, viewer, { ...asked, ...which }, world.today))
  assert.equal(late.ok, false)
})

test('links to what is not hers are left out', async () => {
  const { boardId } = await newest()
  const viewer = await as(world, amara)
  const stray = ['0190aaaa-0000-7000-8000-00000000dead']
  const links = { evidenceIds: stray, competencyIds: stray, needIds: stray }
  const asked = { personId: amara.personId, boardId, entryId: null, revision: null }
  got(
    await world.inOrg((tx) =>
      writeEntry(tx, viewer, { ...asked, ...links, quarter: 'threat', words: 'Stray' }, world.today),
    ),
  )
  const entry = (await newest()).entries.find(({ words }) => words === 'Stray')
  assert.deepEqual([entry?.evidenceIds, entry?.competencyIds, entry?.needIds], [[], [], []])
})
