import type { Actor } from '../../kernel/actor.ts'
import { type Day, plainDay } from '../../kernel/day.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { mayRead, type Sharing } from '../../kernel/sharing.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { findRole, type RoleProfile } from '../roles/roles.ts'
import {
  type Ask,
  type AskedAdvert,
  checkAdvert,
  checkAsks,
  type OwnLevel,
  type PersonalTarget,
} from './rules/target.ts'
import { deleteTarget, listKeptTargets, lockCareer, saveTarget } from './store/targets.ts'

/** A role to be measured against: the organisation's, or one elsewhere, which an advert asks for. */
export type WantedRole = RoleProfile & { elsewhere: boolean }

/** The roles of adverts that a person keeps, as far as the viewer may read them, newest first. */
export async function listTargets(tx: OrgTx, personId: Id, viewer: Actor): Promise<PersonalTarget[]> {
  return (await listKeptTargets(tx, personId)).filter((target) => mayRead(target, viewer))
}

/** One of them; null where there is none, or none that the viewer may know of. */
export async function findTarget(
  tx: OrgTx,
  personId: Id,
  targetId: Id,
  viewer: Actor,
): Promise<PersonalTarget | null> {
  return (await listTargets(tx, personId, viewer)).find((target) => target.targetId === targetId) ?? null
}

/** A role that somebody can be measured against: the organisation's own, else one of the person's adverts; null for none. */
export async function roleWantedBy(
  tx: OrgTx,
  personId: Id,
  id: Id,
  viewer: Actor,
): Promise<WantedRole | null> {
  if (!isId(id)) return null
  const role = await findRole(tx, id)
  if (role) return { ...role, elsewhere: false }
  const target = await findTarget(tx, personId, id, viewer)
  return target && profileOf(target)
}

/** What an advert asks, as a role's profile: it cites the advert, and every level that was confirmed. */
export function profileOf(target: PersonalTarget): WantedRole {
  const { targetId, title, responsibility, source, seenOn, asks, revision, sector } = target
  return {
    roleId: targetId,
    title,
    track: 'Elsewhere',
    elsewhere: true,
    responsibility,
    version: String(revision),
    jobs: [],
    requirements: asks.map(({ competencyId, level, essential }) => ({
      competencyId,
      level,
      essential,
      weight: essential ? 3 : 1,
      bands: null,
      levelWords: {},
    })),
    entry: '',
    sources: [{ title: `${source.title}, read ${plainDay(seenOn)}`, address: source.address }],
    sector,
    mastery: null,
    retired: false,
  }
}

const NOT_YOURS = { message: 'Only the person keeps adverts here.' }
const GONE = { message: 'This advert is no longer here.' }

/**
 * Keeps the text of an advert as a role that a person may aim for; only they read it until they share it. What it asks is
 * confirmed next. Source: mission.md B2, B7.
 */
export async function keepAdvert(
  tx: OrgTx,
  actor: Actor,
  asked: AskedAdvert & { personId: Id; responsibility: PersonalTarget['responsibility'] },
  today: Day,
): Promise<Outcome<Id>> {
  const { personId } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  const refusals = checkAdvert(asked, today)
  if (refusals.length > 0) return refused(...refusals)
  await lockCareer(tx, personId)
  const number = ((await listKeptTargets(tx, personId))[0]?.number ?? 0) + 1
  const target: PersonalTarget = {
    targetId: tx.newId(),
    personId,
    number,
    title: asked.title,
    responsibility: asked.responsibility,
    sector: asked.sector || null,
    source: { title: asked.source.title || 'Pasted text', address: asked.source.address },
    seenOn: asked.seenOn === null || asked.seenOn === 'wrong' ? today : asked.seenOn,
    advert: asked.advert,
    sharing: 'me',
    asks: [],
    ownLevels: [],
    revision: 1,
    madeOn: today,
  }
  await saveTarget(tx, target)
  await told(tx, actor, target, 'careers.advert-kept')
  return done(target.targetId)
}

