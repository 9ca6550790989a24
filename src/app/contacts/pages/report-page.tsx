import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Batch, Counts, Reject } from '../store/batches.ts'
import type { Resting } from '../undoing.ts'
import { NamesToMatch, type NamesToMatchProps } from './names.tsx'
import { RejectedRows } from './rejected-rows.tsx'

type ReportProps = {
  batch: Batch & { counts: Counts }
  /** "Tuesday 17 November 2026, 09:26, 4 seconds". */
  when: string
  undone: string | null
  touched: { people: number; names: number }
  rejects: readonly Reject[]
  /** Whether the cells of the rejected rows are still kept. */
  mendable: boolean
  resting: readonly Resting[]
  names: Omit<NamesToMatchProps, 'refusals'>
  refusals: readonly Refusal[]
}

/** What an import did: every row accounted for, the names that still need a person, the rows that were not loaded. */
export function ReportPage(props: ReportProps) {
  const { batch, when, undone, touched, resting, refusals } = props
  const { counts, batchId } = batch
  const number = (n: number) => n.toLocaleString('en-GB')
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section id="report" title="Report of the import" fact={when}>
        {undone ? (
          <Note kind="warn" title={`Undone on ${undone}.`}>
            Its contacts are gone from every figure. What was kept as evidence stays, and says so.
          </Note>
        ) : (
          <Note kind="done" title={counts.accepted > 0 ? 'Loaded.' : 'Nothing new.'}>
            {touchedWords(touched, counts)} Loading the same file again would change nothing.{' '}
            <a href={paths.importUndoing(batchId)}>Undo this import</a>
          </Note>
        )}
        <div class="mt5">
          <Facts
            facts={[
              { term: 'Read', value: number(counts.read), detail: 'rows below the headings' },
              {
                term: 'Accepted',
                value: number(counts.accepted),
                detail: `${count(counts.contacts, 'contact')}, ${number(counts.unanswered)} unanswered`,
              },
              { term: 'Rejected', value: number(counts.rejected), detail: 'they count nowhere' },
              { term: 'Duplicate', value: number(counts.duplicates), detail: 'already here, unchanged' },
            ]}
          />
        </div>
        <RestingNote resting={resting} undone={undone !== null} />
        <div class="mt5">
          <Columns split="6-6">
            <NamesToMatch {...props.names} refusals={refusals} />
            <RejectedRows {...props} undone={undone !== null} />
          </Columns>
        </div>
      </Section>
    </>
  )
}

function touchedWords({ people, names }: ReportProps['touched'], counts: Counts): string {
  if (counts.accepted === 0) return 'Every row that could be read is here already.'
  const unmatched =
    names > 0 ? ` ${count(names, 'name')} still ${names === 1 ? 'needs' : 'need'} a person.` : ''
  return (people > 0 ? `${count(people, 'person has', 'people have')} new figures.` : '') + unmatched
}

/** The records that rest on an import, each a link. */
export function RestingNote({ resting, undone }: { resting: readonly Resting[]; undone: boolean }) {
  if (resting.length === 0) return null
  return (
    <p class="mt4">
      <b class="b">{count(resting.length, 'piece')} of evidence</b> {resting.length === 1 ? 'rests' : 'rest'}{' '}
      on this import{undone ? ', and kept the figures as they were' : ''}:{' '}
      {resting.map(({ ref, href }, index) => (
        <span key={href}>
          {index > 0 && ', '}
          <a href={href}>{ref}</a>
        </span>
      ))}
    </p>
  )
}
