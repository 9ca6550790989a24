import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { count } from '../../kernel/text.ts'
import { type Command, type CommandContext, theFile, UsageError } from '../command.ts'
import { listPeople } from '../people/people.ts'
import { importFile } from './importing.ts'
import { type Answers, answersSchema } from './rules/mapping.ts'
import type { Question } from './rules/questions.ts'
import { type Rejected, rejectsCsv } from './rules/rejects.ts'
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
  const answers = await answersIn(values.mapping)
  const administrator = await house.db.inOrg(orgId, async (tx) =>
    (await listPeople(tx)).find(
      ({ standings, state }) => standings.includes('administrator') && state !== 'left',
    ),
  )
  const outcome = await importFile(house, orgId, administrator ?? null, {
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
  const into = values['dry-run'] === true ? tmpdir() : null
  const rejectsFile = rejected.length > 0 ? await writeRejects(resolve(file), headings, rejected, into) : null
  answer(context, counts, rejectsFile)
  return 0
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch {
    throw new UsageError(`${path} cannot be read. Name a file that is there.`)
  }
}

async function answersIn(path: string | boolean | undefined): Promise<Answers> {
  if (typeof path !== 'string') return {}
  const text = Buffer.from(await bytesOf(resolve(path))).toString('utf8')
  let found: unknown
  try {
    found = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new UsageError(`--mapping: ${path} is not JSON.`)
  }
  const checked = answersSchema.safeParse(found)
  if (checked.success) return checked.data
  const wrong = checked.error.issues.map((issue) =>
    [issue.path.join('.'), issue.message].filter(Boolean).join(': '),
  )
  throw new UsageError(`--mapping: ${wrong.join('. ')}`)
}

/** A question, and the key of the mapping that answers it. */
function asked({ key, question, because, choices, role }: Question): string {
  const one = (value: string) => {
    if (key === 'columns') return `{"columns":{${JSON.stringify(value)}:"${role}"}}`
    return `{"${key}":${key === 'ratingMax' ? value : JSON.stringify(value)}}`
  }
  const answers = choices.map(({ value, label }) => `  ${one(value)}: ${label}`)
  return [`${question} ${because} The key is "${key}":`, ...answers].join('\n')
}

/**
 * Writes the rejected rows into a folder: beside the file that holds them where none is given, and where that is not
 * allowed into the temporary one. A dry run leaves nothing beside the source.
 */
async function writeRejects(
  file: string,
  headings: readonly string[],
  rejected: readonly Rejected[],
  folder: string | null,
): Promise<string> {
  const text = rejectsCsv(headings, rejected)
  const beside = `${file.replace(/\.[^./\\]*$/, '')}.rejected.csv`
  try {
    const wanted = folder === null ? beside : join(folder, basename(beside))
    await writeFile(wanted, text)
    return wanted
  } catch {
    const elsewhere = join(tmpdir(), basename(beside))
    await writeFile(elsewhere, text)
    return elsewhere
  }
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
