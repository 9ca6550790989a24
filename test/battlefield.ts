import { developFully } from './developed.ts'
import { crawl, type Ground } from './fuzzing.ts'
import { type Character, openWorld, type World } from './world.ts'

/** An organisation with a whole thread, and what its adviser, leader and administrator meet on their pages. */
export async function openBattlefield(): Promise<{
  world: World
  people: { who: Character; ground: Ground }[]
}> {
  const world = await openWorld()
  const ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  const amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  await developFully(world, amara, ben)
  world.setToday('2026-01-20')
  // A few weeks of contacts make the same pages as two years, and make them sooner.
  await world.inOrg(({ db, orgId }) =>
    db.deleteFrom('contact').where('org_id', '=', orgId).where('day', '<', '2025-12-15').execute(),
  )
  await amara.session.post(`/people/${amara.personId}/assessments`, {})
  await amara.session.post(`/people/${amara.personId}/reviews`, {})
  await amara.session.post(`/people/${amara.personId}/tallies`, { name: 'Compliments', kind: 'count' })
  await dana.session.post('/imports', {
    file: new File(['id,agent,opened,customer\n1,Amara,2026-01-01 10:00,c1\n2,Zed,2026-01-02 10:00,c2\n'], 'a.csv'),
  })
  const own = (id: string) =>
    ['', '/work', '/evidence', '/evidence/new', '/gaps', '/plan', '/objectives/new', '/reviews', '/assessments', '/reflections', '/reflections/new?model=gibbs', '/needs/new', '/account', '/work/fcr'].map(
      (end) => `/people/${id}${end}`,
    )
  const starts: [Character, string[]][] = [
    [amara, ['/home', ...own(amara.personId)]],
    [ben, ['/team', ...own(amara.personId), ...own(ben.personId)]],
    [dana, ['/people', '/imports', '/frameworks', '/roles', '/priorities', `/people/${amara.personId}/change`, '/settings']],
  ]
  const people = []
  for (const [who, from] of starts) people.push({ who, ground: await crawl(who, from, 90) })
  return { world, people }
}