/** Confirms what an advert asks, and who may read of it; levels of competencies that are not in force are left out. */
export async function confirmTarget(
  tx: OrgTx,
  actor: Actor,
  asked: {
    personId: Id
    targetId: Id
    revision: number
    title: string
    responsibility: PersonalTarget['responsibility']
    sector: string
    sharing: Sharing
    asks: readonly Ask[]
  },
): Promise<Outcome<PersonalTarget> & { conflict?: boolean }> {
  const { personId, targetId } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  await lockCareer(tx, personId)
  const before = await findTarget(tx, personId, targetId, actor)
  if (!before) return refused(GONE)
  if (before.revision !== asked.revision)
    return {
      ...refused({
        message:
          'This role was changed in another window. What you chose is below, unsaved: save it again to keep it.',
      }),
      conflict: true,
    }
  const known = new Set((await listCompetencies(tx)).map(({ competencyId }) => competencyId))
  const asks = asked.asks.filter(({ competencyId }) => known.has(competencyId))
  const refusals = checkAsks(asks)
  if (!asked.title) refusals.push({ field: 'title', message: 'Give the job’s title.' })
  if (asked.title.length > 120)
    refusals.push({ field: 'title', message: 'Keep the title under 120 characters.' })
  if (asked.sector.length > 80)
    refusals.push({ field: 'sector', message: 'Keep the sector under 80 characters.' })
  if (refusals.length > 0) return refused(...refusals)
  const { title, responsibility, sharing } = asked
  const next = { ...before, title, responsibility, sharing, sector: asked.sector || null, asks }
  const target = { ...next, revision: before.revision + 1 }
  await saveTarget(tx, target)
  await told(tx, actor, target, 'careers.target-confirmed')
  return done(target)
}

/**
 * Keeps where a person says they stand in what an advert asks: one saved before keeps its day where it is said again, and
 * goes where it is said no more. Source: mission.md B2.
 * @param asked the levels by competency, 1 to 5; what the advert does not ask is left out
 */
export async function rateForTarget(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; targetId: Id; levels: ReadonlyMap<Id, Ask['level']> },
  today: Day,
): Promise<Outcome<null>> {
  const { personId, targetId, levels } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  await lockCareer(tx, personId)
  const target = await findTarget(tx, personId, targetId, actor)
  if (!target) return refused(GONE)
  const ownLevels = target.asks.flatMap(({ competencyId }): OwnLevel[] => {
    const level = levels.get(competencyId)
    const before = target.ownLevels.find((one) => one.competencyId === competencyId)
    if (level === undefined) return []
    return [before?.level === level ? before : { competencyId, level, on: today }]
  })
  if (ownLevels.length === 0 && target.ownLevels.length === 0)
    return refused({ field: 'own', message: 'Choose a level for at least one competency.' })
  const rated = { ...target, ownLevels }
  await saveTarget(tx, rated)
  await told(tx, actor, rated, 'careers.target-rated')
  return done(null)
}

/** Takes an advert away with its text; an aspiration that aimed for it keeps its words. */
export async function removeTarget(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; targetId: Id },
): Promise<Outcome<null>> {
  if (actor.personId !== asked.personId) return refused(NOT_YOURS)
  await lockCareer(tx, asked.personId)
  const target = await findTarget(tx, asked.personId, asked.targetId, actor)
  if (!target) return refused(GONE)
  await deleteTarget(tx, target.targetId)
  await told(tx, actor, target, 'careers.advert-removed')
  return done(null)
}

/** What history keeps of it: of what only the person reads, that it changed and no more. The advert's text never. */
async function told(tx: OrgTx, actor: Actor, target: PersonalTarget, kind: string): Promise<void> {
  const { advert: _, personId, targetId, ...said } = target
  const payload = target.sharing === 'me' ? { number: target.number, private: true } : said
  await record(tx, { kind, actor, personId, recordId: targetId, payload })
}
