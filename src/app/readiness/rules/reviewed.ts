import { type Day, daysBetween, plainDay } from '../../../kernel/day.ts'
import { count, listing } from '../../../kernel/text.ts'
import { type Account, type Case, type Finding, finding, nothing } from './case.ts'
import { saysImpact } from './impact.ts'
import { givesReason } from './words.ts'

const reviewsPage = (text: string) => ({ text, page: 'reviews' as const })

/** Two reviews that lie fewer days apart are one occasion: two weeks, the shortest cadence. */
const APART_DAYS = 14

/** The reviews that are occasions of their own, oldest first. */
function occasionsOf(reviews: Case['reviews']): Case['reviews'] {
  const apart: Case['reviews'] = []
  for (const one of reviews) {
    const before = apart.at(-1)
    if (!before || daysBetween(before.heldOn, one.heldOn) >= APART_DAYS) apart.push(one)
  }
  return apart
}

/** The longest time that went by from the first day to the last, in days. */
function longest(days: readonly Day[]): number {
  return Math.max(0, ...days.map((day, index) => daysBetween(days[index - 1] ?? day, day)))
}

/** Whether a reason says its cause back and nothing else. */
const repeats = (reason: string, cause: string) =>
  reason.toLowerCase().replace(/\W+/g, ' ').trim() === cause.toLowerCase()

/**
 * 8: reviews are regular by the cadence in force, from the first agreement until today, and signed; every change of the
 * plan has its cause and a reason. Source: mission.md readiness 8, A7; domain.md 1.5.
 */
export function regularReviews(all: Case): Finding {
  const { reviews, agreedOn, nextReviewOn, cadence, changes, today } = all
  const [first] = reviews
  const last = reviews.at(-1)
  if (!first || !last)
    return nothing(
      `No review is closed${nextReviewOn ? `; the first is set for ${plainDay(nextReviewOn)}` : ''}`,
      'A first review, held and signed',
      reviewsPage('Reviews'),
    )
  const occasions = occasionsOf(reviews)
  const days = longest([...(agreedOn ? [agreedOn] : []), ...reviews.map(({ heldOn }) => heldOn), today])
  const unsigned = reviews.filter(({ signed, alone }) => signed < (alone ? 1 : 2))
  const caused = changes.filter(
    ({ cause, reason }) => cause !== '' && givesReason(reason) && !repeats(reason, cause),
  )
  const rhythm =
    reviews.length > 1 ? `, the last on ${plainDay(last.heldOn)}` : `, on ${plainDay(first.heldOn)}`
  const alone = reviews.every((one) => one.alone)
  return finding(
    [
      `${count(reviews.length, 'review')} held${alone ? ' by the person alone' : ''}${rhythm}`,
      changes.length > 0
        ? `${caused.length} of ${count(changes.length, 'change')} ${changes.length === 1 ? 'names its' : 'name their'} cause`
        : 'the plan was not changed',
    ].join('; '),
    [
      occasions.length < 2 &&
        (reviews.length < 2
          ? `a second review: one alone is not regular${nextReviewOn ? `. The next is set for ${plainDay(nextReviewOn)}` : ''}`
          : `reviews that lie at least ${APART_DAYS / 7} weeks apart: these are one occasion`),
      days > 7 * cadence.weeks &&
        `${count(Math.floor(days / 7), 'week')} went by without a review, and the cadence is ${count(cadence.weeks, 'week')}`,
      unsigned.length > 0 &&
        `not signed by both: ${listing(unsigned.map(({ number }) => `review ${number}`))}`,
      caused.length < changes.length &&
        `${listing([...new Set(changes.filter((one) => !caused.includes(one)).map(({ ref }) => ref))])} changed without a cause and a reason`,
    ],
    reviewsPage('Reviews'),
  )
}

/** From this many words on an account can reflect. A quick one that has just enough in each stage has fewer. */
const LEAST_WORDS = 50

const HINTED = {
  description: 'it is nearly all description',
  cause: 'its analysis names no cause',
  action: 'its action is missing, or nobody could see it done',
} as const

const wordsOf = ({ stages }: Account) => stages.reduce((sum, { words }) => sum + words, 0)

function lacksOf(account: Account): string[] {
  const { stages, hints, impacts } = account
  const thin = stages.filter(({ done }) => !done)
  return [
    thin.length > 0 && `still thin or empty: ${listing(thin.map(({ name }) => name.toLowerCase()))}`,
    thin.length === 0 &&
      wordsOf(account) < LEAST_WORDS &&
      `${wordsOf(account)} words are a note, not yet an account`,
    ...hints.map((hint) => HINTED[hint]),
    !impacts.some(saysImpact) &&
      (impacts.some((text) => text.trim() !== '')
        ? 'the impact says no change that somebody could see at work'
        : 'the impact on practice is not written up'),
  ].filter((lack): lack is string => Boolean(lack))
}

/**
 * 9: one reflective account is complete: every stage of its cycle is written, it looks for a cause, ends in an action
 * and says what changed at work since. Source: mission.md readiness 9, A8; domain.md 4; the least words are our own.
 */
export function reflectiveAccount({ accounts }: Case): Finding {
  const [best] = accounts
    .map((account) => ({ account, lacks: lacksOf(account) }))
    .sort((a, b) => a.lacks.length - b.lacks.length || wordsOf(b.account) - wordsOf(a.account))
  if (!best)
    return nothing('No reflective account yet', 'An account of something that happened', {
      text: 'Begin an account',
      page: 'reflections',
    })
  const { account, lacks } = best
  const about = account.about ? ` of ${account.about}` : ''
  const done = account.stages.filter((stage) => stage.done).length
  return finding(`${account.ref}${about}, ${done} of ${count(account.stages.length, 'stage')}`, lacks, {
    text: lacks.length === 0 ? 'Account' : 'Finish the account',
    page: 'reflection',
    id: account.reflectionId,
  })
}
