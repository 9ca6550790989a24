import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { MAY } from '../src/app/may.ts'
import { OPEN_ROUTES, ROUTES } from '../src/app/routes.ts'
import {
  addCharacter,
  addOrganisation,
  type Character,
  openWorld,
  type Session,
  type World,
} from './world.ts'

/**
 * Who is let in to each action about Amara, or about the organisation: written down a second time, apart from the code.
 * o Amara herself · l her leader · a her assessor · q the quality assurer · d the administrator · s a stranger, another adviser
 */
const ALLOWED: Record<string, string> = {
  'people.list': 'd',
  'people.change': 'd',
  'people.know': 'olaqds',
  'records.read': 'olaq',
  'settings.own': 'olaqds',
  'history.verify': 'd',
  'frameworks.read': 'olaqds',
  'frameworks.change': 'd',
  'roles.read': 'olaqds',
  'roles.change': 'd',
  'occupations.read': 'olaqds',
  'occupations.manage': 'd',
  'positions.read': 'olaqd',
  'positions.change': 'd',
  'imports.manage': 'd',
  'measures.read': 'olaq',
  'measures.tally': 'ol',
  'evidence.read': 'olaq',
  'evidence.add': 'ola',
  'evidence.judge': 'la',
  'evidence.exempt': 'ol',
  'evidence.rules': 'olaqds',
  'evidence.set-rules': 'd',
  'testimony.read': 'olaq',
  'testimony.ask': 'ola',
  'testimony.contacts': 'laq',
  'reflections.read': 'olaq',
  'reflections.write': 'o',
  'feedback.read': 'ola',
  'feedback.plan': 'ol',
  'feedback.launch': 'ol',
  'feedback.share': 'o',
  'assessments.read': 'olaq',
  'assessments.rate': 'ol',
  'assessments.agree': 'l',
  'needs.make': 'ol',
  'needs.share': 'o',
  'swot.read': 'olaq',
  'swot.write': 'o',
  'career.read': 'olaq',
  'career.write': 'o',
  'plan.read': 'olaq',
  'plan.write': 'o',
  'plan.agree': 'ol',
  'plan.question': 'l',
  'plan.decline': 'l',
  'plan.budget': 'l',
  'plan.order': 'ol',
  'plan.end-year': 'l',
  'plan.act': 'ol',
  'goals.check': 'olaqds',
  'letters.read': 'olaqds',
  'letters.change': 'd',
  'templates.write': 'ld',
  'plan-years.change': 'd',
  'priorities.read': 'olaqds',
  'priorities.change': 'd',
  'decisions.read': 'olaq',
  'decisions.make': 'a',
  'reviews.read': 'olaq',
  'reviews.write': 'ol',
  'reviews.reflect': 'o',
  'reviews.rhythm': 'd',
  'reviews.cadence': 'ol',
  'staleness.steps': 'd',
  'staleness.ask-up': 'l',
  'outbox.manage': 'd',
  'notices.own': 'o',
  'notices.hours': 'd',
  'account.read': 'olaq',
  'home.read': 'olaqds',
  'home.person': 'olaq',
  'team.read': 'laq',
  'demo.use': 'olaqds',
  'demo.manage': 'd',
}

const NOBODYS = '0190aaaa-0000-7000-8000-00000000dead'

let world: World
let amara: Character
const visitors = new Map<string, Session>()
const elsewhere = new Map<string, Session>()

before(async () => {
  world = await openWorld()
  const add = (
    name: string,
    standing: 'adviser' | 'leader' | 'assessor' | 'quality-assurer' | 'administrator',
    leader?: string,
  ) => world.add({ name, standing, leader: leader ?? null })
  const ben = await add('Ben Hughes', 'leader')
  amara = await add('Amara Okafor', 'adviser', 'Ben Hughes')
  const chidi = await add('Chidi Eze', 'assessor')
  await world.inOrg((tx) =>
    tx.db
      .insertInto('assignment')
      .values({ org_id: world.orgId, assessor_id: chidi.personId, person_id: amara.personId })
      .execute(),
  )
  const efua = await add('Efua Asante', 'quality-assurer')
  const dana = await add('Dana Price', 'administrator')
  const grace = await add('Grace Lim', 'adviser')
  for (const [key, one] of Object.entries({ o: amara, l: ben, a: chidi, q: efua, d: dana, s: grace }))
    visitors.set(key, one.session)
  const other = await addOrganisation(world.house, 'Quayside Homes')
  for (const [key, standing] of [
    ['l', 'leader'],
    ['a', 'assessor'],
    ['q', 'quality-assurer'],
    ['d', 'administrator'],
    ['s', 'adviser'],
  ] as const) {
    elsewhere.set(
      key,
      (await addCharacter(world, other.orgId, { name: `Other ${standing}`, standing })).session,
    )
  }
})

const addressOf = (path: string, person = amara.personId) =>
  path
    .replace(':person', person)
    .replace(':measure', 'csat')
    .replace(':version', '1')
    .replace(':step', '1')
    .replace(/:(\w+)/g, NOBODYS)

const ask = (session: Session, method: string, path: string) =>
  method === 'GET' ? session.get(path) : session.post(path, {})

test('the second table names every action of the product and no other', () => {
  assert.deepEqual(
    Object.keys(MAY).filter((action) => !(action in ALLOWED)),
    [],
    'add these to the table above',
  )
  const used = new Set(ROUTES.map((route) => route.action))
  assert.deepEqual(
    [...used].filter((action) => !(action in ALLOWED)),
    [],
  )
})

test('somebody signed out is asked to sign in, at every address', async () => {
  for (const { method, path } of ROUTES) {
    const page = await ask(world.visitor(), method, addressOf(path))
    assert.match(page.text, /Sign in/, `${method} ${path}`)
    assert.ok(page.status === (method === 'GET' ? 200 : 401), `${method} ${path} answered ${page.status}`)
  }
})

/** Whoever may post these ends a session that the next requests need. */
const ENDS_SESSION = new Set(['/settings/sessions/end', '/people/:person/leaving'])

test('each address lets in those whom the second table names, and nobody else', async () => {
  for (const { method, path, action } of ROUTES) {
    for (const [key, session] of visitors) {
      const letIn = ALLOWED[action]?.includes(key) ?? false
      if (letIn && ENDS_SESSION.has(path)) continue
      const { status } = await ask(session, method, addressOf(path))
      if (letIn)
        assert.ok(![401, 403, 500].includes(status), `${key} is kept out of ${method} ${path}: ${status}`)
      else assert.equal(status, 403, `${key} gets into ${method} ${path}`)
    }
  }
})

test('a record of another organisation is not there, whoever asks', async () => {
  for (const { method, path } of ROUTES.filter((route) => route.path.includes(':'))) {
    for (const [key, session] of elsewhere) {
      const { status } = await ask(session, method, addressOf(path))
      assert.ok([404, 403, 422].includes(status), `${key} elsewhere gets ${status} from ${method} ${path}`)
      if (path.includes(':person'))
        assert.equal(status, 404, `${key} elsewhere learns of a person by ${method} ${path}`)
    }
  }
})

test('an address open to all changes nothing for whoever has no link and no password', async () => {
  for (const { method, path } of OPEN_ROUTES.filter(
    (route) => route.method === 'POST' && !/demo/.test(route.path),
  )) {
    const { status } = await ask(world.visitor(), method, addressOf(path))
    assert.ok(status < 500, `${method} ${path} answered ${status}`)
  }
})
