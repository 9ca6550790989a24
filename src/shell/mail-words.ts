import type { OutboxMail } from './outbox-mails.ts'

const WHY: Record<NonNullable<OutboxMail['why']>, string> = {
  unreachable: 'The mail server could not be reached.',
  busy: 'The mail server could not take it then.',
  refused: 'The mail server refused it.',
  unanswered: 'The connection was lost before the mail server answered.',
  restored: 'It lay in a backup that was put back, and may have been sent after the backup was made.',
  stopped: 'Goldthread stopped before it could note the answer.',
}

/** How a mail stands, in a few words that may follow a name. */
export function mailState({ state, tries }: Pick<OutboxMail, 'state' | 'tries'>): string {
  const words: Record<OutboxMail['state'], string> = {
    'to send': tries > 0 ? 'Not sent yet, tried again by itself' : 'About to be sent',
    sending: 'Being sent',
    sent: 'Sent',
    refused: 'Could not be sent',
    'may not have been sent': 'May not have been sent',
    'given up': 'Not sent, and left at that',
  }
  return words[state]
}

/** Why a mail stands as it does, in a sentence; nothing where nothing went wrong. */
export const mailReason = ({ why }: Pick<OutboxMail, 'why'>): string => (why ? WHY[why] : '')
