import type { Actor } from '../../../kernel/actor.ts'
import type { Id } from '../../../kernel/id.ts'

/** Who may read an account: its writer alone, their leader too, or their assessors and quality assurer as well. */
export const SHARINGS = ['me', 'leader', 'assessor'] as const
export type Sharing = (typeof SHARINGS)[number]

export function isSharing(text: string): text is Sharing {
  return (SHARINGS as readonly string[]).includes(text)
}

/** Whether a reader may read an account; its writer always may. Source: mission.md A8, design of the review. */
export function mayRead(account: { personId: Id; sharing: Sharing }, reader: Actor): boolean {
  const { personId, sharing } = account
  if (reader.personId === personId) return true
  if (sharing === 'me') return false
  if (reader.leads.includes(personId)) return true
  return (
    sharing === 'assessor' &&
    (reader.assesses.includes(personId) || reader.standings.includes('quality-assurer'))
  )
}
