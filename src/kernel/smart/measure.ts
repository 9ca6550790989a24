import { figureHints } from './figures.ts'
import { FIGURES, NUMBER_WORD } from './number.ts'
import { type Goal, joined, type Letter, matchesOf, overlaps, quoted, type Span, spanOf } from './reading.ts'
import type { TimeReading } from './time.ts'

const AMOUNT = `(?:${FIGURES}|${NUMBER_WORD}(?![a-z]))`
const LEVEL_OF =
  '\\b(?:at least|at most|a minimum of|a maximum of|minimum|no (?:fewer|more|less|later) than|not more than|up to|(?:more|fewer|less|higher|lower|better|longer|quicker|faster) than|above|below|under|over|inside|within|by|only|around|about|roughly) '

/** Numbers that name a thing instead of counting it: "Office 365", "step two". */
const NAME_BEFORE =
  /(?:\b(?:version|office|windows|iso|act|chapter|phase|stage|step|tier|level|grade|band|unit|module|year|gate|bay|line|room|table|page|section|question|part|option|appendix|number|no\.)|#) ?$/
const NAME_AFTER =
  /^(?:[- ](?:to|2)[- ](?:one|1|ones)\b|:1\b|[- ](?:degree|way)\b|°| ?(?:am|pm|a\.m|p\.m)\b|\/7\b| feedback\b|(?:\/\d+)? (?:rule|principle|approach|law)\b)/

const CLOCK = '\\d{1,2}:\\d\\d(?::\\d\\d)?'
const LIMIT = `(?:${LEVEL_OF}(?:an? )?(?:mean of |average of )?)?(?:[<>≥≤]=? ?)?`
const UNIT =
  '(?: ?%| per ?cent\\b| percentage points?\\b| ?(?:pp|ppts?|pts)\\b|\\+?(?:[ -](?:working |business )?(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|wk|mth)s?\\b)?)?'

const NUMBERS = new RegExp(
  [
    `(?:[<>≥≤]=? ?)?\\bfrom (?:[£$€] ?)?(?:${CLOCK}|${AMOUNT})[^.;]{0,20}? to (?:[a-z]+ ){0,3}?(?:[£$€] ?)?(?:${CLOCK}|${AMOUNT})${UNIT}`,
    `[£$€] ?\\d[\\d,]*(?:\\.\\d+)?(?:k|m)?\\b`,
    `${LIMIT}(?<![\\w.])${CLOCK}\\b`,
    `${LIMIT}(?<![\\w.])${AMOUNT}(?:/| out of (?:every )?| in (?:every )?)${AMOUNT}(?![\\w%]| (?:sec|min|hour|day|week|month|year|working|%|per ?cent))`,
    `${LIMIT}(?<![\\w.])${AMOUNT}${UNIT}`,
  ].join('|'),
  'g',
)

const COUNTS =
  /\b(?:twice|thrice|doubl(?:e|ing)|halv(?:e|ing)|trebl(?:e|ing)|tripl(?:e|ing)|half an? \w+|for an? (?:hour|day|morning|afternoon)\b|half (?:of|the)|(?:by|in) half|a (?:third|quarter|fifth|tenth) of|by a (?:third|quarter|fifth|tenth)|one[- ](?:third|quarter|fifth|tenth|in (?:every )?[a-z]+)|(?:two|three)[- ](?:thirds|quarters)|(?:a |the )?once (?:a|per|every|each)|(?:at least|at most|no more than|only|exactly|just|up to|than) one|one (?:mistake|error|complaint|more|fewer|extra|new)\b|both (?:(?:my|our|the|of (?:my|our|the)) )?[a-z-]+s\b(?! and\b))/g

const STANDARDS = [
  /\b(?:on|by|before|within|at|after) the (?:second|third|fourth|fifth|\d+(?:st|nd|rd|th)) (?!of\b)\w+/g,
  /\b(?:error|fault|mistake|defect)[- ]free\b|\bwithout (?:any |a |an )?(?:single )?(?:\w+ )?(?:errors?|mistakes?|defects?|faults?|complaints?|reminders?)\b|\b(?:free (?:of|from)|no|zero|nil) (?:\w+ )?(?:errors?|mistakes?|complaints?|defects?|faults?|escalations?|absences?)\b/g,
  /\b(?:the )?(?:same|next|following) (?:working |business )day\b|\b(?:on|by|before|within) the (?:same|next|following) day\b|\bsame[- ]day\b/g,
  /\b(?:signed off|assessed as|assessed at|graded|full marks|top marks on|judged (?:as )?competent|rated (?:as )?\w+)\b/g,
]

const GAIN = '(?:gain|get|obtain|achiev|earn|attain|receiv|complet|finish|pass|qualif|award|renew|secur)'
const ENDING = '(?:complet|finish|pass|get through|getting through|sit(?:ting)? (?:and pass )?)'
const PAPER =
  '(?:certificat(?:e|es|ion|ions)|award|accreditation|qualifications?|diplomas?|nvq|svq|licen[cs]e|badge|degree|apprenticeship|gcses?|a-levels?|btec|membership|chartership)'
const COURSE =
  '(?:courses?|training|modules?|programmes?|programs?|workshops?|class|e-?learning|induction|exams?|examination|tests?|assessments?|units?|coursework|webinars?|quiz|certificat(?:e|ion)|apprenticeship|portfolio|project|checklist)'

const THE = '(?:an?|the|my|our|their|one|this|each) (?:[\\w-]+ ){0,4}?'
/** What is written, drawn or recorded, so that anybody can look at it. */
const WORK =
  '(?:articles?|booklet|brief|business case|calendar|case study|charter|chart|checklist|cheat ?sheet|crib ?sheet|diagram|directory|database|diary|faqs?|fact ?sheet|flow ?chart|folder|form|glossary|greeting|guide|guidelines|handbook|handout|index|infographic|job aid|journal|leaflet|letter|list|log ?book|log|manual|map|message|matrix|memo|newsletter|note|page|pamphlet|plan|playbook|policy|post|poster|presentation|procedure|proposal|questionnaire|recording|report|rota|schedule|script|sheet|sign|slides?|spreadsheet|standard|statement|storyboard|summary|survey|table|template|timetable|tracker|video|web ?page|wiki|write-?up)'
const MAKING =
  '(?:writ(?:e|ing)|rewrit(?:e|ing)|draw(?:ing)? up|draft(?:ing)?|re-?draft(?:ing)?|put(?:ting)? together|produc(?:e|ing)|publish(?:ing)?|creat(?:e|ing)|design(?:ing)?|develop(?:ing)?|build(?:ing)?|compil(?:e|ing)|prepar(?:e|ing)|make|making|translat(?:e|ing)|film(?:ing)?|map(?:ping)?|agree(?:ing)?|issue|set(?:ting)? up|redesign(?:ing)?)'
/** What people come together for. */
const GATHERING =
  '(?:assembly|awayday|away day|brainstorm|briefing|coffee morning|clinic|conference|debrief|demo|demonstration|drop-?in|event|exercise|fair|focus group|forum|huddle|induction|launch|lesson|masterclass|meeting|open day|party|presentation|q&a|refresher|retrospective|roadshow|role-?play|round ?table|seminar|session|speech|surgery|talk|team day|tour|training day|tutorial|walk-?through|webinar|workshop)'

/** A thing done or not done, that anybody could see: a certificate gained, a guide written, a forum held, a post reached. */
const EVENTS = [
  new RegExp(`\\b${GAIN}\\w*\\b[^.;]{0,60}?\\b${PAPER}\\b`, 'g'),
  new RegExp(`\\b${ENDING}\\w*\\b[^.;]{0,60}?\\b${COURSE}\\b`, 'g'),
  new RegExp(
    `\\b(?:${PAPER}|${COURSE}) (?:(?:is|are|was|has been|have been) )?(?:gained|obtained|earned|achieved|awarded|received|passed|completed|finished|renewed)\\b`,
    'g',
  ),
  new RegExp(
    `\\b${WORK} (?:(?:is|are|was|has been|have been) )?(?:written|drafted|published|issued|handed in|submitted|signed off|agreed)\\b`,
    'g',
  ),
  new RegExp(
    `\\b(?:do|doing|take|taking|retake|redo) ${THE}(?:refresher|modules?|e-?learning|exam|test|assessment|quiz)\\b`,
    'g',
  ),
  new RegExp(`\\b${MAKING} ${THE}${WORK}\\b`, 'g'),
  new RegExp(
    `\\b(?:hold(?:ing)?|host(?:ing)?|run(?:ning)?|organis(?:e|ing)|organiz(?:e|ing)|chair(?:ing)?|lead(?:ing)?|deliver(?:ing)?|giv(?:e|ing)|put(?:ting)? on|arrang(?:e|ing)|present(?:ing)? (?:at|to)) ${THE}${GATHERING}\\b`,
    'g',
  ),
  /\b(?:submit(?:ting)?|hand(?:ing)? in|publish(?:ing)?|launch(?:ing)?) (?:the|my|our|an?) (?:[\w-]+ ?){1,4}/g,
  /\b(?:reach|achiev|attain|gain|get to|be at|pass)\w* (?:level|grade|band|stage) (?:\d|[a-e]\b|two|three|four|five)/g,
  /\b(?:visit|tour)(?:ing)? (?:the|our|their) [a-z-]+(?: (?!so\b|to\b|and\b|with\b)[a-z-]+)?/g,
  /\bappl(?:y|ying) (?:for|to) (?:the|a named|our|my|its|their) [a-z][^.;,]{2,60}/g,
  /\b(?:resolv(?:e|ing)|fix(?:ing)?|clos(?:e|ing)|settl(?:e|ing)|mend(?:ing)?|put(?:ting)? right|finish(?:ing)? off) (?:the|my|our|this) (?:[\w-]+ ){1,4}?(?:issue|problem|fault|dispute|complaint|case|ticket|bug|error)\b/g,
  /\b(?:top(?:ping)?|win(?:ning)?|com(?:e|ing) (?:first|second|third|top)(?: in)?) (?:the|our|an?|this) (?:[\w'-]+ ){0,4}?(?:table|league|award|prize|competition|leaderboard|contest|chart)\b/g,
]

/** A post reached: an event too, unless it is only wished for "one day". */
const POSTS =
  /\b(?:be|become|becoming|promoted to|start\w*(?: [\w-]+){0,6}? as|move (?:in)?to|moving (?:in)?to|appointed(?: as)?|step up (?:to|as)|land|get|secure)(?: an?| the| my)?(?! (?:[\w-]+ )?(?:better|stronger|more|good|great|best|confident|effective|outstanding|top)\b)(?: (?!for|with|by|to|in|my|our|help|from)[\w-]+){0,3}? (?:leader|manager|director|supervisor|adviser|advisor|executive|trainer|specialist|analyst|assessor|promotion)\b/g
const SOME_DAY =
  /\b(?:one day(?= *(?:[.,;!?]|$))|some ?day|eventually|at some (?:point|stage)|in (?:the )?(?:near )?future)\b/

/** Going somewhere is an event where it can be told which: "the complaints workshop", "Customer Care at the Learning Hub". */
const ATTENDING =
  /\b(?:attend\w*|go(?:ing)? (?:to|on)|book\w* (?:on|onto|and go to|a place on)|enrol\w*(?: on| onto)?|take part in|join\w*)\b[^.;]{0,90}?\b(?:courses?|workshops?|training|class|webinars?|sessions?|conference|seminar)\b[^.;]{0,40}/g

/** A test passed that has a name of its own: "pass ITIL Foundation". */
const NAMED_TEST =
  /\b(?:[Pp]ass|[Pp]assing|[Pp]assed|[Gg]et through) (?:(?:my|the) )?[A-Z][A-Za-z]*[A-Z0-9]?[\w-]*(?: [A-Z][\w-]*)*/g

const BLANK =
  /\[[^\]]{0,200}\]|\bx{1,3} ?%|\bxx+\b|\b[xn] (?=hours|days|weeks|minutes|calls|chats|tickets|customers|points|per)|_{2,}|\?\?+/g

const EVERYONE =
  /\b(?:everyone|everybody|anyone|anybody) (?:who|that)\b[^.;,]{3,40}|\b(?:every|each)(?: single)? (?!other\b|year\b|one\b)[a-z][\w'-]*(?: (?!the\b|and\b|who\b|[a-z]{1,2}\b)[a-z][\w'-]*)?|\ball (?!the time\b|round\b|over\b|day\b|about\b|that\b|my\b|i\b|we\b|in\b)[a-z][\w'-]*(?: (?!the\b|and\b|who\b|[a-z]{1,2}\b)[a-z][\w'-]*)?|\bno [a-z]+ (?:has|have|is|are|waits?|goes|leaves|should|needs?|gets?)\b/g

