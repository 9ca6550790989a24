import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { checkRewording, type Rewording, reworded, type Unit } from './rules/unit.ts'
import { STARTER_UNITS } from './starter/units.ts'
import { listWordings, saveWording } from './store/units.ts'

/** The units that people can work towards, as the organisation words them now. */
export async function listUnits(tx: OrgTx): Promise<Unit[]> {
  const wordings = await listWordings(tx)
  return STARTER_UNITS.map((unit) => {
    const now = wordings.find(({ unitId }) => unitId === unit.unitId)
    return now ? { ...unit, version: now.version, title: now.title, outcomes: now.outcomes } : unit
  })
}

export async function findUnit(tx: OrgTx, unitId: Id): Promise<Unit | null> {
  return (await listUnits(tx)).find((unit) => unit.unitId === unitId) ?? null
}

/**
 * Words a unit anew, as its next version; what was decided keeps the words it was decided by.
 * @param asked.version the version that the writer saw
 * @returns the version made; refusals name `title` and `words-ID`
 */
export async function rewordUnit(
  tx: OrgTx,
  actor: Actor,
  asked: { unitId: Id; version: number } & Rewording,
): Promise<Outcome<number>> {
  const unit = await findUnit(tx, asked.unitId)
  if (!unit) return refused({ message: 'This unit is no longer here.' })
  if (unit.version !== asked.version)
    return refused({ message: 'Somebody else has reworded this unit meanwhile. Look at it before you save.' })
  const refusals = checkRewording(unit, asked)
  if (refusals.length > 0) return refused(...refusals)
  const next = reworded(unit, asked)
  await saveWording(tx, actor, next)
  const { unitId, version, title, outcomes } = next
  await record(tx, {
    kind: 'framework.unit-reworded',
    actor,
    personId: null,
    recordId: unitId,
    payload: { version, title, outcomes },
  })
  return done(version)
}
