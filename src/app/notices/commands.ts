import { isId } from '../../kernel/id.ts'
import { type Command, UsageError } from '../command.ts'
import { resend, unconfirmed } from './notices.ts'

export const commands: Command[] = [
  {
    words: ['mail', 'resend'],
    usage: 'mail resend ID',
    options: {},
    needs: 'organisation',
    check({ positionals }) {
      if (positionals.length !== 1 || !isId(positionals[0] ?? ''))
        throw new UsageError('Give the id of one mail, as `mail` lists it.')
    },
    async run({ house, orgId, positionals, answer, say }) {
      const [mailId = ''] = positionals
      // The server sends it: at its next look into the outbox, or when it is started.
      const office = { ...house, jobs: { ...house.jobs, async send() {} } }
      const outcome = await house.db.inOrg(orgId, (tx) => resend(office, tx, null, mailId))
      if (outcome.ok) {
        answer({ mailId, state: 'to send' }, 'The server sends it again, within a minute while it runs.')
        return 0
      }
      say(outcome.refusals.map(({ message }) => message).join('\n'))
      return 1
    },
  },
  {
    words: ['mail'],
    usage: 'mail [--json]',
    options: {},
    needs: 'organisation',
    async run({ house, orgId, answer }) {
      const mails = await house.db.inOrg(orgId, unconfirmed, { readOnly: true })
      const lines = mails.map(({ mailId, about, to, stands, why }) =>
        `${mailId}  ${about}${to ? ` to ${to}` : ''}: ${stands}. ${why}`.trimEnd(),
      )
      answer({ mails }, lines.join('\n') || 'Every mail is confirmed.')
      return 0
    },
  },
]
