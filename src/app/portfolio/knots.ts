import { type Day, plainDay, shortDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { capital, clip, count, listing } from '../../kernel/text.ts'
import { type Knot, STAGES, type Stage } from '../../ui/thread.tsx'
import { paths } from '../paths.ts'
import type { Thread } from './portfolio.ts'
import { type Held, knotStates } from './rules/thread.ts'
import { actionsOf, lateWords, shortAim } from './words.ts'

const DECIDED = { award: 'awarded', refer: 'referred', 'not yet': 'not yet' }

function heldBy(
  { objective, need, evidence, reviews, accounts, impact, decisions }: Thread,
  today: Day,
): Held {
  const { all, done } = actionsOf(objective, today)
  const whole = accounts.find(({ complete }) => complete) ?? accounts[0]
  return {
    evidence: evidence.length,
    need: need !== null,
    agreed: objective.agreedOn !== null,
    closed: objective.state === 'closed',
    actions: { done: done.length, of: all.length },
    reviews: reviews.filter(({ review }) => review.state === 'closed').length,
    account: whole ? { complete: whole.complete } : null,
    impact: Boolean(impact?.words),
    awarded: decisions.some(({ verdict }) => verdict === 'award'),
  }
}

/** The stage that a thread has reached without a gap: the first knot whose record is not there. */
export function stageReached(thread: Thread, today: Day): Stage {
  const at = knotStates(heldBy(thread, today)).findIndex((state) => state !== 'done')
  return STAGES[at] ?? 'Award'
}

function decided(person: Id, decisions: Thread['decisions']): Omit<Knot, 'stage' | 'state'> {
  const [first] = decisions
  if (!first) return { text: 'Criteria', href: paths.decisions(person), meta: 'Not yet decided' }
  return {
    text: `${decisions.length === 1 ? 'Criterion' : 'Criteria'} ${listing(decisions.map(({ code }) => code).sort())}`,
    href:
      decisions.length === 1
        ? paths.criterion(person, first.unitId, first.criterionId)
        : paths.decisionUnit(person, first.unitId),
    meta: listing([...new Set(decisions.map(({ verdict }) => DECIDED[verdict]))]),
  }
}

/** The seven knots of a thread, each a link to its record or to the page that would make it. */
export function knotsOf(thread: Thread, nextReviewOn: Day | null, today: Day): Knot[] {
  const { objective, need, evidence, reviews, accounts, impact, decisions } = thread
  const person = objective.personId
  const states = knotStates(heldBy(thread, today))
  const { all, done, late } = actionsOf(objective, today)
  const [newest] = reviews
  const account = accounts.find(({ complete }) => !complete) ?? accounts[0]
  const finished = account?.stages.filter(({ state }) => state === 'done').length
  const texts: Omit<Knot, 'stage' | 'state'>[] = [
    {
      text: evidence.length > 0 ? count(evidence.length, 'item') : 'None yet',
      href: paths.evidence(person),
      meta: evidence
        .slice(0, 3)
        .map(({ title }) => clip(title, 40))
        .join(', '),
    },
    need
      ? {
          text: clip(need.title, 60),
          href: paths.need(person, need.needId),
          meta: `Named ${plainDay(need.madeOn)}`,
        }
      : { text: 'No need', href: paths.gaps(person), meta: 'The objective is linked to none' },
    {
      text: `${objective.ref}: ${clip(objective.title, 60)}`,
      href: paths.objective(person, objective.objectiveId),
      meta: objective.agreedOn ? shortAim(objective, today) : 'Not yet agreed',
    },
    {
      text: all.length > 0 ? `${done.length} of ${all.length} done` : 'None yet',
      href: paths.objective(person, objective.objectiveId),
      meta: lateWords(late),
    },
    newest && (newest.review.state !== 'closed' || !nextReviewOn)
      ? {
          text: `Review ${newest.review.number}`,
          href: paths.review(person, newest.review.reviewId),
          meta: account && `Account at ${finished} of ${account.stages.length} stages`,
        }
      : {
          text: nextReviewOn ? `Review on ${shortDay(nextReviewOn, today)}` : 'No review yet',
          href: paths.reviews(person),
          meta: account
            ? `Account at ${finished} of ${account.stages.length} stages`
            : 'No reflective account yet',
        },
    {
      text: impact?.judged?.verdict ? `${capital(impact.judged.verdict)} on the whole chart` : 'Impact',
      href: objective.measure ? paths.measure(person, objective.measure) : paths.reviews(person),
      meta: impact?.words ? `Written up for review ${impact.review}` : 'Not yet written up',
    },
    decided(person, decisions),
  ]
  return STAGES.map((stage, index) => ({
    stage,
    state: states[index] ?? 'todo',
    ...(texts[index] ?? { text: stage }),
  }))
}
