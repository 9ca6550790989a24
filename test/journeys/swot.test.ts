import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { type Installation, openInstallation, type Walker } from '../pages.ts'
import { addByList, join, setUpTeam } from './arriving.ts'
import { ratePass } from './assessing.ts'

const WEAKNESS = 'I close calls without saying the next step'
const COMPETENCY = 'Handling complaints'

type Team = { ben: Walker; amara: Walker }

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

async function openTeam(javaScript: boolean): Promise<Team> {
  const mail = javaScript ? 'larkfield.example' : 'marsh.example'
  const way = { browser, base: installation.base, javaScript }
  const dana = await setUpTeam(way, javaScript ? 'Larkfield Energy' : 'Marsh Water', mail)
  const links = await addByList(dana, [
    `Ben Hughes, ben@${mail}, Northgate, , Team leader`,
    `Amara Okafor, amara@${mail}, Northgate, Ben Hughes, Adviser`,
  ])
  return {
    ben: await join(way, links.get('Ben Hughes'), `ben@${mail}`),
    amara: await join(way, links.get('Amara Okafor'), `amara@${mail}`),
  }
}

/** The address below which the records of whoever walks lie; they stand on one of them. */
const recordsOf = ({ page }: Walker): string =>
  /^\/people\/[^/]+/.exec(new URL(page.url()).pathname)?.[0] ?? ''

/** Opens what an entry can lean on, where it is closed. */
async function openLinks({ page }: Walker): Promise<void> {
  const more = page.locator('details').filter({ hasText: 'What does it lean on?' })
  if ((await more.getAttribute('open')) === null) await more.locator('summary').click()
}

/** Amara writes her SWOT, and makes an objective of its weakness. */
async function fromSwotToObjective({ amara, ben }: Team): Promise<void> {
  await amara.press('Gaps')
  await amara.press('SWOT')
  await amara.sees('No SWOT yet')
  await amara.type('What is it about?', 'Toward team leader')
  await amara.press('Begin your SWOT')
  await amara.press('Add to weaknesses')
  await amara.type('What is it?', WEAKNESS)
  await openLinks(amara)
  await amara.page
    .getByRole('group', { name: 'Competencies it is about' })
    .getByLabel(new RegExp(`^${COMPETENCY}`))
    .check()
  await amara.press('Add it')
  await amara.sees(WEAKNESS)
  await amara.press('Add to opportunities')
  await amara.type('What is it?', 'I could become more confident in meetings')
  await amara.press('Add it')
  await amara.sees('speaks of yourself')
  await amara.press('Change : I could become more confident in meetings')
  await amara.type('What is it?', 'A team leader post falls vacant in spring')
  await amara.press('Save the change')
  await amara.sees('What it said before is kept')
  await amara.press(`Make an objective : ${WEAKNESS}`)
  await amara.sees('It is a need now, which only you see')
  await amara.type('Objective', 'I will say the next step in 9 of 10 calls by 29 January 2027.')
  await amara.press(/^Save/)
  await amara.press('Gaps')
  await amara.press('needs')
  await amara.sees(WEAKNESS)
  await ben.go(`${recordsOf(amara)}/swot`)
  await ben.sees('No SWOT is shared with you')
}

/** She shares the board with Ben, begins the next one from it, and both read the first as it was. */
async function shareAndGoOn({ amara, ben }: Team): Promise<void> {
  await amara.press('Gaps')
  await amara.press('SWOT')
  await amara.press(/^SWOT 1, begun/)
  await amara.page.getByText('Change who may read it').click()
  await amara.answer('Who may read it?', /^You and whoever leads you/)
  await amara.press('Save who may read it')
  await amara.sees('Shared with the leader')
  await amara.page.getByText('Change who may read it').click()
  await onPaper(amara, 'Who may read this SWOT')
  await amara.press(/^All your SWOTs/)
  await amara.press('Begin a new SWOT')
  await amara.sees('with what stood on SWOT 1')
  await ben.go(`${recordsOf(amara)}/swot`)
  await ben.press(/^SWOT 1, begun/)
  await ben.sees(WEAKNESS)
}

/** On paper nothing is to be pressed or chosen, and a long row of the gaps runs over the page rather than leave it half empty. */
async function onPaper({ page }: Walker, form: string): Promise<void> {
  assert.ok(await page.getByLabel(form).first().isVisible())
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByLabel(form).first().isVisible(), false, form)
  const gaps = await page
    .locator('.gap')
    .first()
    .evaluateAll((found) => found.map((gap) => getComputedStyle(gap).breakInside))
  assert.ok(gaps.every((inside) => inside === 'auto'))
  await page.emulateMedia({ media: 'screen' })
}

/** Self and leader see the same four lists once both passes are in. */
async function readTheWindow({ amara, ben }: Team): Promise<void> {
  await amara.press('Gaps')
  await amara.press('Johari window')
  await amara.sees('There is nothing to compare yet')
  await amara.press('Open the assessments')
  await amara.press('Begin your self-assessment')
  await ratePass(amara, { level: 3, apart: { competency: COMPETENCY, level: 4 } })
  await ben.go(`${recordsOf(amara)}/assessments`)
  await ben.press(/^Begin your pass/)
  await ratePass(ben, { level: 3, apart: { competency: COMPETENCY, level: 2 } })
  await amara.press('Gaps')
  await onPaper(amara, 'Measure against')
  await amara.press('Johari window')
  await amara.sees(/Blind spot\s+1 competency/)
}

for (const javaScript of [true, false])
  test(`from SWOT to objective, to a shared board, to the Johari window, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const team = await openTeam(javaScript)
    await fromSwotToObjective(team)
    await shareAndGoOn(team)
    await readTheWindow(team)
  })
