import { type Day, daysBetween, longDay } from '../day.ts'
import { capital, count, duration, listing } from '../text.ts'
import type { GoalRecord, Letter } from './reading.ts'

/** How a target stands to what is on record. The first three are the callings that people read. */
export type Calling =
  | 'within reach'
  | 'a stretch'
  | 'nobody has held it'
  | 'asks for no change'
  | 'no past'
  | 'no target'

/** A level counts as held once it stood over so many weeks together. */
export const RUN_WEEKS = 8
/** Points on one side of the middle before a chart shows a change. Source: domain.md 3.3. */
const WEEKS_TO_SHOW = 7
const BUSY_OBJECTIVES = 4
const BUSY_ALTOGETHER = 8

/** A figure with its unit: 26 with "%" is "26%", 226 with "s" is "3 min 46 s". */
export function shown(value: number, unit: string | undefined): string {
  if (unit === 's') return duration(value)
  const figure = value.toLocaleString('en-GB', { maximumFractionDigits: 2 })
  if (unit === undefined || unit === '') return figure
  if (unit === '%') return `${figure}%`
  return /^[£$€]$/.test(unit) ? `${unit}${figure}` : `${figure} ${unit}`
}

const range = ({ low, high }: { low: number; high: number }, unit: string | undefined) =>
  `${shown(low, unit)} and ${shown(high, unit)}`

const isHigher = ({ betterIs, baseline, history, target }: GoalRecord) =>
  betterIs ? betterIs === 'higher' : (target ?? 0) >= (baseline ?? history?.low ?? target ?? 0)

/** Whether the target is no harder to reach than a level. */
const noHarder = (record: GoalRecord, than: number) =>
  isHigher(record) ? (record.target ?? 0) <= than : (record.target ?? 0) >= than

const betterEnd = (record: GoalRecord, ends: { low: number; high: number }) =>
  isHigher(record) ? ends.high : ends.low

/** What else than the person's own range shows that the level has been held, as clauses. */
function heldBy(record: GoalRecord): string[] {
  const { history, teamMiddle, teamHeld, unit } = record
  const best = history?.best
  const middle = teamMiddle && noHarder(record, betterEnd(record, teamMiddle))
  return [
    ...(best !== undefined && noHarder(record, best)
      ? [`your best eight weeks were ${shown(best, unit)}`]
      : []),
    ...(middle ? [`the middle half of the team lies between ${range(teamMiddle, unit)}`] : []),
    ...(!middle && teamHeld !== undefined && noHarder(record, teamHeld)
      ? ['somebody in the team has held about that level']
      : []),
  ]
}

/**
 * What a target is called. Within reach: eight weeks of the person's own work, as it is now, come out there by the
 * limits of their chart. A stretch: beyond that, and the person's best eight weeks, the middle half of the team or
 * somebody in it has held it. Nobody has held it: beyond all of these. Eight weeks together, because the limits of
 * single weeks run so wide that a target within them need never be held. Source: domain.md 3.3 and 5.
 */
export function callTarget(record: GoalRecord): Calling {
  const { target, baseline, history, teamMiddle, teamHeld } = record
  if (target === undefined) return 'no target'
  if (baseline !== undefined && noHarder(record, baseline)) return 'asks for no change'
  if (!history && !teamMiddle && teamHeld === undefined) return 'no past'
  if (history && noHarder(record, betterEnd(record, history))) return 'within reach'
  return heldBy(record).length > 0 ? 'a stretch' : 'nobody has held it'
}

const plural = (n: number) => (n === 1 ? 'falls' : 'fall')

/** What else is due then, whether there is time for a change to show, and whether help is named. */
function around(record: GoalRecord, today: Day): { words: string; heavy: boolean } {
  const { due, history, resources, openObjectivesThen: objectives = 0, openActionsThen: actions = 0 } = record
  const parts = [
    ...(objectives > 0 ? [count(objectives, 'other objective')] : []),
    ...(actions > 0 ? [count(actions, 'other action')] : []),
  ]
  const much = objectives >= BUSY_OBJECTIVES || objectives + actions >= BUSY_ALTOGETHER
  const weeks = due === undefined ? null : Math.floor(daysBetween(today, due) / 7)
  const short = history !== undefined && weeks !== null && weeks < WEEKS_TO_SHOW
  const sentences = [
    ...(short
      ? [
          `${weeks === 0 ? 'Less than a week is' : weeks === 1 ? '1 week is' : `${weeks} weeks are`} left, and a chart takes ${WEEKS_TO_SHOW} weeks on the better side to show that something changed.`,
        ]
      : []),
    ...(parts.length > 0
      ? [
          `${listing(parts)} of yours ${plural(objectives + actions)} due in the same weeks${much ? ', which is a lot at once' : ''}.`,
        ]
      : []),
    ...(resources?.trim() ? ['The resources are named.'] : []),
  ]
  return { words: sentences.join(' '), heavy: much || short }
}

