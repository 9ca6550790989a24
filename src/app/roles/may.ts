import { administers, isMember } from '../../kernel/actor.ts'

export const may = {
  /** What a role asks is open to everybody in the organisation: anybody may aim for it. */
  'roles.read': isMember,
  'roles.change': administers,
}
