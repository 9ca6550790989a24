import type { Better } from '../../../kernel/stats.ts'

export type MeasureKey = 'csat' | 'csat_mean' | 'fcr' | 'resolved' | 'first_reply' | 'handle_time'

/** What a figure means. A change of meaning is a new version; figures keep the version they were made with. */
export type Definition = {
  key: MeasureKey | 'tally'
  version: string
  name: string
  /** The meaning in plain words. */
  words: string
  /** A share runs from 0 to 1, a score from 1 to 5. */
  unit: 'share' | 'score' | 'seconds'
  betterIs: Better
  /** What the numerator counts; null where the figure is a median. */
  numeratorWords: string | null
  denominatorWords: string
  /** Said where nothing can be counted. */
  missingWords: string
}

/** Days within which the same customer must not come back on the same topic. Source: domain.md 3.1. */
export const FCR_DAYS = 7

/** Every measure made from contacts, in the order in which pages show them. Source: domain.md 3.1, helpdesk.md 2. */
export const DEFINITIONS: readonly (Definition & { key: MeasureKey })[] = [
  {
    key: 'fcr',
    version: 'fcr.v1',
    name: 'First-contact resolution',
    words:
      'The share of answered contacts that were solved and brought no new contact of the same customer on the same topic, from any channel and to any colleague, until 7 days after the contact was solved. The person who solved the contact is credited. Left out: unanswered contacts, contacts without a customer, contacts that do not say whether they were solved. Where a contact gives no topic, it is compared with the other contacts of the customer that give none. Where a call gives no time of solving, the 7 days run from its start. A contact whose 7 days are not over in the data is provisional: it counts as it stands today.',
    unit: 'share',
    betterIs: 'higher',
    numeratorWords:
      'contacts solved, with no new contact of the same customer on the same topic within 7 days',
    denominatorWords: 'answered contacts that name a customer and say whether they were solved',
    missingWords:
      'No contact here names a customer and says whether it was solved, so repeat contacts cannot be counted.',
  },
  {
    key: 'resolved',
    version: 'resolved.v1',
    name: 'Resolved as logged',
    words:
      'The share of answered contacts that were logged as solved. This is the log’s own word: it does not ask whether the customer came back, so it is not first-contact resolution.',
    unit: 'share',
    betterIs: 'higher',
    numeratorWords: 'contacts logged as solved',
    denominatorWords: 'answered contacts that say whether they were solved',
    missingWords: 'No contact here says whether it was solved.',
  },
  {
    key: 'csat',
    version: 'csat.v1',
    name: 'Customer satisfaction',
    words:
      'The share of ratings that are 4 or 5 on the scale of 1 to 5, among the answered contacts that were rated.',
    unit: 'share',
    betterIs: 'higher',
    numeratorWords: 'ratings of 4 or 5',
    denominatorWords: 'answered contacts with a rating',
    missingWords: 'No contact here has a rating.',
  },
  {
    key: 'csat_mean',
    version: 'csat_mean.v1',
    name: 'Mean satisfaction score',
    words: 'The mean of the ratings, 1 to 5, among the answered contacts that were rated.',
    unit: 'score',
    betterIs: 'higher',
    numeratorWords: 'sum of the ratings',
    denominatorWords: 'answered contacts with a rating',
    missingWords: 'No contact here has a rating.',
  },
  {
    key: 'first_reply',
    version: 'first_reply.v1',
    name: 'Time to first reply',
    words:
      'The time from opening to the first reply by a person, round the clock, among answered contacts that give it: the middle one, and the one that 9 in 10 stay within.',
    unit: 'seconds',
    betterIs: 'lower',
    numeratorWords: null,
    denominatorWords: 'answered contacts with a first reply',
    missingWords: 'No contact here gives the time of its first reply.',
  },
  {
    key: 'handle_time',
    version: 'handle_time.v1',
    name: 'Handle time',
    words:
      'The time spent on the contact as the source measured it, never worked out from opening and closing: the middle one, and the one that 9 in 10 stay within. Compare it only among contacts of one kind.',
    unit: 'seconds',
    betterIs: 'lower',
    numeratorWords: null,
    denominatorWords: 'answered contacts with a handle time',
    missingWords: 'No contact here gives a handle time.',
  },
]

/** The definition in force of a measure; null for a word that names none. */
export function definitionOf(key: string): (Definition & { key: MeasureKey }) | null {
  return DEFINITIONS.find((definition) => definition.key === key) ?? null
}
