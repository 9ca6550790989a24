import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type Page, type Session, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { findOrganisation } from '../people/people.ts'
import { saveAssessors } from '../people/store.ts'
import { commands } from './commands.ts'

type Cast = {
  world: World
  ben: Character
  amara: Character
  peers: Character[]
  chidi: Character
  dana: Character
  asked: Id[]
}

const PEERS = ['Ellie Marsh', 'Farid Aziz', 'Grace Lim', 'Hana Sato']
const CUSTOMERS = ['Ines Costa', 'Jon Bell', 'Kira Holm']
const LAST_DAY = { 'closes-day': '1', 'closes-month': '12', 'closes-year': '2026' }

/** Ben's team of Northgate, Amara's assessor and the administrator, in a world of their own. */
async function openCast(): Promise<Cast> {
  const world = await openWorld()
  const add = (name: string, standing: 'adviser' | 'leader' | 'assessor' | 'administrator' = 'adviser') =>
    world.add({ name, standing, team: 'Northgate', leader: standing === 'adviser' ? 'Ben Hughes' : null })
  const ben = await add('Ben Hughes', 'leader')
  const amara = await add('Amara Okafor')
  const peers: Character[] = []
  for (const name of PEERS) peers.push(await add(name))
  const chidi = await add('Chidi Eze', 'assessor')
  const dana = await add('Dana Price', 'administrator')
  const asked = await world.inOrg(async (tx) => {
    await saveAssessors(tx, amara.personId, [chidi.personId])
    return (await listCompetencies(tx)).slice(0, 5).map(({ competencyId }) => competencyId)
  })
  return { world, ben, amara, peers, chidi, dana, asked }
}

const customerFields = (names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name, row) => [
      [`customers-${row}-name`, name],
      [`customers-${row}-email`, `${name.toLowerCase().replace(' ', '.')}@outside.example`],
    ]),
  )

/** What Amara's form holds for a round with these colleagues and customers. */
const planOf = (cast: Cast, peers: readonly Character[], customers: readonly string[] = CUSTOMERS) => ({
  purpose: 'I want to get better at keeping customers told.',
  competencies: cast.asked,
  peers: peers.map(({ personId }) => personId),
  'peers-how': '3',
  'customers-how': '3',
  'customers-rows': '4',
  ...customerFields(customers),
})

const versionOn = ({ html }: Page) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

/** Amara plans and hands over; Ben launches. Answers the round's address. */
async function launched(cast: Cast, peers = cast.peers, closes = LAST_DAY): Promise<string> {
  const { amara, ben } = cast
  const planned = await amara.session.post(paths.feedback(amara.personId), {
    ...planOf(cast, peers),
    act: 'send',
  })
  assert.equal(planned.status, 200, planned.text)
  const open = await ben.session.post(`${planned.path}/launch`, {
    version: versionOn(await ben.session.get(planned.path)),
    ...closes,
  })
  assert.match(open.text, /The round is open/)
  return planned.path
}

/** The address at which a colleague answers, as their own page has it. */
async function linkOf({ personId, session }: Character): Promise<string> {
  const { html } = await session.get(paths.feedback(personId))
  return /href="(\/feedback\/[^"]+)"/.exec(html)?.[1] ?? ''
}

