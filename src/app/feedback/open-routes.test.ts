import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import {
  answerAs,
  type Cast,
  launched,
  levels,
  linkOf,
  linksOutside,
  openCast,
  USEFUL,
} from '../../../test/feedback-cast.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'

let cast: Cast
let round: string

before(async () => {
  cast = await openCast()
  round = await launched(cast, cast.peers.slice(0, 3))
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
  assert.ok(page.html.indexOf('<h1') < page.html.indexOf('id="problem"'), 'headings in order')
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

test('words that stand in both texts are quoted once', async () => {
  const { world, peers } = cast
  const farid = peers[1]
  assert.ok(farid)
  const typed = {
    ...levels(cast, 4),
    keep: 'In the huddle she asked everybody what had come in.',
    change: 'She could let others speak first. In the huddle she told us all the answers.',
  }
  const page = await answerAs(world.visitor(), await linkOf(farid), typed)
  assert.match(page.text, /as you wrote them\. “In the huddle” may tell who you are/)
})

test('who signs is not warned of tell-tale words, and nothing is said of what was said already', async () => {
  const { world } = cast
  const [ines, jon] = await linksOutside(cast, round)
  const typed = { ...levels(cast, 3), keep: 'When I was on the phone she told me what came next.' }
  const warned = await answerAs(world.visitor(), jon ?? '', typed)
  assert.match(warned.text, /not sent yet/)
  assert.match(warned.text, /The addresses of the 3 were typed in here: one that was made up/)
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

test('a link with one letter changed opens nothing; whoever tries many waits', async () => {
  const { world, peers } = cast
  const [ellie] = peers
  assert.ok(ellie)
  await launched(cast, peers, { 'closes-day': '20', 'closes-month': '12', 'closes-year': '2026' })
  const link = await linkOf(ellie)
  assert.match(link, /^\/feedback\/./)
  const wrong = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`
  for (let tried = 0; tried < 30; tried += 1)
    assert.equal((await world.visitor().get(wrong)).status, 404, `try ${tried}`)
  assert.equal((await world.visitor().get(wrong)).status, 429)
  assert.equal((await world.visitor().get(link)).status, 200, 'a link that works goes on working')
  world.setToday('2026-12-03')
  assert.equal((await world.visitor().get(wrong)).status, 404, 'ten minutes on the server’s clock are over')
  assert.equal((await world.visitor().get(`/feedback/${'A'.repeat(64)}`)).status, 404)
})
