import type { Id } from '../../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../../kernel/outcome.ts'
import { LONGEST } from './rating.ts'

export type NeedKind = 'professional' | 'personal'

export type AskedNeed = {
  personId: Id
  competencyId: Id | null
  title: string
  kind: NeedKind | null
  why: string
  evidenceIds: Id[]
  private: boolean
}

/**
 * A need as it may be made: it says whether it is professional or personal, and why. A professional one names a
 * competency; only the person makes a personal one, and only a personal one can be "only you". Source: mission.md A3, A8.
 */
export function checkNeed(asked: AskedNeed, own: boolean): Outcome<AskedNeed & { kind: NeedKind }> {
  const refusals: Refusal[] = []
  const { kind, title, why, competencyId } = asked
  if (!kind) refusals.push({ field: 'kind', message: 'Say whether it is professional or personal.' })
  if (kind === 'professional' && !competencyId)
    refusals.push({ field: 'competency', message: 'Name the competency that your work needs it for.' })
  if (kind === 'professional' && asked.private)
    refusals.push({
      field: 'private',
      message: 'A professional need is seen by your leader. Untick “Only you”.',
    })
  if (kind === 'personal' && !own)
    refusals.push({ field: 'kind', message: 'Only the person can name a personal need.' })
  if (!title) refusals.push({ field: 'title', message: 'Say in a few words what you need.' })
  if (title.length > 200) refusals.push({ field: 'title', message: 'Keep it under 200 characters.' })
  if (!why) refusals.push({ field: 'why', message: 'Say why: what shows it, or what it is for.' })
  if (why.length > LONGEST)
    refusals.push({ field: 'why', message: `Keep it under ${LONGEST.toLocaleString('en-GB')} characters.` })
  return kind && refusals.length === 0 ? done({ ...asked, kind }) : refused(...refusals)
}
