import { saysNothing } from './words.ts'

/** What the writer means to do, hopes, or cannot say yet. */
const INTENDED =
  /\b(?:will|i'll|going to|in future|plan(?:ning)? to|hope(?:fully)?|should|would like|intend|want to|aim to)\b/i
const NOT_YET =
  /\b(?:nothing (?:has )?(?:yet )?changed|no change|not yet|too early|cannot (?:say|tell)|starts? (?:next|in)|unchanged)\b/i
/** What the writer feels or thinks of it, without anything that somebody else could have seen. */
const FELT =
  /\b(?:i (?:now |also )?feel|i am (?:now )?(?:much |more |very )*(?:confident|aware|calm|happ\w+|better)|confiden(?:t|ce)|learn(?:t|ed|ing)|impact on|realis\w+|understand\w*|aware of|gave me|made me think|important to me|i (?:\w+ )?(?:think|thought|look at|see)\b|better (?:at|with|in|than)|(?:made|makes) me (?:a )?(?:\w+ )?(?:better|more|less))\b/i

/** What tells a day or a place in the record, and counts nothing: dates, times of day, "level 3", "O-1". */
const BARE_NUMBER =
  /\b(?:\d{4}-\d\d-\d\d|\d{1,2}[./:]\d{1,2}(?:[./]\d{2,4})?|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: \d{4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,4}|(?:19|20)\d\d|(?:level|unit|criterion|review|version|week|room|line) \d[\d.]*|[a-z]-\d+)\b/gi

/** A figure, or a word that sets after against before. */
const FIGURE = /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|half|once|twice)\b/i
const AFTER =
  /\b(?:since|now|no longer|fewer|less|more|again|nobody|none|neither|never|stopped|started|began|fell|rose|dropped|went (?:from|down|up)|used to|before|after|instead|first time|this (?:week|month)|last (?:week|month)|(?:has|have|had) (?:been|not|stopped|come|gone|asked|rung|written|kept|used)|does not happen|did not happen)\b/i

/** Something that others see at work: those one serves or works with, what passes between them, or a share of it. */
const SEEN_AT_WORK =
  /%|\bfrom \d\S* to \d|\b(?:customers?|callers?|guests?|clients?|tenants?|visitors?|passengers?|patients?|members?|colleagues?|team|call(?:s|ed|backs?)?|call-backs?|chats?|contacts?|e-?mails?|letters?|messages?|complaints?|complain(?:s|ed)|promises?|notes?|tickets?|cases?|queues?|refunds?|bookings?|orders?|parcels?|answer(?:s|ed)?|questions?|rota|diary|talks?|recordings?|handl(?:e|ing) times?|minutes?|satisfaction|resolution|repeats?|errors?|mistakes?|faults?|sessions?|huddles?|audits?|logs?|desk)\b|\b(?:nobody|no one|none|neither|they|people|everybody|everyone|she|he)\b[^.!?;]*\b(?:ask|r[aiu]ng|c[ao]me|wrote|wait|chase|thank|escalat)/i

const LEAST_WORDS = 6

/** Sentences, and the parts of one that a semicolon divides. A point in a figure divides nothing. */
const sentencesOf = (text: string) => text.split(/(?<=[.!?;:])\s+/)

/**
 * Whether a text says what changed at work: some sentence of it holds a figure or sets after against before, names
 * something that others see at work, and is neither an intention, nor a feeling or an opinion alone, nor that it is too
 * early. A date is no figure, and praise no change. It never says that the change is real, or large enough.
 * Source: mission.md A8 and readiness 9.
 */
export function saysImpact(text: string): boolean {
  const plain = text.replaceAll('’', "'").trim()
  if (saysNothing(plain) || plain.split(/\s+/).length < LEAST_WORDS) return false
  return sentencesOf(plain).some((sentence) => {
    if (NOT_YET.test(sentence)) return false
    const figure = FIGURE.test(sentence.replace(BARE_NUMBER, ' '))
    if (INTENDED.test(sentence) && !/\b(?:have|has|had|went|were|was|kept|rung|fell|rose)\b/i.test(sentence))
      return false
    if (FELT.test(sentence) && !figure) return false
    return (figure || AFTER.test(sentence)) && SEEN_AT_WORK.test(sentence)
  })
}
