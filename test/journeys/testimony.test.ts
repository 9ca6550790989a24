import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { type Installation, numberIn, openInstallation, openWalker, type Walker } from '../pages.ts'
import { addByList, join, setUpTeam, signIn } from './arriving.ts'

const PHONE = { width: 390, height: 844 }

let browser: Browser
let installation: Installation

before(async () => {
  browser = await launchBrowser()
  installation = await openInstallation(new Date('2026-11-17T09:00:00Z'))
  const way = { browser, base: installation.base, javaScript: false }
  const dana = await setUpTeam(way, 'Larkfield Energy', 'larkfield.example')
  const links = await addByList(dana, [
    'Ben Hughes, ben@larkfield.example, Northgate, , Team leader',
    'Amara Okafor, amara@larkfield.example, Northgate, Ben Hughes, Adviser',
  ])
  await join(way, links.get('Ben Hughes'), 'ben@larkfield.example')
  await join(way, links.get('Amara Okafor'), 'amara@larkfield.example')
})
after(async () => {
  await browser.close()
  await installation.close()
})

const signedIn = new Map<string, Walker>()

/** Somebody of the team at their phone, signed in once. */
async function atPhone(name: string, javaScript: boolean): Promise<Walker> {
  const key = `${name} ${javaScript}`
  const there = signedIn.get(key)
  if (there) return there
  const way = { browser, base: installation.base, javaScript, size: PHONE }
  const walker = await signIn(way, `${name}@larkfield.example`)
  signedIn.set(key, walker)
  return walker
}

/** Opens Amara's own page of witnesses and customers. */
async function toWitnesses(walker: Walker): Promise<void> {
  const path = /\/people\/[0-9a-f-]{36}/.exec(await walker.page.content())?.[0]
  assert.ok(path, 'a page that leads to Amara’s records')
  await walker.go(`${path}/testimony`)
}

