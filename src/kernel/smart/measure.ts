import { countsIn, numbersIn } from './counts.ts'
import { eventsIn } from './events.ts'
import { figureHints } from './figures.ts'
import { anyOf, wholeWords } from './pattern.ts'
import { type Goal, joined, type Letter, matchesOf, overlaps, quoted, type Span, spanOf } from './reading.ts'
import type { TimeReading } from './time.ts'

/** What still has to be filled in: "[xx]%", "x calls", "___". */
const BLANK = new RegExp(
  `\\[[^\\]]{0,200}\\]|\\bx{1,3} ?%|\\bxx+\\b|\\b[xn] (?=${anyOf('hours, days, weeks, minutes, calls, chats, tickets, customers, points, per')})|_{2,}|\\?\\?+`,
  'g',
)

/** One word of the thing, and a second where it belongs to it: "chat", "web form". */
const THING = "[a-z][\\w'-]*(?: (?!the\\b|and\\b|who\\b|[a-z]{1,2}\\b)[a-z][\\w'-]*)?"
const not = (list: string): string => `(?!${anyOf(list)}\\b)`
const EVERYONE = wholeWords(
  '(?:everyone|everybody|anyone|anybody) (?:who|that)\\b[^.;,]{3,40}',
  `(?:every|each)(?: single)? ${not('other, of, year, one, so, now, effort, opportunity, chance, aspect')}${THING}`,
  `all ${not('the time, times, round, over, day, about, that, my, i, we, in')}${THING}`,
  `no [a-z]+ ${anyOf('has, have, is, are, waits?, goes, leaves, should, needs?, gets?')}`,
)

/** What would complete the letter M, as a sentence. */
export const MEASURE_ADVICE =
  'Say how you will know: a number with its unit (“from 71% to 80%”), a count (“three observed calls”), or something that can be seen to be done (“certificate gained”).'

/** The letter M, and what it rests on: a figure, count or standard; something made or reached; or a rhythm. */
export type MeasureReading = {
  letter: Letter
  counted: boolean
  made: boolean
  rhythm: boolean
  /** A blank is still to be filled. */
  blank: boolean
  hints: string[]
}

/**
 * Whether the words say how anybody would know: a figure with its unit, a from-to, a limit or count, a standard
 * ("on the third ring", "same day", "error-free"), how often it is done, or an event that is seen to be done.
 * Dates and periods do not count, nor numbers that name ("Office 365"), nor blanks such as "[xx]%".
 * Source: domain.md 5; mission.md A6.
 */
export function readMeasure(goal: Goal, time: TimeReading): MeasureReading {
  let plain = goal.plain
  for (const [start, end] of time.dates)
    plain = plain.slice(0, start) + '~'.repeat(end - start) + plain.slice(end)
  const blanks = matchesOf(BLANK, plain).map(spanOf)
  const outside = (span: Span) => !blanks.some((blank) => overlaps(blank, span))
  const rests = { counted: false, made: false, rhythm: false, blank: blanks.length > 0, hints: [] }
  const found = (spans: Span[], why: string): Letter => ({
    found: true,
    because: `${quoted(goal, spans)} ${why}`,
    spans,
  })
  const counts = joined([...numbersIn(plain), ...countsIn(plain)].filter(outside))
  if (counts.length > 0) {
    const letter = found(counts, 'can be counted or checked.')
    return { ...rests, letter, counted: true, hints: figureHints(goal, plain) }
  }
  if (blanks.length > 0) {
    const because = `${quoted(goal, blanks)} is a blank still to be filled, so nothing can be counted yet.`
    return { ...rests, letter: { found: false, because, spans: blanks } }
  }
  const events = joined(eventsIn(goal, plain))
  if (events.length > 0)
    return { ...rests, letter: found(events, 'can be seen to be done or not.'), made: true }
  if (time.rhythms.length > 0) {
    const letter = found(time.rhythms, 'says how often, so the times can be counted.')
    return { ...rests, letter, rhythm: true }
  }
  const because = 'Nothing here can be counted or seen to be done.'
  return { ...rests, letter: { found: false, because, spans: [] } }
}

/** The letter M where only a rhythm is named ("on Mondays") and not what is done. */
export function rhythmOfNothing({ letter }: MeasureReading): Letter {
  const because = 'How often is said, but not what, so there is nothing to count.'
  return { found: false, because, spans: letter.spans }
}

/** A standard that holds for each of something ("every chat", "no caller has to"): measurable where the act itself is plain. */
export function readEveryone(goal: Goal): Letter | null {
  const spans = matchesOf(EVERYONE, goal.plain).map(spanOf)
  if (spans.length === 0) return null
  return {
    found: true,
    because: `${quoted(goal, spans)} lets anybody check whether it happened each time.`,
    spans,
  }
}
