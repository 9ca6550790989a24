import type { Id } from '../../kernel/id.ts'
import { isId } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { publish } from './library.ts'
import type { Competency, CrosswalkRow, Framework } from './rules/competency.ts'
import {
  STARTER_COMPETENCIES,
  STARTER_CROSSWALK,
  STARTER_FRAMEWORK,
  STARTER_PACKAGE,
} from './starter/starter.ts'
import {
  findInForce,
  listInForce,
  listLastWorded,
  listLinks,
  listWorded,
  saveIdentities,
  saveLinks,
} from './store/competencies.ts'
import { findFramework, setInForce } from './store/library.ts'

export { beginDraft, dropDraft, findDraft, hasDraft, listDrafts } from './drafts.ts'
export { drawItems } from './drawing.ts'
export { addItem, moveItem, restoreItem, retireItem, rewordItem, splitItem } from './editing.ts'
export { keepPackage, listLibrary, listVersionsOf, readPackage, setPublic } from './library.ts'
export { type LinkAsked, linkCompetency, unlinkCompetency } from './linking.ts'
export { diffOf, type FrameworkVersion, frameworkMoved, putInForce, unchangedSince } from './moving.ts'
export { nameDraft, namingMark } from './naming.ts'
export { diffOfDraft, publishDraft } from './publishing.ts'
export type { Competency, CrosswalkRow, Framework, Level, LevelNumber } from './rules/competency.ts'
export type { FrameworkDiff, Reworded, Standing } from './rules/difference.ts'
export type { Draft, DraftItem, ItemFields } from './rules/draft.ts'
export type {
  Association,
  Definition,
  DefinitionKind,
  FrameworkPackage,
  FrameworkSource,
  Item,
  ItemKind,
  LibraryEntry,
} from './rules/item.ts'
export { isCompetency } from './rules/item.ts'
export { suggestedFor } from './rules/suggestion.ts'
export { type Criterion, criteriaOf, type LearningOutcome, type Unit } from './rules/unit.ts'
export { findUnit, listUnits, rewordUnit } from './units.ts'
export { frameworkWeighed } from './weighing.ts'

/**
 * The competencies of the framework version in force, in the order in which a person assesses them.
 * @param of another version, to read them as it worded them
 */
export async function listCompetencies(
  tx: OrgTx,
  of?: { frameworkId: Id; version: string },
): Promise<Competency[]> {
  return of ? listWorded(tx, of) : listInForce(tx)
}

/** A competency as the framework version in force words it; null where there is none of that identifier. */
export async function findCompetency(tx: OrgTx, id: Id): Promise<Competency | null> {
  return isId(id) ? findInForce(tx, id) : null
}

/**
 * Competencies as they are worded now, and those no longer in force as they were worded last: what an old version of a
 * role asked can be read whatever became of the framework.
 */
export async function competenciesEver(
  tx: OrgTx,
  competencyIds: readonly Id[],
): Promise<{ now: Competency[]; formerly: Competency[] }> {
  const now = await listCompetencies(tx)
  const here = new Set(now.map(({ competencyId }) => competencyId))
  return {
    now,
    formerly: await listLastWorded(
      tx,
      competencyIds.filter((id) => !here.has(id)),
    ),
  }
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
  await publish(tx, STARTER_PACKAGE, {
    version: STARTER_FRAMEWORK.version,
    place: 1,
    public: false,
    by: null,
  })
  await saveIdentities(tx, STARTER_FRAMEWORK)
  await setInForce(tx, STARTER_FRAMEWORK)
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
