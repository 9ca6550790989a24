// Server time of the gap page of somebody with N competencies, five sources on each (own, leader, agreed, 360 feedback of
// peers, a measure by declared bands), a need for every fourth, a SWOT and 200 items of evidence, each linked to up to ten
// competencies; beside the same page with 8 competencies. Prints the time, the SQL statements and the size of each.
// `node --import tsx bench/gaps.ts [ROUNDS] [N]`, on an embedded PostgreSQL of its own, or on the server that
// GOLDTHREAD_TEST_DATABASE names.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { asContacts, contactsOf } from '../seeds/contacts.ts'
import { TELEPHONE } from '../seeds/larkfield.ts'
import { addPerson, makeOrganisation } from '../src/app/people/people.ts'
import type { House } from '../src/app/visit.ts'
import { openSite } from '../src/app/web.ts'
import { countStatements, inHouseOfOwn, median } from './ground.ts'

const rounds = Number(process.argv[2] ?? 60)
const many = Number(process.argv[3] ?? 100)
const FEW = 8
const ITEMS = 200
const TODAY = '2025-10-06'

const statements = countStatements()

/** An organisation with one adviser and her leader, whose role asks for so many competencies. Answers her page's way in. */
async function fill(house: House, owner: pg.Client, asked: number) {
  const made = await makeOrganisation(
    house.db,
    house.identity,
    { name: `Larkfield ${asked}`, kind: 'team', zone: 'Europe/London', today: TODAY },
    { name: 'Dana Price', email: `dana@${asked}.example`, password: 'plum harvest lantern' },
  )
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  const { orgId } = made.value
  const person = async (name: string, leader: string | null) => {
    const standing = leader ? ('adviser' as const) : ('leader' as const)
    const email = `${name.toLowerCase().replace(' ', '.')}@${asked}.example`
    const added = await house.db.inOrg(orgId, (tx) =>
      addPerson(tx, null, {
        name,
        email,
        standing,
        job: null,
        team: 'Northgate',
        leader,
        from: '2025-01-06',
      }),
    )
    if (!added.ok) throw new Error(JSON.stringify(added.refusals))
    return { personId: added.value, email, name }
  }
  const ben = await person('Ben Hughes', null)
  const amara = await person('Amara Okafor', 'Ben Hughes')
  await owner.query(`update person set state = 'active' where org_id = $1`, [orgId])
  const run = (text: string, ...values: unknown[]) => owner.query(text, [orgId, ...values])
  const { rows } = await run(
    `select role_id, version from role_profile where org_id = $1 and in_force and title = 'Customer service adviser'`,
  )
  const { role_id: role, version } = rows[0]
  // Competencies of our own beside the starter's, each with five levels; the role then asks for as many as wanted.
  // What is published takes nothing more in: here it must.
  await owner.query(`alter table framework_item disable trigger item_comes_with`)
  await owner.query(`alter table role_requirement disable trigger requirement_comes_with`)
  await owner.query(`alter table role_band disable trigger band_comes_with`)
  await owner.query(
    `create temporary table more as select gen_random_uuid() as id, place from generate_series(101, ${100 + Math.max(0, asked - FEW)}) place`,
  )
  await run(`insert into competency (org_id, competency_id) select $1, id from more`)
  await run(
    `insert into framework_item (org_id, framework_id, version, item_id, place, code, title, statement, kind, soft, legal, levels, changed_at)
     select $1, f.framework_id, f.version, m.id, m.place, 'X-' || m.place, 'Skill number ' || m.place, 'What it is about', 'skill', m.place % 3 = 0, m.place % 10 = 0,
       (select jsonb_agg(jsonb_build_object('level', level, 'label', 'Level ' || level, 'anchor', 'I do this at level ' || level || ' on an ordinary day, and it can be seen') order by level)
        from generate_series(1, 5) level), now()
     from more m, framework f where f.org_id = $1 and f.in_force`,
  )
  await run(
    `delete from role_requirement where org_id = $1 and role_id = $2 and competency_id not in
     (select competency_id from role_requirement where org_id = $1 and role_id = $2 and version = $3 order by place limit 8)`,
    role,
    version,
  )
  await run(
    `insert into role_requirement (org_id, role_id, version, competency_id, place, level, essential, weight)
     select $1, $2, $3, id, place, 4, true, 1 + place % 5 from more`,
    role,
    version,
  )
  await owner.query('drop table more')
  const competencies = `(select competency_id, place from role_requirement where org_id = $1 and role_id = $2 and version = $3)`
  await run(
    `insert into role_band (org_id, role_id, version, competency_id, measure, level, from_value)
     select $1, $2, $3, competency_id, 'fcr', 2, 0.3 from ${competencies} c on conflict do nothing`,
    role,
    version,
  )
  await run(
    `insert into assessment_round values ($1, $2, 1, $3, $4, '2025-09-01')`,
    amara.personId,
    role,
    version,
  )
  for (const [pass, by, level] of [
    ['self', amara, 4],
    ['leader', ben, 3],
    ['agreed', ben, 3],
  ] as const) {
    const { rows: kept } = await run(
      `insert into assessment (org_id, assessment_id, person_id, round, pass, by_id, framework_id, framework_version)
       select $1, gen_random_uuid(), $2, 1, $3, $4, framework_id, version from framework where org_id = $1 and in_force returning assessment_id`,
      amara.personId,
      pass,
      by.personId,
    )
    await run(
      `insert into assessment_rating (org_id, assessment_id, competency_id, level, no_example, example_when, example_who, example_did, example_followed, changed, note, evidence_ids)
       select $1, $4, competency_id, $5, true, '', '', '', '', '', '', '{}' from ${competencies} c`,
      role,
      version,
      kept[0].assessment_id,
      level,
    )
    await run(
      `update assessment set in_on = '2025-09-02' where org_id = $1 and assessment_id = $2`,
      kept[0].assessment_id,
    )
  }
  await run(
    `insert into feedback_round (org_id, round_id, person_id, number, version, state, purpose, competency_ids, questions, planned_by, launched_by, launched_on, closes_on, marked_by)
     select $1, gen_random_uuid(), $4, 1, 1, 'closed', 'x', array_agg(competency_id), jsonb_agg(jsonb_build_object('competencyId', competency_id, 'title', 't', 'levels', '[]'::jsonb)), $4, $5, '2025-08-01', '2025-08-20', 'x' from ${competencies} c`,
    role,
    version,
    amara.personId,
    ben.personId,
  )
  await run(
    `insert into feedback_group (org_id, round_id, group_name, mode, threshold) select org_id, round_id, 'peers', 'anonymous', 3 from feedback_round where org_id = $1`,
  )
  await run(
    `insert into feedback_reading (org_id, reading_id, round_id, group_name, question, n, threshold, shown)
     select f.org_id, gen_random_uuid(), f.round_id, 'peers', c.competency_id::text, 5, 3, '{"kind": "about", "level": 3.5}' from feedback_round f, ${competencies} c where f.org_id = $1`,
    role,
    version,
  )
  await run(
    `insert into evidence (org_id, evidence_id, person_id, number, version, draft, kind, title, words, happened_on, detail, private, added_by, added_on, saved_at)
     select $1, gen_random_uuid(), $2, n, 1, false, (array['compliment', 'observation', 'reflection', 'audit'])[1 + n % 4], 'Item ' || n,
       'What happened on that day, told in a sentence or two, number ' || n, date '2025-10-01' - n, '{}', false, $3, '2025-10-01', now()
     from generate_series(1, ${ITEMS}) n`,
    amara.personId,
    ben.personId,
  )
  await run(
    `insert into evidence_link (org_id, link_id, evidence_id, competency_id, bearing, reason, made_by, made_on)
     select $1, gen_random_uuid(), e.evidence_id, c.competency_id, case when e.number % 3 = 0 then 'against' else 'for' end, 'It shows it', $4, '2025-10-01'
     from evidence e cross join lateral (select competency_id from ${competencies} all_of order by md5(e.number::text || competency_id::text) limit 10) c where e.org_id = $1`,
    role,
    version,
    ben.personId,
  )
  await run(
    `insert into need (org_id, need_id, person_id, number, competency_id, title, kind, why, priority, came_from, sharing, evidence_ids, made_by, made_on)
     select $1, gen_random_uuid(), $4, place, competency_id, 'Need ' || place, 'professional', 'The role asks', 2, 'assessment', 'assessor', '{}', $4, '2025-09-03'
     from ${competencies} c where place % 4 = 0`,
    role,
    version,
    amara.personId,
  )
  await run(
    `insert into swot_board values ($1, gen_random_uuid(), $2, 1, '', 'leader', null, '2025-09-03')`,
    amara.personId,
  )
  await run(
    `insert into swot_entry (org_id, entry_id, revision, board_id, place, quarter, words, evidence_ids, competency_ids, need_ids, gone, saved_on)
     select $1, gen_random_uuid(), 1, b.board_id, c.place, 'weakness', 'Weak at ' || c.place, '{}', array[c.competency_id], '{}', false, '2025-09-03'
     from swot_board b, ${competencies} c where b.org_id = $1 and c.place % 5 = 0`,
    role,
    version,
  )
  await putCalls(owner, orgId, amara.personId)
  await owner.query('analyze')
  const userId = await house.identity.addUser({ ...amara, orgId, password: null })
  const lines = await house.identity.signInAs(userId, new Headers())
  return {
    path: `http://localhost:3000/people/${amara.personId}/gaps`,
    cookie: lines.map((line) => line.split(';')[0]).join('; '),
  }
}

