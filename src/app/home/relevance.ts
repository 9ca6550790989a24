import type { Actor } from '../../kernel/actor.ts'
import { clip, count, listing, possessive } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Person } from '../people/people.ts'
import type { Cause } from '../plans/plans.ts'
import { openCauses, openQuestions } from '../reviews/reviews.ts'
import { byCause, type OfCause } from './rules/by-cause.ts'
import type { Waiting } from './rules/waiting.ts'

/** What can happen to many at once. */
const WIDE: readonly Cause[] = ['organisation priority', 'profile changed']

/**
 * What somebody has to answer because something happened: of each objective it touches whether it is still relevant,
 * and where it touches none, the review that is proposed. For the person and for whoever leads them. What happened to
 * several people at once, such as a priority that has changed, is one thing that waits, with a place for each of them.
 */
export async function waitingRelevance(
  tx: OrgTx,
  people: readonly Pick<Person, 'personId' | 'name'>[],
  viewer: Actor,
): Promise<Waiting[]> {
  const each = people.map(async ({ personId, name }) => {
    const [questions, causes] = await Promise.all([
      openQuestions(tx, personId, viewer),
      openCauses(tx, personId),
    ])
    const own = viewer.personId === personId
    const asked = new Set(questions.map(({ causeId }) => causeId))
    return {
      questions: questions.map(({ ref, title, words, cause, raisedOn, href }): OfCause => {
        const whose = own ? '' : ` of ${name}`
        return {
          of: ref,
          whose,
          who: personId,
          words,
          wide: WIDE.includes(cause),
          waiting: {
            title: `Is ${ref}${whose} still relevant?`,
            why: `${clip(title, 60)}. ${words}.`,
            href,
            since: raisedOn,
            by: null,
          },
        }
      }),
      reviews: causes
        .filter(({ causeId }) => !asked.has(causeId))
        .map(
          ({ words, cause, raisedOn, href }): OfCause => ({
            of: name,
            whose: '',
            who: personId,
            words,
            wide: WIDE.includes(cause),
            waiting: {
              title: own ? 'Hold a review of your plan' : `Hold a review of ${possessive(name)} plan`,
              why: `${words}.`,
              href,
              since: raisedOn,
              by: null,
            },
          }),
        ),
    }
  })
  const all = await Promise.all(each)
  return [
    ...byCause(
      all.flatMap(({ questions }) => questions),
      (these, persons) =>
        persons > 1
          ? `Are ${count(these.length, 'objective')} of ${count(persons, 'person', 'people')} still relevant?`
          : `Are ${listing(these.map(({ of }) => of))}${these[0]?.whose ?? ''} still relevant?`,
    ),
    ...byCause(
      all.flatMap(({ reviews }) => reviews),
      (_, persons) => `Hold a review with each of ${count(persons, 'person', 'people')}`,
    ),
  ]
}
