import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { type Installation, openInstallation, type Walker, wordsOf } from '../pages.ts'
import { addByList, join, setUpTeam, signIn } from './arriving.ts'
import { showFields } from './noticing.ts'

const PHONE = { width: 390, height: 844 }
const SAID =
  'Ms Whitlock complained that her bill had doubled and nobody had rung. She wants it in writing: j.whitlock@mail.example.'
const HEAT: [label: string, words: string][] = [
  ['Hear', 'The bill had doubled, and the promised call was not made.'],
  ['Empathise', 'I said that I would be cross as well, and let her finish.'],
  ['Apologise', 'For the call that was not made. Her number is 07700 900417.'],
  ['Take action', 'I took a reading with her and rang on Friday, as promised.'],
  ['What came of it?', 'She kept her tariff and thanked me.'],
]

let browser: Browser
let installation: Installation
let invitation: string

before(async () => {
  browser = await launchBrowser()
  installation = await openInstallation(new Date('2026-11-17T09:00:00Z'))
  const dana = await setUpTeam(
    { browser, base: installation.base, javaScript: false },
    'Larkfield Energy',
    'larkfield.example',
  )
  const links = await addByList(dana, ['Amara Okafor, amara@larkfield.example, Northgate, , Adviser'])
  invitation = links.get('Amara Okafor') ?? ''
  await join({ browser, base: installation.base, javaScript: false }, invitation, 'amara@larkfield.example')
})
after(async () => {
  await browser.close()
  await installation.close()
})

const amaraOnHerPhone = (javaScript: boolean): Promise<Walker> =>
  signIn({ browser, base: installation.base, javaScript, size: PHONE }, 'amara@larkfield.example')

/** What a person presses and types, counted as they do it. */
function counting(amara: Walker) {
  const did = { presses: 0, keys: 0 }
  return {
    did,
    async press(name: string | RegExp) {
      did.presses += 1
      await amara.press(name)
    },
    async open(summary: string) {
      did.presses += 1
      await amara.page.getByText(summary, { exact: true }).click()
    },
    async keys(words: string) {
      did.keys += words.length
      await amara.page.keyboard.type(words)
    },
  }
}

test('Amara captures what happened from anywhere on her phone: three presses at most beside her own words', async (t) => {
  const amara = await amaraOnHerPhone(true)
  const { did, press, open, keys } = counting(amara)
  await open('Menu')
  await press('Add evidence')
  assert.equal(await amara.page.evaluate('document.activeElement.name'), 'text', 'she can type at once')
  await keys('I rang on Friday, as promised.')
  await press(/^Save$/)
  await amara.sees('It is kept as a draft, for you alone.')
  t.diagnostic(`to capture an item: ${did.presses} presses, ${did.keys} keys, all of them her own words`)
  assert.ok(did.presses <= 3, `${did.presses} presses`)
})

for (const javaScript of [true, false]) {
  test(`Amara adds a complaint with HEAT from her phone, ${javaScript ? 'with' : 'without'} JavaScript, and nothing typed is lost`, async () => {
    const amara = await amaraOnHerPhone(javaScript)
    await amara.page.getByText('Menu', { exact: true }).click()
    await amara.press('Add evidence')
    await amara.type('In your own words', SAID)
    await amara.answer('What kind of evidence is it?', /^Complaint/)
    await showFields(amara)
    for (const [label, words] of HEAT.slice(0, 4)) await amara.type(label, words)
    await amara.date('When did it happen?', '2026-11-13')
    if (javaScript) await amara.page.getByText('3 details could identify the customer').first().waitFor()
    await amara.press(/^Save$/)
    await amara.sees('“What came of it?” is still empty.')
    await amara.sees('3 details could identify the customer')
    for (const [label, words] of HEAT.slice(0, 4))
      assert.equal(await amara.page.getByLabel(label, { exact: true }).inputValue(), words)
    assert.equal(await amara.page.getByLabel('In your own words').inputValue(), SAID)
    await amara.type('What came of it?', HEAT[4]?.[1] ?? '')
    const suggested = amara.page.getByRole('checkbox', { name: /^Handling complaints/ })
    await suggested.check()
    await amara.type('Why does it bear on Handling complaints?', 'All four steps, and the day was kept.')
    await amara.press(/^Save$/)
    await amara.sees('It is kept.')
    await amara.sees('[customer] complained that her bill had doubled')
    await amara.sees('She wants it in writing: [e-mail].')
    await amara.sees('Her number is [phone].')
    await amara.sees('13 November 2026')
    await amara.sees('All four steps, and the day was kept.')
    const page = await wordsOf(amara.page.locator('body'))
    assert.ok(!page.includes('Whitlock') && !page.includes('07700'))
  })
}

test('the short form follows the kind chosen, and keeps what was typed into another', async () => {
  const amara = await amaraOnHerPhone(true)
  await amara.go('/start')
  await amara.page.getByText('Menu', { exact: true }).click()
  await amara.press('Add evidence')
  const [hear, giver] = [
    amara.page.getByLabel('Hear', { exact: true }),
    amara.page.getByLabel('Who said it?'),
  ]
  assert.ok(!(await hear.isVisible()) && !(await giver.isVisible()))
  await amara.answer('What kind of evidence is it?', /^Compliment/)
  assert.ok((await giver.isVisible()) && !(await hear.isVisible()))
  await amara.answer('What kind of evidence is it?', /^Complaint/)
  assert.ok((await hear.isVisible()) && !(await giver.isVisible()))
  await hear.fill('The bill had doubled.')
  await amara.answer('What kind of evidence is it?', /^Compliment/)
  assert.ok((await giver.isVisible()) && (await hear.isVisible()), 'what she typed stays in sight')
})

test('without a connection nothing is lost: it is sent once the phone is back, and a closed tab opens with the words', async () => {
  const amara = await amaraOnHerPhone(true)
  const path = await amara.page
    .getByRole('link', { name: 'Add evidence', includeHidden: true })
    .first()
    .getAttribute('href')
  await amara.go(path ?? '')
  await amara.type('In your own words', 'A caller in tears. I stayed on the line.')
  const closed = amara.page.url()
  await amara.page.close()
  const page = await amara.context.newPage()
  await page.goto(closed)
  assert.equal(
    await page.getByLabel('In your own words').inputValue(),
    'A caller in tears. I stayed on the line.',
  )
  await amara.context.setOffline(true)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('There is no connection.').waitFor()
  assert.equal(
    await page.getByLabel('In your own words').inputValue(),
    'A caller in tears. I stayed on the line.',
  )
  await amara.context.setOffline(false)
  await page.getByText('It is kept as a draft, for you alone.').first().waitFor()
  await page.goto(closed)
  assert.equal(await page.getByLabel('In your own words').inputValue(), '', 'sent once, and not kept twice')
})
