import assert from 'node:assert/strict'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import {
  acting,
  afterwards,
  allAt,
  anonymously,
  answer,
  type Cast,
  colleagues,
  launched,
  outsiders,
  tokens,
  value,
  withMail,
} from '../../../test/feedback-round.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import { sendDue } from '../../shell/outbox.ts'
import { cannotAnswer, feedbackOf, findRound, inviteAll } from './feedback.ts'

/** A row of a table as a reader of the whole database finds it, with where it lies and which transaction wrote it. */
type Row = { table: string; xmin: string; ctid: string; text: string }

/** Every row of every table: what is there for a reader who may see all. */
async function dump(world: World): Promise<Row[]> {
  const db = world.house.db.installation
  const tables = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('goldthread', 'identity', 'jobs', 'installation') and c.relkind in ('r', 'p') and not c.relispartition
    order by 1`.execute(db)
  const rows: Row[] = []
  for (const { name } of tables.rows) {
    const found = await sql<Omit<Row, 'table'>>`
      select t.xmin::text as xmin, t.ctid::text as ctid, to_jsonb(t)::text as text from ${sql.raw(name)} t order by t.ctid`.execute(
      db,
    )
    rows.push(...found.rows.map((row) => ({ table: name.replace('goldthread.', ''), ...row })))
  }
  return rows
}

const of = (rows: readonly Row[], table: string) => rows.filter((row) => row.table === table)

type Given = { name: string; level: number | null; keep: string; signed?: boolean }

/** Amara's round of nine: herself, Ben, four peers and three customers. All is asked in the same words in every world. */
async function openCast(): Promise<Cast & { roundId: Id; competencyIds: Id[]; peers: Character[] }> {
  const world = await openWorld()
  withMail(world)
  const ben = await world.add({ name: 'Ben Hughes', standing: 'leader' })
  const amara = await world.add({ name: 'Amara Okafor', leader: 'Ben Hughes' })
  const peers: Character[] = []
  for (const name of ['Eve Jones', 'Femi Ade', 'Gwen Hall', 'Hari Patel'])
    peers.push(await world.add({ name, leader: 'Ben Hughes' }))
  const cast = { world, amara, ben }
  const groups = [
    anonymously('peers', colleagues(...peers)),
    anonymously('customers', outsiders('Ann Lee', 'Bo Ray', 'Cy Fox')),
  ]
  const roundId = await launched(cast, groups)
  const actor = await acting(world, amara)
  const round = await world.inOrg((tx) => findRound(tx, amara.personId, roundId, actor))
  return { ...cast, peers, roundId, competencyIds: round?.competencyIds ?? [] }
}

const NINE: Given[] = [
  { name: 'Amara Okafor', level: 3, keep: 'own words' },
  { name: 'Ben Hughes', level: 2, keep: 'words of Ben' },
  { name: 'Eve Jones', level: 5, keep: 'alpha' },
  { name: 'Femi Ade', level: 1, keep: 'bravo' },
  { name: 'Gwen Hall', level: 4, keep: 'charlie' },
  { name: 'Hari Patel', level: 2, keep: 'delta' },
  { name: 'Ann Lee', level: 4, keep: 'echo' },
  { name: 'Bo Ray', level: 3, keep: 'foxtrot' },
  { name: 'Cy Fox', level: 5, keep: '' },
]

async function answerAll(
  { world, roundId, competencyIds }: Awaited<ReturnType<typeof openCast>>,
  given: readonly Given[],
): Promise<void> {
  const links = await tokens(world, roundId)
  for (const { name, level, keep, signed = false } of given)
    value(await answer(world, links.get(name), allAt(level, competencyIds, { keep, signed })))
}

let cast: Awaited<ReturnType<typeof openCast>>
let atLaunch: Row[]
let answered: Row[]

before(async () => {
  cast = await openCast()
  atLaunch = await dump(cast.world)
  await answerAll(cast, NINE)
  answered = await dump(cast.world)
})

test('an answer changes two rows and no other: its request, and a box', () => {
  const grown = new Set<string>()
  const known = new Set(atLaunch.map(({ table, text }) => `${table} ${text}`))
  for (const { table, text } of answered) if (!known.has(`${table} ${text}`)) grown.add(table)
  assert.deepEqual([...grown].sort(), ['feedback_request', 'feedback_sealed'])
  assert.equal(of(answered, 'feedback_sealed').length, 9)
  const requests = of(answered, 'feedback_request').map(
    ({ text }) => JSON.parse(text) as Record<string, unknown>,
  )
  assert.deepEqual(Object.keys(requests[0] ?? {}).sort(), [
    'email',
    'group_name',
    'marks',
    'name',
    'org_id',
    'person_id',
    'reminders',
    'request_id',
    'round_id',
    'state',
  ])
})

test('boxes have one length and hold no word; their numbers are of chance and they name no request', () => {
  const boxes = of(answered, 'feedback_sealed').map(({ text }) => JSON.parse(text) as Record<string, string>)
  assert.equal(new Set(boxes.map(({ box }) => box?.length)).size, 1)
  assert.equal(new Set(boxes.map(({ box }) => box)).size, 9)
  const ids = of(answered, 'feedback_request').map(
    ({ text }) => (JSON.parse(text) as { request_id: string }).request_id,
  )
  for (const row of boxes) {
    assert.deepEqual(Object.keys(row).sort(), ['box', 'org_id', 'round_id', 'sealed_id'])
    assert.match(row.sealed_id ?? '', /^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    const bytes = Buffer.from((row.box ?? '').slice(2), 'hex').toString('latin1')
    for (const { name, keep } of NINE)
      assert.ok(!bytes.includes(name) && (keep === '' || !bytes.includes(keep)))
    for (const id of ids) assert.ok(!bytes.includes(id))
  }
})

test('the history names those who were asked, at launch, and nobody after it', async () => {
  const history = (rows: readonly Row[]) => of(rows, 'history_entry').length
  assert.equal(history(answered), history(atLaunch))
})

test('after the round has closed the database does not say who answered, when, or in which order', async () => {
  const { world, roundId } = cast
  const key = join(world.house.config.dataDir, 'files', 'keys', world.orgId)
  assert.deepEqual(await readdir(key), [roundId])
  await afterwards(world)
  const closed = await dump(world)
  assert.deepEqual(of(closed, 'feedback_sealed'), [])
  assert.deepEqual(await readdir(key), [], 'the key of the round is destroyed')

  const mine = ['feedback_request', 'feedback_reading', 'feedback_text', 'feedback_round'].flatMap((table) =>
    of(closed, table),
  )
  assert.equal(new Set(mine.map(({ xmin }) => xmin)).size, 1, 'one transaction wrote all that is left')
  const before = new Set(answered.map(({ xmin }) => xmin))
  assert.ok(!mine.some(({ xmin }) => before.has(xmin)))
  const requests = of(closed, 'feedback_request').map(
    ({ text }) => JSON.parse(text) as { request_id: string; state: string; reminders: number },
  )
  assert.ok(requests.every(({ state, reminders }) => state === 'ended' && reminders === 0))
  assert.deepEqual(
    requests.map(({ request_id }) => request_id),
    requests.map(({ request_id }) => request_id).sort(),
    'they lie in the order of their ids, which they got at launch',
  )
  const ids = requests.map(({ request_id }) => request_id)
  const people = [
    ...cast.peers.map(({ personId }) => personId),
    ...cast.peers.map(({ person }) => person.name),
    'Ann Lee',
    'ann.lee@customers.example',
  ]
  for (const { text } of [...of(closed, 'feedback_reading'), ...of(closed, 'feedback_text')]) {
    const row = JSON.parse(text) as { group_name: string; request_id: string | null }
    if (row.group_name !== 'self' && row.group_name !== 'leader') {
      assert.equal(row.request_id, null)
      for (const told of [...ids, ...people]) assert.ok(!text.includes(told), `${told} in ${text}`)
    }
  }
  const entry = of(closed, 'history_payload').filter(({ text }) => text.includes('together'))
  assert.equal(entry.length, 1)
  for (const { name } of NINE.slice(2)) assert.ok(!entry[0]?.text.includes(name))
})

test('once a round has closed nothing names or reaches those outside who answered without a name', async () => {
  const everything = await dump(cast.world)
  for (const { table, text } of everything)
    for (const told of ['customers.example', 'Ann Lee', 'Bo Ray', 'Cy Fox'])
      assert.ok(!text.includes(told), `${told} in ${table}: ${text}`)
  const outside = of(everything, 'feedback_request')
    .map(({ text }) => JSON.parse(text) as { email: null; name: string; marks: object | null })
    .filter(({ marks }) => marks !== null)
  assert.equal(outside.length, 3)
  for (const { email, name, marks } of outside)
    assert.deepEqual([email, name, Object.keys(marks ?? {})], [null, '', ['asked']])
})

test('pseudonyms of one rater differ from question to question, and lie sorted', async () => {
  const rows = of(await dump(cast.world), 'feedback_reading').map(
    ({ text }) => JSON.parse(text) as { members: string[] | null },
  )
  const sets = rows.flatMap(({ members }) => (members ? [members] : []))
  assert.ok(sets.length > 5)
  assert.equal(new Set(sets.flat()).size, sets.flat().length)
  for (const set of sets) assert.deepEqual(set, [...set].sort())
})

/** The rows of a round as they lie, with names in the place of ids, and without what is made by chance alone. */
function plain(rows: readonly Row[], roundId: Id): string[] {
  const names = new Map<string, string>()
  for (const { table, text } of rows) {
    const row = JSON.parse(text) as Record<string, string>
    if (table === 'feedback_request') names.set(row.request_id ?? '', `the request to ${row.name}`)
    if (table === 'person') names.set(row.person_id ?? '', row.name ?? '')
  }
  const tables = ['feedback_round', 'feedback_group', 'feedback_request', 'feedback_reading', 'feedback_text']
  return tables.flatMap((table) => {
    const texts = of(rows, table)
      .filter(({ text }) => text.includes(roundId))
      .map(({ text }) =>
        text
          .replace(/"(?:text_id|reading_id|round_id|org_id|marked_by)": "[^"]*"/g, '')
          .replace(/"marks": \{[^}]*\}/, (found) => `${found.split(',').length} marks`)
          .replace(/"members": \[[^\]]*\]/, (found) => `${found.split(',').length} members`)
          .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => names.get(id) ?? 'a competency'),
      )
    return table === 'feedback_request' ? texts.sort() : texts
  })
}

test('the same answers given by others of the group, in another order, leave the same rows', async () => {
  const turned = NINE.map((one) => {
    const peers = ['Eve Jones', 'Femi Ade', 'Gwen Hall', 'Hari Patel']
    const at = peers.indexOf(one.name)
    const from = at < 0 ? one : NINE.find(({ name }) => name === peers[(at + 1) % 4])
    return { ...one, level: from?.level ?? null, keep: from?.keep ?? '' }
  }).reverse()
  const left = await Promise.all(
    [NINE, turned].map(async (given) => {
      const one = await openCast()
      await answerAll(one, given)
      await afterwards(one.world)
      const ben = await acting(one.world, one.ben)
      const { readings, held, texts } = await one.world.inOrg((tx) =>
        feedbackOf(tx, one.amara.personId, ben, one.world.today),
      )
      const seen = [
        readings.map(({ group, n, shown, by }) => ({ group, n, shown, by })),
        held.map(({ group, why, question }) => ({ group, why, question })),
        texts.map(({ group, question, by, texts: all }) => ({ group, question, by, all: [...all].sort() })),
      ]
      return { rows: plain(await dump(one.world), one.roundId), seen }
    }),
  )
  assert.deepEqual(left[0]?.seen, left[1]?.seen)
  assert.deepEqual(left[0]?.rows, left[1]?.rows)
  assert.ok((left[0]?.rows.length ?? 0) > 30)
})

test('who can’t answer and who says nothing look the same once the round has closed', async () => {
  const one = await openCast()
  const links = await tokens(one.world, one.roundId)
  value(
    await one.world.inOrg((tx) =>
      cannotAnswer(tx, one.world.house.keys, links.get('Eve Jones') ?? '', one.world.today),
    ),
  )
  await answerAll(one, NINE.slice(3, 6))
  await afterwards(one.world)
  const states = of(await dump(one.world), 'feedback_request').map(
    ({ text }) => (JSON.parse(text) as { state: string }).state,
  )
  assert.deepEqual([...new Set(states)], ['ended'])
})

test('a round whose key is missing waits for it, and a box that was changed is left out', async () => {
  const one = await openCast()
  const { world, roundId, competencyIds } = one
  await answerAll(one, NINE)
  const { keys } = world.house
  const key = await keys.find(world.orgId, roundId)
  assert.ok(key)
  await keys.destroy(world.orgId, roundId)
  await assert.rejects(answerAll(one, [{ name: 'Eve Jones', level: 1, keep: '' }]), /answered already/)
  assert.equal(await afterwards(world), 0, 'nothing is closed, and nothing is lost')
  assert.equal(of(await dump(world), 'feedback_sealed').length, 9)
  await writeFile(join(world.house.config.dataDir, 'files', 'keys', world.orgId, roundId), key)
  const boxes = await world.inOrg((tx) =>
    tx.db.selectFrom('feedback_sealed').selectAll().where('org_id', '=', tx.orgId).execute(),
  )
  const [first] = boxes
  assert.ok(first)
  await sql`update goldthread.feedback_sealed set box = set_byte(box, 40, (get_byte(box, 40) + 1) % 256) where sealed_id = ${first.sealed_id}`.execute(
    world.house.db.installation,
  )
  assert.equal(await afterwards(world, 0), 1)
  const actor = await acting(world, one.amara)
  const { readings } = await world.inOrg((tx) => feedbackOf(tx, one.amara.personId, actor, world.today))
  const answers = readings.filter(({ competencyId }) => competencyId === competencyIds[0])
  const total = answers.reduce((sum, { n }) => sum + n, 0)
  assert.ok(total <= 8, `${total}`)
})

test('a mail that may not have been sent goes with the round: nothing says later who was written to', async () => {
  const { world, roundId } = await openCast()
  world.house.mail = { configured: true, send: async () => ({ how: 'unanswered' }) }
  await world.inOrg((tx) => inviteAll(world.house, tx, roundId))
  await sendDue(world.house, world.orgId)
  const mails = async () =>
    of(await dump(world), 'letter').map(({ text }) => JSON.parse(text) as Record<string, unknown>)
  const waiting = await mails()
  assert.equal(waiting.length, 9)
  assert.deepEqual([...new Set(waiting.map(({ subject }) => subject))].sort(), [
    'Your feedback is asked for',
    'Your own view, for your feedback',
  ])
  for (const { about_id, box } of waiting) {
    assert.equal(about_id, roundId, 'the round, which is the same for everybody')
    const bytes = Buffer.from(String(box).slice(2), 'hex').toString('latin1')
    assert.ok(!bytes.includes('http') && !bytes.includes('Amara'), 'a mail is sealed')
  }
  await afterwards(world)
  assert.deepEqual(await mails(), [])
})
