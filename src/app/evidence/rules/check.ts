import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { clip } from '../../../kernel/text.ts'
import type { EvidenceKind } from './kinds.ts'

/** Characters in one field: about five pages. */
const TEXT_LIMIT = 10_000

export type AskedLink = { competencyId: string; reason: string; bearing: 'for' | 'against' }

/** What somebody asks to be kept. */
export type Asked = {
  draft: boolean
  kind: EvidenceKind | null
  text: string
  happenedOn: Day | null
  detail: Readonly<Record<string, string>>
  links: readonly AskedLink[]
  private: boolean
  hasFile: boolean
}

/**
 * Why an item cannot be kept. Words alone are enough to save; a kind makes it more than a draft.
 * Source: mission.md Tone, the shortest honest path; A2 (each kind its own fields).
 */
export function checkAsked(asked: Asked, own: boolean, today: Day): Refusal[] {
  const refusals: Refusal[] = []
  if (!asked.text)
    refusals.push({ field: 'text', message: 'Say what happened. A sentence or two is enough.' })
  if ([asked.text, ...Object.values(asked.detail)].some((words) => words.length > TEXT_LIMIT))
    refusals.push({
      field: 'text',
      message: 'That is more than 10,000 characters. Attach it as a file instead.',
    })
  if (!asked.draft && asked.kind === null)
    refusals.push({ field: 'kind', message: 'Say what kind of evidence it is, or keep it as a draft.' })
  if (asked.happenedOn !== null && asked.happenedOn > today)
    refusals.push({ field: 'happened', message: 'That day is still to come. Give the day it happened.' })
  if (asked.private && !own)
    refusals.push({
      field: 'private',
      message: 'Only the person themself can keep something for their own eyes.',
    })
  return [...refusals, ...checkLinks(asked.links, asked.draft)]
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
