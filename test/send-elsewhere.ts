import { furnish } from '../src/app/house.ts'
import { readConfig } from '../src/shell/config.ts'
import { sendDue } from '../src/shell/outbox.ts'

/**
 * Sends what is due in one organisation: a process that a test can kill. Once the server has answered it says so, and
 * waits there, before anything is committed.
 */
const { DATABASE_URL = '', SEND_FOR = '', SEND_NOW = '' } = process.env
const { house } = await furnish(readConfig(process.env), DATABASE_URL, () => new Date(SEND_NOW))
const { mail } = house
house.mail = {
  ...mail,
  async send(mailing) {
    const { how } = await mail.send(mailing)
    process.stdout.write(how)
    return new Promise(() => {})
  },
}
await sendDue(house, SEND_FOR)
