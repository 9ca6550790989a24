import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { isNarrower, type Sharing } from '../../../kernel/sharing.ts'

/** A way to go, as it stood when it was compared; what it asked then is found by its version. */
export type Option = {
  roleId: Id
  version: string
  title: string
  track: string
  responsibility: number
  /** A role of an advert: who may read of it says who may read of the comparison. */
  personal: boolean
}

/** Ways to go beside each other, and what the person says of them. Source: mission.md readiness 10, B1. */
export type PathwayComparison = {
  comparisonId: Id
  personId: Id
  /** The person's own count, from 1. */
  number: number
  options: Option[]
  /** Which of them suits the person. */
  suits: Id | null
  /** Why it suits them. */
  why: string
  /** Why it is progression and not another job alone. */
  progression: string
  sharing: Sharing
  revision: number
  madeOn: Day
}

export const FEWEST_OPTIONS = 2
export const MOST_OPTIONS = 4

/** Why a comparison cannot be kept; refusals name `role`, `suits`, `why`, `progression` or `sharing`. */
export function checkPathways(asked: {
  options: readonly (Option & { sharing: Sharing })[]
  suits: Id | null
  why: string
  progression: string
  sharing: Sharing
}): Refusal[] {
  const { options, suits, why, progression, sharing } = asked
  const refusals: Refusal[] = []
  if (options.length < FEWEST_OPTIONS)
    refusals.push({ field: 'role', message: 'Choose at least two different roles to compare.' })
  if (options.length > MOST_OPTIONS)
    refusals.push({ field: 'role', message: 'Compare at most four roles at a time.' })
  if (!options.some(({ roleId }) => roleId === suits))
    refusals.push({ field: 'suits', message: 'Say which of these ways suits you best today.' })
  if (!why) refusals.push({ field: 'why', message: 'Say why it suits you, in a sentence or two.' })
  if (!progression)
    refusals.push({
      field: 'progression',
      message: 'Say what you would answer for there that you do not answer for now.',
    })
  for (const [field, text] of [
    ['why', why],
    ['progression', progression],
  ] as const)
    if (text.length > 4000) refusals.push({ field, message: 'Keep it under 4,000 characters.' })
  const wider = ({ personal, sharing: own }: Option & { sharing: Sharing }) =>
    personal && isNarrower(own, sharing)
  if (options.some(wider))
    refusals.push({
      field: 'sharing',
      message:
        'An advert that fewer people may read is part of it. Share the advert first, or share this less.',
    })
  return refusals
}

/** Words that tell of answering for more: for people, for results, for decisions, for a kind of work. */
const GROWTH =
  /\b(?:responsib\w*|answer(?:s|ing|able)? for|accountab\w*|in charge|lead(?:s|ing|er)?\b|manag\w*|supervis\w*|coach\w*|train(?:s|ing)? (?:others|new|people|colleagues)|mentor\w*|decid\w*|decision\w*|sign(?:s|ing)? off|approv\w*|judg\w*|budget\w*|rota\w*|hard(?:er|est)? cases|escalat\w*|complex|set(?:s|ting)? (?:the )?(?:standard|direction|rules?|targets?)|whole (?:team|service|department|site|desk)|others’?'? work|own(?:s|ing)? (?:the|a)|run(?:s|ning)? (?:the|a)|look(?:s|ing)? after (?:the|a|people|others|new)|help(?:s|ing)? (?:others|colleagues|new))/i

/**
 * Whether words on progression speak of growing responsibility. A hint alone, for the person to decide on: more pay,
 * another place or other hours are a new job. Source: mission.md B1 (progression is no mere new job); domain.md 2.6.
 */
export function speaksOfGrowth(words: string): boolean {
  return GROWTH.test(words)
}

/** On how many different tracks of the organisation the ways are; a role elsewhere is on none. Source: mission.md B1. */
export function tracksOf(options: readonly Pick<Option, 'track' | 'personal'>[]): number {
  return new Set(options.filter(({ personal }) => !personal).map(({ track }) => track.toLowerCase())).size
}

/** What is gained in responsibility, in words: "2 levels more", "the same", "1 level less". */
export function gainWords(from: number | null, to: number): string {
  if (from === null) return 'not known'
  const more = to - from
  if (more === 0) return 'as much as now'
  const size = Math.abs(more)
  return `${size} ${size === 1 ? 'level' : 'levels'} ${more > 0 ? 'more' : 'less'} than now`
}
