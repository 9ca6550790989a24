import { type Day, daysBetween, longDay } from '../day.ts'
import { count, duration, listing } from '../text.ts'
import type { GoalRecord, Letter } from './reading.ts'
import type { TimeReading } from './time.ts'

const BUSY = 4

/** A figure with its unit: 26 with "%" is "26%", 226 with "s" is "3 min 46 s". */
function shown(value: number, unit: string | undefined): string {
  if (unit === 's') return duration(value)
  const figure = value.toLocaleString('en-GB', { maximumFractionDigits: 2 })
  if (unit === undefined || unit === '') return figure
  if (unit === '%') return `${figure}%`
  return /^[£$€]$/.test(unit) ? `${unit}${figure}` : `${figure} ${unit}`
}

const letter = (found: boolean, because: string, partly = false): Letter =>
  partly ? { found, because, spans: [], partly } : { found, because, spans: [] }

/** M from the measure field: the sentence needs no number where the record holds a target. */
export function completeMeasure(words: Letter, record: GoalRecord): Letter {
  if (words.found || record.target === undefined) return words
  const to = shown(record.target, record.unit)
  const course =
    record.baseline === undefined ? `To ${to}` : `From ${shown(record.baseline, record.unit)} to ${to}`
  return letter(true, `${course}, by the measure. The sentence itself has no number, which is fine.`)
}

/** T from the date field; where sentence and field name days more than a month apart, partly found. */
export function completeTime(words: TimeReading, record: GoalRecord): Letter {
  const { due } = record
  if (due === undefined) return words.letter
  if (!words.letter.found) {
    return letter(
      true,
      `The date field says ${longDay(due)}. The sentence itself has no date, which is fine.`,
    )
  }
  if (words.day === null || words.day === due) {
    return { ...words.letter, because: `${words.letter.because} The date field says ${longDay(due)}.` }
  }
  const apart = Math.abs(daysBetween(words.day, due)) > 31
  const because = `${words.letter.because} The date field says ${longDay(due)}${apart ? ': which of the two do you mean?' : '.'}`
  return apart ? { ...words.letter, because, partly: true } : { ...words.letter, because }
}

function load(record: GoalRecord): string[] {
  const open = record.openObjectivesThen ?? 0
  if (open < BUSY) return []
  return [`${count(open, 'other objective')} ${open === 1 ? 'falls' : 'fall'} due in the same weeks.`]
}

/**
 * Whether the target is within reach, from the record. Found: it lies within the person's own expected range, or
 * (partly, since something must change) within the team's middle half or the person's best run. Not found: it lies
 * beyond all of these, asks for no change, has passed its date, or nothing in the record bears on it. Without past
 * figures, named resources find it partly. Four or more objectives due in the same weeks make it partly.
 * Source: domain.md 3.3 and 5 (85% to 90% is reasonable, 20% to 90% is not).
 */
export function readAchievable(record: GoalRecord, today: Day): Letter {
  const { baseline, target, unit, history, teamMiddle: team, resources, due } = record
  if (due !== undefined && due < today) return letter(false, `The date, ${longDay(due)}, has passed.`)
  const busy = load(record)
  const help = resources?.trim() ? ['The resources are named.'] : []
  const more = [...busy, ...help].join(' ')
  const ending = more ? ` ${more}` : ''
  if (target === undefined || (!history && !team)) {
    const lack =
      target === undefined ? 'No target figure is set' : 'There are no past figures for this measure yet'
    if (help.length === 0)
      return letter(
        false,
        `${lack}, and no resources are named, so nothing shows that it is within reach.${ending}`,
      )
    return letter(true, `${lack}. You and your leader judge whether it is within reach.${ending}`, true)
  }
  const higher = record.betterIs
    ? record.betterIs === 'higher'
    : target >= (baseline ?? history?.low ?? target)
  const noHarder = (than: number) => (higher ? target <= than : target >= than)
  if (baseline !== undefined && noHarder(baseline)) {
    return letter(
      false,
      `${shown(target, unit)} is where you already are (${shown(baseline, unit)}), so it asks for no change.${ending}`,
    )
  }
  const own =
    history && `your own figure has run between ${shown(history.low, unit)} and ${shown(history.high, unit)}`
  if (history && noHarder(higher ? history.high : history.low)) {
    return letter(true, `${shown(target, unit)} is within reach: ${own}.${ending}`, busy.length > 0)
  }
  const best = history?.best
  const reached = [
    ...(team && noHarder(higher ? team.high : team.low)
      ? [`the middle half of the team is at ${shown(team.low, unit)} to ${shown(team.high, unit)}`]
      : []),
    ...(best !== undefined && noHarder(best) ? [`your best run was ${shown(best, unit)}`] : []),
  ]
  const outside = own ? ` It is outside your range now (${own}), so something must change.` : ''
  if (reached.length > 0) {
    return letter(
      true,
      `${shown(target, unit)} is a stretch: ${listing(reached)}.${outside}${ending}`,
      own !== undefined || busy.length > 0,
    )
  }
  const beyond = [
    ...(own ? [own] : []),
    ...(team
      ? [`the middle half of the team is at ${shown(team.low, unit)} to ${shown(team.high, unit)}`]
      : []),
  ]
  return letter(false, `${shown(target, unit)} is beyond anything on record: ${listing(beyond)}.${ending}`)
}

/** Whether the goal serves something, from its links: a need, a priority of the organisation, the person's aspiration. */
export function readRelevant(record: GoalRecord): Letter {
  const links = [
    ...(record.linkedNeed ? [`the need “${record.linkedNeed}”`] : []),
    ...(record.priority ? [`the priority “${record.priority}”`] : []),
    ...(record.aspiration ? ['where you want to go'] : []),
  ]
  if (links.length === 0)
    return letter(false, 'It is not linked to a need, a priority or where you want to go.')
  return letter(true, `Linked to ${listing(links)}.`)
}
