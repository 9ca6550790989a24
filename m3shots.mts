import { launchBrowser } from './test/browser.ts'
const base = 'http://localhost:3333'
const tag = process.argv[2] ?? 'before'
const browser = await launchBrowser()
const c = await browser.newContext({ viewport: { width: 1280, height: 900 } })
const p = await c.newPage()
await p.goto(base + '/'); await p.getByRole('button', { name: /Explore the demo/ }).click(); await p.waitForLoadState()
for (let i = 0; i < 90 && !(await p.locator('.demo').count()); i++) { await p.waitForTimeout(1000); if (i % 5 === 4 && !(await p.locator('.demo').count())) { await p.goto(base + '/'); const b = p.getByRole('button', { name: /Explore the demo/ }); if (await b.count()) { await b.click(); await p.waitForLoadState() } } }
console.log(await p.title(), p.url())
await p.goto(base + '/home'); const me = (await p.getByRole('link', { name: 'Plan', exact: true }).first().getAttribute('href'))!.replace('/plan', '')
await p.goto(`${base}${me}/swot`); const swot = await p.locator('main a[href*="/swot/"]').first().getAttribute('href')
const pages: Record<string, string> = { gaps: `${me}/gaps`, swot: swot ?? '', johari: `${me}/johari`, evidence: `${me}/evidence`, witnesses: `${me}/witnesses`, testimony: `${me}/testimony` }
for (const [name, path] of Object.entries(pages)) {
  await p.setViewportSize({ width: 320, height: 700 })
  const r = await p.goto(base + path)
  console.log(name, path, r?.status(), await p.title(), '320 over', await p.evaluate('document.documentElement.scrollWidth - innerWidth'))
  if (name === 'evidence') { await p.screenshot({ path: `/tmp/gt-m3/${tag}-${name}-320.png`, fullPage: true }); console.log(await p.evaluate(`[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth - 8 && !e.closest('.scroll')).map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right) + ' ' + e.textContent.slice(0,40)).slice(0, 20)`)) }
  await p.setViewportSize({ width: 1280, height: 900 })
  await p.goto(base + path)
  await p.pdf({ path: `/tmp/gt-m3/${tag}-${name}.pdf`, format: 'A4', preferCSSPageSize: true })
  await p.screenshot({ path: `/tmp/gt-m3/${tag}-${name}.png`, fullPage: true })
}
await browser.close()
