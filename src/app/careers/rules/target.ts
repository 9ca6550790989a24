import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import type { Sharing } from '../../../kernel/sharing.ts'

/** 1 aware, 2 with help, 3 on my own, 4 in hard cases, 5 leads others. */
export const LEVELS = [1, 2, 3, 4, 5] as const
type Level = (typeof LEVELS)[number]

/** What a role of an advert asks of one competency, as the person confirmed it. */
export type Ask = {
  competencyId: Id
  level: Level
  essential: boolean
  /** The advert's words that made the product propose it; none where the person added it. */
  because: string[]
}

/** Where the person says they stand in one thing that an advert asks: their own word alone, agreed with nobody. */
export type OwnLevel = { competencyId: Id; level: Level; on: Day }

/** A role outside the organisation that a person wants to know more of, from an advert they read. Source: mission.md B2, B7. */
export type PersonalTarget = {
  targetId: Id
  personId: Id
  /** The person's own count, from 1. */
  number: number
  title: string
  responsibility: 1 | 2 | 3 | 4 | 5 | 6
  sector: string | null
  /** The address is empty where the text was pasted from elsewhere. */
  source: { title: string; address: string }
  seenOn: Day
  /** The advert's own words. */
  advert: string
  sharing: Sharing
  asks: Ask[]
  ownLevels: OwnLevel[]
  revision: number
  madeOn: Day
}

const ADVERT_MOST = 20_000
const isAddress = (text: string) => /^https?:\/\/[^\s.]+\.\S+$/.test(text)

export type AskedAdvert = {
  title: string
  source: { title: string; address: string }
  seenOn: Day | null | 'wrong'
  sector: string
  advert: string
}

/** Why an advert cannot be kept; refusals name `title`, `source`, `address`, `seen`, `sector` or `advert`. */
export function checkAdvert(asked: AskedAdvert, today: Day): Refusal[] {
  const { title, source, seenOn, sector, advert } = asked
  const refusals: Refusal[] = []
  if (!title) refusals.push({ field: 'title', message: 'Give the job’s title as the advert says it.' })
  if (title.length > 120) refusals.push({ field: 'title', message: 'Keep the title under 120 characters.' })
  if (source.title.length > 200)
    refusals.push({ field: 'source', message: 'Keep who placed it under 200 characters.' })
  if (source.address && !isAddress(source.address))
    refusals.push({
      field: 'address',
      message: 'That is no web address. It begins with https:// — or leave it empty.',
    })
  if (source.address.length > 500)
    refusals.push({ field: 'address', message: 'Keep the address under 500 characters.' })
  if (seenOn === 'wrong')
    refusals.push({ field: 'seen', message: 'There is no such day. Type it as 22 11 2026.' })
  else if (seenOn !== null && seenOn > today)
    refusals.push({ field: 'seen', message: 'That day is still to come. Give the day you read it.' })
  if (sector.length > 80) refusals.push({ field: 'sector', message: 'Keep the sector under 80 characters.' })
  if (advert.length < 40)
    refusals.push({
      field: 'advert',
      message: 'Paste the text of the advert: what it asks and what one does.',
    })
  if (advert.length > ADVERT_MOST)
    refusals.push({ field: 'advert', message: 'Keep it under 20,000 characters: paste the advert alone.' })
  return refusals
}

/** Why what an advert asks cannot be confirmed. */
export function checkAsks(asks: readonly Ask[]): Refusal[] {
  return asks.length === 0
    ? [{ field: 'asks', message: 'Choose a level for at least one competency that the job asks for.' }]
    : []
}

const WISHED =
  /\b(?:a plus|bonus|desirable|an advantage|advantageous|nice to have|ideally|preferabl\w*|preferred|would be (?:good|great|helpful|useful)|not essential)\b/i

/** Whether an advert's words wish for something and do not need it: all of them speak of a plus. A first proposal alone. */
export function onlyWished(because: readonly string[]): boolean {
  return because.length > 0 && because.every((words) => WISHED.test(words))
}
