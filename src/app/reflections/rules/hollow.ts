const QUALITY =
  '(?:empathy|patience|respect|care|kindness|understanding|interest|compassion|initiative|commitment|willingness|confidence|appreciation|professionalism|sympathy|concern|warmth|enthusiasm|attention|effort|energy|thought|positivity|ownership|courtesy|attitude|mindset|pride)'
const PRAISED =
  '(?:better|best|good|great|excellent|outstanding|quality|high|higher|top|warm|amazing|positive)'
const STATE =
  '(?:be(?:ing)?|feel(?:ing)?|think(?:ing)?|believ(?:e|ing)|trust(?:ing)?|worry(?:ing)?|rush(?:ing)?|car(?:e|ing)|improv(?:e|ing)|develop(?:ing)?|focus(?:ing)?|grow(?:ing)?|learn(?:ing)?|understand(?:ing)?|do(?:ing)? (?:my|better|well)|taking (?:things|it))'
/** The rest of what is said of a verb. */
const REST = '(?:(?! (?:and|then|so that|before|after|when|while|until|i|we)\\b)[^,.;:!?])*'

/** Words that sound like a deed and leave nothing to see, whatever follows: "give 100%", "start to be more open". */
const HOLLOW: readonly RegExp[] = [
  /\b(?:make (?:sure|certain)|try(?: hard(?:er)?)? to)\b/gi,
  new RegExp(`\\b(?:start|stop|begin|continue|keep|carry on)(?: to)? ${STATE}\\b${REST}`, 'gi'),
  new RegExp(
    `\\b(?:give|show|offer|put|pay|take|use|bring)(?: (?!and|then|i\\b)[\\w']+){0,4}? ${QUALITY}\\b${REST}`,
    'gi',
  ),
  new RegExp(`\\b(?:give|offer|set|bring|show)(?: [\\w']+){0,3}? ${PRAISED} \\w+${REST}`, 'gi'),
  new RegExp(`\\b(?:put|set|push|give|let) (?:myself|me) (?!an? (?:timer|alarm|reminder|note))${REST}`, 'gi'),
  new RegExp(
    `\\bkeep (?:an?|my) (?:(?:positive|open|calm|clear|cool|good|professional|level) )?(?:attitude|mind|head|mindset|tone|outlook|cool|calm|temper|focus|patience|spirits?)\\b${REST}`,
    'gi',
  ),
  /\blet (?:it|things|them|nothing) (?:go|get to me|affect me|bother me)\b/gi,
]

/** Verbs that are a deed only with a thing that one can see or hear: "make a list" and not "make every call count". */
const NEEDS_A_THING = new RegExp(
  `(?<!\\b(?:an?|the|my|our|each|every|one|new|good|next|of|to) )\\b(?:make|give|put|set|show|start|stop|offer|bring|use|continue)\\b${REST}`,
  'gi',
)
const AFTER_TO = new RegExp(
  `\\bto (?:make|give|put|set|show|start|stop|offer|bring|use|continue)\\b${REST}`,
  'gi',
)
const THING = new RegExp(
  [
    '["“]|\\d(?!\\d* ?%)',
    '\\b(?:cards?|lists?|checklists?|notes?|notebook|logs?|diary|calendar|timers?|alarms?|reminders?|reference|numbers?|names?|surnames?|recordings?|scripts?|screens?|posters?|sheets?|templates?|questions?|dates?|minutes?|summar(?:y|ies)|tables?|charts?|records?|e-?mails?|messages?|links?|letters?|lines?|huddle|presentation|plans?|drafts?|forms?|files?|folders?|documents?|boards?|desk|hold|mute|away|aside|agenda|appointments?|meetings?|call-?backs?|promises?|steps?|options?|choices?|talk|training|course|refunds?|reasons?|answers?|phrases?|sentences?|words?|repl(?:y|ies)|shortcuts?|tickets?|cases?|tracker|spreadsheet|figures?|results?|pause|silence|apology|thanks|articles?|guides?|pages?|post-?its?|stickers?|books?|paper|headset|alerts?|feedback|one (?:call|chat)|two|three|four|five|six|seven|eight|nine|ten)\\b',
    '\\b(?:say|ask|read|writ|ring|tell|repeat|confirm|list|check|record|send|typ|log|promis|greet|thank|apologis|summaris|explain|offer|transfer|interrupt|pars|spell|book|call|not|nam|us|putt|ticking|mark)ing\\b',
    '\\bto (?:ring|call|write|send|read|ask|tell|say|repeat|book|type|log|note|explain|list|check|spell)\\b',
  ].join('|'),
  'i',
)

/** A plan without what sounds like a deed and is none that somebody beside the writer could see. Source: domain.md 4. */
export function withoutHollow(text: string): string {
  const left = HOLLOW.reduce((rest, hollow) => rest.replace(hollow, ' '), text)
  const seen = (clause: string) => (THING.test(clause) ? clause : ' ')
  return left.replace(AFTER_TO, seen).replace(NEEDS_A_THING, seen)
}
