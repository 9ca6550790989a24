import { administers } from '../../kernel/actor.ts'

export const may = {
  /** Loading exports, matching names, undoing an import. */
  'imports.manage': administers,
}
