import { agoOf, type Day, plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { endOf, stateAt, USUAL_MONTHS } from './currency.ts'
import { type EvidenceKind, KIND_WORDS, missingFields } from './kinds.ts'

/** What can be seen of an item without judging it. */
export type Seen = {
  kind: EvidenceKind | null
  text: string
  happenedOn: Day | null
  links: readonly { reason: string }[]
  detail: Readonly<Record<string, string>>
  by: 'self' | 'other' | 'helpdesk'
  addedByName: string
  /** Set where somebody without a sign-in stands behind it. */
  standsBehind?: { name: string; relationship: string } | null
  hasFile: boolean
  /** Refs of other items with the same words or the same file. */
  sameAs: readonly string[]
}

export type CaseLine = { there: boolean; text: string }

/** From this many words on, a text can say both what was done and what followed. */
const FEW_WORDS = 12

/** The count of words in a text. */
function wordCount(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length
}

/** Whether a day lies too far back to count as current by the usual rule. Source: domain.md 1.6. */
export function isOld(day: Day, today: Day): boolean {
  return stateAt(endOf({ happenedOn: day, expiresOn: null }, USUAL_MONTHS), today) === 'stale'
}

/**
 * How an item stands, line by line: what is there and what is missing. It never says that evidence is true, authentic
 * or enough: that is for people. Source: domain.md 1.6 (VACSR, machine-checkable part).
 */
export function caseOf(seen: Seen, today: Day): CaseLine[] {
  return [...toldOf(seen), dayLine(seen.happenedOn, today), linkLine(seen), copyLine(seen), byLine(seen)]
}

/** What an item tells, whatever it is linked to: its kind with what that asks for, and its words. */
export function toldOf(seen: Seen): CaseLine[] {
  return [kindLine(seen), wordsLine(seen)]
}

function kindLine({ kind, detail, hasFile, by }: Seen): CaseLine {
  if (!kind) return { there: false, text: 'What kind of evidence it is' }
  const { name } = KIND_WORDS[kind]
  const missing = missingFields(kind, { detail, hasFile, own: by === 'self' })
  if (missing.length === 0) return { there: true, text: `A kind is named: ${name.toLowerCase()}` }
  return { there: false, text: `${name}: still to say, ${missing.map((field) => field.label).join(', ')}` }
}

function dayLine(day: Day | null, today: Day): CaseLine {
  if (!day) return { there: false, text: 'The day it happened: without it, it cannot count as current' }
  if (isOld(day, today))
    return {
      there: false,
      text: `Happened ${agoOf(day, today)}, on ${plainDay(day)}: ${USUAL_MONTHS} months or more. Ask whether it still shows how you work`,
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

function byLine({ by, addedByName, standsBehind }: Seen): CaseLine {
  if (standsBehind)
    return { there: true, text: `${standsBehind.name}, ${standsBehind.relationship}, stands behind it` }
  if (by === 'helpdesk') return { there: true, text: 'Counted from the helpdesk’s own records' }
  if (by === 'other') return { there: true, text: `${addedByName} stands behind it` }
  return { there: false, text: `Only ${addedByName} stands behind it: nobody else has said so yet` }
}
