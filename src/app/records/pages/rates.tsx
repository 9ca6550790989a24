import { plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { Kpi } from '../../../ui/kpi.tsx'
import { Cards, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import { KIND_WORDS } from '../rules/kinds.ts'
import { basisWords, figureWords, isRate, type RecordRate } from '../rules/rate.ts'

/** The rates beside somebody's evidence, with the way to the records behind them. */
export function RatesSection({ personId, rates }: { personId: string; rates: readonly RecordRate[] }) {
  return (
    <Section
      id="records"
      title="Compliments and complaints beside the contacts"
      fact={<a href={paths.records(personId)}>Every record and its source</a>}
    >
      <Rates rates={rates} />
    </Section>
  )
}

/** Rates per 1,000 contacts as cards, and under them what is only counted. Each in its own order, never by value. */
export function Rates({ rates, level = 3 }: { rates: readonly RecordRate[]; level?: 3 | 4 }) {
  const shares = rates.filter(({ kind }) => isRate(kind))
  const counted = rates.filter(({ kind }) => !isRate(kind))
  return (
    <>
      {shares.length > 0 && (
        <Cards>
          {shares.map((rate) => (
            <Kpi
              key={rate.kind}
              level={level}
              title={KIND_WORDS[rate.kind].many}
              figure={figureWords(rate)}
              basis={basisWords(rate)}
              verdict={rate.verdict ?? 'too few points'}
              meaning={`${plainDay(rate.from)} to ${plainDay(rate.to)}. ${meaningOf(rate)}`}
            />
          ))}
        </Cards>
      )}
      {counted.map((rate) => (
        <p key={rate.kind} class="s ink2 mt3">
          <b class="b">{count(rate.count, KIND_WORDS[rate.kind].one)}</b> from {plainDay(rate.from)} to{' '}
          {plainDay(rate.to)}. They are counted and never averaged: few of them say little.
        </p>
      ))}
    </>
  )
}

function meaningOf({ kind, verdict, per1000 }: RecordRate): string {
  if (per1000 === null) return 'Only what was imported is counted.'
  if (verdict === 'too few points')
    return 'Too rare to judge week by week: there is not one in each week on average. That says nothing about the work.'
  if (verdict === 'no signal') return 'The weeks go up and down as they always have.'
  return kind === 'complaint'
    ? 'Lower is better. Look at the records behind it.'
    : 'Look at the records behind it.'
}
