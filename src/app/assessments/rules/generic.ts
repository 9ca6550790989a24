import type { Example } from './rating.ts'

/**
 * The words that tell of a habit, a trait or an aim; none where an example merely tells of no happening. `habit` where a
 * habit or a trait is named, or nothing is told that was done: then it is no occasion, and not merely a thin one.
 */
export type Generic = { words: string[]; habit: boolean }

/** Past forms that tell of something done, and are not made by -ed. */
const DONE = new Set(
  (
    'rang told sent found wrote took gave said asked came went left put got made broke forgot ran saw heard kept ' +
    'stayed spoke held brought bought sat stood lost met paid began drove felt froze let led read showed spotted ' +
    'stopped checked moved did had threw woke fell sold taught thought understood won swore chose caught dealt screamed ' +
    'sorted got cut hung shut drew picked phoned texted emailed dropped'
  ).split(' '),
)

/** Forms in -ed that mostly say how somebody is. */
const ADJECTIVES = new Set(
  (
    'experienced organised organized interested motivated dedicated committed skilled trained focused detailed ' +
    'confused worried stressed pleased delighted qualified determined tired bored relaxed reserved need speed feed ' +
    'indeed exceed succeed proceed agreed listed combined measured needed biased unbiased required talented ' +
    'confident satisfied supposed used liked loved based'
  ).split(' '),
)

const HABIT =
  /\b(always|usually|never(?! (?:once|heard))|often|sometimes|generally|normally|regularly|constantly|whenever|tends? to|as a rule|every ?(time|day|call|customer|month|week|one)|each (time|and every|customer|call|day|one)|at all times|on a daily basis|calls a day|quite a lot|most of (them|the time|my)|year after year|when(?=[^,]{0,200}\b(is|are|needs?|gets?)\b)|if)\b/gi

const TRAIT =
  /\b(i am|i'm|i’m|he is|she is|is|are) (a |an |very |so |really |always |quite |more |most |just |someone |good |the )*(good|great|brilliant|excellent|friendly|patient|polite|confident|organised|experienced|calm|person|player|listener|coach|communicator|pleasant|honest|kind|courteous|better|reliable|helpful)\b|\b(my (strength|strengths|weakness)|one of my|good at|team player|people person|attitude|communication skills|work ethic)\b/gi

const AIM =
  /\b(will|i'll|i’ll|we'll|would like|i’d|i'd|should|want to|wants? to|needs? to|try to|trying to|aim to|plan to|hope to|could be|in future|(?<!out )to be|gonna|going to|looking to|ought to)\b/gi

/** A day or an hour on which it happened. */
const WHEN =
  /\b(yesterday|today|tonight|this (morning|afternoon|evening|week|month)|last (week|month|year|night|spring|summer|autumn|winter|mon|tue|wed|thu|fri|sat|sun)\w*|(that|the same|the next|the following) (day|hour|morning|afternoon|evening|week|shift)|(on|by|until|since|till) (mon|tues|wednes|thurs|fri|satur|sun)day|(mon|tues|wednes|thurs|fri|satur|sun)day|(in|on|of|since|by) (the )?(\d{1,2}(st|nd|rd|th)? )?(january|february|march|april|may|june|july|august|september|october|november|december)|\d{1,2}(st|nd|rd|th)?|at (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|half past|\d)\b|by noon|half past|(minutes?|hours?|days?|weeks?|months?) (ago|later)|bank holiday|once(?= (a|an|the) )|just (finished|now))\b/gi

/** How long, how much, how many: something that somebody counted. */
const COUNTED =
  /£\s?\d|\b(\d[\d.,:/]*\+?|a|an|one|two|three|four|five|six|ten|half an|twenty|thirty|fifty) ?(1\/2 )?(more )?(mins?|minutes?|hrs?|hours?|days|times|weeks?|month|homes|calls|notes|cases|complaints|reps|questions|points)\b/gi

const WAITED = /\b(wait(ed|ing|tng|itng)?|in the (chat |phone )?queue|hold music|still)\b/i

/** Somebody told, refused, promised: an act upon the writer. */
const ACTED_ON =
  /\b(was|were|been) (told|refused|promised|given|passed|sent|charged|asked|cut off|transferred|left|shown)\b|\b(didn't|didn’t|did not|wouldn't|wouldn’t|couldn't|couldn’t|could not|wasn't able|never heard|refused|flat out)\b/i

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length

/** How many past forms tell of something done. "Was polite" and "am experienced" tell of none. */
function doings(text: string): number {
  const words = text.toLowerCase().match(/[a-z’']+/g) ?? []
  return words.filter((word, at) => {
    const before = words[at - 1] ?? ''
    if (/^(am|is|are|be|been|being|very|more|get|gets|feel|feels|to|have|has|’ve)$/.test(before)) return false
    if (DONE.has(word)) return true
    if (/^(was|were|so|really)$/.test(before)) return false
    return /[a-z]{2}ed$/.test(word) && !ADJECTIVES.has(word)
  }).length
}

/** Above this an example tells of a happening. Chosen on the tuning half of the labelled examples. */
const TELLS = 2

/** How much a text tells of one happening, less what it says of habits, traits and aims. */
function telling(text: string): number {
  const done = Math.min(doings(text), 3)
  const when = Math.min(count(text, WHEN), 2)
  const counted = Math.min(count(text, COUNTED), 2)
  if (done === 0 && !ACTED_ON.test(text) && !WAITED.test(text)) return 0
  const plus =
    done + when + counted + (ACTED_ON.test(text) ? 1 : 0) + (counted > 0 && WAITED.test(text) ? 1 : 0)
  const minus = 2 * count(text, HABIT) + 2 * count(text, TRAIT) + 2 * count(text, AIM)
  return plus - minus
}

/**
 * Reads an example as it is written: null where it tells of one happening that somebody else could check; else a hint,
 * with the words that made it general. A hint only: a short true story may be hinted at, and a long invented one not.
 * Nothing is said of an empty text. Source: mission.md B6; domain.md 6 (Situation-Behaviour-Impact, useless comments).
 */
export function genericIn(text: string): Generic | null {
  const words = text.replace(/\s+/g, ' ').trim()
  if (words === '' || telling(words) >= TELLS) return null
  const found = [...words.matchAll(HABIT), ...words.matchAll(TRAIT), ...words.matchAll(AIM)].map(
    ([one]) => one,
  )
  const named = count(words, HABIT) + count(words, TRAIT) > 0
  const told = doings(words) > 0 || ACTED_ON.test(words) || WAITED.test(words)
  return { words: [...new Set(found.map((one) => one.toLowerCase()))], habit: named || !told }
}

/** The same of an example in its four parts, read as one; null too where what was done is not yet said. */
export function genericExample({ when, who, did, followed }: Example): Generic | null {
  return did.trim() === '' ? null : genericIn([when, who, did, followed].filter(Boolean).join('. '))
}
