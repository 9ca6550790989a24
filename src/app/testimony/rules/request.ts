import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import { isEmail } from '../../../kernel/email.ts'
import type { Refusal } from '../../../kernel/outcome.ts'

/** As what somebody is asked. Source: domain.md 1.7; mission.md A2 (feedback from customers). */
const ASKED_AS = ['witness', 'expert witness', 'customer'] as const
export type AskedAs = (typeof ASKED_AS)[number]

export function isAskedAs(text: string): text is AskedAs {
  return (ASKED_AS as readonly string[]).includes(text)
}

/** How many days a link works: unless told otherwise, at least, at most. */
export const DAYS = { usual: 14, least: 1, most: 60 } as const
/** More competencies than this make a form that nobody fills in on a phone. */
export const MOST_COMPETENCIES = 5

/** What somebody wants to ask. */
export type Asking = {
  kind: AskedAs | null
  name: string
  /** '' where the link is handed over. */
  email: string
  /** How they know the person, as whoever asks thinks; '' where not said. */
  relationship: string
  about: string
  happenedOn: Day | null
  purpose: string
  competencyIds: readonly string[]
  /** Null where no whole number was given. */
  days: number | null
}

const oneLine = (text: string, most: number) => !text.includes('\n') && text.length <= most

/** Every reason why somebody cannot be asked so. */
export function checkAsking(asking: Asking, today: Day): Refusal[] {
  const { kind, name, email, relationship, about, happenedOn, purpose, competencyIds, days } = asking
  const refusals: Refusal[] = []
  const refuse = (field: string, message: string) => refusals.push({ field, message })
  if (kind === null) refuse('kind', 'Say as what you ask: a witness, an expert witness or a customer.')
  if (name === '') refuse('name', 'Say whom you ask.')
  else if (!oneLine(name, 100)) refuse('name', 'Keep the name to one line of at most 100 characters.')
  if (email !== '' && !isEmail(email))
    refuse(
      'email',
      'An e-mail address looks like name@example.org. Leave it empty to hand over the link yourself.',
    )
  if (!oneLine(relationship, 200))
    refuse('relationship', 'Keep how they know the person to one line of at most 200 characters.')
  if (about === '') refuse('about', 'Say what they saw: the occasion, in a few words.')
  else if (!oneLine(about, 300)) refuse('about', 'Keep the occasion to one line of at most 300 characters.')
  if (happenedOn !== null && happenedOn > today)
    refuse('happened', 'That day is still to come. Ask once it has happened.')
  if (purpose === '') refuse('purpose', 'Say what you need it for. They decide by it whether to answer.')
  else if (purpose.length > 500) refuse('purpose', 'Keep what it is for under 500 characters.')
  if (competencyIds.length > MOST_COMPETENCIES)
    refuse(
      'competency',
      `Choose at most ${MOST_COMPETENCIES} competencies. A long form is put off, and then forgotten.`,
    )
  if (days === null || days < DAYS.least || days > DAYS.most)
    refuse('days', `Let the link work for ${DAYS.least} to ${DAYS.most} days.`)
  return refusals
}

/** How a request stands in the store; `RequestState` says how it stands today. */
export type KeptState = 'waiting' | 'answered' | 'cannot say' | 'not for me' | 'revoked'
export type RequestState = KeptState | 'opened' | 'ended'

/** How a request stands on a day: its link works while it waits or was opened, through its last day. */
export function stateOf(
  request: { state: KeptState; openedOn: Day | null; endsOn: Day },
  today: Day,
): RequestState {
  if (request.state !== 'waiting') return request.state
  if (today > request.endsOn) return 'ended'
  return request.openedOn === null ? 'waiting' : 'opened'
}

/** Whether the link of a request works. */
export function works(state: RequestState): boolean {
  return state === 'waiting' || state === 'opened'
}

/**
 * Whether the one reminder is due on a day: half way to the end, from the day after asking, and not on the last day any
 * more. Never once it was answered, declined or taken back, nor a second time.
 */
export function reminderDue(
  request: {
    state: KeptState
    openedOn: Day | null
    askedOn: Day
    endsOn: Day
    email: string | null
    remindedOn: Day | null
  },
  today: Day,
): boolean {
  const { askedOn, endsOn, email, remindedOn } = request
  if (email === null || remindedOn !== null || !works(stateOf(request, today))) return false
  const half = Math.max(1, Math.floor(daysBetween(askedOn, endsOn) / 2))
  return today >= addDays(askedOn, half) && today < endsOn
}
