import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrgTx } from '../../shell/db.ts'
import {
  type Gap,
  gapsOf,
  genericExample,
  isFromOutside,
  listAssessments,
} from '../assessments/assessments.ts'
import type { RoleProfile } from '../roles/roles.ts'
import { bestExample, situationOf, starOfComplaint, type Told, type ToldExample } from './rules/sheet.ts'

/** One thing that a role asks, with what to tell of it. */
export type SheetRow = Told & { gap: Gap }

/**
 * The best example for each thing that a role asks, essential ones first: what the person wrote beside their own levels
 * or agreed ones, else what a complaint of theirs tells, and the evidence for it, as far as the viewer may read. Source: mission.md B6.
 */
export async function sheetOf(
  tx: OrgTx,
  asked: { personId: string; role: RoleProfile; viewer: Actor; today: Day },
): Promise<SheetRow[]> {
  const { personId, role, viewer, today } = asked
  const gaps = (await gapsOf(tx, personId, today, viewer, role))?.gaps ?? []
  const passes = (await listAssessments(tx, personId, viewer)).filter(({ pass }) => pass !== 'leader')
  const rows = gaps.map((gap): SheetRow => {
    const examples = passes.flatMap(({ inOn, ratings }): ToldExample[] => {
      const rating = ratings.find(({ competencyId }) => competencyId === gap.competency.competencyId)
      if (!rating?.example) return []
      const { example, evidenceIds, level, reworded } = rating
      const general = genericExample(example)?.habit === true
      const short = level !== null && !reworded && level < gap.requirement.level
      const { when, who, task = '', did, followed } = example
      const star = { situation: situationOf(when, who), task, action: did, result: followed }
      return [{ ...star, recorded: false, general, short, on: inOn ?? today, evidenceIds }]
    })
    const recorded = gap.for.flatMap(
      ({ kind, detail, draft, evidenceId, happenedOn, addedOn }): ToldExample[] => {
        const star = kind === 'complaint' && !draft ? starOfComplaint(detail) : null
        const on = happenedOn ?? addedOn
        return star
          ? [{ ...star, recorded: true, general: false, short: false, on, evidenceIds: [evidenceId] }]
          : []
      },
    )
    const evidence = gap.for.map((item) => ({
      evidenceId: item.evidenceId,
      ref: item.ref,
      title: item.title,
      on: item.happenedOn ?? item.addedOn,
      outside: isFromOutside(item),
      occasion: item.kind !== 'measure' && item.kind !== 'certificate',
      task: item.detail.task ?? '',
    }))
    return { gap, ...bestExample([...examples, ...recorded], evidence) }
  })
  return rows.toSorted((a, b) => Number(b.gap.requirement.essential) - Number(a.gap.requirement.essential))
}
