import { type Day, shortDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { PostButton } from '../../../ui/form.tsx'
import { Section } from '../../../ui/section.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import type { KeptEntry, KeptTally } from '../store.ts'
import { CountForm } from './tally-forms.tsx'

/** The entries of a tally, newest first, and the form that adds one. */
export function TallyEntries(props: {
  tally: KeptTally
  names: ReadonlyMap<string, string>
  mayCount: boolean
  today: Day
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { tally, names, mayCount, today, values, refusals } = props
  const columns: Column<KeptEntry>[] = [
    { head: 'Day', nowrap: true, cell: (entry) => shortDay(entry.day, today) },
    {
      head: tally.kind === 'share' ? 'Met' : 'Counted',
      cell: (entry) => (entry.of === null ? entry.met : `${entry.met} of ${entry.of}`),
    },
    { head: 'Added by', cell: (entry) => names.get(entry.addedBy) ?? 'Somebody who has left' },
  ]
  if (mayCount)
    columns.push({
      head: 'Take back',
      hideHead: true,
      cell: (entry) => (
        <PostButton
          link
          action={paths.tallyEntryRemoval(tally.personId, tally.tallyId, entry.entryId)}
          about={`the entry of ${shortDay(entry.day, today)}`}
        >
          Take back
        </PostButton>
      ),
    })
  return (
    <Section id="entries" title="Entries" fact={`${tally.entries.length} so far`}>
      {tally.entries.length === 0 ? (
        <p class="ink2">Nothing has been counted yet.</p>
      ) : (
        <Table
          caption="Entries of the tally, newest first"
          hideCaption
          rows={[...tally.entries].reverse()}
          columns={columns}
        />
      )}
      {mayCount && (
        <div class="mt4">
          <CountForm
            action={paths.tallyEntries(tally.personId, tally.tallyId)}
            kind={tally.kind}
            today={today}
            values={values}
            refusals={refusals}
          />
        </div>
      )}
    </Section>
  )
}
