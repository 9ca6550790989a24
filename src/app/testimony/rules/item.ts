import type { Day } from '../../../kernel/day.ts'
import { clip } from '../../../kernel/text.ts'
import { type Answer, type CustomerAnswer, countsAs, type WitnessAnswer } from './answer.ts'
import type { AskedAs } from './request.ts'

const KIND_OF = {
  witness: 'witness testimony',
  'expert witness': 'expert testimony',
  customer: 'customer feedback',
} as const

/** A customer who did not allow a name. */
export const NAMELESS = 'A customer'

/** An answer as an item of evidence. */
export type TestimonyItem = {
  kind: (typeof KIND_OF)[AskedAs]
  title: string | undefined
  text: string
  happenedOn: Day | null
  detail: Record<string, string>
  links: { competencyId: string; reason: string; bearing: 'for' | 'against' }[]
  standsBehind: { name: string; relationship: string; as: AskedAs }
}

/** What the request says that the answer rests on. */
type Request = { about: string; happenedOn: Day | null; competencyIds: readonly string[] }

/**
 * The item of evidence that an answer becomes. It bears on a competency only where whoever answers says which way: what
 * they left open is left open, and nobody's words are turned into praise. Source: domain.md 1.7.
 */
export function itemOf(request: Request, answer: Answer): TestimonyItem {
  return answer.as === 'customer' ? ofCustomer(request, answer) : ofWitness(request, answer)
}

function ofCustomer(request: Request, { words, well, sawOn, firstName }: CustomerAnswer): TestimonyItem {
  const bearing = well === 'yes' ? 'for' : well === 'no' ? 'against' : null
  return {
    kind: KIND_OF.customer,
    title: clip(words, 80),
    text: `A customer was asked about this, and answered by a link: ${request.about}`,
    happenedOn: sawOn ?? request.happenedOn,
    detail: { channel: 'A link, opened without an account', customerWords: words },
    links:
      bearing === null
        ? []
        : request.competencyIds.map((competencyId) => ({
            competencyId,
            reason: `In the customer’s words: ${clip(words, 400)}`,
            bearing,
          })),
    standsBehind: { name: firstName ?? NAMELESS, relationship: 'Customer', as: 'customer' },
  }
}

function ofWitness(request: Request, answer: WitnessAnswer): TestimonyItem {
  const { as, whyNot } = countsAs(answer)
  const { name, done, said, lines } = answer
  const relationship = `${answer.work}; ${answer.relationship}`
  return {
    kind: KIND_OF[as],
    title: undefined,
    text: done,
    happenedOn: answer.sawOn,
    detail: { setting: request.about, said },
    links: lines.flatMap(({ competencyId, shows, words }) =>
      shows === null || !request.competencyIds.includes(competencyId)
        ? []
        : [{ competencyId, reason: words || `In the witness’s words: ${clip(done, 400)}`, bearing: shows }],
    ),
    standsBehind: {
      name,
      relationship:
        whyNot === null
          ? relationship
          : `${relationship}. Asked as an expert witness, counts as a witness: ${whyNot}`,
      as,
    },
  }
}
