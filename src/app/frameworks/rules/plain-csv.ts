import { z } from 'zod'
import { type Id, namedId } from '../../../kernel/id.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { type Decision, decided, encodingQuestion, type Question } from '../../../kernel/rows/decisions.ts'
import { detectEncoding, ENCODINGS, provesEncoding, readable, toUtf8 } from '../../../kernel/rows/encoding.ts'
import { type Sample, sampleOf } from '../../../kernel/rows/sample.ts'
import { DELIMITERS, detectShape, eachRow, type Shape } from '../../../kernel/rows/table.ts'
import { kindOf } from './case-kinds.ts'
import { CASE_LIMITS } from './case-limits.ts'
import { type RowFault, refusedRows } from './csv-tree.ts'
import type { FrameworkPackage, Item } from './item.ts'
import { type Before, goneFrom, goneWords } from './onto.ts'
import { PLAIN_ROLES, type PlainRole, plainColumns } from './plain-columns.ts'
import { plainOnto } from './plain-onto.ts'
import { type PlainRow, plainRows } from './plain-rows.ts'
import { inTreeOrder } from './tree.ts'

/** How a plain list is read, as a person answers it: the rest is found in the file. */
export const plainAnswersSchema = z
  .object({
    encoding: z.enum(ENCODINGS),
    delimiter: z.enum(DELIMITERS),
    headerLine: z.number().int().min(0).max(1000),
    columns: z.record(z.string(), z.enum(PLAIN_ROLES)),
  })
  .partial()
  .strict()

export type PlainAnswers = z.infer<typeof plainAnswersSchema>

/** How a plain list of competencies would be read, why, what only a person can say, and what it would give. */
export type PlainProposal = {
  mapping: Shape & { encoding: NonNullable<PlainAnswers['encoding']>; columns: Record<string, PlainRole> }
  decisions: {
    encoding: Decision<NonNullable<PlainAnswers['encoding']>>
    delimiter: Decision<Shape['delimiter']>
    headerLine: Decision<number>
  }
  columns: Record<string, Decision<PlainRole>>
  questions: Question<PlainRole>[]
  headings: string[]
  sample: Sample
  rows: PlainRow[]
  /** Rows that cannot be read: with any of them nothing is imported. */
  faults: RowFault[]
  /** How many stand under the row whose code begins theirs, where no column says so. */
  byCode: number
}

/**
 * Looks at a whole list of competencies and proposes how to read it. Refused: what is not a text, an empty file, headings
 * without rows, a file of one column.
 * @param saved a person's answers: what they say is not asked again
 */
export function proposePlain(bytes: Uint8Array, saved: PlainAnswers = {}): Outcome<PlainProposal> {
  const sound = readable(bytes)
  if (!sound.ok) return sound
  const found = detectEncoding(bytes)
  if (!found.ok) return found
  const isSaid = saved.encoding !== undefined && !provesEncoding(bytes)
  const encoding = (isSaid && saved.encoding) || found.value.encoding
  const text = toUtf8(bytes, encoding)
  if (!text.ok) return text
  const { delimiter: sep, headerLine: line } = saved
  const cut = detectShape(text.value, {
    ...(sep === undefined ? {} : { delimiter: sep }),
    ...(line === undefined ? {} : { headerLine: line }),
  })
  if (!cut.ok) return cut
  const { delimiter, quote, headerLine, because } = cut.value
  const shape = { delimiter, quote, headerLine }
  let headings: string[] = []
  const cells: { line: number; fields: string[] }[] = []
  const read = eachRow(
    text.value,
    shape,
    (names) => {
      headings = names
    },
    (fields, at) => {
      cells.push({ line: at, fields })
      return cells.length <= CASE_LIMITS.items
    },
  )
  if (!read.ok) return read
  if (cells.length > CASE_LIMITS.items)
    return refused({
      field: 'file',
      message: `The file has more than ${CASE_LIMITS.items.toLocaleString('en-GB')} rows. Split it, and import the parts.`,
    })
  const columns = plainColumns(headings, saved.columns)
  const roles = Object.fromEntries(Object.entries(columns).map(([heading, { value }]) => [heading, value]))
  const { rows, faults, byCode } = plainRows(cells, headings, roles)
  const questions = [isSaid ? null : encodingQuestion(found.value.doubt), saysNothing(headings, roles)]
  const how = found.value.doubt ? 'asked' : provesEncoding(bytes) ? 'proved' : 'found'
  return done({
    mapping: { encoding, ...shape, columns: roles },
    decisions: {
      encoding: decided(encoding, isSaid ? encoding : null, how, found.value.because),
      delimiter: decided(delimiter, sep, 'found', because.delimiter),
      headerLine: decided(headerLine, line, 'found', because.headerLine),
    },
    columns,
    questions: questions.filter((question) => question !== null),
    headings,
    sample: sampleOf(text.value, shape, null),
    rows,
    faults,
    byCode,
  })
}

