import { actAt, aimsIn, contentOf, deedSpan, isCompound } from './act.ts'
import { isLoose, isManner, isWide, isWishing } from './lexicon.ts'
import { type Act, isPost, openIn, ownOf } from './open.ts'
import { anyOf, atStart } from './pattern.ts'
import { type Goal, type Letter, quoted, type Span } from './reading.ts'
import type { TimeReading } from './time.ts'

/** A thing that stands elsewhere: "manage that", "the modules listed below". */
const POINTER = new RegExp(
  `^(?:that|this|it|these|those|them)\\b(?! \\d| ${anyOf('the, all, our, my, each, every, no, i, we, he, she, they')}\\b| \\w+(?:s|ing)\\b)|\\b${anyOf('listed, set out, shown, given, described, mentioned')} (?:below|above|here|overleaf)\\b|\\bas (?:above|below|discussed)\\b`,
)

/** Something picked by no name: "attend a course", "get a job". */
const TAKING_ANY = atStart(
  `${anyOf('go(?:ing)? (?:on|to), attend, do, take, book, find, get, have, complete, finish, start, apply for, look for, sign up (?:for|to), join')}\\s+${anyOf('an?, another, some, any, more, the, new, further, good, few, training')}\\b`,
)
const OF_MANY = new RegExp(
  `^${anyOf('courses?, training, class(?:es)?, workshops?, qualifications?, webinars?, jobs?, roles?, promotion, learning, programme, mentor')}$`,
)

/** How it will be done: "by ringing back on the day promised"; not "by being helpful". */
const MEANS = new RegExp(
  `\\b(?:by|through|via) (?:always |never )?(?!${anyOf('being, becoming, having, trying, living, working, improving, making, doing, keeping, getting')})[a-z]+ing\\b[^.;,]{6,120}`,
)

/** What would complete the letter S, as a sentence. */
export const SPECIFIC_ADVICE =
  'Say what you will do, and to or with what: for example “ring back on the day promised” or “write six help articles about billing”.'
const SEVERAL = 'This reads as several goals. Would each be clearer as an objective of its own?'

/** The letter S; `plainAct` is whether it names an act that anybody could see; `hints` are further advice. */
export type SpecificReading = { letter: Letter; plainAct: boolean; hints: string[] }

/**
 * Whether the words say what is done, and to or with what. The less the verb says, the more its thing must be
 * described: a plain act ("write") needs one thing of its own, a verb of direction ("reduce") two, a verb that wishes
 * ("improve", "ensure") three; wide things ("customers", "quality") and words of praise are none. So not found are a
 * quality to be ("be friendly"), a word of degree ("better"), a bare direction ("reduce complaints"), a thing that
 * stands elsewhere ("listed below") or is any of its kind ("a course"), and three aims or more in one. A figure
 * completes a word of degree and a verb of direction; so does something made that can be seen; the means ("by ringing
 * back") complete them partly. A verb of direction without a figure is partly found and counts. Source: domain.md 5.
 * @param measure whether the words have a figure, and whether they make or reach something that can be seen
 */
export function readSpecific(
  goal: Goal,
  time: TimeReading,
  measure: { counted: boolean; made: boolean; rhythm: boolean },
): SpecificReading {
  const { plain } = goal
  const at = actAt(plain)
  const content = contentOf(plain, at, [...time.dates, ...time.rhythms])
  const head = content.findIndex(({ word }) => !isManner(word))
  const first = content[head]
  const rest = content.slice(head + 1)
  const hints = isCompound(plain, at, time.dates) ? [SEVERAL] : []
  const missing = (because: string, spans: Span[] = []): SpecificReading => ({
    letter: { found: false, because, spans },
    plainAct: false,
    hints,
  })
  if (!first || (content.length < 2 && !measure.counted))
    return missing('There are too few words to tell what you will do.')
  if (POINTER.test(plain.slice(first.span[1]).trimStart()))
    return missing('What it is about is not in the sentence itself.')
  const start = first.span[0]
  const means = MEANS.exec(plain.slice(start))
  const act: Act = {
    ...measure,
    content: rest.length,
    at,
    first,
    own: ownOf(plain, rest, means ? start + means.index : 0),
    whole: deedSpan(plain, start),
  }
  const said = quoted(goal, [act.whole])
  const anyOfKind =
    TAKING_ANY.test(plain.slice(at)) && rest.every(({ word }) => OF_MANY.test(word) || isWide(word))
  if (!measure.counted && anyOfKind) return missing(`${said} could be any of its kind.`, [act.whole])
  const aims = aimsIn(plain, at)
  if (aims.length > 2)
    return missing(
      `${quoted(goal, aims)} each begin a goal, so no single one can be told. Keep one, and make the others objectives of their own.`,
      aims,
    )
  const partly = (span: Span, plainAct: boolean, open: string): SpecificReading => ({
    letter: { found: true, partly: true, because: `Found: ${quoted(goal, [span])}. ${open}`, spans: [span] },
    plainAct,
    hints,
  })
  const open = openIn(goal, act)
  if (open) {
    if (!means) return missing(open.because, open.spans)
    const meant = deedSpan(plain, start + means.index + means[0].indexOf(' ') + 1)
    return partly(meant, true, `${said} alone ${open.alone}. Could the sentence start with the act?`)
  }
  const loose = isLoose(first.word)
  if (loose && !measure.counted && !measure.made && !isPost(goal, act)) {
    const plainAct = !isWishing(first.word) && act.own.length > 1
    return partly(act.whole, plainAct, 'It names the thing, but not yet what you will do about it.')
  }
  const last = act.own.slice(0, 2).at(-1)
  const span: Span = [start, Math.max(first.span[1], last?.span[1] ?? 0, rest[0]?.span[1] ?? 0)]
  return {
    letter: { found: true, because: `${quoted(goal, [span])} says what is done.`, spans: [span] },
    plainAct: !loose,
    hints,
  }
}
