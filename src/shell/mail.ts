import { createTransport } from 'nodemailer'

/** Outgoing mail. Where no server is set, `configured` is false and pages show links to hand over instead. */
export type Mail = {
  configured: boolean
  /** Sends a plain-text message. @throws where the server refuses it or cannot be reached within 10 seconds */
  send(message: { to: string; subject: string; text: string }): Promise<void>
}

export function openMail(config: { smtpUrl: string | null; mailFrom: string }): Mail {
  if (!config.smtpUrl) {
    return {
      configured: false,
      async send() {
        throw new Error(
          'No mail server is set. Set GOLDTHREAD_SMTP_URL, for example smtp://user:password@mail.example:587.',
        )
      },
    }
  }
  const transport = createTransport({ url: config.smtpUrl, connectionTimeout: 10_000, socketTimeout: 10_000 })
  return {
    configured: true,
    async send(message) {
      await transport.sendMail({ from: config.mailFrom, ...message })
    },
  }
}