/** What would complete the letter M, as a sentence. */
export const MEASURE_ADVICE =
  'Say how you will know: a number with its unit (“from 71% to 80%”), a count (“three observed calls”), or something that can be seen to be done (“certificate gained”).'

/** The letter M, and whether it rests on a figure, a count or a standard rather than on a rhythm or an event. */
export type MeasureReading = { letter: Letter; counted: boolean; blank: boolean; hints: string[] }

function numbersIn(plain: string): Span[] {
  return matchesOf(NUMBERS, plain)
    .filter((match) => {
      const before = plain.slice(Math.max(0, match.index - 12), match.index)
      const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 16)
      const named = /^[\d<>]/.test(match[0]) || /^[a-z]+$/.test(match[0])
      const year = /^20\d\d$/.test(match[0]) && /\b(?:the|about|from|of|on|for) $/.test(before)
      return !year && !(named && NAME_BEFORE.test(before)) && !NAME_AFTER.test(after)
    })
    .map(spanOf)
}

function eventsIn(goal: Goal, plain: string): Span[] {
  const found = EVENTS.flatMap((pattern) => matchesOf(pattern, plain)).map(spanOf)
  if (!SOME_DAY.test(goal.plain)) found.push(...matchesOf(POSTS, plain).map(spanOf))
  for (const match of matchesOf(NAMED_TEST, goal.text)) found.push(spanOf(match))
  for (const match of matchesOf(ATTENDING, plain)) {
    const [start, end] = spanOf(match)
    const named =
      /\b(?:the|my)\b[^.;]*?\b(?:courses?|workshops?|class|sessions?|conference|seminar|webinar)\b/.test(
        match[0],
      )
    if (named || /[a-z,] [A-Z][a-z]/.test(goal.text.slice(start, end))) found.push([start, end])
  }
  return found
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
  const counts = joined(
    [
      ...numbersIn(plain),
      ...[COUNTS, ...STANDARDS].flatMap((pattern) => matchesOf(pattern, plain)).map(spanOf),
    ].filter(outside),
  )
  const blank = blanks.length > 0
  if (counts.length > 0) {
    const letter = {
      found: true,
      because: `${quoted(goal, counts)} can be counted or checked.`,
      spans: counts,
    }
    return { letter, counted: true, blank, hints: figureHints(goal, plain) }
  }
  if (blank) {
    const because = `${quoted(goal, blanks)} is a blank still to be filled, so nothing can be counted yet.`
    return { letter: { found: false, because, spans: blanks }, counted: false, blank, hints: [] }
  }
  const events = joined(eventsIn(goal, plain))
  if (events.length > 0) {
    const because = `${quoted(goal, events)} can be seen to be done or not.`
    return { letter: { found: true, because, spans: events }, counted: false, blank, hints: [] }
  }
  if (time.rhythms.length > 0) {
    const because = `${quoted(goal, time.rhythms)} says how often, so the times can be counted.`
    return { letter: { found: true, because, spans: time.rhythms }, counted: false, blank, hints: [] }
  }
  const because = 'Nothing here can be counted or seen to be done.'
  return { letter: { found: false, because, spans: [] }, counted: false, blank, hints: [] }
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
