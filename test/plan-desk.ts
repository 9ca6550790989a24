import assert from 'node:assert/strict'
import { makeNeed } from '../src/app/assessments/assessments.ts'
import { listCompetencies } from '../src/app/frameworks/frameworks.ts'
import { saveAssessors } from '../src/app/people/store/people.ts'
import { findObjective, planOf } from '../src/app/plans/plans.ts'
import { type Character, openWorld } from './world.ts'

/** An objective as its form holds it. */
export const RING_BACK = {
  kind: 'professional',
  why: 'My role needs complaints at level 4.',
  text: 'Ring back every customer on the day promised, logged in the diary, so that 18% or fewer complaints are reopened by 29 January 2027.',
  title: 'Ring back',
  measure: 'count',
  baseline: '26',
  target: '18',
  'due-day': '29',
  'due-month': '1',
  'due-year': '2027',
  resources: '2 hours with Priya Nair off the phones',
  cause: 'feedback',
  actions: '0',
}

/** A world in which Ben leads Amara and Chidi assesses her, and the steps of an objective: for a test file's own use. */
export async function openPlans() {
  const world = await openWorld()
  const ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  const chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  const efua = await world.add({ name: 'Efua Asante', standing: 'quality-assurer' })
  const amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  await world.inOrg((tx) => saveAssessors(tx, amara.personId, [chidi.personId]))
  const need = await world.inOrg(async (tx) => {
    const [competency] = await listCompetencies(tx)
    const asked = {
      personId: amara.personId,
      competencyId: competency?.competencyId ?? null,
      kind: 'professional' as const,
      why: 'Complaints come back.',
      evidenceIds: [],
    }
    const made = await makeNeed(tx, amara.actor, asked, world.today)
    if (!made.ok) throw new Error(JSON.stringify(made.refusals))
    return made.value
  })

  const at = (path: string) => `/people/${amara.personId}${path}`
  const idIn = (path: string) => /objectives\/([0-9a-f-]{36})/.exec(path)?.[1] ?? ''
  const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

  async function write(fields: Record<string, string>, to = 'propose'): Promise<string> {
    const page = await amara.session.post(at('/objectives'), { need, ...RING_BACK, ...fields, do: to })
    assert.equal(page.status, 200, page.text.slice(0, 900))
    return idIn(page.path)
  }

  /** Changes an objective as Amara, from what is saved of it. */
  async function change(id: string, fields: Record<string, string>, to = 'propose') {
    const open = await amara.session.get(at(`/objectives/${id}?change=yes`))
    const version = versionIn(open.html)
    return amara.session.post(at(`/objectives/${id}`), { need, ...RING_BACK, version, ...fields, do: to })
  }

  const lead = async (id: string, act: string, fields: Record<string, string> = {}) => {
    const open = await ben.session.get(at(`/objectives/${id}`))
    return ben.session.post(at(`/objectives/${id}/${act}`), { version: versionIn(open.html), ...fields })
  }
  const agree = (id: string, fields: Record<string, string> = {}) =>
    lead(id, 'agreement', { [`unmet-${id}`]: 'Agreed for now.', ...fields })

  const viewer = (who: Character) => ({
    ...who.actor,
    leads: who === ben ? [amara.personId] : [],
    assesses: who === chidi ? [amara.personId] : [],
  })
  const seen = (id: string, who = amara) =>
    world.inOrg((tx) => findObjective(tx, amara.personId, id, viewer(who), world.today))
  const plan = (who = amara) => world.inOrg((tx) => planOf(tx, amara.personId, viewer(who), world.today))

  return {
    world,
    amara,
    ben,
    chidi,
    efua,
    need,
    at,
    write,
    change,
    lead,
    agree,
    viewer,
    seen,
    plan,
    versionIn,
  }
}
