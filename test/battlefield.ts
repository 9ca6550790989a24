import assert from 'node:assert/strict'
import type { Id } from '../src/kernel/id.ts'
import { developFully } from './developed.ts'
import { crawl, type Ground } from './fuzzing.ts'
import { type Character, openWorld, type World } from './world.ts'

/** An organisation worth attacking: a whole thread, a review and a pass under way, a file half imported. */
export type Battlefield = {
  world: World
  amara: Character
  ben: Character
  chidi: Character
  efua: Character
  dana: Character
  grace: Character
  objectiveId: Id
  competencyId: Id
  needId: Id
  selfPassId: Id
  openReviewId: Id
  batchId: Id
  /** What Amara, Ben and Dana meet on their pages. */
  grounds(): Promise<{ who: Character; ground: Ground }[]>
}

const own = (id: Id) =>
  [
    '',
    '/work',
    '/evidence',
    '/evidence/new',
    '/gaps',
    '/plan',
    '/objectives/new',
    '/reviews',
    '/assessments',
    '/reflections',
    '/reflections/new?model=gibbs',
    '/needs/new',
    '/account',
    '/work/fcr',
  ].map((end) => `/people/${id}${end}`)

export async function openBattlefield(): Promise<Battlefield> {
  const world = await openWorld()
  const ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  const amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  const chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  const efua = await world.add({ name: 'Efua Asante', standing: 'quality-assurer' })
  const grace = await world.add({ name: 'Grace Lim' })
  await world.inOrg((tx) =>
    tx.db
      .insertInto('assignment')
      .values({ org_id: world.orgId, assessor_id: chidi.personId, person_id: amara.personId })
      .execute(),
  )
  const { objectiveId } = await developFully(world, amara, ben)
  world.setToday('2026-01-20')
  // A few weeks of contacts make the same pages as two years, and make them sooner.
  await world.inOrg(({ db, orgId }) =>
    db.deleteFrom('contact').where('org_id', '=', orgId).where('day', '<', '2025-12-15').execute(),
  )
  const at = `/people/${amara.personId}`
  const begun = await amara.session.post(`${at}/assessments`, {})
  const held = { 'held-day': '20', 'held-month': '1', 'held-year': '2026' }
  const review = await amara.session.post(`${at}/reviews`, held)
  const tally = { name: 'Compliments', words: 'Each one', kind: 'count', better: 'higher' }
  await amara.session.post(`${at}/tallies`, tally)
  const csv = 'id,agent,opened,customer\n1,Amara,2026-01-01 10:00,c1\n2,Zed,2026-01-02 10:00,c2\n'
  const upload = await dana.session.post('/imports', { file: new File([csv], 'a.csv') })
  const need = await world.inOrg(({ db, orgId }) =>
    db.selectFrom('need').select(['need_id', 'competency_id']).where('org_id', '=', orgId).executeTakeFirst(),
  )
  const ids = {
    objectiveId,
    competencyId: need?.competency_id ?? '',
    needId: need?.need_id ?? '',
    selfPassId: idIn(begun.path),
    openReviewId: idIn(review.path),
    batchId: idIn(upload.path),
  }
  for (const [name, id] of Object.entries(ids)) assert.ok(id, `the battlefield has no ${name}`)
  const administers = [
    '/people',
    '/imports',
    '/frameworks',
    '/roles',
    '/priorities',
    '/settings',
    `${at}/change`,
  ]
  const starts: [Character, string[]][] = [
    [amara, ['/home', ...own(amara.personId)]],
    [ben, ['/team', ...own(amara.personId), ...own(ben.personId)]],
    [dana, administers],
  ]
  return {
    world,
    ...{ amara, ben, chidi, efua, dana, grace },
    ...ids,
    async grounds() {
      const grounds = []
      for (const [who, from] of starts) grounds.push({ who, ground: await crawl(who, from, 90) })
      return grounds
    },
  }
}

/** The identifier that an address ends with; '' where it ends otherwise. */
export const idIn = (path: string) =>
  /[0-9a-f]{8}-[0-9a-f-]{27}$/.exec(path.split(/[?#]/)[0] ?? '')?.[0] ?? ''

/** Posts and answers the identifier of the record that the answer leads to. */
export async function make(
  who: Character,
  path: string,
  fields: Record<string, string | string[] | File>,
): Promise<string> {
  const page = await who.session.post(path, fields)
  assert.equal(page.status, 200, page.text.slice(0, 600))
  return idIn(page.path)
}
