import type { Id } from './id.ts'

/** How a person stands in the organisation. A tutor or placement supervisor stands as `leader`. */
export type Standing = 'adviser' | 'leader' | 'assessor' | 'quality-assurer' | 'administrator'

export const STANDINGS: readonly Standing[] = [
  'adviser',
  'leader',
  'assessor',
  'quality-assurer',
  'administrator',
]

/** The person who acts, and all that deciding what they may do needs to know. */
export type Actor = {
  orgId: Id
  personId: Id
  name: string
  standings: readonly Standing[]
  /** People whose current position names this person as leader. */
  leads: readonly Id[]
  /** People this person is assigned to as assessor. */
  assesses: readonly Id[]
}

/** Whom an action is about; `null` where it is about the organisation as a whole. */
export type Subject = { personId: Id } | null

/** A permission: may this actor do this to that subject? Pure. */
export type May = (actor: Actor, subject: Subject) => boolean

const about = (test: (actor: Actor, personId: Id) => boolean): May => {
  return (actor, subject) => subject !== null && test(actor, subject.personId)
}

/** The subject themself. */
export const isOwn: May = about((actor, personId) => actor.personId === personId)
/** The leader of the subject's current position. */
export const leadsThem: May = about((actor, personId) => actor.leads.includes(personId))
/** An assessor assigned to the subject. */
export const assessesThem: May = about((actor, personId) => actor.assesses.includes(personId))
/** An administrator of the organisation. */
export const administers: May = (actor) => actor.standings.includes('administrator')
/** A quality assurer of the organisation. */
export const assuresQuality: May = (actor) => actor.standings.includes('quality-assurer')
/** Anybody signed in to the organisation. */
export const isMember: May = () => true

/** Any one of several permissions. */
export function anyOf(...rules: May[]): May {
  return (actor, subject) => rules.some((rule) => rule(actor, subject))
}
