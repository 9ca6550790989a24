import { addDays, type Day, dayIn, plainDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { clip, listing } from '../../kernel/text.ts'
import { standing } from '../decisions/decisions.ts'
import { paths } from '../paths.ts'
import type { Person } from '../people/people.ts'
import type { Objective } from '../plans/plans.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import type { StaleThing } from '../staleness/staleness.ts'
import { SOON_DAYS, type Waiting } from './rules/waiting.ts'
import type { Member } from './team.ts'

/** What has waited too long with the reader themself, in a calm tone: since when, and what mends it. */
export function waitingStale(things: readonly StaleThing[]): Waiting[] {
  return things.map(({ title, why, href, since, mend }) => ({
    title,
    why: `${why} Waiting since ${plainDay(since)}.`,
    href,
    since,
    by: null,
    mend,
  }))
}

/** What waits for a person in their own records, apart from what has waited too long. */
export function waitingForOwn(portfolio: Portfolio, person: Person, zone: string, today: Day): Waiting[] {
  const { objectives, assessments, reviews, accounts, evidence } = portfolio
  const me = person.personId
  const all = objectives.flatMap((objective) => [
    ...actionsFor(objective, me, today).filter(({ by }) => by !== null && by >= today),
    ...(objective.state === 'questioned'
      ? [
          {
            title: `Answer the question on ${objective.ref}`,
            why: `${objective.title}. Asked by ${person.leader ?? 'your leader'}`,
            href: paths.objective(me, objective.objectiveId),
            since: dayIn(objective.changedAt, zone),
            by: null,
          },
        ]
      : []),
  ])
  const pass = assessments.find((one) => one.pass === 'self' && one.state === 'open')
  if (pass)
    all.push({
      title: 'Finish and hand in your self-assessment',
      why: `Round ${pass.round}, against ${pass.roleTitle} ${pass.roleVersion}`,
      href: paths.assessment(me, pass.assessmentId),
      since: null,
      by: null,
    })
  const [review] = reviews
  if (review && review.state !== 'closed' && !review.signatures.some((one) => one.personId === me))
    all.push({
      title:
        review.state === 'signed by one'
          ? `Sign review ${review.number}`
          : `Go on with review ${review.number}`,
      why: review.heldOn
        ? `${review.heldOn > today ? 'Planned for' : 'Held on'} ${plainDay(review.heldOn)}`
        : 'It is open',
      href: paths.review(me, review.reviewId),
      since: review.heldOn,
      by: review.heldOn !== null && review.heldOn >= today ? review.heldOn : null,
    })
  for (const account of accounts.filter(({ complete }) => !complete)) {
    const lacking = account.stages.filter(({ state }) => state !== 'done')
    all.push({
      title: `Finish the reflective account ${account.ref}`,
      why: `${account.stages.length - lacking.length} of ${account.stages.length} stages. Thin or empty: ${listing(lacking.map(({ name }) => name.toLowerCase()))}`,
      href: paths.reflection(me, account.reflectionId),
      since: account.saidOn,
      by: null,
      parts: { done: account.stages.length - lacking.length, of: account.stages.length },
    })
  }
  for (const item of evidence.filter(({ happenedOn, addedBy }) => happenedOn === null && addedBy === me))
    all.push({
      title: `Say when it happened: ${item.ref}, ${clip(item.title, 50)}`,
      why: 'The date is missing, so it cannot count as current',
      href: paths.evidenceChange(me, item.evidenceId),
      since: item.addedOn,
      by: null,
    })
  return [...all, ...asked(portfolio)]
}

/**
 * What an assessor asks for with a refer or a not yet, until they decide again: no evidence settles it by itself. Once the
 * person has added some since, it says which, and is no longer late.
 */
function asked({ decisions, evidence, personId }: Portfolio): Waiting[] {
  return [...standing(decisions).values()]
    .filter(({ verdict }) => verdict !== 'award')
    .map(({ verdict, byName, code, feedback, unitId, criterionId, on, at, actBy }) => {
      const since = evidence.filter(
        ({ addedBy, addedOn, savedAt, private: onlyYou }) =>
          addedBy === personId && !onlyYou && (addedOn > on || (addedOn === on && savedAt > at)),
      )
      const added = `You have added ${listing(since.map(({ ref }) => ref).reverse())} since: ${byName} decides whether it is enough.`
      return {
        title:
          verdict === 'refer'
            ? `Do what ${byName} asks for criterion ${code}`
            : `Go on with criterion ${code}: not yet, says ${byName}`,
        why: since.length > 0 ? added : clip(feedback, 120),
        href: paths.criterion(personId, unitId, criterionId),
        since: on,
        by: since.length > 0 ? null : actBy,
      }
    })
}

/** A person's actions that are late or due soon. */
function actionsFor(objective: Objective, me: Id, today: Day): Waiting[] {
  if (objective.state === 'closed') return []
  return objective.actions
    .filter(
      ({ state, by, owner, ownerId }) =>
        state === 'planned' &&
        by !== null &&
        by <= addDays(today, SOON_DAYS) &&
        (ownerId ? ownerId === me : owner === '' && objective.personId === me),
    )
    .map(({ what, by }) => ({
      title: what,
      why: `Action for ${objective.ref}.${by && by < today ? ` Was due ${plainDay(by)}` : ''}`,
      href: paths.objective(objective.personId, objective.objectiveId),
      since: by,
      by,
    }))
}

/** What waits for a leader in the records of one of their people. */
export function waitingForLeader(
  member: Pick<Member, 'person' | 'objectives' | 'assessments' | 'openReview' | 'yearEnd'>,
  leaderId: Id,
  today: Day,
): Waiting[] {
  const { person, objectives, assessments, openReview: review, yearEnd } = member
  const { personId, name } = person
  const all: Waiting[] = objectives
    .filter(({ state }) => state === 'proposed')
    .map((objective) => ({
      title: `Agree or question ${objective.ref} of ${name}`,
      why: `${objective.title}.${objective.cause ? ` Cause: ${objective.cause}.` : ''}${objective.proposedOn ? ` Proposed ${plainDay(objective.proposedOn)}` : ''}`,
      href: paths.objective(personId, objective.objectiveId),
      since: objective.proposedOn,
      by: null,
    }))
  if (yearEnd)
    all.push({
      title: `Agree how ${name} closes the year ${yearEnd.name}`,
      why: `Proposed ${plainDay(yearEnd.proposedOn)}`,
      href: paths.year(personId),
      since: yearEnd.proposedOn,
      by: null,
    })
  const [newest] = assessments
  const round = assessments.filter((one) => one.round === newest?.round)
  const pass = (kind: 'self' | 'leader' | 'agreed') => round.find((one) => one.pass === kind)
  const [self, leader, agreed] = [pass('self'), pass('leader'), pass('agreed')]
  if (self?.state === 'in' && leader?.state !== 'in')
    all.push({
      title: `Assess ${name}`,
      why: 'Their own assessment is in. You see it once yours is in too',
      href: leader ? paths.assessment(personId, leader.assessmentId) : paths.assessments(personId),
      since: self.inOn,
      by: null,
    })
  if (self?.state === 'in' && leader?.state === 'in' && agreed?.state !== 'in')
    all.push({
      title: `Agree the levels with ${name}`,
      why: 'Both assessments are in',
      href: paths.assessments(personId),
      since: leader.inOn,
      by: null,
    })
  const theirs = review?.signatures.some((one) => one.as === 'person')
  if (review && review.state === 'signed by one' && theirs)
    all.push({
      title: `Sign review ${review.number} of ${name}`,
      why: `${name} has signed`,
      href: paths.review(personId, review.reviewId),
      since: review.heldOn,
      by: null,
    })
  return all.concat(objectives.flatMap((objective) => ledActions(objective, person, leaderId, today)))
}

function ledActions(objective: Objective, person: Person, leaderId: Id, today: Day): Waiting[] {
  return actionsFor(objective, leaderId, today).map((waiting) => ({
    ...waiting,
    why: `You, for ${objective.ref} of ${person.name}`,
  }))
}
