import type { NeedKind } from './need.ts'

/** What a need, as it is written, may have got wrong. Hints: none of them stands in the way of saving it. */
export type NeedHint =
  /** Said to be professional, and speaks of private life. */
  | { kind: 'private words'; words: string[] }
  /** Said to be personal, and names figures or tasks of the job. */
  | { kind: 'work words'; words: string[] }
  /** Rests on the person's own word alone. */
  | { kind: 'self only' }
  /** Rests on nothing. */
  | { kind: 'no evidence' }

/** Words of somebody's life outside the job. */
const PRIVATE =
  /\b(at home|my (family|kids?|children|son|daughter|wife|husband|partner|mum|mother|dad|father|friends?|weight|money|mortgage|dog|health|marriage|faith|body)|hobb(y|ies)|holidays?|gym|marathon|lose weight|diet|smoking|drinking|savings|dating|church|choir|garden(ing)?|guitar|piano|swim(ming)?|running|yoga|in my (free|spare) time|after work|at the weekend|private life|personal life|for myself|wedding)\b/gi

/** Figures and tasks that only the job has. */
const WORK =
  /\b(csat|fcr|nps|kpis?|aht|handle time|first[- ]contact|first[- ]time fix|resolution rate|calls?|callers?|customers?|tickets?|complaints?|queues?|targets?|the (team|job|role|shift|helpdesk)|quality score|audits?|billing|refunds?|call[- ]backs?|my (leader|manager|role|job)|team leader)\b/gi

const found = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([word]) => word.toLowerCase())),
]

/**
 * Reads a need as it is written: the two kinds mixed up, and self-perception alone. "Both" is never called mixed up.
 * @param evidence what it rests on: whether it came from somebody else or from counted work
 * Source: mission.md A9, A11.
 */
export function hintsOfNeed(
  need: { kind: NeedKind | null; title: string; why: string },
  evidence: readonly { outside: boolean }[],
): NeedHint[] {
  const text = `${need.title} ${need.why}`
  const hints: NeedHint[] = []
  const [home, work] = [found(text, PRIVATE), found(text, WORK)]
  if (need.kind === 'professional' && home.length > 0) hints.push({ kind: 'private words', words: home })
  if (need.kind === 'personal' && work.length > 0) hints.push({ kind: 'work words', words: work })
  if (need.kind !== null && need.kind !== 'personal') {
    if (evidence.length === 0) hints.push({ kind: 'no evidence' })
    else if (!evidence.some(({ outside }) => outside)) hints.push({ kind: 'self only' })
  }
  return hints
}

/**
 * Whether the needs of somebody leave out soft skills: there are needs for the work, and none is about one.
 * Source: mission.md B8.
 */
export function skipsSoft(
  needs: readonly { kind: NeedKind; competencyId: string | null }[],
  soft: ReadonlySet<string>,
): boolean {
  const work = needs.filter(({ kind }) => kind !== 'personal')
  return work.length > 0 && !work.some(({ competencyId }) => competencyId !== null && soft.has(competencyId))
}
