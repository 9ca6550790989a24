import { plainDay } from '../../kernel/day.ts'
import { count, duration } from '../../kernel/text.ts'
import { figureText, rangeText } from '../../ui/charts/figures.ts'
import type { Compared } from './compare.ts'
import type { Contrast, Side, Withheld } from './rules/compare.ts'
import { ENOUGH, LEAST } from './rules/figure.ts'
import { periodWords } from './words.ts'

type Unit = Compared['unit']

/** The size of a difference, without its sign: "4.8 points", "0.21", "12 s". */
function sizeOf(value: number, unit: Unit): string {
  const size = Math.abs(value)
  if (unit === 'share') return `${(size * 100).toFixed(1)} points`
  return unit === 'seconds' ? duration(size) : size.toFixed(2)
}

/** "4.8 points higher"; "no difference" where it rounds to none. */
function wayWords(value: number, unit: Unit): string {
  const size = sizeOf(value, unit)
  if (Number.parseFloat(size) === 0) return 'no difference'
  return `${size} ${value > 0 ? 'higher' : 'lower'}`
}

/** "4.8 points higher, 95% interval from 3.1 points lower to 12.0 points higher"; why there is none. */
export function differenceWords({ difference, before, after }: Contrast, unit: Unit): string {
  if (difference === null)
    return `Nothing is compared: ${Math.min(before.n, after.n)} on one side, and a figure needs ${LEAST}.`
  const { low, high } = difference
  return `${wayWords(difference.difference, unit)}, 95% interval from ${wayWords(low, unit)} to ${wayWords(high, unit)}`
}

/** What a side came to: "74%, 227 of 306"; "mean 4.2 of 41"; the count alone under 5. */
export function sideWords({ level, met, n }: Side, unit: Unit): string {
  if (level === null) return met === null ? String(n) : `${met} of ${n}`
  const value = figureText(level.value, unit)
  return met === null ? `mean ${value} of ${n.toLocaleString('en-GB')}` : `${value}, ${met} of ${n}`
}

/** "69 to 79%"; nothing under 5. */
export function intervalWords({ level }: Side, unit: Unit): string {
  return level === null ? '' : rangeText(level.low, level.high, unit)
}

/** What a comparison can say, and why, in a sentence or two. Source: domain.md 3.2. */
export function saysWords({ says, difference }: Contrast, betterIs: Compared['betterIs']): string {
  switch (says) {
    case 'higher':
    case 'lower':
      return `${says === 'higher' ? 'Higher' : 'Lower'}: the interval of the difference leaves out 0. ${betterIs === says ? 'That is for the better.' : 'That is for the worse.'}`
    case 'cannot tell':
      return 'Cannot tell: the interval of the difference holds 0, so it may as well have stayed the same.'
    case 'too few to judge':
      return difference === null
        ? 'Too few to judge.'
        : `Too few to judge: each side needs ${ENOUGH}. The interval shows how little is known.`
  }
}

/** Why a better figure may be no more than luck running out, where the baseline was picked for being bad; else null. */
export function pickedWords({ picked, betterIs }: Pick<Compared, 'picked' | 'betterIs'>): string | null {
  if (picked === null) return null
  const reason =
    picked.why === 'concern signal'
      ? `the change came within 8 weeks after a concern signal, in the week from ${plainDay(picked.week)}`
      : `the weeks before lie in the ${betterIs === 'higher' ? 'lowest' : 'highest'} third of the ${count(picked.weeks, 'week')} before them`
  return `Regression to the mean: ${reason}. Weeks picked for being bad are usually followed by better ones, whatever anybody does.`
}

/**
 * A comparison in sentences: both sides with n, the difference with its interval, what that can say, and where the
 * baseline was picked for being bad the fairer comparison too.
 */
export function comparedWords(compared: Compared): string[] {
  const { name, unit, betterIs, before, after, fairer } = compared
  const side = (one: Side) => `${sideWords(one, unit)} (${periodWords(one)})`
  const ended = (text: string) => (text.endsWith('.') ? text : `${text}.`)
  const contrasted = (one: Contrast) => ended(differenceWords(one, unit))
  const picked = pickedWords(compared)
  return [
    `${name}: before ${side(before)}; after ${side(after)}.`,
    `Difference: ${contrasted(compared)} ${saysWords(compared, betterIs)}`,
    ...(picked ? [picked] : []),
    ...(fairer
      ? [
          `Fairer, against what is on record of the year before those weeks: then ${side(fairer.before)}; since, ${contrasted(fairer)} ${saysWords(fairer, betterIs)}`,
        ]
      : []),
  ]
}

/** Why a figure of several people is not shown, and what would show it. */
export const WITHHELD_WORDS: Record<Withheld, string> = {
  'fewer than 3 people':
    'Not shown: fewer than 3 people have 5 contacts or more both before and since. A figure of one or two would tell on them.',
  'mostly one person':
    'Not shown: more than 80% of the contacts are one person’s, so the figure would be theirs and not the group’s.',
}
