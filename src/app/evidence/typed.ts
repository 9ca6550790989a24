import type { Day } from '../../kernel/day.ts'
import { type TypedDate, typedDate } from '../../ui/choices.tsx'
import type { Form } from '../visit.ts'
import type { AskedLink } from './rules/check.ts'
import { type EvidenceKind, isKind } from './rules/kinds.ts'
import { findPersonalData, type PersonalData, redact } from './rules/redaction.ts'
import type { Stored } from './store/items.ts'

/** A file that was sent with a form which is shown again: kept by its hash, so that it need not be chosen anew. */
export type HeldFile = { name: string; hash: string }

/** A form of an item, as it was typed. */
export type Typed = {
  text: string
  kind: EvidenceKind | null
  happened: TypedDate
  detail: Record<string, string>
  competencyIds: string[]
  reason: string
  bearing: 'for' | 'against'
  private: boolean
  held: HeldFile | null
}

const DETAIL = 'd-'
/** The name of a detail's field. */
export const detailField = (key: string): string => DETAIL + key

export const NOTHING_TYPED: Typed = {
  text: '',
  kind: null,
  happened: typedDate(null),
  detail: {},
  competencyIds: [],
  reason: '',
  bearing: 'for',
  private: false,
  held: null,
}

/** What was typed into the form of an item. */
export function typedIn(form: Form): Typed {
  const kind = form.text('kind')
  const box = (part: keyof TypedDate) => form.text(`happened-${part}`)
  const [hash, name] = [form.text('held-hash'), form.text('held-name')]
  return {
    text: form.text('text'),
    kind: isKind(kind) ? kind : null,
    happened: { day: box('day'), month: box('month'), year: box('year') },
    detail: Object.fromEntries(
      Object.entries(form.values)
        .filter(([name]) => name.startsWith(DETAIL))
        .map(([name, value]) => [name.slice(DETAIL.length), value.trim()]),
    ),
    competencyIds: [...new Set([...form.all('competency'), form.text('other')].filter((id) => id !== ''))],
    reason: form.text('reason'),
    bearing: form.text('bearing') === 'against' ? 'against' : 'for',
    private: form.text('private') === 'yes',
    held: hash && name ? { hash, name } : null,
  }
}

/** What a kept item says, as its form would show it. */
export function typedFrom(item: Stored): Typed {
  return {
    ...NOTHING_TYPED,
    text: item.text,
    kind: item.kind,
    happened: typedDate(item.happenedOn),
    detail: item.detail,
    private: item.private,
  }
}

export function linksOf(typed: Typed): AskedLink[] {
  const { reason, bearing } = typed
  return typed.competencyIds.map((competencyId) => ({ competencyId, reason, bearing }))
}

/** The words to search for a customer's personal data: all that others will read. */
const searched = (typed: Typed): string[] => [typed.text, typed.reason, ...Object.values(typed.detail)]

/** A customer's personal data in what was typed: each once, with whether it is to be taken out. */
export type Found = PersonalData & { offered: boolean; chosen: boolean }

/** What was found, each ticked until the person who writes unticks it. */
export function foundIn(typed: Typed, form: Form): Found[] {
  const [offered, chosen] = [form.all('offered'), form.all('redact')]
  const all = searched(typed).flatMap(findPersonalData)
  return all
    .filter((one, index) => all.findIndex((other) => other.found === one.found) === index)
    .map((one) => {
      const wasOffered = offered.includes(one.found)
      return { ...one, offered: wasOffered, chosen: !wasOffered || chosen.includes(one.found) }
    })
}

/** What was typed, with the chosen personal data replaced. */
export function cleaned(typed: Typed, chosen: ReadonlySet<string>): Typed {
  return {
    ...typed,
    text: redact(typed.text, chosen),
    reason: redact(typed.reason, chosen),
    detail: Object.fromEntries(
      Object.entries(typed.detail).map(([key, words]) => [key, redact(words, chosen)]),
    ),
  }
}

/** The day typed, read: null where empty, and why not where there is no such day. */
export function dayTyped(form: Form): { day: Day | null; wrong: boolean } {
  const day = form.day('happened')
  return day === 'wrong' ? { day: null, wrong: true } : { day, wrong: false }
}
