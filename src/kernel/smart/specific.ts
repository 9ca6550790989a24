import { isJoining, isLoose, isManner, isWide, isWishing } from './lexicon.ts'
import { NUMBER_WORD } from './number.ts'
import { type Goal, type Letter, matchesOf, quoted, type Span } from './reading.ts'
import type { TimeReading } from './time.ts'

/** Words of degree: without a figure they say "better than now" and no more. */
const SOFT =
  /\b(?:better|nicer|happier|healthier|fitter|smarter|stronger|kinder|friendlier|calmer|warmer|smoother|easier|clearer|tidier|quicker|faster|greater|(?<!no |once )more(?! than \d)|less(?! than \d)|loads of|lots of|a lot|a bit|properly|outstanding|excellent|amazing|exceptional|first-rate|first-class|world-class|top-notch|high-impact|high-quality|best-in-class|great|hassle-free|seamless|awesome|fantastic|the best|the top|number one|to the best of|harder|extra mile|outside the box|above and beyond|(?:my|our|your) (?:very )?best|team player|positive attitude|as (?!soon\b)(?:\w+ )?as (?:possible|i can|we can|they can)|second nature)\b/g

/** A way to be or to feel, at the head of the goal ("sound friendly") or asked of others ("keep callers happy"). */
const STATE =
  /^(?:(?:be|being|become|becoming|sound|sounding|feel|feeling|stay|staying|remain|seem|look(?! (?:at|into|after|for|through|up|over)\b)|keep being|keep on|(?:stop|avoid) being)\s+(?:a |an |the |on )?(?:\w+ly )?(?!able\b|promoted\b|signed\b|certified\b|accredited\b|trained\b|qualified\b|observed\b|assessed\b|present\b)|(?:act|behave)\s+\w+ly\b|(?:develop|grow|improve|progress|succeed|excel) as an?\b|(?:get|getting)\s+(?:good|on|used|ahead|going)\b|(?:meet|exceed|satisfy|do)\w*\s+(?:\w+(?:'s|s')? )?(?:needs|expectations|targets|standards|demands?|deadlines|well|my best)\b|(?:keep|keeping|stay|staying)\s+(?:on top|up to|abreast|calm|cool|going|improving|learning)\b|(?:take|taking)\s+(?:more |full |greater |better )?(?:ownership|responsibility|pride|initiative|accountability|care)\b|(?:gain|gaining|get|getting|build|building|develop|developing|have)\s+(?:some |more |greater |further |a better |better )?(?:experience|confidence|understanding|insight|awareness|rapport|empathy|patience|resilience|trust)\b)|\b(?:(?:make sure|ensure|making sure)\b[^.;,]{0,40}?\b(?:look|looks|is|are|feel|feels|be)|(?:make|keep|leave|making|keeping|leaving)\b[^.;,]{0,40}?)\s+(?:\w+ly )?(?:tidy|happy|clean|good|safe|satisfied|pleased|professional|friendly|nice|great|heard|valued|smart|polite)\b/

/** Becoming something that others confirm: a post, a certificate. That is an event and no mere quality. */
const POST =
  /^(?:be|become|becoming|get)\s+(?:an? |the )?(?!the\b|best|top|better|more|less|stronger|good|great)[\w -]{0,30}\b(?:leader|manager|director|supervisor|adviser|advisor|certificate|certified|qualified|accredited)\b/

/** A thing that stands elsewhere: "manage that", "the modules listed below". */
const POINTER =
  /^(?:that|this|it|these|those|them)\b(?! \w+(?:s|ing)\b)|\b(?:listed|set out|shown|given|described|mentioned) (?:below|above|here|overleaf)\b|\bas (?:above|below|discussed)\b/

/** Something picked by no name: "a course", "some training", "a new job". */
const ANY_OF_KIND =
  /^(?:go(?:ing)? (?:on|to)|attend|do|take|book|find|get|have|complete|finish|start|apply for|look for|sign up (?:for|to)|join)\s+(?:(?:a|an|another|some|any|more|the|new|further|good|few)\s+)*(?:course|courses|training|class|classes|workshop|workshops|qualification|webinar|job|role|promotion|learning|programme)\s*$/

/** How it will be done: "by ringing back on the day promised"; not "by being helpful". */
const MEANS =
  /\b(?:by|through|via) (?:always |never )?(?!being|becoming|having|trying|living|working|improving|making|doing|keeping|getting)[a-z]+ing\b[^.;,]{6,120}/

/** Wide things that are figures in themselves: with a number they are plain enough. */
const FIGURE =
  /\b(?:sales|revenue|turnover|income|spending|spend|profits?|costs|satisfaction|scores?|ratings?|rate|quality|time|productivity|calls|emails?|customers|clients|guests|users|callers)\b/

const COUNTED = new RegExp(`\\d|\\b${NUMBER_WORD}\\b`)

/** "Do better", "be more careful": a comparison, of which a figure elsewhere says neither how much nor what is done. */
const COMPARED =
  /^(?:do|doing|be|being|become|becoming|get|getting|perform|performing) (?:(?:much|even|a lot|far) )?(?:better|more \w+|less \w+)(?= *(?:$|[.,;]|(?:with|at|in|on|for|about|when|during)\b))/