const NAME_HELP = 'Name the time, people or access you need under Resources.'
const EASIER = 'Take a target that somebody has held, or say what will be different this time.'

/** The target against the past, and what would complete it; null where there is no target or no past. */
function standing(record: GoalRecord): Omit<Letter, 'spans'> | null {
  const { target, baseline, unit, history, teamMiddle, teamHeld, due } = record
  const calling = callTarget(record)
  if (target === undefined || calling === 'no target' || calling === 'no past') return null
  const to = shown(target, unit)
  if (calling === 'asks for no change') {
    return {
      found: false,
      because: `${to} is where you already are (${shown(baseline ?? target, unit)}), so it asks for no change.`,
      lack: 'Take a target that is better than where you are, or say that the aim is to hold it.',
    }
  }
  const own =
    history &&
    (history.weekly
      ? `your weekly figure usually runs between ${range(history.weekly, unit)}, eight weeks together between ${range(history, unit)}`
      : `your own figure lies between ${range(history, unit)}`)
  const name = `${capital(calling)}.`
  if (calling === 'within reach') {
    return { found: true, because: `${name} ${capital(own ?? '')}; ${to} lies inside that.` }
  }
  const start = own ? `${capital(own)}; ${to}` : to
  if (calling === 'a stretch') {
    const beyond = own ? 'is beyond that, so something must change' : 'has been held'
    return {
      found: true,
      partly: true,
      because: `${name} ${start} ${beyond}: ${listing(heldBy(record))}.`,
      lack: 'Say in the actions what will be different.',
    }
  }
  const level =
    teamHeld !== undefined
      ? 'that nobody in the team has held for eight weeks'
      : teamMiddle
        ? `beyond the middle half of the team (between ${range(teamMiddle, unit)})`
        : 'that you have not held; too few colleagues have figures to speak of the team'
  const by = due === undefined ? '' : ` by ${longDay(due)}`
  return { found: false, because: `${name} ${start}${by} asks for a level ${level}.`, lack: EASIER }
}

/**
 * Whether the target is within reach, from the record. Found: within reach. Partly: a stretch, since something must
 * change; or within reach with little time or much else due in the same weeks. Not found: nobody has held it, it asks
 * for no change, its date has passed, or nothing on record bears on it; without past figures, named resources find
 * it partly. Source: domain.md 3.3 and 5 (85% to 90% is reasonable, 20% to 90% is not).
 */
export function readAchievable(record: GoalRecord, today: Day): Letter {
  const { due, target, resources } = record
  if (due !== undefined && due < today) {
    return {
      found: false,
      because: `The date, ${longDay(due)}, has passed.`,
      spans: [],
      lack: 'Give a date that is still to come.',
    }
  }
  const { words, heavy } = around(record, today)
  const ending = words ? ` ${words}` : ''
  const stands = standing(record)
  if (stands) {
    const help = stands.found && !resources?.trim() ? { lack: stands.lack ?? NAME_HELP } : {}
    const partly = stands.partly || (stands.found && heavy)
    return {
      ...stands,
      ...help,
      because: `${stands.because}${ending}`,
      spans: [],
      ...(partly && { partly: true }),
    }
  }
  const lack =
    target === undefined ? 'No target figure is set' : 'There are no past figures for this measure yet'
  const named = Boolean(resources?.trim())
  return {
    found: named,
    because: named
      ? `${lack}. You and your leader judge whether it is within reach.${ending}`
      : `${lack}, and no resources are named, so nothing shows that it is within reach.${ending}`,
    spans: [],
    ...(named && { partly: true }),
    lack:
      target === undefined
        ? `Choose a measure and set a target${named ? '' : ', or name the time, people or access you need'}.`
        : named
          ? 'Agree with your leader what a fair target is.'
          : NAME_HELP,
  }
}

/**
 * A as agreed, for organisations that read it so: found once both agreed, partly before. How the target stands to
 * the record is said beside it and does not count. Source: domain.md 5 (letters drift; the centre chooses its own).
 */
export function readAgreed(record: GoalRecord, today: Day): Letter {
  const stands = standing(record)
  const { words } = around(record, today)
  const beside = [stands?.because, words].filter(Boolean).join(' ')
  const ending = beside ? ` ${beside}` : ''
  if (record.agreement === 'agreed')
    return { found: true, because: `You have agreed it.${ending}`, spans: [] }
  const waits = record.agreement === 'proposed'
  return {
    found: true,
    partly: true,
    because: `${waits ? 'It is proposed and waits to be agreed.' : 'It is not agreed yet.'}${ending}`,
    spans: [],
    ...(!waits && { lack: 'Propose it when it is ready: agreeing it completes this letter.' }),
  }
}
