import type { Day } from '../../../kernel/day.ts'
import { plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { within } from '../../../kernel/text.ts'

/** Money that an objective needs, and what whoever leads the person decided about it. Source: mission.md A6. */
export type Budget = {
  /** In pounds, above 0. */
  amount: number
  /** What it is for. */
  purpose: string
  state: 'asked' | 'approved' | 'declined'
  /** Why it was decided so; '' where nothing was said. */
  reason: string
  decidedBy: string | null
  decidedOn: Day | null
}

export type AskedBudget = Pick<Budget, 'amount' | 'purpose'>

/** The most pounds that one objective can ask for. */
const MOST = 1_000_000

/** "£300", "£49.50". */
export function pounds(amount: number): string {
  const digits = Number.isInteger(amount) ? 0 : 2
  return `£${amount.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`
}

/** "£300 for the course on complaints". */
export function budgetFor({ amount, purpose }: AskedBudget): string {
  return purpose ? `${pounds(amount)} for ${within(purpose)}` : pounds(amount)
}

/** What became of the money: "asked, not decided yet", "approved by Ben Hughes on 24 November 2026: it is in the budget". */
export function budgetState({ state, decidedBy, decidedOn, reason }: Budget): string {
  if (state === 'asked') return 'asked, not decided yet'
  const by = decidedBy ? ` by ${decidedBy}` : ''
  const on = decidedOn ? ` on ${plainDay(decidedOn)}` : ''
  return `${state}${by}${on}${reason ? `: ${within(reason)}` : ''}`
}

/** Why money cannot be asked for so; refusals name `budget-amount` or `budget-for`. */
export function checkBudget(asked: AskedBudget | null | undefined): Refusal[] {
  if (!asked) return []
  const { amount, purpose } = asked
  const refusals: Refusal[] = []
  // Less than half a penny is kept as nothing.
  if (!(amount >= 0.005) || amount > MOST)
    refusals.push({
      field: 'budget-amount',
      message: `Give an amount above £0 and up to ${pounds(MOST)}, or leave it empty.`,
    })
  if (!purpose) refusals.push({ field: 'budget-for', message: 'Say what the money is for.' })
  if (purpose.length > 500) refusals.push({ field: 'budget-for', message: 'Keep it under 500 characters.' })
  return refusals
}

/** What is asked for now: a decision stands while the same money is asked for, and falls where another is. */
export function askedAgain(asked: AskedBudget | null, before: Budget | null): Budget | null {
  if (!asked) return null
  const amount = Math.round(asked.amount * 100) / 100
  if (before && before.amount === amount && before.purpose === asked.purpose) return before
  return { amount, purpose: asked.purpose, state: 'asked', reason: '', decidedBy: null, decidedOn: null }
}

/** What the leader says of the money. */
export type Decision = { approve: boolean; reason: string }

/** Why a decision cannot be taken so: declining takes a reason. Refusals name `budget-reason`. */
export function checkDecision(budget: Budget | null, { approve, reason }: Decision): Refusal[] {
  if (!budget) return [{ message: 'No money is asked for here.' }]
  if (reason.length > 1000) return [{ field: 'budget-reason', message: 'Keep it under 1,000 characters.' }]
  return approve || reason
    ? []
    : [{ field: 'budget-reason', message: `Say why you decline ${pounds(budget.amount)}.` }]
}

export function decided(budget: Budget, { approve, reason }: Decision, by: string, on: Day): Budget {
  return { ...budget, state: approve ? 'approved' : 'declined', reason, decidedBy: by, decidedOn: on }
}
