import { plainDay } from '../../kernel/day.ts'
import type { Command } from '../command.ts'
import { reachedLeaders } from './staleness.ts'

export const commands: Command[] = [
  {
    words: ['stale'],
    usage: 'stale [--org NAME] [--json]',
    options: {},
    needs: 'organisation',
    async run({ house, orgId, today, answer }) {
      const things = await house.db.inOrg(orgId, (tx) => reachedLeaders(tx, today), { readOnly: true })
      answer(
        things.map(({ name: person, kind, ref, what, since, step }) => ({
          person,
          kind,
          ref,
          what,
          since,
          step,
        })),
        things.map(({ title, why, since }) => `${title}, since ${plainDay(since)}. ${why}`).join('\n') ||
          'Nothing has waited long enough to reach a leader.',
      )
      return 0
    },
  },
]
