import { isId } from '../../../kernel/id.ts'
import { unguarded } from '../../../kernel/rows/cell.ts'
import { plain } from '../../../kernel/rows/plain.ts'
import { yesOf } from '../../../kernel/rows/yes.ts'
import { clip } from '../../../kernel/text.ts'
import { LEVELS, type Level } from './competency.ts'
import { type RowFault, standing } from './csv-tree.ts'
import type { ItemKind } from './item.ts'
import { labelIn, type PlainRole } from './plain-columns.ts'

/** One row of a plain list, before it has an identifier. */
export type PlainRow = {
  line: number
  id: string | null
  code: string
  title: string
  statement: string
  /** Null where the row says none. */
  kind: ItemKind | null
  soft: boolean
  legal: boolean
  words: string[]
  levels: Level[]
  /** The place of the row that it stands under; null at the top. */
  under: number | null
}

export type PlainRead = {
  rows: PlainRow[]
  faults: RowFault[]
  /** How many stand under the row whose code begins theirs, where no column says so. */
  byCode: number
}

const KINDS: readonly [ItemKind, RegExp][] = [
  ['group', /^(group|heading|domain|theme|area|section|cluster|category|strand|level)$/],
  ['knowledge', /^(knowledge|know|k|concept)$/],
  ['skill', /^(skill|skills|do|s|ability|competency|competence)$/],
  ['behaviour', /^(behaviour|behavior|behaviours|behave|b|attitude|value)$/],
  ['unit', /^unit$/],
  ['learning outcome', /^(learning outcome|outcome|lo)$/],
  ['assessment criterion', /^(assessment criterion|criterion|assessment criteria|ac)$/],
]

type Cells = { line: number; fields: readonly string[] }

/** Reads the rows of a plain list by what each column becomes, with everything that is wrong with them. */
export function plainRows(
  all: readonly Cells[],
  headings: readonly string[],
  columns: Readonly<Record<string, PlainRole>>,
): PlainRead {
  const place = new Map<PlainRole, number>()
  headings.forEach((heading, at) => {
    const role = columns[heading] ?? 'ignore'
    if (role !== 'ignore' && !place.has(role)) place.set(role, at)
  })
  const cellIn = ({ fields }: Cells, role: PlainRole) => unguarded(fields[place.get(role) ?? -1] ?? '').trim()
  const faults: RowFault[] = []
  const rows = all.map((cells): PlainRow => {
    const cell = (role: PlainRole) => cellIn(cells, role)
    const [title, statement, code] = [cell('title'), cell('statement'), cell('code')]
    const says = saidBy({ code, title, statement })
    const fault = (why: string) => faults.push({ line: cells.line, says, why })
    if (!title && !statement) fault('It says nothing. Write its statement, or take the row out.')
    if (cells.fields.length > headings.length)
      fault(
        'It has more cells than there are headings. Put quotation marks around a text with separators in it.',
      )
    const kind = kindIn(cell('kind'))
    if (kind === undefined)
      fault(
        `“${clip(cell('kind'), 40)}” is no kind. Write heading, knowledge, skill, behaviour, unit, learning outcome or assessment criterion.`,
      )
    const id = cell('id').toLowerCase()
    if (id && !isId(id)) fault(`“${clip(id, 40)}” is no UUID. Leave the cell empty for a new item.`)
    const [soft, legal] = [cell('soft'), cell('legal')].map((text) => {
      const yes = markIn(text)
      if (yes === null) fault(`“${clip(text, 40)}” is neither yes nor no.`)
      return yes ?? false
    })
    return {
      line: cells.line,
      id: id || null,
      code,
      title: statement && title !== statement ? title : '',
      statement: statement || title,
      kind: kind ?? null,
      soft: soft ?? false,
      legal: legal ?? false,
      words: wordsIn(cell('words')),
      levels: LEVELS.flatMap((level) => {
        const at = place.get(`level${level}`)
        const anchor = cell(`level${level}`)
        return at === undefined || !anchor
          ? []
          : [{ level, label: labelIn(headings[at] ?? '', level), anchor }]
      }),
      under: null,
    }
  })
  const wanted = all.map((cells) => cellIn(cells, 'parent'))
  const byCode = place.has('parent') ? null : codesAbove(rows)
  const keys = keysOf(rows)
  const placed = standing(
    rows.map((row, at) => ({
      line: row.line,
      says: saidBy(row),
      key: row.code || `\0${at}`,
      parent: byCode ? (byCode[at] ?? '') : (keys.get(wanted[at] ?? '') ?? wanted[at] ?? ''),
    })),
  )
  const seen = new Set<string>()
  for (const row of rows) {
    if (row.id !== null && seen.has(row.id))
      faults.push({ line: row.line, says: saidBy(row), why: 'Another row has the same identifier.' })
    else if (row.id !== null) seen.add(row.id)
  }
  return {
    rows: rows.map((row, at) => ({ ...row, under: placed.parents[at] ?? null })),
    faults: [...faults, ...placed.faults].toSorted((a, b) => a.line - b.line),
    byCode: byCode ? byCode.filter(Boolean).length : 0,
  }
}

const saidBy = ({ code, title, statement }: Pick<PlainRow, 'code' | 'title' | 'statement'>): string =>
  clip(`“${[code, title || statement].filter(Boolean).join(' ')}”`, 80)

/** The kind that a cell names; null where it names none, undefined where it names something else. */
function kindIn(cell: string): ItemKind | null | undefined {
  const word = plain(cell)
  return word ? KINDS.find(([, pattern]) => pattern.test(word))?.[0] : null
}

/** Whether a mark is set; null where the cell says neither. */
function markIn(cell: string): boolean | null {
  if (cell === '' || /^[-\u2013]$/.test(cell)) return false
  return /^[x\u2713\u2714]$/i.test(cell) ? true : yesOf(cell)
}

/** The words that a cell lists. */
export const wordsIn = (cell: string): string[] =>
  [...new Set(cell.toLowerCase().split(/[,;|]/))].map((word) => word.trim()).filter(Boolean)

/** What a row can be called where another stands under it, beside its code: its identifier, or a title that it alone has. */
function keysOf(rows: readonly PlainRow[]): Map<string, string> {
  const codes = new Set(rows.map(({ code }) => code))
  const keys = new Map<string, string | null>()
  rows.forEach(({ id, code, title, statement }, at) => {
    for (const name of new Set([id ?? '', title, statement]))
      if (name && !codes.has(name)) keys.set(name, keys.has(name) ? null : code || `\0${at}`)
  })
  return new Map([...keys].flatMap(([name, key]): [string, string][] => (key === null ? [] : [[name, key]])))
}

/** The longest code of another row that begins each row's own: "1.2" for "1.2.3"; '' where there is none. */
function codesAbove(rows: readonly PlainRow[]): string[] {
  const codes = new Set(rows.map(({ code }) => code).filter(Boolean))
  return rows.map(({ code }) => {
    let above = code
    do above = above.replace(/(^|[.\-/ ])[^.\-/ ]*$/, '')
    while (above && !codes.has(above))
    return above
  })
}
