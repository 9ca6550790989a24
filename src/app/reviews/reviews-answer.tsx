import type { Id } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { gapsOf } from '../assessments/assessments.ts'
import { findPerson } from '../people/people.ts'
import { planOf, withheldFrom } from '../plans/plans.ts'
import { type Answer, page, type Visit } from '../visit.ts'
import { setsCadence } from './cadence.ts'
import { answeredFor } from './causes.ts'
import type { LevelNow } from './pages/happened-section.tsx'
import { ReviewsPage } from './pages/reviews-page.tsx'
import { crumbsOf, navOf } from './review-answer.tsx'
import { cadenceFor, listReviews, type OpenCause, openCauses, openQuestions, rhythmFor } from './reviews.ts'
import { everyWords } from './rules/cadence.ts'
import { relevanceWords } from './rules/causes.ts'
import { sideOf } from './writing.ts'

/** The page of a person's reviews; with what was typed, where a form of it was refused. */
export async function reviewsPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, person, own, actor, today, form } = visit
  const { personId } = person
  const cadence = await cadenceFor(tx, personId)
  const every = everyWords(cadence)
  return page(
    {
      title: own ? 'Your reviews' : `Reviews of ${person.name}`,
      lead: person.leader
        ? `${own ? 'You' : person.name} and ${person.leader} go through the plan together, at least ${every}.`
        : `Go through the plan at least ${every}. Nobody leads here, so nobody else signs.`,
      nav: navOf(visit),
      crumbs: own ? undefined : crumbsOf(visit),
      refusals,
    },
    <ReviewsPage
      person={person}
      own={own}
      writes={sideOf(actor, personId) !== null}
      reviews={await listReviews(tx, personId, actor)}
      rhythm={await rhythmFor(tx, personId, actor, today)}
      cadence={cadence}
      setsCadence={setsCadence(actor, person)}
      causes={await withAnswered(visit, await withAgreed(visit, await openCauses(tx, personId)))}
      questions={await openQuestions(tx, personId, actor)}
      today={today}
      values={form.values}
      refusals={refusals}
    />,
  )
}

/** What a role asks otherwise beside the level that is agreed now. */
async function withAgreed({ tx, person, today, actor }: Visit, causes: readonly OpenCause[]) {
  const asks = causes.some(({ levels }) => levels.length > 0)
  const gaps = asks ? await gapsOf(tx, person.personId, today, actor) : null
  const agreed = new Map(gaps?.gaps.map((gap) => [gap.competency.competencyId, gap.agreed]))
  return causes.map(({ levels, ...cause }) => ({
    ...cause,
    levels: levels.map((level): LevelNow => ({ ...level, agreed: agreed.get(level.competencyId) ?? null })),
  }))
}

/** What was said to “still relevant?” beside its cause, of what the visitor may know of. */
async function withAnswered<T extends { causeId: Id }>(
  { tx, person, own, today, actor }: Visit,
  causes: readonly T[],
) {
  const { personId } = person
  const answered = await answeredFor(tx, causes, own)
  const { objectives } = answered.length > 0 ? await planOf(tx, personId, actor, today) : { objectives: [] }
  const withheld = answered.length > 0 ? await withheldFrom(tx, personId, actor) : new Set()
  const said = answered.filter(({ objectiveId }) => !withheld.has(objectiveId))
  const names = new Map<Id | null, string>()
  for (const { answeredBy } of said) {
    const who = answeredBy && (await findPerson(tx, answeredBy))
    if (who) names.set(answeredBy, who.name)
  }
  return causes.map((cause) => ({
    ...cause,
    answered: said
      .filter(({ causeId }) => causeId === cause.causeId)
      .map((one) =>
        relevanceWords({
          ...one,
          of: objectives.find(({ objectiveId }) => objectiveId === one.objectiveId) ?? null,
          who: names.get(one.answeredBy) ?? null,
        }),
      ),
  }))
}
