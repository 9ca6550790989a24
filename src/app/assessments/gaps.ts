import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import {
  type Currency,
  currencyOf,
  type EvidenceItem,
  type Legal,
  legalOf,
  listEvidence,
} from '../evidence/evidence.ts'
import { type Competency, listCompetencies } from '../frameworks/frameworks.ts'
import { type Figure, figuresOf } from '../measures/measures.ts'
import { findRole, inRole, levelByBands, type Requirement, type RoleProfile, roleOf } from '../roles/roles.ts'
import { feedbackByCompetency } from './feedback-levels.ts'
import { type NeedObjective, objectivesAsked } from './need-objectives.ts'
import { listNeeds } from './needs.ts'
import { listRoundsFor } from './passes.ts'
import { isFromOutside, missingOf, spanOf } from './rules/case.ts'
import { byWeight, type Reading, readLevels, type SourceLevel } from './rules/levels.ts'
import { forWork } from './rules/need.ts'
import { measuresFor } from './rules/ties.ts'
import { saidBy, saidOfAnotherWording } from './said-levels.ts'
import type { Need } from './store/needs.ts'
import type { Board, Entry } from './store/swot.ts'
import { listBoards } from './swot.ts'

/** One competency of a role: what every source says beside what the role needs, and the case for and against. */
export type Gap = Reading & {
  competency: Competency
  requirement: Requirement
  levels: SourceLevel[]
  /** What was said of the competency in another wording, and so no longer counts. */
  earlier: SourceLevel[]
  /** What 360 feedback may not show, each with its rule in a sentence. */
  held: string[]
  for: EvidenceItem[]
  against: EvidenceItem[]
  oldest: Day | null
  newest: Day | null
  /** Whether the evidence is still in date, by the rule for the competency. */
  currency: Currency | null
  /** The last of the evidence is out of date. */
  stale: boolean
  /** Where a competency that the law asks for stands; null for others. */
  legal: Legal | null
  /** Which sources the case lacks, in words. */
  missing: string[]
  figures: Figure[]
  /** Why each of the figures stands here, by its measure. */
  tied: { measure: string; reason: string }[]
  /** The newest need for the work that was made of it, where one was. */
  needId: Id | null
  needRef: string | null
  /** The newest objective that closes that need. */
  objective: NeedObjective | null
  /** What the newest SWOT that the viewer may read says of it. */
  swot: Entry[]
  /** What the level that the role needs looks like, to begin an objective with; null where nothing is short. */
  objectiveHint: string | null
}

export type Gaps = {
  role: RoleProfile
  gaps: Gap[]
  agreedOn: Day | null
  agreedWith: string | null
  /** The newest SWOT that the viewer may read. */
  board: Board | null
}

/**
 * Where a person stands against a role: the heaviest competencies first. Each source is the newest that the viewer may
 * read; nothing is averaged, and a pass that is blind to the viewer gives no level. Reads everything once, whatever the
 * number of competencies.
 * @param asked a role, or a profile of no role of the organisation, to measure against; the person's own where left out
 * @returns null where there is no such role
 */
export async function gapsOf(
  tx: OrgTx,
  personId: Id,
  today: Day,
  viewer: Actor,
  asked?: Id | RoleProfile,
): Promise<Gaps | null> {
  const named = typeof asked === 'string' ? await findRole(tx, asked) : asked
  const role = asked ? (named ?? null) : await roleOf(tx, personId, today)
  if (!role) return null
  const own = viewer.personId === personId
  const rounds = await listRoundsFor(tx, personId, viewer)
  const said = saidBy(rounds)
  const saidEarlier = saidOfAnotherWording(rounds)
  const linkedTo = byCompetency(await listEvidence(tx, personId, { includePrivate: own }))
  const figures = await figuresOf(tx, personId, today)
  const needFor = newestNeeds(await listNeeds(tx, personId, viewer))
  const objectiveFor = await objectivesAsked(tx, { personId, viewer, today })
  const feedback = await feedbackByCompetency(tx, personId, viewer, today)
  const currency = await currencyOf(tx, personId, today, { includePrivate: own })
  const legal = new Map(
    (await legalOf(tx, personId, today, { includePrivate: own })).map((one) => [
      one.competency.competencyId,
      one,
    ]),
  )
  const [board = null] = await listBoards(tx, personId, viewer)
  const competencies = new Map((await listCompetencies(tx)).map((one) => [one.competencyId, one]))
  const gaps = role.requirements.flatMap((requirement): Gap[] => {
    const worded = competencies.get(requirement.competencyId)
    if (!worded) return []
    const competency = inRole(requirement, worded)
    const { competencyId } = competency
    const linked = linkedTo.get(competencyId) ?? []
    const items = linked.map(({ item }) => item)
    const bearing = (way: 'for' | 'against') =>
      linked.filter((one) => one.bearings.has(way)).map(({ item }) => item)
    const tied = tiesOf(competency, requirement, items)
    const beside = figures.filter((figure) => tied.some(({ measure }) => measure === figure.measure))
    const heard = feedback(competencyId)
    const levels = [...said(competencyId), ...heard.levels, ...levelsBy(requirement, beside)]
    const reading = readLevels(requirement.level, levels, items.some(isFromOutside))
    const need = needFor.get(competencyId) ?? null
    const wanted = competency.levels.find(({ level }) => level === requirement.level)
    const shown = currency.get(competencyId) ?? null
    return [
      {
        ...reading,
        ...spanOf(items),
        currency: shown,
        stale: shown?.state === 'stale',
        legal: legal.get(competencyId) ?? null,
        competency,
        requirement,
        levels,
        earlier: saidEarlier(competencyId),
        held: heard.held,
        for: bearing('for'),
        against: bearing('against'),
        missing: missingOf(competency, items, {
          figures: tied.length > 0 ? beside.length : null,
          feedback: heard.levels.length > 0 ? 'shown' : heard.held.length > 0 ? 'held' : 'none',
        }),
        figures: beside,
        tied,
        needId: need?.needId ?? null,
        needRef: need?.ref ?? null,
        objective: need ? (objectiveFor.get(need.needId)?.[0] ?? null) : null,
        swot: (board?.entries ?? []).filter((entry) => entry.competencyIds.includes(competencyId)),
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
    board,
  }
}

type Linked = { item: EvidenceItem; bearings: Set<'for' | 'against'> }

/** Every item under each competency that it is linked to, in the order in which they came. */
function byCompetency(evidence: readonly EvidenceItem[]): Map<Id, Linked[]> {
  const index = new Map<Id, Linked[]>()
  for (const item of evidence)
    for (const [competencyId, links] of Map.groupBy(item.links, (link) => link.competencyId)) {
      const bearings = new Set(links.map(({ bearing }) => bearing))
      const all = index.get(competencyId)
      if (all) all.push({ item, bearings })
      else index.set(competencyId, [{ item, bearings }])
    }
  return index
}

/** The newest need for the work, of each competency; needs come newest first. */
function newestNeeds(needs: readonly Need[]): Map<Id, Need> {
  const found = new Map<Id, Need>()
  for (const need of needs)
    if (forWork(need) && need.competencyId && !found.has(need.competencyId))
      found.set(need.competencyId, need)
  return found
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
