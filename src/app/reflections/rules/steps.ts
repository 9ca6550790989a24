import { readIntention } from '../../../kernel/smart.ts'
import { withoutHollow } from './hollow.ts'

/** What a plan lacks: a date or an occasion, or a deed that somebody beside the writer could see. */
export type StepReading = {
  /** The words of the date or occasion; null where there are none. */
  when: string | null
  /** The word of the deed; null where there is none. */
  deed: string | null
  /** Words that stand in the place of a date, such as “soon”. */
  looseTime: string | null
  /** Words that stand in the place of a deed, such as “be more careful”. */
  looseDeed: string | null
}

const UNIT =
  '(?:day|week|month|quarter|year|shift|morning|afternoon|evening|lunch|call|chat|e-?mail|contact|complaint|customer|review|meeting|huddle|one-to-one|session|time|question|promise)'

/** Occasions and hours, beside the dates, periods and rhythms that the rules of goals know. */
const WHEN: readonly RegExp[] = [
  /\b(?:today|tonight|tomorrow|from now on|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b/i,
  new RegExp(
    `\\b(?:this|next|each|every|per|(?:my|our|the|your) next|the (?:next|first|last)|once an?|twice an?) (?:\\w+ ){0,2}?${UNIT}s?\\b`,
    'i',
  ),
  /\b(?:each|every) \w+/i,
  /\b(?:within|in|for|over|after) (?:the next )?(?:\d+|an?|one|two|three|four|five|six|eight|ten|twelve) (?:hours?|days?|weeks?|months?|shifts?|calls?)\b/i,
  /\bwithin (?:the|an) (?:hour|day|week|month)\b/i,
  /\bat (?:\d|noon|midday|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|the (?:start|end|beginning)|our|my next)\b/i,
  /\b(?:end|start|beginning) of (?:the|each|every|my) \w+/i,
  /\b(?:when|whenever|if|once|as soon as|while|the moment) (?!i can\b|possible\b|i have time\b|i get (?:the|a) chance\b|needed\b|necessary\b|appropriate\b)(?:i|i'm|we|an?|the|my|somebody|someone|anybody|anyone|people|customers?|callers?|she|he|they|it|one|two)\b/i,
  /\b(?:before|after) (?:an?|the|my|i|we|she|he|they|each|any|every|\w+ing)\b/i,
]

const LOOSE_TIME =
  /\b(?:(?<!\bas )soon|as soon as (?:possible|i can)|asap|eventually|sometimes?|some day|one day|at some point|in (?:the )?(?:near )?future|going forwards?|over time|ongoing|regularly|more often|when(?:ever)? (?:i can|possible|i have time)|(?:where|if) possible|at all times|always)\b/i

const LOOSE_DEED =
  /\b(?:(?:be|stay|become|get|do|feel|am) (?:\w+ )?(?:more|better|calm|calmer|kinder|careful|patient|positive|mindful|aware|professional|confident|empathetic)(?: (?:careful|aware|patient|mindful|confident|positive|empathetic|professional))?|try (?:harder|my best|to be \w+)|do my best|improve(?: \w+){0,2}|develop(?: \w+){0,2}|work on(?: \w+){0,2}|focus on(?: \w+){0,2}|think (?:about|more)|remember|make sure|ensure|bear (?:\w+ )?in mind|keep (?:\w+ )?in mind|pay (?:more )?attention|take (?:more )?care|understand|consider|reflect|know|care more|listen (?:\w+ )?(?:more|better|harder)|learn from)\b/i

/** Deeds of this work that an observer, a recording or a record would show. */
const PLAIN_DEEDS =
  'ask|write|ring|send|read|tell|say|repeat|confirm|show|put|add|hand|open|shadow|practise|apologise|summarise|introduce|explain|offer|give|book|enrol|attend|join|meet|speak|talk|sit|watch|observe|invite|thank|greet|bring|upload|print|type|transfer|escalate|tick|pin|pause|wait|use|make|draft|propose|suggest|present|complete|finish|pass|sign|agree|start|stop|keep a|keep my|go through|look up|follow up|set up|set|let|save|announce|praise|teach|swap|look at (?:the|an?|each|every)|take an? (?:breath|pause|break|note|moment)'
/** The same, and nouns as well: deeds only where a verb can stand. */
const NOUN_DEEDS =
  'call|note|log|record|list|check|mark|count|time|test|report|share|review|name|e-?mail|message|text|copy|compare|schedule|quote|plan|play|role-play|point|raise|close|train|lead|block'

/** Words after which a deed is one. */
const BEFORE_VERB =
  "(?:i|we|will|’ll|'ll|to|and|then|or|must|shall|should|can|could|first|also|only|just|never|always|not|now|instead|have|by)"
const NOT_BEFORE_VERB =
  '(?:an?|the|my|our|your|her|his|their|its|this|that|these|those|every|each|any|some|no|of|in|on|at|from|for|per|good|better|next|new|last|be|being|more|very|less|stay|remain)'

const DEEDS: readonly RegExp[] = [
  new RegExp(`(?<!\\b${NOT_BEFORE_VERB} )\\b(?:${PLAIN_DEEDS})\\b`, 'i'),
  new RegExp(`(?:^|[.,;:!?•-]\\s*|\\b${BEFORE_VERB} )(?:${NOUN_DEEDS})\\b`, 'i'),
  /\blisten (?:back )?to (?:\w+ ){0,3}(?:recordings?|calls?)\b/i,
  /\b(?:\d+|one|two|three|four|five|six|eight|ten) (?:\w+ )?(?:recordings?|sessions?|observations?|modules?)\b|\b(?:course|workshop|certificate)\b|\bpractice (?:calls?|chats?|sessions?)\b/i,
  /\b(?:goes|go|put|written|logged|noted|recorded|sent|read|kept) (?:in|into|on|onto|down|out|back|to)\b/i,
  /\b(?:will have|be|is|are|gets?) (?:recorded|written|sent|booked|logged|noted|shared|completed|finished|passed|asked|rung|shown)\b/i,
  /\b(?:listens?|watches|sits|observes|shadows|checks|reads) (?:to|in|with|me|two|three|one|my)\b/i,
]

/** Who did something, at the start of a sentence, and that it is done: what was, and no step to come. */
const PAST =
  '(?:rang|told|said|asked|went|came|wrote|gave|took|got|made|sent|spoke|found|thought|felt|knew|had|was|were|did|saw|heard|held|left|kept|met|brought|showed|tried|wished|meant|sat|stood|began|rung|(?!need\\b|feed\\b|proceed\\b|exceed\\b|speed\\b|succeed\\b)\\w{2,}ed)'
const TOLD = new RegExp(
  `^(?:(?:on|in|at|after|before|during|yesterday|last|that|the|then|and|so|but|later|first|finally|afterwards|next|this)\\b(?: [\\w'-]+){0,5}?,? )?(?:i|we|she|he|they|my \\w+|the \\w+|[A-Z][a-z]+)(?: (?:then|also|just|only|never|simply|finally|later|both))? ${PAST}\\b`,
  'i',
)
const TO_COME =
  /\b(?:will|shall|(?:i|we|she|he|they)'(?:ll|d)|going to|must|plan to|intend|from (?:now|today|tomorrow|mon|tues|wednes|thurs|fri|satur|sun)|tomorrow|next (?:time|week|month|shift|call)|would like)\b/i

/** A plan without the sentences that only tell what was done. */
export function stillToCome(text: string): string {
  return text
    .split(/(?<=[.!?;])\s+/)
    .filter((sentence) => !TOLD.test(sentence) || TO_COME.test(sentence))
    .join(' ')
}

/** Whether every sentence of a text tells what somebody did. */
export const isTold = (text: string): boolean =>
  text.trim() !== '' && stillToCome(text.replaceAll('’', "'")) === ''

/** Clauses that say on which occasion; a verb in them is not what the writer will do. */
const OCCASION =
  /\b(?:when|whenever|if|once|until|while|before|after|as soon as|every time|each time)\s+(?:(?:i|we)\s+)?[^,.;:!?]*?(?=[,.;:!?]|\b(?:i|we)\b|$)/gi
const BEFORE_DOING = /\b(?:before|after|when|while|on) \w+ing\b/gi

/** A sentence that says how things are ("promises are important") is no step. */
const STATEMENT = /^(?!(?:i|we)\b)[\w' -]{1,40}?\b(?:is|are|was|were|has been|have been|matters?)\b/i

/**
 * Whether a plan says when, and what can be seen: by the rules that read goals, sentence by sentence, and by the
 * occasions and deeds of this work. A deed that only tells the occasion ("when I ring her") is none; nor is one that is
 * done already, or that nobody could see ("make an effort").
 * Source: domain.md 4 (the action is asked about at the next review); domain.md 5 for what a date is not.
 */
export function readStep(text: string): StepReading {
  const plain = stillToCome(text.replaceAll('’', "'").replace(/\s+/g, ' ').trim())
  const done = plain.replace(BEFORE_DOING, ' ').replace(OCCASION, ' ')
  const deeds = withoutHollow(done)
  const first = (patterns: readonly RegExp[], within: string) =>
    patterns.map((one) => one.exec(within)?.[0].trim()).find((words) => words) ?? null
  const sentences = (within: string) =>
    within
      .trim()
      .split(/(?<=[.!?;:])\s+/)
      .filter((sentence) => !STATEMENT.test(sentence))
      .map(readIntention)
  const said = plain.replace(LOOSE_TIME, ' ')
  return {
    when: sentences(said).find(({ when }) => when)?.when ?? first(WHEN, said),
    deed: first(DEEDS, deeds) ?? sentences(deeds).find(({ deed }) => deed)?.deed ?? null,
    looseTime: LOOSE_TIME.exec(plain)?.[0] ?? null,
    looseDeed: LOOSE_DEED.exec(plain)?.[0] ?? null,
  }
}
