import { plainDay } from '../../../kernel/day.ts'
import { count, listing } from '../../../kernel/text.ts'
import { type Case, capital, type Example, type Finding, finding, nothing } from './case.ts'
import { saysNothing } from './words.ts'

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

const HEADINGS = [
  { quarter: 'strength', name: 'strengths' },
  { quarter: 'weakness', name: 'weaknesses' },
  { quarter: 'opportunity', name: 'opportunities' },
  { quarter: 'threat', name: 'threats' },
]

/**
 * 11: a recognised self-assessment tool. A SWOT counts once something is said under each heading and an entry leans on
 * evidence, a competency or a need; a Johari window where 360 feedback stands in it, since then somebody asked for it.
 * Levels against descriptors are said beside them and do not count alone. Source: mission.md readiness 11, B4; domain.md 4.
 */
export function recognisedTool({ self, swot, johari }: Case): Finding {
  const levels = self?.inOn ? 'a self-assessment level by level' : null
  const said = (swot?.entries ?? []).filter(({ words }) => !saysNothing(words))
  const linked = said.filter((entry) => entry.linked)
  const empty = HEADINGS.filter(({ quarter }) => !said.some((entry) => entry.quarter === quarter))
  const board = swot
    ? `SWOT ${swot.number} of ${plainDay(swot.beganOn)}, ${count(said.length, 'entry', 'entries')}, ${linked.length} of them linked`
    : null
  const window =
    johari.compared > 0
      ? `a Johari window of ${count(johari.compared, 'competency', 'competencies')}${johari.feedback > 0 ? `, ${johari.feedback} with 360 feedback` : ''}`
      : null
  const there = listing([board, window, levels].filter((one): one is string => one !== null))
  const lacks =
    swot === null
      ? ['a SWOT that may be read here, or 360 feedback for the Johari window']
      : said.length === 0
        ? ['the SWOT holds nothing yet']
        : [
            linked.length === 0 && 'no entry of the SWOT leans on evidence, a competency or a need',
            empty.length > 0 && `nothing is said under ${listing(empty.map(({ name }) => name))}`,
          ]
  return finding(
    there ? capital(there) : 'No SWOT and no Johari window yet',
    johari.feedback > 0 ? [] : lacks,
    {
      text: swot ? 'SWOT' : 'Begin a SWOT',
      page: 'swot',
    },
  )
}

const partsOf = ({ when, who, did, followed }: Example) => [when, who, did, followed]
const wordsOf = (example: Example) => partsOf(example).join(' ').toLowerCase().replace(/\W+/g, ' ').trim()

/**
 * 12: each rating carries an example of its own, of one occasion, or cites an item that is one. An example that stands
 * under two ratings counts under neither, since one of them lacks its own. Source: mission.md readiness 12, B6.
 */
export function examples(all: Case): Finding {
  const { self } = all
  if (!self?.inOn && !self?.ratings.length)
    return nothing('No ratings yet', 'Ratings, each with an example of one occasion', page('Self-assessment'))
  if (self.withheld)
    return nothing(
      'Handed in, and not yet shown',
      'Examples to read: they are shown once both passes are in',
      page('Assessments'),
    )
  const bare = self.ratings.filter(({ occasion }) => !occasion)
  const idsOf = (test: (example: Example | null) => boolean) =>
    new Set(bare.filter(({ example }) => test(example)).map(({ competencyId }) => competencyId))
  const isWhole = (example: Example) => !partsOf(example).some(saysNothing)
  const repeated = (example: Example) =>
    bare.filter((one) => one.example && wordsOf(one.example) === wordsOf(example)).length > 1
  const none = idsOf((example) => example === null || !isWhole(example))
  const same = idsOf((example) => example !== null && isWhole(example) && repeated(example))
  const general = idsOf((one) => one !== null && isWhole(one) && !repeated(one) && one.general)
  const held = self.ratings.length - none.size - same.size - general.size
  const named = (ids: ReadonlySet<string>) => namesOf(all, ids) || count(ids.size, 'rating')
  return finding(
    `${held} of ${count(self.ratings.length, 'rating')} ${self.ratings.length === 1 ? 'has' : 'have'} an example of one occasion`,
    [
      none.size > 0 && `no example yet: ${named(none)}`,
      same.size > 0 && `one and the same example: ${named(same)}`,
      general.size > 0 && `tells of a habit and not of one occasion: ${named(general)}`,
    ],
    page(held < self.ratings.length ? 'Add an example' : 'Self-assessment'),
  )
}
