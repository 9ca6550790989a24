import { type Actor, administers } from '../../kernel/actor.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import {
  type Competency,
  linkCompetency,
  listCompetencies,
  listCrosswalk,
  unlinkCompetency,
} from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { SCHEME_WORDS, type Scheme } from './rules/facts.ts'
import { linksTo } from './rules/linked.ts'
import { matchesFor } from './rules/matching.ts'
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

/** A competency that a skill is related to, or may be; `weak` where it is undecided and few words speak for it. */
export type Match = { competency: Competency; decision: Decision; because: string[]; weak: boolean }

/** A skill with what was decided, in the framework's order, and then what is proposed, strongest first. */
export type Mapped = { skill: MapSkill; matches: Match[] }

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
    const proposed = matchesFor(skill, competencies)
    const place = new Map(proposed.map((match, at) => [match.competencyId, { ...match, at }]))
    const matchOf = (competency: Competency): Match => {
      const { competencyId: id } = competency
      const decision = related.has(id) ? 'related' : (said.get(id) ?? 'open')
      const match = place.get(id)
      return {
        competency,
        decision,
        because: match?.because ?? [],
        weak: decision === 'open' && match?.strong === false,
      }
    }
    const after = ({ competency, decision }: Match) =>
      decision === 'open' ? (place.get(competency.competencyId)?.at ?? 0) : -1
    return {
      skill,
      matches: competencies
        .filter(({ competencyId: id }) => related.has(id) || said.has(id) || place.has(id))
        .map(matchOf)
        .sort((a, b) => after(a) - after(b)),
    }
  })
  return { mapped, of }
}

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
