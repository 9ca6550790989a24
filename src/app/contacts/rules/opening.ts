import { done, type Outcome } from '../../../kernel/outcome.ts'
import { type Decision, decided, encodingQuestion } from '../../../kernel/rows/decisions.ts'
import { detectEncoding, provesEncoding, readable, toUtf8 } from '../../../kernel/rows/encoding.ts'
import { detectShape, type Shape } from '../../../kernel/rows/table.ts'
import type { Profile } from './columns.ts'
import { readDate } from './dates.ts'
import { profilesOf } from './evidence.ts'
import { NULL_TOKENS, type ReadingKeys } from './mapping.ts'
import type { Question } from './questions.ts'

const isDate = (cell: string) => readDate(cell, 'dmy').ok || readDate(cell, 'mdy').ok

/** What is known already of how a file is read. */
type Saved = Partial<ReadingKeys>

/** A file as text, cut into columns, with what its first rows look like: before anybody knows what the columns mean. */
export type Opened = {
  /** UTF-8 with line feeds. */
  text: Buffer
  shape: Shape
  decisions: {
    encoding: Decision<ReadingKeys['encoding']>
    delimiter: Decision<ReadingKeys['delimiter']>
    headerLine: Decision<number>
  }
  /** The encoding that only a person can tell; null where the file tells. */
  question: Question | null
  nullTokens: string[]
  headings: string[]
  profiles: Profile[]
  /** At most 2,000: those looked at. */
  rows: number
}

/**
 * Opens a file of rows, whatever they hold: what bytes, which separator, where the headings are. Refused: what is not
 * a text, an empty file, headings without rows. Source: helpdesk.md 4.1, 7.3.
 */
export function openTable(bytes: Uint8Array, saved: Saved): Outcome<Opened> {
  const sound = readable(bytes)
  if (!sound.ok) return sound
  const encoding = decideEncoding(bytes, saved)
  if (!encoding.ok) return encoding
  const decoded = toUtf8(bytes, encoding.value.decision.value)
  if (!decoded.ok) return decoded
  const text = decoded.value
  const cut = detectShape(text, saved, isDate)
  if (!cut.ok) return cut
  const { delimiter, quote, headerLine, because } = cut.value
  const shape = { delimiter, quote, headerLine }
  const nullTokens = saved.nullTokens ?? [...NULL_TOKENS]
  const profiled = profilesOf(text, shape, nullTokens)
  if (!profiled.ok) return profiled
  return done({
    text,
    shape,
    decisions: {
      encoding: encoding.value.decision,
      delimiter: decided(delimiter, saved.delimiter, 'found', because.delimiter),
      headerLine: decided(headerLine, saved.headerLine, 'found', because.headerLine),
    },
    question: encoding.value.question,
    nullTokens,
    ...profiled.value,
  })
}

type EncodingDecided = { decision: Decision<ReadingKeys['encoding']>; question: Question | null }

function decideEncoding(bytes: Uint8Array, saved: Saved): Outcome<EncodingDecided> {
  if (saved.encoding !== undefined && !provesEncoding(bytes)) {
    const decision = { value: saved.encoding, how: 'saved', because: 'As the mapping says.' } as const
    return done({ decision, question: null })
  }
  const found = detectEncoding(bytes)
  if (!found.ok) return found
  const { encoding, because, doubt } = found.value
  const how = doubt ? 'asked' : provesEncoding(bytes) ? 'proved' : 'found'
  return done({ decision: { value: encoding, how, because }, question: encodingQuestion(doubt) })
}
