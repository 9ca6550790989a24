import type { Actor } from '../../kernel/actor.ts'
import { clip, possessive } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Person } from '../people/people.ts'
import { openCauses, openQuestions } from '../reviews/reviews.ts'
import type { Waiting } from './rules/waiting.ts'

/**
 * What somebody has to answer because something happened: of each objective it touches whether it is still relevant,
 * and where it touches none, the review that is proposed. For the person and for whoever leads them.
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
    return [
      ...questions.map(({ ref, title, words, raisedOn, href }) => ({
        title: `Is ${own ? ref : `${ref} of ${name}`} still relevant?`,
        why: `${clip(title, 60)}. ${words}.`,
        href,
        since: raisedOn,
        by: null,
      })),
      ...causes
        .filter(({ causeId }) => !asked.has(causeId))
        .map(({ words, raisedOn, href }) => ({
          title: own ? 'Hold a review of your plan' : `Hold a review of ${possessive(name)} plan`,
          why: `${words}.`,
          href,
          since: raisedOn,
          by: null,
        })),
    ]
  })
  return (await Promise.all(each)).flat()
}
