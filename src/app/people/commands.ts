import { count } from '../../kernel/text.ts'
import { type Command, UsageError } from '../command.ts'
import { eraseContent, verifyHistory } from '../history/history.ts'
import { listPeople } from './people.ts'

export const commands: Command[] = [
  {
    words: ['history', 'erase'],
    usage: 'history erase PERSON [--org NAME] [--json]',
    options: {},
    check({ positionals }) {
      if (!positionals.join(' ').trim())
        throw new UsageError('Name the person whose content of the history is to be erased.')
    },
    needs: 'organisation',
    async run({ house, orgId, positionals, answer }) {
      const name = positionals.join(' ').trim().toLowerCase()
      return house.db.inOrg(orgId, async (tx) => {
        const [person, second] = (await listPeople(tx)).filter((one) => one.name.toLowerCase() === name)
        if (!person || second)
          throw new UsageError(
            person
              ? 'Several people have that name. Give one of them another first.'
              : 'Nobody here has that name.',
          )
        const erased = await eraseContent(tx, null, person.personId)
        const { entries, ok } = await verifyHistory(tx)
        answer(
          { person: person.name, erased, entries, ok },
          `The content of ${count(erased, 'entry', 'entries')} about ${person.name} is gone. The chain of ${entries} is ${ok ? 'true' : 'broken'}.`,
        )
        return ok ? 0 : 1
      })
    },
  },
]
