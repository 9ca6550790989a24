import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { listCompetencies } from '../src/app/frameworks/frameworks.ts'
import { listHistory } from '../src/app/history/history.ts'
import { paths } from '../src/app/paths.ts'
import { saveAssessors } from '../src/app/people/store/people.ts'
import { ROUTES } from '../src/app/routes.ts'
import type { Id } from '../src/kernel/id.ts'
import { idIn, make } from './battlefield.ts'
import { form, raw } from './requests.ts'
import { addCharacter, addOrganisation, type Character, openWorld, type World } from './world.ts'

let world: World
let amara: Character
let ben: Character
let chidi: Character
let efua: Character
let dana: Character
let zoe: Character
let competencyId: Id
let legalId: Id

before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  efua = await world.add({ name: 'Efua Asante', standing: 'quality-assurer' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  const other = await addOrganisation(world.house, 'Quayside Homes')
  zoe = await addCharacter(world, other.orgId, { name: 'Zoe Elsewhere', standing: 'administrator' })
  await world.inOrg((tx) => saveAssessors(tx, amara.personId, [chidi.personId]))
  const all = await world.inOrg(listCompetencies)
  competencyId = all.find(({ soft }) => soft)?.competencyId ?? ''
  legalId = all.find(({ legal }) => legal)?.competencyId ?? ''
  assert.ok(competencyId && legalId)
})

const at = (who: Character) => `/people/${who.personId}`
const day = (name: string) => ({ [`${name}-day`]: '3', [`${name}-month`]: '11', [`${name}-year`]: '2026' })
const compliment = (words: string) => ({
  kind: 'compliment',
  text: words,
  ...day('happened'),
  'd-giver': 'A customer',
  'd-quote': words,
  competency: competencyId,
  [`reason-${competencyId}`]: 'It shows it',
})
const witness = {
  kind: 'witness',
  name: '<script>alert("Femi")</script>',
  about: '<img src=x onerror=alert(1)> visit',
  purpose: 'It shows how she works.',
  days: '14',
}

test('no address takes a record of Ben’s below Amara, nor one of another organisation’s', async () => {
  const evidence = await make(ben, `${at(ben)}/evidence`, {
    ...compliment('Ben rang me back twice.'),
    file: new File(['Words of Ben'], 'ben.txt'),
  })
  const item = await ben.session.get(`${at(ben)}/evidence/${evidence}`)
  const file = /files\/([0-9a-f-]{36})/.exec(item.html)?.[1] ?? ''
  const need = await make(ben, `${at(ben)}/needs`, {
    kind: 'personal',
    title: 'Ben sleeps',
    why: 'Rest',
    sharing: 'assessor',
  })
  const board = await make(ben, `${at(ben)}/swot`, { about: 'Ben' })
  await ben.session.post(`${at(ben)}/swot/${board}/entries`, { quarter: 'weakness', words: 'Ben tires' })
  await ben.session.post(`${at(ben)}/testimony/new`, witness)
  const ids = await world.inOrg(async ({ db }) => ({
    link: (await db.selectFrom('evidence_link').select('link_id').executeTakeFirst())?.link_id ?? '',
    request:
      (await db.selectFrom('testimony_request').select('request_id').executeTakeFirst())?.request_id ?? '',
    entry: (await db.selectFrom('swot_entry').select('entry_id').executeTakeFirst())?.entry_id ?? '',
  }))
  const real: Record<string, string> = { evidence, file, need, board, ...ids }
  for (const [name, id] of Object.entries(real)) assert.ok(id, `Ben has no ${name}`)
  const dumped = () =>
    world.inOrg(async ({ db }) => {
      const rows = []
      for (const table of [
        'evidence',
        'evidence_file',
        'evidence_judgement',
        'need',
        'swot_board',
        'swot_entry',
      ])
        rows.push((await sql`select * from ${sql.raw(`goldthread.${table}`)} order by 1, 2`.execute(db)).rows)
      rows.push(await db.selectFrom('testimony_request').selectAll().execute())
      return JSON.stringify(rows)
    })
  const before = await dumped()
  const fields = {
    version: '1',
    revision: '1',
    sharing: 'me',
    kind: 'personal',
    title: 'Mine',
    why: 'x',
    quarter: 'threat',
    words: 'x',
    entry: ids.entry,
    file,
    competency: competencyId,
    reason: 'x',
    ...Object.fromEntries(
      ['V', 'A', 'C', 'S', 'R'].flatMap((letter) => [
        [`verdict-${letter}`, 'good'],
        [`words-${letter}`, 'x'],
      ]),
    ),
  }
  const named = ROUTES.filter(
    ({ path }) =>
      /:(evidence|file|link|need|board|entry|request)\b/.test(path) && path.startsWith('/people/:person'),
  )
  assert.ok(named.length > 15)
  for (const { method, path } of named) {
    const below = (person: Id) =>
      path.replace(':person', person).replace(/:(\w+)/g, (_, name: string) => real[name] ?? evidence)
    for (const [who, person] of [
      [amara, amara.personId],
      [amara, ben.personId],
      [chidi, amara.personId],
      [efua, ben.personId],
      [dana, ben.personId],
      [zoe, ben.personId],
      [zoe, zoe.personId],
    ] as const) {
      if (who === efua && method === 'GET') continue // Who assures quality reads what is shared.
      const address = below(person)
      const page = method === 'GET' ? await who.session.get(address) : await who.session.post(address, fields)
      assert.doesNotMatch(page.text, /Words of Ben|rang me back|Ben sleeps|Ben tires/, address)
      assert.ok(
        [403, 404, 422].includes(page.status) || (method === 'POST' && /not here|any more/.test(page.text)),
        `${page.status} ${method} ${address} for ${who.person.name}`,
      )
    }
  }
  assert.equal(await dumped(), before)
})

