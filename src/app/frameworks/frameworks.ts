import type { Id } from '../../kernel/id.ts'
import { isId } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import type { Competency, CrosswalkRow, Framework } from './rules/competency.ts'
import { STARTER_COMPETENCIES, STARTER_CROSSWALK, STARTER_FRAMEWORK } from './starter/starter.ts'
import {
  findFramework,
  findInForce,
  listInForce,
  listLinks,
  saveCompetencies,
  saveFramework,
  saveLinks,
} from './store/competencies.ts'

export type { Competency, CrosswalkRow, Framework, Level, LevelNumber } from './rules/competency.ts'
export { suggestedFor } from './rules/suggestion.ts'
export { type Criterion, criteriaOf, type LearningOutcome, type Unit } from './rules/unit.ts'
export { findUnit, listUnits, rewordUnit } from './units.ts'

/** The competencies of the framework version in force, in the order in which a person assesses them. */
export async function listCompetencies(tx: OrgTx): Promise<Competency[]> {
  return listInForce(tx)
}

/** A competency as the framework version in force words it; null where there is none of that identifier. */
export async function findCompetency(tx: OrgTx, id: Id): Promise<Competency | null> {
  return isId(id) ? findInForce(tx, id) : null
}

/**
 * Links to recognised frameworks (publisher, address, version, code and title), of one competency or of all.
 * Source: mission.md A4 and the third readiness check.
 */
export async function listCrosswalk(tx: OrgTx, competencyId?: Id): Promise<CrosswalkRow[]> {
  return listLinks(tx, competencyId)
}

/**
 * The framework version that the organisation uses now.
 * @throws where none was installed, which `installFramework` does when an organisation is made
 */
export async function frameworkInForce(tx: OrgTx): Promise<Framework> {
  const framework = await findFramework(tx)
  if (!framework) throw new Error('This organisation has no competency framework in force.')
  return framework
}

/** Gives a new organisation the starter framework with its crosswalk. Does nothing where one is in force already. */
export async function installFramework(tx: OrgTx): Promise<void> {
  if (await findFramework(tx)) return
  await saveFramework(tx, STARTER_FRAMEWORK)
  await saveCompetencies(tx, STARTER_FRAMEWORK, STARTER_COMPETENCIES)
  await saveLinks(tx, STARTER_CROSSWALK)
  const { frameworkId, title, version } = STARTER_FRAMEWORK
  await record(tx, {
    kind: 'framework.installed',
    actor: null,
    personId: null,
    recordId: frameworkId,
    payload: { title, version, competencies: STARTER_COMPETENCIES.length },
  })
}
