import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { sizeWords } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import { turn } from '../../shell/turns.ts'
import { keepPackage, listCrosswalk, readPackage } from './frameworks.ts'
import { type FileRead, readApart } from './reading.ts'
import { withoutCrosswalk } from './rules/case-crosswalk.ts'
import { CASE_LIMITS } from './rules/case-limits.ts'
import type { FrameworkSource } from './rules/item.ts'
import { moodleOnto } from './rules/moodle-onto.ts'
import { isMoodleCsv } from './rules/moodle-rows.ts'
import type { ReadingAsked } from './rules/reading.ts'

export type Format = FrameworkSource['format']

export const FORMATS: readonly Format[] = ['case', 'moodle-csv', 'csv']

export function isFormat(text: string): text is Format {
  return (FORMATS as readonly string[]).includes(text)
}

/** A file, or what lay at an address, which is its name then. */
export type FrameworkFile = { name: string; bytes: Uint8Array }

/** A framework that was read and is not kept yet. */
export type Readied = FileRead & { format: Format }

/** What an import came to: `kept` is false where the newest version says the same already. */
export type ImportedFramework = {
  id: Id
  title: string
  version: string
  items: number
  kept: boolean
  warnings: string[]
}

/** The format that a file seems to be in, by how it begins; null where it is none that is read. */
export function guessFormat(bytes: Uint8Array): Format | null {
  const begin = Buffer.from(bytes.subarray(0, 200))
    .toString('utf8')
    .replace(/^[\uFEFF\uFFFD]+/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (begin.startsWith('{') || begin.startsWith('[')) return 'case'
  if (begin === '' || begin.startsWith('<')) return null
  return isMoodleCsv(bytes) ? 'moodle-csv' : 'csv'
}

/** What a plain list is called where nobody says: its file's name, without its ending. */
export function titleOf(name: string): string {
  return (
    name
      .replace(/\.[a-z]{2,4}$/i, '')
      .trim()
      .slice(0, 200) || 'A list'
  )
}

/** Whose file it is and how it is read; the format that it seems to be in, where none is given. */
export type ReadAs = Pick<ReadingAsked, 'origin' | 'space' | 'csv'> & { format?: Format | null }

/** Reads a file as a framework. Nothing is kept. */
export async function readFramework({ name, bytes }: FrameworkFile, as: ReadAs): Promise<Outcome<Readied>> {
  const wrong = (message: string) => refused({ field: 'file', message })
  if (bytes.length === 0) return wrong('The file is empty. Choose another.')
  if (bytes.length > CASE_LIMITS.bytes)
    return wrong(
      `The file is larger than ${sizeWords(CASE_LIMITS.bytes)}. Split the framework, and import the parts.`,
    )
  const format = as.format ?? guessFormat(bytes)
  if (!format) return wrong('This is no file of a framework that can be read: CASE as JSON, or a CSV file.')
  const { origin, space, csv = { answers: {}, title: titleOf(name), publisher: '' } } = as
  const read = await readApart({ bytes, format, origin, space, csv })
  if (!read.ok) return read
  const { package: whole, warnings, sha256 } = read.value
  const source = { format, address: name, sha256, readOn: '' }
  return done({ package: { ...whole, source }, warnings, sha256, format })
}

/** What was read as it would be kept: a file of Moodle's leaves what it does not say as the newest version has it. */
export async function ontoNewest<T extends Pick<Readied, 'package' | 'warnings'>>(
  tx: OrgTx,
  read: T,
): Promise<T> {
  if (read.package.source?.format !== 'moodle-csv') return read
  const newest = await readPackage(tx, read.package.frameworkId)
  if (!newest) return read
  const { package: next, warnings } = moodleOnto(read.package, newest)
  return { ...read, package: next, warnings: [...read.warnings, ...warnings] }
}

/** Keeps a framework that was read, as the next version of it in the library: all of it or nothing, and not in force. */
export async function keepFramework(
  tx: OrgTx,
  actor: Actor | null,
  read: Pick<Readied, 'package' | 'warnings'>,
  today: Day,
): Promise<Outcome<ImportedFramework>> {
  const { package: whole, warnings } = await ontoNewest(tx, read)
  const source = whole.source && { ...whole.source, readOn: today }
  const own = withoutCrosswalk(whole, await listCrosswalk(tx))
  await turn()
  const kept = await keepPackage(tx, actor, { ...own, source }, today)
  if (!kept.ok) return kept
  const { frameworkId: id, ...rest } = kept.value
  return done({ id, ...rest, warnings })
}

/** Reads a file and keeps its framework in the library. All of it or nothing: what refuses names the item. */
export async function importFramework(
  tx: OrgTx,
  actor: Actor,
  asked: FrameworkFile & Omit<ReadAs, 'space'>,
  today: Day,
): Promise<Outcome<ImportedFramework>> {
  const read = await readFramework(asked, { ...asked, space: tx.orgId })
  return read.ok ? keepFramework(tx, actor, read.value, today) : read
}
