import { administers, isOwn } from '../../kernel/actor.ts'

export const may = {
  /** The outbox: to whom mail goes that has not got through. Never what it says. */
  'outbox.manage': administers,
  'notices.own': isOwn,
  'notices.hours': administers,
}
