import { parseArgs } from 'node:util'
import { launchBrowser } from '../test/browser.ts'
import { YEAR } from '../test/journeys/year.ts'
import { BY_TIME, liveTheYear, lossesOf } from '../test/journeys/year-killed.ts'

const { values } = parseArgs({
  options: {
    deaths: { type: 'string', default: '200' },
    share: { type: 'string', default: '0.4' },
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: String(YEAR.length) },
  },
})
const [wanted, share, first] = [Number(values.deaths), Number(values.share), Number(values.seed)]
const steps = YEAR.slice(0, Number(values.steps))

const browser = await launchBrowser()
const undisturbed = await liveTheYear(browser, { seed: 0, share: 0, mailShare: 0, steps })
console.log(
  `Undisturbed: ${Object.keys(undisturbed.holdings).length} tables, ${undisturbed.entries} entries of history, ${undisturbed.words.length} pages of the plan, ${undisturbed.mails.reached} mails`,
)
for (const [table, reason] of Object.entries(BY_TIME)) console.log(`Not compared: ${table}: ${reason}`)

const total = { deaths: 0, overMail: 0, mails: 0, listed: 0 }
const losses: string[] = []
for (let seed = first; total.deaths < wanted; seed += 1) {
  const lived = await liveTheYear(browser, { seed, share, mailShare: 0.3, steps })
  const found = lossesOf(undisturbed, lived)
  total.deaths += lived.deaths
  total.overMail += lived.overMail
  total.mails += lived.mails.reached
  total.listed += lived.mails.listed
  losses.push(...found.map((line) => `seed ${seed}: ${line}`))
  console.log(
    `Seed ${seed}: ${lived.deaths} deaths, ${lived.overMail} over a mail; ${lived.mails.reached} mails reached the server, ${lived.mails.listed} not confirmed and listed; ${found.length} losses`,
  )
  for (const line of found) console.log(`  ${line}`)
}
await browser.close()
console.log(
  `${total.deaths} deaths, ${total.overMail} of them over a mail. ${total.mails} mails, none twice unless named above; ${total.listed} not confirmed, all listed unless named above. ${losses.length} losses.`,
)
process.exitCode = losses.length === 0 ? 0 : 1
