import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { tendMails, tendNotices } from '../../src/app/notices/jobs.ts'
import { openMail } from '../../src/shell/mail.ts'
import { launchBrowser } from '../browser.ts'
import { calendarIn, linkIn, type MailServer, openMailServer } from '../mailbox.ts'
import { type Installation, openInstallation, openWalker } from '../pages.ts'
import { EVE, gather, momentOf, YEAR } from './year.ts'
import type { Cast } from './year-acts.ts'

type Organisation = { way: string; mail: string; cast: Cast }

let browser: Browser
let server: MailServer
let installation: Installation
const organisations: Organisation[] = []

before(async () => {
  browser = await launchBrowser()
  server = await openMailServer()
  installation = await openInstallation(momentOf(EVE))
  const { house } = installation
  const { publicUrl } = house.config
  house.mail = openMail({ smtpUrl: server.url, mailFrom: 'goldthread@larkfield.example', publicUrl })
  house.jobs = { ...house.jobs, async send() {} }
})
after(async () => {
  await browser.close()
  await installation.close()
})

/** What the queue does by itself every few minutes. */
async function tend(): Promise<void> {
  await tendNotices(installation.house)
  await tendMails(installation.house)
}

test('On the eve of the year Dana sets up a team; everybody joins by the link that was mailed', async () => {
  const made = [
    { javaScript: true, organisation: 'Larkfield Energy', mail: 'larkfield.example' },
    { javaScript: false, organisation: 'Marsh Water', mail: 'marsh.example' },
  ].map(async ({ javaScript, ...asked }): Promise<Organisation> => {
    const open = () => openWalker(browser, installation.base, { javaScript })
    const cast = await gather(open, asked, async (address) => {
      await tend()
      return linkIn(server.mails(address).at(-1))
    })
    return { way: javaScript ? 'with JavaScript' : 'without JavaScript', mail: asked.mail, cast }
  })
  organisations.push(...(await Promise.all(made)))
})

for (const { on, title, walk } of YEAR)
  test(`${on}: ${title}`, async (t) => {
    assert.equal(organisations.length, 2, 'nobody got in')
    const headers = { 'goldthread-now': momentOf(on).toISOString() }
    for (const { cast } of organisations)
      for (const { context } of Object.values(cast)) await context.setExtraHTTPHeaders(headers)
    await Promise.all(
      organisations.map(({ way, cast }) => walk(cast, (words) => t.diagnostic(`${way}: ${words}`))),
    )
    await tend()
  })

test('All year long every mail was sent once and names nobody in its subject; reviews came as appointments', async () => {
  const numbers = server.received.map(({ messageId }) => messageId)
  assert.equal(new Set(numbers).size, numbers.length)
  for (const { mail, cast } of organisations) {
    for (const { subject } of server.received) assert.doesNotMatch(subject, /Amara|Ben |Chidi|Helen/)
    for (const name of ['amara', 'ben']) {
      const appointments = server.mails(`${name}@${mail}`).filter((one) => calendarIn(one) !== '')
      assert.ok(appointments.length >= 3, `${appointments.length} appointments for ${name}`)
    }
    await cast.dana.go('/mail')
    await cast.dana.sees('Nothing waits')
  }
})
