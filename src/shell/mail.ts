import { createTransport } from 'nodemailer'
import { htmlOf } from './mail-html.ts'

/** A mail as it is handed to the server. The HTML part is made of the text, so that both say the same. */
export type Mailing = {
  to: string
  subject: string
  /** Paragraphs parted by an empty line; a line such as "Open your plan: https://..." becomes a link in HTML. */
  text: string
  /** With its angle brackets; the same whenever the same mail is handed over again. */
  messageId: string
  date: Date
  /** Stops mails of this kind in one click. Source: RFC 8058. */
  unsubscribe?: string
  /** An invitation to an appointment, or its cancellation. Source: RFC 6047. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string }
}

/**
 * What came of handing a mail over: `sent` where the server took it, `refused` where it will not, `later` where it
 * can't now or nobody answers, and `unanswered` where the connection was lost after the message had begun: only then
 * nobody knows.
 */
export type Sent =
  | { how: 'sent' }
  | { how: 'refused' }
  | { how: 'later'; why: 'busy' | 'unreachable' }
  | { how: 'unanswered' }

/** Outgoing mail. Where no server is set, `configured` is false and pages show links to hand over instead. */
export type Mail = {
  configured: boolean
  /** Hands a mail over once; answers within a minute and never throws. */
  send(mailing: Mailing): Promise<Sent>
}

/** Milliseconds: a server that takes a message may think about it before it answers. */
const PATIENCE = { connecting: 10_000, answering: 45_000 }

export function openMail(config: { smtpUrl: string | null; mailFrom: string; publicUrl: string }): Mail {
  const { smtpUrl, mailFrom, publicUrl } = config
  if (!smtpUrl) return { configured: false, send: async () => ({ how: 'later', why: 'unreachable' }) }
  return {
    configured: true,
    async send({ to, subject, text, messageId, date, unsubscribe, calendar }) {
      const begun = watchTalk()
      const transport = createTransport({
        url: smtpUrl,
        connectionTimeout: PATIENCE.connecting,
        greetingTimeout: PATIENCE.connecting,
        socketTimeout: PATIENCE.answering,
        disableFileAccess: true,
        disableUrlAccess: true,
        transactionLog: true,
        logger: begun.logger,
      })
      try {
        await transport.sendMail({
          from: mailFrom,
          to,
          subject,
          text,
          html: htmlOf(subject, text, publicUrl),
          messageId,
          date,
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(unsubscribe && {
              'List-Unsubscribe': `<${unsubscribe}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
          ...(calendar && { icalEvent: { filename: false, ...calendar } }),
        })
        return { how: 'sent' }
      } catch (error) {
        return whyNot(error as { code?: string; responseCode?: number }, begun.message())
      } finally {
        transport.close()
      }
    },
  }
}

/** Listens to the talk with the server for the moment from which it may hold the message. */
function watchTalk() {
  let begun = false
  const hear = (entry: unknown, words?: unknown) => {
    const { tnx } = (entry ?? {}) as { tnx?: string }
    if (tnx === 'client' && String(words) === 'DATA') begun = true
  }
  const quiet = () => {}
  const logger = {
    level: quiet,
    trace: hear,
    debug: hear,
    info: hear,
    warn: quiet,
    error: quiet,
    fatal: quiet,
  }
  return { logger, message: () => begun }
}

/** What an error means: a server that answered has said whether it took the message. Source: RFC 5321, 4.2.1. */
function whyNot({ code, responseCode }: { code?: string; responseCode?: number }, begun: boolean): Sent {
  if (responseCode && responseCode >= 500)
    return code === 'EAUTH' ? { how: 'later', why: 'unreachable' } : { how: 'refused' }
  if (responseCode && responseCode >= 400) return { how: 'later', why: 'busy' }
  return begun ? { how: 'unanswered' } : { how: 'later', why: 'unreachable' }
}