/** A figure that a comparison can be of: a rate or a score, or a course from one figure to another. */
const RATED = /\b(?:csat|fcr|nps|satisfaction|scores?|ratings?|rate|quality|time|sales|revenue|from)\b/

/** What a goal says before its act: "I'd like to", "My aim is to", "To raise retention, I will". */
const LEAD_INS = [
  /^[\s"“'*•–-]+/,
  /^(?:\d{4}|[a-z]+(?: [a-z]+){0,2}):\s+/,
  /^[^.;]{0,90}?\b(?:i|we)(?:'ll| will| shall|'d (?:like|love) to|'m going to|'re going to| am going to| are going to| would (?:like|love) to(?! reach)| want to| wanna| plan to| aim to| hope to| intend to| need to| am to| are to|'re looking to| are looking to|'m gonna)(?: now)?(?: have)?\s+/,
  /^[^.;]{0,60}?\b(?:goal|aim|objective|target|plan|resolution|ambition|priority|mine)\b[^.;]{0,40}?(?:'s| is| was| will be| for [a-z]+:| this year:|:)\s+/,
  /^(?:in order )?to [^,.;:]{3,80}, (?=[a-z]{2})/,
  /^[^.;,]{3,90}, (?=(?:be )?able to )/,
  /^(?:to|please|always|also|not|just|and|then|simply)\s+/,
  /^(?:be |being )?able to\s+/,
  /^(?:start|begin|try|continue|look|aim|help)(?:ing)? to\s+/,
]

/** What would complete the letter S, as a sentence. */
export const SPECIFIC_ADVICE =
  'Say what you will do, and to or with what: for example “ring back on the day promised” or “write six help articles about billing”.'

/** The letter S; `plainAct` is whether it names an act that anybody could see; `hints` are further advice. */
export type SpecificReading = { letter: Letter; plainAct: boolean; hints: string[] }

/** Where the act begins, after any lead-in. */
function actAt(plain: string): number {
  let at = 0
  for (let round = 0; round < 3; round++) {
    for (const lead of LEAD_INS) {
      const match = lead.exec(plain.slice(at, at + 160))
      if (match && at + match[0].length < plain.length) at += match[0].length
    }
  }
  return at
}

type Word = { word: string; span: Span }

/** The words that carry what is done and to what, dates left out. */
function contentOf(plain: string, at: number, dates: readonly Span[]): Word[] {
  return matchesOf(/[a-z#][a-z'&-]+/g, plain.slice(at))
    .map((match): Word => ({ word: match[0], span: [match.index + at, match.index + at + match[0].length] }))
    .filter(
      ({ word, span }) => !isJoining(word) && !dates.some(([from, to]) => span[0] >= from && span[1] <= to),
    )
}

/** The deed as a whole, for quoting: up to the first stop, means or purpose, at most 100 characters. */
function deedSpan(plain: string, from: number): Span {
  const rest = plain.slice(from, from + 110)
  const stop = rest.search(/[.;,!?]|\s+(?:by|so that|in order)\b/)
  const end = stop < 0 ? rest.length : stop
  const cut = end <= 100 ? end : rest.lastIndexOf(' ', 100)
  return [from, from + rest.slice(0, cut > 0 ? cut : 100).trimEnd().length]
}

/** The act without its dates. */
function without(plain: string, at: number, dates: readonly Span[]): string {
  let out = plain
  for (const [start, end] of [...dates].reverse()) if (start >= at) out = out.slice(0, start) + out.slice(end)
  return out.slice(at)
}

/** A clause that could be a goal by itself: it begins with an act and has a figure of its own. */
function isWhole(clause: string): boolean {
  const [first = ''] = clause.split(' ', 1)
  const act = /^[a-z]{3,}$/.test(first) && !isJoining(first) && (/ss$/.test(first) || !/s$/.test(first))
  return act && !COUNTED.test(first) && COUNTED.test(clause)
}

/** Several sentences, or three acts or more that each have a figure: "answer 90%, resolve 80% and write 3 articles". */
function compound(plain: string, at: number, dates: readonly Span[]): string[] {
  const sentences = plain
    .split(/[.;](?:\s|$)|,? and (?:also|then) /)
    .filter((part) => part.trim().split(' ').length > 3)
  const clauses = !COUNTED.test(plain)
    ? []
    : without(plain, at, dates).split(/\s*[,;.](?:\s+|$)(?:and |then |also )*|\s+and (?:also |then )?/)
  return sentences.length > 2 || clauses.filter(isWhole).length > 2
    ? ['This reads as several goals. Would each be clearer as an objective of its own?']
    : []
}

/** The verbs of direction that each begin a goal of their own: "cut absence, improve quality and build a team". */
function aimsIn(plain: string, at: number): Span[] {
  return matchesOf(
    /(?:^|[,;.] (?:and )?(?:also |then )?| and (?:also |then )?)(?:to )?([a-z]+)(?= [a-z])/g,
    plain.slice(at),
  )
    .filter((match) => isLoose(match[1] ?? ''))
    .map((match) => {
      const end = match.index + match[0].length + at
      return [end - (match[1] ?? '').length, end]
    })
}

/**
 * Whether the words say what is done, and to or with what. Not found: a quality to be ("be friendly"), a word of
 * degree without a figure ("better", "more") unless a plain act with three or more things of its own carries it, a
 * verb of direction with nothing but wide things ("improve customer service"), a thing that stands elsewhere
 * ("that", "listed below") or is any of its kind ("a course"); three or more aims in one; a verb that wishes ("support", "ensure") with a thing
 * but neither figure nor means. A figure completes a word of degree, and a verb of
 * direction whose thing is a figure; the means ("by ringing back") completes them partly. Another verb of direction
 * with a thing of its own is partly found and counts: verb lists alone decide nothing. Source: domain.md 5.
 */
export function readSpecific(goal: Goal, time: TimeReading, counted: boolean): SpecificReading {
  const { plain } = goal
  const at = actAt(plain)
  const content = contentOf(plain, at, [...time.dates, ...time.rhythms])
  const first = content[0]
  const hints = compound(plain, at, time.dates)
  const missing = (because: string, spans: Span[] = []): SpecificReading => ({
    letter: { found: false, because, spans },
    plainAct: false,
    hints,
  })
  if (!first || (content.length < 2 && !counted)) {
    return missing('There are too few words to tell what you will do.')
  }
  const start = first.span[0]
  const whole = deedSpan(plain, start)
  const found = (span: Span, plainAct: boolean, open = ''): SpecificReading => ({
    letter: open
      ? { found: true, partly: true, because: `Found: ${quoted(goal, [span])}. ${open}`, spans: [span] }
      : { found: true, because: `${quoted(goal, [span])} says what is done.`, spans: [span] },
    plainAct,
    hints,
  })
  if (POINTER.test(plain.slice(first.span[1]).trimStart())) {
    return missing('What it is about is not in the sentence itself.')
  }
  if (
    ANY_OF_KIND.test(
      without(plain, at, time.dates)
        .replace(/[.,;!?]/g, ' ')
        .trim(),
    )
  ) {
    return missing(`${quoted(goal, [whole])} could be any of its kind.`, [whole])
  }
  const aims = isLoose(first.word) ? aimsIn(plain, at) : []
  if (aims.length > 2) {
    const because = `${quoted(goal, aims)} each begin a goal, so no single one can be told. Keep one, and make the others objectives of their own.`
    return missing(because, aims)
  }
  const means = MEANS.exec(plain.slice(start))
  const meant = means && deedSpan(plain, start + means.index + means[0].indexOf(' ') + 1)
  const own = content.slice(1).filter(({ word }) => !isWide(word) && !isLoose(word) && !isManner(word))
  const loose = isLoose(first.word)
  const compared = counted && COMPARED.exec(plain.slice(at))
  const startOver = 'Could the sentence start with the act?'
  if (!counted) {
    const act = plain.slice(at)
    const purpose = act.search(/\b(?:so that|so as|so i\b|so we\b|in order|because)/)
    const soft = matchesOf(SOFT, purpose > 0 ? act.slice(0, purpose) : act).map(
      (match): Span => [match.index + at, match.index + at + match[0].length],
    )
    const state = STATE.test(act) && !POST.test(act)
    const amounts = soft.every(([from, to]) => /^(?:more|less)$/.test(plain.slice(from, to)))
    const carried = !loose && own.length >= (amounts ? 1 : 3)
    if ((state || (soft.length > 0 && !carried)) && !POST.test(act)) {
      if (meant)
        return found(
          meant,
          true,
          `${quoted(goal, [whole])} alone does not say what you will do. ${startOver}`,
        )
      if (soft.length > 0) {
        return missing(`${quoted(goal, soft)} says that it should improve, not what you will do.`, soft)
      }
      return missing(`${quoted(goal, [whole])} says how to be, not what to do.`, [whole])
    }
  }
  if (compared && !meant && !RATED.test(plain.slice(start))) {
    const span: Span = [at, at + compared[0].length]
    return missing(`${quoted(goal, [span])} says that it should improve, not what you will do.`, [span])
  }
  if (loose && own.length === 0 && !(counted && FIGURE.test(plain.slice(start)))) {
    if (meant) return found(meant, true, `${quoted(goal, [whole])} alone is too wide to act on. ${startOver}`)
    return missing(`${quoted(goal, [whole])} is too wide to act on.`, [whole])
  }
  if (loose && !counted && !POST.test(plain.slice(at))) {
    if (meant)
      return found(meant, true, `${quoted(goal, [whole])} does not say what you will do. ${startOver}`)
    if (isWishing(first.word))
      return missing(`${quoted(goal, [whole])} names the thing, but not what you will do about it.`, [whole])
    return found(whole, own.length > 1, 'It names the thing, but not yet what you will do about it.')
  }
  const last = own.slice(0, 2).at(-1)
  return found([start, Math.max(first.span[1], last?.span[1] ?? 0, content[1]?.span[1] ?? 0)], !loose)
}
