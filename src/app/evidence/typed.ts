import type { Day } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { type TypedDate, typedDate } from '../../ui/choices.tsx'
import type { Competency } from '../frameworks/frameworks.ts'
import type { Form } from '../visit.ts'
import type { AskedLink } from './rules/check.ts'
import { detailField, type EvidenceKind, isKind } from './rules/kinds.ts'
import { findPersonalData, type PersonalData, redact } from './rules/redaction.ts'
import { type SheetLine, sheetLines, sheetText } from './rules/score-sheet.ts'
import { type SeenOf, seenLines, seenOf, seenText } from './rules/seen.ts'
import type { Stored } from './store/items.ts'

/** What was typed beside one competency: whether it is ticked, why, which way, and on an observation the line nearest. */
export type TypedLink = {
  competencyId: string
  ticked: boolean
  reason: string
  bearing: 'for' | 'against'
  level: number | null
}

/** A form of an item, as it was typed. */
export type Typed = {
  text: string
  kind: EvidenceKind | null
  happened: TypedDate
  expires: TypedDate
  detail: Record<string, string>
  links: TypedLink[]
  /** What was said of a competency that was not chosen yet. */
  other: { reason: string; bearing: 'for' | 'against' }
  sheet: SheetLine[]
  /** What was seen of competencies that the form does not show: kept as it is. */
  seenBefore: SeenOf[]
  declared: boolean
  private: boolean
}

export const NOTHING_TYPED: Typed = {
  text: '',
  kind: null,
  happened: typedDate(null),
  expires: typedDate(null),
  detail: {},
  links: [],
  other: { reason: '', bearing: 'for' },
  sheet: [],
  seenBefore: [],
  declared: false,
  private: false,
}

/** A competency ticked and nothing said about it yet. */
export const tickedLink = (competencyId: string): TypedLink => ({
  competencyId,
  ticked: true,
  reason: '',
  bearing: 'for',
  level: null,
})

const DETAIL = detailField('')
const LINK_FIELD = /^(?:reason|bearing|level)-(.+)$/

/** What was typed into the form of an item. */
export function typedIn(form: Form): Typed {
  const kind = form.text('kind')
  return {
    text: form.text('text'),
    kind: isKind(kind) ? kind : null,
    happened: dateTyped(form, 'happened'),
    expires: dateTyped(form, 'expires'),
    detail: Object.fromEntries(
      Object.entries(form.values)
        .filter(([name]) => name.startsWith(DETAIL))
        .map(([name, value]) => [name.slice(DETAIL.length), value.trim()]),
    ),
    links: linksTyped(form),
    other: {
      reason: form.text('other') === '' ? form.text('reason') : '',
      bearing: form.text('bearing') === 'against' ? 'against' : 'for',
    },
    sheet: sheetTyped(form),
    seenBefore: seenLines(form.text('seen-before')),
    declared: form.text('declared') === 'yes',
    private: form.text('private') === 'yes',
  }
}

function linksTyped(form: Form): TypedLink[] {
  const ticked = new Set(form.all('competency').filter((id) => id !== ''))
  const typedAt = (id: string): TypedLink => ({
    competencyId: id,
    ticked: ticked.has(id),
    reason: form.text(`reason-${id}`),
    bearing: form.text(`bearing-${id}`) === 'against' ? 'against' : 'for',
    level: /^[1-5]$/.test(form.text(`level-${id}`)) ? Number(form.text(`level-${id}`)) : null,
  })
  const named = Object.keys(form.values).flatMap((name) => LINK_FIELD.exec(name)?.[1] ?? [])
  const links = [...new Set([...ticked, ...named])]
    .map(typedAt)
    .filter((link) => link.ticked || link.reason !== '' || link.level !== null)
  const other = form.text('other')
  if (other === '') return links
  const before = links.find(({ competencyId }) => competencyId === other)
  return [
    ...links.filter((link) => link !== before),
    {
      competencyId: other,
      ticked: true,
      reason: before?.reason || form.text('reason'),
      bearing: form.text('bearing') === 'against' ? 'against' : 'for',
      level: before?.level ?? null,
    },
  ]
}

/** The most lines that a sheet on a form has. */
const SHEET_LINES = 60

function sheetTyped(form: Form): SheetLine[] {
  const rows = Object.keys(form.values).flatMap((name) => /^sheet-item-(\d{1,2})$/.exec(name)?.[1] ?? [])
  const last = Math.min(SHEET_LINES, Math.max(0, ...rows.map((row) => Number(row) + 1)))
  const lines = Array.from({ length: last }, (_, row) => ({
    item: form.text(`sheet-item-${row}`),
    got: form.text(`sheet-got-${row}`),
    of: form.text(`sheet-of-${row}`),
    comment: form.text(`sheet-comment-${row}`),
  }))
  return lines.filter(({ item, got, of, comment }) => [item, got, of, comment].some((cell) => cell !== ''))
}

