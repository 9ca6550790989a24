import { saysNothing } from './words.ts'

/** What the writer means to do, hopes, or cannot say yet. */
const INTENDED =
  /\b(?:will|i'll|going to|in future|plan(?:ning)? to|hope(?:fully)?|should|would like|intend|want to|aim to)\b/i
const NOT_YET =
  /\b(?:nothing (?:has )?(?:yet )?changed|no change|not yet|too early|cannot (?:say|tell)|starts? (?:next|in)|unchanged)\b/i
/** What the writer feels or thinks of it, without anything that somebody else could have seen. */
const FELT =
  /\b(?:i (?:now |also )?feel|i am (?:now )?(?:much |more |very )*(?:confident|aware|calm|happ\w+|better)|confiden(?:t|ce)|learn(?:t|ed|ing)|impact on|realis\w+|understand\w*|aware of|gave me|made me think|important to me)\b/i

/** A figure, or a word that sets after against before. */
const FIGURE = /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|half|once|twice)\b/i
const AFTER =
  /\b(?:since|now|no longer|fewer|less|more|again|nobody|none|neither|never|stopped|started|began|fell|rose|dropped|went (?:from|down|up)|used to|before|after|instead|first time|this (?:week|month)|last (?:week|month)|(?:has|have|had) (?:been|not|stopped|come|gone|asked|rung|written|kept|used)|does not happen|did not happen)\b/i

const LEAST_WORDS = 6

/** Sentences, and the parts of one that a semicolon divides. A point in a figure divides nothing. */
const sentencesOf = (text: string) => text.split(/(?<=[.!?;:])\s+/)

/**
 * Whether a text says what changed at work: some sentence of it holds a figure or sets after against before, and is
 * neither an intention, nor a feeling alone, nor that it is too early. It never says that the change is real, or
 * large enough. Source: mission.md A8 and readiness 9.
 */
export function saysImpact(text: string): boolean {
  const plain = text.replaceAll('’', "'").trim()
  if (saysNothing(plain) || plain.split(/\s+/).length < LEAST_WORDS) return false
  return sentencesOf(plain).some((sentence) => {
    if (NOT_YET.test(sentence)) return false
    const figure = FIGURE.test(sentence)
    if (INTENDED.test(sentence) && !/\b(?:have|has|had|went|were|was|kept|rung|fell|rose)\b/i.test(sentence))
      return false
    if (FELT.test(sentence) && !figure) return false
    return figure || AFTER.test(sentence)
  })
}