function saysNothing(
  headings: readonly string[],
  columns: Readonly<Record<string, PlainRole>>,
): Question<PlainRole> | null {
  const roles = Object.values(columns)
  if (roles.includes('statement') || roles.includes('title')) return null
  return {
    key: 'columns',
    role: 'statement',
    question: 'Which column says what a person knows, can do or does?',
    because: 'No heading says so.',
    choices: headings.map((heading) => ({ value: heading, label: heading })),
  }
}

/** What a plain list is read as. */
export type PlainAbout = {
  title: string
  publisher: string
  /** The framework whose next version it is: what has the same code is the same item. Null for a new framework. */
  onto: Before | null
  /** The identifier of whoever reads it: the same title is another framework's elsewhere. */
  space: Id
}

/** The framework that a plain list gives as it was proposed. Refused while a question is open or a row cannot be read. */
export function readPlain(
  { rows, faults, questions, byCode, mapping }: PlainProposal,
  { title, publisher, onto: before, space }: PlainAbout,
): Outcome<{ package: FrameworkPackage; warnings: string[] }> {
  if (questions.length > 0)
    return refused(
      ...questions.map(({ question, because }) => ({ field: 'file', message: `${question} ${because}` })),
    )
  if (faults.length > 0) return refusedRows(faults)
  const frameworkId = before?.frameworkId ?? namedId(space, `csv ${title.trim()}`)
  const items = itemsOf(rows, frameworkId, before?.items ?? [])
  const kinds = new Set(items.map(({ kind }) => kind))
  const isCompetencies = (['knowledge', 'skill', 'behaviour'] as const).some((kind) => kinds.has(kind))
  const isQualification = !isCompetencies && (kinds.has('assessment criterion') || kinds.has('unit'))
  const read: FrameworkPackage = {
    frameworkId,
    title,
    version: null,
    publisher,
    uri: null,
    language: '',
    description: before?.description ?? '',
    kind: isQualification ? 'qualification' : 'competencies',
    rest: {},
    items,
    associations: [],
    definitions: [],
    source: null,
  }
  const whole = before ? plainOnto(read, before, { columns: Object.values(mapping.columns), byCode }) : read
  return done({
    package: whole,
    warnings: [
      ...(byCode > 0 ? ['No column says what stands under what, so the codes do: 1.2 under 1.'] : []),
      ...(before ? goneWords(goneFrom(before, whole), before.version) : []),
    ],
  })
}

function itemsOf(rows: readonly PlainRow[], frameworkId: Id, known: readonly Item[]): Item[] {
  const byCode = new Map(known.filter(({ code }) => code).map((item) => [item.code, item]))
  const kinds = new Map(known.map(({ itemId, kind }) => [itemId, kind]))
  const taken = new Set(rows.flatMap(({ id }) => id ?? []))
  const ids = rows.map((row) => row.id ?? free(taken, byCode.get(row.code)?.itemId ?? null, frameworkId, row))
  const above = new Set(rows.map(({ under }) => under))
  const items = rows.map((row, at): Item => {
    const { code, title, statement, soft, legal, words, levels } = row
    const itemId = ids[at] ?? ''
    return {
      itemId,
      parentId: row.under === null ? null : (ids[row.under] ?? null),
      attached: true,
      kind: row.kind ?? kinds.get(itemId) ?? kindOf('', above.has(at)),
      typeWords: '',
      code,
      title,
      statement,
      soft,
      legal,
      words,
      levels,
      retired: false,
      replacedBy: null,
      uri: null,
      rest: {},
    }
  })
  return inTreeOrder(items)
}

/** The identifier of what is known by the row's code, else one that follows from what the row says. */
function free(taken: Set<Id>, known: Id | null, frameworkId: Id, { code, title, statement }: PlainRow): Id {
  const name = `csv ${code || title || statement}`
  let id = known ?? namedId(frameworkId, name)
  for (let again = 2; taken.has(id); again += 1) id = namedId(frameworkId, `${name} ${again}`)
  taken.add(id)
  return id
}
