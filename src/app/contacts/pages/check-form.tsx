import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Note } from '../../../ui/note.tsx'
import { ReadingForm, type ReadingFormProps } from '../../../ui/reading/reading-form.tsx'
import { Section } from '../../../ui/section.tsx'

/** What the check page shows beside how the file is read. */
export type CheckState = {
  /** Where and when the very same file was loaded before. */
  before: { href: string; day: string } | null
  /** Why the last attempt to load it stopped. */
  stopped: string | null
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}

type CheckFormProps = CheckState &
  Omit<ReadingFormProps, 'beside' | 'hidden'> & {
    /** The source that the file is of, and the saved mapping that fits it. */
    name: string
    known: string | null
    /** What is asked about the name of the source, and what is said of a mapping that is new. */
    saved: { label: string; hint?: string; isNew: string }
  }

/** How a file of a helpdesk's rows is read, with why, before anything is loaded. */
export function CheckForm(props: CheckFormProps) {
  const { name, known, saved, values, refusals } = props
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Notes {...props} />
      <ReadingForm
        {...props}
        beside={
          <Section id="saved" title="Saved for next time">
            <TextField
              name="name"
              label={saved.label}
              hint={saved.hint}
              value={values.name ?? name}
              error={errorFor(refusals, 'name')}
            />
            <p class="s ink2 mt3">
              {known
                ? `This file has the headings of “${known}”, so it was read as that was saved.`
                : saved.isNew}
            </p>
          </Section>
        }
      />
    </>
  )
}

/** What to know before anything else about the file. */
function Notes({ questions, refusal, before, stopped }: CheckFormProps) {
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
