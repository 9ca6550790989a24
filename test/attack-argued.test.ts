import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { launch } from '../src/app/feedback/feedback.ts'
import { listHistory } from '../src/app/history/history.ts'
import { paths } from '../src/app/paths.ts'
import { roleOf } from '../src/app/roles/roles.ts'
import {
  answerAs,
  type Cast,
  CUSTOMERS,
  LAST_DAY,
  launched,
  levels,
  linkOf,
  linksHandedTo,
  linksOutside,
  openCast,
  planOf,
  versionOn,
} from './feedback-cast.ts'
import { acting, afterwards, anonymously, nominated, outsiders, withMail } from './feedback-round.ts'
import { form, raw } from './requests.ts'
import { addCharacter, addOrganisation, type Character } from './world.ts'

let cast: Cast
/** The round of it. */
let round: string
/** Another world, whose round stays open. */
let other: Cast
let open: string
before(async () => {
  cast = await openCast()
  other = await openCast()
  open = await launched(other)
})

/** Answers a round about Amara: these people, at this level. */
async function answerAll(who: readonly Character[], level: number): Promise<void> {
  for (const one of who) {
    const sent = await answerAs(cast.world.visitor(), await linkOf(one), levels(cast, level))
    assert.match(sent.text, /Thank you|answered/i, sent.text.slice(0, 400))
  }
}

/** A page as it is but for the number of each form. */
const still = (html: string) => html.replace(/name="once" value="[^"]*"/g, '')

/** Everything that somebody may look at about Amara while a round is open. */
const LOOKED_AT = (id: string, round: string) => [
  round,
  paths.feedback(id),
  paths.person(id),
  paths.gaps(id),
  paths.johari(id),
  paths.evidence(id),
  paths.needs(id),
  paths.plan(id),
  paths.account(id),
  paths.team,
  paths.home,
]

test('no page of Amara, Ben or Dana changes by a letter while peers answer, whoever leads by then', async () => {
  const { world, amara, ben, chidi, dana, peers } = cast
  round = await launched(cast)
  const see = async () => {
    const seen: string[] = []
    for (const who of [amara, ben, dana])
      for (const path of LOOKED_AT(amara.personId, round)) {
        const { status, html } = await who.session.get(path)
        seen.push(`${who.person.name} ${path} ${status} ${still(html)}`)
      }
    return seen
  }
  const atFirst = await see()
  const [ellie, farid, grace, hana] = peers
  assert.ok(ellie && farid && grace && hana)
  const [ines] = await linksOutside(cast, round)
  await answerAll([ellie], 1)
  await world.visitor().post(`${await linkOf(farid)}/cannot`)
  await answerAs(world.visitor(), ines ?? '', { ...levels(cast, 5), sign: 'yes' })
  assert.deepEqual(await see(), atFirst)
  await answerAll([grace, hana], 2)

  // Farid leads from now on: he is shown what Ben was, and Ben nothing more.
  const as = {
    name: 'Amara Okafor',
    email: amara.person.email ?? '',
    standings: 'adviser',
    team: 'Northgate',
    assessors: chidi.personId,
  }
  const change = { ...as, leader: farid.personId }
  assert.equal((await dana.session.post(paths.personChange(amara.personId), change)).status, 200)
  const asLeader = await farid.session.get(round)
  assert.equal(asLeader.status, 200)
  assert.doesNotMatch(asLeader.text, /has answered|\d answered|cannot|not yet/i)
  assert.equal((await ben.session.get(round)).status, 403)
  const back = { ...change, leader: ben.personId }
  assert.equal((await dana.session.post(paths.personChange(amara.personId), back)).status, 200)
})

test('somebody asked who leaves, before or after answering, leaves no sign of which', async () => {
  const { world, ben, dana, peers } = cast
  const [, farid, , hana] = peers
  assert.ok(farid && hana)
  for (const one of [farid, hana]) {
    const left = await dana.session.post(`/people/${one.personId}/leaving`)
    assert.match(left.text, /left/)
  }
  const { text } = await ben.session.get(round)
  for (const { person } of [farid, hana]) assert.match(text, new RegExp(person.name))
  await afterwards(world)
  const results = await ben.session.get(round)
  assert.equal(results.status, 200)
  assert.match(results.text, /fewer than 3|most answers|2\.5 or lower|1/i)
  for (const { person } of peers)
    assert.doesNotMatch(results.text, new RegExp(`${person.name} (answered|did not|can)`))
})

