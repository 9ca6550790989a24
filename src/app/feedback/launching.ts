import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Keys } from '../../shell/keys.ts'
import type { Mail } from '../../shell/mail.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { findPerson, type Person } from '../people/people.ts'
import { inRole, type RoleProfile, roleOf } from '../roles/roles.ts'
import {
  aroundOf,
  type Changed,
  isStale,
  knownOf,
  leaderOf,
  NOT_YOURS,
  namesOf,
  ownRound,
  recordRound,
} from './planning.ts'
import {
  type Around,
  checkClosing,
  checkEnough,
  checkWaiting,
  type KnownGroup,
  knowGroups,
  LIMITS,
} from './rules/asking.ts'
import type { Question } from './rules/round.ts'
import { openMarks } from './sealing.ts'
import { countWaiting } from './store/requests.ts'
import { readRounds, type StoredRound } from './store/rounds.ts'
import { changeRound, saveGroups } from './store/saving.ts'

/** The set of keys that an organisation's rounds have, by their ids. */
export const roundKeys = (orgId: Id) => orgId

/** Whether somebody may launch a round about a person: their leader, or they themself where nobody leads them. */
export async function mayLaunch(tx: OrgTx, actor: Actor, person: Person): Promise<boolean> {
  if (actor.leads.includes(person.personId)) return true
  return actor.personId === person.personId && (await leaderOf(tx, person)) === null
}

/**
 * Opens a round: who is asked, what, how groups are shown and the last day are fixed from now on, and nobody can end it
 * early or late. The key under which its answers are sealed is on the disk before this answers.
 */
export async function launch(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; roundId: Id; version: number; closesOn: Day | null },
  today: Day,
  { keys, mail }: { keys: Keys; mail: Pick<Mail, 'configured'> },
): Promise<Changed> {
  const round = await ownRound(tx, asked)
  const person = round && (await findPerson(tx, round.personId))
  if (!round || !person || !(await mayLaunch(tx, actor, person))) return NOT_YOURS
  const stale = await isStale(tx, round, asked.version)
  if (stale) return stale
  const around = await aroundOf(tx, person)
  const { leader } = around
  const { groups, refusals } = knowGroups(knownOf(round).map(toAsked), around)
  refusals.push(...checkEnough(groups, { mail: mail.configured }))
  const { closesOn } = asked
  refusals.push(...(await checkLaunch(tx, actor, { round, around, groups, closesOn }, today)))
  if (refusals.length > 0 || closesOn === null) return refused(...refusals)
  const questions = await questionsOf(tx, round.competencyIds, await roleOf(tx, round.personId, today))
  await saveGroups(tx, round.roundId, [
    named('self', person),
    ...(leader ? [named('leader', leader)] : []),
    ...groups,
  ])
  await keys.make(roundKeys(tx.orgId), round.roundId)
  const marks = await openMarks(keys, { orgId: tx.orgId, personId: person.personId })
  await changeRound(tx, round.roundId, {
    state: 'open',
    questions,
    launchedBy: actor.personId,
    launchedOn: today,
    closesOn,
    markedBy: marks.print,
  })
  await recordRound(tx, actor, 'feedback.launched', round, {
    closesOn,
    competencies: questions.map(({ title }) => title),
    leader: leader?.name ?? null,
    groups: namesOf(groups),
  })
  return done(null)
}

const toAsked = ({ raters, ...group }: KnownGroup) => ({
  ...group,
  raters: raters.map(({ personId, name, email }) => (personId ? { personId } : { name, email: email ?? '' })),
})

const named = (group: 'self' | 'leader', { personId, name }: Around['person']) => ({
  group,
  mode: 'named' as const,
  threshold: 1,
  raters: [{ personId, name, email: null }],
})

async function checkLaunch(
  tx: OrgTx,
  actor: Actor,
  asked: { round: StoredRound; around: Around; groups: KnownGroup[]; closesOn: Day | null },
  today: Day,
): Promise<Refusal[]> {
  const { round, groups, closesOn } = asked
  const { person, leader } = asked.around
  const refusals = checkClosing(closesOn, today)
  if (round.state === 'draft' && actor.personId !== person.personId)
    refusals.push({
      message: `${person.name} is still choosing whom to ask. Launch once they have handed it over to you.`,
    })
  const open = (await readRounds(tx, person.personId)).find(({ state }) => state === 'open')
  if (open)
    refusals.push({
      message: `${open.ref} about ${person.name} is still open. Launch this one after it has closed: two at once could be told apart.`,
    })
  const waiting = await countWaiting(tx)
  if (leader && (waiting.get(leader.personId) ?? 0) >= LIMITS.waiting)
    refusals.push({
      message: `${leader.name} has five open requests already. Wait until some are answered.`,
    })
  return [...refusals, ...checkWaiting(groups, waiting)]
}

/** What is asked, as the framework in force words it today, or the person's role where it has words of its own. */
async function questionsOf(
  tx: OrgTx,
  competencyIds: readonly Id[],
  role: RoleProfile | null,
): Promise<Question[]> {
  const known = await listCompetencies(tx)
  return competencyIds.flatMap((id) => {
    const found = known.find(({ competencyId }) => competencyId === id)
    if (!found) return []
    const asked = role?.requirements.find((each) => each.competencyId === id)
    const { competencyId, title, levels } = asked ? inRole(asked, found) : found
    return [{ competencyId, title, levels: levels.map(({ level, anchor }) => ({ level, anchor })) }]
  })
}
