import type { Actor } from '../../kernel/actor.ts'
import { type Day, longDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { capital, possessive } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import { paths } from '../paths.ts'
import { findPerson, type Person } from '../people/people.ts'
import { findObjective, isWaiting, templatesFor, yearOf } from '../plans/plans.ts'
import { listReviews, openCauses } from '../reviews/reviews.ts'
import { staleOf } from '../staleness/staleness.ts'
import { findEntry } from './store/entries.ts'
import type { Notice } from './store/notices.ts'

/** One thing a mail tells: a sentence, and where it leads. */
export type Line = { words: string; lead: string; path: string }

/**
 * What a mail says of a notice now; null where it no longer holds, as where the objective is agreed or the person has
 * another leader meanwhile.
 */
export async function lineOf(tx: OrgTx, notice: Notice, reader: Actor, today: Day): Promise<Line | null> {
  const { kind, aboutId, recordId } = notice
  const about = await findPerson(tx, aboutId)
  if (!about || about.state === 'left') return null
  const own = aboutId === reader.personId
  // Whoever leads them no longer is told nothing more of them; what has waited says itself who may know of it.
  if (!own && kind !== 'stale' && !reader.leads.includes(aboutId)) return null
  const reviews = { lead: 'Open the reviews', path: paths.reviews(aboutId) }
  const whose = (thing: string) => (own ? `your ${thing}` : `${possessive(about.name)} ${thing}`)
  switch (kind) {
    case 'objective proposed':
    case 'objective questioned':
    case 'objective agreed':
    case 'objective declined': {
      const objective = await findObjective(tx, aboutId, recordId ?? '', reader, today)
      if (!objective || !stillSo(kind, objective.state)) return null
      const words = {
        'objective proposed': `${about.name} proposes ${objective.ref} to you.`,
        'objective questioned': `${capital(whose(`objective ${objective.ref}`))} came back with a question.`,
        'objective agreed': `${capital(whose(`objective ${objective.ref}`))} is agreed.`,
        'objective declined': `A change to ${whose(`objective ${objective.ref}`)} is declined, with the reason.`,
      }[kind]
      return { words, lead: `Read ${objective.ref}`, path: paths.objective(aboutId, objective.objectiveId) }
    }
    case 'signature waits': {
      const review = (await listReviews(tx, aboutId, reader)).find(({ reviewId }) => reviewId === recordId)
      if (review?.state !== 'signed by one') return null
      return {
        words: `${about.name} has signed review ${review.number}. It closes when you sign too.`,
        lead: `Open review ${review.number}`,
        path: paths.review(aboutId, review.reviewId),
      }
    }
    case 'review proposed': {
      if ((await openCauses(tx, aboutId)).length === 0) return null
      return {
        words: `Something happened that may change ${whose('plan')}, so a review is proposed.`,
        ...reviews,
      }
    }
    case 'review due': {
      const entry = await findEntry(tx, recordId ?? '')
      if (!entry || entry.cancelledAt || entry.day !== notice.day) return null
      return { words: `${capital(whose('development review'))} is on ${longDay(entry.day)}.`, ...reviews }
    }
    case 'stale':
      if ((await staleOf(tx, aboutId, reader, today)).length === 0) return null
      return {
        words: `Something in ${whose('plan')} has waited for a while. One click mends it.`,
        lead: own ? 'See what waits' : 'See what waits in the team',
        path: own ? paths.home : paths.team,
      }
    case 'plan year':
      return yearLine(tx, { personId: aboutId, name: about.name }, reader, today)
    case 'template offered':
      return (await offerLines(tx, aboutId, today)).find(({ templateId }) => templateId === recordId) ?? null
    case 'decision':
      return {
        words: 'Your assessor decided on a criterion of your portfolio, with feedback for you.',
        lead: 'Read the decisions',
        path: paths.decisions(aboutId),
      }
    case 'digest':
    case 'calendar':
      return null
  }
}

/** The end of a plan year that waits for the reader: to agree it, or to answer why it came back; null where neither. */
export async function yearLine(
  tx: OrgTx,
  { personId, name }: Pick<Person, 'personId' | 'name'>,
  reader: Actor,
  today: Day,
): Promise<Line | null> {
  const { year, end } = await yearOf(tx, personId, reader, today)
  const own = personId === reader.personId
  if (!year || end?.state !== (own ? 'sent back' : 'proposed')) return null
  const path = paths.year(personId)
  return own
    ? {
        words: `The close of your plan year ${year.name} came back with a question.`,
        lead: 'Answer it',
        path,
      }
    : {
        words: `${name} proposes how their plan year ${year.name} ends.`,
        lead: 'Read what is proposed',
        path,
      }
}

/** The templates that are offered to somebody and wait for an answer. */
export async function offerLines(
  tx: OrgTx,
  personId: Id,
  today: Day,
): Promise<(Line & { templateId: Id })[]> {
  return (await templatesFor(tx, personId, today)).filter(isWaiting).map(({ template, offer }) => ({
    templateId: template.templateId,
    words: `${offer?.offeredByName ?? 'Your leader'} offers you a template to start your plan from.`,
    lead: 'Look at it',
    path: paths.templatesFor(personId),
  }))
}

function stillSo(kind: Notice['kind'], state: string): boolean {
  if (kind === 'objective proposed') return state === 'proposed'
  return kind === 'objective questioned' ? state === 'questioned' : true
}
