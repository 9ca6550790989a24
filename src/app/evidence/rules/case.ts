import { addMonths, agoOf, type Day, plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { type EvidenceKind, KIND_WORDS, KINDS } from './kinds.ts'

/** What can be seen of an item without judging it. */
export type Seen = {
  kind: EvidenceKind | null
  text: string
  happenedOn: Day | null
  links: readonly { reason: string }[]
  detail: Readonly<Record<string, string>>
  by: 'self' | 'other' | 'helpdesk'
  addedByName: string
  hasFile: boolean
  /** Refs of other items with the same words or the same file. */
  sameAs: readonly string[]
}

export type CaseLine = { there: boolean; text: string }

/** From this many words on, a text can say both what was done and what followed. */
const FEW_WORDS = 12
/** Older than this, evidence is pointed out as old: a common custom, no rule of law. Source: domain.md 1.6. */
const CURRENT_MONTHS = 12

/** The count of words in a text. */
function wordCount(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length
}

/** Whether a day lies too far back to count as current. Source: domain.md 1.6. */
export function isOld(day: Day, today: Day): boolean {
  return day < addMonths(today, -CURRENT_MONTHS)
}

/**
 * How an item stands, line by line: what is there and what is missing. It never says that evidence is true, authentic
 * or enough: that is for people. Source: domain.md 1.6 (VACSR, machine-checkable part).
 */
export function caseOf(seen: Seen, today: Day): CaseLine[] {
  return [
    kindLine(seen),
    dayLine(seen.happenedOn, today),
    wordsLine(seen),
    linkLine(seen),
    copyLine(seen),
    byLine(seen),
  ]
}

function kindLine({ kind, detail, hasFile }: Seen): CaseLine {
  if (!kind) return { there: false, text: 'What kind of evidence it is' }
  const { name, fields } = KIND_WORDS[kind]
  const missing = fields.filter((field) => !detail[field.key] && !(field.key === 'place' && hasFile))
  if (missing.length === 0) return { there: true, text: name }
  return { there: false, text: `${name}: still to say, ${missing.map((field) => field.label).join(', ')}` }
}

function dayLine(day: Day | null, today: Day): CaseLine {
  if (!day) return { there: false, text: 'The day it happened: without it, it cannot count as current' }
  if (isOld(day, today))
    return {
      there: false,
      text: `Happened ${agoOf(day, today)}, on ${plainDay(day)}: more than ${CURRENT_MONTHS} months. Ask whether it still shows how you work`,
    }
  return { there: true, text: `Dated: ${plainDay(day)}, ${agoOf(day, today)}` }
}

function wordsLine({ kind, text }: Seen): CaseLine {
  const words = wordCount(text)
  if (kind === 'measure')
    return { there: true, text: 'Says what was counted, by which definition, from which files' }
  return words >= FEW_WORDS
    ? { there: true, text: `Says what happened, in ${words} words` }
    : { there: false, text: `${count(words, 'word')}: say what was done, and what followed` }
}

function linkLine({ links }: Seen): CaseLine {
  const bare = links.filter((link) => link.reason === '').length
  if (links.length === 0) return { there: false, text: 'A competency that it bears on, with a reason' }
  if (bare > 0) return { there: false, text: `The reason for ${count(bare, 'competency', 'competencies')}` }
  return {
    there: true,
    text: `Linked to ${count(links.length, 'competency', 'competencies')}, with ${links.length === 1 ? 'a reason' : 'reasons'}`,
  }
}

function copyLine({ sameAs }: Seen): CaseLine {
  return sameAs.length === 0
    ? { there: true, text: 'Not a copy: no other item has these words or this file' }
    : { there: false, text: `The same words or the same file as ${sameAs.join(', ')}` }
}

function byLine({ by, addedByName }: Seen): CaseLine {
  if (by === 'helpdesk') return { there: true, text: 'Counted from the helpdesk’s own records' }
  if (by === 'other') return { there: true, text: `${addedByName} stands behind it` }
  return { there: false, text: `Only ${addedByName} stands behind it: nobody else has said so yet` }
}

/** Where evidence of the last 12 months came from: every kind, its days, also those with none. */
export function sourcesOf(
  items: readonly { kind: EvidenceKind; happenedOn: Day | null; addedOn: Day }[],
  today: Day,
): { from: Day; sources: { kind: EvidenceKind; days: Day[] }[] } {
  const from = addMonths(today, -CURRENT_MONTHS)
  const sources = KINDS.map((kind) => ({
    kind,
    days: items
      .filter((item) => item.kind === kind)
      .map((item) => item.happenedOn ?? item.addedOn)
      .filter((day) => day >= from && day <= today)
      .sort(),
  }))
  return { from, sources }
}
