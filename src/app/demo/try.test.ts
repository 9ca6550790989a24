import { test } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { loadDemo, deleteDemo } from './demo.ts'
import { actorOf, listPeople } from '../people/people.ts'
import { planOf } from '../plans/plans.ts'
import { readinessOf } from '../readiness/readiness.ts'
test('try', async () => {
  const world = await openWorld({ today: '2026-11-17' })
  let t = performance.now()
  const start = t
  const cpu = process.cpuUsage()
  const org = await loadDemo(world.house, (w) => { console.log(((performance.now() - t)/1000).toFixed(1), '|', w); t = performance.now() })
  const used = process.cpuUsage(cpu)
  console.log('total', ((performance.now()-start)/1000).toFixed(1), 'node cpu', (used.user+used.system)/1e6)
  await world.house.db.inOrg(org, async (tx) => {
    for (const name of ['Amara Okafor','Priya Nair','Tom Walsh','Grace Lim','Sofia Rossi','Ellie Marsh','Yusuf Demir','Leila Haddad']) {
    const p = (await listPeople(tx)).find(x=>x.name===name)!
    const a = (await actorOf(tx, p.personId))!.actor
    const plan = await planOf(tx, p.personId, a, world.today)
    for (const o of plan.objectives) for (const [k,l] of Object.entries(o.reading.letters)) if (l && !l.found) console.log(name, o.ref, o.title, k, l.because, o.baseline, JSON.stringify(o.basis?.expected), JSON.stringify(o.basis?.best))
    if (name.startsWith('Amara')) for (const c of await readinessOf(tx, p.personId, a, world.today)) console.log(c.check, c.state, c.what, '| MISSING', c.missing)
    }
  })
})
