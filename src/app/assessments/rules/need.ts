import type { Id } from '../../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../../kernel/outcome.ts'
import type { Sharing } from '../../../kernel/sharing.ts'
import { LONGEST } from './rating.ts'

/** `both`: the work asks for it, and the person wants it for themself; it has a competency and is shared like a personal one. */
export const NEED_KINDS = ['professional', 'personal', 'both'] as const
export type NeedKind = (typeof NEED_KINDS)[number]

export function isNeedKind(text: string): text is NeedKind {
  return (NEED_KINDS as readonly string[]).includes(text)
}

/** Whether the work asks for it. Source: mission.md A9. */
export function forWork({ kind }: { kind: NeedKind }): boolean {
  return kind !== 'personal'
}

/** 1 now, 2 next, 3 later. */
export const NEED_PRIORITIES = [1, 2, 3] as const
export type NeedPriority = (typeof NEED_PRIORITIES)[number]

export function priorityOf(value: number | null): NeedPriority | null {
  return NEED_PRIORITIES.find((one) => one === value) ?? null
}

/** What brought a need to light. Source: mission.md A6, A7. */
export const NEED_ORIGINS = [
  'assessment',
  'review',
  'complaint',
  'feedback',
  'role change',
  'aspiration',
] as const
export type NeedOrigin = (typeof NEED_ORIGINS)[number]

export function isNeedOrigin(text: string): text is NeedOrigin {
  return (NEED_ORIGINS as readonly string[]).includes(text)
}

export type AskedNeed = {
  personId: Id
  competencyId: Id | null
  title: string
  kind: NeedKind | null
  why: string
  priority: NeedPriority
  from: NeedOrigin
  sharing: Sharing
  evidenceIds: Id[]
}

/**
 * A need as it may be kept: it says whether it is professional, personal or both, and why. What the work asks for names
 * a competency. Only the person names one that is personal, or both; a professional one can be read by whoever leads and
 * assesses them. Source: mission.md A3, A9.
 */
export function checkNeed(asked: AskedNeed, own: boolean): Outcome<AskedNeed & { kind: NeedKind }> {
  const refusals: Refusal[] = []
  const { kind, title, why, competencyId } = asked
  if (!kind) refusals.push({ field: 'kind', message: 'Say whether it is professional, personal or both.' })
  if (kind && forWork({ kind }) && !competencyId)
    refusals.push({ field: 'competency', message: 'Name the competency that your work needs it for.' })
  if (kind === 'professional' && asked.sharing !== 'assessor')
    refusals.push({
      field: 'sharing',
      message:
        'A professional need is seen by whoever leads and assesses you. Share it, or say that it is personal or both.',
    })
  if (kind && kind !== 'professional' && !own)
    refusals.push({ field: 'kind', message: 'Only the person can name a personal need.' })
  if (!title) refusals.push({ field: 'title', message: 'Say in a few words what you need.' })
  if (title.length > 200) refusals.push({ field: 'title', message: 'Keep it under 200 characters.' })
  if (!why) refusals.push({ field: 'why', message: 'Say why: what shows it, or what it is for.' })
  if (why.length > LONGEST)
    refusals.push({ field: 'why', message: `Keep it under ${LONGEST.toLocaleString('en-GB')} characters.` })
  return kind && refusals.length === 0 ? done({ ...asked, kind }) : refused(...refusals)
}

/** How far a need of a kind is shared where nobody says: a professional one with all who lead and assess, others with nobody. */
export function usualSharing(kind: NeedKind | null): Sharing {
  return kind === 'professional' ? 'assessor' : 'me'
}
