import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { loadPack } from '../src/app/occupations/packs.ts'
import { paths } from '../src/app/paths.ts'
import { listRoles, type RoleProfile } from '../src/app/roles/roles.ts'
import { idIn } from './battlefield.ts'
import { crawl } from './fuzzing.ts'
import { type Character, openWorld, type World } from './world.ts'

let world: World
let amara: Character
let ben: Character
let dana: Character
let roles: readonly RoleProfile[]

const at = (tail: string) => `/people/${amara.personId}/career/${tail}`
const EVIL = `<script>alert(1)</script><img src=x onerror=alert(2)>"'><svg/onload=alert(3)>`
const JS = 'javascript:alert(document.domain)'

const ADVERT = `${EVIL}
You will coach a team of six and give feedback after each shift ${EVIL}.
You calm angry guests and put complaints right on the spot.`

const note = (more: Record<string, string> = {}) => ({
  kind: 'job advert',
  title: EVIL,
  address: JS,
  learnt: EVIL,
  reliance: 'with care',
  'reliance-why': EVIL,
  sharing: 'leader',
  'seen-day': '10',
  'seen-month': '11',
  'seen-year': '2026',
  ...more,
})

/** Nothing of the page runs what somebody wrote, and no link does. */
function harmless(html: string, where: string): void {
  assert.doesNotMatch(html, /<script>alert|<img src=x|<svg\/onload/, where)
  assert.doesNotMatch(html, /(?:href|src|action)="\s*(?:javascript|data|vbscript):(?!image)/i, where)
}

before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  await world.inOrg((tx) => loadPack(tx, dana.actor, 'retail'))
  roles = await world.inOrg((tx) => listRoles(tx))
})

