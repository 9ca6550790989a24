import { listing } from '../../../kernel/text.ts'
import { masteryWords } from './mastery.ts'
import { LEVEL_NUMBERS, type ProfileFields, RESPONSIBILITIES, type Requirement } from './profile.ts'

/** What one version of a profile asks of a competency beside another: null where it does not ask for it. */
export type RequirementChange = {
  competencyId: string
  before: Requirement | null
  after: Requirement | null
}

const sameBands = (a: Requirement, b: Requirement) => JSON.stringify(a.bands) === JSON.stringify(b.bands)

/** The levels that two versions describe in other words. */
const reworded = (a: Requirement, b: Requirement) =>
  LEVEL_NUMBERS.filter((level) => a.levelWords[level] !== b.levelWords[level])

/** What differs between two versions of what a role asks, in the order of the later one, with what went at the end. */
export function requirementChanges(
  before: readonly Requirement[],
  after: readonly Requirement[],
): RequirementChange[] {
  const old = new Map(before.map((each) => [each.competencyId, each]))
  const now = new Set(after.map(({ competencyId }) => competencyId))
  const changed = after.flatMap((each): RequirementChange[] => {
    const was = old.get(each.competencyId) ?? null
    const same =
      was !== null &&
      was.level === each.level &&
      was.essential === each.essential &&
      sameBands(was, each) &&
      reworded(was, each).length === 0
    return same ? [] : [{ competencyId: each.competencyId, before: was, after: each }]
  })
  const gone = before.filter(({ competencyId }) => !now.has(competencyId))
  return [...changed, ...gone.map((each) => ({ competencyId: each.competencyId, before: each, after: null }))]
}

const needed = (essential: boolean) => (essential ? 'essential' : 'helpful')

/** One difference as a sentence without its full stop: "Coaching others: level 3 became level 4". */
export function changeWords({ before, after }: RequirementChange, title: string): string {
  if (!before && after) return `${title}: added at level ${after.level}, ${needed(after.essential)}`
  if (!before || !after) return `${title}: no longer asked for`
  const other = reworded(before, after)
  const parts = [
    before.level !== after.level && `level ${before.level} became level ${after.level}`,
    before.essential !== after.essential && `${needed(before.essential)} became ${needed(after.essential)}`,
    !sameBands(before, after) && 'other figures make its levels',
    other.length > 0 && `level ${listing(other.map(String))} described in other words`,
  ].filter(Boolean)
  return `${title}: ${parts.join(', and ')}`
}

/** What weighs otherwise than before, a sentence without its full stop each. A weight only orders what is looked at first. */
export function weightWords(
  before: readonly Requirement[],
  after: readonly Requirement[],
  titles: ReadonlyMap<string, string>,
): string[] {
  const old = new Map(before.map(({ competencyId, weight }) => [competencyId, weight]))
  return after.flatMap(({ competencyId, weight }) => {
    const was = old.get(competencyId)
    return was === undefined || was === weight
      ? []
      : [`${titles.get(competencyId) ?? 'A competency'}: weight ${was} became ${weight}`]
  })
}

type Beside = Omit<ProfileFields, 'requirements'>

/** What differs between two versions beside what they ask of competencies, a sentence without its full stop each. */
export function besideWords(before: Beside, after: Beside): string[] {
  const became = (what: string, was: string, is: string) =>
    was === is ? [] : [`${what}: ${was} became ${is}`]
  const level = ({ responsibility }: Beside) =>
    `${responsibility}, ${RESPONSIBILITIES[responsibility].name.toLowerCase()}`
  return [
    ...became('Title', before.title, after.title),
    ...became('Track', before.track, after.track),
    ...became('Responsibility', level(before), level(after)),
    ...became('Sector', before.sector ?? 'none', after.sector ?? 'none'),
    ...lists('Other names of the job', before.jobs, after.jobs),
    ...(before.entry === after.entry ? [] : ['What employers expect at the start: said in other words']),
    ...lists('Sources', before.sources.map(cited), after.sources.map(cited)),
    ...became('Before promotion', masteryWords(before.mastery), masteryWords(after.mastery)),
  ]
}

const cited = ({ title, address }: { title: string; address: string }) =>
  address ? `${title} (${address})` : title

function lists(what: string, before: readonly string[], after: readonly string[]): string[] {
  const came = after.filter((one) => !before.includes(one))
  const gone = before.filter((one) => !after.includes(one))
  if (came.length + gone.length === 0)
    return before.join('\n') === after.join('\n') ? [] : [`${what}: in another order`]
  const parts = [came.length > 0 && `with ${listing(came)}`, gone.length > 0 && `without ${listing(gone)}`]
  return [`${what}: ${parts.filter(Boolean).join(', ')}`]
}