/** What a kept item says, as its form would show it. */
export function typedFrom(item: Stored, competencies: readonly Competency[]): Typed {
  const seen = seenLines(item.detail.seen)
  const levelOf = ({ competencyId }: { competencyId: string }) => {
    const competency = competencies.find((one) => one.competencyId === competencyId)
    return seen.find((one) => competency && one.competency.startsWith(`${competency.code} `))
  }
  const links = item.draft
    ? item.links.map(({ competencyId, reason, bearing }) => ({
        ...tickedLink(competencyId),
        reason,
        bearing,
        level: levelOf({ competencyId })?.level ?? null,
      }))
    : []
  const shown = new Set(links.map((link) => levelOf(link)))
  return {
    ...NOTHING_TYPED,
    text: item.text,
    kind: item.kind,
    happened: typedDate(item.happenedOn),
    expires: typedDate(item.expiresOn),
    detail: item.detail,
    links,
    sheet: sheetLines(item.detail.lines),
    seenBefore: seen.filter((one) => !shown.has(one)),
    declared: item.declaredOn !== null,
    private: item.private,
  }
}

/** The links that were ticked, each with its own reason. */
export function linksOf(typed: Typed): AskedLink[] {
  return typed.links
    .filter(({ ticked }) => ticked)
    .map(({ competencyId, reason, bearing }) => ({ competencyId, reason, bearing }))
}

/** The details typed, with the lines of the sheet and what was seen of competencies as their anchors are worded today. */
export function detailTyped(typed: Typed, competencies: readonly Competency[]): Record<string, string> {
  const noted = typed.links.flatMap(({ competencyId, ticked, level, reason }) => {
    const competency = competencies.find((one) => one.competencyId === competencyId)
    return competency && ticked ? [{ competency, level, words: reason }] : []
  })
  return {
    ...typed.detail,
    endless: typed.detail.endless ?? '',
    lines: sheetText(typed.sheet),
    seen: seenText([...typed.seenBefore, ...seenOf(noted)]),
  }
}

/** Why a link has no reason, said at each competency that lacks one. */
export function reasonsApart(
  refusals: readonly Refusal[],
  typed: Typed,
  competencies: readonly Competency[],
): Refusal[] {
  return refusals.flatMap((refusal) => {
    const bare = linksOf(typed).filter((link) => link.reason === '')
    if (refusal.field !== 'reason' || bare.length === 0) return [refusal]
    return bare.map(({ competencyId }) => {
      const title = competencies.find((one) => one.competencyId === competencyId)?.title
      return {
        field: `reason-${competencyId}`,
        message: `Say in one line why it bears on ${title ?? 'the competency'}.`,
      }
    })
  })
}

/** The words to search for a customer's personal data: all that others will read. */
const searched = (typed: Typed): string[] => [
  typed.text,
  ...[...typed.links, typed.other].map(({ reason }) => reason),
  ...Object.values(typed.detail),
  ...typed.sheet.flatMap(({ item, comment }) => [item, comment]),
]

/** A customer's personal data in what was typed: each once, with whether it is to be taken out. */
export type Found = PersonalData & { offered: boolean; chosen: boolean }

/** What was found, each ticked until the person who writes unticks it. */
export function foundIn(typed: Typed, form: Form): Found[] {
  const [offered, chosen] = [new Set(form.all('offered')), new Set(form.all('redact'))]
  const seen = new Set<string>()
  const all = searched(typed).flatMap(findPersonalData)
  return all
    .filter(({ found }) => !seen.has(found) && seen.add(found))
    .map((one) => {
      const wasOffered = offered.has(one.found)
      return { ...one, offered: wasOffered, chosen: !wasOffered || chosen.has(one.found) }
    })
}

/** What was typed, with the chosen personal data replaced. */
export function cleaned(typed: Typed, chosen: ReadonlySet<string>): Typed {
  const clean = (words: string) => redact(words, chosen)
  return {
    ...typed,
    text: clean(typed.text),
    links: typed.links.map((link) => ({ ...link, reason: clean(link.reason) })),
    other: { ...typed.other, reason: clean(typed.other.reason) },
    sheet: typed.sheet.map((line) => ({ ...line, item: clean(line.item), comment: clean(line.comment) })),
    detail: Object.fromEntries(Object.entries(typed.detail).map(([key, words]) => [key, clean(words)])),
  }
}

/** The three boxes of a day, as they were typed. */
export const dateTyped = (form: Form, name: string): TypedDate => ({
  day: form.text(`${name}-day`),
  month: form.text(`${name}-month`),
  year: form.text(`${name}-year`),
})

export const NO_SUCH_DAY = 'There is no such day. Give the day, the month and the year.'

/** The day typed, read: null where empty, and `wrong` where there is no such day. */
export function dayTyped(form: Form, name: string): { day: Day | null; wrong: boolean } {
  const day = form.day(name)
  return day === 'wrong' ? { day: null, wrong: true } : { day, wrong: false }
}
