import { type Actor, leadsThem } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listEvidence } from '../evidence/evidence.ts'
import { type Competency, frameworkInForce } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { findPerson } from '../people/people.ts'
import { findRole, inRole, type Requirement, type RoleProfile } from '../roles/roles.ts'
import { mayRead, type Side } from './rules/blind.ts'
import { checkPass, checkRating, type Pass, type Rating } from './rules/rating.ts'
import {
  type KeptPass,
  listPasses,
  listRounds,
  lockPerson,
  type Round,
  savePass,
  saveRating,
  saveRound,
  setIn,
} from './store/passes.ts'
import { readWordings } from './wordings.ts'

/** A pass as its viewer may see it: `withheld` where it is blind to them, and then without any rating. */
export type SeenPass = KeptPass & {
  byName: string
  withheld: boolean
  /** What it rates of which the wording in force asks something else now: its level no longer counts. */
  reworded: ReadonlySet<Id>
}

/** A round with its passes as the viewer may see them. */
export type SeenRound = Round & {
  role: RoleProfile
  /** What the role asks, in the order of the framework. */
  asked: { competency: Competency; requirement: Requirement }[]
  self: SeenPass | null
  leader: SeenPass | null
  agreed: SeenPass | null
  /** Both passes are in, so that both sides see both. */
  open: boolean
  /** Somebody leads the person, or has begun a pass. */
  led: boolean
  newest: boolean
}

/** How somebody stands to the person assessed. */
export function sideOf(viewer: Actor, personId: Id): Side {
  if (viewer.personId === personId) return 'self'
  return leadsThem(viewer, { personId }) ? 'leader' : 'other'
}

/** The rounds of a person, newest first, with what the viewer may see of each pass. */
export async function listRoundsFor(tx: OrgTx, personId: Id, viewer: Actor): Promise<SeenRound[]> {
  const rounds = await listRounds(tx, personId)
  if (rounds.length === 0) return []
  const passes = await listPasses(tx, personId)
  const person = await findPerson(tx, personId)
  const wordings = await readWordings(tx, passes)
  const side = sideOf(viewer, personId)
  const names = new Map<Id, string>()
  for (const { byId } of passes)
    if (!names.has(byId)) names.set(byId, (await findPerson(tx, byId))?.name ?? 'Somebody')
  const seen: SeenRound[] = []
  for (const round of rounds) {
    const role = await findRole(tx, round.roleId, round.roleVersion)
    if (!role) continue
    const of = (pass: Pass) => passes.find((each) => each.round === round.round && each.pass === pass) ?? null
    const state = {
      selfIn: Boolean(of('self')?.inOn),
      leaderIn: Boolean(of('leader')?.inOn),
      led: Boolean(person?.leaderId) || of('leader') !== null,
    }
    const see = (pass: Pass): SeenPass | null => {
      const kept = of(pass)
      if (!kept) return null
      const withheld = !mayRead({ pass, in: kept.inOn !== null }, state, side)
      return {
        ...kept,
        ratings: withheld ? [] : kept.ratings,
        byName: names.get(kept.byId) ?? 'Somebody',
        withheld,
        reworded: withheld ? new Set() : wordings.rewordedIn(kept),
      }
    }
    const isOver = Boolean(of('agreed')?.inOn) || round.round !== rounds[0]?.round
    const own = passes.filter((each) => each.round === round.round)
    const competencies = wordings.of(own, isOver)
    seen.push({
      ...round,
      role,
      asked: competencies.flatMap((competency) => {
        const requirement = role.requirements.find((each) => each.competencyId === competency.competencyId)
        return requirement ? [{ competency: inRole(requirement, competency), requirement }] : []
      }),
      self: see('self'),
      leader: see('leader'),
      agreed: see('agreed'),
      open: state.selfIn && state.leaderIn,
      led: state.led,
      newest: round.round === rounds[0]?.round,
    })
  }
  return seen
}

/** The round that a pass belongs to, and the pass; null where there is none of that identifier. */
export async function findPass(
  tx: OrgTx,
  personId: Id,
  assessmentId: Id,
  viewer: Actor,
): Promise<{ round: SeenRound; pass: SeenPass } | null> {
  for (const round of await listRoundsFor(tx, personId, viewer))
    for (const pass of [round.self, round.leader, round.agreed])
      if (pass?.assessmentId === assessmentId) return { round, pass }
  return null
}

/**
 * Begins a round against a role's profile in force, which stays the round's own, or goes on with the one that waits for
 * this side's pass. The person's pass and their leader's each begin by themselves, in any order.
 * @returns the pass to fill in
 */
