import type { Refusal } from '../../../kernel/outcome.ts'
import { type InternalHint, internalUnder } from './internal.ts'

/** Strengths and weaknesses lie in the person, opportunities and threats around them. Source: domain.md 4. */
export const QUARTERS = ['strength', 'weakness', 'opportunity', 'threat'] as const
export type Quarter = (typeof QUARTERS)[number]

export function isQuarter(text: string): text is Quarter {
  return (QUARTERS as readonly string[]).includes(text)
}

/** What something can be worked on: a weakness by learning, a threat by preparing. Source: mission.md B4, B5. */
export function canBecomeNeed(quarter: Quarter): boolean {
  return quarter === 'weakness' || quarter === 'threat'
}

/** Words of an entry that speak of the person although it stands for the world around; null where there are none. */
export function misplaced(quarter: Quarter, words: string): InternalHint | null {
  return quarter === 'opportunity' || quarter === 'threat' ? internalUnder(words) : null
}

const LONGEST_ENTRY = 500
const LONGEST_ABOUT = 200

/** Why an entry cannot be kept. */
export function checkEntry(quarter: Quarter | null, words: string): Refusal[] {
  const refusals: Refusal[] = []
  if (!quarter) refusals.push({ field: 'quarter', message: 'Choose where it belongs.' })
  if (!words) refusals.push({ field: 'words', message: 'Write what it is, in a line.' })
  if (words.length > LONGEST_ENTRY)
    refusals.push({
      field: 'words',
      message: `Keep it under ${LONGEST_ENTRY} characters. Two thoughts are two entries.`,
    })
  return refusals
}

/** Why a board cannot be begun. */
export function checkAbout(about: string): Refusal[] {
  return about.length > LONGEST_ABOUT
    ? [{ field: 'about', message: `Keep it under ${LONGEST_ABOUT} characters.` }]
    : []
}

/** Entries that say nothing of what shows them: linked to no evidence, competency or need. */
export function loose<
  T extends {
    evidenceIds: readonly string[]
    competencyIds: readonly string[]
    needIds: readonly string[]
  },
>(entries: readonly T[]): T[] {
  return entries.filter(
    ({ evidenceIds, competencyIds, needIds }) =>
      evidenceIds.length + competencyIds.length + needIds.length === 0,
  )
}

/** The quarters of a board that hold nothing. */
export function emptyQuarters(entries: readonly { quarter: Quarter }[]): Quarter[] {
  return QUARTERS.filter((quarter) => !entries.some((entry) => entry.quarter === quarter))
}
