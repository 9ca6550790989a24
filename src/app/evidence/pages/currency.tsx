import type { VNode } from 'preact'
import { type Day, shortDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'
import { type Currency, sinceWords } from '../rules/currency.ts'

/** Whether a competency's evidence is in date, by word and shape. */
export function CurrencyTag({ currency, today }: { currency: Currency; today: Day }): VNode {
  const { state, endsOn, items } = currency
  if (!endsOn)
    return (
      <Tag kind="late" icon="missing">
        {items === 0 ? 'No evidence yet' : 'No day to go by'}
      </Tag>
    )
  if (state === 'stale')
    return (
      <Tag kind="late" icon="warn">
        Out of date {sinceWords(endsOn, today)}
      </Tag>
    )
  if (state === 'ageing')
    return (
      <Tag kind="dash" icon="clock">
        Ends {shortDay(endsOn, today)}
      </Tag>
    )
  return <Tag icon="tick">In date</Tag>
}

const URGENCY = { stale: 0, none: 1, ageing: 2, current: 3 }
const urgencyOf = ({ currency, until }: { currency: Currency; until: Day | undefined }) =>
  URGENCY[until ? 'current' : currency.state]

/** Which competencies have evidence in date, those out of date first; a duty said not to apply is not one of those. */
export function CurrencySection(props: {
  competencies: readonly Competency[]
  currencies: ReadonlyMap<string, Currency>
  /** The competencies that the law asks for and that do not touch this work, each with the last day of that. */
  exempt: ReadonlyMap<string, Day>
  personId: string
  today: Day
}): VNode | null {
  const { competencies, currencies, exempt, personId, today } = props
  const rows = competencies
    .flatMap((competency) => {
      const currency = currencies.get(competency.competencyId)
      return currency ? [{ competency, currency, until: exempt.get(competency.competencyId) }] : []
    })
    .sort((a, b) => urgencyOf(a) - urgencyOf(b))
  if (rows.length === 0) return null
  const stale = rows.filter(({ currency, until }) => currency.state === 'stale' && !until).length
  return (
    <Section
      id="current"
      title="Whether it is in date"
      fact={
        stale > 0 ? `${stale} of ${count(rows.length, 'competency', 'competencies')} out of date` : undefined
      }
    >
      <Table
        caption="How current the evidence for each competency is"
        hideCaption
        rows={rows}
        columns={[
          {
            head: 'Competency',
            cell: ({ competency }) => (
              <a href={`${paths.evidence(personId)}?competency=${competency.competencyId}`}>
                {competency.title}
              </a>
            ),
          },
          { head: 'Items that show it', numeric: true, cell: ({ currency }) => currency.items },
          {
            head: 'Newest',
            nowrap: true,
            cell: ({ currency }) =>
              currency.newest ? shortDay(currency.newest, today) : <span class="miss">no date</span>,
          },
          {
            head: 'Goes out of date',
            cell: ({ currency, until }) =>
              until ? (
                <Tag kind="dash">Does not apply until {shortDay(until, today)}</Tag>
              ) : (
                <>
                  {currency.endsOn && currency.state === 'current' && shortDay(currency.endsOn, today)}{' '}
                  <CurrencyTag currency={currency} today={today} />
                </>
              ),
          },
        ]}
      />
      <p class="s ink2 mt3">
        The newest item decides. <a href={paths.evidenceRules}>How long evidence counts</a>
      </p>
    </Section>
  )
}
