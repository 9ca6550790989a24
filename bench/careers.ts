// The career page of one person among 60 and 3,000 roles of 20 moves each, as the server answers it: median and quickest
// time, SQL statements, bytes, and how many times as long the many take as the few.
// `node --import tsx bench/careers.ts [RUNS]`, on an embedded PostgreSQL of its own, or on the server that
// GOLDTHREAD_TEST_DATABASE names.
import pg from 'pg'
import { becomeCharacter, loadDemo } from '../src/app/demo/demo.ts'
import { paths } from '../src/app/paths.ts'
import { listPeople } from '../src/app/people/people.ts'
import { listRoles } from '../src/app/roles/roles.ts'
import { openSite } from '../src/app/web.ts'
import { countStatements, inHouseOfOwn, median } from './ground.ts'

const runs = Number(process.argv[2] ?? 11)
const SIZES = [60, 3000]
const LINKS = 20
const TRACKS = ['Line', 'Resolution', 'Quality', 'Planning', 'Customers', 'Digital', 'Field', 'Learning']

/** Roles up to so many, each asking what the first that there was asks, and moves to twenty of about the same level. */
async function fill(owner: pg.Client, orgId: string, size: number): Promise<void> {
  await owner.query(
    `with first as (
       select p.role_id, p.version from role_profile p
       where p.org_id = $1 and p.in_force and exists (
         select from role_requirement q
         where q.org_id = p.org_id and q.role_id = p.role_id and q.version = p.version)
       order by p.title limit 1
     ), made as (
       insert into role (org_id, role_id, place)
       select $1, gen_random_uuid(), n
       from generate_series((select count(*) + 1 from role where org_id = $1), $2::bigint) as n
       returning role_id, place
     ), told as (
       insert into role_profile (org_id, role_id, version, title, track, responsibility, jobs, entry, in_force, made_at)
       select $1, role_id, 'v1', 'Role ' || place, ($3::text[])[1 + place % 8], 1 + (place / 8) % 6, '{}', '', true, now()
       from made returning role_id
     )
     insert into role_requirement (org_id, role_id, version, competency_id, level, essential, weight, place)
     select $1, told.role_id, 'v1', q.competency_id, q.level, q.essential, q.weight, q.place
     from told, first
     join role_requirement q on q.org_id = $1 and q.role_id = first.role_id and q.version = first.version`,
    [orgId, size, TRACKS],
  )
  await owner.query(
    `insert into role_move (org_id, from_id, to_id)
     with placed as (
       select role_id, responsibility, row_number() over (partition by responsibility order by role_id) as at,
         count(*) over (partition by responsibility) as of
       from role_profile where org_id = $1 and in_force
     )
     select $1, a.role_id, b.role_id
     from placed a cross join generate_series(1, ${LINKS}) as n
     join placed b on b.responsibility = least(6, a.responsibility + n % 2) and b.at = 1 + (a.at * 7 + n * 13) % b.of
     where a.role_id <> b.role_id
     on conflict do nothing`,
    [orgId],
  )
  await owner.query('analyze role; analyze role_profile; analyze role_requirement; analyze role_move')
}

await inHouseOfOwn(async (house, url) => {
  const orgId = await loadDemo(house)
  const owner = new pg.Client({ connectionString: url, options: '-c search_path=goldthread' })
  await owner.connect()
  const people = await house.db.inOrg(orgId, listPeople, { readOnly: true })
  const amara = people.find(({ name }) => name === 'Amara Okafor')?.personId ?? ''
  const site = openSite(house, new Map())
  const cookie = ((await becomeCharacter(house, new Headers(), { name: 'Amara Okafor' })) ?? [])
    .map((line) => line.split(';')[0])
    .join('; ')
  const statements = countStatements()
  let few = 0
  for (const size of SIZES) {
    await fill(owner, orgId, size)
    const { rows } = await owner.query('select count(*)::int as moves from role_move where org_id = $1', [
      orgId,
    ])
    const roles = await house.db.inOrg(orgId, listRoles, { readOnly: true })
    const far = roles.findLast(({ responsibility }) => responsibility === 5)
    for (const [name, path] of [
      ['career', paths.career(amara)],
      ['a role far away', paths.career(amara, { role: far?.roleId ?? '' })],
      ['try on', paths.careerRole(amara, far?.roleId ?? '')],
    ] as const) {
      const times: number[] = []
      let told = ''
      for (let run = 0; run < runs; run++) {
        statements.take()
        const began = performance.now()
        const answer = await site.request(`http://localhost:3000${path}`, { headers: { cookie } })
        const html = await answer.text()
        times.push(performance.now() - began)
        told = `${statements.take()} statements, ${Math.round(html.length / 1024)} kB, ${answer.status}`
      }
      const [first = 0, ...later] = times
      if (name === 'career' && size === SIZES[0]) few = median(later)
      console.log(
        `${size} roles, ${rows[0]?.moves} moves, ${name}: first ${first.toFixed(0)} ms, then ${median(later).toFixed(0)} (quickest ${Math.min(...later).toFixed(0)}), ${(median(later) / few).toFixed(1)} times the career page of few; ${told}`,
      )
    }
  }
  await owner.end()
})
