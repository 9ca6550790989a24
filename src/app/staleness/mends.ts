import { type Day, longDay, plainDay } from '../../kernel/day.ts'
import { clip } from '../../kernel/text.ts'
import { fieldId } from '../../ui/field.tsx'
import { paths } from '../paths.ts'
import type { Person } from '../people/people.ts'
import type { PlannedReview } from '../plans/plans.ts'
import { nextReviewDay, reviewAhead, type StaleFound, type StaleKind } from './rules.ts'

/** The one click that mends something: the fields of a form where it is done by the click, else a page to open. */
export type Mend = { text: string; href: string; post: Record<string, string> | null }

/** What is known of somebody's reviews to come. */
export type ComingReview = { person: Person; next: PlannedReview | null; today: Day }

/** What waits, in the person's own words and in their leader's, with where it lies and what mends it. */
export type StaleWords = {
  /** As a line of its own: for others it begins with the person's name. */
  title: string
  /** The same without the name. */
  what: string
  why: string
  href: string
  mend: Mend
}

const TO_BOOK = (day: Day): Record<string, string> => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'next-year': year, 'next-month': String(Number(month)), 'next-day': String(Number(date)) }
}

/** Takes up the review that is on its way, or books one. */
function byReview({ person: { personId }, next, today }: ComingReview): Mend {
  if (next?.reviewId && reviewAhead(next.day, today))
    return {
      text: `Go on with review ${next.number}`,
      href: paths.review(personId, next.reviewId),
      post: null,
    }
  if (next && next.day >= today && reviewAhead(next.day, today))
    return { text: `Review it on ${plainDay(next.day)}`, href: paths.reviews(personId), post: null }
  const day = nextReviewDay(today)
  const [weekday = '', date = '', month = ''] = longDay(day).split(' ')
  return {
    text: `Book a review for ${weekday} ${date} ${month}`,
    href: `${paths.reviews(personId)}/next`,
    post: TO_BOOK(day),
  }
}

function ownMend(found: StaleFound, coming: ComingReview): Mend {
  const { personId } = coming.person
  const objective = paths.objective(personId, found.objectiveId ?? '')
  switch (found.kind) {
    case 'no review':
      return byReview(coming)
    case 'deadline passed':
      return {
        text: 'Move the date',
        href: `${objective}?change=yes&cause=target+missed#${fieldId('due')}`,
        post: null,
      }
    case 'action late':
      return {
        text: 'Mark as done',
        href: `${objective}/actions/${found.recordId}/completion`,
        post: { done: 'yes' },
      }
    case 'need without objective':
      return { text: 'Make an objective', href: paths.objectiveNew(personId, found.recordId), post: null }
    case 'objective without action':
      return {
        text: 'Add an action',
        href: `${objective}?change=yes&add=action#${fieldId('a0-what')}`,
        post: null,
      }
  }
}

function whyOf({ kind, ref, on, reach }: StaleFound): string {
  switch (kind) {
    case 'no review':
      return `The plan was last looked at together on ${plainDay(on)}.`
    case 'deadline passed':
      return `Its date was ${plainDay(on)}. Give it a new one, or close it${reach === 'person' ? '' : ' at a review'}.`
    case 'action late':
      return `Action for ${ref}. Its date was ${plainDay(on)}.`
    case 'need without objective':
      return `A need of ${plainDay(on)} that no objective closes yet.`
    case 'objective without action':
      return `Agreed on ${plainDay(on)}, and no action yet.`
  }
}

const placeOf = ({ kind, recordId, objectiveId }: StaleFound, { personId }: Person) =>
  kind === 'no review'
    ? paths.reviews(personId)
    : kind === 'need without objective'
      ? paths.need(personId, recordId)
      : paths.objective(personId, objectiveId ?? '')

const nameOf = ({ kind, ref, title }: StaleFound) =>
  kind === 'no review' ? 'Review the plan' : kind === 'action late' ? title : `${ref}: ${clip(title, 70)}`

/** As the person reads it. */
export function ownWords(found: StaleFound, coming: ComingReview): StaleWords {
  const what = found.kind === 'no review' ? 'Review your plan' : nameOf(found)
  return {
    title: what,
    what,
    why: whyOf(found),
    href: placeOf(found, coming.person),
    mend: ownMend(found, coming),
  }
}

/** As their leader reads it: they mend it together, at a review. */
export function leaderWords(found: StaleFound, coming: ComingReview): StaleWords {
  const what = nameOf(found)
  return {
    title: `${coming.person.name}: ${found.kind === 'no review' ? 'review the plan' : what}`,
    what,
    why: whyOf(found),
    href: placeOf(found, coming.person),
    mend: byReview(coming),
  }
}

const KIND_ALONE: Record<StaleKind, string> = {
  'no review': 'a review of the plan',
  'deadline passed': 'an objective whose date has passed',
  'action late': 'an action whose date has passed',
  'need without objective': 'a need without an objective',
  'objective without action': 'an objective without an action',
}

/** As those further up read it: what kind of thing it is, of whom, and who leads them. Nothing of what it says. */
export function lineWords({ kind }: StaleFound, { person }: ComingReview): StaleWords {
  return {
    title: `${person.name}: ${KIND_ALONE[kind]}`,
    what: KIND_ALONE[kind],
    why: `Led by ${person.leader ?? 'nobody'}.`,
    href: '',
    mend: {
      text: `Ask ${person.leader ?? 'nobody'}`,
      href: paths.staleAsking,
      post: { person: person.personId },
    },
  }
}
