import { type Day, shortDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { figureText } from '../../../ui/charts/figures.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { ContactFact } from '../../contacts/contacts.ts'
import { secondsToReply } from '../rules/contact.ts'
import type { MeasureKey } from '../rules/definitions.ts'
import type { Behind } from '../rules/observation.ts'
import { basisWords, figureWords } from '../words.ts'
import type { Shown } from '../work.ts'

export type CountedContact = Behind & { fact: ContactFact }

/** Which of the contacts behind a figure to list. */
export type Side = 'all' | 'for' | 'against'

export const isSide = (text: string): text is Side => text === 'all' || text === 'for' || text === 'against'

/** The contacts of one side; of a measure that is no share there is only the whole. */
function ofSide(contacts: readonly CountedContact[], side: Side, unit: string): readonly CountedContact[] {
  if (side === 'all' || unit !== 'share') return contacts
  return contacts.filter(({ value }) => (side === 'for' ? value === 1 : value === 0))
}

const SHOWN = 100

/** The contacts behind a figure, newest first: what the source says of each, and how it was counted. Nothing of a customer. */
export function ContactsPage(props: {
  shown: Shown
  measure: MeasureKey
  contacts: readonly CountedContact[]
  side: Side
  /** From 1. */
  place: number
  today: Day
  zone: string
  /** The address of this list with another side or place. */
  at: (side: Side, place: number) => string
  refusals: readonly Refusal[]
}) {
  const { shown, measure, contacts, side, place, today, zone, at, refusals } = props
  const isShare = shown.figure.unit === 'share'
  const newest = [...ofSide(contacts, side, shown.figure.unit)].reverse()
  const pages = Math.max(1, Math.ceil(newest.length / SHOWN))
  const here = Math.min(place, pages)
  const rows = newest.slice((here - 1) * SHOWN, here * SHOWN)
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <p>
        <b class="b">{figureWords(shown.chart.figure)}</b>, {basisWords(shown.chart.figure)}.{' '}
        {isShare && <Sides contacts={contacts} side={side} at={at} />}
      </p>
      {rows.length === 0 ? (
        <p class="ink2 mt4">{shown.chart.figure.reason ?? 'No contact was counted this way.'}</p>
      ) : (
        <div class="mt4">
          <Table
            caption={`Contacts behind the figure, newest first, ${(here - 1) * SHOWN + 1} to ${(here - 1) * SHOWN + rows.length} of ${newest.length}`}
            wide="scroll"
            rows={rows}
            columns={columnsFor(measure, today, zone)}
          />
        </div>
      )}
      {pages > 1 && (
        <nav class="mt4" aria-label="More contacts">
          {here > 1 && <a href={at(side, here - 1)}>Newer contacts</a>} {`Page ${here} of ${pages}`}{' '}
          {here < pages && <a href={at(side, here + 1)}>Older contacts</a>}
        </nav>
      )}
    </>
  )
}

function Sides({
  contacts,
  side,
  at,
}: {
  contacts: readonly CountedContact[]
  side: Side
  at: (side: Side, place: number) => string
}) {
  const sides = [
    { key: 'all' as const, text: `All ${contacts.length}` },
    { key: 'for' as const, text: `Counted for: ${contacts.filter((one) => one.value === 1).length}` },
    { key: 'against' as const, text: `Counted against: ${contacts.filter((one) => one.value === 0).length}` },
  ]
  return (
    <>
      Show:{' '}
      {sides.map(({ key, text }, index) => (
        <span key={key}>
          {index > 0 && ', '}
          <a href={at(key, 1)} aria-current={key === side ? 'true' : undefined}>
            {text}
          </a>
        </span>
      ))}
    </>
  )
}

const none = <span class="mut">none</span>

function columnsFor(measure: MeasureKey, today: Day, zone: string): Column<CountedContact>[] {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  const seconds = (value: number | null) => (value === null ? none : figureText(value, 'seconds'))
  return [
    {
      head: 'Opened',
      nowrap: true,
      cell: ({ fact }) => `${shortDay(fact.day, today)}, ${time.format(fact.at)}`,
    },
    { head: 'Counted', cell: (one) => countedWords(measure, one, zone, today) },
    { head: 'Topic', cell: ({ fact }) => fact.topic ?? none },
    { head: 'Logged as', cell: ({ fact }) => fact.outcome ?? (fact.solvedAt ? 'solved' : none) },
    { head: 'Rating', numeric: true, cell: ({ fact }) => fact.rating ?? none },
    { head: 'First reply', numeric: true, nowrap: true, cell: ({ fact }) => seconds(secondsToReply(fact)) },
    { head: 'Handle time', numeric: true, nowrap: true, cell: ({ fact }) => seconds(fact.handleSeconds) },
    { head: 'Number in the source', cell: ({ fact }) => fact.externalId },
  ]
}

function countedWords(measure: MeasureKey, one: CountedContact, zone: string, today: Day): string {
  switch (measure) {
    case 'csat_mean':
      return count(one.value, 'point')
    case 'first_reply':
    case 'handle_time':
      return figureText(one.value, 'seconds')
    case 'fcr':
      return fcrWords(one, zone, today)
    default:
      return one.value === 1 ? 'For' : 'Against'
  }
}

function fcrWords({ value, provisional, cameBack, fact }: CountedContact, zone: string, today: Day): string {
  if (value === 1) return provisional ? 'For so far: 7 days not over' : 'For'
  if (cameBack === null) return 'Against: not solved'
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(cameBack)
  return `Against: ${fact.outcome === 'unsolved' ? 'not solved, ' : ''}came back ${shortDay(day, today)}`
}
