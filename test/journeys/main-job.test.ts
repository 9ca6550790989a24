import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { type Installation, openInstallation } from '../pages.ts'
import { addByList, join, setUpTeam } from './arriving.ts'
import { agreeLevels, ratePass } from './assessing.ts'
import { callsAround } from './calls.ts'
import { importAgain, importCalls, importMore } from './importing.ts'
import { keepTheFigure, seeTheWork, writeDownWhatHappened } from './noticing.ts'
import { ACTION, agreeObjective, proposeObjective } from './planning.ts'
import { closeReview, markDone, writeReview } from './reviewing.ts'

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
const COMPETENCY = 'Handling complaints'
for (const javaScript of [true, false]) {
  test(`x ${javaScript}`, async () => {
    const t0 = Date.now()
    const lap = (s: string) => console.log(s, Date.now() - t0)
    const way = { browser, base: installation.base, javaScript }
    const mail = 'a.example'
    const dana = await setUpTeam(way, 'Larkfield', mail)
    const links = await addByList(dana, [`Ben Hughes, ben@${mail}, Team leader, Northgate`, `Amara Okafor, amara@${mail}, Adviser, Northgate, Ben Hughes`])
    const ben = await join(way, links.get('Ben Hughes'), `ben@${mail}`)
    const amara = await join(way, links.get('Amara Okafor'), `amara@${mail}`)
    lap('joined')
    const last = amara
    try {
    const { before: csv, after: later } = callsAround('2026-11-15')
    await importCalls(dana, csv)
    await importAgain(dana, csv)
    lap('imported')
    const seen = await seeTheWork(amara)
    console.log(seen)
    assert.equal(seen.verdict, 'improvement signal')
    await keepTheFigure(amara, COMPETENCY, seen)
    await writeDownWhatHappened(amara, COMPETENCY)
    lap('evidence')
    await amara.press('Gaps')
    await amara.press('Begin one')
    await amara.press(/^Begin your self-assessment/)
    const rated = await ratePass(amara, { level: 3, apart: { competency: COMPETENCY, level: 4, evidence: /^Compliment/ } })
    await ben.go('/start')
    await ben.press(/^Assess Amara Okafor/)
    await ben.press(/^Begin your pass/)
    await ben.sees('Hidden until yours is in too')
    assert.equal(await ratePass(ben, { level: 3, apart: { competency: COMPETENCY, level: 2 } }), rated)
    lap('passes')
    await agreeLevels(ben, { level: 3, apart: { competency: COMPETENCY, level: 2 } })
    lap('agreed')
    await proposeObjective(amara, COMPETENCY)
    await agreeObjective(amara, ben)
    lap('plan')
    installation.setNow(new Date('2026-11-24T09:00:00Z'))
    await markDone(amara, ACTION)
    installation.setNow(new Date('2027-01-12T09:00:00Z'))
    await importMore(dana, later)
    await writeReview(amara)
    await closeReview(ben)
    lap('review')
    await amara.press('Plan')
    await amara.press('Print the account')
    console.log(await amara.page.locator('main').ariaSnapshot())
    } catch (e) {
      for (const w of [ben, amara]) console.log(w.page.url(), (await w.page.locator('main').innerText()).slice(0,+(process.env.CUT??3000)))
      throw e
    }
  })
  break
}
