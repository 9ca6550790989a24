import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { within } from '../../../kernel/text.ts'

/** An example that somebody wrote beside a level of their own or an agreed one. */
export type ToldExample = {
  when: string
  who: string
  did: string
  followed: string
  /** It reads as a habit and not as one occasion. */
  general: boolean
  /** The level that it was told for is less than the role asks. */
  short: boolean
  /** Handed in on this day. */
  on: Day
  evidenceIds: readonly Id[]
}

/** Evidence that bears for a competency. */
export type ForIt = {
  evidenceId: Id
  ref: string
  title: string
  on: Day
  outside: boolean
  occasion: boolean
}

/** What to take to an interview for one thing that is asked. */
export type Told = {
  /** Situation, action and result; null where no example tells them. No example tells the task: that is left to say. */
  star: { situation: string; action: string; result: string } | null
  /** One that is told as a habit: it needs the one occasion. */
  general: boolean
  /** It was told for a level below the one asked. */
  short: boolean
  /** What shows it, the strongest first. */
  evidence: ForIt[]
}

const EVIDENCE_MOST = 3

/** Words that begin small within a sentence; a name does not. */
const SMALL =
  /^(?:an?|the|my|our|his|her|their|myself|one|two|three|four|five|six|seven|eight|nine|ten|some|somebody|everybody|colleagues?|customers?)\b/i
const inSentence = (words: string) => words.replace(SMALL, (word) => word.toLowerCase())

/**
 * The best example for a competency: one occasion before a habit, one told for the level asked before one that fell short
 * of it, one that cites evidence before one that does not, the newest before older ones. Beside it what shows it: what the example cites, then what others stand behind, single
 * occasions first, the newest first. Source: mission.md B6; issue of careers, Sector.
 */
export function bestExample(examples: readonly ToldExample[], evidence: readonly ForIt[]): Told {
  const known = new Set(evidence.map(({ evidenceId }) => evidenceId))
  const cites = ({ evidenceIds }: ToldExample) => evidenceIds.some((id) => known.has(id))
  const [best] = examples.toSorted(
    (a, b) =>
      Number(a.general) - Number(b.general) ||
      Number(a.short) - Number(b.short) ||
      Number(cites(b)) - Number(cites(a)) ||
      (a.on < b.on ? 1 : a.on > b.on ? -1 : 0),
  )
  const cited = new Set(best?.evidenceIds ?? [])
  const shown = evidence.toSorted(
    (a, b) =>
      Number(cited.has(b.evidenceId)) - Number(cited.has(a.evidenceId)) ||
      Number(b.outside) - Number(a.outside) ||
      Number(b.occasion) - Number(a.occasion) ||
      (a.on < b.on ? 1 : a.on > b.on ? -1 : 0),
  )
  return {
    star: best
      ? {
          situation: `${within(best.when)}, for ${inSentence(best.who.trim())}`,
          action: best.did,
          result: best.followed,
        }
      : null,
    general: best?.general ?? false,
    short: best?.short ?? false,
    evidence: shown.slice(0, EVIDENCE_MOST),
  }
}