test('what a round says, not shared with the assessor, reaches neither him nor the history through a need', async () => {
  const { world, amara, chidi, asked } = cast
  const efua = await world.add({ name: 'Efua Asante', standing: 'quality-assurer' })
  const role = await world.inOrg((tx) => roleOf(tx, amara.personId, world.today))
  const competency = role?.requirements.find(({ competencyId }) => asked.includes(competencyId))?.competencyId
  assert.ok(role && competency)
  const gaps = await amara.session.get(paths.gaps(amara.personId))
  assert.match(gaps.text, /360|peers/i)
  const made = await amara.session.post(paths.gapNeeds(amara.personId), { competency, role: role.roleId })
  assert.equal(made.status, 200)
  const needs = paths.needs(amara.personId)
  for (const who of [chidi, efua]) {
    const list = await who.session.get(needs)
    const [path] = list.html.match(new RegExp(`${needs}/[0-9a-f-]{36}`)) ?? ['']
    assert.ok(path, list.text)
    const { text } = await who.session.get(path)
    assert.doesNotMatch(text, /\d peers|customers \d|blind spot/i)
  }
  const history = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }))
  const need = JSON.stringify(history.find(({ kind }) => kind === 'needs.made'))
  assert.doesNotMatch(need, /peers|customers \d/)
})

test('one rater stays one, however their address is written, and no colleague is a customer', async () => {
  const { world, amara, peers } = cast
  const asCustomers = (...emails: string[]) => ({
    ...planOf(cast, [], []),
    'customers-rows': '1000000',
    act: 'send',
    ...Object.fromEntries(
      emails.flatMap((email, row) => [
        [`customers-${row}-name`, `Customer ${row}`],
        [`customers-${row}-email`, email],
      ]),
    ),
  })
  const three = ['ann@outside.example', 'bo@outside.example']
  const twice = [
    'ann@outside.example',
    'ANN@Outside.Example',
    ' ann@outside.example ',
    'ann@outside.example\u200b',
    'a\u00adnn@outside.example',
    'ａｎｎ@outside.example',
    'ann@outside\uff0eexample',
  ]
  for (const email of twice) {
    const page = await amara.session.post(paths.feedback(amara.personId), asCustomers(...three, email))
    assert.equal(page.status, 422, JSON.stringify(email))
    assert.match(page.text, /is asked twice/, JSON.stringify(email))
  }
  const colleague = peers[0]?.person.email ?? ''
  for (const email of [colleague, colleague.toUpperCase(), `${colleague}\u2060`, amara.person.email ?? '']) {
    const page = await amara.session.post(paths.feedback(amara.personId), asCustomers(...three, email))
    assert.equal(page.status, 422, JSON.stringify(email))
    assert.match(page.text, /choose them among the colleagues/, JSON.stringify(email))
  }
  const refused = await amara.session.post(paths.feedback(amara.personId), {
    ...planOf(cast, []),
    act: 'send',
    'customers-0-email': 'ann@outside.example\r\nBcc: everybody@outside.example',
  })
  assert.equal(refused.status, 422)
  assert.equal(
    (await world.inOrg(({ db }) => db.selectFrom('feedback_round').selectAll().execute())).length,
    1,
  )
})