test('what an entry of a SWOT said while it was only hers stays hers when it is shared', async () => {
  const board = await make(amara, `${at(amara)}/swot`, { about: 'Next year' })
  const path = `${at(amara)}/swot/${board}`
  await amara.session.post(`${path}/entries`, { quarter: 'threat', words: 'Ben is a xylophone' })
  const entry = /entry=([0-9a-f-]{36})/.exec((await amara.session.get(path)).html)?.[1] ?? ''
  const said = { quarter: 'threat', words: 'The rota changes', entry, revision: '1' }
  assert.match((await amara.session.post(`${path}/entries`, said)).text, /What it said before/)
  const gone = await amara.session.post(`${path}/entries`, { quarter: 'weakness', words: 'A walrus mood' })
  const goneId = [...gone.html.matchAll(/entry=([0-9a-f-]{36})/g)]
    .map(([, id]) => id)
    .find((id) => id !== entry)
  await amara.session.post(`${path}/entries/${goneId}/removal`)
  for (const sharing of ['leader', 'assessor']) {
    await amara.session.post(`${path}/sharing`, { sharing })
    for (const who of sharing === 'leader' ? [ben] : [ben, chidi, efua]) {
      const seen = await who.session.get(path)
      assert.match(seen.text, /The rota changes/)
      assert.doesNotMatch(seen.text, /xylophone|walrus/, who.person.name)
      for (const page of [paths.gaps(amara.personId), paths.account(amara.personId), `${at(amara)}/swot`])
        assert.doesNotMatch((await who.session.get(page)).text, /xylophone|walrus/, page)
    }
  }
  assert.equal((await dana.session.get(path)).status, 403)
  const history = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }))
  assert.doesNotMatch(JSON.stringify(history), /xylophone|walrus/)
})