export async function beginPass(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; roleId: Id },
  today: Day,
): Promise<Outcome<Id>> {
  const { personId, roleId } = asked
  const side = sideOf(actor, personId)
  if (side === 'other') return refused({ message: 'Only the person and their leader assess.' })
  await lockPerson(tx, personId)
  const newest = (await listRounds(tx, personId))[0]
  const passes = (await listPasses(tx, personId)).filter(({ round }) => round === newest?.round)
  const mine = passes.find(({ pass }) => pass === side)
  if (mine && !mine.inOn) return done(mine.assessmentId)
  const other = passes.find(({ pass }) => pass === (side === 'self' ? 'leader' : 'self'))
  const settled = passes.some(({ pass, inOn }) => pass === 'agreed' && inOn)
  if (mine && side === 'leader' && !settled && !other?.inOn)
    return refused({ message: 'Your pass is in. Wait for the other one: then you both see both.' })
  if (newest && !mine && !settled) return done(await addPass(tx, actor, newest, side))
  const role = await findRole(tx, roleId)
  if (!role) return refused({ field: 'role', message: 'Choose a role to assess against.' })
  const round: Round = {
    personId,
    round: (newest?.round ?? 0) + 1,
    roleId: role.roleId,
    roleVersion: role.version,
    beganOn: today,
  }
  await saveRound(tx, round)
  await record(tx, {
    kind: 'assessments.round-begun',
    actor,
    personId,
    recordId: role.roleId,
    payload: { round: round.round, role: role.title, version: role.version },
  })
  return done(await addPass(tx, actor, round, side))
}

async function addPass(tx: OrgTx, actor: Actor, round: Round, pass: Pass): Promise<Id> {
  const assessmentId = tx.newId()
  await savePass(tx, {
    assessmentId,
    personId: round.personId,
    round: round.round,
    pass,
    byId: actor.personId,
    framework: await frameworkInForce(tx),
  })
  await record(tx, {
    kind: 'assessments.pass-begun',
    actor,
    personId: round.personId,
    recordId: assessmentId,
    payload: { round: round.round, pass },
  })
  return assessmentId
}

type Mine = { round: SeenRound; pass: SeenPass }

/** The actor's own pass, still open; or why it can't be filled in. */
async function myOpenPass(tx: OrgTx, actor: Actor, personId: Id, assessmentId: Id): Promise<Outcome<Mine>> {
  const found = await findPass(tx, personId, assessmentId, actor)
  if (!found || found.pass.pass !== sideOf(actor, personId))
    return refused({ message: 'This pass is not yours to fill in.' })
  if (found.pass.inOn)
    return refused({ message: 'This pass is in and locked. A new opinion is a new assessment.' })
  if (!found.round.newest)
    return refused({ message: 'A newer round has begun. Fill in that one; this one stays as it is.' })
  return done(found)
}

/** Saves what one side says of one competency, finished or not. Refusals name `none` or a field of the example. */
export async function rate(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; assessmentId: Id; rating: Rating },
): Promise<Outcome<null>> {
  const { personId, assessmentId, rating } = asked
  await lockPerson(tx, personId)
  const mine = await myOpenPass(tx, actor, personId, assessmentId)
  if (!mine.ok) return mine
  if (!mine.value.round.asked.some(({ competency }) => competency.competencyId === rating.competencyId))
    return refused({ message: 'The role does not ask for this competency.' })
  const own = actor.personId === personId
  const known = await listEvidence(tx, personId, { includePrivate: own })
  const cited = known.map(({ evidenceId }) => evidenceId).filter((id) => rating.evidenceIds.includes(id))
  const checked = checkRating({ ...rating, evidenceIds: cited, note: '' })
  if (!checked.ok) return checked
  await saveRating(tx, assessmentId, checked.value)
  await record(tx, {
    kind: 'assessments.rated',
    actor,
    personId,
    recordId: assessmentId,
    payload: { round: mine.value.round.round, competencyId: rating.competencyId },
  })
  return done(null)
}

/**
 * Hands a pass in: it is locked, and both sides see both once the other is in too. What the passes say enters the
 * history only then, so that the history gives nothing away.
 */
export async function handIn(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; assessmentId: Id },
  today: Day,
): Promise<Outcome<null>> {
  const { personId, assessmentId } = asked
  await lockPerson(tx, personId)
  const mine = await myOpenPass(tx, actor, personId, assessmentId)
  if (!mine.ok) return mine
  const { round, pass } = mine.value
  const checked = checkPass(
    round.asked.map(({ competency }) => competency),
    pass.ratings,
  )
  if (!checked.ok) return checked
  await setIn(tx, assessmentId, actor.personId, today)
  await record(tx, {
    kind: 'assessments.handed-in',
    actor,
    personId,
    recordId: assessmentId,
    payload: { round: round.round, pass: pass.pass, rated: pass.ratings.length },
  })
  const both = (await listPasses(tx, personId)).filter((each) => each.round === round.round && each.inOn)
  if (both.length === 2)
    await record(tx, {
      kind: 'assessments.opened',
      actor,
      personId,
      recordId: assessmentId,
      payload: { round: round.round, passes: both.map(({ pass, ratings }) => ({ pass, ratings })) },
    })
  return done(null)
}
