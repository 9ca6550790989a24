import { agoOf, type Day, plainDay, shortDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { authentic } from './authentic.ts'
import { reliable, sufficient } from './beside.ts'
import { endOf, endWords, sinceWords, stateAt } from './currency.ts'
import { LETTERS, type Letter } from './judgement.ts'
import { type EvidenceKind, KIND_WORDS } from './kinds.ts'
import type { Reading, SeenLink } from './seen-link.ts'

export type LetterReading = Reading & { letter: Letter; name: string }

/**
 * The case of one link, letter by letter. It says what is there and what is missing, and asks the rest: it never calls
 * evidence authentic, enough or reliable. Source: domain.md 1.6 (VACSR).
 */
export function readVacsr(seen: SeenLink, today: Day): LetterReading[] {
  const readings: Record<Letter, Reading> = {
    valid: valid(seen),
    authentic: authentic(seen),
    current: current(seen, today),
    sufficient: sufficient(seen, today),
    reliable: reliable(seen),
  }
  return LETTERS.map((each) => ({ ...each, ...readings[each.letter] }))
}

/**
 * What a kind hardly shows by itself, by the kind of competency, and what would. Source: domain.md 1.7 (performance is
 * best observed).
 */
const HARDLY: Partial<Record<EvidenceKind, Partial<Record<SeenLink['competency']['kind'], string>>>> = {
  certificate: {
    skill: 'says what was learnt, not what is done at work: an observation or an audit would',
    behaviour: 'says what was learnt, not how somebody acts: an observation would',
  },
  measure: {
    knowledge: 'counts what came of the work, not what is known: a discussion would show it',
    behaviour: 'counts what came of the work, not how it was done: an observation would show it',
  },
  compliment: { knowledge: 'says how it felt to somebody, not what is known: a discussion would' },
  'customer feedback': { knowledge: 'says how it felt to somebody, not what is known: a discussion would' },
}

const A_KIND = { knowledge: 'knowledge', skill: 'a skill', behaviour: 'a behaviour' }

function valid({ item, link, competency }: SeenLink): Reading {
  const name = item.kind ? KIND_WORDS[item.kind].name : null
  const hardly = item.kind && HARDLY[item.kind]?.[competency.kind]
  const kindLine = !name
    ? { there: false, text: 'Nobody has said what kind of evidence it is' }
    : hardly
      ? { there: false, text: `${name}: it ${hardly}` }
      : {
          there: true,
          text: `${name}: a kind that can show ${A_KIND[competency.kind]}`,
        }
  const way = item.bearing === 'for' ? 'reason given' : 'reason given, against'
  return {
    short: link.reason === '' ? 'reason missing' : hardly ? `${name?.toLowerCase()} alone` : way,
    lacks: link.reason === '' || !kindLine.there,
    sees: [
      link.reason === ''
        ? { there: false, text: 'No reason says why it bears on the competency' }
        : { there: true, text: `Linked by ${link.madeByName} on ${plainDay(link.madeOn)}, with a reason` },
      kindLine,
    ],
    asks: `Does what happened ${item.bearing === 'for' ? 'show' : 'speak against'} ${competency.title}, in real conditions?`,
  }
}

function current({ item, competency, rule }: SeenLink, today: Day): Reading {
  const { happenedOn, expiresOn } = item
  const endsOn = endOf(item, rule.months)
  const state = stateAt(endsOn, today)
  const months = count(rule.months, 'month')
  const end = shortDay(endsOn ?? today, today)
  const short = {
    none: 'no event date',
    stale: `out of date ${sinceWords(endsOn ?? today, today)}`,
    ageing: `ends ${end}`,
    current: happenedOn ? agoOf(happenedOn, today) : `ends ${end}`,
  }
  return {
    short: short[state],
    lacks: state === 'none' || state === 'stale',
    sees: [
      happenedOn
        ? { there: true, text: `Happened on ${plainDay(happenedOn)}, ${agoOf(happenedOn, today)}` }
        : { there: false, text: 'Nobody has said when it happened' },
      {
        there: true,
        text: rule.reason
          ? `Your organisation lets it count for ${months}: ${rule.reason}`
          : `It counts for ${months}, as is usual: nobody has set another rule for ${competency.title}`,
      },
      ...(expiresOn ? [{ there: true, text: `Its own last day is ${plainDay(expiresOn)}` }] : []),
      ...(endsOn ? [{ there: state !== 'stale', text: endWords(endsOn, today) }] : []),
    ],
    asks: 'Would the same still be done today, with today’s products and rules?',
  }
}
