import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { type Installation, openInstallation, type Walker } from './pages.ts'
import { setUpTeam } from './journeys/arriving.ts'

let browser: Browser
let installation: Installation
before(async () => {
  browser = await launchBrowser()
  installation = await openInstallation(new Date('2026-11-17T09:00:00Z'))
})
after(async () => {
  await browser.close()
  await installation.close()
})
const shot = async ({ page }: Walker, name: string) => {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `/tmp/cv/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
test('shots', async () => {
  const dana = await setUpTeam({ browser, base: installation.base, javaScript: true }, 'Larkfield Energy', 'larkfield.example')
  await dana.go('/frameworks/library/import')
  await dana.file(/File of a framework/, 'Front desk.csv', 'Ref;Says;Stands under;Novice;Expert;Notes\nD;Desk;;;;\nD1;Greets whoever comes, and says how long it will take before somebody is free;D;Is reminded;Shows others how;x\nD2;Writes down what was promised;D;;;\n')
  await dana.press('Read it')
  await shot(dana, 'map-asks')
  await dana.answer(/Which column says/, 'Says')
  await dana.press('Read again with these settings')
  await shot(dana, 'map-ready')
  await dana.go('/frameworks/library/import')
  await dana.file(/File of a framework/, 'bad.csv', 'Code,Statement,Kind\n1,One,Skill\n1,Again,Trick\n')
  await dana.press('Read it')
  await shot(dana, 'map-bad')
  await dana.go('/units')
  await shot(dana, 'units')
  await dana.press('Manage personal and professional development')
  await shot(dana, 'unit')
  await dana.press('Import the awarding body’s text')
  await shot(dana, 'unit-import')
  await dana.file(/File of the unit/, 'centre.csv', 'Code,Statement\n1,Be able to find what is needed\n1.1,Compare sources in the words of the centre\n1.2,Name trends\n1.9,Something new\n')
  await dana.press('Read it')
  await shot(dana, 'unit-over')
  await dana.go('/units/import')
  await dana.file(/File of the unit/, 'law.csv', 'Code,Statement\n1,Know the law on service\n1.1,Name two laws\n1.2,Say whom they protect\n')
  await dana.press('Read it')
  await shot(dana, 'unit-new')
})
