import type { Day } from '../../../kernel/day.ts'
import { paneOf } from './johari.ts'

/** Where a level comes from. 360 feedback has halves and tenths; the others whole levels. */
export type Source = 'self' | 'leader' | 'agreed' | 'feedback' | 'measure'

/** What one source says: level 1 to 5, how many answers it rests on where that matters, since when, and who or what said it. */
export type SourceLevel = {
  source: Source
  level: number
  /** How far it may reach where the end of the scale is shown as one: 5 or 1. */
  reaches?: number
  n?: number
  on: Day
  by: string
  /** What is shown where a level alone would say too much: "most answers from 4 to 5". */
  words?: string
  /** The same for a cell of a table: "4 or higher". */
  short?: string
}

/** Where a gap stands. Only an agreed level is short or met; others are opinions that wait to be agreed. */
export type GapState = 'short' | 'met' | 'not agreed' | 'not rated'

export type Reading = {
  agreed: number | null
  /** Required less agreed: negative where above; null where nothing is agreed. */
  short: number | null
  state: GapState
  blindSpot: boolean
  hiddenStrength: boolean
  /** Nobody but the person has said anything about it. */
  selfOnly: boolean
}

/**
 * Reads the levels of one competency side by side. Self is compared with each other source in turn, never with an
 * average of them: one level or more above all of them is a blind spot, one or more below all of them a hidden
 * strength. The agreed level is no source of its own: self had a part in it. Source: domain.md 4 (Johari), mission.md A2.
 * @param seenByOthers whether evidence that somebody else gave is linked to the competency
 */
export function readLevels(required: number, levels: readonly SourceLevel[], seenByOthers: boolean): Reading {
  const agreed = levels.find(({ source }) => source === 'agreed')?.level ?? null
  const self = levels.find(({ source }) => source === 'self')?.level ?? null
  const others = levels.filter(({ source }) => source !== 'self' && source !== 'agreed')
  const { pane } = paneOf(self, others)
  const short = agreed === null ? null : required - agreed
  const state =
    short !== null ? (short > 0 ? 'short' : 'met') : levels.length > 0 ? 'not agreed' : 'not rated'
  return {
    agreed,
    short,
    state,
    blindSpot: pane === 'blind spot',
    hiddenStrength: pane === 'hidden strength',
    selfOnly: self !== null && others.length === 0 && agreed === null && !seenByOthers,
  }
}

/** Those of the role's competencies that come first: the heaviest, then the furthest short. */
export function byWeight<T extends { requirement: { weight: number }; short: number | null }>(
  gaps: readonly T[],
): T[] {
  return [...gaps].sort(
    (a, b) => b.requirement.weight - a.requirement.weight || (b.short ?? 0) - (a.short ?? 0),
  )
}
