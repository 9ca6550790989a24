import { anyOf } from './pattern.ts'

/**
 * The word lists of the SMART rules. They are hints: no list decides a letter by itself (domain.md 5). Lists of
 * single words are parted by blanks, lists of phrases by commas.
 */
const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/))

/* Verbs */

/** Wish a quality or a state, and change nothing that anybody could see. */
const WISHING = words(`
  accept achieve adopt advance aim appreciate be become behave better care champion commit contribute
  demonstrate display embed embrace empower enable encourage enhance ensure exceed excel exhibit explore
  facilitate firm focus foster help improve know live maintain manage maximise maximize minimise minimize
  modernise optimise optimize own practice practise prioritise prioritize progress promote recognise
  refine reflect render represent respect satisfy sharpen show streamline strengthen strive succeed
  support tackle think transform understand uphold value work`)

/** Name a direction: fine with a thing that is described, or with a figure. */
const DIRECTING = words(`
  boost bring build cut deal deliver develop do drive engage gain get give grow handle have increase keep
  land leave look lower make meet move offer provide raise reach reduce serve sort tidy treat`)

/* Things */

/** So wide that a verb of direction with them says nothing. */
const WIDE = words(`
  anything approach area attitude back basis best better business call caller career client colleague
  commitment communication company confidence consumer cost criticism culture customer department detail
  development difference efficiency effort email empathy engagement enquiry enthusiasm everybody everyone
  everything expectation experience general growth guest handling idea impact income initiative insight
  interest issue job journey knowledge kpi level life lot loyalty management manner matter motivation myself
  morale office organisation organization other outcome overall people performance person phone potential
  practice problem process profit promise quality query reputation respect result revenue role sales
  satisfaction service share skill something spend spending staff stakeholder standard strength stress
  success team teamwork thing time top training understanding user value welcome wellbeing workload`)

/** Say of a thing only that it is good, or another one. */
const PRAISING = words(`
  calm caring consistent courteous different difficult effective excellent fair fewer friendly good great
  happy helpful high kind less low more new next patient personal polite positive proactive professional
  professionally strong warm`)

/** Endings of qualities: "resilience", "friendliness", "leadership", "punctuality". */
const QUALITY = /[a-z]{2}(?:ability|ibility|ness|ship|ality|ience|idence|ellence|tivity)s?$/

/* Other words */

/** Join others and carry no deed or thing. */
const JOINING = words(`
  a about across after again against ahead all along also always am an and any are around as at because
  been before between both but by can consistently constantly continually could did does down during each
  every for forward from generally had has he her him his how i i'd i'll in into is it its just many may
  me might much must my never no not of off on onto or our out over per possible really she should since
  so some than that the their them then these they this those through to toward towards truly under until
  up us very via was we we'd we'll were what when where which while who will with within without would
  you your`)

/** End like words of manner, and are none. */
const NOT_MANNER = words('apply assembly early daily family july monthly rely reply supply weekly')

/** Whether a list has a verb, as it stands or with an ending ("improving", "helps", "moved"). */
function holdsVerb(list: Set<string>, verb: string): boolean {
  if (list.has(verb)) return true
  const bare = verb.replace(/(?:ing|ed)$/, '')
  return list.has(bare) || list.has(`${bare}e`) || list.has(bare.slice(0, -1))
}

/** A verb that wishes a quality or a state ("ensure", "improving"), apart from those that move or make something. */
export function isWishing(verb: string): boolean {
  return holdsVerb(WISHING, verb)
}

/** A verb that names a direction or a wish and no act ("improve", "giving"); fine with a thing and a number. */
export function isLoose(verb: string): boolean {
  return holdsVerb(DIRECTING, verb) || isWishing(verb)
}

/** A word that says how and not what ("quickly"). */
export function isManner(word: string): boolean {
  return word.length > 4 && word.endsWith('ly') && !NOT_MANNER.has(word)
}

