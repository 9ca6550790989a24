import { basename, resolve } from 'node:path'
import { count } from '../../kernel/text.ts'
import { type Command, type CommandContext, theFile, UsageError } from '../command.ts'
import { answersIn, asked, bytesOf, keepRejectsFile } from './command-files.ts'
import { importFile } from './importing.ts'
import { answersSchema } from './rules/mapping.ts'
import type { Counts } from './store/batches.ts'

export const commands: Command[] = [
  {
    words: ['import', 'contacts'],
    usage: 'import contacts FILE [--mapping FILE] [--dry-run] [--match-names] [--org NAME] [--json]',
    options: {
      mapping: { type: 'string' },
      'dry-run': { type: 'boolean' },
      'match-names': { type: 'boolean' },
    },
    needs: 'organisation',
    async check({ positionals }) {
      await theFile(positionals)
    },
    run: importContacts,
  },
]

async function importContacts(context: CommandContext): Promise<number> {
  const { house, orgId, positionals, values, say } = context
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new UsageError('Name one file.')
  const bytes = await bytesOf(resolve(file))
  const answers = await answersIn(values.mapping, answersSchema)
  const outcome = await importFile(house, orgId, null, {
    name: basename(file),
    bytes,
    answers,
    dryRun: values['dry-run'] === true,
    matchNames: values['match-names'] === true,
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
  const dryRun = values['dry-run'] === true
  const rejectsFile = await keepRejectsFile(resolve(file), headings, rejected, dryRun)
  answer(context, counts, rejectsFile)
  return 0
}

function answer({ answer, values }: CommandContext, counts: Counts, rejectsFile: string | null): void {
  const { read, accepted, rejected, duplicates, contacts } = counts
  const words = [
    `${count(read, 'row')} read: ${accepted} accepted, ${rejected} rejected, ${duplicates} duplicate.`,
    `${count(contacts, 'contact')} new or changed.`,
    ...(rejectsFile ? [`The rejected rows are in ${rejectsFile}, with reasons.`] : []),
    ...(values['dry-run'] ? ['This was a dry run: nothing is loaded.'] : []),
  ]
  answer({ read, accepted, rejected, duplicates, contacts, rejectsFile }, words.join(' '))
}
