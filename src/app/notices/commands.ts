import { isId } from '../../kernel/id.ts'
import { type Command, UsageError } from '../command.ts'
import { resend, unconfirmed } from './notices.ts'

export const commands: Command[] = [
  {
    words: ['letters', 'resend'],
    usage: 'letters resend ID',
    options: {},
    needs: 'organisation',
    check({ positionals }) {
      if (positionals.length !== 1 || !isId(positionals[0] ?? ''))
        throw new UsageError('Give the id of one letter, as `letters` lists it.')
    },
    async run({ house, orgId, positionals, answer, say }) {
      const [letterId = ''] = positionals
      // The server sends it: at its next look into the outbox, or when it is started.
      const office = { ...house, jobs: { ...house.jobs, async send() {} } }
      const outcome = await house.db.inOrg(orgId, (tx) => resend(office, tx, null, letterId))
      if (outcome.ok) {
        answer({ letterId, state: 'to send' }, 'The server sends it again, within a minute while it runs.')
        return 0
      }
      say(outcome.refusals.map(({ message }) => message).join('\n'))
      return 1
    },
  },
  {
    words: ['letters'],
    usage: 'letters [--json]',
    options: {},
    needs: 'organisation',
    async run({ house, orgId, answer }) {
      const letters = await house.db.inOrg(orgId, unconfirmed, { readOnly: true })
      const lines = letters.map(({ letterId, about, to, stands, why }) =>
        `${letterId}  ${about}${to ? ` to ${to}` : ''}: ${stands}. ${why}`.trimEnd(),
      )
      answer({ letters }, lines.join('\n') || 'Every mail is confirmed.')
      return 0
    },
  },
]