/** Nine months of one adviser's telephone calls. */
async function putCalls(owner: pg.Client, orgId: string, personId: string): Promise<void> {
  const calls = asContacts(contactsOf(TELEPHONE).filter(({ person }) => person === 'Amara Okafor'))
  const { rows } = await owner.query(
    `with s as (insert into contact_source (org_id, source_id, name, mapping, headings, saved_at) values ($1, gen_random_uuid(), 'Telephone', '{}', '', now()) returning source_id),
     b as (insert into import_batch (org_id, batch_id, source_id, file_name, file_size, sha256, state, made_at) select $1, gen_random_uuid(), source_id, 'calls.csv', 1, repeat('a', 64), 'loaded', now() from s returning batch_id, source_id),
     a as (insert into agent (org_id, source_id, name, person_id) select $1, source_id, 'Amara Okafor', $2 from s)
     select batch_id, source_id from b`,
    [orgId, personId],
  )
  const { batch_id: batch, source_id: source } = rows[0]
  const fields = calls.map((call) => ({
    ...call,
    contactId: String(call.contactId),
    hash: randomBytes(16).toString('hex'),
  }))
  await owner.query(
    `insert into contact (org_id, contact_id, source_id, batch_id, external_id, row_hash, agent_name, customer_key, topic, opened_at, day, first_reply_at, reply_seconds, solved_at, outcome, answered, rating, handle_seconds)
     select $1, gen_random_uuid(), $2, $3, r."contactId", r.hash, 'Amara Okafor', r."customerKey", r.topic, r.at, r.day, r."firstReplyAt", r."replySeconds", r."solvedAt", r.outcome, r.answered, r.rating, r."handleSeconds"
     from jsonb_to_recordset($4::jsonb) as r("contactId" text, hash text, "customerKey" text, topic text, at timestamptz, day date, "firstReplyAt" timestamptz, "replySeconds" int, "solvedAt" timestamptz, outcome text, answered boolean, rating int, "handleSeconds" int)`,
    [orgId, source, batch, JSON.stringify(fields)],
  )
}

