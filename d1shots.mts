import { launchBrowser } from './test/browser.ts'
const base = 'http://localhost:3333', out = '/work/shots/issue3'
const only = process.argv[2]
const browser = await launchBrowser()
const c = await browser.newContext({ viewport: { width: 1280, height: 900 } })
const p = await c.newPage()
const go = async (path: string) => { for (let i = 0; ; i++) { const r = await p.goto(base + path); if (r?.status() !== 503 || i > 30) return r } }
await p.goto(base)
if (await p.getByRole('button', { name: /Explore the demo/ }).count()) { await p.getByRole('button', { name: /Explore the demo/ }).click(); for (let i = 0; i < 90 && (/loading/.test(p.url())); i++) { await p.waitForTimeout(1000) } }
console.log(p.url())
await go('/home')
const me = (await p.locator('a[href$="/plan"]').first().getAttribute('href'))!.replace('/plan', '')
const shot = async (name: string, path: string, widths = [1280, 390], dark = false) => {
  if (only && !name.includes(only)) return
  for (const w of widths) for (const k of dark && w === 1280 ? [false, true] : [false]) {
    await p.setViewportSize({ width: w, height: 900 }); await p.emulateMedia({ colorScheme: k ? 'dark' : 'light' })
    const t = Date.now(); const r = await go(path)
    console.log(name, w, r?.status(), Date.now() - t, 'ms', await p.evaluate('document.documentElement.scrollWidth > innerWidth') ? 'OVERFLOW' : '')
    await p.screenshot({ path: `${out}/${name}-${w === 390 ? 'm' : k ? 'k' : 'd'}.png`, fullPage: true })
  }
}
const hrefOf = async (path: string, text: RegExp) => { await go(path); return (await p.locator('main a').filter({ hasText: text }).first().getAttribute('href'))! }
await shot('home', '/home')
await shot('evidence-list', `${me}/evidence`, undefined, true)
const item = await hrefOf(`${me}/evidence`, /stayed calm/)
await shot('evidence-item', item, undefined, true)
const obs = await hrefOf(`${me}/evidence`, /billing calls with the card/)
await shot('evidence-observation', obs)
await shot('evidence-audit', await hrefOf(`${me}/evidence`, /Call quality sheet, four/))
await shot('evidence-add', `${me}/evidence/new`, undefined, true)
await go('/home')
const ans = (await p.locator('main a[href^="/feedback/"]').first().getAttribute('href'))!
await shot('feedback-answer', ans, undefined, true)
await shot('feedback-rounds', `${me}/feedback`)
await go(`${me}/feedback`); const round = (await p.locator(`main a[href^="${me}/feedback/"]:not([href$="new"])`).first().getAttribute('href'))!
await shot('feedback-results', round, undefined, true)
await shot('swots', `${me}/swot`)
await go(`${me}/swot`); const boards = await p.locator('main a[href*="/swot/"]').evaluateAll((l) => l.map((x) => x.getAttribute('href')!))
await shot('swot', boards.find((h) => /\/swot\/[0-9a-f-]{36}$/.test(h))!, undefined, true)
await shot('johari', `${me}/johari`, undefined, true)
await shot('gaps', `${me}/gaps`, undefined, true)
await shot('witnesses', `${me}/witnesses`, undefined, true)
await shot('testimony', `${me}/testimony`)
await shot('records', `${me}/records`)
await shot('legal', `${me}/legal-duties`)
await shot('assessments', `${me}/assessments`)
await shot('needs', `${me}/needs`)
await shot('account', `${me}/account`, undefined, true)
await browser.close()
