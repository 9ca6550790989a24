import type { Refusal } from '../../../kernel/outcome.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { FileField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { Sub, Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { Batch, BatchState } from '../store/batches.ts'
import { sizeWords } from './check-words.ts'

const STATES: Record<BatchState, string> = {
  uploaded: 'Waits for you',
  waiting: 'Waits to be loaded',
  loading: 'Loading',
  loaded: 'Loaded',
  'put aside': 'Put aside',
  undone: 'Undone',
}

/** Where an export is uploaded, and every import before it. */
export function ListPage(props: {
  batches: readonly Batch[]
  /** The name of a source. */
  sourceOf: (batch: Batch) => string | null
  momentOf: (moment: Date) => string
  /** What a file may hold. */
  holds: readonly { kind: string; text: string; hint: string }[]
  /** What was chosen, where the form is shown again. */
  chosen: string
  refusals: readonly Refusal[]
}) {
  const { batches, sourceOf, momentOf, holds, chosen, refusals } = props
  const number = (pick: keyof NonNullable<Batch['counts']>) => (batch: Batch) =>
    batch.counts ? batch.counts[pick].toLocaleString('en-GB') : '–'
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Columns split="8-4">
        <Section id="upload" title="Upload an export" fact="Nothing is loaded until you say so">
          <Form action={paths.imports} files>
            <Choices
              name="kind"
              label="What is in the file?"
              value={chosen || 'contacts'}
              error={errorFor(refusals, 'kind')}
              choices={holds.map(({ kind, text, hint }) => ({ value: kind, text, hint }))}
            />
            <FileField
              name="file"
              label="CSV file of calls, tickets, chats or records"
              hint="At most 50 MB."
              accept=".csv,.tsv,.txt,text/csv"
              limitMegabytes={50}
              error={errorFor(refusals, 'file')}
            />
            <Buttons flush>
              <Button>Read the file</Button>
            </Buttons>
          </Form>
          <div class="mt5">
            <Guide
              good="The file has a number for each contact, an adviser, a customer, a topic, when it opened and how it ended. The more of these, the more can be counted."
              mistake="Opening the export in a spreadsheet first and saving it again: dates turn round and long numbers are cut short. Upload it as it came."
              example="A centre exports its calls each month with the same report. The first time somebody checks the columns; from then on the file is read the same way without asking."
            />
          </div>
        </Section>
        <Section id="kept" title="What is kept of it">
          <ul class="prose s">
            <li>When it was, who took it, its topic, how it ended and its score.</li>
            <li>Of the customer only a key, from which nobody can read who it was.</li>
            <li>
              No text of a ticket or chat. Of a compliment or complaint only where you choose it, with what
              tells who a customer is taken out.
            </li>
            <li>The file itself only until it is loaded or put aside.</li>
          </ul>
        </Section>
      </Columns>
      <Section id="imports" title="Imports" fact="Newest first">
        {batches.length === 0 ? (
          <Empty
            title="No import yet"
            belongs="Every export that is uploaded stands here, with what was read of it."
            helps="From then on people see what their own work shows. Files to try are in the folder “samples”."
          />
        ) : (
          <Table
            caption="Imports, newest first"
            hideCaption
            rows={batches}
            columns={[
              {
                head: 'File',
                cell: (batch) => (
                  <>
                    <a href={paths.import(batch.batchId)}>{batch.fileName}</a>
                    <Sub>{[sourceOf(batch), sizeWords(batch.fileSize)].filter(Boolean).join(', ')}</Sub>
                  </>
                ),
              },
              { head: 'Holds', cell: ({ kind }) => holds.find((one) => one.kind === kind)?.text ?? kind },
              { head: 'Uploaded', nowrap: true, cell: (batch) => momentOf(batch.madeAt) },
              { head: 'State', cell: (batch) => <Tag>{STATES[batch.state]}</Tag> },
              { head: 'Read', numeric: true, cell: number('read') },
              { head: 'Accepted', numeric: true, cell: number('accepted') },
              { head: 'Rejected', numeric: true, cell: number('rejected') },
              { head: 'Duplicate', numeric: true, cell: number('duplicates') },
              { head: 'New or changed', numeric: true, cell: number('contacts') },
            ]}
          />
        )}
      </Section>
    </>
  )
}