test('no form lowers the number from which a group is shown', async () => {
  const { world, amara, ben, peers } = cast
  const here = [...peers.filter(({ person }) => !/Farid|Hana/.test(person.name))]
  for (const how of ['1', '2', '0', '-3', 'NaN', 'Infinity', '2.9', '0x1', 'anonymous', '1e0']) {
    const page = await amara.session.post(paths.feedback(amara.personId), {
      ...planOf(cast, here, CUSTOMERS),
      'customers-how': how,
      'peers-how': 'named',
      act: 'send',
    })
    assert.equal(page.status, 422, how)
    assert.match(page.text, /Choose a threshold from 3 to 10/, how)
  }
  const planned = await amara.session.post(paths.feedback(amara.personId), {
    ...planOf(cast, [], CUSTOMERS),
    act: 'send',
  })
  assert.equal(planned.status, 200, planned.text)
  const version = versionOn(await ben.session.get(planned.path))
  const lower = await ben.session.post(`${planned.path}/raters`, {
    ...planOf(cast, [], CUSTOMERS),
    'customers-how': '1',
    reason: 'x',
    version,
  })
  assert.equal(lower.status, 422)
  const tomorrow = { ...LAST_DAY, 'closes-day': '4' }
  const early = await ben.session.post(`${planned.path}/launch`, { version, ...tomorrow })
  assert.equal(early.status, 422, 'a round cannot close tomorrow')
  const day = { ...LAST_DAY, 'closes-day': '20' }
  const open = await ben.session.post(`${planned.path}/launch`, {
    ...planOf(cast, [], CUSTOMERS.slice(0, 2)),
    version,
    ...day,
    'customers-how': '1',
    'peers-how': '1',
    state: 'closed',
  })
  assert.match(open.text, /The round is open/)
  const groups = await world.inOrg(({ db }) =>
    db
      .selectFrom('feedback_group')
      .select(['group_name', 'mode', 'threshold'])
      .where('group_name', 'in', ['peers', 'reports', 'customers'])
      .where('round_id', '=', planned.path.slice(-36))
      .execute(),
  )
  assert.deepEqual(groups, [{ group_name: 'customers', mode: 'anonymous', threshold: 3 }])
})

test('an outsider’s link tells nothing of who works here, and words that look like code stay words', async () => {
  const { world, peers } = other
  const [link = ''] = await linksOutside(other, open)
  const names = peers.map(({ person }) => person.name.split(' ')[0]).join(' and ')
  const probed = await answerAs(world.visitor(), link, {
    ...levels(other, 3),
    keep: `She rang the customer back twice. Peter and ${names} and Quentin`,
  })
  const said = probed.text.replaceAll(names, '')
  for (const { person } of peers)
    assert.doesNotMatch(said, new RegExp(person.name.split(' ')[0] ?? ''), 'a colleague’s name is confirmed')
  const second = (await linksOutside(other, open))[1] ?? ''
  const hint = await answerAs(world.visitor(), second, {
    ...levels(other, 3),
    keep: 'On Monday <img src=x onerror=alert(1)>"\'><script>alert(1)</script> when I was in the meeting',
  })
  assert.doesNotMatch(hint.html, /<img src=x|<script>alert/)
  assert.doesNotMatch(hint.html.match(/<title>.*<\/title>/)?.[0] ?? '', new RegExp(second.slice(10, 20)))
  assert.equal(hint.headers.get('cache-control'), 'no-store')
  assert.equal(hint.headers.get('referrer-policy'), 'same-origin')
  assert.equal(hint.headers.get('x-robots-tag'), 'noindex')
})

test('whoever launches never holds the link of somebody outside who answers without a name, so none can be pinned', async () => {
  const { world, amara, ben, asked } = await openCast()
  const unset = withMail(world)
  const mailed = world.house.mail
  const plan = { ...planOf({ ...cast, asked }, []), act: 'send' }
  const tryLaunch = async (path: string) =>
    ben.session.post(`${path}/launch`, { version: versionOn(await ben.session.get(path)), ...LAST_DAY })
  const later = (await amara.session.post(paths.feedback(amara.personId), plan)).path
  const withoutMail = { configured: false, send: mailed.send }

  // Planned while mail was sent, launched when it no longer is.
  world.house.mail = withoutMail
  const refused = await tryLaunch(later)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /could answer in their place. Ask them by name, or ask whoever runs the server/)

  // Planned and launched without mail.
  const asNew = await amara.session.post(paths.feedback(amara.personId), plan)
  assert.equal(asNew.status, 422)
  assert.match(asNew.text, /could answer in their place/)

  // Launched while mail was sent: when it no longer is, no link falls to Ben.
  world.house.mail = mailed
  assert.match((await tryLaunch(later)).text, /The round is open/)
  world.house.mail = withoutMail
  assert.equal((await linksOutside({ ...cast, world }, later)).length, 3)
  for (const one of [ben, amara]) assert.deepEqual(await linksHandedTo(one, later), [])
  world.setToday('2026-12-02')
  await ben.session.get(later)

  // By name he holds all three and uses two: what the third says stands under their name, and nothing stands together.
  const named = await amara.session.post(paths.feedback(amara.personId), {
    ...plan,
    'customers-how': 'named',
  })
  const open = await ben.session.post(`${named.path}/launch`, {
    version: versionOn(await ben.session.get(named.path)),
    ...LAST_DAY,
    'closes-day': '20',
  })
  assert.match(open.text, /by name .*A link handed over to somebody outside says whether it was used/)
  const [ines = '', jon = '', kira = ''] = await linksHandedTo(ben, named.path)
  const of = { ...cast, asked }
  for (const [link, level] of [
    [ines, 5],
    [jon, 5],
    [kira, 2],
  ] as const) {
    assert.match((await world.visitor().get(link)).text, /You answer by name|It is not/)
    await answerAs(world.visitor(), link, { ...levels(of, level), seen: 'all' })
  }
  world.setToday('2026-12-21')
  const results = await ben.session.get(named.path)
  assert.match(results.text, /2, said by Kira Holm/)
  assert.doesNotMatch(results.text, /3 answers|\(n 3\)/)
  unset()
})

