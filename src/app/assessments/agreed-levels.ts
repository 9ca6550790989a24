import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { listRoundsFor } from './passes.ts'
import { saidBy } from './said-levels.ts'

/** The newest level that was agreed on each competency in force, whatever role it was agreed for, as `gapsOf` reads it. */
export async function agreedLevels(tx: OrgTx, personId: Id, viewer: Actor): Promise<ReadonlyMap<Id, number>> {
  const said = saidBy(await listRoundsFor(tx, personId, viewer))
  const levels = new Map<Id, number>()
  for (const { competencyId } of await listCompetencies(tx)) {
    const agreed = said(competencyId).find(({ source }) => source === 'agreed')
    if (agreed) levels.set(competencyId, agreed.level)
  }
  return levels
}
