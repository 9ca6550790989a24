import type { Actor } from './actor.ts'
import type { Id } from './id.ts'

/** Who may read what a person writes for themself: they alone, their leader too, or their assessors and quality assurer as well. */
export const SHARINGS = ['me', 'leader', 'assessor'] as const
export type Sharing = (typeof SHARINGS)[number]

export function isSharing(text: string): text is Sharing {
  return (SHARINGS as readonly string[]).includes(text)
}

/** Whether one sharing lets fewer people read than another. */
export function isNarrower(one: Sharing, other: Sharing): boolean {
  return SHARINGS.indexOf(one) < SHARINGS.indexOf(other)
}

/** Whether a reader may read a record that is shared so far; its person always may. Source: mission.md A8, A9. */
export function mayRead(record: { personId: Id; sharing: Sharing }, reader: Actor): boolean {
  const { personId, sharing } = record
  if (reader.personId === personId) return true
  if (sharing === 'me') return false
  if (reader.leads.includes(personId)) return true
  return (
    sharing === 'assessor' &&
    (reader.assesses.includes(personId) || reader.standings.includes('quality-assurer'))
  )
}
