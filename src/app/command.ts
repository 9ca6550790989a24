import { stat } from 'node:fs/promises'
import type { ParseArgsConfig } from 'node:util'
import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import type { Organisation } from './people/people.ts'
import type { House } from './visit.ts'

/** Wrong usage, or a question that only a person can answer: exit 2, naming the key to give. */
export class UsageError extends Error {}

export type CommandContext = {
  house: House
  orgId: Id
  org: Organisation
  today: Day
  values: Record<string, string | boolean | undefined>
  positionals: string[]
  /** One answer on standard output: the document under `--json`, else the words. */
  answer(document: unknown, words: string): void
  /** A message on standard error. */
  say(line: string): void
}

/** A command of `bin/goldthread`: through the same doors as the pages. */
export type Command = {
  /** The words that name it: `['import', 'contacts']`. */
  words: readonly string[]
  usage: string
  options: NonNullable<ParseArgsConfig['options']>
  /** Looks at what was given before anything is opened or made. @throws UsageError */
  check?(given: Pick<CommandContext, 'positionals' | 'values'>): Promise<void> | void
  /** What is opened before it runs; with 'organisation', an organisation is chosen too. */
  needs: 'nothing' | 'house' | 'organisation'
  /** @returns the exit code */
  run(context: CommandContext): Promise<number>
}

/**
 * The one file a command was given.
 * @throws UsageError where there is none, more than one, or no such file
 */
export async function theFile(positionals: readonly string[]): Promise<string> {
  const [file, ...rest] = positionals
  if (!file || rest.length > 0) throw new UsageError('Name one file.')
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new UsageError(`There is no file ${file}. Check its name and folder.`)
  return file
}
