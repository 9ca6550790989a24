import { type Day, daysBetween, longDay } from '../day.ts'
import { listing, within } from '../text.ts'
import { figuresApart } from './figures.ts'
import { shown } from './reach.ts'
import type { Goal, GoalRecord, Letter } from './reading.ts'
import type { TimeReading } from './time.ts'

const letter = (found: boolean, because: string, lack?: string): Letter =>
  found || lack === undefined ? { found, because, spans: [] } : { found, because, spans: [], lack }

/**
 * M from the measure field: the sentence needs no number where the record holds a target; where both name a figure
 * in the same unit and they differ, partly found.
 */
export function completeMeasure(goal: Goal, words: Letter, record: GoalRecord): Letter {
  const { target, baseline, unit } = record
  if (target === undefined) return words
  const to = shown(target, unit)
  if (words.found) {
    if (!figuresApart(goal, words.spans, { ...record, target })) return words
    const because = `${words.because} The measure’s field says ${to}: which of the two do you mean?`
    return { ...words, because, partly: true }
  }
  const course = baseline === undefined ? `To ${to}` : `From ${shown(baseline, unit)} to ${to}`
  return letter(true, `${course}, by the measure. The sentence itself has no number, which is fine.`)
}

/**
 * T from the date field; where sentence and field name days more than a month apart, or the sentence a day that has
 * passed, partly found. A passed day alone gives a goal that is planned now no end.
 */
export function completeTime(words: TimeReading, record: GoalRecord, today: Day): Letter {
  const { due } = record
  if (words.passed && (due === undefined || due < today)) {
    const { partly: _, ...rest } = words.letter
    return { ...rest, found: false }
  }
  if (due === undefined) return words.letter
  if (!words.letter.found) {
    const { spans } = words.letter
    return words.noSuchDay
      ? {
          found: true,
          partly: true,
          because: `${words.letter.because} The date field says ${longDay(due)}.`,
          spans,
        }
      : letter(true, `The date field says ${longDay(due)}. The sentence itself has no date, which is fine.`)
  }
  if (words.day === null || words.day === due) {
    return { ...words.letter, because: `${words.letter.because} The date field says ${longDay(due)}.` }
  }
  const apart = words.passed || Math.abs(daysBetween(words.day, due)) > 31
  const because = `${words.letter.because} The date field says ${longDay(due)}${apart ? ': which of the two do you mean?' : '.'}`
  return apart ? { ...words.letter, because, partly: true } : { ...words.letter, because }
}

/**
 * Whether the goal serves something, from its links: a need with its competency and the job role that asks for it, a
 * priority of the organisation, the person's aspiration. Any one finds it; those not linked are named. Source: mission.md A6.
 */
export function readRelevant(record: GoalRecord): Letter {
  const { linkedNeed, competency, role, priority, aspiration } = record
  const of = competency && competency !== linkedNeed ? ` of the competency “${competency}”` : ''
  const asks = role ? `, which the role ${role} asks for` : ''
  const links = [
    ...(linkedNeed ? [`the need “${linkedNeed}”${of}${asks}`] : []),
    ...(priority ? [`the priority “${priority}”`] : []),
    ...(aspiration ? ['where you want to go'] : []),
  ]
  const open = [
    ...(linkedNeed ? [] : ['a need']),
    ...(priority ? [] : ['a priority']),
    ...(aspiration ? [] : ['where you want to go']),
  ]
  const not =
    open.length === 0
      ? ''
      : `ot linked to ${open.length < 2 ? open[0] : `${open.slice(0, -1).join(', ')} or ${open.at(-1)}`}.`
  if (links.length === 0)
    return letter(
      false,
      `It is n${not}`,
      'Say what it serves: choose the need it closes, a priority, or where you want to go.',
    )
  const found = letter(true, `Linked to ${listing(links)}.${not ? ` N${not}` : ''}`)
  return linkedNeed
    ? found
    : { ...found, lack: 'Choose the need it closes, so that the gap behind it shows.' }
}

/**
 * Whether it is said how progress shows along the way: by a measure, which is counted week by week, or in words.
 * Source: domain.md 5 (SMARTER, evaluate).
 */
export function readEvaluated(record: GoalRecord): Letter {
  const words = record.success?.trim()
  const said = [
    ...(record.measureName ? [`by “${record.measureName}”`] : []),
    ...(words ? [`in your words: “${within(words)}”`] : []),
  ]
  if (said.length > 0) return letter(true, `Progress shows ${listing(said)}.`)
  return letter(
    false,
    'Nothing says how progress shows along the way, or what difference it makes.',
    'Choose a measure, or say under “What success looks like” how progress shows and who will see it.',
  )
}

/** Whether a review falls before the date. Source: domain.md 5 (SMARTER, review). */
export function readReviewed({ due, reviews = [] }: GoalRecord, today: Day): Letter {
  if (due === undefined)
    return letter(false, 'There is no date for a review to fall before.', 'Give a target date.')
  const before = [...reviews].sort().find((day) => day >= today && day <= due)
  if (before) return letter(true, `A review on ${longDay(before)} falls before the date.`)
  return letter(
    false,
    `No review is planned before ${longDay(due)}.`,
    'Set the date of the next review before it.',
  )
}
