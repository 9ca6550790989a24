import type { Day } from '../../../kernel/day.ts'
import type { RecordKind, RecordRole } from './kinds.ts'

/** A line of a score sheet. Empty figures: it has none. */
export type SheetLine = { item: string; got: string; of: string; comment: string }

/** What is kept of a row beside whose it is and when. What the file does not say is missing. */
export type Content = {
  category?: string
  upheld?: 'yes' | 'no' | 'partly'
  sheet?: string
  score?: number
  of?: number
  lines?: SheetLine[]
  /** Who assessed or observed. */
  by?: string
  level?: string
  /** Whether the sheet or the observer says that the standard was met. */
  met?: boolean
  /** Somebody's own words, with what could tell who a customer is taken out. Only where a person chose to keep them. */
  text?: string
  done?: string
  said?: string
}

/** One record as a file tells it. */
export type RecordRow = {
  /** The system's own number; where it gives none, "row:" and the row hash. */
  externalId: string
  /** SHA-256 (hex) of the row's cells. */
  rowHash: string
  /** The line of the file on which it begins, from 1. */
  line: number
  /** Whom it is about, as the file says: a name or an e-mail address. */
  name: string
  happenedOn: Day
  /** The competencies that it names, in its own words. */
  competencies: string[]
  content: Content
}

/** The cells of a row, by what their column becomes; and how a fault is told. */
export type RowCells = {
  cell(role: RecordRole): string
  /** On one line, 200 characters at most. */
  name(role: RecordRole): string
  fail(role: RecordRole, why: string): void
  faults: readonly { says: string; why: string }[]
  rowHash(): string
}

/** How cells are read. */
export type Reads = {
  day(text: string): { ok: true; value: Day } | { ok: false; why: string }
  number(text: string): number | null
  /** Yes or no in several languages; null where it is neither. */
  yes(text: string): boolean | null
  /** The words without what could tell who a customer is. */
  clean(text: string): string
}

const LONGEST = 10_000
/** What an id looks like after a spreadsheet took it for a number. Source: helpdesk.md 4.5. */
const SHORTENED = /^\d([.,]\d+)?E\+\d+$/i

const PARTLY = /^(partly|partially|part|in part)( upheld| justified)?$/i
const UPHELD = /^(upheld|justified|founded|substantiated|accepted)$/i
const NOT_UPHELD = /^(not upheld|not justified|unjustified|unfounded|unsubstantiated|dismissed|rejected)$/i
const UNDECIDED = /^(open|pending|new|in progress|under review|undecided|withdrawn|resolved|closed)$/i
const PASSED = /^(pass|passed|met|achieved|competent)$/i
const FAILED = /^(fail|failed|not met|not passed|not achieved|not competent|not yet( competent)?)$/i

/**
 * A reader of single rows of one kind. A value that cannot be is a fault, never a guess; somebody's own words are read
 * only with `withText`, and what could tell who a customer is never gets past it.
 */
