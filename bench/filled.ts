import type pg from 'pg'

/** What `fillDemo` adds for each person. */
export type Amount = { items: number; rounds: number }

/**
 * Gives every person of the demo's organisation a working life's worth: items of evidence of four kinds, each linked to
 * three competencies and every tenth with a file and judged; rounds of assessment and of 360 feedback; SWOT boards.
 */
export async function fillDemo(owner: pg.Client, orgId: string, { items, rounds }: Amount): Promise<void> {
  const run = (text: string, ...values: unknown[]) => owner.query(text, [orgId, ...values])
  await run(
    `insert into evidence (org_id, evidence_id, person_id, number, version, draft, kind, title, words, happened_on, detail, private, added_by, added_on, saved_at)
     select $1, gen_random_uuid(), p.person_id, 1000 + n, 1, false, (array['compliment', 'observation', 'work product', 'audit'])[1 + n % 4],
       'Item ' || n || ' of the year', 'What happened on that day at the desk, told in a sentence or two, number ' || n || ' of ' || p.name,
       current_date - 1 - n, '{}', false, coalesce(s.leader_id, p.person_id), current_date - n, now()
     from person p left join position s on s.org_id = p.org_id and s.person_id = p.person_id and s.to_day is null, generate_series(1, $2::int) n
     where p.org_id = $1`,
    items,
  )
  await run(
    `insert into evidence_link (org_id, link_id, evidence_id, competency_id, bearing, reason, made_by, made_on)
     select $1, gen_random_uuid(), e.evidence_id, c.competency_id, case when e.number % 5 = 0 then 'against' else 'for' end, 'It shows it', e.added_by, e.added_on
     from evidence e cross join lateral (
       select w.item_id as competency_id from framework_item w join framework f on f.org_id = w.org_id and f.framework_id = w.framework_id and f.version = w.version and f.in_force
       where w.org_id = $1 order by md5(e.evidence_id::text || w.item_id::text) limit 3) c
     where e.org_id = $1 and e.number > 1000`,
  )
  await run(
    `insert into evidence_file (org_id, evidence_id, file_id, name, hash, size, type, added_by, added_on)
     select $1, evidence_id, gen_random_uuid(), 'note-' || number || '.txt', md5(evidence_id::text), 100, 'text/plain', added_by, added_on
     from evidence where org_id = $1 and number > 1000 and number % 10 = 0`,
  )
  await run(
    `insert into evidence_judgement (org_id, judgement_id, link_id, letter, verdict, words, judged_by, judged_on, item_version)
     select $1, gen_random_uuid(), l.link_id, 'valid', 'shown', 'Seen at the desk', e.added_by, current_date, 1
     from evidence_link l join evidence e on e.org_id = l.org_id and e.evidence_id = l.evidence_id
     where e.org_id = $1 and e.number > 1000 and e.number % 10 = 0`,
  )
  await run(
    `insert into evidence_count select $1, person_id, max(number) from evidence where org_id = $1 group by 2
     on conflict (org_id, person_id) do update set last = excluded.last`,
  )
  await run(
    `insert into assessment_round (org_id, person_id, round, role_id, role_version, began_on)
     select $1, p.person_id, 100 + n, r.role_id, r.version, current_date - 30 * (20 - n)
     from person p, generate_series(1, $2::int) n,
       (select role_id, version from role_profile where org_id = $1 and in_force order by title limit 1) r where p.org_id = $1`,
    rounds,
  )
  await run(
    `insert into assessment (org_id, assessment_id, person_id, round, pass, by_id, framework_id, framework_version)
     select $1, gen_random_uuid(), r.person_id, r.round, pass, r.person_id, f.framework_id, f.version
     from assessment_round r join framework f on f.org_id = r.org_id and f.in_force, unnest(array['self', 'leader', 'agreed']) pass
     where r.org_id = $1 and r.round > 100`,
  )
  await run(
    `insert into assessment_rating (org_id, assessment_id, competency_id, level, no_example, example_when, example_who, example_did, example_followed, changed, note, evidence_ids)
     select $1, a.assessment_id, q.competency_id, 3, true, '', '', '', '', '', '', '{}'
     from assessment a join assessment_round r on r.org_id = a.org_id and r.person_id = a.person_id and r.round = a.round
     join role_requirement q on q.org_id = r.org_id and q.role_id = r.role_id and q.version = r.role_version
     where a.org_id = $1 and a.round > 100`,
  )
  await run(`update assessment set in_on = current_date where org_id = $1 and round > 100`)
  await run(
    `insert into feedback_round (org_id, round_id, person_id, number, version, state, purpose, competency_ids, questions, planned_by, launched_by, launched_on, closes_on, marked_by)
     select $1, gen_random_uuid(), p.person_id, 100 + n, 1, 'closed', 'To keep customers told', c.ids, c.questions, p.person_id, p.person_id,
       current_date - 400 + n, current_date - 380 + n, 'x'
     from person p, generate_series(1, $2::int) n, (
       select array_agg(w.item_id) as ids, jsonb_agg(jsonb_build_object('competencyId', w.item_id, 'title', w.title, 'levels', '[]'::jsonb)) as questions
       from (select w.* from framework_item w join framework f on f.org_id = w.org_id and f.framework_id = w.framework_id and f.version = w.version and f.in_force
         where w.org_id = $1 order by place limit 8) w) c
     where p.org_id = $1`,
    rounds,
  )
  await run(
    `insert into feedback_group (org_id, round_id, group_name, mode, threshold)
     select org_id, round_id, name, case when name = 'leader' then 'named' else 'anonymous' end, case when name = 'leader' then 1 else 3 end
     from feedback_round, unnest(array['leader', 'peers', 'customers']) name where org_id = $1 and number > 100`,
  )
  await run(
    `insert into feedback_request (org_id, request_id, round_id, group_name, person_id, name, email, state)
     select org_id, gen_random_uuid(), round_id, 'customers', null, 'Customer ' || n, 'customer.' || n || '@customers.example', 'ended'
     from feedback_round, generate_series(1, 5) n where org_id = $1 and number > 100`,
  )
  await run(
    `insert into feedback_reading (org_id, reading_id, round_id, group_name, question, n, threshold, shown)
     select f.org_id, gen_random_uuid(), f.round_id, g, c::text, 5, 3, '{"kind": "about", "level": 3.5}'
     from feedback_round f, unnest(f.competency_ids) c, unnest(array['peers', 'customers']) g where f.org_id = $1 and f.number > 100`,
  )
  await run(
    `insert into feedback_text (org_id, text_id, round_id, group_name, question, words)
     select org_id, gen_random_uuid(), round_id, 'peers', q, 'Keep telling customers what happens next, number ' || n
     from feedback_round, unnest(array['keep', 'change']) q, generate_series(1, 3) n where org_id = $1 and number > 100`,
  )
  await run(
    `insert into swot_board (org_id, board_id, person_id, number, about, sharing, began_on)
     select $1, gen_random_uuid(), p.person_id, 100 + n, '', 'leader', current_date - 30 * (20 - n) from person p, generate_series(1, $2::int) n where p.org_id = $1`,
    rounds,
  )
  await run(
    `insert into swot_entry (org_id, entry_id, revision, board_id, place, quarter, words, evidence_ids, competency_ids, need_ids, gone, saved_on)
     select $1, gen_random_uuid(), 1, b.board_id, n, (array['strength', 'weakness', 'opportunity', 'threat'])[1 + n % 4], 'Said under ' || n, '{}', '{}', '{}', false, current_date
     from swot_board b, generate_series(1, 16) n where b.org_id = $1 and b.number > 100`,
  )
  await owner.query('vacuum analyze')
}