const now = () => new Date(`${TODAY}T10:00:00Z`)
await inHouseOfOwn(async (house, url) => {
  const owner = new pg.Client({ connectionString: url, options: '-c search_path=goldthread' })
  owner.on('error', () => {})
  await owner.connect()
  const sizes = [FEW, many]
  const pages = []
  for (const size of sizes) pages.push({ size, ...(await fill(house, owner, size)), times: [] as number[] })
  await owner.end()
  const site = openSite(house, new Map())
  const ask = async ({ path, cookie }: { path: string; cookie: string }) => {
    const answer = await site.request(path, { headers: { cookie } })
    const html = await answer.text()
    if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${html.slice(0, 2000)}`)
    return html
  }
  for (let round = -10; round < rounds; round++)
    for (const page of pages) {
      const began = performance.now()
      await ask(page)
      if (round >= 0) page.times.push(performance.now() - began)
    }
  for (const page of pages) {
    statements.take()
    const html = await ask(page)
    const rows = html.match(/<article class="gap"/g)?.length ?? 0
    console.log(
      `${page.size} competencies x 5 sources x ${ITEMS} items: ${rows} rows, ${median(page.times).toFixed(1)} ms (median of ${rounds}), ${statements.take()} SQL statements, ${Math.round(html.length / 1024)} KiB`,
    )
  }
  const [few, all] = pages.map(({ times }) => median(times))
  console.log(
    `ratio ${((all ?? 0) / (few ?? 1)).toFixed(2)} for ${(many / FEW).toFixed(1)} times the competencies`,
  )
}, now)
