import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { tendMails } from '../../src/app/notices/jobs.ts'
import { openMail } from '../../src/shell/mail.ts'
import { launchBrowser } from '../browser.ts'
import { type MailServer, openMailServer } from '../mailbox.ts'
import { type Installation, openInstallation } from '../pages.ts'
import { addByList, join, setUpTeam } from './arriving.ts'

let browser: Browser
let server: MailServer
let installation: Installation
let deliver: () => Promise<void>

before(async () => {
  browser = await launchBrowser()
  server = await openMailServer()
  installation = await openInstallation(new Date('2026-11-17T09:00:00Z'))
  const { house } = installation
  deliver = () => tendMails(house)
})
after(async () => {
  await browser.close()
  await installation.close()
})

for (const javaScript of [true, false])
  test(`Dana looks after a mail that may not have been sent; Amara chooses what she gets and when, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const domain = javaScript ? 'larkfield.example' : 'marsh.example'
    const { base, house } = installation
    const way = { browser, base, javaScript }
    house.mail = { ...house.mail, configured: false }
    const dana = await setUpTeam(way, javaScript ? 'Larkfield Energy' : 'Marsh Water', domain)
    const links = await addByList(dana, [`Amara Okafor, amara@${domain}, Northgate, , Adviser`])
    const amara = await join(way, links.get('Amara Okafor'), `amara@${domain}`)

    const { publicUrl } = house.config
    house.mail = openMail({ smtpUrl: server.url, mailFrom: `goldthread@${domain}`, publicUrl })
    house.jobs = { ...house.jobs, async send() {} }
    server.answer = 'cut'
    await dana.go('/people')
    await dana.page.locator('form[data-keep="add-person"] #f-name').fill('Grace Lim')
    await dana.type('E-mail address', `grace@${domain}`)
    await dana.press('Add and make a link')
    await dana.sees(`About to be sent to grace@${domain}`)
    await deliver()
    server.answer = 'take'
    await dana.go('/people')
    await dana.sees(`May not have been sent to grace@${domain}`)
    await dana.press('Mail not confirmed')
    await dana.sees('1 of them for you to decide')
    await dana.press(/^Resend/)
    await dana.sees('It is sent again')
    await deliver()
    const [first, second] = server.mails(`grace@${domain}`)
    assert.equal(first?.messageId, second?.messageId)
    await dana.go('/mail')
    await dana.sees('Nothing waits')
    await dana.go('/people')
    await dana.press('quiet hours')
    await dana.type('From', '19:00')
    await dana.press('Save the quiet hours')

    await amara.go('/start')
    await amara.press('Your mail and calendar')
    await amara.sees('from 19:00 until 08:00')
    await amara.page.getByLabel('A review comes near').uncheck()
    await amara.answer('When no mail comes', 'At these times')
    await amara.type('From', 'late')
    await amara.press('Save what you get')
    await amara.sees('Write a time such as 18:00')
    await amara.type('From', '20')
    await amara.press('Save what you get')
    await amara.sees('It is saved')
    assert.equal(await amara.page.getByLabel('From', { exact: true }).inputValue(), '20:00')
    assert.equal(await amara.page.getByLabel('A review comes near').isChecked(), false)
    await amara.press('Make the address')
    const address = await amara.page.getByLabel('Address of your calendar').inputValue()
    const calendar = await amara.context.request.get(`${base}${new URL(address).pathname}`)
    assert.match(await calendar.text(), /^BEGIN:VCALENDAR\r\n/)
  })
