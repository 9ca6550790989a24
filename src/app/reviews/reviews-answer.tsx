import type { Refusal } from '../../kernel/outcome.ts'
import { gapsOf } from '../assessments/assessments.ts'
import { type Answer, page, type Visit } from '../visit.ts'
import { setsCadence } from './cadence.ts'
import type { LevelNow } from './pages/happened-section.tsx'
import { ReviewsPage } from './pages/reviews-page.tsx'
import { crumbsOf, navOf } from './review-answer.tsx'
import { cadenceFor, listReviews, type OpenCause, openCauses, openQuestions, rhythmFor } from './reviews.ts'
import { everyWords } from './rules/cadence.ts'
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
      causes={await withAgreed(visit, await openCauses(tx, personId))}
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
