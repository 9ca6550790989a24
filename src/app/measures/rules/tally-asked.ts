import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import type { Better } from '../../../kernel/stats.ts'

/** A tally somebody wants to keep. */
export type TallyAsked = { name: string; words: string; kind: string; betterIs: string }

/** What was counted on a day, as a form gives it: null for nothing typed, 'wrong' for no such day. */
export type EntryAsked = { day: Day | 'wrong' | null; met: number | null; of: number | null }

export type TallyKind = 'share' | 'count'

export const isTallyKind = (text: string): text is TallyKind => text === 'share' || text === 'count'
export const isBetter = (text: string): text is Better => text === 'higher' || text === 'lower'

/** Entries above this many on one day are a slip of the keys. */
const MOST = 1000

/** Every reason not to keep such a tally. `others` are the names of the person's other tallies. */
export function checkTally(asked: TallyAsked, others: readonly string[]): Refusal[] {
  const refusals: Refusal[] = []
  if (!asked.name) refusals.push({ field: 'name', message: 'Say what you count, in a few words.' })
  if (asked.name.length > 80)
    refusals.push({ field: 'name', message: 'The name is longer than 80 characters. Shorten it.' })
  if (others.some((name) => name.toLowerCase() === asked.name.toLowerCase()))
    refusals.push({
      field: 'name',
      message: 'A tally of that name is kept already. Count in that one, or choose another name.',
    })
  if (!asked.words)
    refusals.push({
      field: 'words',
      message: 'Say when it counts, so that two people would count the same.',
    })
  if (!isTallyKind(asked.kind))
    refusals.push({ field: 'kind', message: 'Choose whether it is counted out of something.' })
  if (!isBetter(asked.betterIs))
    refusals.push({ field: 'better', message: 'Choose whether more of it is better, or less.' })
  return refusals
}

/** Every reason why an entry cannot be: a day to come, parts of a time, more met than looked at. */
export function checkEntry(asked: EntryAsked, kind: TallyKind, today: Day): Refusal[] {
  const refusals: Refusal[] = []
  const { day, met, of } = asked
  if (day === 'wrong')
    refusals.push({ field: 'day', message: 'There is no such day. Check the day and the month.' })
  else if (day === null) refusals.push({ field: 'day', message: 'Give the day on which it was counted.' })
  else if (day > today)
    refusals.push({ field: 'day', message: 'That day is still to come. Count it when it has happened.' })
  const least = kind === 'count' ? 1 : 0
  if (met === null || met < least || met > MOST || !Number.isInteger(met))
    refusals.push({
      field: 'met',
      message: `Give a whole number from ${least} to ${MOST.toLocaleString('en-GB')}.`,
    })
  if (kind === 'count') return refusals
  if (of === null || of < 1 || of > MOST || !Number.isInteger(of))
    refusals.push({ field: 'of', message: `Give a whole number from 1 to ${MOST.toLocaleString('en-GB')}.` })
  else if (met !== null && met > of)
    refusals.push({
      field: 'met',
      message: `It cannot be met ${met} times out of ${of}. Check both numbers.`,
    })
  return refusals
}
