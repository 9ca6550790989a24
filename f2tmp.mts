import { mkdir } from 'node:fs/promises'
import { launchBrowser } from './test/browser.ts'
import { openInstallation } from './test/pages.ts'
import { addOrganisation, addCharacter, type Character } from './test/world.ts'
import { openSite } from './src/app/web.ts'
import { listCompetencies } from './src/app/frameworks/frameworks.ts'
import { saveAssessors } from './src/app/people/store.ts'
import { roleOf } from './src/app/roles/roles.ts'
import { test } from 'node:test'
test('shots', async () => {
await mkdir('/work/shots/f2', { recursive: true })
const installation = await openInstallation(new Date('2026-11-17T09:00:00Z'))
const { house, base } = installation
const site = openSite(house, new Map())
const { orgId } = await addOrganisation(house, 'Larkfield Energy')
const port = new URL(base).port
const fake = { house, site, today: '2026-11-17' } as never
// world sessions use localhost:3000 origin; use browser cookies for all
const add = (name: string, standing = 'adviser', leader: string | null = 'Ben Hughes', team = 'Northgate') => addCharacter(fake, orgId, { name, standing: standing as never, leader, team, job: standing === 'adviser' ? 'Adviser' : null })
const ben = await add('Ben Hughes', 'leader', null)
const amara = await add('Amara Okafor')
const peers: Character[] = []
for (const n of ['Ellie Marsh', 'Farid Aziz', 'Grace Lim', 'Hana Sato']) peers.push(await add(n))
for (const n of ['Ivo Petrov', 'Jane Roe', 'Karim Said']) await add(n, 'adviser', null, 'Southgate')
const chidi = await add('Chidi Eze', 'assessor', null)
await house.db.inOrg(orgId, (tx) => saveAssessors(tx, amara.personId, [chidi.personId]))
const browser = await launchBrowser()
const cookiesOf = async (c: Character) => {
  const { email } = c.person
  const user = await house.identity.findUser(email ?? '')
  const lines = await house.identity.signInAs((user as never as { userId: string }).userId, new Headers())
  return lines.map((line) => ({ name: line.slice(0, line.indexOf('=')), value: line.slice(line.indexOf('=') + 1, line.indexOf(';')), url: base }))
}
const open = async (c: Character | null, width = 1280, js = true) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: js, locale: 'en-GB' })
  if (c) await context.addCookies(await cookiesOf(c))
  return context.newPage()
}
const shot = async (page: import('playwright-core').Page, name: string) => {
  const path = page.url()
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `/work/shots/f2/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
const a = await open(amara)
await a.goto(`${base}/people/${amara.personId}/feedback`)
await shot(a, '1-empty')
await a.getByRole('link', { name: 'Plan a round' }).click()
await a.getByLabel('What is it for?').fill('I want to get better at keeping customers told, and to become a senior adviser.')
for (const p of peers.slice(0, 2)) await a.getByRole('checkbox', { name: p.person.name }).check()
for (const [i, n] of ['Ines Costa', 'Jon Bell', 'Kira Holm'].entries()) {
  await a.getByLabel(`Name ${i + 1}`).fill(n)
  await a.getByLabel(`E-mail address ${i + 1}`).fill(`${n.split(' ')[0]?.toLowerCase()}@outside.example`)
}
await shot(a, '2-plan')
await a.getByRole('button', { name: /Save and hand/ }).click()
await shot(a, '3-refused')
for (const p of peers) await a.getByRole('checkbox', { name: p.person.name }).check()
await a.getByRole('button', { name: /Save and hand/ }).click()
await shot(a, '4-handed')
const round = a.url()
const b = await open(ben)
await b.goto(`${base}/team`)
await shot(b, '5-team')
await b.goto(round)
await shot(b, '6-leader')
await b.getByRole('button', { name: /Launch and ask/ }).click()
await shot(b, '7-open')
const links = await b.locator('input[readonly]').evaluateAll((els) => els.map((el) => (el as HTMLInputElement).value))
await a.goto(round)
await shot(a, '7b-open-own')
const linkOf = async (c: Character) => {
  const p = await open(c)
  await p.goto(`${base}/people/${c.personId}/feedback`)
  const href = await p.locator('a[href^="/feedback/"]').first().getAttribute('href')
  await p.context().close()
  return base + href
}
const people: [string, number][] = []
for (const c of [...peers]) people.push([await linkOf(c), 3])
const guest = await open(null)
let first = true
for (const [i, [link]] of [...people, [await linkOf(amara), 0] as [string, number], [await linkOf(ben), 0] as [string, number]].entries()) {
  await guest.goto(link)
  if (i === 4) await shot(guest, '8c-answer-self')
  const groups = await guest.locator('fieldset').count()
  for (let g = 0; g < groups; g += 1) await guest.locator('fieldset').nth(g).locator('input[type=radio]').nth(Math.min(4, Math.max(0, [2, 3, 2, 3, 4, 1][i]! + (g % 3) - 1))).check().catch(() => {})
  if (first) {
    await guest.getByLabel(/should .* keep doing/).fill('She is a real team player and always positive.')
    await guest.getByLabel(/do differently/).fill('In the huddle about estimates she answered for Ellie. Ellie then asked nothing more.')
    await guest.waitForTimeout(900)
    await shot(guest, '8-answer')
    await guest.emulateMedia({ colorScheme: 'dark' }); await guest.screenshot({ path: '/work/shots/f2/8-answer-dark.png', fullPage: true }); await guest.emulateMedia({ colorScheme: 'light' })
    first = false
    const plain = await open(null, 1280, false)
    await plain.goto(link)
    await plain.getByRole('button', { name: 'Send my answers' }).click()
    await shot(plain, '8b-refused')
    await plain.context().close()
  } else await guest.getByLabel(/keep doing/).fill(`She rang the customer back at the hour she had promised, which the customer then mentioned twice. (${i})`)
  await guest.getByRole('button', { name: 'Send my answers' }).click()
  if (await guest.getByText('not sent yet').count()) { await shot(guest, `9-not-sent-${i}`); await guest.getByRole('button', { name: 'Send as it is' }).click() }
  if (i === 0) await shot(guest, '10-thanks')
}
for (const link of links.slice(0, 2)) { await guest.goto(link.replace(/^https?:\/\/[^/]+/, base)); for (const f of await guest.locator('fieldset').all()) await f.locator('input[type=radio]').nth(1).check(); await guest.getByRole('button', { name: 'Send my answers' }).click() }
installation.setNow(new Date('2026-12-02T09:00:00Z'))
await a.goto(round)
await shot(a, '11-results')
await a.emulateMedia({ media: 'print' }); await a.screenshot({ path: '/work/shots/f2/11-print.png', fullPage: true }); await a.emulateMedia({ media: 'screen' })
await b.goto(round)
await shot(b, '12-results-leader')
await a.goto(`${base}/people/${amara.personId}/feedback`)
await shot(a, '13-rounds')
await browser.close()
await installation.close()
})
