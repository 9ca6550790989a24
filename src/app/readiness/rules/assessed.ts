import { plainDay } from '../../../kernel/day.ts'
import { count, listing } from '../../../kernel/text.ts'
import { type Case, type Finding, finding, nothing, type SelfAssessment } from './case.ts'

const page = (text: string) => ({ text, page: 'assessments' as const })

function namesOf({ role }: Case, ids: ReadonlySet<string>): string {
  return listing((role?.asks ?? []).filter((ask) => ids.has(ask.competencyId)).map(({ title }) => title))
}

/** Rated: a level, and evidence, an example, or an honest "no example yet". Source: mission.md A1, B6. */
const isRated = (rating: SelfAssessment['ratings'][number]) =>
  rating.level !== null && (rating.noExample || rating.example || rating.cites > 0)

/** 1: every competency of the profile in force is rated, dated, with evidence or "none yet". Source: mission.md readiness 1. */
export function selfAssessment(all: Case): Finding {
  const { role, self } = all
  if (!role)
    return nothing('No role profile is in force', 'Ask an administrator for a role', page('Assessments'))
  if (!self)
    return nothing(
      'No self-assessment yet',
      `${count(role.asks.length, 'competency', 'competencies')} of ${role.title} ${role.version} to rate`,
      page('Begin the self-assessment'),
    )
  const against = `against ${self.roleTitle} ${self.roleVersion}`
  const older =
    !self.current && `the role has a newer profile, ${role.title} ${role.version}: assess against that one`
  if (self.withheld)
    return finding(
      self.inOn
        ? `Handed in on ${plainDay(self.inOn)}, ${against}. Its levels are shown once both passes are in`
        : `Begun, ${against}`,
      [!self.inOn && 'it is not handed in', older],
      page('Assessments'),
    )
  const rated = new Set(self.ratings.filter(isRated).map(({ competencyId }) => competencyId))
  const open = new Set(role.asks.map((ask) => ask.competencyId).filter((id) => !rated.has(id)))
  const done = role.asks.length - open.size
  return finding(
    `${done} of ${count(role.asks.length, 'competency', 'competencies')} rated${self.inOn ? ` on ${plainDay(self.inOn)}` : ''}, ${against}`,
    [
      !self.inOn && 'it is not handed in',
      older,
      open.size > 0 && `not rated with evidence, an example or “no example yet”: ${namesOf(all, open)}`,
    ],
    page(self.inOn ? 'Self-assessment' : 'Finish the self-assessment'),
  )
}

/**
 * 11: a recognised self-assessment tool. Rating level by level against descriptors is this product's own; the tool that
 * mission.md B4 names, a SWOT, cannot be kept yet, so that the check never holds. Source: mission.md readiness 11.
 */
export function recognisedTool({ self, recognised }: Case): Finding {
  const frameworks = [...new Set(recognised.map(({ framework }) => framework))]
  const levels = self?.inOn
    ? ` There is a self-assessment level by level${frameworks.length > 0 ? `, on competencies matched to ${count(frameworks.length, 'recognised framework')}` : ''}.`
    : ''
  return {
    state: 'not yet',
    what: `A SWOT analysis is not yet in this version.${levels}`,
    missing: null,
    where: [page('Self-assessment')],
  }
}

/** 12: each rating carries a concrete example, or cites a single occasion. Source: mission.md readiness 12, B6. */
export function examples(all: Case): Finding {
  const { self } = all
  if (!self?.inOn && !self?.ratings.length)
    return nothing('No ratings yet', 'Examples come with the ratings', page('Self-assessment'))
  if (self.withheld)
    return nothing(
      'Handed in, and not yet shown',
      'Examples are shown once both passes are in',
      page('Assessments'),
    )
  const without = new Set(self.ratings.filter((one) => !one.example).map(({ competencyId }) => competencyId))
  const held = self.ratings.length - without.size
  return finding(
    `${held} of ${count(self.ratings.length, 'rating')} ${self.ratings.length === 1 ? 'has' : 'have'} an example`,
    [without.size > 0 && `no example yet: ${namesOf(all, without) || count(without.size, 'rating')}`],
    page(without.size > 0 ? 'Add an example' : 'Self-assessment'),
  )
}
