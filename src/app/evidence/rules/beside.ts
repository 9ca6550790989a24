import type { Day } from '../../../kernel/day.ts'
import { count, listing } from '../../../kernel/text.ts'
import { endOf, stateAt } from './currency.ts'
import { agreementOf } from './judgement.ts'
import { KIND_WORDS } from './kinds.ts'
import { type Bearing, fewOf, type Reading, type SeenLink } from './seen-link.ts'

/** How often and from where a competency is shown: this item and those beside it. Source: domain.md 1.6 (sufficient). */
export function sufficient({ item, competency, rule, others }: SeenLink, today: Day): Reading {
  const { kind } = item
  const showing: Bearing[] = [...(kind ? [{ ...item, kind }] : []), ...others].filter(
    ({ bearing }) => bearing === 'for',
  )
  const occasions = new Set(showing.flatMap(({ happenedOn }) => happenedOn ?? [])).size
  const kinds = [...new Set(showing.map((one) => KIND_WORDS[one.kind].source.toLowerCase()))]
  const inDate = showing.filter((one) => {
    const state = stateAt(endOf(one, rule.months), today)
    return state === 'current' || state === 'ageing'
  })
  const beside = showing.flatMap(({ ref }) => (ref === item.ref ? [] : ref))
  const once =
    occasions === 0 ? 'No occasion with a date shows it yet' : 'One occasion shows it: a one-off so far'
  return {
    short: `${count(occasions, 'occasion')}, ${count(kinds.length, 'kind')}`,
    lacks: occasions < 2,
    sees: [
      occasions < 2
        ? { there: false, text: once }
        : { there: true, text: `${count(occasions, 'occasion')} on different days show it` },
      kinds.length < 2
        ? { there: false, text: kinds[0] ? `One kind of source: ${kinds[0]}` : 'No source shows it yet' }
        : { there: true, text: `${kinds.length} kinds of source: ${listing(kinds)}` },
      {
        there: inDate.length > 0,
        text: `${inDate.length} of ${count(showing.length, 'item')} in date${beside.length > 0 ? `; beside this ${beside.length === 1 ? 'is' : 'are'} ${fewOf(beside)}` : ''}`,
      },
    ],
    asks: `Is it enough for ${competency.title}, in quality as well as in number, or was it one good day?`,
  }
}

/** What others say of the same competency, as far as it can be counted. Source: domain.md 1.6 (reliable). */
export function reliable({ item, competency, others, judgements }: SeenLink): Reading {
  const apart = others.filter(({ source }) => source !== item.source)
  const same = apart.filter(({ bearing }) => bearing === item.bearing)
  const against = apart.filter(({ bearing }) => bearing !== item.bearing)
  const sources = (beside: readonly Bearing[]) => new Map(beside.map((one) => [one.source, one.sourceName]))
  const named = (beside: readonly Bearing[]) =>
    `${listing([...sources(beside).values()])} (${fewOf(beside.map(({ ref }) => ref))})`
  const [withIt, opposed] = [sources(same).size, sources(against).size]
  return {
    short:
      opposed > 0
        ? `others differ: ${withIt} with, ${opposed} against`
        : withIt > 0
          ? `${count(withIt, 'other source')} the same way`
          : 'one account only',
    lacks: withIt === 0 || opposed > 0,
    sees: [
      withIt > 0
        ? {
            there: true,
            text: `${count(withIt, 'other source points', 'other sources point')} the same way: ${named(same)}`,
          }
        : { there: false, text: `No other source says the same of ${competency.title} yet` },
      ...(opposed > 0
        ? [
            {
              there: false,
              text: `${count(opposed, 'source points', 'sources point')} the other way: ${named(against)}`,
            },
          ]
        : []),
      judgedLine(judgements),
    ],
    asks: 'Would another assessor, or you on another day, judge the same?',
  }
}

function judgedLine(judgements: SeenLink['judgements']): { there: boolean; text: string } {
  const { judges, shared, agreed } = agreementOf(judgements)
  if (judges === 0) return { there: false, text: 'Nobody has judged it yet' }
  if (judges === 1)
    return { there: false, text: 'One person has judged it: nobody knows yet whether another would agree' }
  return {
    there: shared > 0 && agreed === shared,
    text: `${judges} people have judged it; they agree on ${agreed} of the ${count(shared, 'letter')} that more than one judged`,
  }
}
