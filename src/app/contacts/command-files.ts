import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { z } from 'zod'
import { UsageError } from '../command.ts'
import type { Question } from './rules/questions.ts'
import { type Rejected, rejectsCsv } from './rules/rejects.ts'

/**
 * The bytes of a file that a command was given.
 * @throws UsageError where it cannot be read
 */
export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch {
    throw new UsageError(`${path} cannot be read. Name a file that is there.`)
  }
}

/**
 * The keys of a mapping that a file of answers holds; none where no file is named.
 * @throws UsageError where it is not JSON or not a mapping
 */
export async function answersIn<Schema extends z.ZodType>(
  path: string | boolean | undefined,
  schema: Schema,
): Promise<z.infer<Schema>> {
  if (typeof path !== 'string') return schema.parse({})
  const text = Buffer.from(await bytesOf(resolve(path))).toString('utf8')
  let found: unknown
  try {
    found = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new UsageError(`--mapping: ${path} is not JSON.`)
  }
  const checked = schema.safeParse(found)
  if (checked.success) return checked.data
  const wrong = checked.error.issues.map((issue) =>
    [issue.path.join('.'), issue.message].filter(Boolean).join(': '),
  )
  throw new UsageError(`--mapping: ${wrong.join('. ')}`)
}

/** A question, and the key of the mapping that answers it. */
export function asked({ key, question, because, choices, role }: Question<string>): string {
  const one = (value: string) => {
    if (key === 'columns') return `{"columns":{${JSON.stringify(value)}:"${role}"}}`
    return `{"${key}":${key === 'ratingMax' ? value : JSON.stringify(value)}}`
  }
  const answers = choices.map(({ value, label }) => `  ${one(value)}: ${label}`)
  return [`${question} ${because} The key is "${key}":`, ...answers].join('\n')
}

/**
 * Writes the rejected rows beside the file that holds them, and where that is not allowed into the temporary folder.
 * A dry run leaves nothing beside the source. Answers where they are; null where no row was rejected.
 */
export async function keepRejectsFile(
  file: string,
  headings: readonly string[],
  rejected: readonly Rejected[],
  dryRun: boolean,
): Promise<string | null> {
  if (rejected.length === 0) return null
  const text = rejectsCsv(headings, rejected)
  const beside = `${file.replace(/\.[^./\\]*$/, '')}.rejected.csv`
  try {
    const wanted = dryRun ? join(tmpdir(), basename(beside)) : beside
    await writeFile(wanted, text)
    return wanted
  } catch {
    const elsewhere = join(tmpdir(), basename(beside))
    await writeFile(elsewhere, text)
    return elsewhere
  }
}
