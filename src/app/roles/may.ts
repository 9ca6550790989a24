import {
  administers,
  anyOf,
  assessesThem,
  assuresQuality,
  isMember,
  isOwn,
  leadsThem,
} from '../../kernel/actor.ts'

export const may = {
  /** What a role asks is open to everybody in the organisation: anybody may aim for it. */
  'roles.read': isMember,
  'roles.change': administers,
  /** Which positions somebody has held. */
  'positions.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality, administers),
  'positions.change': administers,
}
