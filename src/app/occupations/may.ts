import { administers, isMember } from '../../kernel/actor.ts'

export const may = {
  /** What occupations consist of is open to everybody in the organisation: anybody may look around. */
  'occupations.read': isMember,
  /** Loading classifications, deciding what their skills have to do with ours, making roles of them. */
  'occupations.manage': administers,
}
