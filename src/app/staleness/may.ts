import { administers, type May } from '../../kernel/actor.ts'

/** Whoever leads somebody; the door looks whether that somebody leads others. */
const leadsSomebody: May = (actor) => actor.leads.length > 0

export const may = {
  /** When others are shown what waits in a plan. */
  'staleness.steps': administers,
  /** Asking a leader about what waits with one of their people. */
  'staleness.ask-up': leadsSomebody,
}
