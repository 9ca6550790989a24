import { addDays, type Day, daysBetween, isoWeekday } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Sharing } from '../../kernel/sharing.ts'

/** What can wait in a plan. Source: issue 4, staleness. */
export type StaleKind =
  | 'no review'
  | 'deadline passed'
  | 'action late'
  | 'need without objective'
  | 'objective without action'

/** Something of a plan that waits for its person. Source: mission.md A7 and A10. */
export type StaleFound = {
  kind: StaleKind
  /** The need, objective or action that waits; the person where it is a review. */
  recordId: Id
  /** The objective that it belongs to. */
  objectiveId: Id | null
  /** Such as O-2 or N-3; '' of a review. */
  ref: string
  /** What the record is called. */
  title: string
  /** The first day on which it waits. */
  since: Day
  /** The day that says why: of the last review, of the date that passed, on which it was made or agreed. */
  on: Day
  /** Who may come to know of it: the person alone; their leader too, as it is personal; or those further up as well. */
  reach: 'person' | 'leader' | 'line'
}

/** A plan as far as it can go stale. */
export type StalePlan = {
  personId: Id
  objectives: readonly {
    objectiveId: Id
    ref: string
    title: string
    needId: Id | null
    kind: 'professional' | 'personal'
    sharing: Sharing
    state: string
    due: Day | null
    agreedOn: Day | null
    closedAs: string | null
    closedOn: Day | null
    actions: readonly {
      actionId: Id
      what: string
      owner: string
      ownerId: Id | null
      by: Day | null
      state: string
    }[]
  }[]
  needs: readonly {
    needId: Id
    ref: string
    title: string
    sharing: Sharing
    madeOn: Day
    /** 1 now, 2 next, 3 later. */
    priority: 1 | 2 | 3
  }[]
  /** The day on which the plan was first agreed. */
  agreedOn: Day | null
  /** The day of the last review that was held. */
  heldOn: Day | null
  /** The day of the review that is booked, or in progress. */
  nextOn: Day | null
  cadenceWeeks: number
}

/** A need waits for its objective, and an agreed objective for its first action, for this many days unmentioned. */
const GRACE = 14
/** A review booked for a day at most so far ahead is as good as on its way. */
const AHEAD = 28

/** Everything in a plan that has waited too long, the oldest first. */
export function findStale(plan: StalePlan, today: Day): StaleFound[] {
  const { objectives, needs, personId } = plan
  const found = [
    ...reviewIn(plan, today),
    ...objectives.filter(({ state }) => state !== 'closed').flatMap((one) => objectiveIn(one, personId)),
    ...needs.flatMap((need) => needIn(need, objectives)),
  ]
  return found
    .filter(({ since }) => since <= today)
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.ref < b.ref ? -1 : 1))
}

/** Whether a review is on its way: booked for one of the next four weeks, or held in the last two and not signed yet. */
export function reviewAhead(nextOn: Day | null, today: Day): boolean {
  return nextOn !== null && nextOn >= addDays(today, -GRACE) && nextOn <= addDays(today, AHEAD)
}

/** The day on which a plan has lain too long: the cadence's weeks after its last review, else its first agreement. */
function overOn({ heldOn, agreedOn, cadenceWeeks }: Lain): Day | null {
  const last = heldOn ?? agreedOn
  return last === null ? null : addDays(last, 7 * cadenceWeeks)
}
type Lain = Pick<StalePlan, 'heldOn' | 'agreedOn' | 'cadenceWeeks'>

/**
 * Whether what waits may be left to the review that is on its way: not once the plan has lain for four weeks too long,
 * as whoever books again and again reviews nothing. Source: mission.md A7.
 */
export function leftToReview(plan: Lain & Pick<StalePlan, 'nextOn'>, today: Day): boolean {
  const over = overOn(plan)
  return reviewAhead(plan.nextOn, today) && (over === null || today < addDays(over, AHEAD))
}

/**
 * No review within the cadence. One that is booked soon excuses that, once: four weeks after the cadence is over it
 * waits whatever day is booked. Where a booked day passes too, the waiting counts from that day, and never from later
 * than those four weeks. Source: mission.md A7; domain.md 1.5.
 */
function reviewIn(plan: StalePlan, today: Day): StaleFound[] {
  const { personId, objectives, agreedOn, heldOn, nextOn } = plan
  const [last, over] = [heldOn ?? agreedOn, overOn(plan)]
  const toReview = objectives.some(
    (one) => one.state !== 'closed' && one.agreedOn !== null && one.sharing !== 'me',
  )
  if (last === null || over === null || !toReview) return []
  const excusedTo = addDays(over, AHEAD)
  if (nextOn !== null && nextOn >= today && nextOn <= addDays(today, AHEAD) && today < excusedTo) return []
  const missed = nextOn !== null && nextOn < today ? addDays(nextOn, 1) : over
  // The middle one of the three: none before the cadence is over, none after the excuse.
  const [, since = over] = [over, missed, excusedTo].sort()
  return [
    {
      kind: 'no review',
      recordId: personId,
      objectiveId: null,
      ref: '',
      title: '',
      since,
      on: last,
      reach: 'line',
    },
  ]
}

