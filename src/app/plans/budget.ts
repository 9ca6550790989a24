import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { next, open } from './opened.ts'
import { budgetFor, checkDecision, type Decision, decided } from './rules/budget.ts'
import { saveStored } from './store/objectives.ts'
import { saveSaid } from './store/said.ts'
import { makeVersion } from './versions.ts'

/**
 * Approves or declines the money that an objective asks for. An objective may be agreed while this waits. Where it is
 * agreed, the decision makes a version of the plan; else it is in the version that its agreement makes.
 * @returns refusals name `budget-reason`
 */
export async function decideBudget(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; objectiveId: Id; version: number; decision: Decision },
  today: Day,
): Promise<Outcome<null>> {
  const { personId, objectiveId, decision } = asked
  if (!actor.leads.includes(personId))
    return refused({ message: 'Only the person who leads them can decide about the money.' })
  const opened = await open(tx, actor, asked)
  if (!opened.ok) return opened
  const objective = opened.value
  const refusals = checkDecision(objective.budget, decision)
  if (objective.state === 'closed') refusals.push({ message: `${objective.ref} is closed.` })
  if (refusals.length > 0 || !objective.budget) return refused(...refusals)
  const budget = decided(objective.budget, decision, actor.name, today)
  await saveStored(tx, next(tx, actor, objective, { budget }))
  const words = `${budgetFor(budget)} ${budget.state}${budget.reason ? `: ${budget.reason}` : ''}`
  const { personId: byId, name: byName } = actor
  await saveSaid(tx, objective, { kind: 'budget', byId, byName, day: today, words })
  await record(tx, { kind: 'plans.budget', actor, personId, recordId: objectiveId, payload: budget })
  if (objective.state !== 'agreed') return done(null)
  const cause = { cause: 'other' as const, reason: budget.reason || 'the money was decided about' }
  const causes = new Map([[objectiveId, cause]])
  await makeVersion(tx, actor, { personId, alone: false, reviewId: null, causes }, today)
  return done(null)
}
