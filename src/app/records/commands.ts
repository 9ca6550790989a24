import { basename, resolve } from 'node:path'
import { type Day, isDay } from '../../kernel/day.ts'
import { count } from '../../kernel/text.ts'
import { type Command, type CommandContext, theFile, UsageError } from '../command.ts'
import { answersIn, asked, bytesOf, keepRejectsFile } from '../contacts/contacts.ts'
import { listPeople } from '../people/people.ts'
import { importRecords } from './importing.ts'
import { answersSchema } from './mapping.ts'
import { recordRatesOf } from './rates.ts'
import { isRecordKind, RECORD_KINDS } from './rules/kinds.ts'
import { rateWords } from './rules/rate.ts'

const KINDS = RECORD_KINDS.join('|')

export const commands: Command[] = [
  {
    words: ['import', 'records'],
    usage: `import records FILE --kind ${KINDS} [--mapping FILE] [--with-text] [--dry-run] [--org NAME] [--json]`,
    options: {
      kind: { type: 'string' },
      mapping: { type: 'string' },
      'with-text': { type: 'boolean' },
      'dry-run': { type: 'boolean' },
    },
    needs: 'organisation',
    async check({ positionals, values }) {
      kindAsked(values.kind)
      await theFile(positionals)
    },
    run: runImport,
  },
  {
    words: ['records'],
    usage: 'records --person NAME [--from DAY] [--to DAY] [--org NAME] [--json]',
    options: { person: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
    needs: 'organisation',
    check({ values }) {
      if (typeof values.person !== 'string') throw new UsageError('Name a person with --person.')
    },
    run: tell,
  },
]

function kindAsked(kind: string | boolean | undefined) {
  if (typeof kind === 'string' && isRecordKind(kind)) return kind
  throw new UsageError(
    `--kind is one of ${KINDS}.${typeof kind === 'string' ? ` ${kind} is none.` : ' Say what the file holds.'}`,
  )
}

async function runImport(context: CommandContext): Promise<number> {
  const { house, orgId, positionals, values, say, answer } = context
  const [file = ''] = positionals
  const kind = kindAsked(values.kind)
  const bytes = await bytesOf(resolve(file))
  const answers = await answersIn(values.mapping, answersSchema)
  const dryRun = values['dry-run'] === true
  const outcome = await importRecords(house, orgId, null, {
    kind,
    name: basename(file),
    bytes,
    answers: values['with-text'] === true ? { ...answers, withText: true } : answers,
    dryRun,
  })
  if (!outcome.ok) {
    for (const { message } of outcome.refusals) say(`${file}: ${message}`)
    return 1
  }
  if (outcome.value.kind === 'questions') {
    for (const question of outcome.value.questions) say(asked(question))
    say('Nothing is loaded. Answer in a JSON file, and give it with --mapping.')
    return 2
  }
  const { counts, headings, rejected } = outcome.value
  const rejectsFile = await keepRejectsFile(resolve(file), headings, rejected, dryRun)
  const { read, accepted, duplicates } = counts
  const words = [
    `${count(read, 'row')} read: ${accepted} accepted, ${counts.rejected} rejected, ${duplicates} duplicate.`,
    ...(rejectsFile ? [`The rejected rows are in ${rejectsFile}, with reasons.`] : []),
    ...(dryRun ? ['This was a dry run: nothing is loaded.'] : []),
  ]
  answer({ kind, read, accepted, rejected: counts.rejected, duplicates, rejectsFile }, words.join(' '))
  return 0
}

function dayAsked({ values }: CommandContext, name: 'from' | 'to'): Day | null {
  const text = values[name]
  if (typeof text !== 'string') return null
  if (!isDay(text)) throw new UsageError(`--${name} is a day such as 2026-11-17. ${text} is none.`)
  return text
}

async function tell(context: CommandContext): Promise<number> {
  const { house, orgId, values, today, answer } = context
  const name = String(values.person)
  const [from, to] = [dayAsked(context, 'from'), dayAsked(context, 'to')]
  if ((from === null) !== (to === null)) throw new UsageError('Give both --from and --to, or neither.')
  if (from !== null && to !== null && from > to) throw new UsageError('--to is before --from.')
  const range = from !== null && to !== null ? { from, to } : undefined
  const rates = await house.db.inOrg(
    orgId,
    async (tx) => {
      const people = (await listPeople(tx)).filter((one) => one.name.toLowerCase() === name.toLowerCase())
      const [person, other] = people
      if (!person) throw new UsageError(`--person: nobody here is called ${name}.`)
      if (other) throw new UsageError(`--person: ${count(people.length, 'person')} here are called ${name}.`)
      const found = await recordRatesOf(tx, person.personId, today, range)
      return found.map((rate) => ({ person: person.name, ...rate }))
    },
    { readOnly: true },
  )
  for (const { person, ...rate } of rates)
    answer({ person, ...rate }, `${person}, ${rateWords(rate)}. ${rate.verdict ?? ''}`.trim())
  return 0
}
