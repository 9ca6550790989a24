import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { within } from '../../../kernel/text.ts'

/** One occasion: what it was, what was needed that time (empty where nobody said), what was done, what came of it. */
export type Star = { situation: string; task: string; action: string; result: string }

/** An example that somebody wrote beside a level of their own or an agreed one, or that a record of theirs tells. */
export type ToldExample = Star & {
  /** A record tells it, and not the person's own words beside a level. */
  recorded: boolean
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
  /** What was needed that time; empty where nobody said. */
  task: string
}

/** What to take to an interview for one thing that is asked. */
export type Told = {
  /** Null where no example tells it. A task that it does not say is the one of the evidence that it cites. */
  star: Star | null
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

/** When it was and for whom, as one situation. */
export const situationOf = (when: string, who: string): string =>
  `${within(when)}, for ${inSentence(who.trim())}`

/** The occasion that a complaint tells by its steps; null where it does not tell all of them. Source: mission.md A13, B6. */
export function starOfComplaint(detail: Readonly<Record<string, string>>): Star | null {
  const { heard, task = '', empathised, apologised, action, outcome } = detail
  if (!heard || !action || !outcome) return null
  return {
    situation: heard,
    task,
    action: [empathised, apologised, action].filter(Boolean).join(' '),
    result: outcome,
  }
}

/**
 * The best example for a competency: one occasion before a habit, one told for the level asked before one that fell short
 * of it, the person's own words before a record's, one that cites evidence before one that does not, the newest before
 * older ones. Beside it what shows it: what the example cites, then what others stand behind, single
 * occasions first, the newest first. Source: mission.md B6; issue of careers, Sector.
 */
export function bestExample(examples: readonly ToldExample[], evidence: readonly ForIt[]): Told {
  const known = new Set(evidence.map(({ evidenceId }) => evidenceId))
  const cites = ({ evidenceIds }: ToldExample) => evidenceIds.some((id) => known.has(id))
  const [best] = examples.toSorted(
    (a, b) =>
      Number(a.general) - Number(b.general) ||
      Number(a.short) - Number(b.short) ||
      Number(a.recorded) - Number(b.recorded) ||
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
          situation: best.situation,
          task:
            best.task || (shown.find(({ evidenceId, task }) => cited.has(evidenceId) && task)?.task ?? ''),
          action: best.action,
          result: best.result,
        }
      : null,
    general: best?.general ?? false,
    short: best?.short ?? false,
    evidence: shown.slice(0, EVIDENCE_MOST),
  }
}
