import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Select } from '../../../ui/field.tsx'
import { Form, Hidden, PostButton } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { type Batch, NamesToMatch, RejectedRows } from '../../contacts/contacts.ts'
import type { Competency } from '../../frameworks/frameworks.ts'
import { paths } from '../../paths.ts'

type Names = Omit<Parameters<typeof NamesToMatch>[0], 'refusals'>

/** The words by which records name a competency that nobody knows, with those that they may mean. */
export type Waiting = { key: string; words: string; records: number; suggested: Competency[] }

/** What can be answered about words besides a competency. */
export const NOTHING = 'nothing'

type ReportProps = {
  batch: Batch
  when: string
  undone: string | null
  now: { people: number; kept: number; waiting: number }
  rejects: Parameters<typeof RejectedRows>[0]['rejects']
  names: Names
  waiting: readonly Waiting[]
  competencies: readonly Competency[]
  refusals: readonly Refusal[]
}

/** What an import of records did: every row accounted for, and what still waits for a person to say. */
export function ReportPage(props: ReportProps) {
  const { batch, when, undone, now, rejects, names, refusals } = props
  const { batchId, counts } = batch
  const number = (n = 0) => n.toLocaleString('en-GB')
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Section id="report" title="Report of the import" fact={when}>
        {undone ? (
          <Note kind="warn" title={`Undone on ${undone}.`}>
            Its records count nowhere. The evidence that was made of them can still be read, and says so.
          </Note>
        ) : (
          <Note kind="done" title={(counts?.accepted ?? 0) > 0 ? 'Loaded.' : 'Nothing new.'}>
            {now.kept > 0 &&
              `${count(now.kept, 'record')} of this file ${now.kept === 1 ? 'is' : 'are'} evidence of ${count(now.people, 'person', 'people')}. `}
            {now.waiting > 0 &&
              `${count(now.waiting, 'record')} still ${now.waiting === 1 ? 'needs' : 'need'} a person. `}
            Loading the same file again would change nothing.{' '}
            <a href={paths.importEnding(batchId)}>Undo this import</a>
          </Note>
        )}
        <div class="mt5">
          <Facts
            facts={[
              { term: 'Read', value: number(counts?.read), detail: 'rows below the headings' },
              { term: 'Accepted', value: number(counts?.accepted), detail: 'new or changed' },
              { term: 'Rejected', value: number(counts?.rejected), detail: 'they count nowhere' },
              { term: 'Duplicate', value: number(counts?.duplicates), detail: 'already here, unchanged' },
            ]}
          />
        </div>
        <div class="mt5">
          <Columns split="6-6">
            <div>
              <NamesToMatch {...names} refusals={refusals} />
              <Competencies {...props} />
            </div>
            <RejectedRows
              batch={batch}
              rejects={rejects}
              mendable={batch.rejectsHash !== null}
              undone={undone !== null}
            />
          </Columns>
        </div>
      </Section>
    </>
  )
}

function Competencies({ batch, waiting, competencies, refusals }: ReportProps) {
  if (waiting.length === 0) return null
  return (
    <Section
      id="competencies"
      title={`${count(waiting.length, 'competency', 'competencies')} to name`}
      level={3}
    >
      <p class="s ink2 mb4">
        No competency of the framework in force has this code or title. Until you say which it is, the records
        are evidence without a link.
      </p>
      <Form action={paths.importCompetencies(batch.batchId)} wide>
        <ul class="rows">
          {waiting.map(({ key, words, records, suggested }, index) => (
            <li key={key}>
              <div>
                <Hidden name={`key-${index}`} value={key} />
                <Select
                  name={`means-${index}`}
                  label={words}
                  hint={count(records, 'record')}
                  width="l"
                  error={errorFor(refusals, `means-${index}`)}
                  value=""
                  options={[
                    { value: '', text: 'Nothing chosen' },
                    ...suggested.map(({ competencyId, code, title }) => ({
                      value: competencyId,
                      text: `${code} ${title}, suggested`,
                    })),
                    { value: NOTHING, text: 'None of ours: leave it without a link' },
                    ...competencies
                      .filter((one) => !suggested.includes(one))
                      .map(({ competencyId, code, title }) => ({
                        value: competencyId,
                        text: `${code} ${title}`,
                      })),
                  ]}
                />
              </div>
              <Button kind="secondary" name="do" value={String(index)} about={`for ${words}`}>
                Save
              </Button>
            </li>
          ))}
        </ul>
      </Form>
    </Section>
  )
}

/** What undoing an import would do, before it is done. */
export function UndoingPage({ batch, kept }: { batch: Batch; kept: number }) {
  const records = count(batch.counts?.contacts ?? 0, 'record')
  return (
    <>
      <p>
        {records} came with this import. What it added goes, and what it changed is again as it was. Rates are
        counted again; names and competencies that you matched stay matched.
      </p>
      <p class="mt4">
        {kept > 0
          ? `${count(kept, 'piece')} of evidence ${kept === 1 ? 'was' : 'were'} made of it. They can still be read, say that the import was undone, and count no more.`
          : 'No evidence was made of it.'}
      </p>
      <Buttons>
        <PostButton action={paths.importEnding(batch.batchId)} kind="warn">
          Undo this import
        </PostButton>
        <ButtonLink kind="quiet" href={paths.import(batch.batchId)}>
          Keep it
        </ButtonLink>
      </Buttons>
    </>
  )
}
