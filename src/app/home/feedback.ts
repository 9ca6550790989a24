import { plainDay } from '../../kernel/day.ts'
import { askedOf, listRounds } from '../feedback/feedback.ts'
import { paths } from '../paths.ts'
import type { Person } from '../people/people.ts'
import type { Visit } from '../visit.ts'
import type { Waiting } from './rules/waiting.ts'

/** Answers that others wait for: each leads to the page on which anybody answers, apart from the sign-in. */
export async function waitingAnswers({ tx, house, actor, today }: Visit): Promise<Waiting[]> {
  const asked = await askedOf(tx, house.keys, actor.personId, today)
  return asked.map(({ name, own, closesOn, token }) => ({
    title: own ? 'Answer the feedback questions about yourself' : `Give feedback about ${name}`,
    why: `Open until the end of ${plainDay(closesOn)}`,
    href: paths.answer(token),
    since: null,
    by: closesOn,
  }))
}

/** A round that a person has begun, or their leader for them, and not handed over yet. */
export async function waitingRounds({ tx, actor, person }: Visit): Promise<Waiting[]> {
  const rounds = await listRounds(tx, person.personId, actor)
  return rounds
    .filter(({ state }) => state === 'draft')
    .map(({ roundId, ref, purpose }) => ({
      title: `Say whom to ask for feedback, ${ref}`,
      why: purpose || 'The round is being planned',
      href: paths.feedbackRound(person.personId, roundId),
      since: null,
      by: null,
    }))
}

/** Rounds of the people a leader leads that were handed over to be launched. */
export async function waitingLaunches({ tx, actor }: Visit, led: readonly Person[]): Promise<Waiting[]> {
  const rounds = await Promise.all(led.map(({ personId }) => listRounds(tx, personId, actor)))
  const names = new Map(led.map(({ personId, name }) => [personId, name]))
  return rounds
    .flat()
    .filter(({ state }) => state === 'nominated')
    .map(({ personId, roundId, purpose }) => ({
      title: `Launch the round of feedback about ${names.get(personId) ?? ''}`,
      why: purpose || 'Look at whom it asks, and launch it',
      href: paths.feedbackRound(personId, roundId),
      since: null,
      by: null,
    }))
}