test('links are kept apart by organisation, and a wrong one says nothing but that', async () => {
  const { world, amara } = other
  const elsewhere = await addOrganisation(world.house, 'Quayside Homes')
  const zoe = await addCharacter(world, elsewhere.orgId, { name: 'Zoe Elsewhere', standing: 'administrator' })
  const [link = ''] = await linksOutside(other, open)
  const bytes = Buffer.from(link.replace('/feedback/', ''), 'base64url')
  const org = Buffer.from(elsewhere.orgId.replaceAll('-', ''), 'hex')
  const moved = Buffer.concat([org, bytes.subarray(16)]).toString('base64url')
  const self = Buffer.concat([bytes.subarray(0, 16), bytes.subarray(0, 16), bytes.subarray(32)])
  const texts = new Set<string>()
  for (const token of [
    moved,
    self.toString('base64url'),
    'x',
    '__proto__',
    '..%2f..%2f',
    `${link.slice(10)}=`,
  ]) {
    const page = await world.visitor().get(`/feedback/${token}`)
    assert.equal(page.status, 404, token)
    texts.add(page.text)
    assert.doesNotMatch(page.text, /Amara|Northgate|Larkfield|Quayside/)
  }
  assert.equal(texts.size, 1)
  for (const path of LOOKED_AT(amara.personId, open).slice(0, 9)) {
    const { status } = await zoe.session.get(path)
    assert.equal(status, 404, path)
  }
  const foreign = await raw(world, `${link}/cannot`, form({ x: '1' }, { origin: 'https://evil.example' }))
  assert.equal(foreign.status, 403)
  assert.match((await world.visitor().get(link)).text, /Feedback|Amara/)
})

test('an address that tried many wrong links still opens its own; another header is no other address', async () => {
  const { world } = other
  const link = (await linksOutside(other, open)).at(-1) ?? ''
  const ask = (path: string, n: number) =>
    world.site.request(
      `http://localhost:3000${path}`,
      { headers: { 'x-forwarded-for': `198.51.100.${n}`, 'x-goldthread-client': `198.51.100.${n}` } },
      { incoming: { socket: { remoteAddress: '203.0.113.50' } } },
    )
  const bytes = Buffer.from(link.split('/').at(-1) ?? '', 'base64url')
  const forged = Buffer.concat([bytes.subarray(0, 16), Buffer.alloc(bytes.length - 16, 1)]).toString(
    'base64url',
  )
  const statuses: number[] = []
  for (let n = 0; n < 32; n += 1) statuses.push((await ask(`/feedback/${forged}`, n)).status)
  assert.equal(statuses.at(-1), 429)
  assert.equal((await ask(link, 1)).status, 200, 'somebody else behind the same address is not locked out')
})

test('of two rounds launched at the same moment one is open', async () => {
  const { world, amara, ben } = await openCast()
  const two = { world, amara, ben }
  const groups = (name: string) => [
    anonymously('customers', outsiders(`${name} Ann`, `${name} Bo`, `${name} Cy`)),
  ]
  const rounds = [await nominated(two, groups('One')), await nominated(two, groups('Two'))]
  const actor = await acting(world, ben)
  const outcomes = await Promise.allSettled(
    rounds.map((roundId) =>
      world.inOrg((tx) =>
        launch(
          tx,
          actor,
          { personId: amara.personId, roundId, version: 2, closesOn: '2026-12-01' },
          world.today,
          world.house,
        ),
      ),
    ),
  )
  const open = outcomes.filter((one) => one.status === 'fulfilled' && one.value.ok)
  assert.equal(open.length, 1, JSON.stringify(outcomes))
})
