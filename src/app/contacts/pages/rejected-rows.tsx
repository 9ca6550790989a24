import { count } from '../../../kernel/text.ts'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { Batch, Reject } from '../store/batches.ts'

/** The first rows that were not loaded, why, and where all of them can be had. */
export function RejectedRows(props: {
  batch: Pick<Batch, 'batchId' | 'counts'>
  rejects: readonly Reject[]
  /** Whether the cells of the rejected rows are still kept. */
  mendable: boolean
  undone: boolean
}) {
  const { batch, rejects, mendable, undone } = props
  const all = batch.counts?.rejected ?? 0
  if (all === 0)
    return (
      <Section id="rejected" title="No row rejected" level={3}>
        <p class="s ink2">Every row could be read.</p>
      </Section>
    )
  return (
    <Section id="rejected" title={`${count(all, 'row')} rejected`} level={3}>
      <Table
        caption={all > rejects.length ? `The first ${rejects.length}, by line` : 'By line'}
        rows={rejects}
        columns={[
          { head: 'Where', nowrap: true, cell: ({ line }) => `Line ${line.toLocaleString('en-GB')}` },
          { head: 'What it says', label: 'It says', cell: ({ says }) => says },
          { head: 'Why, and what to do', label: 'Why', cell: ({ why }) => why },
        ]}
      />
      <p class="s mt3">
        <a href={paths.importRejects(batch.batchId)}>
          {all === 1
            ? 'Download it as CSV, with its reason'
            : `Download all ${all.toLocaleString('en-GB')} as CSV, with reasons`}
        </a>
        {mendable
          ? '. Mend them and load that file: the rest stays as it is. Their cells are kept for 30 days, without columns that were left out.'
          : undone
            ? '.'
            : '. Their cells are no longer kept: mend them in your own copy of the file.'}
      </p>
    </Section>
  )
}
