import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type EvidenceItem, isOld, listEvidence } from '../evidence/evidence.ts'
import { type Competency, listCompetencies } from '../frameworks/frameworks.ts'
import { type Figure, figuresOf } from '../measures/measures.ts'
import { findRole, levelByBands, type Requirement, type RoleProfile, roleOf } from '../roles/roles.ts'
import { listNeeds } from './needs.ts'
import { listRoundsFor, type SeenPass, type SeenRound } from './passes.ts'
import { isFromOutside, missingOf, spanOf } from './rules/case.ts'
import { byWeight, type Reading, readLevels, type SourceLevel } from './rules/levels.ts'
import { isRated } from './rules/rating.ts'
import { measuresFor } from './rules/ties.ts'

/** One competency of a role: what every source says beside what the role needs, and the case for and against. */
export type Gap = Reading & {
  competency: Competency
  requirement: Requirement
  levels: SourceLevel[]
  for: EvidenceItem[]
  against: EvidenceItem[]
  oldest: Day | null
  newest: Day | null
  /** The newest item is older than a year. */
  stale: boolean
  /** Which sources the case lacks, in words. */
  missing: string[]
  figures: Figure[]
  /** Why each of the figures stands here, by its measure. */
  tied: { measure: string; reason: string }[]
  /** The professional need that was made of it, where one was. */
  needId: Id | null
  /** What the level that the role needs looks like, to begin an objective with; null where nothing is short. */
  objectiveHint: string | null
}

export type Gaps = { role: RoleProfile; gaps: Gap[]; agreedOn: Day | null; agreedWith: string | null }

/**
 * Where a person stands against a role: the heaviest competencies first. Each source is the newest that the viewer may
 * read; nothing is averaged, and a pass that is blind to the viewer gives no level.
 * @param roleId a role to measure against; the person's own where left out
 * @returns null where there is no such role
 */
export async function gapsOf(
  tx: OrgTx,
  personId: Id,
  today: Day,
  viewer: Actor,
  roleId?: Id,
): Promise<Gaps | null> {
  const role = roleId ? await findRole(tx, roleId) : await roleOf(tx, personId, today)
  if (!role) return null
  const own = viewer.personId === personId
  const rounds = await listRoundsFor(tx, personId, viewer)
  const evidence = await listEvidence(tx, personId, { includePrivate: own })
  const figures = await figuresOf(tx, personId, today)
  const needs = await listNeeds(tx, personId, viewer)
  const competencies = await listCompetencies(tx)
  const gaps = role.requirements.flatMap((requirement): Gap[] => {
    const competency = competencies.find((each) => each.competencyId === requirement.competencyId)
    if (!competency) return []
    const linked = evidence.filter(({ links }) =>
      links.some((link) => link.competencyId === competency.competencyId),
    )
    const tied = tiesOf(competency, requirement, linked)
    const beside = figures.filter((figure) => tied.some(({ measure }) => measure === figure.measure))
    const levels = [...saidIn(rounds, competency.competencyId), ...levelsBy(requirement, beside)]
    const span = spanOf(linked)
    const reading = readLevels(requirement.level, levels, linked.some(isFromOutside))
    const bearing = (way: 'for' | 'against') =>
      linked.filter(({ links }) =>
        links.some((link) => link.competencyId === competency.competencyId && link.bearing === way),
      )
    const need = needs.find(
      (each) => each.kind === 'professional' && each.competencyId === competency.competencyId,
    )
    const wanted = competency.levels.find(({ level }) => level === requirement.level)
    return [
      {
        ...reading,
        ...span,
        stale: span.newest !== null && isOld(span.newest, today),
        competency,
        requirement,
        levels,
        for: bearing('for'),
        against: bearing('against'),
        missing: missingOf(competency, linked, tied.length > 0 ? beside.length : null),
        figures: beside,
        tied,
        needId: need?.needId ?? null,
        objectiveHint: reading.state === 'met' ? null : (wanted?.anchor ?? null),
      },
    ]
  })
  const agreed = rounds.find((round) => round.agreed?.inOn)?.agreed
  return {
    role,
    gaps: byWeight(gaps),
    agreedOn: agreed?.inOn ?? null,
    agreedWith: agreed?.byName ?? null,
  }
}

/**
 * What the passes say of a competency. Self and leader are those of the newest round in which both are in, so that no
 * opinion of today is set against one of months ago; where there is no such round, or nobody leads, the newest that may
 * be read. The agreed level is the newest there is.
 */
function saidIn(rounds: readonly SeenRound[], competencyId: Id): SourceLevel[] {
  const levelOf = (pass: SeenPass | null): SourceLevel[] => {
    if (!pass?.inOn || pass.withheld) return []
    const rating = pass.ratings.find((each) => each.competencyId === competencyId)
    if (!rating?.level || !(pass.pass === 'agreed' || isRated(rating))) return []
    return [{ source: pass.pass, level: rating.level, on: pass.inOn, by: pass.byName }]
  }
  const newest = (source: 'self' | 'leader' | 'agreed') =>
    rounds.map((round) => levelOf(round[source])).find((found) => found.length > 0) ?? []
  const pair = rounds[0]?.led
    ? rounds.find((round) => round.open && levelOf(round.self).length > 0)
    : undefined
  return [
    ...(pair ? levelOf(pair.self) : newest('self')),
    ...(pair ? levelOf(pair.leader) : newest('leader')),
    ...newest('agreed'),
  ]
}

function tiesOf(competency: Competency, requirement: Requirement, linked: readonly EvidenceItem[]) {
  const banded = (requirement.bands ?? []).map(({ measure }) => measure)
  const kept = linked.flatMap(({ snapshot }) => (snapshot ? [snapshot.figure.measure] : []))
  return measuresFor(competency, banded, kept)
}

/** The levels that figures make by the bands that the role's profile declares; none where it declares none. */
function levelsBy(requirement: Requirement, figures: readonly Figure[]): SourceLevel[] {
  return figures.flatMap((figure) => {
    if (figure.value === null) return []
    const level = levelByBands(requirement.bands, figure.measure, figure.value)
    return level === null
      ? []
      : [{ source: 'measure' as const, level, n: figure.n, on: figure.to, by: figure.name }]
  })
}
