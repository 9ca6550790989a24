import { addMonths, agoOf, type Day, daysBetween, plainDay, shortDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'

/** How many months evidence counts as current where nobody has said otherwise: a custom, no law. Source: domain.md 1.6. */
export const USUAL_MONTHS = 12
/** From this many days before its end on, evidence is said to be ageing. */
const AGEING_DAYS = 30
/** The longest and the shortest an organisation may say, in months. */
const MOST_MONTHS = 120

/** How long evidence for a competency counts as current; `reason` is null where it is only the usual. */
export type AgeRule = { months: number; reason: string | null }

export const USUAL_RULE: AgeRule = { months: USUAL_MONTHS, reason: null }

type Dated = { happenedOn: Day | null; expiresOn: Day | null }

/**
 * The day on which an item stops counting as current: the earlier of its own last day, and of the day it happened and so
 * many months. On that very day it is out of date already: the day before is the last full one. Null where nobody said
 * when it happened and it does not end by itself: then it never counts as current. Source: domain.md 1.6; mission.md A2.
 */
export function endOf({ happenedOn, expiresOn }: Dated, months: number): Day | null {
  const aged = happenedOn && addMonths(happenedOn, months)
  if (aged && expiresOn) return aged < expiresOn ? aged : expiresOn
  return aged ?? expiresOn
}

export type CurrencyState = 'current' | 'ageing' | 'stale' | 'none'

/** Where something that ends on a day stands today. */
export function stateAt(endsOn: Day | null, today: Day): CurrencyState {
  if (!endsOn) return 'none'
  if (today >= endsOn) return 'stale'
  return daysBetween(today, endsOn) <= AGEING_DAYS ? 'ageing' : 'current'
}

/** Whether what shows a competency is still in date. */
export type Currency = {
  /** `none`: there is nothing with a day to go by. */
  state: CurrencyState
  /** The newest day on which any of it happened. */
  newest: Day | null
  /** The day on which the last of it goes, or went, out of date. */
  endsOn: Day | null
  months: number
  items: number
  /** How many of the items have no day to go by. */
  undated: number
}

/** How current the items that show one competency are: out of date on the day on which the last of them is. */
export function readCurrency(items: readonly Dated[], { months }: AgeRule, today: Day): Currency {
  const ends = items.flatMap((item) => endOf(item, months) ?? [])
  const endsOn = ends.sort().at(-1) ?? null
  return {
    state: stateAt(endsOn, today),
    newest:
      items
        .flatMap(({ happenedOn }) => happenedOn ?? [])
        .sort()
        .at(-1) ?? null,
    endsOn,
    months,
    items: items.length,
    undated: items.length - ends.length,
  }
}

/** A competency's currency in words: "Out of date since 3 November 2026". */
export function currencyWords({ endsOn, items, undated }: Currency, today: Day): string {
  if (!endsOn)
    return items === 0 ? 'No evidence yet' : `No day to go by: ${count(undated, 'item')} without a date`
  return endWords(endsOn, today)
}

/** What a day on which something goes, or went, out of date means today. */
export function endWords(endsOn: Day, today: Day): string {
  if (endsOn === today) return 'Out of date from today'
  if (endsOn < today) return `Out of date since ${plainDay(endsOn)}`
  const words = `Goes out of date on ${plainDay(endsOn)}`
  return stateAt(endsOn, today) === 'ageing' ? `${words}, ${agoOf(endsOn, today)}` : words
}

/** Since when something is out of date, for narrow places: "since 3 Nov", "from today". */
export function sinceWords(endsOn: Day, today: Day): string {
  return endsOn === today ? 'from today' : `since ${shortDay(endsOn, today)}`
}

/** Why an age rule cannot be kept. */
export function checkAgeRule(months: number | null, reason: string): Refusal[] {
  const refusals: Refusal[] = []
  if (months === null || months < 1 || months > MOST_MONTHS)
    refusals.push({ field: 'months', message: `Give a whole number of months, from 1 to ${MOST_MONTHS}.` })
  if (reason === '')
    refusals.push({
      field: 'reason',
      message: 'Say in a line why. Everybody whose evidence it touches reads it.',
    })
  if (reason.length > 500)
    refusals.push({ field: 'reason', message: 'Keep the reason under 500 characters.' })
  return refusals
}
