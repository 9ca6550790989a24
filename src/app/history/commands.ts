import { count } from '../../kernel/text.ts'
import type { Command } from '../command.ts'
import { verifyHistory } from './history.ts'

export const commands: Command[] = [
  {
    words: ['history', 'verify'],
    usage: 'history verify [--org NAME] [--json]',
    options: {},
    needs: 'organisation',
    async run({ house, orgId, answer }) {
      const result = await house.db.inOrg(orgId, verifyHistory, { readOnly: true })
      if (result.ok)
        answer(
          { entries: result.entries, ok: true },
          `${count(result.entries, 'entry', 'entries')}: nothing was changed after it was written.`,
        )
      else
        answer(
          { ok: false, firstBroken: result.firstBroken },
          `Entry ${result.firstBroken} is not as it was written.`,
        )
      return result.ok ? 0 : 1
    },
  },
]