test('a need that only the leader may read does not reach an assessor by its objective', async () => {
  for (const kind of ['personal', 'both']) {
    const need = await make(amara, `${at(amara)}/needs`, {
      kind,
      title: `Quokka ${kind}`,
      why: `Quokka reason, ${kind}`,
      sharing: 'leader',
      competency: kind === 'both' ? competencyId : '',
    })
    assert.match((await ben.session.get(`${at(amara)}/needs/${need}`)).text, /Quokka/)
    for (const who of [chidi, efua]) {
      assert.equal((await who.session.get(`${at(amara)}/needs/${need}`)).status, 404)
      assert.doesNotMatch((await who.session.get(`${at(amara)}/needs`)).text, /Quokka/)
    }
    const asked = await amara.session.get(`${at(amara)}/objectives/new?need=${need}`)
    const chosen = [...asked.html.matchAll(/<input[^>]*type="(?:radio|checkbox)"[^>]*checked[^>]*>/g)].map(
      ([input]) => [/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? 'yes'],
    )
    const saved = await amara.session.post(`${at(amara)}/objectives`, {
      need,
      why: `Quokka reason, ${kind}`,
      title: 'Sing',
      text: 'I will sing twice a week by 31 March 2027.',
      ...Object.fromEntries(chosen),
      do: 'draft',
    })
    assert.equal(saved.status, 200, saved.text)
    const objective = idIn(saved.path)
    assert.ok(objective)
    for (const who of [chidi, efua])
      assert.doesNotMatch(
        (await who.session.get(`${at(amara)}/objectives/${objective}`)).text,
        /Quokka/,
        kind,
      )
  }
  const history = await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }))
  const objectives = history.filter(({ kind }) => /objective|plan/.test(kind))
  assert.doesNotMatch(JSON.stringify(objectives), /Quokka/)
})

test('a witness’s link shows no more than was asked, and names that look like code stay names', async () => {
  const made = await amara.session.post(`${at(amara)}/testimony/new`, witness)
  const link = /value="http:\/\/localhost:3000(\/testimony\/[^"]+)"/.exec(made.html)?.[1] ?? ''
  assert.ok(link)
  const pages = [
    made,
    await world.visitor().get(link),
    await ben.session.get(paths.testimony(amara.personId)),
  ]
  for (const page of pages) {
    assert.doesNotMatch(page.html, /<script>alert|<img src=x/)
    assert.doesNotMatch(page.html.match(/<title>[^<]*/)?.[0] ?? '', new RegExp(link.slice(-12)))
  }
  const [, open] = pages
  assert.equal(open?.headers.get('cache-control'), 'no-store')
  assert.equal(open?.headers.get('referrer-policy'), 'same-origin')
  assert.doesNotMatch(open?.text ?? '', /Chidi|Efua|Dana|Quokka/)
  for (const origin of ['https://evil.example', 'null']) {
    const foreign = await raw(world, `${link}/refusal`, form({ how: 'not for me' }, { origin }))
    assert.equal(foreign.status, 403)
  }
  const emails = Array.from({ length: 70_000 }, (_, n) => `a${n}@b.uk`).join(' ')
  const from = performance.now()
  const long = await world.visitor().post(link, { done: emails, name: 'when '.repeat(10_000) })
  assert.ok([413, 422].includes(long.status), String(long.status))
  assert.ok(performance.now() - from < 15_000, 'a long answer holds the server up')
  assert.match((await world.visitor().get(link)).text, /Amara/)
})

test('nobody says for themself that a law does not apply, nor for whom they do not lead; only Dana sets rules', async () => {
  const duty = {
    competency: legalId,
    reason: 'I work without data',
    'until-day': '1',
    'until-month': '3',
    'until-year': '2027',
  }
  const duties = `${at(amara)}/legal-duties`
  for (const who of [amara, chidi, efua, dana, zoe]) {
    const { status } = await who.session.post(duties, duty)
    assert.ok([403, 404, 422].includes(status), `${who.person.name} ${status}`)
  }
  assert.equal((await ben.session.post(duties, duty)).status, 200)
  for (const who of [amara, chidi, zoe])
    assert.ok(
      [403, 404, 422].includes((await who.session.post(`${duties}/end`, duty)).status),
      who.person.name,
    )
  const rule = `/evidence-rules/${competencyId}`
  for (const who of [amara, ben, chidi, efua])
    assert.equal((await who.session.post(rule, { months: '120', reason: 'x' })).status, 403)
  for (const months of ['0', '-1', '121', '1e3', '12.5', 'NaN', "1' or 1=1"])
    assert.equal((await dana.session.post(rule, { months, reason: 'x' })).status, 422, months)
})