/** The addresses of those outside, as Ben hands them over. */
async function linksOutside(ben: Character, round: string): Promise<string[]> {
  const { html } = await ben.session.get(round)
  return [...html.matchAll(/value="http[^"]*?(\/feedback\/[^"]+)"/g)].map(([, path]) => path ?? '')
}

const levels = (cast: Cast, level: number | 'none') =>
  Object.fromEntries(cast.asked.map((id) => [id, String(level)]))

const USEFUL = 'She rang the customer back at four and told him what came next.'

const answerAs = (visitor: Session, path: string, fields: Record<string, string>) =>
  visitor.post(path, { keep: USEFUL, change: '', seen: '', ...fields })

let cast: Cast
let whole: Cast
let round: string

before(async () => {
  cast = await openCast()
})

test('Amara plans a round and hands it to Ben, who adds somebody with a reason that she sees', async () => {
  const { amara, ben, peers } = cast
  const form = await amara.session.get(paths.feedbackNew(amara.personId))
  for (const name of PEERS) assert.ok(form.text.includes(name), name)
  assert.ok(
    !form.html.includes(`value="${ben.personId}"`),
    'her leader answers by name, and is not nominated',
  )
  const planned = await amara.session.post(paths.feedback(amara.personId), {
    ...planOf(cast, peers.slice(0, 3)),
    act: 'send',
  })
  assert.match(planned.text, /Handed to Ben Hughes/)
  round = planned.path
  const waiting = await ben.session.get(paths.team)
  assert.match(waiting.text, /Launch the round of feedback about Amara Okafor/)
  const seen = await ben.session.get(round)
  const silent = await ben.session.post(`${round}/raters`, {
    ...planOf(cast, peers),
    version: versionOn(seen),
  })
  assert.equal(silent.status, 422)
  assert.match(silent.text, /Say why/)
  assert.ok(silent.html.includes(`value="${peers[3]?.personId}" checked`), 'what he ticked is kept')
  const changed = await ben.session.post(`${round}/raters`, {
    ...planOf(cast, peers),
    version: versionOn(seen),
    reason: 'Hana sat in on the billing calls.',
  })
  assert.match(changed.text, /The list is changed/)
  const told = await amara.session.get(round)
  assert.match(told.text, /Ben Hughes: Added Hana Sato/)
  assert.match(told.text, /Hana sat in on the billing calls/)
})

test('two who change a round at once: the second is told who was first, and keeps what was typed', async () => {
  const { amara, ben, peers } = cast
  const version = versionOn(await ben.session.get(round))
  const typed = { ...planOf(cast, peers.slice(0, 3)), version, reason: 'First' }
  assert.equal((await ben.session.post(`${round}/raters`, typed)).status, 200)
  const late = await ben.session.post(`${round}/raters`, {
    ...planOf(cast, peers),
    version,
    reason: 'Second thoughts',
  })
  assert.equal(late.status, 409)
  assert.match(late.text, /Ben Hughes changed this round/)
  assert.ok(late.html.includes('Second thoughts'))
  assert.match((await amara.session.get(round)).text, /Took Hana Sato out/)
})

test('with two peers Amara is told that nobody could stay anonymous, and nothing she typed is lost', async () => {
  const { amara, peers } = cast
  const page = await amara.session.post(paths.feedback(amara.personId), {
    ...planOf(cast, peers.slice(0, 2)),
    act: 'send',
  })
  assert.equal(page.status, 422)
  assert.match(page.text, /With 2 peers nobody could stay anonymous: ask at least 3, or ask them by name/)
  assert.ok(page.html.includes('keeping customers told'))
  assert.ok(page.html.includes('kira.holm@outside.example'))
  for (const one of peers.slice(0, 2)) assert.ok(page.html.includes(`value="${one.personId}" checked`))
  const more = await amara.session.post(paths.feedback(amara.personId), {
    ...planOf(cast, peers.slice(0, 2)),
    act: 'rows',
  })
  assert.equal((more.html.match(/name="customers-\d+-email"/g) ?? []).length, 8)
  assert.ok(more.html.includes('kira.holm@outside.example'))
})

test('a last day too near is refused beside its field; launched, the round says who is asked and shows nothing', async () => {
  const { ben, amara } = cast
  const version = versionOn(await ben.session.get(round))
  const near = await ben.session.post(`${round}/launch`, {
    version,
    'closes-day': '19',
    'closes-month': '11',
    'closes-year': '2026',
  })
  assert.equal(near.status, 422)
  assert.match(near.text, /Choose a last day from 24 November 2026 to 16 January 2027/)
  assert.ok(near.html.includes('value="19"'))
  assert.equal((await ben.session.post(`${round}/launch`, { version, ...LAST_DAY })).status, 200)
  const open = await amara.session.get(round)
  assert.match(open.text, /Open until the end of Tuesday 1 December 2026/)
  assert.match(open.text, /Ellie Marsh, Farid Aziz and Grace Lim/)
  assert.doesNotMatch(open.text, /Level by level|Held back/)
})

test('somebody asked answers by the link of their own page, without a sign-in, and is told who sees what before anything else', async () => {
  const { world, peers } = cast
  const [ellie] = peers
  assert.ok(ellie)
  assert.match((await ellie.session.get(paths.home)).text, /Give feedback about Amara Okafor/)
  const link = await linkOf(ellie)
  const page = await world.visitor().get(link)
  assert.match(page.text, /No account needed/)
  assert.match(page.text, /You answer as one of 3 peers/)
  assert.ok(page.html.indexOf('How anonymous is it?') < page.html.indexOf('type="radio"'))
  assert.match(page.text, /only where at least 3 of the 3 have answered/)
  const anchors = await world.inOrg(async (tx) => (await listCompetencies(tx))[0]?.levels ?? [])
  for (const { anchor } of anchors) assert.ok(page.text.includes(`“${anchor}”`), anchor)
})

test('a question passed over is named, and everything chosen and written stays', async () => {
  const { world, peers, asked } = cast
  const [ellie] = peers
  assert.ok(ellie)
  const link = await linkOf(ellie)
  const page = await answerAs(world.visitor(), link, { ...levels(cast, 4), [asked[1] ?? '']: '' })
  assert.equal(page.status, 422)
  assert.match(page.text, /Choose a line for question 2/)
  assert.equal((page.html.match(/value="4" checked/g) ?? []).length, 4)
  assert.ok(page.html.includes(USEFUL))
})

test('a useless comment and tell-tale words are each pointed out once before sending, and never stop it', async () => {
  const { world, peers } = cast
  const [ellie] = peers
  assert.ok(ellie)
  const link = await linkOf(ellie)
  const typed = {
    ...levels(cast, 4),
    keep: 'A real team player.',
    change: 'In the huddle she answered for Farid, who then asked nothing more.',
  }
  const page = await answerAs(world.visitor(), link, typed)
  assert.equal(page.status, 200)
  assert.match(page.text, /Your answers are not sent yet/)
  assert.match(page.html, /<div data-useless="keep"><div/)
  assert.match(page.html, /<div data-useless="change" hidden/)
  assert.match(page.text, /“In the huddle” and “Farid” may tell who you are/)
  assert.ok(page.html.includes('A real team player.'))
  assert.match(page.html, /name="seen" value="all"/)
  const sent = await answerAs(world.visitor(), link, { ...typed, seen: 'all' })
  assert.match(sent.text, /Thank you: your answers are in/)
  const again = await world.visitor().get(link)
  assert.match(again.text, /Thank you/)
  assert.doesNotMatch(again.text, /team player|huddle/)
  const twice = await answerAs(world.visitor(), link, { ...typed, ...levels(cast, 1), seen: 'all' })
  assert.match(twice.text, /Thank you/, 'a second answer by the same link is not taken')
  assert.equal(await linkOf(ellie), '', 'nothing waits for Ellie any more')
})

test('who signs is not warned of tell-tale words, and nothing is said of what was said already', async () => {
  const { world, ben } = cast
  const [ines, jon] = await linksOutside(ben, round)
  const typed = { ...levels(cast, 3), keep: 'When I was on the phone she told me what came next.' }
  const warned = await answerAs(world.visitor(), jon ?? '', typed)
  assert.match(warned.text, /not sent yet/)
  assert.match((await answerAs(world.visitor(), ines ?? '', { ...typed, sign: 'yes' })).text, /Thank you/)
})

test('“I can’t answer” is an answer: the link says so and nothing waits', async () => {
  const { world, peers } = cast
  const farid = peers[1]
  assert.ok(farid)
  const link = await linkOf(farid)
  const page = await world.visitor().post(`${link}/cannot`)
  assert.match(page.text, /You said that you can’t answer/)
  assert.match((await world.visitor().get(link)).text, /You said that you can’t answer/)
  assert.equal(await linkOf(farid), '')
})

test('before the last day is over nobody sees anything of an answer, Ben and the administrator included', async () => {
  const { world, amara, ben, chidi, dana } = cast
  world.setToday('2026-12-01')
  for (const { session } of [amara, ben]) {
    const { text } = await session.get(round)
    assert.match(text, /Open until the end of/)
    assert.doesNotMatch(text, /Level by level|Held back|team player|\d+ (have )?answered/)
  }
  assert.equal((await chidi.session.get(round)).status, 404)
  assert.equal((await dana.session.get(round)).status, 403)
})

test('the day after, it closes: too few peers are held back, and the link takes no more', async () => {
  const { world, amara, peers } = cast
  const grace = peers[2]
  assert.ok(grace)
  const link = await linkOf(grace)
  world.setToday('2026-12-02')
  const page = await amara.session.get(round)
  assert.match(page.text, /What others have seen/)
  assert.match(page.text, /Held back: fewer than 3 answered/)
  assert.match(page.text, /3, said by Ines Costa/, 'who signed is shown by name')
  assert.doesNotMatch(page.text, /team player/)
  const late = await world.visitor().get(link)
  assert.equal(late.status, 410)
  assert.match(late.text, /This round has closed/)
})

test('a group that reached its number is shown with words, the leader’s page equals the person’s, and texts are shown', async () => {
  whole = await openCast()
  const { world, amara, ben, peers, chidi, dana } = whole
  const path = await launched(whole)
  const at = (index: number) => levels(whole, [3, 3, 4, 4][index] ?? 3)
  for (const [index, peer] of peers.entries())
    await answerAs(world.visitor(), await linkOf(peer), { ...at(index), keep: `${USEFUL} ${index}` })
  for (const link of (await linksOutside(ben, path)).slice(0, 2))
    await answerAs(world.visitor(), link, levels(whole, 2))
  await answerAs(world.visitor(), await linkOf(amara), { ...levels(whole, 5), keep: '' })
  await answerAs(world.visitor(), await linkOf(ben), { ...levels(whole, 2), keep: '' })
  world.setToday('2026-12-02')
  const own = await amara.session.get(path)
  const led = await ben.session.get(path)
  const shown = ({ text }: Page) =>
    text.slice(text.indexOf('Level by level'), text.indexOf('What to do with it'))
  assert.match(own.text, /Peers About 3.5. 4 answers/)
  assert.match(own.text, /Customers and others outside Held back: fewer than 3 answered/)
  assert.match(own.text, /Self 5 Team leader 2, said by Ben Hughes/)
  for (const index of [0, 1, 2, 3]) assert.ok(own.text.includes(`${USEFUL} ${index}`))
  const tableOf = ({ html }: Page) => html.slice(html.indexOf('<table'), html.indexOf('</table>'))
  assert.ok(tableOf(own).length > 500)
  assert.equal(tableOf(led), tableOf(own))
  const articles = ({ html }: Page) => html.match(/<article class="gap"[\s\S]*?<\/article>/g)
  assert.deepEqual(articles(led), articles(own))
  assert.ok(shown(led).includes(USEFUL))
  assert.equal((await chidi.session.get(path)).status, 404, 'an assessor sees nothing before it is shared')
  assert.equal((await ben.session.post(`${path}/sharing`, { shared: 'yes' })).status, 403)
  assert.match(
    (await amara.session.post(`${path}/sharing`, { shared: 'yes' })).text,
    /Your assessor can read/,
  )
  assert.deepEqual(articles(await chidi.session.get(path)), articles(own))
  assert.equal((await dana.session.get(path)).status, 403, 'an administrator never')
  await amara.session.post(`${path}/sharing`, { shared: 'no' })
  assert.equal((await chidi.session.get(path)).status, 404)
})

test('the command line tells what the person sees, each reading and what is held back, and nobody’s answer', async () => {
  const { world } = whole
  const documents: Record<string, unknown>[] = []
  const [command] = commands
  const org = await world.inOrg((tx) => findOrganisation(tx))
  assert.ok(command && org)
  const run = (person: string) =>
    command.run({
      house: world.house,
      orgId: world.orgId,
      org,
      today: world.today,
      values: { person, json: true },
      positionals: [],
      answer: (document) => documents.push(document as Record<string, unknown>),
      say: () => {},
    })
  assert.equal(await run('amara okafor'), 0)
  const peers = documents.filter(({ group }) => group === 'peers')
  assert.deepEqual(peers[0], {
    person: 'Amara Okafor',
    round: 'F-1',
    closedOn: '2026-12-01',
    competency: peers[0]?.competency,
    group: 'peers',
    anonymous: true,
    n: 4,
    by: null,
    shown: { kind: 'about', level: 3.5 },
    held: null,
  })
  const customers = documents.filter(({ group }) => group === 'customers')
  assert.ok(customers.every(({ held, shown }) => typeof held === 'string' && shown === null))
  assert.ok(!JSON.stringify(documents).includes(USEFUL))
  await assert.rejects(run('Nobody Here'), /nobody here is called Nobody Here/)
})

test('the pages of evidence lead to it, for those who may read it', async () => {
  const { amara, ben } = whole
  for (const { session } of [amara, ben])
    assert.match(
      (await session.get(paths.evidence(amara.personId))).text,
      /1 round closed, the newest after 1 December 2026/,
    )
})

test('Ben begins a round for Amara, who says whom to ask; he cannot choose for her', async () => {
  const { amara, ben, asked } = whole
  const begun = await ben.session.post(paths.feedback(amara.personId), {
    purpose: 'Before the summer peak.',
    competencies: asked,
    act: 'save',
  })
  assert.match(begun.text, /Amara Okafor says whom to ask/)
  assert.doesNotMatch(begun.html, /type="checkbox" id="f-peers/)
  assert.match((await amara.session.get(paths.home)).text, /Say whom to ask for feedback, F-2/)
  const gone = await amara.session.post(begun.path, { act: 'discard' })
  assert.match(gone.text, /The plan is gone/)
})

test('asking some of the same people again is said in words before anybody is asked', async () => {
  const { amara, peers } = whole
  const some = await amara.session.post(paths.feedback(amara.personId), {
    ...planOf(whole, peers.slice(0, 3)),
    act: 'save',
  })
  assert.match(some.text, /The plan is saved/)
  assert.match(some.text, /were among the 4 asked .*1 December 2026.*Ask exactly the same 4 again, or others/)
  const same = await amara.session.post(some.path, {
    ...planOf(whole, peers),
    version: versionOn(some),
    act: 'save',
  })
  assert.doesNotMatch(same.text, /were among the 4 asked/)
})

test('where nobody leads, the person launches', async () => {
  const { world, asked } = cast
  const ola = await world.add({ name: 'Ola Berg', standing: 'adviser', team: null, leader: null })
  const planned = await ola.session.post(paths.feedback(ola.personId), {
    ...planOf(cast, cast.peers),
    competencies: asked,
    act: 'send',
  })
  assert.match(planned.text, /Launch and ask everybody/)
  const open = await ola.session.post(`${planned.path}/launch`, {
    version: versionOn(planned),
    'closes-day': '20',
    'closes-month': '12',
    'closes-year': '2026',
  })
  assert.match(open.text, /The round is open/)
})

test('a link with one letter changed opens nothing; whoever tries many waits', async () => {
  const { world, peers } = cast
  const [ellie] = peers
  assert.ok(ellie)
  const link = await linkOf(ellie)
  assert.match(link, /^\/feedback\/./, 'Ola asks Ellie')
  const wrong = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`
  for (let tried = 0; tried < 30; tried += 1)
    assert.equal((await world.visitor().get(wrong)).status, 404, `try ${tried}`)
  assert.equal((await world.visitor().get(wrong)).status, 429)
})
