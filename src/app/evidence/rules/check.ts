import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { clip } from '../../../kernel/text.ts'
import { detailField, type EvidenceKind, MEASURE_KEPT, missingFields, whyNotTyped } from './kinds.ts'
import { checkSheet, sheetLines } from './score-sheet.ts'

/** Characters in one field: about five pages. */
const TEXT_LIMIT = 10_000

export type AskedLink = { competencyId: string; reason: string; bearing: 'for' | 'against' }

/** What somebody asks to be kept. */
export type Asked = {
  draft: boolean
  kind: EvidenceKind | null
  text: string
  happenedOn: Day | null
  expiresOn: Day | null
  detail: Readonly<Record<string, string>>
  links: readonly AskedLink[]
  private: boolean
  hasFile: boolean
}

/** By whom an item is brought. */
export type Bringer = {
  /** The person themself, and nobody else. */
  own: boolean
  /** Somebody without a sign-in stands behind it, such as a witness or a record: their own forms asked for what they need. */
  vouched: boolean
  /** The kind that the item has already. */
  was?: EvidenceKind | null
}

/**
 * Why an item cannot be kept. Words alone are enough for a draft; to be more it has a kind, and what that kind needs.
 * Source: mission.md Tone, the shortest honest path; A2 (each kind its own fields).
 */
export function checkAsked(asked: Asked, by: Bringer, today: Day): Refusal[] {
  const refusals: Refusal[] = []
  if (!asked.text)
    refusals.push({ field: 'text', message: 'Say what happened. A sentence or two is enough.' })
  if ([asked.text, ...Object.values(asked.detail)].some((words) => words.length > TEXT_LIMIT))
    refusals.push({
      field: 'text',
      message: 'That is more than 10,000 characters. Attach it as a file instead.',
    })
  if (asked.kind === 'measure') refusals.push({ field: 'kind', message: MEASURE_KEPT })
  else if (!asked.draft) refusals.push(...checkKind(asked, by))
  if (asked.happenedOn !== null && asked.happenedOn > today)
    refusals.push({ field: 'happened', message: 'That day is still to come. Give the day it happened.' })
  if (asked.expiresOn !== null && asked.happenedOn !== null && asked.expiresOn < asked.happenedOn)
    refusals.push({ field: 'expires', message: 'It ends before it happened. Change one of the two days.' })
  if (asked.private && !by.own)
    refusals.push({
      field: 'private',
      message: 'Only the person themself can keep something for their own eyes.',
    })
  return [...refusals, ...checkLinks(asked.links, asked.draft)]
}

/** Why an item cannot be of its kind: who brings it, and what the kind needs. */
function checkKind(asked: Asked, { own, vouched, was }: Bringer): Refusal[] {
  const { kind, detail, expiresOn } = asked
  if (kind === null)
    return [{ field: 'kind', message: 'Say what kind of evidence it is, or keep it as a draft.' }]
  if (vouched) return []
  const why = kind === was ? null : whyNotTyped(kind, own)
  if (why) return [{ field: 'kind', message: why }]
  const refusals: Refusal[] = missingFields(kind, { ...asked, own }).map(({ key, label }) => ({
    field: detailField(key),
    message: `“${label}” is still empty. A few words are enough.`,
  }))
  if (kind === 'audit') refusals.push(...checkSheet(sheetLines(detail.lines)))
  if (kind === 'certificate' && (expiresOn === null) === (detail.endless === undefined))
    refusals.push({
      field: 'expires',
      message: expiresOn
        ? 'You gave a last day and said that it does not end. Choose one.'
        : 'Give the last day on which the certificate holds, or say that it does not end.',
    })
  return refusals
}

/** Why links cannot be made: each says in a line why. */
export function checkLinks(links: readonly AskedLink[], draft: boolean): Refusal[] {
  const refusals: Refusal[] = []
  if (!draft && links.some((link) => link.reason === ''))
    refusals.push({ field: 'reason', message: 'Say in one line why it bears on the competency.' })
  if (links.some((link) => link.reason.length > 500))
    refusals.push({
      field: 'reason',
      message: 'Keep the reason under 500 characters. The rest belongs in the text.',
    })
  return refusals
}

/** A heading for the item: the one given, or the first words of what happened. */
export function titleOf(given: string | undefined, text: string): string {
  const first = /^.*?[.!?](?=\s|$)/s.exec(text.trim())?.[0] ?? text
  return clip(given?.trim() || first, 80) || 'Without words yet'
}
