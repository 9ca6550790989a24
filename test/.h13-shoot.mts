import { openInstallation } from '/work/main/test/pages.ts'
import { launchBrowser } from '/work/main/test/browser.ts'
import { loadDemo } from '/work/main/src/app/demo/demo.ts'
import { listPeople } from '/work/main/src/app/people/people.ts'
import { listReviews } from '/work/main/src/app/reviews/reviews.ts'
import { planOf } from '/work/main/src/app/plans/plans.ts'
import { actorOf } from '/work/main/src/app/people/people.ts'
import { paths } from '/work/main/src/app/paths.ts'
const inst = await openInstallation(new Date('2026-11-17T10:00:00Z'))
const t = performance.now()
const orgId = await loadDemo(inst.house)
console.log('loaded', (performance.now()-t)/1000)
const people = await inst.house.db.inOrg(orgId, listPeople)
const id = (n: string) => people.find(p => p.name === n)!.personId
const A = id('Amara Okafor')
const d = await inst.house.db.inOrg(orgId, async (tx) => { const a = (await actorOf(tx, A))!.actor; return { reviews: await listReviews(tx, A, a), plan: await planOf(tx, A, a, '2026-11-17') } })
const O = (m: string) => d.plan.objectives.find(o => o.title.startsWith(m))!.objectiveId
const browser = await launchBrowser()
const sets: [string, [string,string][]][] = [
 ['Amara Okafor', [['home', paths.home],['tour1', paths.tour(1)],['work', paths.work(A)],['fcr', paths.measure(A,'fcr')],['evidence', paths.evidence(A)],['gaps', paths.gaps(A)],['plan', paths.plan(A)],['version3', paths.planVersion(A,3)],['objective', paths.objective(A, O('Resolve'))],['draft', paths.objective(A, O('Fewer'))],['reviews', paths.reviews(A)],['review', paths.review(A, d.reviews[0]!.reviewId)],['review2', paths.review(A, d.reviews[1]!.reviewId)],['account', paths.account(A)],['assessments', paths.assessments(A)],['reflections', paths.reflections(A)]]],
 ['Ben Hughes', [['ben-home', paths.home],['ben-team', paths.team],['tom-csat', paths.measure(id('Tom Walsh'),'csat')],['yusuf-plan', paths.plan(id('Yusuf Demir'))],['kofi-work', paths.work(id('Kofi Mensah'))],['priya-plan', paths.plan(id('Priya Nair'))],['tom-plan', paths.plan(id('Tom Walsh'))],['amara-by-ben', paths.person(A)]]],
 ['Dana Price', [['dana-home', paths.home],['people', paths.people],['imports', paths.imports],['characters', paths.characters],['priorities', paths.priorities]]],
 ['Joanne Whitfield', [['leila-work', paths.work(id('Leila Haddad'))],['joanne-home', paths.home]]],
]
const only = process.argv[2]?.split(',')
const looks = [['d', { viewport: { width: 1280, height: 900 } }], ['m', { viewport: { width: 390, height: 844 } }], ['k', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }]] as const
for (const [tag, options] of looks) for (const [name, pages] of sets) {
  const context = await browser.newContext(options as object)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', m => { if (m.type()==='error') errors.push(m.text()) })
  await page.request.post(inst.base + '/demo', { headers: { origin: inst.base } })
  await page.request.post(inst.base + '/demo/as', { headers: { origin: inst.base }, form: { person: id(name) } })
  for (const [n, path] of pages) {
    if (only && !only.includes(n)) continue
    const r = await page.goto(inst.base + path)
    await page.screenshot({ path: `/tmp/h13/${n}-${tag}.png`, fullPage: true })
    const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    if (r?.status() !== 200 || Number(wide) > 0 || errors.length) console.log(n, tag, r?.status(), 'wide', wide, errors.splice(0).slice(0,2).join(' | '))
    if (tag==='d') { const text = await page.locator('main').innerText(); (await import('node:fs')).writeFileSync(`/tmp/h13/${n}.txt`, text) }
  }
  await context.close()
}
await browser.close(); await inst.close(); process.exit(0)
