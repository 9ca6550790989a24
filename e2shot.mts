import { launchBrowser } from './test/browser.ts'
import { openInstallation, openWalker } from './test/pages.ts'
import { addOrganisation, addCharacter } from './test/world.ts'
import { addEvidence } from './src/app/evidence/evidence.ts'
import { listCompetencies } from './src/app/frameworks/frameworks.ts'
import { exempt } from './src/app/evidence/exempting.ts'
import { setAgeRule } from './src/app/evidence/ageing.ts'
import { judgeLink } from './src/app/evidence/judging.ts'
import { listEvidence } from './src/app/evidence/evidence.ts'
import { paths } from './src/app/paths.ts'
const { prepare } = await import('./bin/lib/prepare.mjs')
await prepare(() => {})
const inst = await openInstallation(new Date('2026-11-17T10:00:00Z'))
const browser = await launchBrowser()
try {
  const { house } = inst
  const { orgId } = await addOrganisation(house, 'Larkfield Energy')
  const at = { house, site: null as never, today: '2026-11-17' }
  const add = (x: object) => addCharacter(at, orgId, x as never)
  const ben = await add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  const amara = await add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  const priya = await add({ name: 'Priya Nair', team: 'Northgate', leader: 'Ben Hughes' })
  const chidi = await add({ name: 'Chidi Eze', standing: 'assessor' })
  const dana = await add({ name: 'Dana Price', standing: 'administrator' })
  await house.db.inOrg(orgId, (tx) => tx.db.insertInto('assignment').values({ org_id: orgId, assessor_id: chidi.personId, person_id: amara.personId }).execute())
  const comps = await house.db.inOrg(orgId, (tx) => listCompetencies(tx))
  const id = (t: string) => comps.find((c) => c.title.startsWith(t))!.competencyId
  console.log(comps.map((c) => c.title + (c.legal ? ' LEGAL' : '')).join(' | '))
  const keep = (by: any, of: any, x: any) => house.db.inOrg(orgId, async (tx) => { const r = await addEvidence(tx, by.actor, { personId: of.personId, ...x }, '2026-11-17'); if (!r.ok) throw new Error(JSON.stringify(r)); return r.value })
  const L = (t: string, reason: string, bearing = 'for') => ({ competencyId: id(t), reason, bearing })
  const comp = { giver: 'A customer', quote: 'You are the first who rang when they said.' }
  const first = await keep(amara, amara, { kind: 'compliment', declared: true, text: 'A customer’s bill had doubled. I checked the reading with her, asked her to tell me back what happens next, and rang on Friday as promised.', happenedOn: '2026-11-13', detail: { ...comp, cycle: 'Following up' }, links: [L('Handling complaints', 'The promise was in the diary and kept on the day.'), L('Listening', 'She told me back what happens next.')] })
  await keep(ben, amara, { kind: 'observation', text: 'Three calls side by side. She let each caller finish and asked one open question.', happenedOn: '2026-10-02', detail: { observer: 'Ben Hughes, team leader', done: 'Let the caller finish.', cycle: 'Finding out', moment: 'When the caller paused.' }, links: [L('Handling complaints', 'She heard the caller out.'), L('Listening', 'One open question each.')] })
  await keep(ben, amara, { kind: 'complaint', text: 'A promised call back was not made.', happenedOn: '2026-09-11', detail: { heard: 'No call.', empathised: 'Said so.', apologised: 'For the wait.', action: 'Rang.', outcome: 'Content.', cycle: 'Following up' }, links: [L('Handling complaints', 'The call back was not made.', 'against')] })
  await keep(amara, amara, { kind: 'certificate', text: 'Online course on data protection, passed.', happenedOn: '2026-03-04', expiresOn: '2026-11-03', detail: { awarder: 'Larkfield Academy' }, links: [{ competencyId: comps.find((c) => c.legal)!.competencyId, reason: 'It was about customer data.', bearing: 'for' }] })
  await keep(amara, amara, { kind: 'reflection', text: 'I talk too fast when the queue is long.', happenedOn: null, detail: { learnt: 'Slow down.', next: 'Breathe.' }, links: [] })
  await keep(amara, amara, { kind: 'work product', text: 'A letter in plain words about estimated readings.', happenedOn: '2025-12-10', detail: { place: 'Letters, L-220', cycle: 'Closing' }, links: [L('Written', 'Plain words.')] })
  await keep(priya, priya, { kind: 'work product', text: 'A letter in plain words about estimated readings.', happenedOn: '2025-12-11', detail: { place: 'Letters, L-220' }, links: [] })
  await house.db.inOrg(orgId, (tx) => exempt(tx, ben.actor, { personId: amara.personId, competencyId: comps.filter((c) => c.legal)[1]!.competencyId, reason: 'Works from home at her own desk until the move in spring.', until: '2027-03-31' }, '2026-11-17'))
  await house.db.inOrg(orgId, (tx) => setAgeRule(tx, dana.actor, { competencyId: id('Product'), months: 6, reason: 'Tariffs change twice a year.', before: { months: 12, reason: null } }, '2026-11-17'))
  const items = await house.db.inOrg(orgId, (tx) => listEvidence(tx, amara.personId))
  const item = items.find((i) => i.evidenceId === first)!
  const linkId = item.links[0]!.linkId
  await house.db.inOrg(orgId, (tx) => judgeLink(tx, chidi.actor, { personId: amara.personId, evidenceId: first, linkId, judgements: [{ letter: 'valid', verdict: 'shown', words: 'Read the note of the call and the diary.' }, { letter: 'sufficient', verdict: 'not yet', words: 'I would like one hard call from this month.' }] }, '2026-11-17'))
  const P = amara.personId
  const letter = items.find((i) => i.kind === 'work product')!
  const shots: [string, any, string][] = [
    ['list', amara, paths.evidence(P)], ['item', amara, paths.evidenceItem(P, first)], ['judge', chidi, paths.evidenceCase(P, first, linkId)], ['letter', ben, paths.evidenceItem(P, letter.evidenceId)],
    ['duties', ben, paths.legalDuties(P)], ['dutiesown', amara, paths.legalDuties(P)], ['rules', dana, paths.evidenceRules], ['rule', dana, paths.evidenceRule(id('Product'))],
  ]
  for (const js of [true, false]) for (const [name, who, path] of shots) {
    const walker = await openWalker(browser, inst.base, { javaScript: js })
    const user = await house.db.inOrg(orgId, async () => null)
    const cookies = await (async () => { const u = await (house.db.installation as any).executeQuery; return null })()
    const email = `${who.person.name.toLowerCase().replace(/\W+/g, '.')}@${orgId.slice(-6)}.example`
    const pool = house.db.installation
    const { sql } = await import('kysely')
    const r = await sql<{ id: string }>`select id from identity."user" where email = ${email}`.execute(pool)
    const lines = await house.identity.signInAs(r.rows[0]!.id, new Headers())
    await walker.context.addCookies(lines.map((l: string) => ({ name: l.slice(0, l.indexOf('=')), value: l.slice(l.indexOf('=') + 1, l.indexOf(';')), url: inst.base })))
    try { await walker.go(path); console.log(name, js, 'ok') } catch (e) { console.log(name, js, String((e as Error).message).slice(0, 900)) }
    if (js) for (const [tag, width, scheme] of [['d', 1280, 'light'], ['m', 390, 'light'], ['k', 1280, 'dark']] as const) {
      if (tag === 'k' && name !== 'item' && name !== 'list') continue
      await walker.page.emulateMedia({ colorScheme: scheme }); await walker.page.setViewportSize({ width, height: 900 })
      if (name === 'item') await walker.page.evaluate("document.querySelector('details.more:not(.guide)').open = true")
      await walker.page.screenshot({ path: `/tmp/e2shots/${name}-${tag}.png`, fullPage: true })
    }
    await walker.context.close()
  }
  if (process.env.FORM) {
    // judge a form without JavaScript, keyboard only etc. is left to the journey
  }
} finally { await browser.close(); await inst.close(); process.exit(0) }
