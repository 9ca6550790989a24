import { addDays, addMonths, type Day, dayOf, plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import type { AskedChange } from './amend.ts'
import type { Cause, Objective } from './objective.ts'

/** A plan year: its first and last day, and its name, such as "2026" or "2026 to 2027". */
export type PlanYear = { from: Day; to: Day; name: string }

/** What becomes of an objective when its plan year ends. */
export const FATES = ['carry', 'met', 'not met', 'no longer needed'] as const
export type Fate = (typeof FATES)[number]

/** What a person proposes to become of one objective. */
export type CarryItem = {
  objectiveId: Id
  /** The version of the objective that they saw. */
  version: number
  fate: Fate | null
  /** The new target date of one that is carried over. */
  due: Day | null
  /** Its words, where they are put anew. */
  text: string
  cause: Cause | null
  reason: string
}

/** From how many days before its last day on a plan year can be closed: eight weeks. */
const CLOSING_DAYS = 56

/** The name of a plan year from its days. */
export function yearName(from: Day, to: Day): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  return first === last ? first : `${first} to ${last}`
}

/**
 * The plan year that holds a day.
 * @param firstMonth 1 January to 12 December
 */
export function planYear(day: Day, firstMonth: number): PlanYear {
  const year = Number(day.slice(0, 4))
  const begins = Number(day.slice(5, 7)) < firstMonth ? year - 1 : year
  const from = dayOf(begins, firstMonth, 1) ?? day
  const to = addDays(addMonths(from, 12), -1)
  return { from, to, name: yearName(from, to) }
}

/**
 * The plan year that can be closed today: the one under way from eight weeks before it ends, else the one before for as
 * long as it is not closed; null where there is none. A plan that was first agreed after a year has no end of that year.
 */
export function yearToClose(
  today: Day,
  firstMonth: number,
  plan: { firstAgreedOn: Day | null; closedTo: Day | null },
): PlanYear | null {
  const { firstAgreedOn, closedTo } = plan
  if (firstAgreedOn === null) return null
  const now = planYear(today, firstMonth)
  const before = planYear(addDays(now.from, -1), firstMonth)
  const near = today >= addDays(now.to, 1 - CLOSING_DAYS)
  const found = [...(near ? [now] : []), before].find(({ to }) => firstAgreedOn <= to)
  return found && (closedTo === null || closedTo < found.to) ? found : null
}

type Closing = Pick<Objective, 'objectiveId' | 'ref' | 'state' | 'private' | 'agreedOn' | 'version'>

/** The objectives that the end of a year is about: in the plan for others to read too, and still open. */
export function openAtEnd<T extends Closing>(objectives: readonly T[]): T[] {
  return objectives.filter((one) => !one.private && one.agreedOn !== null && one.state !== 'closed')
}

/**
 * Why a year cannot be closed as proposed; fields are named `fate-ID`, `due-ID`, `cause-ID` and `reason-ID` after the
 * objective. Source: mission.md A7.
 */
export function checkCarry(
  items: readonly CarryItem[],
  objectives: readonly Closing[],
  year: PlanYear,
): Refusal[] {
  return openAtEnd(objectives).flatMap((one): Refusal[] => {
    const { objectiveId: id, ref } = one
    if (one.state !== 'agreed')
      return [
        {
          field: `fate-${id}`,
          message: `A change to ${ref} is not agreed yet. Have it agreed or take it back, then close the year.`,
        },
      ]
    const item = items.find(({ objectiveId }) => objectiveId === id)
    if (!item?.fate) return [{ field: `fate-${id}`, message: `Choose what becomes of ${ref}.` }]
    if (item.version !== one.version)
      return [
        {
          field: `fate-${id}`,
          message: `${ref} was changed after you opened this page. Look at it again, then choose.`,
        },
      ]
    const refusals: Refusal[] = []
    if (item.fate === 'carry' && (item.due === null || item.due <= year.to))
      refusals.push({
        field: `due-${id}`,
        message: `Give ${ref} a target date after ${plainDay(year.to)}, so that it falls in the next plan year.`,
      })
    if (causeOf(item) === null)
      refusals.push({ field: `cause-${id}`, message: `Choose why ${ref} ${WHY_WORDS[item.fate]}.` })
    if (item.cause === 'other' && !item.reason)
      refusals.push({ field: `reason-${id}`, message: `Say in your words why ${ref} changes.` })
    return refusals
  })
}

const WHY_WORDS: Record<Fate, string> = {
  carry: 'is carried over',
  met: 'is closed',
  'not met': 'is closed',
  'no longer needed': 'is no longer needed',
}

/** The cause of one item: what was chosen, else what its end itself says; null where neither does. */
function causeOf({ fate, cause }: CarryItem): Cause | null {
  if (cause !== null) return cause
  return fate === 'met' ? 'target met' : fate === 'not met' ? 'target missed' : null
}

/**
 * What changes in the plan when a year is closed as proposed, for the plan's own way of changing. An objective that is
 * carried over as it is changes nothing.
 */
export function changesAtEnd(
  items: readonly CarryItem[],
  objectives: readonly Pick<Objective, 'objectiveId' | 'due' | 'text'>[],
): AskedChange[] {
  return items.flatMap((item): AskedChange[] => {
    const { objectiveId, fate, due, text, reason } = item
    const one = objectives.find((each) => each.objectiveId === objectiveId)
    const cause = causeOf(item)
    if (!one || !fate || !cause) return []
    if (fate !== 'carry') return [{ objectiveId, cause, reason, close: fate }]
    const reworded = isReworded(text, one)
    if (due === one.due && !reworded) return []
    return [{ objectiveId, cause, reason, due, ...(reworded && { text }) }]
  })
}

/** Whether words are put anew: how lines end is no difference. */
export function isReworded(text: string, one: Pick<Objective, 'text'>): boolean {
  const line = (words: string) => words.replace(/\s+/g, ' ').trim()
  return text !== '' && line(text) !== line(one.text)
}
