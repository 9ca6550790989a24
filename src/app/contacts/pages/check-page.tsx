import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import type { Considered } from '../considering.ts'
import { CHOICES } from './check-words.ts'
import { ColumnTable } from './column-table.tsx'
import { LooksRight } from './looks-right.tsx'
import { commonWays, HowItIsRead } from './reading-fields.tsx'

type CheckProps = {
  considered: Considered
  action: string
  /** Names in the file that nobody was matched to yet. */
  newNames: readonly string[]
  /** Where and when the very same file was loaded before. */
  before: { href: string; day: string } | null
  /** Why the last attempt to load it stopped. */
  stopped: string | null
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}

/** How a file is read, with why, before anything is loaded: each decision can be changed. */
export function CheckPage(props: CheckProps) {
  const { considered, action, before, stopped, values, refusals } = props
  const { proposal, name, known } = considered
  const { rows } = proposal
  const ready = proposal.questions.length === 0 && proposal.refusal === null
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Notes considered={considered} before={before} stopped={stopped} />
      <Form action={action} wide>
        <Columns split="8-4">
          <HowItIsRead
            ways={waysOf(proposal)}
            questions={proposal.questions}
            nobody="None: the contacts count for nobody"
            values={values}
            refusals={refusals}
          />
          <Section id="saved" title="Saved for next time">
            <TextField
              name="name"
              label="Name of this mapping"
              value={values.name ?? name}
              error={errorFor(refusals, 'name')}
            />
            <p class="s ink2 mt3">
              {known
                ? `This file has the headings of “${known}”, so it was read as that was saved.`
                : 'A file with the same headings is then read this way without asking. The report says which mapping was used.'}
            </p>
          </Section>
        </Columns>
        <ColumnTable {...proposal} options={CHOICES.roles} values={values} refusals={refusals} />
        <Section id="right" title="Does it look right?" fact={`All ${count(rows, 'row')} were read once`}>
          <LooksRight considered={considered} newNames={props.newNames} />
          <Buttons>
            {ready && (
              <Button name="do" value="load">
                {`Load ${count(rows, 'row')}`}
              </Button>
            )}
            <Button name="do" value="read" kind={ready ? 'secondary' : 'primary'}>
              Read again with these settings
            </Button>
            <Button name="do" value="aside" kind="quiet">
              Put the file aside
            </Button>
          </Buttons>
        </Section>
      </Form>
      <div class="mt5">
        <Guide
          good="You have looked at five rows and at what stands out, and every column that says something is named."
          mistake="Loading a file whose satisfaction scores the adviser typed in, or whose “resolved” nobody checks, and calling the figure the customer’s word."
          example="A telephone export gave a score for every answered call. The team asked who gives it, learned that advisers key it in, and left the column out."
        />
      </div>
    </>
  )
}

function waysOf({ decisions }: Considered['proposal']) {
  const { grain, ratingMax } = decisions
  return [
    ...commonWays(decisions),
    { name: 'grain', label: 'What a row is', found: grain, options: CHOICES.grain },
    { name: 'ratingMax', label: 'Scale of the scores', found: ratingMax, options: CHOICES.ratingMax },
  ]
}

/** What to know before anything else about the file. */
function Notes({ considered, before, stopped }: Pick<CheckProps, 'considered' | 'before' | 'stopped'>) {
  const { questions, refusal } = considered.proposal
  if (!stopped && !refusal && !before && questions.length === 0) return null
  return (
    <div class="mb5">
      {stopped && (
        <Note kind="error" title="Nothing was loaded.">
          {stopped}
        </Note>
      )}
      {refusal && (
        <Note kind="error" title="This file cannot be loaded as it is read now.">
          {refusal}
        </Note>
      )}
      {before && (
        <Note title="The same file is loaded already.">
          <a href={before.href}>It was loaded on {before.day}</a>. Loading it again changes nothing unless you
          change how it is read.
        </Note>
      )}
      {questions.length > 0 && (
        <Note kind="warn" title={`${count(questions.length, 'question')} only you can answer.`}>
          The file does not say. Nothing is loaded before.
        </Note>
      )}
    </div>
  )
}
