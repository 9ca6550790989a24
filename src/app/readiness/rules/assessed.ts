import { plainDay } from '../../../kernel/day.ts'
import { count, listing } from '../../../kernel/text.ts'
import { type Case, capital, type Finding, finding, nothing } from './case.ts'

const page = (text: string) => ({ text, page: 'assessments' as const })

function namesOf({ role }: Case, ids: ReadonlySet<string>): string {
  return listing((role?.asks ?? []).filter((ask) => ids.has(ask.competencyId)).map(({ title }) => title))
}

/** 1: every competency of the profile in force is rated, dated, with evidence or "none yet". Source: mission.md readiness 1. */
export function selfAssessment(all: Case): Finding {
  const { role, self, complete } = all
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
  const lacking = complete?.lacking ?? []
  return finding(
    `${role.asks.length - lacking.length} of ${count(role.asks.length, 'competency', 'competencies')} rated${self.inOn ? ` on ${plainDay(self.inOn)}` : ''}, ${against}`,
    [
      !self.inOn && 'it is not handed in',
      older,
      !older &&
        lacking.length > 0 &&
        `not rated with evidence, an example or “no example yet”: ${listing(lacking.map(({ title }) => title))}`,
    ],
    page(self.inOn ? 'Self-assessment' : 'Finish the self-assessment'),
  )
}

/**
 * 11: a recognised self-assessment tool. A SWOT counts once it holds entries and one of them leans on evidence, a
 * competency or a need; a Johari window where 360 feedback stands in it, since then somebody asked for it. Levels against
 * descriptors are said beside them and do not count alone. Source: mission.md readiness 11, B4; domain.md 4.
 */
export function recognisedTool({ self, swot, johari }: Case): Finding {
  const levels = self?.inOn ? 'a self-assessment level by level' : null
  const board = swot
    ? `SWOT ${swot.number} of ${plainDay(swot.beganOn)}, ${count(swot.entries, 'entry', 'entries')}, ${swot.linked} of them linked`
    : null
  const window =
    johari.compared > 0
      ? `a Johari window of ${count(johari.compared, 'competency', 'competencies')}${johari.feedback > 0 ? `, ${johari.feedback} with 360 feedback` : ''}`
      : null
  const there = listing([board, window, levels].filter((one): one is string => one !== null))
  const used = (swot !== null && swot.linked > 0) || johari.feedback > 0
  return finding(
    there ? capital(there) : 'No SWOT and no Johari window yet',
    [
      !used &&
        (swot === null
          ? 'a SWOT that may be read here, or 360 feedback for the Johari window'
          : swot.entries === 0
            ? 'the SWOT holds nothing yet'
            : 'no entry of the SWOT leans on evidence, a competency or a need'),
      used && swot !== null && swot.empty.length > 0 && johari.feedback === 0
        ? `nothing under ${listing(swot.empty)}`
        : false,
    ],
    { text: swot ? 'SWOT' : 'Begin a SWOT', page: 'swot' },
  )
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
