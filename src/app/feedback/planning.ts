import type { Actor } from '../../kernel/actor.ts'
import { type Day, plainDay } from '../../kernel/day.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Mail } from '../../shell/mail.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { listHistory, record } from '../history/history.ts'
import { findPerson, listAssessors, listPeople, type Person } from '../people/people.ts'
import { roleOf } from '../roles/roles.ts'
import {
  type Around,
  type AskedGroup,
  checkEnough,
  checkQuestions,
  type KnownGroup,
  knowGroups,
  whatChanged,
  withoutOutsiders,
} from './rules/asking.ts'
import { isOtherGroup } from './rules/round.ts'
import { lockRounds } from './store/lock.ts'
import { readRound, type StoredRound } from './store/rounds.ts'
import { changeRound, deleteRound, saveAdjustment, saveGroups, saveNewRound } from './store/saving.ts'

/** What a change of a round answers: `conflict` is the version it has now, where somebody changed it meanwhile. */
export type Changed = Outcome<null> & { conflict?: number }

/** How many competencies a round asks about unless somebody chooses others, and how many of them are soft. */
const DEFAULT = { competencies: 6, soft: 2 }

/** The competencies to ask about unless others are chosen: the heaviest of the person's role, some of them soft. */
export async function proposedCompetencies(tx: OrgTx, personId: Id, today: Day): Promise<Id[]> {
  const role = await roleOf(tx, personId, today)
  const inForce = new Map((await listCompetencies(tx)).map((one) => [one.competencyId, one]))
  const soft = new Set([...inForce.values()].filter((one) => one.soft).map((one) => one.competencyId))
  const heaviest = (role?.requirements ?? [])
    .filter(({ competencyId }) => inForce.has(competencyId))
    .sort((a, b) => b.weight - a.weight)
    .map(({ competencyId }) => competencyId)
  const softFirst = heaviest.filter((id) => soft.has(id)).slice(0, DEFAULT.soft)
  const rest = heaviest
    .filter((id) => !softFirst.includes(id))
    .slice(0, DEFAULT.competencies - softFirst.length)
  return heaviest.filter((id) => softFirst.includes(id) || rest.includes(id))
}

/** Begins a round about a person, by themself or their leader. Answers its id. */
export async function planRound(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; purpose: string; competencyIds: readonly Id[] },
): Promise<Outcome<Id>> {
  const person = await findPerson(tx, asked.personId)
  if (!person || !mayPlan(actor, person)) return NOT_YOURS
  const purpose = asked.purpose.trim()
  const refusals = await checkAsked(tx, { ...asked, purpose })
  if (refusals.length > 0) return refused(...refusals)
  const { roundId, ref } = await saveNewRound(tx, { ...asked, purpose, plannedBy: actor.personId })
  await recordRound(tx, actor, 'feedback.planned', { ...asked, roundId, ref }, { purpose })
  return done(roundId)
}

/** The person says whom to ask, and may change what is asked; `send` hands it to their leader. */
export async function nominate(
  tx: OrgTx,
  actor: Actor,
  asked: {
    personId: Id
    roundId: Id
    version: number
    purpose?: string
    competencyIds?: readonly Id[]
    groups: readonly AskedGroup[]
    send: boolean
  },
  { mail }: { mail: Pick<Mail, 'configured'> },
): Promise<Changed> {
  const round = await ownRound(tx, asked)
  const person = round && (await findPerson(tx, round.personId))
  if (!round || !person || actor.personId !== person.personId) return NOT_YOURS
  const stale = await isStale(tx, round, asked.version)
  if (stale) return stale
  const purpose = asked.purpose?.trim() ?? round.purpose
  const competencyIds = asked.competencyIds ?? round.competencyIds
  const { groups, refusals } = knowGroups(asked.groups, await aroundOf(tx, person))
  refusals.push(...(await checkAsked(tx, { purpose, competencyIds })))
  if (asked.send && refusals.length === 0) refusals.push(...checkEnough(groups, { mail: mail.configured }))
  if (refusals.length > 0) return refused(...refusals)
  await saveGroups(tx, round.roundId, groups)
  const state = asked.send ? 'nominated' : 'draft'
  await changeRound(tx, round.roundId, { state, purpose, competencyIds })
  await recordRound(tx, actor, 'feedback.nominated', round, { sent: asked.send, groups: namesOf(groups) })
  return done(null)
}

