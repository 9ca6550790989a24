import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { isNarrower, type Sharing } from '../../../kernel/sharing.ts'

/** Kinds of source on careers, each with what it is good for and where it ends. Source: domain.md 1.4, outcome 2; mission.md B7. */
export const SOURCE_KINDS = {
  'job advert': {
    name: 'Job advert',
    trust: 'An advert says what one employer asks for now. It also sells the job.',
  },
  'person spoken to': {
    name: 'Somebody in the role',
    trust: 'They know what the days are like. It is one person in one place.',
  },
  'occupation page': {
    name: 'ESCO or O*NET page',
    trust:
      'Built from many jobs and kept up to date. It knows nothing of your organisation, and O*NET is from the United States.',
  },
  'professional body': {
    name: 'Professional body',
    trust: 'Knows the trade and where it goes. It may also want you as a member.',
  },
  'careers service': {
    name: 'Careers service',
    trust: 'Gives guidance and sells nothing. Figures can be old: look for a date.',
  },
  other: { name: 'Something else', trust: 'Ask who wrote it, when, from what, and what they gain by it.' },
} as const
export type SourceKind = keyof typeof SOURCE_KINDS

export const RELIANCES = {
  'a lot': 'I rely on it',
  'with care': 'I rely on it with care',
  'not alone': 'I would not rely on it alone',
} as const
export type Reliance = keyof typeof RELIANCES

export const isSourceKind = (text: string): text is SourceKind => Object.hasOwn(SOURCE_KINDS, text)
export const isReliance = (text: string): text is Reliance => Object.hasOwn(RELIANCES, text)

/** A source that a person looked at on their way, what they learnt and how far they rely on it. */
export type ResearchNote = {
  noteId: Id
  personId: Id
  /** The person's own count, from 1. */
  number: number
  kind: SourceKind
  title: string
  /** Where it can be found again, or who was spoken to; may be empty. */
  address: string
  seenOn: Day
  learnt: string
  reliance: Reliance
  relianceWhy: string
  sharing: Sharing
  revision: number
  madeOn: Day
}

export type AskedNote = {
  kind: string
  title: string
  address: string
  seenOn: Day | null | 'wrong'
  learnt: string
  reliance: string
  relianceWhy: string
}

/** Why a note cannot be kept; refusals name `kind`, `title`, `address`, `seen`, `learnt`, `reliance` or `reliance-why`. */
export function checkNote(asked: AskedNote, today: Day): Refusal[] {
  const { kind, title, address, seenOn, learnt, reliance, relianceWhy } = asked
  const refusals: Refusal[] = []
  if (!isSourceKind(kind)) refusals.push({ field: 'kind', message: 'Choose what kind of source it is.' })
  if (!title) refusals.push({ field: 'title', message: 'Name the source, so that others can find it.' })
  if (title.length > 200) refusals.push({ field: 'title', message: 'Keep the name under 200 characters.' })
  if (address.length > 500)
    refusals.push({ field: 'address', message: 'Keep the address under 500 characters.' })
  if (seenOn === null) refusals.push({ field: 'seen', message: 'Give the day on which you looked at it.' })
  else if (seenOn === 'wrong')
    refusals.push({ field: 'seen', message: 'There is no such day. Type it as 22 11 2026.' })
  else if (seenOn > today)
    refusals.push({ field: 'seen', message: 'That day is still to come. Give the day you looked at it.' })
  if (!learnt)
    refusals.push({ field: 'learnt', message: 'Say what you learnt from it, in a sentence or two.' })
  if (!isReliance(reliance)) refusals.push({ field: 'reliance', message: 'Say how far you rely on it.' })
  if (!relianceWhy)
    refusals.push({ field: 'reliance-why', message: 'Say why: who made it, when, and from what.' })
  for (const [field, text] of [
    ['learnt', learnt],
    ['reliance-why', relianceWhy],
  ] as const)
    if (text.length > 4000) refusals.push({ field, message: 'Keep it under 4,000 characters.' })
  return refusals
}

/** Why two sources cannot be compared; refusals name `other` or `words`. */
export function checkSources(asked: { oneId: Id; otherId: Id; words: string }): Refusal[] {
  const refusals: Refusal[] = []
  if (asked.oneId === asked.otherId)
    refusals.push({ field: 'other', message: 'Choose two different sources.' })
  if (asked.words.length < 20)
    refusals.push({
      field: 'words',
      message: 'Say where they agree, where they differ and which you trust more.',
    })
  if (asked.words.length > 4000) refusals.push({ field: 'words', message: 'Keep it under 4,000 characters.' })
  return refusals
}

/** The narrower of two: what may be read of both by whoever may read both. */
export function narrower(a: Sharing, b: Sharing): Sharing {
  return isNarrower(a, b) ? a : b
}

type Told = Pick<ResearchNote, 'title' | 'address' | 'learnt' | 'reliance' | 'relianceWhy'> & { seen: string }

/** Two compared sources as one text, to be read without the pages they came from. */
export function comparedText(one: Told, other: Told, words: string): string {
  const told = ({ title, address, seen, learnt, reliance, relianceWhy }: Told) =>
    `${title}${address ? ` (${address})` : ''}, looked at on ${seen}.\nWhat I learnt: ${learnt}\n${RELIANCES[reliance]}: ${relianceWhy}`
  return `${told(one)}\n\n${told(other)}\n\nThe two beside each other: ${words}`
}