/** A thing so wide that a verb of direction with it says nothing ("customers", "quality"), or a word of praise. */
export function isWide(thing: string): boolean {
  if (thing.endsWith("'s")) return isWide(thing.slice(0, -2))
  if (WIDE.has(thing) || PRAISING.has(thing) || QUALITY.test(thing)) return true
  return thing.endsWith('s') && (WIDE.has(thing.slice(0, -1)) || WIDE.has(thing.replace(/ies$/, 'y')))
}

/** A word that says only that a thing is good, or another one. */
export function isPraising(word: string): boolean {
  return PRAISING.has(word)
}

export function isJoining(word: string): boolean {
  return JOINING.has(word)
}

/* Phrases for patterns */

/** Degree: without a figure they say "better than now" and no more. */
export const DEGREE = anyOf(`
  better, deeper, broader, wider, nicer, happier, healthier, fitter, smarter, stronger, kinder, friendlier, calmer, warmer, smoother, easier,
  clearer, tidier, quicker, faster, greater, harder, (?<!no |once )more(?! than \\d), less(?! than \\d), loads of,
  lots of, a lot, a bit, properly, great, outstanding, excellent, amazing, exceptional, awesome, fantastic, first-rate,
  first-class, world-class, top-notch, high-impact, high-quality, best-in-class, hassle-free, seamless, the best,
  the top, number one, to the best of, (?:my|our|your) (?:very )?best, extra mile, outside the box, above and beyond,
  team player, as (?!soon\\b)(?:\\w+ )?as (?:possible|i can|we can|they can)`)

/** A paper that says something was reached. */
export const PAPER = anyOf(`
  certificat(?:e|es|ion|ions), award, accreditation, qualifications?, diplomas?, nvq, svq, licen[cs]e, badge, degree,
  apprenticeship, gcses?, a-levels?, btec, membership`)

/** What is learned or worked through, and has an end. */
export const COURSE = anyOf(`
  courses?, training, modules?, programm?es?, workshops?, class, e-?learning, induction, exams?, examination, tests?,
  assessments?, units?, coursework, webinars?, quiz, refresher, placement, certificat(?:e|ion), apprenticeship,
  portfolio, project, checklist`)

/** What is written, drawn or recorded, so that anybody can look at it. */
export const WORK = anyOf(`
  articles?, booklet, brief, business case, calendar, case study, charter, chart, checklist, cheat ?sheet,
  diagram, diary, faqs?, fact ?sheet, flow ?chart, folder, form, glossary, greeting, guide,
  guidelines, handbook, handout, index, leaflet, letter, list, log ?book, log, manual, map, message,
  newsletter, note, notice, page, plan, policy, post, poster, presentation, procedure, proposal,
  questionnaire, recording, report, rota, schedule, script, sheet, sign, slides?, spreadsheet, standard, statement,
  summary, survey, table, template, timetable, tracker, video, web ?page, wiki, write-?up`)

/** What people come together for. */
export const GATHERING = anyOf(`
  one-to-one, 1:1, away ?day, briefing, clinic, conference, demo, demonstration,
  drop-?in, event, exercise, focus group, forum, huddle, induction, launch, lesson, masterclass, meeting,
  open day, party, presentation, q&a, refresher, role-?play, round ?table, seminar, session,
  talk, team day, tour, training day, tutorial, walk-?through, webinar, workshop`)

/** Praise of a person, where a post is wished for that nobody confirms: "a confident adviser". */
export const PRAISED = anyOf(`
  better, best, stronger, more, less, good, great, confident, effective, knowledgeable, outstanding, respected,
  skilled, trusted, valued, top`)

/** A post in an organisation. */
export const POST = anyOf(`
  leader, manager, director, supervisor, adviser, advisor, executive, trainer, specialist, analyst, assessor`)

/** Words for having a thing done: "the FAQ rewritten", "the desk assessment done". */
export const DONE = anyOf(`
  done, written, rewritten, drafted, translated, printed, published, issued, handed in, submitted, checked, assessed,
  approved, agreed, signed off, fixed, repaired, installed, renewed, finished, completed`)
