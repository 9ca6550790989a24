import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { findOrganisation } from '../people/people.ts'
import type { FrameworkPackage } from './rules/item.ts'
import { canonical } from './rules/package.ts'
import { checkRewording, type Rewording, reworded, type Unit } from './rules/unit.ts'
import { packageOf, type UnitRead } from './rules/unit-package.ts'
import { checkUnit, outcomesOf, type UnitFacts, withMissing } from './rules/unit-text.ts'
import { STARTER_FRAMEWORK } from './starter/starter.ts'
import { STARTER_UNITS } from './starter/units.ts'
import { listWordings, saveWording, type UnitWording } from './store/units.ts'

/** The units that people can work towards, as the organisation words them now. */
export async function listUnits(tx: OrgTx): Promise<Unit[]> {
  const wordings = await listWordings(tx)
  const starters = STARTER_UNITS.map((unit) => {
    const now = wordings.find(({ unitId }) => unitId === unit.unitId)
    return now ? worded(unit, now) : unit
  })
  const own = wordings.filter(
    ({ unitId }, at) =>
      !STARTER_UNITS.some((unit) => unit.unitId === unitId) &&
      wordings.findIndex((other) => other.unitId === unitId) === at,
  )
  const added = own.map((wording) => worded(NO_FACTS, wording))
  return [...starters, ...added.toSorted((a, b) => a.title.localeCompare(b.title, 'en'))]
}

const NO_FACTS = { code: '', level: 1, credits: 0, hours: 0, source: '' }

/** The unit in the words of a wording, with its facts where it has them. */
function worded(unit: typeof NO_FACTS, wording: UnitWording): Unit {
  const { unitId, version, title, outcomes, wordsFrom } = wording
  return {
    unitId,
    code: wording.code ?? unit.code,
    title,
    level: wording.level ?? unit.level,
    credits: wording.credits ?? unit.credits,
    hours: wording.hours ?? unit.hours,
    source: wording.source ?? unit.source,
    wordsFrom,
    version,
    outcomes,
  }
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
  return done(await keep(tx, actor, next, 'reworded'))
}

/** What a text that was read is laid over a unit as. */
export type UnitText = {
  read: UnitRead
  /** Whether they are the awarding body's own words. */
  isTheirs: boolean
  /** Whose words they are, as a sentence says it. */
  wordsFrom: string
}

/**
 * Puts a text in the place of a unit's words, as its next version: what has the same code keeps its identifier. What was decided keeps the words it was decided by. Source: domain.md 1.2 (words belong to the awarding body).
 * @param asked.version the version that the writer saw
 * @param asked.keepMissing whether criteria stay that the text does not have, in their old words
 * @returns the version made; refusals name `title` and `file`
 */
export async function importUnitText(
  tx: OrgTx,
  actor: Actor,
  asked: UnitText & { unitId: Id; version: number; keepMissing: boolean },
): Promise<Outcome<number>> {
  const { read, keepMissing } = asked
  const unit = await findUnit(tx, asked.unitId)
  if (!unit) return refused({ message: 'This unit is no longer here.' })
  if (unit.version !== asked.version)
    return refused({ message: 'Somebody else has reworded this unit meanwhile. Look at it before you save.' })
  const theirs = outcomesOf(unit.unitId, asked, unit.outcomes)
  const next: Unit = {
    ...unit,
    title: (read.named && read.title) || unit.title,
    wordsFrom: asked.wordsFrom,
    version: unit.version + 1,
    outcomes: keepMissing ? withMissing(theirs, unit.outcomes) : theirs,
  }
  const refusals = checkUnit(next, next.outcomes)
  if (canonical([next.title, next.outcomes]) === canonical([unit.title, unit.outcomes]))
    refusals.push({
      field: 'file',
      message: 'The text is the same as what is here, so there is no new version.',
    })
  return refusals.length > 0 ? refused(...refusals) : done(await keep(tx, actor, next, 'imported-over'))
}

/** Adds a whole unit, so that assessors decide on it. Refusals name the fact, or `file`. */
export async function addUnit(
  tx: OrgTx,
  actor: Actor,
  { read, isTheirs, wordsFrom, facts }: UnitText & { facts: UnitFacts },
): Promise<Outcome<Id>> {
  const all = await listUnits(tx)
  const { unitId } = read
  const outcomes = outcomesOf(unitId, { read, isTheirs }, [])
  const refusals = checkUnit(facts, outcomes)
  const same = all.find((unit) => unit.unitId === unitId || (facts.code !== '' && unit.code === facts.code))
  if (same)
    refusals.push({
      field: 'code',
      message: `${same.title} is here already. Import this text over it, and it becomes its next version.`,
    })
  if (refusals.length > 0) return refused(...refusals)
  await keep(tx, actor, { ...facts, unitId, wordsFrom, version: 1, outcomes }, 'added')
  return done(unitId)
}

/** A unit as a framework of its own, as files hold it; null where there is none. */
export async function unitPackage(tx: OrgTx, unitId: Id): Promise<FrameworkPackage | null> {
  const unit = await findUnit(tx, unitId)
  if (!unit) return null
  const isStarter = unit.version === 1 && STARTER_UNITS.some((one) => one.unitId === unitId)
  const publisher = isStarter ? STARTER_FRAMEWORK.publisher : (await findOrganisation(tx))?.name
  return packageOf(unit, publisher ?? '')
}

async function keep(
  tx: OrgTx,
  actor: Actor,
  unit: Unit,
  did: 'reworded' | 'imported-over' | 'added',
): Promise<number> {
  await saveWording(tx, actor, unit)
  const { unitId, version, title, outcomes, wordsFrom } = unit
  await record(tx, {
    kind: `framework.unit-${did}`,
    actor,
    personId: null,
    recordId: unitId,
    payload: { version, title, outcomes, wordsFrom },
  })
  return version
}
