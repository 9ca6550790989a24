import { FIGURES, NUMBER_WORD, numberOf } from './number.ts'
import { type Goal, matchesOf, type Span } from './reading.ts'

const AMOUNT = `(?:\\d{1,3}:\\d\\d|${FIGURES}|${NUMBER_WORD}(?![a-z]))`
const UNIT = '(?: ?(?:%|per ?cent|(?:sec|min|hour|hr|day|week|month)[a-z]*))?'
const FROM_TO = new RegExp(
  `\\bfrom (?:[£$€] ?)?(${AMOUNT})(${UNIT})[^.;]{0,20}? to (?:[a-z]+ ){0,3}?(?:[£$€] ?)?(${AMOUNT})(${UNIT})(?! (?:in|out of)\\b)`,
  'g',
)

/** A figure as a number; a clock time ("7:30") in seconds. NaN where it is none. */
function figureOf(amount: string): number {
  const clock = /^(\d+):(\d\d)$/.exec(amount)
  return clock ? Number(clock[1]) * 60 + Number(clock[2]) : (numberOf(amount) ?? Number.NaN)
}

const UP = /\b(?:raise|raising|increase|increasing|lift|lifting|grow|growing|boost|boosting)\b/g
const DOWN =
  /\b(?:reduce|reducing|cut|cutting|lower|lowering|decrease|decreasing|drop|dropping|trim|trimming|shorten|shortening|shrink|shrinking|bring(?:ing)? (?:\w+ ){0,4}?down)\b/g

/** Where the verb says up and the figures down, or the other way: both passages. */
function turned(plain: string): [Span, Span] | null {
  if (!plain.includes('from ')) return null
  for (const match of matchesOf(FROM_TO, plain)) {
    const [, from = '', fromUnit = '', to = '', toUnit = ''] = match
    if (from.includes(':') !== to.includes(':')) continue
    if (fromUnit && fromUnit.trim() !== toUnit.trim()) continue
    const start = Math.max(0, match.index - 80)
    const before = plain.slice(start, match.index).replace(/^.*[.;,]/, (rest) => ' '.repeat(rest.length))
    const wrong = figureOf(to) < figureOf(from) ? UP : figureOf(to) > figureOf(from) ? DOWN : null
    const verb = wrong && matchesOf(wrong, before).at(-1)
    const other = wrong && matchesOf(wrong === UP ? DOWN : UP, before).at(-1)
    if (!verb || (other && other.index > verb.index)) continue
    const at = start + verb.index
    return [
      [at, at + verb[0].length],
      [match.index, match.index + match[0].length],
    ]
  }
  return null
}

const SHARE = /\b(?:csat|fcr|satisfaction|rate|share|resol\w+|score|renew\w+|complian\w+|accuracy)\b/
const RELATIVE = /\bby (?:an? )?(?:extra |further )?(?:\d[\d.]*|[a-z-]+) ?(?:%|per ?cent\b)/
/** A figure with nothing after it that says what it counts: "by 10", "to 300". */
const BARE = new RegExp(
  `\\b(?:by|to) ${FIGURES}(?![\\d:/%,.]*[\\d:/%]| ?per ?cent)(?= *(?:$|[.,;!?~]|(?:by|before|until|within|over|and|at|this|next|so|without)\\b))`,
)
/** What is a number without a unit by its nature. */
const SCORED =
  /\b(?:csat|nps|scores?|scoring|rating|rated|grade|level|mark|marks|points?|number of)\b|\bfrom \d/

/** What could be plainer about the figures. `undated` is the goal's plain text with its dates as "~". */
export function figureHints(goal: Goal, undated: string): string[] {
  const said = ([start, end]: Span) => `“${goal.text.slice(start, end)}”`
  const ways = turned(undated)
  const relative = RELATIVE.exec(undated)
  const bare = SCORED.test(undated) ? null : BARE.exec(undated)
  return [
    ...(ways ? [`${said(ways[0])} and ${said(ways[1])} point different ways: which do you mean?`] : []),
    ...(relative && SHARE.test(undated) && !/\bfrom (?:[£$€] ?)?\d/.test(undated)
      ? [`Say from what to what: “${relative[0]}” can mean percentage points or a share of today’s figure.`]
      : []),
    ...(bare
      ? [
          `Say what ${said([bare.index, bare.index + bare[0].length])} counts: per cent, minutes, or how many of what in how long.`,
        ]
      : []),
  ]
}

type Said = { levels: number[]; steps: number[] }

const SHARES = new RegExp(
  `(by )?(?:an? (?:extra |further ))?(${AMOUNT}) ?(?:%|per ?cent|percentage point|pp)`,
  'g',
)
const RATIOS = new RegExp(`(${AMOUNT})(?: out of | in )(?:every )?(${AMOUNT})`, 'g')
const TIMES = new RegExp(`(by )?(?:(\\d{1,3}:\\d\\d)|(${AMOUNT})[ -]?(sec|min|hour|hr))`, 'g')
const SECONDS: Record<string, number> = { sec: 1, min: 60, hour: 3600, hr: 3600 }

/** The figures of a passage in a unit: levels, and steps towards them ("by 10%"); of a from-to the level it ends on. */
function saidIn(passage: string, unit: string | undefined): Said {
  const said: Said = { levels: [], steps: [] }
  const course = matchesOf(FROM_TO, passage)[0]
  const end = course ? passage.slice(passage.lastIndexOf(' to ')) : passage
  const put = (step: string | undefined, value: number) => {
    if (!Number.isNaN(value)) (step ? said.steps : said.levels).push(value)
  }
  if (unit === '%') {
    for (const match of matchesOf(SHARES, end)) put(match[1], figureOf(match[2] ?? ''))
    for (const match of matchesOf(RATIOS, end))
      put(undefined, (100 * figureOf(match[1] ?? '')) / figureOf(match[2] ?? ''))
  } else if (unit === 's') {
    for (const match of matchesOf(TIMES, end))
      put(match[1], match[2] ? figureOf(match[2]) : figureOf(match[3] ?? '') * (SECONDS[match[4] ?? ''] ?? 1))
  } else if (course && !course[4]) put(undefined, figureOf(course[3] ?? ''))
  return said
}

/**
 * Whether the words name a figure in the unit of the record, and none that comes to its target: as a level, as a
 * step from the baseline, or as a share of the baseline. A difference of half a unit, or of a twentieth, is none.
 */
export function figuresApart(
  goal: Goal,
  spans: readonly Span[],
  { target, baseline, unit }: { target: number; baseline?: number; unit?: string },
): boolean {
  const said = spans.map(([start, end]) => saidIn(goal.plain.slice(start, end), unit))
  const levels = said.flatMap((one) => one.levels)
  const steps = said.flatMap((one) => one.steps)
  if (levels.length + steps.length === 0) return false
  const near = (value: number, to: number) =>
    Math.abs(value - to) <= Math.max(unit === 's' ? 1 : 0.5, unit === '%' ? 0 : Math.abs(to) / 20)
  if (levels.some((level) => near(level, target))) return false
  if (baseline === undefined) return levels.length > 0
  const way = Math.abs(target - baseline)
  return !steps.some((step) => near(step, way) || near((baseline * step) / 100, way))
}
