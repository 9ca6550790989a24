import type { Refusal } from '../../../kernel/outcome.ts'
import { checkBudget } from './budget.ts'
import type { Cause, Objective, ObjectiveFields } from './objective.ts'

/**
 * Why a draft cannot be saved: only where there are no words at all, or what was typed cannot be kept as typed.
 * Everything else may come later. Source: mission.md A10.
 */
export function checkDraft(fields: ObjectiveFields): Refusal[] {
  const refusals: Refusal[] = []
  if (!fields.text && !fields.title)
    refusals.push({ field: 'text', message: 'Write a few words on what you want to do.' })
  if (fields.text.length > 5000)
    refusals.push({ field: 'text', message: 'Keep the objective under 5,000 characters.' })
  for (const field of ['title', 'why', 'resources', 'success'] as const)
    if (fields[field].length > 5000) refusals.push({ field, message: 'Keep it under 5,000 characters.' })
  for (const band of ['partly', 'met', 'exceeded'] as const)
    if ((fields.bands?.[band].length ?? 0) > 300)
      refusals.push({ field: `band-${band}`, message: 'Keep it under 300 characters.' })
  refusals.push(...checkBudget(fields.budget))
  fields.actions.forEach(({ what, owner, withWhom = '' }, at) => {
    if (what.length > 1000)
      refusals.push({ field: `a${at}-what`, message: 'Keep an action under 1,000 characters.' })
    if (owner.length > 100)
      refusals.push({ field: `a${at}-owner`, message: 'Keep a name under 100 characters.' })
    if (withWhom.length > 200)
      refusals.push({ field: `a${at}-with`, message: 'Keep the names under 200 characters.' })
  })
  if (fields.due !== null && fields.due > '2199')
    refusals.push({ field: 'due', message: 'That is too far away to plan for. Check the year.' })
  const narrow = fields.private || (fields.sharing ?? 'assessor') !== 'assessor'
  if (narrow && fields.kind === 'professional')
    refusals.push({
      field: 'kind',
      message: 'A professional objective can be read by your leader and by whoever assesses you.',
    })
  return refusals
}

/** Characters in one answer, question or reason between the person and their leader. */
const SAID_LIMIT = 5000

/** Why what somebody says of an objective cannot be kept: it is longer than anybody reads. Names `field`. */
export const checkSaid = (field: string, words: string): Refusal[] =>
  words.length > SAID_LIMIT ? [{ field, message: 'Keep it under 5,000 characters.' }] : []

/**
 * What is still missing before an objective can be proposed, or agreed alone: its words, why it is professional or
 * personal, and for a professional one the need it closes. Letters of SMART are never asked for here.
 * Source: mission.md A6 and A9.
 */
export function checkProposal(
  objective: Pick<Objective, 'text' | 'kind' | 'why' | 'needId' | 'priorityId' | 'servesAspiration'>,
): Refusal[] {
  const refusals: Refusal[] = []
  if (!objective.text)
    refusals.push({
      field: 'text',
      message: 'Say what you will do, how you will know, and by when: others can read only what is written.',
    })
  if (!objective.why)
    refusals.push({ field: 'why', message: `Say in a sentence why it is ${objective.kind}.` })
  const loose = !objective.needId && !objective.priorityId && !objective.servesAspiration
  if (objective.kind === 'professional' && loose)
    refusals.push({
      field: 'need',
      message: 'Choose the need it closes, the priority it serves, or where you want to go.',
    })
  return refusals
}

/**
 * Why a change, or an objective added to a plan that was agreed without it, has not said its cause: it is chosen from
 * the list, and "other" says more. Refusals name `cause` or `cause-reason`. Source: mission.md A7; domain.md 5.
 */
export function checkCause(
  cause: Cause | null,
  reason: string | null,
  what: 'changed' | 'added' = 'changed',
): Refusal[] {
  if (!cause)
    return [
      {
        field: 'cause',
        message:
          what === 'changed'
            ? 'Say what caused the change: the plan was agreed as it was.'
            : 'Say why it is added: the plan was agreed without it.',
      },
    ]
  return cause === 'other' && !reason
    ? [{ field: 'cause-reason', message: `Say in a few words why it is ${what}.` }]
    : []
}
