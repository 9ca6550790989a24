import { administers, isMember } from '../../kernel/actor.ts'

export const may = {
  /** Only inside the demo: elsewhere these pages are not there. */
  'demo.use': isMember,
  'demo.manage': administers,
}
