import { plainDay } from '../../kernel/day.ts'
import { count } from '../../kernel/text.ts'
import { type Command, type CommandContext, UsageError } from '../command.ts'
import { listPeople } from '../people/people.ts'
import { type Decision, listDecisions } from './decisions.ts'

export const commands: Command[] = [
  {
    words: ['decisions'],
    usage: 'decisions --person NAME [--org NAME] [--json]',
    options: { person: { type: 'string' } },
    needs: 'organisation',
    check({ values }) {
      if (typeof values.person !== 'string') throw new UsageError('Name a person with --person.')
    },
    run: tell,
  },
]

async function tell({ house, orgId, values, answer }: CommandContext): Promise<number> {
  const name = String(values.person)
  const found = await house.db.inOrg(
    orgId,
    async (tx) => {
      const [person, other] = (await listPeople(tx)).filter(
        (one) => one.name.toLowerCase() === name.toLowerCase(),
      )
      if (!person) throw new UsageError(`--person: nobody here is called ${name}.`)
      if (other) throw new UsageError(`--person: more than one person here is called ${name}.`)
      return listDecisions(tx, person.personId)
    },
    { readOnly: true },
  )
  answer(
    found.map(documentOf),
    found.length === 0
      ? `Nothing is decided about ${name} yet.`
      : [`${count(found.length, 'decision')} about ${name}, the newest first:`, ...found.map(lineOf)].join(
          '\n',
        ),
  )
  return 0
}

const documentOf = ({
  unitTitle,
  unitVersion,
  code,
  verdict,
  reason,
  feedback,
  on,
  byName,
  cited,
}: Decision) => ({
  unit: unitTitle,
  unitVersion,
  criterion: code,
  verdict,
  reason,
  feedback,
  on,
  by: byName,
  evidence: cited.map(({ ref }) => ref),
})

const lineOf = ({ unitTitle, code, verdict, reason, on, byName }: Decision) =>
  `${plainDay(on)}, ${unitTitle} ${code}: ${verdict}. ${byName}: ${reason}`
