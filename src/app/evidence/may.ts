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
  /** What is "only you" and what is a draft stays with whoever wrote it all the same. */
  'evidence.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  /** Also to link it to competencies, and to change what one wrote oneself. */
  'evidence.add': anyOf(isOwn, leadsThem, assessesThem),
  /** Letter by letter, of one link. */
  'evidence.judge': anyOf(leadsThem, assessesThem),
  /** That a legal duty does not apply: the person's own only where nobody leads them, which the door checks. */
  'evidence.exempt': anyOf(isOwn, leadsThem),
  /** How old evidence may be is open to everybody whose evidence it touches. */
  'evidence.rules': isMember,
  'evidence.set-rules': administers,
}
