import type { Id } from '../../../kernel/id.ts'
import { type Outcome, refused } from '../../../kernel/outcome.ts'
import { type FrameworkRead, readCase } from './case-read.ts'
import type { FrameworkSource } from './item.ts'
import { readMoodle } from './moodle-csv.ts'
import { type PlainAbout, type PlainAnswers, proposePlain, readPlain } from './plain-csv.ts'

/** A framework's file, and how it is read. */
export type ReadingAsked = {
  bytes: Uint8Array
  format: FrameworkSource['format']
  /** The https origin of this installation, whose own addresses follow from identifiers again. */
  origin: string
  /** Whose identifiers follow from codes, where a file has none. */
  space: Id
  /** How a plain list is read, and what it is called. */
  csv?: { answers: PlainAnswers } & Pick<PlainAbout, 'title' | 'publisher'> &
    Partial<Pick<PlainAbout, 'onto'>>
}

/** The text of a file in UTF-8; null where it is in another encoding, such as UTF-16, in which JSON has a NUL at its start. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes.subarray(0, 4).includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const NO_UTF8 = 'The file is not UTF-8, as CASE asks. Export it again, and import it as it comes.'

/** Reads a file as a framework, in the format that is said. Refused where it does not hold together, with the item or row named. */
export function readFile({ bytes, format, origin, space, csv }: ReadingAsked): Outcome<FrameworkRead> {
  if (format === 'moodle-csv') return readMoodle(bytes, space)
  if (format === 'csv') {
    const proposal = proposePlain(bytes, csv?.answers ?? {})
    const about = { title: csv?.title ?? '', publisher: csv?.publisher ?? '', onto: csv?.onto ?? null, space }
    return proposal.ok ? readPlain(proposal.value, about) : proposal
  }
  const text = textOf(bytes)
  return text === null ? refused({ field: 'file', message: NO_UTF8 }) : readCase(text, { origin })
}
