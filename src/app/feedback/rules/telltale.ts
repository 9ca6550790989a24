import { listing } from '../../../kernel/text.ts'

/**
 * Phrases that place a writer beside the person: where and when something was said, what the writer is to them, or which
 * colleague was there. Each is quoted as it stands, so that the writer can say it more plainly. It looks at words and
 * misses what has no telling word. Source: domain.md 6 (unique phrasing and dates re-identify).
 */
const PHRASES: readonly RegExp[] = [
  /\b(?:in|at|after|before|during) (?:the|our|my|your|his|her|their|that|this|last|a) (?:[\w’'-]+ )?(?:huddles?|stand-?ups?|one-to-ones?|1:1s?|catch-?ups?|meetings?|briefings?|workshops?|training|retros?|handovers?|interviews?|canteen|kitchen|car park|break|lunch|away day|night out|party)\b/giu,
  /\b(?:(?:[Oo]n|[Ll]ast|[Tt]his|[Nn]ext|[Ee]very|[Ee]ach) )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?(?: (?:morning|afternoon|evening|night))?\b/gu,
  /\b(?:[Oo]n|[Ss]ince|[Ii]n|[Ff]rom|[Uu]ntil) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?: \d{1,2}(?:st|nd|rd|th)?)?/gu,
  /\b(?:yesterday|this (?:morning|afternoon)|last (?:night|week|month)|the other (?:day|week))\b/giu,
  /\bon (?:the|our|my|a) (?:early|late|night|weekend|bank holiday|morning|evening|back) (?:shift|rota)\b/giu,
  /\bwhen (?:I|we) (?:was|were|am|are|started|joined|began|sat|sit|worked|work|shadowed|covered|trained|moved|came|swapped|took over|returned|handed|passed|asked|told)\b(?: [\w’'-]+){0,4}/giu,
  /\b(?:since|after|before) (?:I|we) (?:joined|started|began|moved|came|left|returned)\b(?: [\w’'-]+){0,3}/giu,
  /\b(?:as|being) (?:your|his|her|their|a|an|the) (?:[\w’'-]+ )?(?:buddy|mentor|mentee|trainer|trainee|coach|apprentice|new starter|starter|supervisor|deputy|manager|team leader|part-timer|temp|neighbour|friend|customer of)\b/giu,
  /\bI(?:’m| am|'m| was) (?:your|his|her|their|the|a|an) (?:[\w’'-]+ )?(?:buddy|mentor|mentee|trainer|trainee|coach|apprentice|starter|supervisor|deputy|manager|leader|part-timer|temp|only one)\b/giu,
  /\bmy (?:own )?(?:desk|shift|rota|customers?|calls?|tickets?|cases?|orders?|complaint|account|refund|boiler|team|training|induction|probation|first (?:day|week|month)|(?:mat|pat)ernity leave|holiday|illness)\b/giu,
  /\b(?:sit|sat|sits|sitting|desk|next) (?:right )?(?:next to|beside|opposite|behind|across from|to) (?:me|us|my|our)\b/giu,
  /\b(?:helped|helps|told|tells|showed|shows|taught|asked|covered for|trained|rang|called|e-?mailed|messaged|shouted at|snapped at|ignored) me\b(?! that (?:the|a) customer)/giu,
  /\bas (?:I|we) (?:said|told|mentioned|wrote|asked)\b(?: [\w’'-]+){0,3}/giu,
  /\bthe only (?:one|person|other|man|woman|apprentice|part-timer|night|new)\b(?: [\w’'-]+)?/giu,
  /\b(?:we|us) (?:two|both)\b|\b(?:the two|both) of us\b/giu,
]

/** Phrases quoted to whoever wrote them. */
const MOST = 5

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * @param names people who work with whom it is about: a first or last name of one, as a word of its own, may tell too
 * @returns at most five phrases, in the order in which they stand
 */
export function telltale(text: string, names: readonly string[] = []): string[] {
  const words = names.flatMap((name) => name.split(/\s+/)).filter((word) => word.length > 2)
  const people = [...new Set(words)].map(
    (word) => new RegExp(`(?<![\\p{L}])${literally(word)}(?![\\p{L}])`, 'gu'),
  )
  const found = [...PHRASES, ...people]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => ({ from: match.index, words: match[0].trim() }))
    .sort((a, b) => a.from - b.from || b.words.length - a.words.length)
  const kept: typeof found = []
  for (const one of found) {
    if (kept.length === MOST) break
    const before = kept.at(-1)
    if (before && one.from < before.from + before.words.length) continue
    if (!kept.some(({ words: known }) => known.toLowerCase() === one.words.toLowerCase())) kept.push(one)
  }
  return kept.map(({ words: quoted }) => quoted)
}

/** “In the huddle” and “on Friday”. */
export const quotesWords = (quotes: readonly string[]): string => listing(quotes.map((quote) => `“${quote}”`))