export function recordReader(
  kind: RecordKind,
  cells: RowCells,
  reads: Reads,
  { withText, today }: { withText: boolean; today: Day },
): (line: number) => RecordRow | null {
  const { cell, name, fail, faults } = cells

  const day = (): Day | null => {
    const text = cell('happened')
    const read = text === '' ? null : reads.day(text)
    if (read === null) fail('happened', 'A record needs the day it happened')
    else if (!read.ok) fail('happened', read.why)
    else if (read.value > today) fail('happened', 'This is in the future. Check the date')
    return read?.ok ? read.value : null
  }
  const person = (): string => {
    const text = name('person')
    if (text === '') fail('person', 'A record needs the person it is about')
    return text
  }
  const id = (): string => {
    const text = name('id')
    if (SHORTENED.test(text))
      fail('id', 'A spreadsheet has shortened this number. Export the file again without opening it there')
    return text
  }
  const upheld = (): Content['upheld'] => {
    const text = name('upheld')
    if (text === '' || UNDECIDED.test(text)) return undefined
    if (PARTLY.test(text)) return 'partly'
    const yes = UPHELD.test(text) ? true : NOT_UPHELD.test(text) ? false : reads.yes(text)
    if (yes === null) fail('upheld', 'This is neither upheld nor not upheld')
    return yes === null ? undefined : yes ? 'yes' : 'no'
  }
  const met = (): boolean | undefined => {
    const text = name('bearing')
    if (text === '') return undefined
    const yes = PASSED.test(text) ? true : FAILED.test(text) ? false : reads.yes(text)
    if (yes === null) fail('bearing', 'This is neither met nor not met')
    return yes ?? undefined
  }
  const scores = (): Pick<Content, 'score' | 'of'> => {
    const text = name('score')
    if (text === '') return {}
    const [, points = text, most] = /^(.+?)\s*(?:\/|out of|of)\s*(.+)$/i.exec(text) ?? []
    const share = /^(.+?)\s*(?:%|per ?cent)$/i.exec(text)?.[1]
    const score = reads.number(share ?? points)
    const of = share === undefined ? maximum(most ?? name('of')) : 100
    if (score === null || score < 0) fail('score', 'This is not a score')
    else if (of !== undefined && score > of) fail('score', `This is more than ${of}, the most it could be`)
    return score === null ? {} : { score, of }
  }
  const maximum = (text: string): number | undefined => {
    if (text === '') return undefined
    const most = reads.number(text)
    if (most === null || most <= 0) fail('of', 'This is not the most that could be scored')
    return most ?? undefined
  }
  const short = (role: RecordRole): string | undefined => reads.clean(name(role)).slice(0, 120) || undefined
  const words = (role: RecordRole): string | undefined =>
    withText ? reads.clean(cell(role).slice(0, LONGEST)) || undefined : undefined

  const contentOf = (): Content => {
    switch (kind) {
      case 'compliment':
        return { category: short('category'), text: words('text') }
      case 'complaint':
        return { category: short('category'), upheld: upheld(), text: words('text') }
      case 'audit':
        return {
          sheet: short('sheet'),
          ...scores(),
          lines: linesIn(reads.clean(cell('lines').slice(0, LONGEST)), reads.number),
          by: name('by') || undefined,
          met: met(),
          text: words('text'),
        }
      case 'observation':
        return {
          by: name('by') || undefined,
          level: short('level')?.slice(0, 40),
          met: met(),
          text: words('text'),
          done: words('done'),
          said: words('said'),
        }
    }
  }
  return (line) => {
    const said = { externalId: id(), name: person(), happenedOn: day(), content: contentOf() }
    const { happenedOn } = said
    if (faults.length > 0 || happenedOn === null) return null
    const rowHash = cells.rowHash()
    return {
      ...said,
      happenedOn,
      externalId: said.externalId || `row:${rowHash}`,
      rowHash,
      line,
      competencies: namesIn(name('competency')),
    }
  }
}

/** The competencies of a cell: several stand between semicolons or vertical bars. Each once. */
function namesIn(text: string): string[] {
  const names = text
    .split(/[;|]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return names.filter((one, at) => names.findIndex((other) => keyOf(other) === keyOf(one)) === at)
}

/** The words of a competency made comparable: letters of any case, blanks of any width. */
export function keyOf(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** "Greeting 5/5; Verified the caller: 3 of 5" as lines of a sheet; a part without figures is a line of words. */
function linesIn(text: string, number: Reads['number']): SheetLine[] | undefined {
  const parts = text
    .split(/[;|\n]/)
    .map((part) => part.trim().slice(0, 200))
    .filter((part) => part !== '')
  if (parts.length === 0) return undefined
  return parts.map((part) => {
    const [, item = part, got = '', of = ''] =
      /^([^\d]*\S)[ :]+(\d[\d.,]{0,8}) ?(?:\/|of|out of) ?(\d[\d.,]{0,8})$/i.exec(part) ?? []
    const [points, most] = [number(got), number(of)]
    return points === null || most === null || most <= 0 || points > most
      ? { item: part, got: '', of: '', comment: '' }
      : { item: item.replace(/:$/, '').trim() || 'Line', got: String(points), of: String(most), comment: '' }
  })
}
