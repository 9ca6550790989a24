import { type Day, shortDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { PeriodForm } from '../../measures/measures.ts'
import { paths } from '../../paths.ts'
import type { RecordRate } from '../rules/rate.ts'
import { titleOf } from '../rules/telling.ts'
import type { Kept } from '../store/rows.ts'
import { Rates } from './rates.tsx'

type Shown = Kept & { source: string }

/** What other systems recorded about somebody: rates beside their contacts, and each record. */
export function RecordsPage(props: {
  personId: string
  rates: readonly RecordRate[]
  records: readonly Shown[]
  period: { range: { from: Day; to: Day }; values: Readonly<Record<string, string>>; chosen: boolean }
  own: boolean
  refusals: readonly Refusal[]
  today: Day
}) {
  const { personId, rates, records, period, own, refusals, today } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section id="rates" title="Beside the contacts" fact="Only what was imported">
        {rates.length === 0 ? (
          <Empty
            title="No records are imported yet"
            belongs="Compliments, complaints, audits and observations that another system holds belong here, once an administrator imports them."
            helps="A complaint then stands beside the contacts it is one of."
          />
        ) : (
          <>
            <Rates rates={rates} />
            <div class="mt4">
              <PeriodForm
                action={paths.records(personId)}
                range={period.range}
                values={period.values}
                refusals={refusals}
              />
            </div>
          </>
        )}
      </Section>
      <Columns split="8-4">
        <Section
          id="records"
          title={period.chosen ? 'The records of this period' : 'The records'}
          fact={count(records.length, 'record')}
        >
          {records.length === 0 ? (
            <p class="s ink2">
              {own ? 'No imported record is about you' : 'No imported record is about them'}
              {period.chosen ? ' in this period.' : '.'}
            </p>
          ) : (
            <RecordTable records={records} today={today} />
          )}
        </Section>
        <Guide
          good="A rate is read with its count, its interval and its days, and the records behind it are opened before anybody says why."
          mistake="Comparing two people’s complaints without asking how many contacts each took, and what kind."
          example="Seven complaints sounded like many. They came with 2,310 contacts, 3 in 1,000, and the interval ran from 1.5 to 6.2: no reason to think that anything had changed."
        />
      </Columns>
    </>
  )
}

/** How many records are shown at once. */
const SHOWN = 200

function RecordTable({ records, today }: { records: readonly Shown[]; today: Day }) {
  return (
    <>
      <Table
        caption="Records, newest first"
        hideCaption
        rows={records.slice(0, SHOWN)}
        columns={[
          {
            head: 'Record',
            width: 50,
            cell: ({ kind, content, personId, evidenceId }) =>
              personId && evidenceId ? (
                <a href={paths.evidenceItem(personId, evidenceId)}>{titleOf(kind, content)}</a>
              ) : (
                titleOf(kind, content)
              ),
          },
          {
            head: 'Held by',
            cell: (record) => (
              <>
                {record.externalId.startsWith('row:')
                  ? record.source
                  : `${record.source}, ${record.externalId}`}
                {isSilent(record) && <Sub>The record holds no words here</Sub>}
              </>
            ),
          },
          { head: 'Happened', nowrap: true, cell: ({ happenedOn }) => shortDay(happenedOn, today) },
        ]}
      />
      {records.length > SHOWN && (
        <p class="s ink2 mt3">These are the newest {SHOWN}. Choose a period above to see earlier ones.</p>
      )}
    </>
  )
}

/** Whether a record is of the kind that holds words, and none are kept. */
const isSilent = ({ kind, content }: Shown): boolean =>
  kind !== 'audit' && !content.text && !content.done && !content.said
