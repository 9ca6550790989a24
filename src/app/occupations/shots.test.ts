import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from '../../../test/browser.ts'
import { openInstallation } from '../../../test/pages.ts'
import { paths } from '../paths.ts'
import { addPerson, findPerson, makeLink, makeOrganisation } from '../people/people.ts'
import { importOccupations } from './loading.ts'
import { loadPack } from './occupations.ts'
import { idFor, onetOccupationUri } from './rules/facts.ts'

test('x', async () => {
  const site = await openInstallation(new Date('2026-11-22T10:00:00Z'))
  const made = await makeOrganisation(
    site.house.db,
    site.house.identity,
    { name: 'Larkfield', kind: 'team', zone: 'Europe/London', today: '2026-11-22' },
    { name: 'Dana Price', email: 'dana@l.example', password: 'plum harvest lantern' },
  )
  if (!made.ok) throw new Error()
  const { orgId } = made.value
  const D = fileURLToPath(new URL('../../../../shared/data/interop/', import.meta.url))
  for (const s of ['onet', 'esco'] as const)
    await importOccupations(site.house, orgId, null, {
      scheme: s,
      at: { path: D + (s === 'onet' ? 'onet-29.2' : 'esco-1.2.0') },
      version: null,
    })
  await site.house.db.inOrg(orgId, (tx) => loadPack(tx, null, 'retail'))
  const browser = await launchBrowser()
  const esco = idFor('http://data.europa.eu/esco/occupation/0ededdc2-050a-4ec3-8e70-6295105fcd19')
  for (const [tag, width] of [
    ['d', 1280],
    ['m', 390],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    const page = await context.newPage()
    await page.goto(site.base + paths.signIn)
    await page.fill('input[name=email]', 'dana@l.example')
    await page.fill('input[name=password]', 'plum harvest lantern')
    await page.click('main button[type=submit]')
    for (const [name, path] of [
      ['search', paths.occupations + '?about=supervisor'],
      ['esco', paths.occupation(esco)],
      ['onet', paths.occupation(idFor(onetOccupationUri('43-4051.00')))],
      ['loading', paths.occupationLoading],
      ['pack', paths.occupationPack('retail')],
      ['mapping', paths.occupationMapping({ occupation: esco })],
      ['role', paths.occupationRole(esco)],
    ] as const) {
      const r = await page.goto(site.base + path)
      await page.screenshot({ path: `/tmp/oc/${name}-${tag}.png`, fullPage: true })
      console.log(
        name,
        tag,
        r?.status(),
        await page.title(),
        await page.evaluate('document.documentElement.scrollWidth > innerWidth'),
      )
    }
    await context.close()
  }
  await browser.close()
  await site.close()
})
