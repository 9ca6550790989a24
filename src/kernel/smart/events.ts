import { COURSE, DONE, GATHERING, PAPER, POST, PRAISED, WORK } from './lexicon.ts'
import { anyOf, either, verbs, wholeWords } from './pattern.ts'
import { type Goal, matchesOf, type Span, spanOf } from './reading.ts'

const THE = '(?:an?|the|my|our|their|one|this|each) (?:[\\w-]+ ){0,4}?'
const WITHIN_REACH = '\\b[^.;]{0,60}?\\b'
const WAS = '(?:(?:is|are|was|has been|have been) )?'

/** A thing done or not done, that anybody could see. */
const EVENTS = wholeWords(
  // A paper gained, a course finished: "gain the certificate", "the module is passed", "redo the quiz".
  `${verbs('gain, get, obtain, achieve, earn, attain, receive, complete, finish, pass, award, renew, secure')}${WITHIN_REACH}${PAPER}`,
  `${verbs('complete, finish, pass, get through, sit')}${WITHIN_REACH}${COURSE}`,
  `${either(PAPER, COURSE)} ${WAS}${anyOf('gained, obtained, earned, achieved, awarded, received, passed, completed, finished, renewed')}`,
  `(?:do|doing|take|taking|retake|redo) ${THE}${anyOf('refresher, modules?, e-?learning, exam, test, assessment, quiz')}`,
  // Something written or made: "draft the letter", "a guide is published", "have the FAQ rewritten".
  `${either(
    verbs(`write, rewrite, draw up, draft, re-?draft, issue, reissue, re-issue, amend, finalise, finalize, update, revise,
      refresh, put together, produce, publish, create, design, redesign, develop, build, compile, prepare, make,
      translate, film, map, agree, set up`),
    anyOf('written, rewritten, drawn up, built, made'),
  )} ${THE}${WORK}`,
  `${WORK} ${WAS}${DONE}`,
  `(?:have|having|get|getting) (?:the|my|our|all) (?:[\\w-]+ ){1,7}?${DONE}`,
  `${verbs('submit, hand in, publish, launch')} (?:the|my|our|an?) (?:[\\w-]+ ?){1,4}`,
  // People brought together, visited or applied to: "hold a forum", "present the figures at the meeting".
  `${either(
    verbs('hold, host, run, organise, organize, chair, lead, deliver, give, put on, arrange, attend, have'),
    anyOf('held, led, given'),
    `${verbs('present')}(?: [^.;,]{2,40}?)? (?:at|to)`,
  )} ${THE}${GATHERING}`,
  `${verbs('visit, tour')} (?:the|our|their) [a-z-]+(?: (?!so\\b|to\\b|and\\b|with\\b)[a-z-]+)?`,
  `${verbs('apply')} (?:for|to) (?:the|a named|our|my|its|their) [a-z][^.;,]{2,60}`,
  // A level, a place or a solution reached: "reach level 3", "top the league table", "settle the dispute".
  '(?:get|be|getting|being) promoted',
  `${verbs('reach, achieve, attain, gain, get to, pass')} (?:level|grade|band|stage) (?:\\d|[a-e]\\b|two|three|four|five)`,
  `${verbs('resolve, fix, close, settle, mend, put right, finish off')} (?:the|my|our|this) (?:[\\w-]+ ){1,4}?${anyOf('issue, problem, fault, dispute, complaint, case, ticket, bug, error')}`,
  `${either(verbs('top, win'), '(?:come|coming) (?:first|second|third|top)(?: in)?')} (?:the|our|an?|this) (?:[\\w'-]+ ){0,4}?${anyOf('table, league, award, prize, competition, leaderboard, contest, chart')}`,
)

/** A post reached: an event too, unless it is only wished for "one day". */
const POSTS = wholeWords(
  `${either(
    anyOf(
      'be, become, becoming, promoted to, start\\w*(?: [\\w-]+){0,6}? as, mov(?:e|ing) (?:in)?to, appointed(?: as)?',
    ),
    anyOf('step up (?:to|as), land, get, secure'),
  )}(?: an?| the| my)?(?! (?:[\\w-]+ )?${PRAISED}\\b)(?: (?!for|with|by|to|in|my|our|help|from)[\\w-]+){0,3}? ${either(POST, 'promotion')}`,
)
const SOME_DAY =
  /\b(?:one day(?= *(?:[.,;!?]|$))|some ?day|eventually|at some (?:point|stage)|in (?:the )?(?:near )?future)\b/

/** Going somewhere is an event where it can be told which: "the complaints workshop", "Customer Care at the Learning Hub". */
const MEETING = anyOf('courses?, workshops?, training, class, webinars?, sessions?, conference, seminar')
const ATTENDING = wholeWords(
  `${either(
    verbs('attend, join'),
    anyOf(
      'go(?:ing)? (?:to|on), book\\w* (?:on|onto|and go to|a place on), enrol\\w*(?: on| onto)?, take part in',
    ),
  )}\\b[^.;]{0,90}?\\b${MEETING}\\b[^.;]{0,40}`,
)
const WHICH = new RegExp(`\\b(?:the|my)\\b[^.;]*?\\b${MEETING}\\b`)
const NAMED = /[a-z,] [A-Z][a-z]/

/** A test passed that has a name of its own: "pass ITIL Foundation". */
const NAMED_TEST =
  /\b(?:[Pp]ass|[Pp]assing|[Pp]assed|[Gg]et through) (?:(?:my|the) )?[A-Z][A-Za-z]*[A-Z0-9]?[\w-]*(?: [A-Z][\w-]*)*/g

/** What is done again and again is never finished: "update the page regularly". */
const OFTEN = new RegExp(
  `\\b${anyOf('regularly, often, from time to time, frequently, occasionally, constantly, continually, up to date')}\\b`,
)

/** The passages that name an event; `undated` is the goal's plain text with its dates as "~". */
export function eventsIn(goal: Goal, undated: string): Span[] {
  if (OFTEN.test(undated)) return []
  const found = matchesOf(EVENTS, undated).map(spanOf)
  if (!SOME_DAY.test(goal.plain)) found.push(...matchesOf(POSTS, undated).map(spanOf))
  for (const match of matchesOf(NAMED_TEST, goal.text)) found.push(spanOf(match))
  for (const match of matchesOf(ATTENDING, undated)) {
    const span = spanOf(match)
    if (WHICH.test(match[0]) || NAMED.test(goal.text.slice(...span))) found.push(span)
  }
  return found
}
