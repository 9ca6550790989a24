import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listRoundsFor } from './passes.ts'
import type { Example, Pass, RatedLevel } from './rules/rating.ts'
import { isConcrete } from './rules/rating.ts'

export { agreedLevels } from './agreed-levels.ts'
export { type AgreedLevel, agreeLevels } from './agreement.ts'
export { completenessOf, type SeenCompleteness } from './completing.ts'
export { type Gap, type Gaps, gapsOf } from './gaps.ts'
export { type JohariView, johariOf } from './johari.ts'
export { type NeedObjective, needsShown } from './need-objectives.ts'
export { findNeed, listNeeds, makeNeed, needsOfAccount, needTitles } from './needs.ts'
export { SHARING_NAMES } from './pages/need-words.ts'
export { beginPass, handIn, rate } from './passes.ts'
export { isFromOutside } from './rules/case.ts'
export { genericExample } from './rules/generic.ts'
export type { SourceLevel } from './rules/levels.ts'
export type { NeedKind } from './rules/need.ts'
export type { Example, RatedLevel, Rating } from './rules/rating.ts'
export { loose } from './rules/swot.ts'
export type { Need } from './store/needs.ts'
export type { Board } from './store/swot.ts'
export { beginBoard, listBoards, shareBoard, writeEntry } from './swot.ts'

/** One pass of a round as its viewer may see it. `withheld`: blind to them, and so without ratings. */
export type AssessmentSummary = {
  assessmentId: Id
  round: number
  pass: Pass
  state: 'open' | 'in'
  roleId: Id
  roleTitle: string
  roleVersion: string
  inOn: Day | null
  byName: string
  withheld: boolean
  ratings: {
    competencyId: Id
    level: RatedLevel | null
    noExample: boolean
    /** Only one that says all four parts. */
    example: Example | null
    evidenceIds: Id[]
    changed: string
    note: string
    /** The wording in force asks something else: the level no longer counts. */
    reworded: boolean
  }[]
}

/**
 * Every pass of a person, newest round first; within a round self, leader, agreed. A pass that is blind to the viewer is
 * there, so that it is known to be in, and holds no ratings until both are in. Source: mission.md A1.
 */
export async function listAssessments(tx: OrgTx, personId: Id, viewer: Actor): Promise<AssessmentSummary[]> {
  const rounds = await listRoundsFor(tx, personId, viewer)
  return rounds.flatMap((round) =>
    [round.self, round.leader, round.agreed].flatMap((pass) =>
      pass === null || (pass.withheld && pass.pass === 'agreed')
        ? []
        : [
            {
              assessmentId: pass.assessmentId,
              round: round.round,
              pass: pass.pass,
              state: pass.inOn ? ('in' as const) : ('open' as const),
              roleId: round.roleId,
              roleTitle: round.role.title,
              roleVersion: round.roleVersion,
              inOn: pass.inOn,
              byName: pass.byName,
              withheld: pass.withheld,
              ratings: pass.ratings.map(({ example, ...rating }) => ({
                ...rating,
                reworded: pass.reworded.has(rating.competencyId),
                example: isConcrete(example) ? example : null,
              })),
            },
          ],
    ),
  )
}
