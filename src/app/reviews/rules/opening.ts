import { type Day, daysBetween, plainDay } from '../../../kernel/day.ts'
import { count, listing } from '../../../kernel/text.ts'
import { type CauseRaised, type LevelChange, levelWords } from './causes.ts'

/** What happened to a person's records between two reviews, as the other capabilities tell it. */
export type Happened = {
  since: Day | null
  today: Day
  evidence: readonly { kind: string }[]
  /** A measure's verdict at the last review and now. */
  verdicts: readonly { name: string; before: string | null; now: string | null }[]
  actions: readonly {
    what: string
    by: Day | null
    state: 'planned' | 'done' | 'dropped'
    doneOn: Day | null
  }[]
  /** Positions that began: "Senior adviser, Northgate". */
  positions: readonly { from: Day; words: string }[]
  profiles: readonly { title: string; version: string }[]
  priorities: readonly { title: string; from: Day }[]
  /** Where the person wants to go, where they have said so since. */
  aspiration: { words: string; since: Day } | null
  /** Rounds of 360 feedback released since, by name. */
  rounds: readonly { ref: string; closesOn: Day | null }[]
  /** How many of the new items are testimony. */
  testimonies: number
  /** What happened and why the plan is looked at again. */
  causes: readonly { cause: CauseRaised; words: string; raisedOn: Day; levels: readonly LevelChange[] }[]
}

export type OpeningLine = { term: string; text: string }

const PLURALS: Record<string, string> = { 'work product': 'work products' }

/**
 * Whether something of a day came after the last review. Records tell the day alone, so that what came on the very day
 * of the review counts: better looked at twice than never. Source: mission.md A7.
 * @param since the day of the last review; null before the first, when everything counts
 */
export const isSince = (day: Day, since: Day | null): boolean => since === null || day >= since

/** What changed since the last review, a line each, with how many things that is. Source: mission.md A7. */
export function openingOf(happened: Happened): {
  lines: OpeningLine[]
  events: number
  weeks: number | null
} {
  const { since, today, evidence, positions, profiles, priorities } = happened
  const verdicts = happened.verdicts.filter(({ before, now }) => now !== null && now !== before)
  const still = happened.verdicts.filter(({ before, now }) => now !== null && now === before)
  const doneNow = happened.actions.filter(
    ({ state, doneOn }) => state === 'done' && doneOn !== null && isSince(doneOn, since),
  )
  const open = happened.actions.filter(({ state }) => state === 'planned')
  const late = open.filter(({ by }) => by !== null && by < today)
  const lines: OpeningLine[] = []
  const say = (term: string, text: string) => lines.push({ term, text })

  for (const { words, raisedOn, levels } of happened.causes)
    say(
      'Why now',
      [`${words}, ${plainDay(raisedOn)}`, ...levels.map(levelWords)].map((one) => `${one}.`).join(' '),
    )
  say('Evidence', evidence.length > 0 ? evidenceWords(evidence) : 'Nothing new.')
  if (verdicts.length > 0)
    say(
      'Measures',
      `${verdicts.map(({ name, before, now }) => `${name}: ${now}${before ? `, before that ${before}` : ''}`).join('; ')}.`,
    )
  else if (still.length > 0) say('Measures', `No verdict changed on ${count(still.length, 'measure')}.`)
  const heard = feedbackWords(happened)
  if (heard) say('Feedback', heard)
  if (happened.actions.length > 0) {
    const words = [
      `${doneNow.length} done`,
      `${late.length} late`,
      `${open.length - late.length} still to come`,
    ].join(', ')
    const named = late.map(
      ({ what, by }) => `${what} (${count(by ? daysBetween(by, today) : 0, 'day')} late)`,
    )
    say('Actions', `${words}.${named.length > 0 ? ` Late: ${named.join('; ')}.` : ''}`)
  }
  for (const { from, words } of positions) say('Position', `${words}, from ${plainDay(from)}.`)
  const told = (cause: CauseRaised) => happened.causes.some((one) => one.cause === cause)
  for (const { title, version } of told('profile changed') ? [] : profiles)
    say('Role profile', `${title} is now at version ${version}.`)
  for (const { title, from } of priorities) say('Priority', `${title}, from ${plainDay(from)}.`)

  if (happened.aspiration && !told('aspiration'))
    say('Aspiration', `${happened.aspiration.words}, said on ${plainDay(happened.aspiration.since)}.`)

  const events =
    evidence.length +
    verdicts.length +
    doneNow.length +
    late.length +
    positions.length +
    profiles.length +
    priorities.length +
    happened.rounds.length +
    (happened.aspiration ? 1 : 0)
  return { lines, events, weeks: since === null ? null : Math.floor(daysBetween(since, today) / 7) }
}

function evidenceWords(evidence: readonly { kind: string }[]): string {
  const counts = new Map<string, number>()
  for (const { kind } of evidence) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const kinds = [...counts].map(([kind, n]) => count(n, kind, PLURALS[kind]))
  return `${count(evidence.length, 'new item')}: ${listing(kinds)}.`
}

function feedbackWords({ rounds, testimonies }: Pick<Happened, 'rounds' | 'testimonies'>): string | null {
  const released = rounds.map(
    ({ ref, closesOn }) => `${ref}${closesOn ? `, open until ${plainDay(closesOn)}` : ''}`,
  )
  const words = [
    released.length > 0 && `360 feedback released: ${listing(released)}.`,
    testimonies > 0 && `${count(testimonies, 'testimony', 'testimonies')} received, counted above.`,
  ].filter(Boolean)
  return words.length > 0 ? words.join(' ') : null
}
