import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { type Installation, openInstallation, type Walker } from '../pages.ts'
import { addByList, join, setUpTeam } from './arriving.ts'

const WORDS = 'A customer wrote that I had explained her bill line by line, and asked for me by name.'

let browser: Browser
let installation: Installation
let dana: Walker
let ben: Walker
let amara: Walker
let invitation: string

before(async () => {
  browser = await launchBrowser()
  installation = await openInstallation(new Date('2026-11-17T09:00:00Z'))
  const way = { browser, base: installation.base, javaScript: false }
  dana = await setUpTeam(way, 'Larkfield Energy', 'larkfield.example')
  const links = await addByList(dana, [
    'Ben Hughes, ben@larkfield.example, Northgate, , Team leader',
    'Amara Okafor, amara@larkfield.example, Northgate, Ben Hughes, Adviser',
  ])
  invitation = new URL(links.get('Ben Hughes') ?? '').pathname
  ben = await join(way, links.get('Ben Hughes'), 'ben@larkfield.example')
  amara = await join({ ...way, javaScript: true }, links.get('Amara Okafor'), 'amara@larkfield.example')
})
after(async () => {
  await browser.close()
  await installation.close()
})

test('Dana uploads what is no export: each time the page says what it is and what to do', async () => {
  await dana.press('Helpdesk import')
  for (const [content, says] of [
    ['', 'None was chosen, or it is empty'],
    ['call_id,agent,date\n', 'no rows below them'],
    [Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4]), 'This is a zip file with a .csv name'],
  ] as const) {
    await dana.file(/CSV file of calls/, 'calls.csv', content)
    await dana.press('Read the file')
    await dana.sees(says)
  }
  await dana.go('/imports')
  await dana.sees('No import yet')
})

test('Amara’s session ends while she writes: she signs in, and every word and tick is still there to save', async () => {
  await amara.press('Add evidence')
  await amara.type('In your own words', WORDS)
  await amara.answer('What kind of evidence is it?', /^Compliment/)
  await amara.type('Who said it?', 'A customer, by letter')
  await amara.type('Their words', 'Line by line.')
  await amara.date('When did it happen?', '2026-11-13')
  await amara.press('Check it first')
  const suggested = amara.page
    .getByRole('group', { name: 'Which competencies could it show?' })
    .getByRole('checkbox')
  assert.ok((await suggested.count()) >= 2, 'two competencies are suggested')
  for (const box of await suggested.all()) await box.check()
  for (const reason of await amara.page.getByLabel(/^Why does it bear on /).all())
    if (await reason.isVisible()) await reason.fill('She says what I did that helped.')
  await amara.context.clearCookies()
  await amara.press('Save')
  await amara.sees('Your session had ended')
  await amara.sees(WORDS)
  await amara.type('E-mail address', 'amara@larkfield.example')
  await amara.type('Password', 'copper teapot evening')
  await amara.press('Sign in and go on')
  await amara.sees('do not belong together')
  await amara.sees(WORDS)
  await amara.type('E-mail address', 'amara@larkfield.example')
  await amara.type('Password', 'copper teapot morning')
  await amara.press('Sign in and go on')
  await amara.press('Save what I typed')
  await amara.sees(WORDS)
  await amara.sees('13 November 2026')
  const reasons = amara.page.getByText('She says what I did that helped.')
  assert.ok((await reasons.count()) >= 2, 'it is linked to each competency that was ticked')
})

test('Amara changes an objective that Ben has questioned meanwhile: she reads who and when, and keeps what she typed', async () => {
  await amara.press('Plan')
  await amara.press('Add an objective')
  await amara.type('Objective', 'Ring back every customer on the day I promised by 29 January 2027.')
  await amara.press('Save and propose to Ben Hughes')
  await amara.sees('Say in a sentence why it is professional.')
  await amara.answer('Is this professional or personal?', /^Personal/)
  await amara.choose('Who may read a personal one?', 'You, Ben Hughes, and whoever assesses you')
  await amara.type('Why is it professional, or personal?', 'I want to be somebody who keeps promises.')
  await amara.press('Save and propose to Ben Hughes')
  await amara.press('Change O-1')
  await amara.type('Objective', 'Ring back every customer by noon of the day I promised.')
  await ben.go('/start')
  await ben.press(/^Agree or question O-1/)
  await ben.type('Or question it', 'How will you remember?')
  await ben.press('Send the question')
  await amara.press('Save and propose to Ben Hughes')
  await amara.sees(/Ben Hughes .*(changed|asked|questioned).*17 November 2026/)
  await amara.sees('O-1 as it is now')
  assert.match(await amara.page.getByLabel('Objective', { exact: true }).inputValue(), /by noon/)
})

test('an invitation that was used, and a record of another organisation, each say so on a page of their own', async () => {
  const address = amara.page.url()
  const used = await dana.page.goto(installation.base + invitation)
  assert.ok(used && used.status() >= 400, `${used?.status()}`)
  await dana.sees('This link has been used')
  const elsewhere = await setUpTeam(
    { browser, base: installation.base, javaScript: false },
    'Marsh Water',
    'marsh.example',
  )
  const there = await elsewhere.page.goto(address)
  assert.equal(there?.status(), 404)
  await elsewhere.sees('This page is not here')
})
