import { after } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { openMail } from '../src/shell/mail.ts'
import { sendDue } from '../src/shell/outbox.ts'
import type { World } from './world.ts'

/** A mail as the server got it, with its encoding undone. */
export type Received = { to: string[]; raw: string; text: string; subject: string; messageId: string }

/** How the server answers: `take`s it, says 550 or 451, or cuts the line once it has the whole message. */
export type Answer = 'take' | 'refuse' | 'busy' | 'cut'

/** A mail server of a test. */
export type MailServer = {
  url: string
  received: Received[]
  answer: Answer
  /** Hears when a whole message is here, and again when it was answered. */
  notices(when: 'heard' | 'answered'): void
  mails(to: string): Received[]
}

const servers: SMTPServer[] = []
after(async () => {
  for (const server of servers) await new Promise<void>((resolve) => server.close(() => resolve()))
})

const decode = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()

const header = (raw: string, name: string): string =>
  (new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'mi').exec(raw)?.[1] ?? '').replace(/\r?\n[ \t]/g, ' ')

/** The appointment that a mail carries, as calendar programs get it; '' where it carries none. */
export function calendarIn({ raw }: Received): string {
  const part = /Content-Type: text\/calendar[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)
  if (!part) return ''
  const [head = ''] = part[0].split('\r\n\r\n')
  const content = part[1] ?? ''
  if (/base64/i.test(head)) return Buffer.from(content, 'base64').toString()
  return /quoted-printable/i.test(head) ? decode(content) : content
}

/** The link by which somebody joins, in the mail that invites them. */
export const linkIn = (mail: Received | undefined): string | undefined =>
  /https?:\/\/[^\s"<]+\/join\/[^\s"<]+/.exec(mail?.text ?? '')?.[0]

/** A real SMTP server on this machine, closed when the test file ends. */
export async function openMailServer(): Promise<MailServer> {
  const state: MailServer = {
    url: '',
    received: [],
    answer: 'take',
    notices() {},
    mails: (to) => state.received.filter((one) => one.to.includes(to)),
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, callback) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('latin1')
        state.received.push({
          to: session.envelope.rcptTo.map((one) => one.address),
          raw,
          text: decode(raw),
          subject: header(raw, 'Subject'),
          messageId: header(raw, 'Message-ID'),
        })
        state.notices('heard')
        if (state.answer === 'cut') {
          for (const connection of server.connections) connection.close()
          return
        }
        const fault = { take: null, refuse: 550, busy: 451 }[state.answer]
        callback(fault ? Object.assign(new Error('Not this one'), { responseCode: fault }) : null)
        state.notices('answered')
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push(server)
  const address = server.server.address()
  state.url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return state
}

/** Has a world send through a server, when a test says so and at no other moment. */
export function postThrough({ house, orgId }: World, url: string): { deliver(): Promise<void> } {
  const { publicUrl } = house.config
  house.mail = openMail({ smtpUrl: url, mailFrom: 'goldthread@larkfield.example', publicUrl })
  house.jobs = { ...house.jobs, async send() {} }
  return { deliver: () => sendDue(house, orgId) }
}

/** An address where no mail server answers. */
export const NOBODY_THERE = 'smtp://127.0.0.1:1'
