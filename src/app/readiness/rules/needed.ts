import { count, listing } from '../../../kernel/text.ts'
import { type Case, type Finding, finding, type Item, type Need, nothing } from './case.ts'
import { givesReason, speaksOfOther } from './words.ts'

const gaps = (text: string) => ({ text, page: 'gaps' as const })

/** Those that the work asks for: professional, and both. */
const professional = (needs: readonly Need[]) => needs.filter(({ kind }) => kind !== 'personal')
const refs = (list: readonly { ref: string }[]) => listing(list.map(({ ref }) => ref))
const verb = (list: readonly unknown[], one: string, many: string) => (list.length === 1 ? one : many)

/** The evidence a need rests on: what it names, and what is linked to its competency. */
export function restsOn<Kept extends Pick<Item, 'evidenceId' | 'links'>>(
  need: Pick<Need, 'evidenceIds' | 'competencyId'>,
  evidence: readonly Kept[],
): Kept[] {
  return evidence.filter(
    ({ evidenceId, links }) =>
      need.evidenceIds.includes(evidenceId) ||
      links.some(({ competencyId }) => competencyId === need.competencyId),
  )
}

/** The two shortest names, and how many more. */
function few(names: readonly string[]): string {
  const short = [...names].sort((a, b) => a.length - b.length)
  return short.length > 2 ? `${short.slice(0, 2).join(', ')} and ${short.length - 2} more` : listing(short)
}

/** 2: each professional need rests on evidence beyond self-perception. Source: mission.md readiness 2, A11. */
export function beyondSelf({ needs, evidence }: Case): Finding {
  const asked = professional(needs)
  if (asked.length === 0)
    return nothing(
      'No professional need yet',
      'A need, and evidence that shows it',
      gaps('Make a need of a gap'),
    )
  const alone = asked.filter((need) => !restsOn(need, evidence).some(({ outside }) => outside))
  const [first] = alone
  return finding(
    `${asked.length - alone.length} of ${count(asked.length, 'need')} ${asked.length === 1 ? 'has' : 'have'} evidence from others or from the work itself`,
    [
      alone.length > 0 &&
        `${listing(alone.map(({ ref, title }) => `${ref} (${title})`))} ${verb(alone, 'rests', 'rest')} on self-perception only`,
    ],
    first ? { text: 'Ask for an observation or a testimony', page: 'testimony' } : gaps('Gaps'),
  )
}

/** 3: each professional need names a competency that is matched to a recognised framework. Source: mission.md readiness 3, A4. */
export function recognisedFramework({ needs, recognised }: Case): Finding {
  const asked = professional(needs)
  if (asked.length === 0)
    return nothing('No professional need yet', 'A need that names a competency', gaps('Make a need of a gap'))
  const matched = asked.filter((need) => recognised.some((row) => row.competencyId === need.competencyId))
  const loose = asked.filter((need) => !matched.includes(need))
  const frameworks = new Set(
    recognised
      .filter((row) => matched.some(({ competencyId }) => competencyId === row.competencyId))
      .map(({ framework }) => framework),
  )
  return finding(
    `${matched.length} of ${count(asked.length, 'need')}${frameworks.size > 0 ? `, matched to ${few([...frameworks])}` : ''}`,
    [
      loose.length > 0 &&
        `${refs(loose)} ${verb(loose, 'names', 'name')} no competency that is matched to a recognised framework`,
    ],
    gaps('Needs'),
  )
}

const TWO = 2

/** The kinds of outside source among items, in lower case, each once. */
export function kindsOf(evidence: readonly Pick<Item, 'source' | 'outside'>[]): string[] {
  return [...new Set(evidence.filter(({ outside }) => outside).map(({ source }) => source.toLowerCase()))]
}

/** 4: at least two kinds of outside source. Source: mission.md readiness 4, A11. */
export function outsideSources({ evidence }: Case): Finding {
  const kinds = kindsOf(evidence)
  return finding(
    kinds.length === 0
      ? 'No outside source yet'
      : `${count(kinds.length, 'kind')} from others or the helpdesk: ${kinds.join(', ')}`,
    [
      kinds.length < TWO &&
        (kinds.length === 0
          ? 'two kinds of outside source: an observation, a compliment, a figure of the work'
          : 'a second kind: an observation, a compliment, a figure of the work'),
    ],
    kinds.length < TWO
      ? { text: 'Add evidence', page: 'new evidence' }
      : { text: 'Evidence', page: 'evidence' },
  )
}

/**
 * 5: each need and objective says whether it is personal or professional, with a reason that says something and does not
 * speak of the other kind. Source: mission.md readiness 5, A9.
 */
export function toldApart({ needs, objectives }: Case): Finding {
  const all = [...needs, ...objectives]
  if (all.length === 0)
    return nothing('No need or objective yet', 'Needs and objectives, each with its reason', gaps('Gaps'))
  const unsaid = all.filter(({ why }) => !givesReason(why))
  const mixed = all.filter(({ kind, why }) => speaksOfOther(kind, why))
  const homeless = professional(needs).filter(({ competencyId }) => competencyId === null)
  const of = (kind: Need['kind']) => all.filter((one) => one.kind === kind).length
  const both = of('both')
  return finding(
    `${of('professional')} professional and ${of('personal')} personal needs and objectives${both > 0 ? `, and ${count(both, 'need')} that ${both === 1 ? 'is' : 'are'} both` : ''}`,
    [
      unsaid.length > 0 && `${refs(unsaid)} ${verb(unsaid, 'gives', 'give')} no reason`,
      mixed.length > 0 &&
        `${listing(mixed.map(({ ref, kind }) => `${ref} (${kind})`))} ${verb(mixed, 'gives a reason', 'give reasons')} of the other kind`,
      homeless.length > 0 &&
        `${refs(homeless)} ${verb(homeless, 'is', 'are')} for the work and ${verb(homeless, 'names', 'name')} no competency`,
    ],
    { text: 'Plan', page: 'plan' },
  )
}

/**
 * 6: the soft skills of the role are rated, and a need is about one, unless all are agreed to be met.
 * Source: mission.md readiness 6, B8.
 */
export function softSkills({ role, self, needs, competencies, agreed }: Case): Finding {
  const soft = (role?.asks ?? []).filter((ask) => ask.soft)
  const rated = soft.filter((ask) =>
    self?.ratings.some((one) => one.competencyId === ask.competencyId && one.level !== null),
  )
  const about = needs.flatMap(({ competencyId }) =>
    competencies.filter((one) => one.soft && one.competencyId === competencyId),
  )
  const met = soft.every((ask) =>
    agreed.some((one) => one.competencyId === ask.competencyId && one.level >= ask.level),
  )
  const titles = listing([...new Set(about.map(({ title }) => title))])
  const skipped = soft.filter((ask) => !rated.includes(ask))
  return finding(
    [
      `${rated.length} of ${count(soft.length, 'soft skill')} rated`,
      about.length > 0
        ? `${titles} ${about.length === 1 ? 'is' : 'are'} in ${count(about.length, 'need')}`
        : met && soft.length > 0
          ? 'all are agreed to be met'
          : 'none is in a need',
    ].join('; '),
    [
      soft.length === 0 && 'the role asks for no soft skill',
      self?.withheld
        ? 'ratings to read: they are shown once both passes are in'
        : skipped.length > 0 && `not rated: ${listing(skipped.map(({ title }) => title))}`,
      about.length === 0 && !met && 'a need about a soft skill, or all of them agreed to be met',
    ],
    gaps('Gaps'),
  )
}
