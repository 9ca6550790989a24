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
  'people.list': administers,
  'people.change': administers,
  /** Knowing that the person is here, with name, job and team. */
  'people.know': isMember,
  /** A person's professional records. Never what is marked "only you". */
  'records.read': anyOf(isOwn, leadsThem, assessesThem, assuresQuality),
  'settings.own': isMember,
  'history.verify': administers,
}
