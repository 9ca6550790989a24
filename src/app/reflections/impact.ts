import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Event, event } from '../../shell/events.ts'
import { findEvidence } from '../evidence/evidence.ts'
import { freezeCompared, type KeptComparison } from '../measures/measures.ts'
import type { About } from './store.ts'

/** Said where a measure is named and no day. */
export const NO_DAY = { field: 'since', message: 'Give the first day on which you worked differently.' }

/** The measure in which a change at work shows, and its first day; counted anew even where it is kept already. */
export type AskedChange = { measure: string; since: Day | null; anew: boolean }

/** Somebody writes about a record of a later part of the thread: whoever keeps it says its name, measure and day. */
export const aboutAsked: Event<{
  personId: Id
  viewer: Actor
  today: Day
  about: About
  found: { words: string; measure: string | null; since: Day | null } | null
}> = event()

/**
 * What an account is about, with the measure that may show its impact and the day from which: to begin with. Null where it
 * is about no record that its writer may read.
 */
export async function changeAbout(
  tx: OrgTx,
  asked: { personId: Id; viewer: Actor; today: Day; about: About },
): Promise<{ words: string; measure: string | null; since: Day | null } | null> {
  const { personId, viewer, about } = asked
  if (about.kind === 'evidence' && about.id !== null) {
    const item = await findEvidence(tx, personId, about.id, { includePrivate: viewer.personId === personId })
    if (!item) return null
    return {
      words: item.title,
      measure: item.snapshot?.figure.measure ?? null,
      since: item.happenedOn,
    }
  }
  const question: Parameters<typeof aboutAsked.happen>[1] = { ...asked, found: null }
  await aboutAsked.happen(tx, question)
  return question.found
}

/**
 * The before and after to keep with an account: as it is kept already where nothing else is asked for, else counted
 * now, once and for all. Refusals name `measure` or `since`.
 * @param asked null for none; as it is kept where left out
 */
export async function shownFor(
  tx: OrgTx,
  personId: Id,
  asked: AskedChange | null | undefined,
  kept: KeptComparison | null,
  today: Day,
): Promise<Outcome<KeptComparison | null>> {
  if (asked === undefined) return done(kept)
  if (asked === null) return done(null)
  const { measure, since, anew } = asked
  if (since === null) return refused(NO_DAY)
  if (since > today)
    return refused({ field: 'since', message: 'That day is still to come: nothing shows yet.' })
  if (kept && kept.measure === measure && kept.since === since && !anew) return done(kept)
  const made = await freezeCompared(tx, personId, measure, { since }, today)
  return made ? done(made) : refused({ field: 'measure', message: 'Choose a measure of the list, or none.' })
}