test('what Amara writes of her way is text on every page that shows it, and no address of it is a link that runs', async () => {
  const advert = { title: EVIL.slice(0, 100), source: EVIL, sector: EVIL.slice(0, 80), advert: ADVERT }
  for (const address of [JS, 'data:text/html,x.y', ' javascript:a.b', 'https://', '//evil.example'])
    assert.equal((await amara.session.post(at('adverts'), { ...advert, address })).status, 422, address)
  const address = `https://evil.example/"onmouseover="alert(4)${EVIL.replaceAll(' ', '')}`
  const kept = await amara.session.post(at('adverts'), { ...advert, address })
  assert.equal(kept.status, 200, kept.text.slice(0, 500))
  const targetId = idIn(kept.path)
  const names = [...kept.html.matchAll(/name="level-([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '')
  const asks = Object.fromEntries(names.map((id) => [`level-${id}`, '5']))
  const said = { revision: '1', title: EVIL.slice(0, 100), responsibility: '9', sharing: 'leader', ...asks }
  assert.equal((await amara.session.post(kept.path, said)).status, 200)
  const aim = { role: targetId, aspiration: EVIL, why: EVIL }
  assert.equal((await amara.session.post(at('target'), aim)).status, 200)
  for (const more of [
    { title: EVIL, address: JS },
    { title: `${EVIL} 2`, address: `https://evil.example/${EVIL}` },
  ])
    assert.equal((await amara.session.post(at('research'), note(more))).status, 200)
  const compared = await amara.session.post(at('comparisons'), {
    role: [targetId, roles[0]?.roleId ?? ''],
    suits: targetId,
    why: EVIL,
    progression: EVIL,
    sharing: 'leader',
  })
  assert.equal(compared.status, 200)
  const starts = ['', 'target', 'research', 'comparisons', 'adverts', `interview?role=${targetId}`]
  const from = [...starts.map(at), at(`roles/${targetId}`), `${at('')}?role=${targetId}`, compared.path]
  for (const who of [amara, ben])
    for (const path of [...from, kept.path, `/people/${amara.personId}/plan`, `/people/${amara.personId}`])
      harmless((await who.session.get(path)).html, `${who.person.name} ${path}`)
  for (const query of ['find', 'focus', 'kind', 'role', 'note'])
    for (const tail of ['', 'research', 'interview', 'comparisons', 'target']) {
      const seen = await amara.session.get(`${at(tail)}?${query}=${encodeURIComponent(EVIL)}`)
      assert.ok([200, 404].includes(seen.status), `${tail} ${query} ${seen.status}`)
      harmless(seen.html, `${tail} ${query}`)
    }
})

test('a source of a role is an address of the web, or only named', async () => {
  const [role] = roles
  assert.ok(role)
  const page = await dana.session.get(paths.roleNew)
  assert.equal(page.status, 200)
  const fields = Object.fromEntries(
    [...page.html.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)].map(([, name = '']) => [
      name,
      '',
    ]),
  )
  const level = Object.keys(fields).find((name) => name.startsWith('level-')) ?? ''
  for (const address of [JS, 'data:text/html,x', ' vbscript:x', 'https://a b'])
    assert.equal(
      (
        await dana.session.post(paths.roleNew, {
          ...fields,
          title: EVIL.slice(0, 90),
          track: EVIL.slice(0, 50),
          responsibility: '3',
          [level]: '3',
          'source-0': EVIL,
          'address-0': address,
        })
      ).status,
      422,
      address,
    )
})

test('texts made to keep the server busy are read in passing', async () => {
  const base = { title: 'x', source: '', sector: '' }
  const adverts = [
    '.'.repeat(100_000),
    `${'a. '.repeat(33_000)}`,
    ` ${'\t \n'.repeat(33_000)}x`,
    `${'would be '.repeat(11_000)}`,
    `${'£ '.repeat(50_000)}`,
    `${'• '.repeat(50_000)}`,
    'you’ll get apply '.repeat(6_000),
  ]
  for (const advert of adverts) {
    assert.equal((await amara.session.post(at('adverts'), { ...base, advert })).status, 422)
    const kept = await amara.session.post(at('adverts'), { ...base, advert: `x${advert.slice(0, 19_990)}x` })
    assert.equal(kept.status, 200, advert.slice(0, 10))
    assert.equal((await amara.session.post(`${kept.path}/removal`)).status, 200)
  }
  const dots = `https://${'.'.repeat(900_000)} x`
  assert.equal(
    (await amara.session.post(at('adverts'), { ...base, advert: ADVERT, address: dots })).status,
    422,
  )
  assert.equal((await amara.session.post(at('research'), note({ address: dots }))).status, 422)
  const many = Array.from({ length: 9_000 }, () => crypto.randomUUID())
  const compared = { role: many, suits: many[0] ?? '', why: 'x', progression: 'x' }
  assert.equal((await amara.session.post(at('comparisons'), compared)).status, 422)
  for (const long of ['x'.repeat(900_000), '\u0000', '\ud800', '\u202e'.repeat(2000)])
    for (const field of ['learnt', 'title', 'reliance-why', 'address'])
      assert.ok(
        [200, 422].includes((await amara.session.post(at('research'), note({ [field]: long }))).status),
      )
})

test('a target, a route and levels that cannot be are refused, and nothing is kept of them', async () => {
  const aim = (fields: Record<string, string>) =>
    amara.session.post(at('target'), { aspiration: 'x', ...fields })
  for (const role of ['x', '0190aaaa-0000-7000-8000-00000000dead', "';--", amara.personId])
    assert.equal((await aim({ role })).status, 422, role)
  for (const by of [
    ['31', '2', '2028'],
    ['1', '1', '0001'],
    ['1', '1', '9999999'],
    ['x', '1', '2028'],
  ]) {
    const [day = '', month = '', year = ''] = by
    assert.equal((await aim({ 'by-day': day, 'by-month': month, 'by-year': year })).status, 422, by.join(' '))
  }
  const chosen = await amara.session.post(at('route'), { kind: 'fewest steps; drop' })
  assert.match(chosen.text, /Choose one of the routes|Choose the role/)
  const kept = await amara.session.post(at('adverts'), { title: 'y', advert: ADVERT })
  const level = /name="(level-[0-9a-f-]{36})"/.exec(kept.html)?.[1] ?? ''
  for (const value of ['0', '6', '-1', '1e9', 'NaN', '2.5', ''])
    assert.equal(
      (await amara.session.post(kept.path, { revision: '1', title: 'y', [level]: value })).status,
      422,
    )
  for (const revision of ['0', '2', '', 'NaN', '1e99'])
    assert.equal((await amara.session.post(kept.path, { revision, title: 'y', [level]: '3' })).status, 409)
})

test('a page that leads to ESCO or O*NET says whose facts they are', async () => {
  const cites = roles.find(({ sources }) => sources.some(({ address }) => /esco/.test(address)))
  assert.ok(cites)
  const starts = [
    at(''),
    `${at('')}?role=${cites.roleId}`,
    at(`roles/${cites.roleId}`),
    `${at('interview')}?role=${cites.roleId}`,
    `${at('comparisons')}?role=${cites.roleId}&role=${roles[0]?.roleId}`,
    paths.role(cites.roleId),
    paths.roles,
    paths.frameworks,
    paths.library,
    paths.occupations,
    paths.occupationMapping(),
    paths.occupationLoading,
    paths.occupationPack('retail'),
  ]
  for (const who of [amara, dana]) {
    const { pages } = await crawl(who, starts, 90)
    for (const [path, html] of pages) {
      if (!/^\/(people\/[^/]+\/career|roles|frameworks|occupations)/.test(path)) continue
      const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
      if (/href="[^"]*data\.europa\.eu\/esco/.test(main))
        assert.match(main, /uses the ESCO classification of the European Commission/, path)
      if (/href="[^"]*onetonline\.org/.test(main))
        assert.match(main, /includes information from the O\*NET/, path)
    }
  }
})
