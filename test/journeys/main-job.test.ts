import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { type Installation, openInstallation, type Walker } from '../pages.ts'
import { addByList, join, setUpTeam } from './arriving.ts'
import { agreeLevels, ratePass } from './assessing.ts'
import { callsAround } from './calls.ts'
import { importAgain, importCalls, importMore } from './importing.ts'
import { keepTheFigure, type Seen, seeTheWork, writeDownWhatHappened } from './noticing.ts'
import { ACTION, agreeObjective, proposeObjective } from './planning.ts'
import { closeReview, readAccount, writeReview } from './reviewing.ts'

type Team = { way: string; dana: Walker; ben: Walker; amara: Walker }

const CALLS = callsAround('2026-11-15')
const COMPETENCY = 'Handling complaints'
const AGREED = { level: 3, apart: { competency: COMPETENCY, level: 2 } }

let browser: Browser
let installation: Installation
const teams: Team[] = []

before(async () => {
  browser = await launchBrowser()
  installation = await openInstallation(new Date('2026-11-17T09:00:00Z'))
})
after(async () => {
  await browser.close()
  await installation.close()
})

/** A step of the job, in both organisations at once: the one walks with JavaScript, the other without. */
function step(title: string, walk: (team: Team) => Promise<void>): void {
  test(title, async () => {
    assert.equal(teams.length, 2, 'nobody got in')
    await Promise.all(teams.map(walk))
  })
}

test('0. Dana sets up a team from an empty installation and adds two by a list; both join by their links', async () => {
  const made = [
    { javaScript: true, organisation: 'Larkfield Energy', mail: 'larkfield.example' },
    { javaScript: false, organisation: 'Marsh Water', mail: 'marsh.example' },
  ].map(async ({ javaScript, organisation, mail }): Promise<Team> => {
    const way = { browser, base: installation.base, javaScript }
    const dana = await setUpTeam(way, organisation, mail)
    const links = await addByList(dana, [
      `Ben Hughes, ben@${mail}, Northgate, , Team leader`,
      `Amara Okafor, amara@${mail}, Northgate, Ben Hughes, Adviser`,
    ])
    const ben = await join(way, links.get('Ben Hughes'), `ben@${mail}`)
    const amara = await join(way, links.get('Amara Okafor'), `amara@${mail}`)
    return { way: javaScript ? 'with JavaScript' : 'without', dana, ben, amara }
  })
  teams.push(...(await Promise.all(made)))
})

step(
  '1. Dana imports half a year of calls and says whose they are; the same file again changes nothing',
  async ({ dana }) => {
    await importCalls(dana, CALLS.before)
    await importAgain(dana, CALLS.before)
  },
)

const seen = new Map<string, Seen>()

step(
  '2. Amara sees that her customers come back less often, and the contacts behind it',
  async ({ way, amara }) => {
    const figure = await seeTheWork(amara)
    assert.match(figure.words, /^70%\s+826 of 1,188, interval 67 to 72%$/)
    assert.equal(figure.verdict, 'improvement signal')
    assert.equal(figure.contacts, 1188)
    seen.set(way, figure)
  },
)

step(
  '3. Amara keeps the figure as evidence, and adds a compliment and a complaint',
  async ({ way, amara }) => {
    await keepTheFigure(amara, COMPETENCY, seen.get(way))
    await writeDownWhatHappened(amara, COMPETENCY)
  },
)

step(
  '4. Amara and Ben assess without seeing each other’s levels, and agree a third',
  async ({ amara, ben }) => {
    await amara.press('Gaps')
    await amara.press('Begin one')
    await amara.press('Begin your self-assessment')
    const own = { level: 3, apart: { competency: COMPETENCY, level: 4, evidence: /^Compliment/ } }
    const rated = await ratePass(amara, own)
    await ben.go('/start')
    await ben.press('Assess Amara Okafor')
    await ben.press(/^Begin your pass/)
    await ben.sees('Hidden until yours is in too')
    assert.equal(await ratePass(ben, AGREED), rated)
    await agreeLevels(ben, AGREED)
  },
)

step(
  '5 and 6. A gap becomes an objective: proposed, questioned, answered and agreed as version 1',
  async ({ amara, ben }) => {
    await proposeObjective(amara, COMPETENCY)
    await agreeObjective(amara, ben)
  },
)

step('6. An action is done a week later', async ({ amara }) => {
  installation.setNow(new Date('2026-11-24T09:00:00Z'))
  await amara.press('Plan')
  await amara.press(`Mark as done ${ACTION}`)
  await amara.sees('Nothing is left to do')
})

test('7. Eight weeks later a second export is read like the first', async () => {
  installation.setNow(new Date('2027-01-12T09:00:00Z'))
  await Promise.all(teams.map(({ dana }) => importMore(dana, CALLS.after)))
})

step(
  '7. A review moves a date with its cause; both sign, and the plan is version 2',
  async ({ amara, ben }) => {
    await writeReview(amara)
    await closeReview(ben)
  },
)

step('8. The account tells the whole thread and what is ready, and prints', async ({ amara }) => {
  await readAccount(amara, COMPETENCY)
})
