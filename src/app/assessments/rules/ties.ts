import type { Id } from '../../../kernel/id.ts'

/** A measure that says something about a competency of the starter framework, and why. */
export type Tie = { measure: string; code: string; reason: string }

/**
 * Which measure stands beside which competency. A measure never becomes a level by this: it stands beside the strip.
 * Handle time is tied to none: shorter is not better work. Source: mission.md A13, A15; domain.md 3.
 */
const TIES: readonly Tie[] = [
  {
    measure: 'fcr',
    code: 'CS-06',
    reason: 'Counts the contacts after which the customer did not have to come back about the same thing.',
  },
  {
    measure: 'resolved',
    code: 'CS-06',
    reason: 'Counts the contacts logged as settled. It does not know whether the customer came back.',
  },
  {
    measure: 'csat',
    code: 'CS-01',
    reason: 'Customers who are listened to say so; other things move this figure too.',
  },
  {
    measure: 'csat',
    code: 'CS-09',
    reason: 'Customers rate how they were treated as well as what they got.',
  },
  {
    measure: 'first_reply',
    code: 'CS-05',
    reason: 'How long customers wait for the first answer shows how work is taken in hand.',
  },
]

const wordOf = (code: string, measure: string) =>
  TIES.find((tie) => tie.code === code && tie.measure === measure)

/**
 * The measures that stand beside a competency: those of the list above, those for which the role declares bands, and
 * those that somebody kept as evidence for it. Each once, with its reason.
 */
export function measuresFor(
  competency: { competencyId: Id; code: string },
  banded: readonly string[],
  kept: readonly string[],
): { measure: string; reason: string }[] {
  const own = TIES.filter(({ code }) => code === competency.code).map(({ measure }) => measure)
  return [...new Set([...own, ...banded, ...kept])].map((measure) => ({
    measure,
    reason:
      wordOf(competency.code, measure)?.reason ??
      (banded.includes(measure)
        ? 'The role’s profile declares which figures make which level.'
        : 'A figure of it was kept as evidence for this competency.'),
  }))
}
