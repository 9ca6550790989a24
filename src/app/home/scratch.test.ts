import { writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { loadDemo } from '../demo/demo.ts'
import { listPeople } from '../people/people.ts'
import { membersOf, peopleFor } from './team.ts'
import { actorOf } from '../people/people.ts'
import { peopleFigures } from '../measures/measures.ts'
test('scratch', async () => {
  const world = await openWorld({ today: '2026-11-17' })
  let orgId: string
  try { orgId = await loadDemo(world.house, () => {}) } catch (e) { console.log('demo failed', e); const { listOrganisations } = await import('../people/people.ts'); orgId = (await listOrganisations(world.house.db)).find((o) => o.demo)!.orgId }
  const people = await world.house.db.inOrg(orgId, (tx) => listPeople(tx))
  console.log(people.map((p) => `${p.name}/${p.standings.join('+')}/${p.team}/${p.leader}`).join('; '))
  const cookieFor = async (name: string) => {
    const p = people.find((one) => one.name === name)
    if (!p) return null
    const user = await world.house.identity.userOf(p.personId)
    const userId = user?.userId ?? (await world.house.identity.addUser({ email: `${p.personId}@x.example`, name, orgId, personId: p.personId, password: null }))
    const lines = await world.house.identity.signInAs(userId, new Headers())
    return { p, cookie: lines.map((l) => l.slice(0, l.indexOf(';'))).join('; ') }
  }
  for (const p of people.filter((one) => one.standings.includes('leader') || one.standings.includes('quality-assurer') || one.standings.includes('assessor') || /Amara|Tom|Leila/.test(one.name))) {
    const who = await cookieFor(p.name)
    if (!who) continue
    for (const path of ['/home', '/team', `/people/${p.personId}/account`]) {
      const ts: number[] = []
      let html = '', status = 0
      for (let i = 0; i < 4; i++) { const a = performance.now(); const r = await world.site.request(`http://localhost:3000${path}`, { headers: { cookie: who.cookie } }); html = await r.text(); status = r.status; ts.push(performance.now() - a) }
      console.log(p.name, path.replace(p.personId, 'me'), status, Math.min(...ts).toFixed(0), 'ms', html.length)
      writeFileSync(`/tmp/h12-${p.name.split(' ')[0]}-${path.split('/').pop()}.html`, html)
    }
    if (p.standings.includes('leader')) await world.house.db.inOrg(orgId, async (tx) => {
      const a = await actorOf(tx, p.personId)
      const list = await peopleFor(tx, a!.actor)
      for (let i = 0; i < 3; i++) { const t = performance.now(); await membersOf(tx, list, a!.actor, world.today); const u = performance.now(); await peopleFigures(tx, list.map((x) => x.personId), world.today, 'fcr'); console.log('members', list.length, (u - t).toFixed(0), 'figures', (performance.now() - u).toFixed(0)) }
    })
  }
})
