import { type Actor, administers } from '../../kernel/actor.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import {
  type Competency,
  linkCompetency,
  listCompetencies,
  listCrosswalk,
  stemOf,
  suggestedFor,
  unlinkCompetency,
} from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { SCHEME_WORDS, type Scheme } from './rules/facts.ts'
import { linksTo } from './rules/linked.ts'
import {
  dropVerdict,
  findMapSkill,
  listMapSkills,
  listVerdicts,
  type MapSkill,
  saveVerdict,
  type Verdict,
} from './store/mapping.ts'

/** What a person said of a skill and a competency; 'open' where nobody said anything yet. */
export type Decision = 'related' | 'not related' | 'later' | 'open'

const DECISIONS: readonly Decision[] = ['related', 'not related', 'later', 'open']

/** A skill, and the competencies that it might be related to or is: each with why it is proposed. */
export type Mapped = {
  skill: MapSkill
  matches: { competency: Competency; decision: Decision; because: string[] }[]
}

/** Competencies proposed for a skill at most. */
const PROPOSED = 2

/**
 * Skills of the classifications beside the organisation's competencies: what a person decided, and what is proposed by
 * words in common. Nothing is decided by itself.
 */
export async function listMapping(
  tx: OrgTx,
  asked: { occupationId?: Id; words: readonly string[]; limit: number; offset: number },
): Promise<{ mapped: Mapped[]; of: number }> {
  const { found, of } = await listMapSkills(tx, asked)
  const [competencies, links] = [await listCompetencies(tx), await listCrosswalk(tx)]
  const verdicts = await listVerdicts(
    tx,
    found.map(({ skillId }) => skillId),
  )
  const mapped = found.map((skill): Mapped => {
    const related = new Set(linksTo(skill.scheme, skill, links).map(({ competencyId }) => competencyId))
    const said = new Map(
      verdicts
        .filter(({ skillId }) => skillId === skill.skillId)
        .map(({ competencyId, verdict }) => [competencyId, verdict]),
    )
    const proposed = new Map(
      proposalsFor(skill, competencies).map(({ competency, because }) => [competency.competencyId, because]),
    )
    return {
      skill,
      matches: competencies
        .filter(({ competencyId: id }) => related.has(id) || said.has(id) || proposed.has(id))
        .map((competency) => ({
          competency,
          decision: related.has(competency.competencyId)
            ? 'related'
            : (said.get(competency.competencyId) ?? 'open'),
          because: proposed.get(competency.competencyId) ?? [],
        })),
    }
  })
  return { mapped, of }
}

/** How every description of O*NET's knowledge begins, which says nothing of what it is about. */
const OPENING = /^knowledge of /i

/** Whole words in common from which on a description speaks for a competency: it holds many. */
const IN_COMMON = 2

/** By the label's own words; only where they point at nothing by its description too. */
function proposalsFor({ title, description }: MapSkill, competencies: readonly Competency[]) {
  const byTitle = suggestedFor(title, competencies)
  const found =
    byTitle.length > 0
      ? byTitle
      : suggestedFor(`${title}. ${description.replace(OPENING, '')}`, competencies).filter(
          ({ competency, because }) => {
            const own = stemsOf(competency)
            return because.filter((word) => own.has(stemOf(word))).length >= IN_COMMON
          },
        )
  return found.slice(0, PROPOSED)
}

const stemsOf = ({ title, statement, words, levels }: Competency): Set<string> =>
  new Set(
    [title, statement, ...words, ...levels.map(({ anchor }) => anchor)]
      .join(' ')
      .toLowerCase()
      .split(/[^\p{L}\p{N}’'-]+/u)
      .map(stemOf),
  )

/**
 * Says how a skill and a competency stand to each other. Related becomes a link of the competency; the others take such
 * a link away. Refusals name `decision` or `competency`.
 */
export async function decideMatch(
  tx: OrgTx,
  actor: Actor,
  asked: { skillId: Id; competencyId: Id; decision: string },
): Promise<Outcome<void>> {
  if (!administers(actor, null)) return refused({ message: 'Only an administrator decides what is related.' })
  const { skillId, competencyId } = asked
  const decision = DECISIONS.find((each) => each === asked.decision)
  if (!decision) return refused({ field: 'decision', message: 'Choose one of the answers.' })
  const skill = isId(skillId) ? await findMapSkill(tx, skillId) : null
  if (!skill) return refused({ message: 'This skill is no longer here.' })
  if (!(await listCompetencies(tx)).some((one) => one.competencyId === competencyId))
    return refused({ field: 'competency', message: 'Choose a competency of the list.' })
  const links = linksTo(skill.scheme, skill, await listCrosswalk(tx, competencyId))
  if (decision === 'related') {
    await dropVerdict(tx, skillId, competencyId)
    return links.length > 0 ? done(undefined) : linkCompetency(tx, actor, linkOf(skill, competencyId))
  }
  for (const link of links) await unlinkCompetency(tx, actor, link)
  if (decision === 'open') await dropVerdict(tx, skillId, competencyId)
  else await saveVerdict(tx, actor.personId, { skillId, competencyId, verdict: decision } satisfies Verdict)
  await record(tx, {
    kind: 'occupations.match-decided',
    actor,
    personId: null,
    recordId: competencyId,
    payload: { skill: skill.title, code: skill.code, decision },
  })
  return done(undefined)
}

const linkOf = ({ scheme, version, code, uri, title }: MapSkill, competencyId: Id) => ({
  competencyId,
  framework: SCHEME_WORDS[scheme].name,
  publisher: SCHEME_WORDS[scheme].publisher,
  version,
  address: uri || SCHEME_WORDS[scheme].address,
  code,
  title,
  source: sourceOf(scheme, version),
})

const sourceOf = (scheme: Scheme, version: string) =>
  `${SCHEME_WORDS[scheme].name} ${version}, in this organisation’s library of occupations`