/** The leader changes whom to ask, with a reason that the person sees. */
export async function adjust(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; roundId: Id; version: number; groups: readonly AskedGroup[]; reason: string },
  today: Day,
): Promise<Changed> {
  const round = await ownRound(tx, asked)
  const person = round && (await findPerson(tx, round.personId))
  if (!round || !person || !actor.leads.includes(person.personId)) return NOT_YOURS
  const stale = await isStale(tx, round, asked.version)
  if (stale) return stale
  const { groups, refusals } = knowGroups(asked.groups, await aroundOf(tx, person))
  const changes = whatChanged(knownOf(round), groups)
  const reason = asked.reason.trim()
  if (changes.length > 0 && reason === '')
    refusals.push({ field: 'reason', message: `Say why, so that ${person.name} can see it.` })
  if (reason.length > 500) refusals.push({ field: 'reason', message: 'Say why in at most 500 characters.' })
  if (refusals.length > 0) return refused(...refusals)
  if (changes.length === 0) return done(null)
  await saveGroups(tx, round.roundId, groups)
  await changeRound(tx, round.roundId, {})
  for (const [index, what] of changes.entries())
    await saveAdjustment(tx, round.roundId, {
      place: round.adjustments.length + index + 1,
      madeBy: actor.personId,
      what,
      reason,
      on: today,
    })
  await recordRound(tx, actor, 'feedback.adjusted', round, { changes: changes.map(withoutOutsiders), reason })
  return done(null)
}

/** Takes away a round that was not launched. */
export async function discard(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; roundId: Id },
): Promise<Outcome<null>> {
  const round = await ownRound(tx, asked)
  const person = round && (await findPerson(tx, round.personId))
  if (!round || !person || !mayPlan(actor, person)) return NOT_YOURS
  if (!isPlanned(round)) return LAUNCHED
  await deleteRound(tx, round.roundId)
  await recordRound(tx, actor, 'feedback.discarded', round, {})
  return done(null)
}

export const NOT_YOURS = refused({ message: 'This round is not here, or not yours to change.' })
const LAUNCHED = refused({ message: 'This round was launched. Nothing of it changes any more.' })

const isPlanned = ({ state }: StoredRound) => state === 'draft' || state === 'nominated'

const mayPlan = (actor: Actor, person: Person) =>
  actor.personId === person.personId || actor.leads.includes(person.personId)

/** The person's round, locked; null where there is none. */
export async function ownRound(
  tx: OrgTx,
  { personId, roundId }: { personId: Id; roundId: Id },
): Promise<StoredRound | null> {
  if (!isId(roundId)) return null
  await lockRounds(tx)
  const round = await readRound(tx, roundId, 'lock')
  return round?.personId === personId ? round : null
}

/** Why a round cannot be changed as it was seen: it was launched, or changed since. */
export async function isStale(tx: OrgTx, round: StoredRound, version: number): Promise<Changed | null> {
  if (!isPlanned(round)) return { ...LAUNCHED, conflict: round.version }
  if (round.version === version) return null
  const [last] = await listHistory(tx, { recordId: round.roundId }, 1)
  const who = last?.actorId ? await findPerson(tx, last.actorId) : null
  const when = last ? ` on ${plainDay(last.day)}` : ''
  const message = `${who?.name ?? 'Somebody'} changed this round${when}, while you had it open. What you typed is kept below. Compare the two, and save again.`
  return { ...refused({ message }), conflict: round.version }
}

async function checkAsked(
  tx: OrgTx,
  asked: { purpose: string; competencyIds: readonly Id[] },
): Promise<Refusal[]> {
  const known = (await listCompetencies(tx)).map(({ competencyId }) => competencyId)
  return checkQuestions(asked, known)
}

/** Who leads the person now; null where nobody does, or whoever did has left. */
export async function leaderOf(tx: OrgTx, person: Person): Promise<Person | null> {
  const leader = person.leaderId ? await findPerson(tx, person.leaderId) : null
  return leader && leader.state !== 'left' ? leader : null
}

/** Who is there to be asked about a person: who leads them, who assesses them, and everybody who has not left. */
export async function aroundOf(tx: OrgTx, person: Person): Promise<Around> {
  const assessors = await listAssessors(tx, person.personId)
  return {
    person,
    leader: await leaderOf(tx, person),
    assessors: assessors.map(({ personId }) => personId),
    colleagues: (await listPeople(tx)).filter(({ state }) => state !== 'left'),
  }
}

/** The chosen groups of a round as they were nominated. */
export function knownOf(round: StoredRound): KnownGroup[] {
  return round.groups.flatMap(({ group, mode, threshold, raters }) =>
    isOtherGroup(group) ? [{ group, mode, threshold, raters }] : [],
  )
}

/** The groups as the history keeps them: names of colleagues, and how many people outside. */
export const namesOf = (groups: readonly KnownGroup[]) =>
  groups.map(({ group, mode, threshold, raters }) => ({
    group,
    mode,
    threshold,
    raters: raters.flatMap(({ personId, name }) => (personId ? [name] : [])),
    outside: raters.filter(({ personId }) => personId === null).length,
  }))

/** Records in the history, by its reference, what happened to a round about a person. */
export async function recordRound(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'> | null,
  kind: string,
  { personId, roundId, ref }: { personId: Id; roundId: Id; ref: string },
  payload: object,
): Promise<void> {
  await record(tx, { kind, actor, personId, recordId: roundId, payload: { ref, ...payload } })
}