/** Asks somebody about the visit of 3 November, and answers the path of the link that Amara hands over. */
async function ask(
  amara: Walker,
  as: 'A witness' | 'An expert witness' | 'A customer',
  name: string,
): Promise<string> {
  await amara.press('Ask somebody')
  await amara.answer('As what do you ask?', new RegExp(`^${as}`))
  await amara.type('Whom do you ask?', name)
  await amara.type('What did they see?', 'The visit that was moved twice')
  await amara.date('When was it?', '2026-11-03')
  await amara.type('What is it for?', 'It shows how I keep customers told.')
  const first = amara.page
    .getByRole('group', { name: 'Which competencies may it bear on?' })
    .getByRole('checkbox')
  await first.first().check()
  await amara.press('Ask them')
  const link = await amara.page.getByLabel(`Link for ${name}`).inputValue()
  await amara.press('Back to who was asked')
  return new URL(link).pathname
}

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with JavaScript' : 'without JavaScript'

  test(`a witness opens the link on a phone, is told what is missing, loses nothing and signs, ${how}`, async () => {
    const amara = await atPhone('amara', javaScript)
    await toWitnesses(amara)
    const link = await ask(amara, 'A witness', 'Femi Adeyemi')
    const femi = await openWalker(browser, installation.base, { javaScript, size: PHONE })
    await femi.go(link)
    await femi.sees('No account needed')
    await femi.sees('with your name')
    await femi.sees('I cannot say anything about this')
    await femi.type(
      'What did Amara do?',
      'Amara rang the tenant twice while I stood at the door. His number is 07700 900123.',
    )
    await femi.type('Your work, and where', 'Field engineer, Quayside Homes')
    await femi.type('How do you know Amara?', 'We met on that visit')
    await femi.page.getByLabel('What I saw shows this in Amara’s work').check()
    await femi.press('Sign and send')
    await femi.sees('Give an e-mail address or a telephone number')
    await femi.sees('1 detail could identify a customer')
    assert.match(
      await femi.page.getByLabel('What did Amara do?').inputValue(),
      /while I stood at the door\. His number is 07700 900123/,
    )
    assert.equal(
      await femi.page.getByLabel('Your work, and where').inputValue(),
      'Field engineer, Quayside Homes',
    )
    await femi.type('Where can you be reached?', 'femi@quayside.example')
    await femi.tick(/I saw this myself/)
    await femi.type('Sign: type your full name', 'Femi Adeyemi')
    await femi.press('Sign and send')
    await femi.sees('This link has been answered')
    await femi.go(link)
    await femi.sees('shows nothing of it')

    await toWitnesses(amara)
    await amara.sees(/Answered on 17 Nov: E-\d/)
    const refs = await amara.page.getByRole('link', { name: /^E-\d+$/ }).allInnerTexts()
    await amara.press(`E-${Math.max(...refs.map(numberIn))}`)
    await amara.sees('His number is [phone].')
    await amara.sees('in the words of Femi Adeyemi, asked by you')
    await amara.sees(/Femi Adeyemi, Field engineer, Quayside Homes/)
    await toWitnesses(amara)
    await amara.press('The list of witnesses')
    await amara.sees('Signed “Femi Adeyemi”')
    const ben = await atPhone('ben', javaScript)
    await ben.go(new URL(amara.page.url()).pathname)
    await ben.sees('femi@quayside.example')
  })

  test(`a customer answers in their own words on a phone, and an expert witness declares competence and conflicts, ${how}`, async () => {
    const amara = await atPhone('amara', javaScript)
    await toWitnesses(amara)
    const customers = await ask(amara, 'A customer', 'Rosa Delgado')
    const experts = await ask(amara, 'An expert witness', 'Ngozi Bello')

    const rosa = await openWalker(browser, installation.base, { javaScript, size: PHONE })
    await rosa.go(customers)
    await rosa.sees('How did Amara serve you?')
    await rosa.type('What happened, in your own words?', 'She rang back on the day she had named.')
    await rosa.answer('Were you helped?', 'Yes')
    await rosa.tick(/My first name may stand/)
    await rosa.type('Your first name', 'Rosa')
    await rosa.press('Send my words')
    await rosa.sees('This link has been answered')

    const ngozi = await openWalker(browser, installation.base, { javaScript, size: PHONE })
    await ngozi.go(experts)
    await ngozi.type(
      'What did Amara do?',
      'She weighed two dates against the tenant’s shifts and moved the visit.',
    )
    await ngozi.type('Your work, and where', 'Service coach, Quayside Homes')
    await ngozi.type('How do you know Amara?', 'I coached her in spring')
    await ngozi.type('Where can you be reached?', '0191 498 0777')
    await ngozi.tick(/I saw this myself/)
    await ngozi.type('Sign: type your full name', 'Ngozi Bello')
    await ngozi.type('What makes you competent in this work?', 'Eleven years on service desks')
    await ngozi.answer('Do you assess or evaluate people?', /I evaluate staff/)
    await ngozi.answer('Have you an interest in how this turns out?', /^None$/)
    await ngozi.press('Sign and send')
    await ngozi.sees('This link has been answered')

    await toWitnesses(amara)
    await amara.press('The list of witnesses')
    await amara.sees('Expert witness')
    await amara.sees('Evaluates staff as part of the job')
    await amara.sees('Rosa')
    assert.ok(!(await amara.page.content()).includes('Delgado'))
  })

  test(`somebody who cannot say anything presses one button, ${how}`, async () => {
    const amara = await atPhone('amara', javaScript)
    await toWitnesses(amara)
    const link = await ask(amara, 'A witness', 'Olu Ade')
    const olu = await openWalker(browser, installation.base, { javaScript, size: PHONE })
    await olu.go(link)
    await olu.press('I cannot say anything about this')
    await olu.sees('Thank you for saying so')
    await toWitnesses(amara)
    await amara.sees('Can’t say anything about it')
  })
}
