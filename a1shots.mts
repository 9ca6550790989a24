import { launchBrowser } from './test/browser.ts'
import { openInstallation } from './test/pages.ts'
import { loadDemo } from './src/app/demo/demo.ts'
import { beginBoard, writeEntry } from './src/app/assessments/swot.ts'
import { listPeople, actorOf } from './src/app/people/people.ts'
import { listCompetencies } from './src/app/frameworks/frameworks.ts'
import { listEvidence } from './src/app/evidence/evidence.ts'
const browser = await launchBrowser()
const inst = await openInstallation(new Date('2026-11-17T09:00:00Z'))
const orgId = await loadDemo(inst.house)
const me = await inst.house.db.inOrg(orgId, async (tx) => {
  const amara = (await listPeople(tx)).find((p) => p.name === 'Amara Okafor')!
  const actor = (await actorOf(tx, amara.personId))!.actor
  const b = await beginBoard(tx, actor, { personId: amara.personId, about: 'Toward team leader', from: null }, '2026-11-17')
  const c = await listCompetencies(tx); const e = await listEvidence(tx, amara.personId)
  const add = (quarter: any, words: string, n: number, k: number) => writeEntry(tx, actor, { personId: amara.personId, boardId: (b as any).value, entryId: null, revision: null, quarter, words, competencyIds: n >= 0 ? [c[n]!.competencyId] : [], evidenceIds: k >= 0 ? [e[k]!.evidenceId] : [], needIds: [] }, '2026-11-17')
  await add('strength', 'I calm angry callers, and they say so', 0, 1)
  await add('weakness', 'I close calls without saying the next step', 6, 0)
  await add('weakness', 'I avoid speaking in front of the team', -1, -1)
  await add('opportunity', 'A team leader post falls vacant in spring', -1, -1)
  await add('opportunity', 'I could become more confident in meetings', -1, -1)
  await add('threat', 'The training budget was cut', -1, -1)
  return { id: amara.personId, board: (b as any).value }
})
for (const [w, js] of [[1280, true], [390, true]] as const) {
  const ctx = await browser.newContext({ viewport: { width: w, height: 900 }, javaScriptEnabled: js })
  const page = await ctx.newPage()
  await page.goto(inst.base + '/')
  await page.getByRole('button', { name: /Explore the demo as Amara/ }).or(page.getByRole('link', { name: /Explore the demo as Amara/ })).first().click()
  await page.waitForLoadState('load')
  for (const [n, p] of [['gaps', 'gaps'], ['swots', 'swot'], ['swot', `swot/${me.board}`], ['johari', 'johari'], ['needs', 'needs'], ['neednew', 'needs/new'], ['rounds', 'assessments']] as const) {
    const r = await page.goto(`${inst.base}/people/${me.id}/${p}`)
    if (r!.status() !== 200) console.log(n, r!.status())
    await page.screenshot({ path: `/tmp/a1-${n}-${w}.png`, fullPage: true })
  }
  await page.goto(`${inst.base}/people/${me.id}/needs`)
  await page.locator('.rows a').first().click(); await page.waitForLoadState('load')
  await page.screenshot({ path: `/tmp/a1-need-${w}.png`, fullPage: true })
  await ctx.close()
}
await browser.close(); await inst.close(); process.exit(0)