const reachOf = (sharing: Sharing): StaleFound['reach'] =>
  sharing === 'me' ? 'person' : sharing === 'leader' ? 'leader' : 'line'

function objectiveIn(objective: StalePlan['objectives'][number], personId: Id): StaleFound[] {
  const { objectiveId, ref, title, state, due, agreedOn, actions, sharing } = objective
  const reach = objective.kind === 'personal' && sharing !== 'me' ? 'leader' : reachOf(sharing)
  const of = { objectiveId, ref, reach } as const
  const found: StaleFound[] = []
  if (due !== null)
    found.push({
      kind: 'deadline passed',
      recordId: objectiveId,
      title,
      since: addDays(due, 1),
      on: due,
      ...of,
    })
  const standing = actions.filter((action) => action.state !== 'dropped')
  if (state === 'agreed' && agreedOn !== null && standing.length === 0)
    found.push({
      kind: 'objective without action',
      recordId: objectiveId,
      title,
      since: addDays(agreedOn, GRACE),
      on: agreedOn,
      ...of,
    })
  for (const { actionId, what, by, state: at, owner, ownerId } of standing)
    if (at === 'planned' && by !== null && (ownerId === null ? owner === '' : ownerId === personId))
      found.push({
        kind: 'action late',
        recordId: actionId,
        title: what,
        since: addDays(by, 1),
        on: by,
        ...of,
      })
  return found
}

/** Without what is mended along with its objective: where the objective's own date has passed, that alone is shown. */
export function withoutCovered<T extends Pick<StaleFound, 'kind' | 'objectiveId'>>(found: readonly T[]): T[] {
  const passed = new Set(found.flatMap((one) => (one.kind === 'deadline passed' ? [one.objectiveId] : [])))
  return found.filter((one) => one.kind === 'deadline passed' || !passed.has(one.objectiveId))
}

/**
 * A need that no objective closes: none was made for it, or the last was closed without having been met. One that its
 * person has put off to later does not wait.
 */
function needIn(need: StalePlan['needs'][number], objectives: StalePlan['objectives']): StaleFound[] {
  const made = objectives.filter(({ needId }) => needId === need.needId)
  if (need.priority === 3 || made.some(({ state, closedAs }) => state !== 'closed' || closedAs !== 'not met'))
    return []
  const on = made.reduce((day, { closedOn }) => (closedOn && closedOn > day ? closedOn : day), need.madeOn)
  const { needId: recordId, ref, title, sharing } = need
  return [
    {
      kind: 'need without objective',
      recordId,
      objectiveId: null,
      ref,
      title,
      since: addDays(on, GRACE),
      on,
      reach: reachOf(sharing),
    },
  ]
}

/** After how many days something is shown to the person's leader, and after how many more to each one further up. */
export type StaleSteps = { leaderDays: number; lineDays: number }
export const USUAL_STEPS: StaleSteps = { leaderDays: 14, lineDays: 14 }

/**
 * How far up something has been shown: 0 to the person alone, 1 to their leader, 2 to the leader's leader. What is
 * private stays at 0, what is personal with the leader. What is left to a review that is on its way goes no further
 * than the leader, who will talk about it there.
 * @param line those above the person, the nearest first
 */
export function stepOf(
  found: Pick<StaleFound, 'since' | 'reach'>,
  { steps, line, ahead }: { steps: StaleSteps; line: readonly Id[]; ahead: boolean },
  today: Day,
): number {
  const over = daysBetween(found.since, today) - steps.leaderDays
  if (found.reach === 'person' || over < 0) return 0
  const most = ahead || found.reach === 'leader' ? 1 : line.length
  return Math.min(1 + Math.floor(over / steps.lineDays), most, line.length)
}

/** Those above a person, the nearest first. Somebody who left is passed over; where leaders lead each other it ends. */
export function lineAbove(
  people: ReadonlyMap<Id, { leaderId: Id | null; state: string }>,
  personId: Id,
): Id[] {
  const line: Id[] = []
  const seen = new Set([personId])
  let next = people.get(personId)?.leaderId ?? null
  while (next !== null && !seen.has(next)) {
    seen.add(next)
    const leader = people.get(next)
    if (leader && leader.state !== 'left') line.push(next)
    next = leader?.leaderId ?? null
  }
  return line
}

/** The next Tuesday at least three days away on which people work: not between Christmas Eve and the second of January. */
export function nextReviewDay(today: Day): Day {
  const early = addDays(today, 3)
  const tuesday = addDays(early, (9 - isoWeekday(early)) % 7)
  const date = tuesday.slice(5)
  return date >= '12-24' || date <= '01-02' ? nextReviewDay(addDays(tuesday, -2)) : tuesday
}
