import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { loadPack } from '../../src/app/occupations/occupations.ts'
import { paths } from '../../src/app/paths.ts'
import { makeOrganisation } from '../../src/app/people/people.ts'
import type { Id } from '../../src/kernel/id.ts'
import { launchBrowser } from '../browser.ts'
import { makeZip } from '../crafted-files.ts'
import { onetTables } from '../occupation-tables.ts'
import { type Installation, openInstallation, openWalker } from '../pages.ts'

let site: Installation
let browser: Browser
let orgId: Id

const TODAY = '2026-11-22'
const SECRET = 'plum harvest lantern'

before(async () => {
  site = await openInstallation(new Date(`${TODAY}T10:00:00Z`))
  const made = await makeOrganisation(
    site.house.db,
    site.house.identity,
    { name: 'Larkfield', kind: 'team', zone: 'Europe/London', today: TODAY },
    { name: 'Dana Price', email: 'dana@larkfield.example', password: SECRET },
  )
  assert.ok(made.ok)
  orgId = made.value.orgId
  browser = await launchBrowser()
})
after(async () => {
  await browser.close()
  await site.close()
})

test('Dana loads a pack and a download of her own, decides what is related, and makes a role of an occupation', async () => {
  const dana = await openWalker(browser, site.base, { javaScript: true })
  await dana.go(paths.signIn)
  await dana.page
    .getByLabel('E-mail')
    .or(dana.page.locator('input[name=email]'))
    .first()
    .fill('dana@larkfield.example')
  await dana.page.locator('input[name=password]').fill(SECRET)
  await Promise.all([
    dana.page.waitForEvent('domcontentloaded'),
    dana.page.locator('main button[type=submit]').first().click(),
  ])
  await dana.go(paths.occupations)
  await dana.press('Load occupations')
  await dana.answer('Which classification is it?', 'O*NET')
  const tables = Object.entries(onetTables()).map(([name, rows]) => ({
    name: `db_30_1_text/${name}.txt`,
    content: rows.map((row) => row.join('\t')).join('\n'),
  }))
  await dana.file('The zip as it was downloaded', 'db_30_1_text.zip', makeZip(tables))
  await dana.page.getByRole('button', { name: 'Load the download' }).click()
  await dana.awaits(/^db_30_1_text\.zip$/)
  assert.equal(await dana.fact('Version'), 'O*NET 30.1')
  await site.house.db.inOrg(orgId, (tx) => loadPack(tx, null, 'contact-centre'))
  await dana.go(paths.occupationPack('contact-centre'))
  await dana.go(`${paths.occupations}?about=help+line`)
  await dana.press('Help Line Advisers')
  await dana.sees('What levels look like')
  await dana.go(`${paths.occupations}?about=contact+centre+supervisor`)
  await dana.press('contact centre supervisor')
  await dana.press('Make this a role of ours')
  await dana.press('decide on them first')
  await dana.choose(/^(Another that is related|Nothing is proposed\. Related is)/, 'Coaching others')
  await dana.press('Keep these decisions')
  await dana.sees('1 decision kept')
  await dana.go(`${paths.occupations}?about=contact+centre+supervisor`)
  await dana.press('contact centre supervisor')
  await dana.press('Make this a role of ours')
  await dana.type('Title', 'Evening supervisor')
  await dana.press('Add the role')
  await dana.sees('Evening supervisor is a role now')
})
