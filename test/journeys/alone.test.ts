import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { type Installation, openInstallation, openWalker, type Walker } from '../pages.ts'
import { addByList, join } from './arriving.ts'
import { ratePass } from './assessing.ts'

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

const COMPETENCY = 'Empathy and rapport'

/** Keeps a tally of observed calls, and adds a week's to it. */
async function keepTally(walker: Walker, met: string, of: string): Promise<void> {
  await walker.type('What do you count?', 'Calls with the next step said')
  await walker.type('When does it count?', 'I said what happens next, and by when.')
  await walker.press('Keep this tally')
  await walker.type('How often was it met?', met)
  await walker.type('Out of how many looked at?', of)
  await walker.press('Add to the tally')
  await walker.sees(`${met} of ${of}`)
  await walker.sees(/too few points/i)
}

test('Kofi, alone, does everything but the other’s part, and is told at each step what is missing', async () => {
  const kofi = await openWalker(browser, installation.base, { javaScript: true })
  await kofi.go('/')
  await kofi.press('Set up for yourself')
  await kofi.type('Your name', 'Kofi Mensah')
  await kofi.type('Your e-mail address', 'kofi@alone.example')
  await kofi.type('A password', 'amber field lantern')
  await kofi.press('Set up and begin')
  await kofi.press('Open your work')
  await keepTally(kofi, '2', '3')
  await kofi.press('Gaps')
  await kofi.sees('Nobody leads you yet')
  await kofi.press('Begin one')
  await kofi.press('Begin your self-assessment')
  await ratePass(kofi, { level: 3, apart: { competency: COMPETENCY, level: 2 } })
  await kofi.press('Gaps')
  await kofi.sees(/self only/i)
  await kofi.press(`Make an objective : ${COMPETENCY}`)
  await kofi.type('Objective', 'Say the next step aloud in 9 of 10 calls by 29 January 2027.')
  await kofi.press('Save and propose')
  await kofi.sees('Proposed. Nobody leads you yet.')
  await kofi.type('Why is O-1 agreed all the same?', 'I begin with what I can count.')
  await kofi.press('Agree it with myself')
  await kofi.press('Plan')
  await kofi.sees('not agreed by anybody else')
  await kofi.press('Reviews')
  await kofi.press('Start the review')
  await kofi.answer('Where is this objective now?', 'Going to plan')
  await kofi.press('Save the progress of O-1')
  await kofi.tick('Nothing changes in the plan this time')
  await kofi.press('Save that')
  await kofi.type('Or say why there is none this time', 'The first review is on the first day.')
  await kofi.press('Leave it out')
  await kofi.date('Next review', '2027-01-19')
  await kofi.press('Sign as Kofi Mensah and close')
  await kofi.sees('Kofi Mensah signed alone. Nobody else has.')
  await kofi.press('Plan')
  await kofi.press('Print the account')
  await kofi.sees('Set by the person alone')
  await kofi.sees('rests on self-perception only')
  await kofi.sees('signed by Kofi Mensah')
})

test('a learner on a placement without a helpdesk keeps a tally, and her tutor stands where a leader stands', async () => {
  const way = { browser, base: installation.base, javaScript: false }
  const head = await openWalker(browser, installation.base, way)
  await head.go('/')
  await head.press('Set up a centre')
  await head.type('What is the college or provider called?', 'Harbour College')
  await head.type('Your name', 'Dana Price')
  await head.type('Your e-mail address', 'dana@harbour.example')
  await head.type('A password', 'amber field lantern')
  await head.press('Set up and add people')
  const links = await addByList(head, [
    'Ruth Adeyemi, ruth@harbour.example, Tutor, Retail',
    'Mia Chen, mia@harbour.example, Learner, Retail, Ruth Adeyemi',
  ])
  const tutor = await join(way, links.get('Ruth Adeyemi'), 'ruth@harbour.example')
  const learner = await join(way, links.get('Mia Chen'), 'mia@harbour.example')
  await learner.press('Open your work')
  await learner.sees('No contacts yet')
  await keepTally(learner, '2', '3')
  await tutor.go('/start')
  await tutor.press('Mia Chen')
  await tutor.press('Work')
  await tutor.sees('Calls with the next step said')
})
