import type { ComponentChildren } from 'preact'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'
import { Button, Buttons } from '../../../ui/button.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { type Option, TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import type { Question } from '../rules/questions.ts'
import type { Sample } from '../rules/sample.ts'
import { ColumnTable } from './column-table.tsx'
import { HowItIsRead, type Way } from './reading-fields.tsx'

/** What the check page shows beside how the file is read. */
export type CheckState = {
  /** Where and when the very same file was loaded before. */
  before: { href: string; day: string } | null
  /** Why the last attempt to load it stopped. */
  stopped: string | null
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}

type CheckFormProps = CheckState & {
  action: string
  /** The source that the file is of, and the saved mapping that fits it. */
  name: string
  known: string | null
  rows: number
  headings: readonly string[]
  columns: Readonly<Record<string, { value: string }>>
  sample: Sample
  questions: readonly Question<string>[]
  /** Why the whole file would be refused as it is read now. */
  refusal: string | null
  ways: readonly Way[]
  /** What is said where no column shall name the person; null where one must. */
  nobody: string | null
  /** What a column can become. */
  roles: readonly Option[]
  /** What is asked about the name of the source, and what is said of a mapping that is new. */
  saved: { label: string; hint?: string; isNew: string }
  /** What else is to be chosen about such a file. */
  more?: ComponentChildren
  /** What can be checked at a glance. */
  children: ComponentChildren
}

/** How a file is read, with why, before anything is loaded, whatever it holds: each decision can be changed. */
export function CheckForm(props: CheckFormProps) {
  const { action, name, known, rows, questions, refusal, saved, values, refusals } = props
  const ready = questions.length === 0 && refusal === null
  const all = count(rows, 'row')
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <Notes {...props} />
      <Form action={action} wide>
        <Columns split="8-4">
          <HowItIsRead {...props} />
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
        </Columns>
        <ColumnTable {...props} options={props.roles} />
        {props.more}
        <Section id="right" title="Does it look right?" fact={`All ${all} were read once`}>
          {props.children}
          <Buttons>
            {ready && (
              <Button name="do" value="load">
                {`Load ${all}`}
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
