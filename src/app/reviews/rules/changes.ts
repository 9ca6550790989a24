import { type Day, plainDay } from '../../../kernel/day.ts'
import { done, type Outcome, type Refusal, refused } from '../../../kernel/outcome.ts'
import { type AimUnit, aimWords } from './figure-words.ts'
import { type Part, wordChanges } from './wording.ts'

/** Why a plan changes. Source: mission.md A7, domain.md 8. */
export const CAUSES = [
  { value: 'job role', text: 'Job role changed' },
  { value: 'profile changed', text: 'Role profile changed' },
  { value: 'organisation priority', text: 'Organisation priority' },
  { value: 'aspiration', text: 'Aspiration' },
  { value: 'feedback', text: 'Feedback or complaint' },
  { value: 'target met', text: 'Target met' },
  { value: 'target missed', text: 'Target missed' },
  { value: 'other', text: 'Something else' },
] as const
export type ReviewCause = (typeof CAUSES)[number]['value']

/** What can change about an objective in a review. */
export const WHATS = [
  { value: 'due', text: 'Target date' },
  { value: 'target', text: 'Target' },
  { value: 'wording', text: 'Wording' },
  { value: 'action', text: 'Add an action' },
  { value: 'close', text: 'Close it' },
  { value: 'remove', text: 'Take it out of the plan' },
] as const
export type What = (typeof WHATS)[number]['value']

/** What a change is about, after the objective's name: "O-14 target date". */
export const ITEM_WORDS: Record<What, string> = {
  due: 'target date',
  target: 'target',
  wording: 'wording',
  action: 'action',
  close: 'objective',
  remove: 'objective',
}

/** How an objective that was pursued ends; one that was not is taken out. */
export const CLOSINGS = ['met', 'not met'] as const
export type ClosedAs = (typeof CLOSINGS)[number]

/** What the plan is to hold: figures of a share 0 to 1, of a time in seconds. */
export type Asked =
  | { what: 'target'; target: number }
  | { what: 'due'; due: Day }
  | { what: 'wording'; text: string }
  | { what: 'action'; action: string; by: Day | null }
  | { what: 'close'; as: ClosedAs }
  | { what: 'remove' }

/** An objective as the plan holds it now. */
export type ObjectiveNow = {
  ref: string
  title: string
  text: string
  target: number | null
  unit: AimUnit | null
  due: Day | null
}

/** What was typed into the form of one change. */
export type TypedChange = {
  what: string
  target: number | null
  due: Day | null | 'wrong'
  text: string
  action: string
  by: Day | null | 'wrong'
  as: string
  cause: string
  reason: string
}

/**
 * Reads one change of one objective. Every refusal names its field: `what`, `target`, `due`, `text`, `action`, `by`,
 * `as`, `cause`, `reason`. A share is typed in per cent, a time in seconds.
 */
export function readChange(
  typed: TypedChange,
  now: ObjectiveNow,
  today: Day,
): Outcome<{ asked: Asked; cause: ReviewCause; reason: string }> {
  const asked = readAsked(typed, now, today)
  const refusals: Refusal[] = asked.ok ? [] : asked.refusals
  const cause = CAUSES.find(({ value }) => value === typed.cause)?.value
  if (!cause) refusals.push({ field: 'cause', message: 'Choose the cause of this change.' })
  if (!typed.reason)
    refusals.push({
      field: 'reason',
      message:
        cause === 'other' ? 'Say what the cause is, in your words.' : 'Say what happened, in a sentence.',
    })
  if (!asked.ok || !cause || refusals.length > 0) return refused(...refusals)
  return done({ asked: asked.value, cause, reason: typed.reason })
}

function readAsked(typed: TypedChange, now: ObjectiveNow, today: Day): Outcome<Asked> {
  const no = (field: string, message: string) => refused({ field, message })
  switch (typed.what) {
    case 'target': {
      const { unit } = now
      if (unit === null)
        return no('target', `${now.ref} has no measure. Give it one in the plan, or change its wording here.`)
      if (typed.target === null || typed.target < 0) return no('target', 'Give the new target as a number.')
      const target = unit === 'share' ? typed.target / 100 : typed.target
      if (unit === 'share' && target > 1) return no('target', 'A share is 100% at most.')
      if (target === now.target) return no('target', 'That is the target already. Type another.')
      return done({ what: 'target', target })
    }
    case 'due':
      if (typed.due === 'wrong') return no('due', 'There is no such day. Type it as 29 1 2027.')
      if (typed.due === null) return no('due', 'Give the new date.')
      if (typed.due === now.due) return no('due', 'That is the date already. Type another.')
      if (typed.due < today) return no('due', 'That day has passed. Give one to come.')
      return done({ what: 'due', due: typed.due })
    case 'wording':
      if (!typed.text) return no('text', 'Write the objective as it is to read.')
      if (typed.text.replace(/\s+/g, ' ') === now.text.replace(/\s+/g, ' ').trim())
        return no('text', 'These are the words of the objective already. Change them.')
      return done({ what: 'wording', text: typed.text })
    case 'action': {
      const refusals: Refusal[] = []
      if (!typed.action) refusals.push({ field: 'action', message: 'Say what is to be done.' })
      if (typed.by === 'wrong')
        refusals.push({ field: 'by', message: 'There is no such day. Type it as 4 12 2026.' })
      else if (typed.by !== null && typed.by < today)
        refusals.push({ field: 'by', message: 'That day has passed. Give one to come.' })
      if (refusals.length > 0 || typed.by === 'wrong') return refused(...refusals)
      return done({ what: 'action', action: typed.action, by: typed.by })
    }
    case 'close': {
      const as = CLOSINGS.find((one) => one === typed.as)
      return as ? done({ what: 'close', as }) : no('as', 'Say how it ended.')
    }
    case 'remove':
      return done({ what: 'remove' })
    default:
      return no('what', 'Choose what changes.')
  }
}

/** A change in words: what stood there and what comes, and the sentence for the plan's diff. */
export function describeChange(
  asked: Asked,
  now: ObjectiveNow,
): { before: string | null; after: string | null; words: string } {
  switch (asked.what) {
    case 'target': {
      const before = now.target === null ? null : aimWords(now.target, now.unit)
      const after = aimWords(asked.target, now.unit)
      const words = before ? `target moved from ${before} to ${after}` : `target set to ${after}`
      return { before, after, words }
    }
    case 'due': {
      const before = now.due === null ? null : plainDay(now.due)
      const after = plainDay(asked.due)
      const words = before ? `target date moved from ${before} to ${after}` : `target date set to ${after}`
      return { before, after, words }
    }
    case 'wording':
      return { before: now.text, after: asked.text, words: 'reworded' }
    case 'action': {
      const after = asked.by ? `${asked.action}, by ${plainDay(asked.by)}` : asked.action
      return { before: null, after, words: `action added: ${after}` }
    }
    case 'close':
      return {
        before: 'Open',
        after: `Closed: ${asked.as}`,
        words: `closed: ${asked.as}`,
      }
    case 'remove':
      return { before: now.title, after: null, words: 'taken out of the plan' }
  }
}

/** A change as stretches of words that went, stayed and came. */
export function partsOf(change: { what: What; before: string | null; after: string | null }): Part[] {
  const { what, before, after } = change
  if (what === 'wording' && before !== null && after !== null) return wordChanges(before, after)
  return [
    ...(before === null ? [] : [{ kind: 'removed' as const, text: before }]),
    ...(after === null ? [] : [{ kind: 'added' as const, text: after }]),
  ]
}
