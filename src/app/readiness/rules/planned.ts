import { daysBetween, plainDay } from '../../../kernel/day.ts'
import { count, listing, within } from '../../../kernel/text.ts'
import { type Case, type Finding, finding, nothing, type Objective } from './case.ts'

const plan = (text: string) => ({ text, page: 'plan' as const })
const reviewsPage = (text: string) => ({ text, page: 'reviews' as const })

/** What an objective lacks of what an assessor asks of it, in words. Source: mission.md A6. */
function lacksOf(objective: Objective, needIds: ReadonlySet<string>): string[] {
  const { unmet, needId, resources, due, success, actions, agreed } = objective
  return [
    !agreed && 'is not agreed',
    unmet.length > 0 && `does not read as ${listing(unmet.map((letter) => letter.toLowerCase()))}`,
    (needId === null || !needIds.has(needId)) && 'is linked to no need',
    resources.trim() === '' && 'names no resources',
    (due === null || actions === 0) && 'has no timeline: a date, and an action',
    success.trim() === '' && 'has no success criterion',
  ].filter((lack): lack is string => Boolean(lack))
}

/** 7: every objective is SMART, linked to a need, with resources, timeline and success criterion. Source: mission.md readiness 7. */
export function wholeObjectives({ needs, objectives }: Case): Finding {
  const asked = objectives.filter(({ closedAs }) => closedAs !== 'no longer needed')
  if (asked.length === 0)
    return nothing('No objective yet', 'An objective that closes a gap', {
      text: 'Write an objective',
      page: 'new objective',
    })
  const ids = new Set(needs.map(({ needId }) => needId))
  const lacking = asked.flatMap((objective) => {
    const lacks = lacksOf(objective, ids)
    return lacks.length > 0 ? [{ objective, lacks }] : []
  })
  const [first] = lacking
  const whole = asked.length - lacking.length
  return finding(
    `${whole} of ${count(asked.length, 'objective')} ${asked.length === 1 ? 'is' : 'are'} whole`,
    lacking.map(({ objective, lacks }) => `${objective.ref} ${listing(lacks)}`),
    first
      ? { text: `Finish ${first.objective.ref}`, page: 'objective', id: first.objective.objectiveId }
      : plan('Objectives'),
  )
}

/** The longest time between two reviews that still counts as regular: 12 weeks. Source: domain.md 1.5. */
const LONGEST_DAYS = 84

/** 8: reviews are regular and documented, and every change of the plan has its cause. Source: mission.md readiness 8, A7. */
export function regularReviews({ reviews, agreedOn, nextReviewOn, changes, today }: Case): Finding {
  const [first, ...later] = reviews
  if (!first)
    return nothing(
      'No review is closed',
      nextReviewOn ? `The first is set for ${plainDay(nextReviewOn)}` : 'A first review',
      reviewsPage('Reviews'),
    )
  const days = [...(agreedOn ? [agreedOn] : []), ...reviews.map(({ heldOn }) => heldOn), today]
  const late = days.some((day, index) => daysBetween(days[index - 1] ?? day, day) > LONGEST_DAYS)
  const unsigned = reviews.filter(({ signed, alone }) => signed < (alone ? 1 : 2))
  const caused = changes.filter(({ cause, reason }) => cause !== '' && reason.trim() !== '')
  const last = later.at(-1)
  const rhythm = last ? `, the last on ${plainDay(last.heldOn)}` : `, on ${plainDay(first.heldOn)}`
  const alone = reviews.every((one) => one.alone)
  return finding(
    [
      `${count(reviews.length, 'review')} signed${alone ? ' by the person alone' : ''}${rhythm}`,
      changes.length > 0
        ? `${caused.length} of ${count(changes.length, 'change')} ${changes.length === 1 ? 'names its' : 'name their'} cause`
        : 'the plan was not changed',
    ].join('; '),
    [
      !last &&
        `a second review: one alone is not regular${nextReviewOn ? `. The next is set for ${plainDay(nextReviewOn)}` : ''}`,
      late && `more than ${LONGEST_DAYS / 7} weeks went by without a review`,
      unsigned.length > 0 &&
        `not signed by both: ${listing(unsigned.map(({ number }) => `review ${number}`))}`,
      caused.length < changes.length &&
        `${listing([...new Set(changes.filter((one) => !caused.includes(one)).map(({ ref }) => ref))])} changed without a cause`,
    ],
    reviewsPage('Reviews'),
  )
}

/** 9: one reflective account is complete, with its impact on practice. Source: mission.md readiness 9, A8. */
export function reflectiveAccount({ accounts }: Case): Finding {
  const best =
    accounts.find(({ complete, impact }) => complete && impact) ??
    [...accounts].sort((a, b) => b.done / b.of - a.done / a.of)[0]
  if (!best)
    return nothing('No reflective account yet', 'An account of something that happened', {
      text: 'Begin an account',
      page: 'reflections',
    })
  const about = best.about ? ` of ${best.about}` : ''
  return finding(
    `${best.ref}${about}, ${best.done} of ${best.of} stages`,
    [
      !best.complete && `still thin or empty: ${listing(best.lacking)}`,
      !best.impact && 'the impact on practice is not written up',
    ],
    {
      text: best.complete && best.impact ? 'Account' : 'Finish the account',
      page: 'reflection',
      id: best.reflectionId,
    },
  )
}

/** 10: a target role and a route with cited sources. Routes cannot be kept yet. Source: mission.md readiness 10. */
export function route({ aspiration }: Case): Finding {
  return {
    state: 'not yet',
    what: `Routes from role to role, and their sources, are not yet in this version.${aspiration ? ` Where the person wants to go is written down: “${within(aspiration)}”.` : ''}`,
    missing: null,
    where: [plan('Plan')],
  }
}

/** 13: objectives serve the organisation's priorities and the person's aspiration. Source: mission.md readiness 13, A12. */
export function serves({ objectives, aspiration, priorities }: Case): Finding {
  const asked = objectives.filter(
    ({ kind, agreed, closedAs }) => kind === 'professional' && agreed && closedAs !== 'no longer needed',
  )
  if (asked.length === 0)
    return nothing(
      'No professional objective is agreed',
      'An agreed objective that serves both',
      plan('Plan'),
    )
  const named = asked.filter(({ priority }) => priority !== null)
  const loose = asked.filter(({ priority }) => priority === null)
  const toward = objectives.filter(({ servesAspiration }) => servesAspiration)
  const toRefs = listing(toward.map(({ ref }) => ref))
  return finding(
    `${named.length} of ${count(asked.length, 'professional objective')} ${asked.length === 1 ? 'names' : 'name'} a priority${toward.length > 0 ? `; ${toRefs} ${toward.length === 1 ? 'serves' : 'serve'} the aspiration` : ''}`,
    [
      loose.length > 0 &&
        (priorities === 0
          ? 'the organisation has set no priority'
          : `${listing(loose.map(({ ref }) => ref))} ${loose.length === 1 ? 'names' : 'name'} no priority`),
      !aspiration && 'where the person wants to go is not written down',
      toward.length === 0 && 'no objective serves the aspiration',
    ],
    plan('Priorities and aspiration'),
  )
}
