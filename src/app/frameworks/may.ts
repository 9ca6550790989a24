import { administers, isMember } from '../../kernel/actor.ts'

export const may = {
  /** What is asked of everybody is open to everybody in the organisation. */
  'frameworks.read': isMember,
  /** Wording a unit anew. */
  'frameworks.change': administers,
}
