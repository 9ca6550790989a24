import { type Day, daysBetween, plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { within } from '../../../kernel/text.ts'
import { budgetFor } from './budget.ts'
import { lateBy, type Objective } from './objective.ts'

/** Something one person waits for another to do. */
export type Waiting = {
  /** "You wait for Ben Hughes: agree or question O-14". */
  text: string
  meta: string
  /** Where to do it; null for the plan's reviews, or what `href` says. */
  objectiveId: Id | null
  href?: string
  days: number
  late: boolean
}

type Party = { personId: Id; name: string }
export type WaitingAsked = {
  objectives: readonly Objective[]
  /** Whose plan it is, and who leads them. */
  person: Party
  leader: Party | null
  /** Who reads the page. */
  viewerId: Id
  nextReviewOn: Day | null
  today: Day
}

const waitsFor = (viewerId: Id) => (who: Party, whom: Party, what: string) =>
  who.personId === viewerId
    ? `You wait for ${whom.name}: ${what}`
    : `${who.name} waits for ${whom.personId === viewerId ? 'you' : whom.name}: ${what}`

/** Who waits for whom where a plan year ends; nothing while nothing is proposed and the year still runs. */
export function waitingAtEnd(
  shown: {
    year: { name: string; to: Day } | null
    end: { state: string; proposedOn: Day; question: string } | null
  },
  asked: Pick<WaitingAsked, 'person' | 'leader' | 'viewerId' | 'today'> & { href: string },
): Waiting[] {
  const { year, end } = shown
  const { person, leader, viewerId, today, href } = asked
  if (!year) return []
  const at = { objectiveId: null, href, late: false }
  const asks = leader ?? { personId: '', name: 'Your leader' }
  const meta = `The plan year ends on ${plainDay(year.to)}`
  if (end?.state === 'proposed' && leader)
    return [
      {
        ...at,
        text: waitsFor(viewerId)(person, leader, `agree the close of ${year.name}`),
        meta,
        days: daysBetween(end.proposedOn, today),
      },
    ]
  if (end?.state === 'sent back')
    return [
      {
        ...at,
        text: waitsFor(viewerId)(asks, person, `propose the close of ${year.name} again`),
        meta: within(end.question),
        days: daysBetween(end.proposedOn, today),
      },
    ]
  if (today <= year.to) return []
  const whose = person.personId === viewerId ? 'you have' : `${person.name} has`
  return [
    {
      ...at,
      text: `The year ${year.name} is over, and ${whose} not closed it`,
      meta: `${meta}: what is open is carried over or closed`,
      days: daysBetween(year.to, today),
    },
  ]
}

/** How long before a review it is said that it comes. */
const REVIEW_SOON = 14

/** Who waits for whom in a plan, the late things first, then the longest waiting. Source: mission.md A7, A10. */
export function waitingIn(asked: WaitingAsked): Waiting[] {
  const { objectives, person, leader, viewerId, nextReviewOn, today } = asked
  const waits = waitsFor(viewerId)
  const all = objectives.flatMap((objective): Waiting[] => {
    const { ref, title, objectiveId, state, proposedOn, agreedOn, amendedOn, budget, declined } = objective
    const days = proposedOn ? daysBetween(proposedOn, today) : 0
    const found: Waiting[] = []
    const changes = agreedOn !== null && !objective.private
    if (state === 'proposed')
      found.push({
        text: leader
          ? waits(
              person,
              leader,
              changes ? `agree or decline the change to ${ref}` : `agree or question ${ref}`,
            )
          : `${ref} waits for somebody who leads ${person.personId === viewerId ? 'you' : person.name}`,
        meta: objective.cause ? `${title}. Cause: ${objective.cause}` : title,
        objectiveId,
        days,
        late: false,
      })
    if (state === 'questioned')
      found.push({
        text: waits(leader ?? { personId: '', name: 'Your leader' }, person, `answer the question on ${ref}`),
        meta: title,
        objectiveId,
        days,
        late: false,
      })
    if (state === 'draft' && declined && !changes)
      found.push({
        text: waits(leader ?? { personId: '', name: 'Your leader' }, person, `change ${ref} or close it`),
        meta: `Declined: ${within(declined.reason)}`,
        objectiveId,
        days: daysBetween(declined.on, today),
        late: false,
      })
    if (state === 'agreed' && budget?.state === 'asked' && leader && !objective.private)
      found.push({
        text: waits(person, leader, `approve or decline the money for ${ref}`),
        meta: budgetFor(budget),
        objectiveId,
        days: daysBetween(amendedOn ?? agreedOn ?? today, today),
        late: false,
      })
    if (state === 'closed' || (proposedOn === null && agreedOn === null)) return found
    for (const action of objective.actions) {
      const late = lateBy(action, today)
      if (late === 0) continue
      const owner = action.ownerId ?? (action.owner ? '' : person.personId)
      const text =
        owner === viewerId
          ? `Your action is late: ${action.what}`
          : owner === person.personId
            ? `${person.name}’s action is late: ${action.what}`
            : waits(person, { personId: owner, name: action.owner }, action.what)
      const meta = `For ${ref}, ${title}`
      found.push({ text, meta, objectiveId, days: late, late: true })
    }
    return found
  })
  const until = nextReviewOn ? daysBetween(today, nextReviewOn) : null
  if (nextReviewOn && until !== null && until <= REVIEW_SOON)
    all.push({
      text: until < 0 ? 'The review of the plan has not been held' : 'The review of the plan comes next',
      meta: `Set for ${plainDay(nextReviewOn)}`,
      objectiveId: null,
      days: Math.abs(until),
      late: until < 0,
    })
  return all.sort((a, b) => Number(b.late) - Number(a.late) || b.days - a.days)
}

/** How long a plan may lie before it is called stale: twelve weeks since it was agreed, reviewed or changed. */
export const STALE_DAYS = 84

/** Days since anybody last agreed or reviewed the plan, where that is more than `after` days; else null. Source: mission.md A7. */
export function staleFor(lastLooked: Day | null, today: Day, after: number = STALE_DAYS): number | null {
  const days = lastLooked === null ? 0 : daysBetween(lastLooked, today)
  return days > after ? days : null
}
